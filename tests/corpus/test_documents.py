"""One bad field costs that field: the text and what else is known stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tellings.corpus.documents import Document, Problem, unique, web_address
from tellings.corpus.readers import read_sources

HALF = "half \ud800 a character"


def read(folder: Path, *records: dict[str, object]) -> tuple[list[Document], list[Problem]]:
    path = folder / "r.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records))
    found = list(read_sources([path], max_bytes=10_000))
    return [d for d in found if isinstance(d, Document)], [p for p in found if isinstance(p, Problem)]


@pytest.mark.parametrize("field", ["title", "publisher", "url", "published", "date"])
def test_half_a_character_in_a_field_empties_that_field_only(tmp_path: Path, field: str) -> None:
    known = {"title": "T", "publisher": "P", "url": "https://example.org/a"}
    documents, problems = read(
        tmp_path, {"id": "a", "text": "Words.", **known, field: HALF}, {"text": "More."}
    )
    assert [d.text for d in documents] == ["Words.", "More."]
    a = documents[0]
    assert {n: getattr(a, n) for n in known} == {n: v for n, v in known.items() if n != field} | (
        {field: None} if field in known else {}
    )
    assert [(p.doc_id, p.action) for p in problems] == [("a", "left empty")]
    for problem in problems:
        problem.reason.encode("utf-8")


def test_half_a_character_in_an_id_gives_the_document_another(tmp_path: Path) -> None:
    documents, problems = read(tmp_path, {"id": HALF, "text": "Words."}, {"id": "b", "text": HALF})
    assert [(d.doc_id, d.text) for d in documents] == [("r-1", "Words.")]
    assert [(p.doc_id, p.action) for p in problems] == [("r-1", "named r-1"), ("b", "skipped")]


def test_ids_that_collide_with_a_given_name_stay_apart() -> None:
    given = ["a", "a", "a~2", "a", "a~2", "b"]
    found = list(unique(Document(name, "Words.", f"{n}", "") for n, name in enumerate(given)))
    documents = [d for d in found if isinstance(d, Document)]
    assert [d.doc_id for d in documents] == ["a", "a~2", "a~2~2", "a~3", "a~2~3", "b"]
    assert [p.doc_id for p in found if isinstance(p, Problem)] == ["a~2", "a~2~2", "a~3", "a~2~3"]


@pytest.mark.parametrize(
    "address",
    ["http://example.org", "https://example.org/a?b=c#d", "HTTPS://Example.org:8080/ü", "https://[::1]/"],
)
def test_an_address_in_the_web_is_kept(tmp_path: Path, address: str) -> None:
    assert web_address(address) == address
    documents, problems = read(tmp_path, {"text": "Words.", "url": f" {address} "})
    assert (documents[0].url, problems) == (address, [])


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)//http://example.org",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "www.example.org/a",
        "//example.org/a",
        "http:",
        "http:///a",
        "https://example.org:port/",
        "https://[::1",
        'https://example.org/"onclick="x',
        "https://example.org/a b",
        "see the paper",
    ],
)
def test_what_is_no_address_in_the_web_is_named_and_dropped(tmp_path: Path, address: str) -> None:
    documents, problems = read(tmp_path, {"id": "a", "text": "Words.", "url": address, "title": "T"})
    assert (documents[0].url, documents[0].title) == (None, "T")
    assert [(p.doc_id, p.action) for p in problems] == [("a", "left empty")]
    assert "write it with http:// or https://" in problems[0].reason
