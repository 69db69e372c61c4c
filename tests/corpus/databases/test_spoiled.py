"""Exports that are none, two in one file, and files whose ending lies."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tellings.corpus.databases import articles, exports, forms, recurring
from tellings.corpus.databases.lines import of_text
from tests.corpus import files
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


PARTS = {"N": NUMBERED, "F": CODES, "E": printed("Europresse"), "P": printed("ProQuest in capitals")}


@pytest.mark.parametrize("order", ["NF", "FN", "EN", "NE", "PF", "NFN", "NEF", "FEF", "EFNPE", "NFEPNF"])
def test_exports_one_behind_another(order: str, monkeypatch: pytest.MonkeyPatch) -> None:
    n_read = 0
    one = exports._read

    def counted(*args: Any, **named: Any) -> exports.Export | None:
        nonlocal n_read
        n_read += 1
        return one(*args, **named)

    monkeypatch.setattr(exports, "_read", counted)
    found = exports.read(of_text("".join(PARTS[name] for name in order)), wrapped=True)
    assert [row[:3] for row in told(found)] == [row[:3] for row in right()] * len(order)
    assert n_read < len(forms.known()) + 10 * len(order)


def test_labels_that_recur_in_the_second_of_two_reports_are_no_text() -> None:
    more = printed("ProQuest in capitals") * 3
    other = printed("ProQuest, unknown labels").replace("Wortnehmer: Anna Keel\n\n", "")
    found = told(exports.read(of_text(more + other), wrapped=True))
    assert found == right() * 4


ENDS = {"N": NUMBERED, "F": CODES} | {
    name: printed(name)
    for name in ("Genios table", "Retriever", "PressReader", "EBSCO, German", "NewsBank", "Europresse")
}


@pytest.mark.parametrize("above", [STORY[0][:20], STORY[1][20:40]], ids=["in its head", "in its text"])
@pytest.mark.parametrize("form", ENDS)
def test_an_export_that_ends_within_an_article(tmp_path: Path, form: str, above: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENDS[form][: ENDS[form].rindex(above)], encoding="utf-8")
    documents, problems = read(path)
    assert [document.title for document in documents] == TITLES
    said = {"the export ends within this article; download it again"}
    if above == STORY[0][:20]:
        said.add("the export has no text of it")
    assert {problem.reason for problem in problems if problem.doc_id == documents[-1].doc_id} == said


def test_what_is_too_little_for_an_article_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENDS["Retriever"] + "A bridge\n", encoding="utf-8")
    documents, problems = read(path)
    assert [document.title for document in documents] == TITLES
    assert [problem.reason for problem in problems] == ["it has lines beside the text: 'A bridge'"]


@pytest.mark.parametrize("label", ["Woher", "Publication info"])
@pytest.mark.parametrize("filler", [" " * 300, "; " * 150, "a " * 150], ids=["blanks", "signs", "words"])
def test_of_a_long_value_only_the_beginning_is_asked_for_outlet_and_date(
    label: str, filler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def seen(patterns: forms.Patterns, text: str) -> re.Match[str] | None:
        if patterns and "published" in patterns[0].groupindex:
            asked.append(len(text))
        return forms.matches(patterns, text)

    for module in (articles, recurring):
        monkeypatch.setattr(module, "matches", seen)
    said = printed("ProQuest, unknown labels").replace(" ; Oxby", f" ;{filler}Oxby").replace("Woher", label)
    found = exports.read(of_text(said), wrapped=True)
    assert 0 < max(asked, default=0) <= 200
    if filler.isspace():
        assert [row[:3] for row in told(found)] == [row[:3] for row in right()]


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


@pytest.mark.parametrize("ending", ["doc", "txt", "html", "rtf", "pdf"])
def test_a_word_file_under_another_ending(tmp_path: Path, ending: str) -> None:
    written = files.write_docx(tmp_path / "a.docx", NUMBERED.split("\n\n"))
    path = written.rename(written.with_suffix(f".{ending}"))
    packed = tmp_path / "b.zip"
    with ZipFile(packed, "w") as archive:
        archive.write(path, path.name)
    for source in (path, packed):
        documents, problems = read(source)
        assert [document.title for document in documents] == TITLES
        assert ["but it is DOCX" in problem.reason for problem in problems] == [True] * (ending != "doc")
