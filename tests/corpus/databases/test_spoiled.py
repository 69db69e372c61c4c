"""Exports that are none, two in one file, and files whose ending lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.corpus.databases import exports
from tellings.corpus.databases.lines import of_text
from tests.corpus.databases.test_interfaces import STORY, TITLES, right, told
from tests.corpus.databases.test_shapes import FORMS
from tests.corpus.reading import read


def printed(form: str) -> str:
    said = "\n\n".join(FORMS[form].format(n=n, title=title) for n, title in enumerate(TITLES, 1))
    return said.replace("*", "\n\n".join(STORY)) + "\n\n"


NUMBERED = "".join(
    f"{n} of 5 DOCUMENTS\n\nThe Oxby Post\n\nJune {n}, 2021\n\n{title}\n\nLENGTH: 19 words\n\n{STORY[0]}\n\n"
    f"{STORY[1]}\n\nLOAD-DATE: June 10, 2021\n\nCopyright 2021 The Oxby Post\n\n"
    for n, title in enumerate(TITLES, 1)
)
CODES = "".join(
    f"HD  {title}\nWC  19 words\nPD  {n} June 2021\nSN  The Oxby Post\nLP  {STORY[0]}\n\nTD  {STORY[1]}\n\n"
    f"NS  gcat : News\nAN  Document OXBY00020210601ek280000{n}\n\n"
    for n, title in enumerate(TITLES, 1)
)


@pytest.mark.parametrize(
    "parts",
    [(NUMBERED, CODES), (printed("Europresse"), NUMBERED), (printed("ProQuest in capitals"), CODES)],
    ids=["numbers, codes", "Europresse, numbers", "ProQuest, codes"],
)
def test_two_exports_one_behind_another(parts: tuple[str, str]) -> None:
    found = exports.read(of_text("".join(parts)), wrapped=True)
    assert [row[:3] for row in told(found)] == [row[:3] for row in right()] * 2


def test_labels_that_recur_in_the_second_of_two_reports_are_no_text() -> None:
    more = printed("ProQuest in capitals") * 3
    other = printed("ProQuest, unknown labels").replace("Wortnehmer: Anna Keel\n\n", "")
    found = told(exports.read(of_text(more + other), wrapped=True))
    assert found == right() * 4


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ProQuest", "Report Information from ProQuest\n\nTable of contents\n\nContact us at: http://x.example\n\n"
         "Database copyright 2021 ProQuest LLC. All rights reserved.\n\nTerms and Conditions: https://x.example"),
        ("Factiva", "Search Summary\n\nText\n\nResults Found 0\n\nTimestamp 15 June 2021\n\n© 2021 Factiva, Inc."),
    ],
)  # fmt: skip
def test_a_report_without_an_article(name: str, text: str) -> None:
    found = exports.read(of_text(text), wrapped=True)
    assert found is not None
    assert (found.name, found.articles) == (name, [])


@pytest.mark.parametrize("ending", ["html", "rtf", "docx", "pdf"])
def test_plain_text_under_another_ending(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_text(NUMBERED, encoding="utf-8")
    documents, problems = read(path)
    assert [document.title for document in documents] == TITLES
    assert "but it is text" in problems[0].reason
