"""Files of many articles that no form knows, and files of one article that look like them."""

from __future__ import annotations

import re
from html import escape
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tellings.corpus.databases import exports, guessed
from tellings.corpus.databases.lines import of_text
from tests.corpus.databases.test_interfaces import told
from tests.corpus.reading import read

TITLES = ["Oxby sells its library", "WHO READS?", "Mayor: ‘Never again’", "On 3 March 2019 the roof fell"]
OUTLETS = ["The Oxby Post", "Agence Nord – English", "halden.example", "Plainsman, The (Halden)"]
STORY = [
    "The town council of Oxby voted on Monday to sell it.",
    "Nobody reads there any more, a councillor said.",
]
PAST = "The river rose again in the night and many people left their homes for the school hall."

SHAPES = {
    "number below": "{title}/{outlet}, March {n}, 2021, page 4//*/Article ID: 55{n}",
    "outlet above": "{outlet}/{n} March 2021/{title}//*/Archive reference WH-000{n}",
    "outlet beneath": "{title}/March {n}, 2021/{outlet}/Section: News/120 words//*/© {outlet}//[ Back to list ]",
    "stars above": "******/{title}/{outlet} | 2021-03-0{n}//*/Kept by the archive",
    "German": "{title}/{outlet} vom 0{n}.03.2021//*/- Ende -/",
}


def printed(shape: str) -> str:
    lines = []
    for n, (title, outlet) in enumerate(zip(TITLES, OUTLETS, strict=True), 1):
        for line in shape.split("/"):
            lines.append(
                "\n\n".join(STORY) + "\n"
                if line == "*"
                else line.format(title=title, outlet=outlet, n=n, a="abcd"[n - 1])
            )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("shape", SHAPES)
def test_articles_with_a_head_that_comes_again(shape: str) -> None:
    lines = of_text(printed(SHAPES[shape]))
    assert exports.read(lines, wrapped=True) is None
    found = guessed.part(lines, wrapped=True)
    assert told(found) == [
        (title, outlet, f"2021-03-0{n}", STORY)
        for n, (title, outlet) in enumerate(zip(TITLES, OUTLETS, strict=True), 1)
    ]


def test_a_guess_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(printed(SHAPES["number below"]), encoding="utf-8")
    documents, problems = read(path)
    assert len(documents) == len(TITLES)
    assert [problem.reason for problem in problems] == [
        "no form knows it; it seems to be articles parted by lines like 'Article ID: 551'; teach the line with which "
        "they begin if not"
    ]


BESIDE = {
    "between date and headline": "{outlet}/{n} March 2021/Words of kind {a},/{title}//*/Archive reference WH-000{n}",
    "above the headline": "Kept in drawer {a}./{title}/{outlet} | 2021-03-0{n}, page {n}//*/-- Ende --",
    "a line more above": "{title}/Words of kind {a}/{outlet} | 2021-03-0{n}, page {n}//*/-- Ende --",
    "labels": "{title}/{outlet} vom 0{n}.03.2021, S. {n}/Section: Rooms {a}/Mood: {a} and low//*/Seen: by {a}/"
    "Edition: late {a}/- Ende -",
    "alike in all": "{title}/March {n}, 2021/{outlet}/A daily paper/{n}20 words//*/© {outlet}/Kept by the town/"
    "[ Back to list ]",
}


@pytest.mark.parametrize("wrapped", [True, False])
@pytest.mark.parametrize("shape", BESIDE)
def test_no_word_is_lost_in_guessing(shape: str, wrapped: bool, tmp_path: Path) -> None:
    text = printed(BESIDE[shape]) + "Printed for reader 7\nwww.archive.example\n"
    path = tmp_path / ("a.txt" if wrapped else "a.html")
    tags = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line)
    path.write_text(text if wrapped else f"<html><body>{tags}</body></html>", encoding="utf-8")
    documents, problems = read(path)
    assert [document.title for document in documents] == TITLES
    kept = " ".join(
        " ".join([d.text, d.publisher or "", d.section or "", d.edition or "", d.byline or ""])
        for d in documents
    ) + " ".join(problem.reason for problem in problems)
    said = {re.sub(r"\w*\d[\w-]*", "#", word) for word in re.findall(r"[\w-]+", kept)}
    months = {"March", "vom", "Section", "Edition"}
    words = {re.sub(r"\w*\d[\w-]*", "#", word) for word in re.findall(r"[\w-]+", text)} - months
    assert words <= said


def test_lines_that_come_again_are_each_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    n_asked = n_read = 0
    head, one = guessed._head, guessed._read

    def asked(text: str) -> Any:
        nonlocal n_asked
        n_asked += 1
        return head(text)

    def counted(*args: Any, **named: Any) -> Any:
        nonlocal n_read
        n_read += 1
        return one(*args, **named)

    monkeypatch.setattr(guessed, "_head", asked)
    monkeypatch.setattr(guessed, "_read", counted)
    names = ["".join(letters) for letters in product("abcdefgh", repeat=2)]
    text = "\n".join(f"line {name} here\nThe {name} Post, 4 March 2021" for _ in range(3) for name in names)
    guessed.part(of_text(text), wrapped=True)
    assert 0 < n_asked <= len(text.splitlines())
    assert n_read <= 1


def days(text: str) -> str:
    return "\n\n".join(text.format(day=day, past=PAST) for day in range(3, 9))


@pytest.mark.parametrize(
    "text",
    [
        days("March {day}, 2021\n\n{past} {past}\n\n* * *"),
        days("{day} March 2021\nThe wall\n{past}"),
        "Flood: live\n\n" + days("Jo Pell, 9 Feb 2021\n\nMinister speaks\n\n{past}\n\nShare"),
        "What's on\n\n" + days("Folk night\nTown Hall, {day} March 2021\n\n{past}\n\nTickets: {day}0"),
        "Letters\n\n" + days("Sir, {past}\n\nJane Pym\nOxby, 9 February 2021\n\n***"),
        days("From: a@b.example\nDate: {day} March 2021\nSubject: wall\n\n{past}\n\n-- "),
        days("Item {day}\nDate: 9 March 2021\nSection: {day}\n\n{past}\n\nAuthor: clerk"),
        f"Wall falls\n\n{PAST}\n\nEnd of document\n\n{PAST}\n\nDocument 1 of 3\n\n{PAST}",
        f"Wall falls\n\nTitle: it is what the mayor said.\n\nSource: none.\n\n{PAST}\n\nCopyright: the town",
    ],
    ids=["diary", "timeline", "live", "events", "letters", "mails", "minutes", "words of a form", "labels"],
)
@pytest.mark.parametrize("wrapped", [True, False])
def test_one_article_is_not_parted(text: str, wrapped: bool) -> None:
    lines = of_text(text)
    assert exports.read(lines, wrapped=wrapped) is None
    assert guessed.part(lines, wrapped=wrapped) is None
