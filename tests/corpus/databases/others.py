"""Exports as ProQuest, NewsBank, Gale, EBSCO and Europresse print them, and RIS."""

from __future__ import annotations

from tests.corpus.databases.made_up import MONTHS, Told, american, european, weekday


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
