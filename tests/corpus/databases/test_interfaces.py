"""Exports in other languages, and lines that look like others: what is label, date, cover, copyright, text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from tellings.corpus import markup
from tellings.corpus.databases import exports
from tellings.corpus.databases.exports import Export
from tellings.corpus.databases.lines import of_paragraph, of_text
from tellings.corpus.publication_dates import read_date

STORY = [
    "The town council of Oxby voted on Monday to sell the old library.",
    "Nobody reads there any more, councillor Jane Pym said.",
]
TITLES = [
    "Oxby sells its library",
    "Update: no sale yet",
    "MAYOR: 'NEVER AGAIN'",
    "Who reads?",
    "A roof for Oxby",
]


def told(export: Export | None) -> list[tuple[object, ...]]:
    assert export is not None
    return [
        (
            a.known.get("title"),
            a.known.get("publisher"),
            str(read_date(a.known.get("published"))),
            a.paragraphs,
        )
        for a in export.articles
    ]


def right(titles: Iterable[str] = TITLES, story: Sequence[str] = STORY) -> list[tuple[object, ...]]:
    return [(title, "The Oxby Post", f"2021-06-0{n}", list(story)) for n, title in enumerate(titles, 1)]


def text(articles: Iterable[Sequence[str]], between: str = "\n\n") -> Export | None:
    return exports.read(of_text("".join(between.join(lines) + "\n\n" for lines in articles)), wrapped=True)


def paragraphs(articles: Iterable[Sequence[str]]) -> Export | None:
    return exports.read(
        [line for lines in articles for p in lines for line in of_paragraph(p)], wrapped=False
    )


@pytest.mark.parametrize(
    ("separator", "byline", "length", "load", "month"),
    [
        ("Dokument {} z {}", "AUTOR", "DŁUGOŚĆ: 19 słów", "DATA ZAŁADOWANIA", "czerwca"),
        ("{} van {} DOCUMENTEN", "AUTEUR", "LENGTE: 19 woorden", "LAAD-DATUM", "juni"),
        ("Documento {} di {}", "AUTORE", "LUNGHEZZA: 19 parole", "DATA-CARICAMENTO", "giugno"),
    ],
)
def test_numbered_articles_in_other_languages(
    separator: str, byline: str, length: str, load: str, month: str
) -> None:
    found = text(
        [separator.format(n, 5), "The Oxby Post", f"{n} {month} 2021", title, f"{byline}: Anna Keel", length, *STORY,
         f"{load}: 10 {month} 2021", "NONSUCH-FIELD: Newspaper", "Copyright 2021 The Oxby Post"]
        for n, title in enumerate(TITLES, 1)
    )  # fmt: skip
    assert told(found) == right()


@pytest.mark.parametrize(
    "words",
    [
        (
            "Título",
            "Título de publicación",
            "Fecha de publicación",
            "Texto completo",
            "ID del documento de ProQuest",
        ),
        ("Tytuł", "Tytuł publikacji", "Data publikacji", "Pełny tekst", "Identyfikator dokumentu ProQuest"),
        (
            "Titolo",
            "Titolo della pubblicazione",
            "Data di pubblicazione",
            "Testo completo",
            "ID documento ProQuest",
        ),
    ],
)
def test_proquest_in_other_languages_and_without_its_closing_lines(words: tuple[str, ...]) -> None:
    title_, outlet, date, text_, number = words
    articles = [
        ["_" * 60, f"{text_}: {STORY[0]}", STORY[1], f"{title_}: {title}", f"{outlet}: The Oxby Post",
         f"{date}: 2021-06-0{n}", "Nowhere Listed: Books", f"{number}: 2187{n}"]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    closing = ["_" * 60, "Contact us at: http://www.proquest.com/", "Database copyright © 2021 ProQuest LLC."]
    assert told(text([*articles, closing])) == right()


def test_labels_that_recur_are_no_text_and_those_that_stand_once_are() -> None:
    def article(n: int, title: str, *, note: bool) -> list[str]:
        said = [*STORY, "Quaere: who is to pay?"] if note else STORY
        return [f"{n} of 5 DOCUMENTS", "The Oxby Post", f"June {n}, 2021", title, "LENGTH: 19 words", *said,
                "Vreemde-code: OXP", "LANGUAGE: ENGLISH"]  # fmt: skip

    found = text(article(n, title, note=n == 2) for n, title in enumerate(TITLES, 1))
    assert [row[3] for row in told(found)] == [
        [*STORY, "Quaere: who is to pay?"] if n == 2 else STORY for n in range(1, 6)
    ]


def test_an_edition_beside_the_date_is_no_headline() -> None:
    page = "".join(
        f"<p>{n} of 5 DOCUMENTS</p><p>The Oxby Post</p><p>June {n}, 2021<span> Monday </span><br>Late Edition</p>"
        f"<p>{title}</p><p>LENGTH: 19 words</p><p>{STORY[0]}</p><p>{STORY[1]}</p><p>LOAD-DATE: June 10, 2021</p>"
        for n, title in enumerate(TITLES, 1)
    )
    root, _ = markup.parsed(f"<html><body>{page}</body></html>".encode())
    found = exports.read(markup.lines(root), wrapped=False)
    assert told(found) == right()
    assert found
    assert {a.known["edition"] for a in found.articles} == {"Late Edition"}


def nexis(n: int, title: str, outlet: str = "The Oxby Post") -> list[str]:
    return [title, outlet, f"June {n}, 2021", f"Copyright 2021 {outlet} All Rights Reserved",
            "Length:\u00a019 words", "Body", *STORY, "Load-Date:\u00a0June 10, 2021", "End of Document"]  # fmt: skip


def test_a_headline_of_two_lines_below_a_cover_in_words_that_no_list_knows() -> None:
    title = "Oxby sells its library after a row\nof nine years"
    cover = ["Documents (1)", "1. Oxby sells its library after a row of nine years\nZaak: geen\nZoekwoorden: library",
             "Search Type: natural", "Soort zoekopdracht: gewoon"]  # fmt: skip
    (found,) = told(paragraphs([cover, nexis(1, title)]))
    assert found[:2] == ("Oxby sells its library after a row of nine years", "The Oxby Post")


def test_a_headline_may_begin_with_a_date() -> None:
    titles = ["2 June 2021: a black day", "A black day"]
    assert told(paragraphs(nexis(n, title) for n, title in enumerate(titles, 1))) == right(titles)
    heads = ["\n".join(nexis(n, title)[:4]) for n, title in enumerate(titles, 1)]
    assert told(paragraphs([head, *nexis(n, "")[4:]] for n, head in enumerate(heads, 1))) == right(titles)


def test_a_sentence_about_copyright_is_text_and_a_notice_is_not() -> None:
    story = ["Copyright in the plans stays with the architect, a note says.", "He left the town."]
    lines = [[*nexis(1, TITLES[0])[:6], *story, "Copyright 2021 The Oxby Post", "End of Document"]]
    assert told(paragraphs(lines)) == right(TITLES[:1], story)


def test_newsbank_with_the_date_behind_the_outlet_and_gale_with_the_outlet_behind_from() -> None:
    newsbank = text(
        [title, f"The Oxby Post - June {n}, 2021", "Section: News", *STORY, f"Record: 17300{n}",
         f"Record Number: 19000{n}", "Copyright (c) 2021 The Oxby Post"]
        for n, title in enumerate(TITLES, 1)
    )  # fmt: skip
    assert told(newsbank) == right()
    gale = text(
        [f"{title}\nDate: June {n}, 2021\nFrom: The Oxby Post\nDocument Type: Article",
         "Full Text: COPYRIGHT 2021 Big Media", *STORY, f"Gale Document Number: GALE|A5700{n}"]
        for n, title in enumerate(TITLES, 1)
    )  # fmt: skip
    assert told(gale) == right()


def test_ebsco_with_the_text_below_the_name_of_the_database() -> None:
    found = text(
        [f"Record: {n}\nTitle: {title}\nSource: The Oxby Post, 06/0{n}/2021, p4\nDocument Type: Article\n"
         f"Accession Number: 1350{n}\nDatabase: Newspaper Source\nSection: News", title, *STORY,
         "Copyright of The Oxby Post is the property of Big Media and may not be copied."]
        for n, title in enumerate(TITLES, 1)
    )  # fmt: skip
    assert found
    assert [(a.known["title"], a.known["publisher"], a.paragraphs) for a in found.articles] == [
        (title, "The Oxby Post", STORY) for title in TITLES
    ]


def test_ris_with_two_names_of_the_outlet_an_unknown_code_and_an_abstract_beside_the_text() -> None:
    found = text(
        (["TY  - NEWS", f"T1  - {title}", "JF  - The Oxby Post", "JO  - Oxby Post", "J2  - OP", f"DA  - 2021/06/0{n}/",
          "AB  - A vote.", f"N2  - {' '.join(STORY)}", "ER  - "] for n, title in enumerate(TITLES, 1)),
        "\n",
    )  # fmt: skip
    assert told(found) == right(story=[" ".join(STORY)])


def test_europresse_with_a_section_before_the_date() -> None:
    found = paragraphs(
        ["The Oxby Post", f"Idées, mardi {n} juin 2021 19 mots, p. {n}", title, *STORY,
         "© 2021 The Oxby Post. Tous droits réservés. Le présent document est protégé.", f"news·2021060{n}·OP·1{n}"]
        for n, title in enumerate(TITLES, 1)
    )  # fmt: skip
    assert told(found) == right()


def test_an_outlet_of_two_lines_and_an_address_below_a_headline() -> None:
    outlet = "BBC Monitoring Europe - Political\nSupplied by BBC Worldwide Monitoring"
    found = told(paragraphs(nexis(n, title, outlet) for n, title in enumerate(TITLES, 1)))
    assert [row[:2] for row in found] == [(title, outlet.replace("\n", " ")) for title in TITLES]
    proquest = [
        ["_" * 60, title, f"Publication info: The Oxby Post ; Oxby [Oxby]. 0{n} Jun 2021: A.4.",
         "https://example.org/docview/25", f"Full text: {STORY[0]}", STORY[1], "ProQuest document ID: 25"]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert told(text(proquest)) == right()
