"""Tables of articles: CSV, spreadsheets, Parquet and JSON, a row or record an article."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from tellings.corpus.taught import Taught
from tests.corpus.databases.made_up import FERRY as STORY
from tests.corpus.reading import read, told


@pytest.mark.parametrize(
    "head",
    [
        "title,source,date,text",
        "Titel;Zeitung;Datum;Volltext",
        "titre\tjournal\tdate de publication\ttexte intégral",
        "titular|medio|fecha|contenido",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_in_text(tmp_path: Path, head: str, encoding: str) -> None:
    mark = next(mark for mark in ";\t|," if mark in head)
    rows = [
        head,
        *(
            mark.join([f'"{a}"', "The Courier", day, '"' + "\n\n".join(STORY).replace('"', '""') + '"'])
            for a, day in (("One", "13/02/2019"), ("Two", "05/03/2019"))
        ),
    ]
    (tmp_path / "a.csv").write_bytes("\r\n".join(rows).encode(encoding))
    documents, _ = read(tmp_path / "a.csv")
    assert told(documents) == [
        ("One", "The Courier", date(2019, 2, 13)),
        ("Two", "The Courier", date(2019, 3, 5)),
    ]
    assert documents[1].text == "\n\n".join(STORY)
    assert documents[1].part == "row 3"


def test_a_table_whose_text_has_no_known_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('headline,words\nOne,"' + " ".join(STORY) + '"\n', "utf-8")
    (document,), _ = read(tmp_path / "a.csv")
    assert (document.title, document.text) == ("One", " ".join(STORY))
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    documents, (problem,) = read(tmp_path / "a.csv")
    assert not documents
    assert "no column that holds the texts (its columns: 'a', 'b')" in problem.reason


def test_spreadsheets_parquet_and_json(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Headline", "Newspaper", "Date", "Text"])
    book.active.append(["Aground", "The Courier", date(2019, 3, 5), STORY[0]])
    book.save(tmp_path / "a.xlsx")
    record = {
        "headline": "Aground",
        "source": {"name": "The Courier"},
        "date": "2019-03-05T10:00:00Z",
        "content": STORY[0],
    }
    (tmp_path / "b.json").write_text(json.dumps({"articles": [record]}), "utf-8")
    flat = {**record, "source": "The Courier", "date": pd.Timestamp("2019-03-05")}
    pd.DataFrame([flat]).to_parquet(tmp_path / "c.parquet")
    documents, problems = read(tmp_path)
    assert told(documents) == [("Aground", "The Courier", date(2019, 3, 5))] * 3
    assert [d.text for d in documents] == [STORY[0]] * 3
    assert [d.part for d in documents] == ["row 2", "record 1", "record 1"]
    assert not problems


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            {"mentions": [{"text": "Camotes Sea"}], "quotations": [{"text": "He had seen nothing of it"}]},
            "several lists",
        ),
        ({"names": [{"text": "Camotes Sea"}, {"text": "Cebu"}]}, "fewer than 4 words"),
        ([{"text": "27"}, {"text": "31 dead"}], "fewer than 4 words"),
    ],
)
def test_records_about_articles_are_no_articles(tmp_path: Path, found: object, said: str) -> None:
    (tmp_path / "key.json").write_text(json.dumps(found), "utf-8")
    documents, problems = read(tmp_path)
    assert documents == []
    assert said in problems[0].reason


def test_a_list_of_articles_among_others_is_known_by_its_name(tmp_path: Path) -> None:
    found = {"facets": [{"text": "a", "n": 3}], "results": [{"text": "The ferry sank on Thursday night."}]}
    (tmp_path / "found.json").write_text(json.dumps(found), "utf-8")
    documents, problems = read(tmp_path)
    assert [document.text for document in documents] == ["The ferry sank on Thursday night."]
    assert problems == []


def test_columns_that_nobody_could_know_are_named_and_can_be_said(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        f'Kopf;Blatt;Tag;Langfassung;Titel\nOne;The Courier;13.02.2019;"{" ".join(STORY)}";Frau Dr.\n',
        "utf-8",
    )
    (document,), (problem,) = read(tmp_path / "a.csv")
    assert (document.title, document.publisher, document.published) == ("Frau Dr.", None, None)
    assert (
        problem.reason == "none of its columns is known as outlet or date; not read: 'Kopf', 'Blatt', 'Tag'"
    )
    assert problem.columns == ("Kopf", "Blatt", "Tag", "Langfassung", "Titel")
    said = Taught(
        columns=(("title", "kopf"), ("publisher", "Blatt"), ("published", "Tag"), ("text", "Langfassung"))
    )
    documents, problems = read(tmp_path / "a.csv", taught=said)
    assert told(documents) == [("One", "The Courier", date(2019, 2, 13))]
    assert problems == []


def test_a_table_that_is_refused_tells_its_columns(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "Nr,Meldung\n" + "".join(f"{n},Ferry trip {n} was late.\n" for n in range(4))
    )
    documents, (problem,) = read(tmp_path / "a.csv")
    assert (documents, problem.columns) == ([], ("Nr", "Meldung"))
    documents, _ = read(tmp_path / "a.csv", taught=Taught(columns=(("text", "Meldung"),)))
    assert [d.text for d in documents] == [f"Ferry trip {n} was late." for n in range(4)]


def test_fields_of_json_lines_can_be_said(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"inhalt": "The ferry ran.", "kopf": "Ferry", "blatt": "The Post"})
    )
    documents, (problem,) = read(tmp_path / "a.jsonl")
    assert (documents, problem.columns) == ([], ("inhalt", "kopf", "blatt"))
    said = Taught(columns=(("text", "inhalt"), ("title", "kopf"), ("publisher", "blatt")))
    (document,), _ = read(tmp_path / "a.jsonl", taught=said)
    assert (document.text, document.title, document.publisher) == ("The ferry ran.", "Ferry", "The Post")


_RECORDS = [{"id": f"r{n}", "title": f"Title {n}", "text": f"{STORY[0]} {n}"} for n in range(3)]
_LINES = "".join(json.dumps(record) + "\n" for record in _RECORDS)


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (_LINES, "JSON Lines"),
        (json.dumps(_RECORDS), "JSON"),
        (json.dumps(_RECORDS, indent=2), "JSON"),
        (json.dumps({"articles": _RECORDS}, indent=1), "JSON"),
    ],
)
@pytest.mark.parametrize("ending", ["csv", "tsv", "txt", "xlsx", "json", "jsonl"])
def test_records_whose_ending_lies(tmp_path: Path, content: str, is_one: str, ending: str) -> None:
    (tmp_path / f"a.{ending}").write_text(content)
    documents, problems = read(tmp_path / f"a.{ending}")
    assert [d.title for d in documents] == ["Title 0", "Title 1", "Title 2"]
    named = {"JSON": "json", "JSON Lines": "jsonl"}[is_one]
    assert [p.action for p in problems] == ([] if ending == named else [f"read as {is_one}"])


def test_a_table_in_text_may_be_called_a_spreadsheet(tmp_path: Path) -> None:
    for ending in ("xls", "xlsx"):
        (tmp_path / f"a.{ending}").write_text(f"title;text\nFerry;{STORY[0]}\n")
        documents, problems = read(tmp_path / f"a.{ending}")
        assert [d.title for d in documents] == ["Ferry"]
        assert [p.action for p in problems] == ["read as CSV"]


@pytest.mark.parametrize(
    "begins", ['{"Wait," she said: "no."}', '[sic] "A": one', '{ } "a": b', '{"quoted"}']
)
def test_an_article_that_begins_with_a_bracket_is_text(tmp_path: Path, begins: str) -> None:
    (tmp_path / "a.txt").write_text(f"{begins}\n\n{STORY[0]}")
    (document,), problems = read(tmp_path / "a.txt")
    assert document.text.startswith(begins)
    assert not problems
