"""Shapes that stand around articles: tables of contents, running heads, empty labels, what is below a text."""

from __future__ import annotations

import pytest

from tellings.corpus import markup
from tellings.corpus.databases import exports
from tellings.corpus.databases.forms import cited
from tests.corpus.databases.test_interfaces import STORY, TITLES, paragraphs, right, text, told

NEXIS = ["The Oxby Post", "{day}", "Copyright 2021 The Oxby Post", "Length: 19 words", "Body", *STORY, "Classification",
         "Load-Date: June 10, 2021", "End of Document"]  # fmt: skip


def nexis(n: int, title: str) -> list[str]:
    return [title, *(line.format(day=f"June {n}, 2021 Monday") for line in NEXIS)]


def test_a_table_of_contents_is_no_headline() -> None:
    listed = ["Table of Contents", *(f"{title}\t{n}" for n, title in enumerate(TITLES, 2))]
    assert told(paragraphs([listed, *(nexis(n, title) for n, title in enumerate(TITLES, 1))])) == right()


def test_a_headline_printed_again_under_a_pages_number_is_no_text() -> None:
    articles = []
    for n, title in enumerate(TITLES, 1):
        lines = nexis(n, title)
        again = ["Page 2 of 2", f"{title[:9].rstrip()}…"]
        articles.append(["Page 1 of 2", title, *lines[:7], *again, *lines[7:]])
    assert told(paragraphs(articles)) == right()


@pytest.mark.parametrize("page", ["Page 1 of 2", "Nexis Uni®"])
@pytest.mark.parametrize("n_words", [1, 3, 4])
def test_a_headline_whose_words_the_lead_begins_with_stays(page: str, n_words: int) -> None:
    lead = " ".join(STORY[0].split()[:n_words])
    titles = {lead: STORY[0], "Nobody reads there": STORY[1], "June": "June 9, 2021 was a day to remember."}
    articles = []
    for n, (title, said) in enumerate(titles.items(), 1):
        lines = nexis(n, title)
        articles.append([page, *lines[:6], said, "Page 2 of 2", *lines[6:]])
    found = told(paragraphs(articles))
    assert [row[0] for row in found] == [*titles]
    assert [row[3] for row in found] == [[said, *STORY] for said in titles.values()]


def test_a_sentence_under_a_pages_number_stays() -> None:
    articles = [
        [*lines[:7], "Page 2 of 2", *lines[7:]]
        for lines in (nexis(n, title) for n, title in enumerate(TITLES, 1))
    ]
    assert told(paragraphs(articles)) == right()


def test_an_edition_with_a_number_under_the_date_is_no_headline() -> None:
    articles = [
        [f"{n} of 5 DOCUMENTS", "The Oxby Post", f"June {n}, 2021", "Edition 1; National Edition", title,
         "SECTION: NEWS; Pg. 1", "LENGTH: 19 words", *STORY, "LOAD-DATE: June 10, 2021"]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert told(paragraphs(articles)) == right()


def test_labels_without_a_value_take_none_from_the_text() -> None:
    articles = [
        [f"Paper: The Oxby Post\nTitle: {title}\nDate: June {n}, 2021\nSection: {'News' * (n % 2)}\nPage: 3\n"
         "Edition:",
         *STORY, f"Record Number: 17A2B3C4D5E6F7{n}\nCopyright (c) 2021 The Oxby Post"]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert told(text(articles)) == right()


def test_a_citation_and_a_rule_below_a_text_are_none_of_it() -> None:
    articles = [
        [title, f"June {n}, 2021 | The Oxby Post\nSection: News\nPage: 3", *STORY,
         f"CITATION (APA STYLE)\n(2021, June {n}). {title}. The Oxby Post, p. 3.",
         "Copyright, 2021, The Oxby Post. All Rights Reserved.", "-" * 40]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert told(text(articles)) == right()


def test_below_a_row_of_waves_an_article_is_over() -> None:
    articles = [
        [f"Record: {n}", f"Title:\t{title}\nSource:\tThe Oxby Post; {n:02} Jun 2021, p3\nDocument Type:\tArticle\n"
         f"Accession Number:\t1678{n}", *STORY, "~~~~~~~~\nBy Anna Keel",
         "Copyright of The Oxby Post is the property of Oxby Ltd and may not be copied."]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert told(text(articles)) == right()


def test_the_databases_name_above_a_marked_headline_is_none_of_it() -> None:
    page = "<h2>Access World News</h2><p>America's News</p>" + "".join(
        f'<div><h1 class="document-view__title">{title}</h1><div class="meta"><span class="display-date">June {n}, 2021'
        f'</span> | <span class="source">The Oxby Post</span></div><div>Section: News</div>'
        f'<div class="document-view__body">{STORY[0]}<br/><br/>{STORY[1]}</div><div>Record: 19A2B3C4D5E6{n}</div></div>'
        for n, title in enumerate(TITLES, 1)
    )
    root, _ = markup.parsed(f"<html><body>{page}</body></html>".encode())
    assert told(exports.read(markup.lines(root), wrapped=False)) == right()


FORMS = {
    "Genios": "The Oxby Post vom 0{n}.06.2021, S. 4 / Politik\n\n{title}\n\n*\n\nQuelle:\tThe Oxby Post\n"
    "Ausgabe:\t0{n}.06.2021\n"
    "Dokumentnummer:\t2021060{n}\nAlle Rechte vorbehalten: (c) Oxby\n© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH",
    "Genios table": "{title}\n\nQuelle\n\nThe Oxby Post vom 0{n}.06.2021\n\nSeite\n\n5\n\nDokumentnummer\n\n"
    "X{n}\n\n*\n\n"
    "Alle Rechte vorbehalten: (c) Oxby",
    "Retriever": "{title}\nThe Oxby Post, 2021-06-0{n} 06:02\nPublicerat i print. Utrikes, Sida 4.\n\n*\n\n"
    "© The Oxby Post\n"
    "Alla artiklar är skyddade av upphovsrättslagen.\nSe webartikeln på https://retriever.example/{n}",
    "PressReader": "{title}\n\nThe Oxby Post · {n} June 2021 · 4\n\n*\n\nArticle Name:{title}\n"
    "Publication:The Oxby Post\n"
    "Start Page:4\nEnd Page:4",
    "WiseSearch": "{title}\nThe Oxby Post |  | 2021-06-0{n}\nNewspaper | News\n\n*\n\nDocument No: 2021060{n}0\n"
    "Copyright © 2021 Oxby. Content provided by Wisers Information Limited.",
    "EndNote": "%0 Newspaper Article\n%T {title}\n%J The Oxby Post\n%D 2021\n%8 June {n}, 2021\n%X *",
    "BibTeX": "@article{{w{n},\n  title = {{{title}}},\n  journal = {{The Oxby Post}},\n  year = {{2021}},\n"
    "  date = {{2021-06-0{n}}},\n  abstract = {{+}},\n}}",
    "EBSCO, no records": "Title: {title}\nSource: The Oxby Post, Jun {n}, 2021\nPublication Type: Newspaper\n"
    "Database: Newspaper Source\nAccession Number: 174{n}\nFull text:\n\n*\n\n"
    "Copyright of The Oxby Post is the property of Oxby.",
    "EBSCO, German": "Datensatz: {n}\n\nTitel:\t{title}\nQuelle:\tThe Oxby Post. 0{n}.06.2021, S4.\n"
    "Dokumenttyp:\tArtikel\n"
    "Zugangsnummer:\t140{n}\nDatenbank:\tNewspaper Source\n\n*\n\n~~~~~~~~",
    "NewsBank": "The Oxby Post - June {n}, 2021\n\n{title}\n\nSection: News\nPage: 4\n\n*\n\n"
    "Record Number: 10A2B3C4D5E6F7A8",
    "ProQuest in capitals": "Document {n} of 5\n\n{title}\n\nFULL TEXT\n\n*\n\nDETAILS\n\nSubject: Libraries\n\n"
    "Publication title: The Oxby Post; Oxby\n\nPublication date: Jun {n}, 2021\n\nProQuest document ID: 2923{n}",
    "ProQuest, unknown labels": "Dokument {n} von 5\n\n{title}\n\nWortnehmer: Anna Keel\n\n"
    "Woher: The Oxby Post ; Oxby [Oxby]0{n} Jun 2021: 4.\n\nVolltext: *\n\nHerkunft: Anna Keel\n\nThema: Floods\n\n"
    "Hausgeber: Oxby Ltd\n\nProQuest-Dokument-ID: 2923{n}",
    "a picture above the text": "{line}\n\nFull text: Enlarge this image.\n\n*\n\nTitle: {title}\n\n"
    "Publication title: The Oxby Post\n\n"
    "Publication date: Jun {n}, 2021\n\nProQuest document ID: 2923{n}",
    "Europresse": "The Oxby Post, no. 51,23{n}\nNews, Tuesday, June {n}, 2021, p. 4\n\n{title}\n\n*\n\n"
    "© 2021 The Oxby Post. All "
    "Rights Reserved.\n\nCertificate issued on June 15, 2021 to a library.\nnews·2021060{n}·GU·0000{n}",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_form(form: str) -> None:
    said = [
        FORMS[form]
        .format(n=n, title=title, line="_" * 60)
        .replace("*", "\n\n".join(STORY))
        .replace("+", " ".join(STORY))
        for n, title in enumerate(TITLES, 1)
    ]
    assert [row[:3] for row in told(text([[article] for article in said]))] == [row[:3] for row in right()]
    assert [" ".join(row[3]).split() for row in told(text([[article] for article in said]))] == [
        " ".join(STORY).split() for _ in TITLES
    ]


def test_running_heads_of_old_prints_are_no_text() -> None:
    page = " " * 60 + "Page 1"
    articles = [
        [page, f"{n} of 5 DOCUMENTS", "The Oxby Post", f"June {n}, 2021 Monday", title, "LENGTH: 19 words",
         "The town council of Oxby voted on Monday to", page, f"{title} The Oxby Post June {n}, 2021 Monday",
         "sell the old library.", STORY[1], "LOAD-DATE: June 10, 2021"]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert told(text(articles)) == right()


def test_codes_may_stand_beside_their_values_above_the_text_and_over_them_below_it() -> None:
    articles = [
        [f"HD\t{title}", "WC\t19 words", f"PD\t{n} June 2021", "SN\tThe Oxby Post", "SC\tOXBY", "LA\tEnglish",
         f"LP\n{STORY[0]}", f"TD\n{STORY[1]}", "CO\noxby : Oxby plc", "NS\ngcat : Politics", "RE\nuk : UK",
         f"AN\nDocument OXBY00002021060{n}eh6j0000{n}"]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert told(text(articles, "\n")) == right()


def test_a_bank_whose_name_is_a_code_stays_in_a_text_under_codes() -> None:
    story = [STORY[0], "TD Bank paid for it.", "IN June it closed.", STORY[1]]
    articles = [
        [f"HD\n{title}", f"PD\n{n} June 2021", "SN\nThe Oxby Post", "LA\nEnglish", f"LP\n{story[0]}",
         "TD\n" + "\n\n".join(story[1:]), f"AN\nDocument OXBY00002021060{n}eh6j0000{n}"]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert told(text(articles)) == right(story=story)


def test_a_writer_under_gales_headline_is_none_of_it_and_a_town_in_an_outlets_name_is() -> None:
    for writer in (["By Jane Ashdown"], ["Jane Ashdown"], []):
        export = paragraphs(
            [title, *writer, f"Source: The Post (Oxby), {n} June 2021, p. 4.", "Publisher: Oxby Press", *STORY,
             f"Document Number: GALE|A7777888{n}"]
            for n, title in enumerate(TITLES, 1)
        )  # fmt: skip
        assert told(export) == [(title, "The Post (Oxby)", *rest) for title, _, *rest in right()]
        assert export is not None
        assert {article.known.get("byline") for article in export.articles} == {*(writer or [None])}


@pytest.mark.parametrize("bullet", ["• ", "- ", ""])
def test_newsbanks_words_and_citations_are_no_text(bullet: str) -> None:
    articles = [
        [f"{title}\nJune {n}, 2021 | The Oxby Post", "19 Words\nPage: A4", *STORY,
         f"{bullet}Citation (APA Style)\nThe Oxby Post. (2021). {title}.", f"Record Number: 10AB23CD45EF{n}",
         "Copyright 2021 The Oxby Post"]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert told(text(articles)) == right()


def test_europresse_without_a_copyright_is_known_by_its_numbers() -> None:
    pages = [
        f'<article><span class="DocPublicationName">The Oxby Post</span><span class="DocHeader">mardi {n} juin '
        f'2021 - 9:05 UTC +01:00 19 mots</span><p class="titreArticleVisu">{title}</p><div class="docOcurrContainer">'
        f"{''.join(f'<p>{said}</p>' for said in STORY)}</div><p>© 2021 The Oxby Post</p>"
        f"<p>Numéro de document : news·2021060{n}·WEB·{n}</p></article>"
        for n, title in enumerate(TITLES, 1)
    ]
    root, _ = markup.parsed(f"<html><body>{''.join(pages)}</body></html>".encode())
    assert told(exports.read(markup.lines(root), wrapped=False)) == right()


def test_a_list_of_results_above_newsbanks_articles_and_a_number_above_ebscos_are_no_headlines() -> None:
    listed = ["NewsBank: Access World News", "Search results: library",
              *(f"{n}. {title} - The Oxby Post - June {n}, 2021" for n, title in enumerate(TITLES, 1))]  # fmt: skip
    newsbank = [
        [title, f"June {n}, 2021 | The Oxby Post", "Section: NEWS", *STORY, f"Record: 10AB23CD45EF{n}"]
        for n, title in enumerate(TITLES, 1)
    ]
    assert told(text([["\n".join(listed)], *newsbank])) == right()
    ebsco = [
        [f"{n} of 5", title, f"Source: The Oxby Post. Jun {n}, 2021, pA4.", "Document Type: Article", *STORY,
         f"Accession Number: AN{n}0001", "Database: Newswires"]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert told(paragraphs(ebsco)) == right()


def test_a_copyright_under_gales_number_is_none_of_the_next_headline() -> None:
    articles = [
        [title, f"Publication: The Oxby Post\nPublication date: {n} June 2021\nPages: 4", *STORY,
         f"Gale Document Number: GALE|IF050{n}1234\nCopyright: © The Oxby Post"]
        for n, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert told(text(articles)) == right()


def test_a_weekday_before_a_date_is_no_outlet() -> None:
    assert cited("Samstag, 9. Januar 1993") is None
    assert cited("The Oxby Post, Saturday, 9 January 1993") is not None
