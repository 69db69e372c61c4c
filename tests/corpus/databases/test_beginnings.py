"""Files that hold several articles in a form that nobody knows, parted by a line that their user has shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tellings.corpus.taught import Taught
from tests.corpus.files import write_docx, write_rtf
from tests.corpus.reading import read, told

CLIPPINGS = [
    "My clippings of May",
    "Article 1 of 3",
    "Bridge shut at Dunmore",
    "By Anna Keel",
    "16 May 2025",
    "The old bridge at Dunmore was shut on Friday: an inspector had found cracks in two of its piers.",
    "“We had no choice,” the mayor said.",
    "Article 2 of 3",
    "Ferry runs again",
    "17 May 2025",
    "The ferry ran again on Saturday, its owner said.",
    "Article 3 of 3",
    "No headline stands above this one, which is a paragraph of words alone.",
]


@pytest.mark.parametrize("ending", ["txt", "docx", "rtf", "html"])
def test_a_taught_line_parts_files_of_all_kinds(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"may.{ending}"
    if ending == "docx":
        write_docx(path, CLIPPINGS)
    elif ending == "rtf":
        write_rtf(path, CLIPPINGS)
    elif ending == "html":
        path.write_text(
            "<html><body>" + "".join(f"<p>{line}</p>" for line in CLIPPINGS) + "</body></html>", "utf-8"
        )
    else:
        path.write_text("\n\n".join(CLIPPINGS), "utf-8")
    documents, problems = read(path, taught=Taught(begins=("Article 7 of 9",)))
    assert told(documents) == [
        ("Bridge shut at Dunmore", None, date(2025, 5, 16)),
        ("Ferry runs again", None, date(2025, 5, 17)),
        (None, None, None),
    ]
    assert documents[0].byline == "By Anna Keel"
    assert documents[0].text.endswith("\n\n".join(CLIPPINGS[5:7]))
    assert documents[2].text == CLIPPINGS[12]
    assert [d.part for d in documents] == [f"article {n} of 3" for n in (1, 2, 3)]
    above = [p for p in problems if "before its first article" in p.reason]
    assert [p.action for p in above] == ["left out"]


def test_labels_above_the_text_are_read_and_words_with_a_colon_in_it_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Headline: Bridge shut\nSource: The Post\nDate: 16 May 2025\nThe bridge was shut.\n\nThe mayor: nothing new.\n"
        "Headline: Ferry runs\nOutlet: The Star\nDate: 17 May 2025\nText: The ferry ran again.\n",
        "utf-8",
    )
    documents, problems = read(tmp_path / "a.txt", taught=Taught(begins=("Headline: Bridge shut",)))
    assert told(documents) == [
        ("Bridge shut", "The Post", date(2025, 5, 16)),
        ("Ferry runs", "The Star", date(2025, 5, 17)),
    ]
    assert [d.text for d in documents] == [
        "Bridge shut\n\nThe bridge was shut.\n\nThe mayor: nothing new.",
        "Ferry runs\n\nThe ferry ran again.",
    ]
    assert problems == []


def test_a_line_of_signs_parts_articles_and_no_word_is_lost(tmp_path: Path) -> None:
    stories = [f"Story {n}\n\nThe ferry made trip {n} on Monday.\nIt was late." for n in range(1, 5)]
    (tmp_path / "a.txt").write_text("".join(f"=====\n{story}\n" for story in stories), "utf-8")
    documents, _ = read(tmp_path / "a.txt", taught=Taught(begins=("===",)))
    assert [d.text for d in documents] == stories


def test_a_file_without_such_a_line_is_read_as_it_is_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry ran again on Saturday.", "utf-8")
    documents, problems = read(tmp_path / "a.txt", taught=Taught(begins=("Article 1",)))
    assert [d.text for d in documents] == ["The ferry ran again on Saturday."]
    assert [(p.reason, p.action) for p in problems] == [
        ("no line of it is like 'Article 1'", "read as one article")
    ]
