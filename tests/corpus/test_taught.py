"""What people say of their sources: lines with which articles begin, columns, folders, copies."""

from __future__ import annotations

import pytest

from tellings.corpus.taught import NOTHING, Taught, of_record, pattern
from tellings.errors import SourceError


@pytest.mark.parametrize(
    ("like", "lines", "others"),
    [
        (
            "Article 1 of 20",
            ["Article 2 of 20", "ARTICLE  12 OF 20"],
            ["Article two", "In Article 1 of 20 it says"],
        ),
        ("*** Text 3 ***", ["*** Text 14 ***"], ["Text 14", "** Text 14 **"]),
        ("-----", ["---", "--------", "- - - -"], ["--", "- one", "====="]),
        ("____", ["______________"], ["a____"]),
        (
            "16 May 2025",
            ["3 June 2024", "May 3, 2024", "2024-05-03", "Friday, 16 May 2025"],
            ["On 16 May 2025 it rained"],
        ),
        ("#12:", ["#3:"], ["# 3:", "#3: Bridge"]),
        ("(c) The Post [3]", ["(c) The Post [17]"], ["c The Post 3"]),
    ],
)
def test_a_line_stands_for_those_like_it(like: str, lines: list[str], others: list[str]) -> None:
    begin = pattern(like)
    assert [line for line in lines if begin.said(line) is None] == []
    assert [line for line in others if begin.said(line) is not None] == []


@pytest.mark.parametrize(
    ("like", "line", "said"),
    [
        ("Headline: Bridge shut", "Headline: Ferry runs: at last", "Ferry runs: at last"),
        ("HEADLINE: *", "Headline: Ferry runs", "Ferry runs"),
        ("Story 1 - * (*)", "Story 12 - Ferry runs (The Post)", "Ferry runs"),
        ("Article 1", "Article 2", ""),
        ("1 May 2025", "3 June 2024", "3 June 2024"),
    ],
)
def test_what_such_a_line_says_is_the_articles_own(like: str, line: str, said: str) -> None:
    assert pattern(like).said(line) == said


@pytest.mark.parametrize("like", ["", "  ", "--", "*", "* *", "a * b * c * d * e"])
def test_a_line_that_says_nothing_is_refused(like: str) -> None:
    with pytest.raises(SourceError, match=r"give (one|a line|3)"):
        Taught(begins=(like,))


def test_what_means_nothing_is_refused() -> None:
    with pytest.raises(SourceError, match="There is no field 'colour'"):
        Taught(columns=(("colour", "Farbe"),))
    with pytest.raises(SourceError, match="keep, drop, once"):
        Taught(copies="burn")


def test_what_is_said_is_stored_and_comes_back() -> None:
    assert NOTHING.record() == {}
    said = Taught(("Article 1", "-----"), (("text", "Inhalt"),), folders=True, copies="once")
    assert of_record(said.record()) == said
    assert of_record(None) == of_record({}) == NOTHING


def test_what_is_said_of_more_sources_leaves_what_was_said_before() -> None:
    first = Taught(("Article 1",), (("text", "Inhalt"), ("title", "Titel")), copies="drop")
    more = Taught(("-----",), (("title", "Kopf"),))
    assert first.with_more(more) == Taught(
        ("Article 1", "-----"), (("text", "Inhalt"), ("title", "Kopf")), copies="drop"
    )
    assert first.with_more(Taught(copies="once")).copies == "once"
