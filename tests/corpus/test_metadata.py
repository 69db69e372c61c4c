"""`metadata.csv` as people and spreadsheets write it: each bad row a problem, the rest kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tellings.corpus import metadata
from tellings.corpus.documents import Document, Problem
from tellings.corpus.readers import read_sources
from tellings.errors import SourceError


def read(folder: Path, data: bytes, *names: str) -> tuple[dict[str, Document], list[Problem]]:
    for name in names or ("a.txt", "b.txt", "c.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Some words.")
    (folder / "metadata.csv").write_bytes(data)
    found = list(read_sources([folder], max_bytes=10_000))
    problems = [p for p in found if isinstance(p, Problem) and p.action != "not an article"]
    return {d.doc_id: d for d in found if isinstance(d, Document)}, problems


@pytest.mark.parametrize(
    "table",
    [
        "file,title,publisher,published,url\na.txt,Bridge shut,The Post,2025-03-12,https://example.org/a\n",
        "Filename;Headline;Source;Date;Link\na.txt;Bridge shut;The Post;12 March 2025;https://example.org/a\n",
        "File_Name\tTitle\tOutlet\tPublication-Date\tURL\r\na.txt\tBridge shut\tThe Post\t12.03.2025\thttps://example.org/a\r\n",
        "sep=;\r\nDateiname;Titel;Zeitung;Datum;URL\r\na.txt;Bridge shut;The Post;12. März 2025;https://example.org/a\r\n",
        "document id|headline|newspaper|date|link\na|Bridge shut|The Post|March 12, 2025|https://example.org/a\n",
        '"date","file","title","note","publisher","url"\n"2025-03-12","A.TXT","Bridge shut","x, y","The Post","https://example.org/a"\n',
        "\n\nurl,file,title,source,publisher,date\nhttps://example.org/a,.\\a.txt,Bridge shut,x,The Post,20250312,,\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_table_is_read_as_spreadsheets_write_it(tmp_path: Path, table: str, encoding: str) -> None:
    documents, problems = read(tmp_path, table.encode(encoding))
    a = documents["a"]
    assert (a.title, a.publisher, a.published, a.url) == (
        "Bridge shut",
        "The Post",
        date(2025, 3, 12),
        "https://example.org/a",
    )
    assert [p.reason for p in problems if "guess" not in p.reason] == []


@pytest.mark.parametrize(
    ("encoding", "title"),
    [("latin-1", "Brücke zu"), ("cp1252", "Brücke „zu“"), ("cp1251", "Мост закрыт, заявила полиция")],
)
def test_an_encoding_that_is_guessed_says_so(tmp_path: Path, encoding: str, title: str) -> None:
    documents, problems = read(tmp_path, f'file,title\na.txt,"{title}"\n'.encode(encoding))
    assert documents["a"].title == title
    assert [p.source for p in problems] == ["metadata.csv"]
    assert "not UTF-8" in problems[0].reason
    assert "guess" in problems[0].reason


def test_a_second_row_for_a_file_is_named_and_the_first_is_used(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, b"file,title\na.txt,One\nb.txt,Two\nA.txt,Three\nb.txt,Two\n")
    assert (documents["a"].title, documents["b"].title) == ("One", "Two")
    assert [p.reason for p in problems] == [
        "line 4 describes A.txt, as line 2 does; keep one of them",
        "line 5 describes b.txt, as line 3 does; keep one of them",
    ]


@pytest.mark.parametrize(
    "row",
    ['a.txt,"Bridge shut,The Post', 'a.txt,"Bridge" shut",The Post', '"a.txt,Bridge shut,The Post'],
)
def test_a_quote_that_is_not_closed_costs_its_line_only(tmp_path: Path, row: str) -> None:
    after = 'b.txt,"Two, too",The ""Post""\nc.txt,"Thr\nee",The Sun\n'
    documents, problems = read(tmp_path, f"file,title,publisher\n{row}\n{after}".encode())
    assert documents["b"].title == "Two, too"
    assert (documents["c"].title, documents["c"].publisher) == ("Thr\nee", "The Sun")
    assert documents["a"].publisher == "The Post"
    assert [p.reason for p in problems] == ['line 2 opens a quote (") that is not closed']


def test_a_table_of_open_quotes_is_read_in_linear_time() -> None:
    found = metadata.read(b"file,title\n" + b"".join(b'%d.txt,"Title\n' % n for n in range(20_001)))
    assert 20_000 <= sum(row["title"] != "" for row in found.rows.values()) + len(found.problems) <= 40_002


def test_a_row_whose_columns_cannot_be_told_is_left_out(tmp_path: Path) -> None:
    data = b"file,title,publisher\na.txt,Bridge shut, river high,The Post\nb.txt,Two\n,Three,\nc.txt,Four,The Sun,,\n"
    documents, problems = read(tmp_path, data)
    assert [documents[d].title for d in "abc"] == [None, "Two", "Four"]
    assert [p.reason for p in problems] == [
        "line 2 has 4 fields where the head has 3; put a field that holds ',' in quotes",
        "line 4 names no file; fill the column 'file'",
    ]


def test_without_a_column_of_files_it_says_what_is_there_and_wanted(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, b"name,title\na.txt,One\n")
    assert documents["a"].title is None
    assert [p.reason for p in problems] == [
        "the metadata has no column that names the files (its columns: 'name', 'title'); call one of them file"
    ]


def test_a_table_of_a_million_columns_is_refused() -> None:
    with pytest.raises(SourceError, match="1,000,000 columns"):
        metadata.read(b"file" + b",x" * 999_999 + b"\na.txt\n")


def test_day_or_month_first_is_decided_by_the_whole_column(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, b"file;date\na.txt;03/12/2025\nb.txt;12/31/2025\nc.txt;\n")
    assert documents["a"].published == date(2025, 3, 12)
    assert problems == []


def test_dates_whose_order_nobody_can_know_are_left_empty_and_named_once(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, b"file,date\na.txt,03/12/2025\nb.txt,01/02/2025\nc.txt,soon\n")
    assert [documents[d].published for d in "abc"] == [None, None, None]
    assert [p.reason for p in problems] == [
        "2 dates such as '03/12/2025' may have the day or the month first, and no other date tells; write them as "
        "2025-05-16",
        "published: 'soon' is no date; write it as 2025-05-16",
    ]


def test_rows_find_files_by_name_stem_or_path(tmp_path: Path) -> None:
    data = "file,title\none/a.txt,First\ntwo\\A,Second\nCafe\u0301.txt,Third\n".encode()
    documents, problems = read(tmp_path, data, "one/a.txt", "two/a.txt", "caf\u00e9.txt")
    assert {d.source: d.title for d in documents.values()} == {
        "one/a.txt": "First",
        "two/a.txt": "Second",
        "café.txt": "Third",
    }
    assert [p.reason for p in problems] == ["a second document with the id a"]
