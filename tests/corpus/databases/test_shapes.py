"""Shapes that stand around articles: tables of contents, running heads, empty labels, what is below a text."""

from __future__ import annotations

from tellings.corpus import markup
from tellings.corpus.databases import exports
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
