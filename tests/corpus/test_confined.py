"""Files that are made to hurt cost a sentence each, and the files beside them are read."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tellings.corpus import confined
from tellings.corpus.documents import Document, Problem
from tellings.settings import ROOT
from tests.fixtures.hostile import make


def read(*sources: Path) -> tuple[list[Document], list[Problem]]:
    found = list(confined.read_sources(sources))
    return [d for d in found if isinstance(d, Document)], [p for p in found if isinstance(p, Problem)]


def test_each_hostile_file_costs_a_sentence_and_it_is_written_down(tmp_path: Path) -> None:
    make.make(tmp_path)
    documents, problems = read(tmp_path)
    assert {d.doc_id for d in documents} == {"deep", "kept", "line", "text"}
    said: dict[str, str] = {}
    for problem in problems:
        reason = re.sub(r"(?<=; give )\.txt, .*", "… (what is read)", problem.reason)
        said.setdefault(re.split(r"[/,]", problem.source)[0], reason)
    page = (ROOT / "docs" / "security.md").read_text("utf-8")
    table = re.findall(r"^\| (\S+) \| [^|]+ \| ([^|]+) \|$", page, re.MULTILINE)
    written = {name: reason for name, reason in table if name in make.files()}
    assert written == said


def test_what_takes_too_long_is_ended_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_READER_SECONDS", "3")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("0.txt", b"Before. " + make.WORDS)
        archive.writestr("1.jsonl.gz", make.endless())
        archive.writestr("2.tar.gz", make.endless_tar())
        archive.writestr("3.txt", make.WORDS)
    documents, problems = read(tmp_path)
    assert [d.doc_id for d in documents] == ["0", "3"]
    late = "reading it takes more than 3 seconds; part it, or set TELLINGS_READER_SECONDS to more"
    ended = [(p.source, p.reason) for p in problems if p.reason.startswith("reading")]
    assert ended == [("a.zip/1.jsonl.gz", late), ("a.zip/2.tar.gz", late)]


@pytest.mark.skipif(not Path("/proc").exists(), reason="memory is bounded on Linux alone")
def test_what_needs_too_much_memory_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_READER_MEMORY_MB", "700")
    (tmp_path / "a.json").write_bytes(make.wide_json())
    (tmp_path / "b.txt").write_bytes(make.WORDS)
    documents, (problem,) = read(tmp_path)
    assert [d.doc_id for d in documents] == ["b"]
    assert problem.reason.startswith("reading it needs more memory than it may have")


def test_a_reader_that_breaks_off_is_named_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library that kills its process: here one of that name on the child's path."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "striprtf").mkdir()
    (tmp_path / "lib" / "striprtf" / "__init__.py").write_text("import os\nos.abort()\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "lib"))
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_bytes(make.WORDS)
    (articles / "b.rtf").write_bytes(b"{\\rtf1 " + make.WORDS + b"}")
    (articles / "c.txt").write_bytes(make.WORDS)
    documents, (problem,) = read(articles)
    assert [d.doc_id for d in documents] == ["a", "c"]
    assert problem.source == "b.rtf"
    assert problem.reason.startswith("its reader broke off")


def test_documents_come_whole_through_the_child(tmp_path: Path) -> None:
    odd = "One\r\ntwo \u2028 three \u0000 four\ud7ff \U0001f600 “five”"
    (tmp_path / "a.txt").write_bytes(odd.encode())
    (tmp_path / "metadata.csv").write_text("file,published\na.txt,2019-03-05\n")
    (document,), _ = read(tmp_path)
    assert document.text == odd
    assert document.published is not None


def test_a_reader_starts_without_what_only_tables_need() -> None:
    loaded = (
        "import sys, tellings.corpus.confined as _; print(*{'pandas', 'spacy', 'geopandas'} & {*sys.modules})"
    )
    ran = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout == "\n"
