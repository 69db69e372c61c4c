"""Exports as Nexis prints them: Nexis Uni in DOCX, Nexis UK and the older LexisNexis in text and HTML."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tests.corpus.databases.made_up import Told, american

LABELS = {
    "en": ("Section", "Length", "words", "Byline", "Dateline", "Highlight", "Body", "Load-Date", "Language", "End of Document", "Classification", "Graphic"),
    "de": ("Rubrik", "Länge", "Wörter", "Autor", "Ort", "Highlight", "Textkörper", "Load-Date", "Sprache", "Ende des Dokuments", "Klassifizierung", "Grafik"),
    "fr": ("Rubrique", "Longueur", "mots", "Auteur", "Lieu", "Highlight", "Corps", "Date-chargement", "Langue", "Fin du document", "Classification", "Graphique"),
}  # fmt: skip


def paragraphs(told: Told, dated: str, code: str = "en", *, split: bool = False) -> list[str]:
    """The paragraphs of an article as Nexis Uni prints it; `split`: the value under its label."""
    (
        section,
        length,
        words,
        byline,
        dateline,
        highlight,
        body,
        load,
        language,
        end,
        classification,
        graphic,
    ) = LABELS[code]
    link = "\n" if split else "\u00a0"
    found = [*told.title_lines, told.publisher, dated]
    found += [f"Copyright {told.day.year} {told.publisher} Ltd\u00a0All Rights Reserved"] * (
        len(told.title) % 3 > 0
    )
    labels = [
        (section, told.section),
        (length, f"{told.n_words} {words}"),
        (byline, told.byline),
        (dateline, told.dateline),
        (highlight, told.highlight),
    ]
    for label, value in labels:
        found += f"{label}:{link}{value}".split("\n") if value else []
    found += [body, *told.paragraphs]
    found += [graphic, told.graphic] if told.graphic else []
    found += [f"{load}:{link}{american(told.day)}"] if not told.graphic else []
    found += [
        classification,
        f"{language}:\u00a0ENGLISH",
        "Publication-Type:\u00a0Newspaper",
        "Subject:\u00a0FERRIES (90%); ACCIDENTS (89%)",
        "Geographic:\u00a0NORTHLAND (79%)",
    ]
    found += [f"{load}:\u00a0{american(told.day)}", end]
    return [part for line in found for part in line.split("\n")]


COVER = (
    "User Name: Ada Reader",
    "Date and Time: Friday, May 10, 2019 3:12:00 PM EDT",
    "Job Number: 88123456",
    "Documents (10)",
)


def cover(articles: Sequence[Told], *, numbered: bool = True) -> list[str]:
    found = list(COVER)
    for i, told in enumerate(articles, 1):
        found += [
            f"{i}. {told.title}" if numbered else told.title,
            "Client/Matter: -None-",
            "Search Terms: ferry OR dam",
            "Search Type: Natural Language",
            "Narrowed by:",
            "Content Type Narrowed by",
            "News Timeline: Jan 01, 1993 to Dec 31, 2021",
        ]
    return found


def centred(said: str, width: int = 75) -> str:
    return said.center(width).rstrip()


def wrapped(said: str, width: int = 75) -> str:
    return "\n".join(textwrap.wrap(said, width, break_on_hyphens=False))


NUMBERED = {
    "en": ("{n} of {total} DOCUMENTS", "BYLINE", "SECTION", "LENGTH", "words", "DATELINE", "HIGHLIGHT", "GRAPHIC", "LOAD-DATE", "LANGUAGE"),
    "de": ("Dokument {n} von {total}", "AUTOR", "RUBRIK", "LÄNGE", "Wörter", "ORT", "HIGHLIGHT", "GRAFIK", "UPDATE", "SPRACHE"),
    "fr": ("Document {n} de {total}", "AUTEUR", "RUBRIQUE", "LONGUEUR", "mots", "LIEU", "HIGHLIGHT", "GRAPHIQUE", "DATE-CHARGEMENT", "LANGUE"),
}  # fmt: skip


def text(told: Told, dated: str, n: int, total: int, code: str = "en") -> str:
    """An article as Nexis UK prints it in plain text."""
    head, byline, section, length, words, dateline, highlight, graphic, load, language = NUMBERED[code]
    parts = [centred(head.format(n=n, total=total)), "", centred(told.publisher) + "\n\n" + centred(dated)]
    parts += ["\n".join(told.lines) if told.lines else wrapped(told.title)]
    labels = [
        (byline, told.byline),
        (section, told.section),
        (length, f"{told.n_words} {words}" if told.paragraphs else ""),
        (dateline, told.dateline),
        (highlight, told.highlight),
    ]
    parts += [wrapped(f"{label}: {value}") for label, value in labels if value]
    parts += [wrapped(paragraph) for paragraph in told.paragraphs]
    parts += [wrapped(f"{graphic}: {told.graphic}")] if told.graphic else []
    parts += [f"{load}: {american(told.day)}", f"{language}: ENGLISH", "PUBLICATION-TYPE: Newspaper"]
    parts += [centred(f"Copyright {told.day.year} {told.publisher}") + "\n" + centred("All Rights Reserved")]
    return "\n\n".join(parts) + "\n\n\n"


def old_text(told: Told, dated: str, n: int, total: int) -> str:
    """An article of the nineties: copyright first, the headline under a label, BODY before the text."""
    parts = [
        centred(f"{n} of {total} DOCUMENTS"),
        centred(f"Copyright {told.day.year} {told.publisher} Inc.") + "\n" + centred(told.publisher),
        centred(dated),
    ]
    parts += [f"SECTION: {told.section}"] if told.section else []
    parts += [f"LENGTH: {told.n_words} words", "HEADLINE: " + "\n ".join(told.title_lines)]
    parts += [f"BYLINE: {told.byline}"] if told.byline else []
    parts += [f"DATELINE: {told.dateline}"] if told.dateline else []
    parts += ["BODY:\n" + "\n\n".join(wrapped(paragraph) for paragraph in told.paragraphs)]
    parts += [f"GRAPHIC: {told.graphic}"] if told.graphic else []
    parts += ["LANGUAGE: ENGLISH", f"LOAD-DATE: {american(told.day)}"]
    return "\n\n".join(parts) + "\n\n\n"


def html(told: Told, dated: str, n: int, total: int) -> str:
    """Classes that mean something else in each file."""
    a, b = f"c{n % 4}", f"c{(n + 1) % 4}"
    labels = [
        ("BYLINE", told.byline),
        ("SECTION", told.section),
        ("LENGTH", f"{told.n_words} words"),
        ("DATELINE", told.dateline),
        ("HIGHLIGHT", told.highlight),
    ]
    head = "".join(
        f'<div class="{b}"><p class="c5"><span class="{a}">{label}:</span><span class="c2">&nbsp;{value}</span></p></div>'
        for label, value in labels
        if value
    )
    return (
        f'<a name="DOC_ID_{n - 1}_{n - 1}"></a><div class="{a}"><p class="c1"><span class="c2">{n} of {total} DOCUMENTS</span></p></div>'
        f'<br><div class="c0"><br><p class="{a}"><span class="c2">{told.publisher.replace("&", "&amp;")}</span></p></div>'
        f'<div class="{b}"><p class="c1"><span class="c3">{dated.split(" ", 1)[0]}</span><span class="c2"> {dated.split(" ", 1)[1]}</span></p></div>'
        f'<div class="c4"><p class="c5"><span class="c6">{"<br>".join(told.title_lines)}</span></p></div>{head}'
        + "".join(
            f'<div class="c4"><p class="c8"><span class="c2">{p.replace("ferry", "</span><b>ferry</b><span>")}</span></p></div>'
            for p in told.paragraphs
        )
        + f'<div class="{b}"><p class="c5"><span>LOAD-DATE:</span> {american(told.day)}</p></div><div><p>LANGUAGE: ENGLISH</p></div>'
        + f"<div><p>PUBLICATION-TYPE: Newspaper</p></div><div class=c0><p>Copyright {told.day.year} {told.publisher}<br>All Rights Reserved</p></div><hr>"
    )
