"""Files of many articles that no form knows, and files of one article that look like them."""

from __future__ import annotations

from pathlib import Path

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
                "\n\n".join(STORY) + "\n" if line == "*" else line.format(title=title, outlet=outlet, n=n)
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
