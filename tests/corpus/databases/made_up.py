"""Invented articles and exports in the shapes of newspaper databases: nothing here was printed anywhere."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "es": "lunes martes miércoles jueves viernes sábado domingo".split(),
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela".split(),
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье".split(),
}


@dataclass(frozen=True)
class Told:
    """An invented article."""

    title: str
    publisher: str
    day: date
    paragraphs: tuple[str, ...]
    byline: str = ""
    section: str = ""
    edition: str = ""
    dateline: str = ""
    highlight: str = ""
    graphic: str = ""
    lines: tuple[str, ...] = field(default=())

    @property
    def title_lines(self) -> tuple[str, ...]:
        return self.lines or (self.title,)

    @property
    def n_words(self) -> int:
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


FERRY = (
    "HALDEN -- The night ferry to Osby ran aground on Tuesday with 212 people on board, the coast guard said, and "
    "nobody was hurt.",
    "“We felt a long scrape and then nothing moved,” said Marit Holm, a nurse who was on her way home.",
    "The operator, Fjordline Ost, said that the cause was not known. Divers will look at the hull on Wednesday.",
)
DAM = (
    "Engineers opened two gates of the Kessel dam after three days of rain, and 1,400 households were told to leave.",
    "Section: that is the word which the mayor painted on every door that had been searched.",
    "“Nobody goes back before Friday,” the mayor, Ines Brandt, told reporters.",
    "Language: the leaflets were printed in four of them.",
    "The river stood at 6.2 metres on Thursday night; in 2002 it had reached 6.9.",
)
STRIKE = (
    "Bus drivers in Port Ellery walked out at noon.",
    "IN the depot nobody would say for how long. The union wants 4.5 percent.",
    "By nightfall talks had resumed, a spokesman said.",
)
SHORT = ("A fire closed the old market hall of Tarn on Saturday. Police are looking for witnesses.",)

ARTICLES = (
    Told("Night ferry runs aground off Halden", "The Morning Courier", date(2019, 3, 5), FERRY, "By Ann Lowe", "Section A; Column 1; Foreign Desk; Pg. 4", "Late Edition - Final", "HALDEN", "No one was hurt, the coast guard said."),
    Told("Gates of dam opened as river rises", "The Plainsman (London)", date(2015, 6, 4), DAM, "Per Holt and Ines Vaug in Kessel", "WORLD NEWS"),
    Told("9 January 1993", "Echo of the North", date(1993, 1, 9), STRIKE, "", "NEWS; Pg. 2", "FINAL EDITION"),
    Told("Fire in market hall", "dpa-AFX Insel", date(2021, 11, 30), SHORT),
    Told("Talks resume: what the drivers want, what the city can pay and why it may take until spring", "Agence Nord Presse -- English", date(2020, 2, 29), STRIKE, "Agence Nord Presse", "", "", "PORT ELLERY, Feb 29", lines=("Talks resume: what the drivers want, what the city", "can pay and why it may take until spring")),
    Told("Correction: The ferry's name", "courier.example.com.", date(2019, 3, 7), SHORT, "Staff", "UK NEWS"),
    Told("A river, a town, a question", "Süddeutscher Bote", date(2002, 8, 17), DAM, "VON KLARA WEISS", "Seite Drei", "Bayern"),
    Told("Who pays?", "Le Quotidien de l'Est", date(2012, 12, 1), STRIKE, "Lucie Marchand", "France; Pg. 11"),
    Told("May 5, 2019: the day the ferry stood still", "Daily Beacon & Sunday Beacon", date(2019, 5, 6), FERRY, "BY JO PIKE, CHIEF REPORTER", "FEATURES; Pg. 22,23", "Edition 2;  National Edition", graphic="PHOTO: The ferry on the rocks on Sunday."),
    Told("\"No comment\": union chief silent", "The Globe of Ellery", date(2018, 10, 21), STRIKE, "R. O'NEILL", "BUSINESS"),
)  # fmt: skip


def american(day: date, code: str = "en") -> str:
    return f"{MONTHS[code][day.month - 1]} {day.day}, {day.year}"


def european(day: date, code: str = "en") -> str:
    return f"{day.day}{'.' if code == 'de' else ''} {MONTHS[code][day.month - 1]} {day.year}"


def weekday(day: date, code: str = "en") -> str:
    return WEEKDAYS[code][day.weekday()]


DATE_LINES: tuple[Callable[[Told], str], ...] = (
    lambda a: f"{american(a.day)} {weekday(a.day)}" + (f", {a.edition}" if a.edition else ""),
    lambda a: f"{american(a.day)} {weekday(a.day)} 9:05 AM GMT",
    lambda a: f"{american(a.day)}, {weekday(a.day)}" + (f", {a.edition}" if a.edition else ""),
    lambda a: f"{weekday(a.day)} {european(a.day)} 11:59 PM EST",
    lambda a: f"{european(a.day, 'de')} {weekday(a.day, 'de')}",
    lambda a: f"{european(a.day, 'fr')} {weekday(a.day, 'fr')} 12:01 AM GMT+1",
    lambda a: european(a.day, "de").replace(".", ""),
    lambda a: f"{weekday(a.day)}, {american(a.day)}",
    lambda a: f"{weekday(a.day, 'pl')}, {european(a.day, 'pl')}",
    lambda a: f"{american(a.day)}" + (f" {a.edition}" if a.edition else ""),
)


def varied(articles: Sequence[Told], shift: int) -> list[tuple[Told, str]]:
    """Each article with a date line; another one for each `shift`."""
    return [(a, DATE_LINES[(i + shift) % len(DATE_LINES)](a)) for i, a in enumerate(articles)]


NEXIS_LABELS = {
    "en": ("Section", "Length", "words", "Byline", "Dateline", "Highlight", "Body", "Load-Date", "Language", "End of Document", "Classification", "Graphic"),
    "de": ("Rubrik", "Länge", "Wörter", "Autor", "Ort", "Highlight", "Textkörper", "Load-Date", "Sprache", "Ende des Dokuments", "Klassifizierung", "Grafik"),
    "fr": ("Rubrique", "Longueur", "mots", "Auteur", "Lieu", "Highlight", "Corps", "Date-chargement", "Langue", "Fin du document", "Classification", "Graphique"),
}  # fmt: skip


def nexis_paragraphs(told: Told, dated: str, code: str = "en", *, split: bool = False) -> list[str]:
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
    ) = NEXIS_LABELS[code]
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


NEXIS_COVER = (
    "User Name: Ada Reader",
    "Date and Time: Friday, May 10, 2019 3:12:00 PM EDT",
    "Job Number: 88123456",
    "Documents (10)",
)


def nexis_cover(articles: Sequence[Told], *, numbered: bool = True) -> list[str]:
    found = list(NEXIS_COVER)
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


def centred(text: str, width: int = 75) -> str:
    return text.center(width).rstrip()


def wrapped(text: str, width: int = 75) -> str:
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))


NUMBERED = {
    "en": ("{n} of {total} DOCUMENTS", "BYLINE", "SECTION", "LENGTH", "words", "DATELINE", "HIGHLIGHT", "GRAPHIC", "LOAD-DATE", "LANGUAGE"),
    "de": ("Dokument {n} von {total}", "AUTOR", "RUBRIK", "LÄNGE", "Wörter", "ORT", "HIGHLIGHT", "GRAFIK", "UPDATE", "SPRACHE"),
    "fr": ("Document {n} de {total}", "AUTEUR", "RUBRIQUE", "LONGUEUR", "mots", "LIEU", "HIGHLIGHT", "GRAPHIQUE", "DATE-CHARGEMENT", "LANGUE"),
}  # fmt: skip


def nexis_text(told: Told, dated: str, n: int, total: int, code: str = "en") -> str:
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


def old_nexis_text(told: Told, dated: str, n: int, total: int) -> str:
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


def nexis_html(told: Told, dated: str, n: int, total: int) -> str:
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


FACTIVA = {
    "en": ("en", "words", "English", "Document"),
    "de": ("de", "Wörter", "Englisch", "Dokument"),
    "fr": ("fr", "mots", "Anglais", "Document"),
    "es": ("es", "palabras", "Inglés", "Documento"),
    "ru": ("ru", "слов", "английский", "Документ"),
}


def accession(n: int) -> str:
    return f"COUR0000{20190305 + n}ef350001{'abcdefghijkl'[n % 12]}"


def factiva_html(told: Told, n: int, code: str = "en") -> str:
    stem, words, language, document = FACTIVA[code]
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


def factiva_plain(told: Told, n: int, code: str = "en") -> list[str]:
    """As RTF or text without codes: a line a field."""
    _, words, language, document = FACTIVA[code]
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


def factiva_codes(told: Told, n: int, gap: str = "\n", code: str = "en") -> str:
    _, words, language, document = FACTIVA[code]
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


def proquest_text(told: Told, n: int, total: int, *, short: bool = False) -> str:
    line = "_" * 60
    info = f"{told.publisher}; Halden [Halden]{'. ' if n % 2 else ' '}{told.day.day:02d} {MONTHS['en'][told.day.month - 1][:3]} {told.day.year}: A.4."
    head = (
        [line, "", f"Document {n} of {total}", "", told.title, ""]
        if not short
        else [line, "", f"Title: {told.title}", "", f"Publication title: {told.publisher}", ""]
    )
    head += [f"Author: {told.byline}", ""] if told.byline else []
    head += (
        [f"Publication info: {info}", "", "ProQuest document link", ""]
        if not short
        else [f"Publication date: {MONTHS['en'][told.day.month - 1][:3]} {told.day.day}, {told.day.year}", ""]
    )
    tail = ["Subject: Ferries; Accidents", "", "Location: Northland", ""]
    tail += (
        [
            f"Title: {told.title}",
            "",
            f"Publication title: {told.publisher}; Halden",
            "",
            f"Publication year: {told.day.year}",
            "",
            f"Publication date: {MONTHS['en'][told.day.month - 1][:3]} {told.day.day}, {told.day.year}",
            "",
        ]
        if not short
        else []
    )
    tail += [f"Section: {told.section}", ""] if told.section else []
    tail += [
        "ISSN: 12345678",
        "",
        f"ProQuest document ID: {24000000 + n}",
        "",
        f"Document URL: https://example.org/docview/{n}",
        "",
        "Copyright: Copyright Courier Ltd. Mar 5, 2019",
        "",
        "Last updated: 2019-03-08",
        "",
        "Database: ProQuest Central",
        "",
    ]
    return "\n".join([*head, "Full text: " + "\n\n".join(told.paragraphs), "", *tail])


def ris(told: Told, n: int, *, year_first: bool = True) -> str:
    day = f"{told.day:%Y/%m/%d}/" if year_first else f"{told.day:%Y/%b/%d}" if n % 2 else american(told.day)
    keys = [
        ("TY", "NEWS"),
        ("T1", told.title),
        ("AU", told.byline),
        ("JF", told.publisher),
        ("DA", day),
        ("SP", "4"),
        ("SN", "12345678"),
        ("AB", told.paragraphs[0]),
        ("KW", "Ferries"),
        ("KW", "Accidents"),
        ("UR", f"https://example.org/{n}"),
    ]
    return "\n".join(f"{key}  - {value}" for key, value in keys if value) + "\nER  - \n\n"


def newsbank_text(told: Told, n: int) -> str:
    head = [told.title, "", f"{american(told.day)} | {told.publisher}"]
    head += (
        [f"Author: {told.byline} | Section: {told.section or 'News'} | {told.n_words} Words"]
        if told.byline
        else [f"Section: {told.section or 'News'}"]
    )
    head += ["Page: 4", "OpenURL Link", ""]
    return "\n".join(
        [
            *head,
            "\n\n".join(told.paragraphs),
            "",
            f"Copyright (c) {told.day.year}, {told.publisher}. All rights reserved.",
            f"Record: 1234567{n:02d}X9",
            "",
            "",
        ]
    )


def gale_text(told: Told, n: int) -> str:
    month = MONTHS["en"][told.day.month - 1]
    head = [f"Title: {told.title}"] + ([f"Author: {told.byline}"] if told.byline else [])
    head += [
        f"Source: {told.publisher} [Halden, Northland], ({month[:3]}. {told.day.day}, {told.day.year}): News: p4.",
        "Document Type: Article",
        f"Copyright: COPYRIGHT {told.day.year} Courier Ltd",
        "Full Text:",
    ]
    return "\n".join(
        [
            *head,
            "\n\n".join(told.paragraphs),
            "",
            "Source Citation (MLA 9th Edition)",
            f'"{told.title}" {told.publisher}, {told.day.year}',
            f"Gale Document Number: GALE|A5766{n:05d}",
            "",
            "",
        ]
    )


def ebsco_text(told: Told, n: int) -> str:
    head = [f"Record: {n}", f"Title: {told.title}"] + ([f"Authors: {told.byline}"] if told.byline else [])
    head += [
        f"Source: {told.publisher}, {told.day:%m/%d/%Y}, p4, 1p",
        "Document Type: Article",
        "Subject Terms: *FERRIES",
        f"Full Text Word Count: {told.n_words}",
        "ISSN: 1234-5678",
        f"Accession Number: 1350{n:04d}",
        "Full Text:",
    ]
    return "\n".join([*head, "\n\n".join(told.paragraphs), "", "Database: Newspaper Source", "", ""])


def europresse_html(told: Told, n: int) -> str:
    return (
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{told.publisher}</span></div>'
        f'<span class="DocHeader">{told.section or "Une"}, {weekday(told.day, "fr")} {european(told.day, "fr")} - {told.n_words} mots, p. 4</span>'
        f'<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">{told.title}</p></div>'
        + (f'<div class="sm-margin-bottomNews">{told.byline}</div>' if told.byline else "")
        + '</header><section><div class="DocText clearfix">'
        + "".join(f"<p>{p}</p>" for p in told.paragraphs)
        + f'</div></section><footer><p>© {told.day.year} {told.publisher}. Tous droits réservés.</p><div class="publiC-lblNodoc">news·{told.day:%Y%m%d}·CO·{n:07d}</div></footer></article>'
    )
