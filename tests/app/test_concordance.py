"""The search as corpus linguists do it: each view tells its numbers, and each leads to its lines."""

from __future__ import annotations

import re

import pytest

from tellings.ui.concordance import ORDERS
from tests.app.opening import open_page, said


def numbers(page: str, pattern: str) -> tuple[int, ...]:
    found = re.search(pattern, page)
    assert found, page[-2000:]
    return tuple(int(n.replace(",", "")) for n in found.groups())


@pytest.mark.parametrize("order", ORDERS)
def test_as_many_lines_as_the_number_says_in_each_order(order: str) -> None:
    page = said(open_page("search", q="lemma:threaten", view="lines", sort=order))
    assert numbers(page, r"([\d,]+) lines in ([\d,]+) articles") == (4, 3)
    assert page.count('class="t-kwic-node"') == 4
    assert page.count("sel=span&amp;sel=start%3A") == 4, "each line leads to its place in the reader"


def test_lines_are_sorted_by_the_word_to_the_right() -> None:
    page = said(open_page("search", q="[person] said", view="lines", sort="r1"))
    after = re.findall(r'target="_self">[^<]*</a></td>\s*<td>\W*(\w*)', page)
    assert len(after) > 5
    assert [word.lower() for word in after] == sorted(word.lower() for word in after)


def test_what_stands_near_leads_to_lines_of_the_same_number() -> None:
    app = open_page("search", q="talks", view="near")
    table = app.dataframe[0].value
    row = table[table.Word == "direct"].iloc[0]
    lines = said(open_page("search", q="talks {~4} direct", view="lines"))
    assert numbers(lines, r"([\d,]+) lines in") == (row.Together,)


def test_a_word_is_told_by_article_with_how_evenly() -> None:
    app = open_page("search", q="talks", view="spread")
    assert numbers(said(app), r"([\d,]+) times in (\d+) of (\d+) article") == (42, 5, 5)
    assert "DP = 0.09" in said(app)
    assert int(app.dataframe[0].value.Times.sum()) == 42


def test_frequent_words_are_counted_in_rows_and_narrowed() -> None:
    app = open_page("search", view="words", sort="2", q="talks")
    words = app.dataframe[0].value
    assert words.Word.str.contains("talks").all()
    assert words.iloc[0].Word == "the talks"


def test_key_words_ask_for_a_choice_first() -> None:
    assert "Choose an article" in said(open_page("search", view="key"))
    app = open_page("search", view="key", publisher="AFP")
    assert "Words of 1 article against 4 others" in said(app)
    table = app.dataframe[0].value
    assert list(table["G²"]) == sorted(table["G²"], reverse=True)


def test_a_query_that_cannot_be_read_says_where() -> None:
    page = said(open_page("search", q="said [person", view="lines"))
    assert "a bracket is not closed" in page
    assert "character 6" in page


@pytest.mark.parametrize("view", ["lines", "near", "spread", "words"])
def test_nothing_found_says_what_to_loosen_or_to_try(view: str) -> None:
    narrowed = open_page("search", q="talks", view=view, date="2030-01-01..2031-01-01")
    assert "published from 2030-01-01 to 2031-01-01" in said(narrowed)
    narrowed.button(key="clear").click().run()
    assert not narrowed.exception
    assert set(narrowed.query_params) == {"q", "view"}
    assert re.search("Try lemma:|in no word", said(open_page("search", q="zzzz", view=view)))


def test_frequent_words_are_narrowed_without_regard_to_accents() -> None:
    words = open_page("search", view="words", q="Türkiye").dataframe[0].value
    assert list(words.Word) == ["turkiye"]
