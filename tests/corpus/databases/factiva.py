"""Exports as Factiva prints them: in HTML, in lines without codes, and with the codes of its fields."""

from __future__ import annotations

from tests.corpus.databases.made_up import Told, european

INTERFACES = {
    "en": ("en", "words", "English", "Document"),
    "de": ("de", "Wörter", "Englisch", "Dokument"),
    "fr": ("fr", "mots", "Anglais", "Document"),
    "es": ("es", "palabras", "Inglés", "Documento"),
    "ru": ("ru", "слов", "английский", "Документ"),
}


def accession(n: int) -> str:
    return f"COUR0000{20190305 + n}ef350001{'abcdefghijkl'[n % 12]}"


def html(told: Told, n: int, code: str = "en") -> str:
    stem, words, language, document = INTERFACES[code]
    number = accession(n)
    lines = [
        f"{told.n_words} {words}",
        european(told.day, code),
        *(["09:05"] if n % 2 else []),
        told.publisher,
        "COUR",
    ]
    lines += [told.edition] if told.edition else []
    lines += [str(n % 30 + 1), language, f"© {told.day.year} {told.publisher}. All Rights Reserved."]
    paragraphs = "".join(
        f'<p class="articleParagraph {stem}articleParagraph">{p.replace("Tuesday", "<b>Tuesday</b>")}</p>'
        for p in told.paragraphs
    )
    return (
        f'<div id="article-{number}" class="article"><div class="article {stem}Article"><p></p>'
        + (f"<div>{told.section}</div>" if told.section else "")
        + f'<div id="hd"><span class="{stem}Headline">{"<br>".join(told.title_lines)}</span></div>'
        + (f'<div class="author">{told.byline}</div>' if told.byline else "")
        + "".join(f"<div>{line}</div>" for line in lines)
        + f"{paragraphs}<p>{document} {number}</p></div></div><br>"
    )


def plain(told: Told, n: int, code: str = "en") -> list[str]:
    """As RTF or text without codes: a line a field."""
    _, words, language, document = INTERFACES[code]
    found = [told.section] if told.section else []
    found += [told.title] + ([told.byline] if told.byline else [])
    found += [
        f"{told.n_words} {words}",
        european(told.day, code),
        *(["09:05"] if n % 2 else []),
        told.publisher,
        "COUR",
    ]
    found += [told.edition] if told.edition else []
    return [
        *found,
        language,
        f"Copyright {told.day.year} {told.publisher}",
        *told.paragraphs,
        f"{document} {accession(n)}",
    ]


def codes(told: Told, n: int, gap: str = "\n", code: str = "en") -> str:
    _, words, language, document = INTERFACES[code]
    fields = [
        ("SE", told.section),
        ("HD", told.title),
        ("BY", told.byline),
        ("WC", f"{told.n_words} {words}"),
        ("PD", european(told.day, code)),
    ]
    fields += [
        ("SN", told.publisher),
        ("SC", "COUR"),
        ("ED", told.edition),
        ("PG", "4"),
        ("LA", language),
        ("CY", f"(c) {told.day.year} {told.publisher}"),
    ]
    fields += [
        ("LP", told.paragraphs[0]),
        ("TD", "\n\n".join(told.paragraphs[1:])),
        ("CO", "fjordo : Fjordline Ost"),
        ("IN", "i74 : Water Transport"),
        ("NS", "gdis : Accidents"),
        ("PUB", "Courier Ltd"),
        ("AN", f"{document} {accession(n)}"),
    ]
    return "\n\n".join(f"{field}{gap}{value}" for field, value in fields if value) + "\n\n\n"
