"""One build at a time, and what it leaves beside the corpus."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from tellings import schema
from tellings.errors import CorpusError
from tellings.folder import exchange, ours, parts
from tellings.folder.building import building
from tellings.settings import ROOT

_HOLDING = """
import sys
from pathlib import Path
from tellings.folder.building import building
with building(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_build_is_told_who_holds_the_corpus(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _HOLDING, str(tmp_path / "c")]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        said = rf"under way \(process {first.pid} on .*since .*UTC\). Wait"
        with pytest.raises(CorpusError, match=said), building(tmp_path / "c"):
            pass
        with building(tmp_path / "other"):
            pass
        first.communicate("")
    with building(tmp_path / "c"):
        pass


def test_a_build_deletes_what_stopped_builds_left_and_nothing_else(tmp_path: Path) -> None:
    left = exchange.prepare(tmp_path / "c")
    (left / "documents.parquet").write_bytes(b"half")
    others = exchange.prepare(tmp_path / "d")
    with building(tmp_path / "c") as work:
        assert work == parts.folder_of(tmp_path / "c")
        assert not left.exists()
        assert others.exists()


def test_a_work_folder_of_somebody_else_is_not_used(tmp_path: Path) -> None:
    work = ours.beside(tmp_path / "c", ".work")
    work.mkdir()
    (work / "thesis.txt").write_text("a year's work")
    with pytest.raises(CorpusError, match="not Tellings' own"), building(tmp_path / "c"):
        pass
    assert [p.name for p in work.iterdir()] == ["thesis.txt"]


def test_parts_that_no_document_uses_are_deleted(tmp_path: Path) -> None:
    with building(tmp_path / "c") as work:
        for name in ("part-1", "part-2", "part-3.tmp"):
            (work / name).mkdir()
        parts.enter(work, "part-1", {"k1": "a", "k2": "b"})
        parts.enter(work, "part-2", {"k3": "c"})
        parts.keep(work, {"k2": ("part-1", "b")})
        assert parts.index(work) == {"k2": ("part-1", "b")}
        assert sorted(p.name for p in work.glob("part-*")) == ["part-1"]


def test_a_part_that_is_damaged_within_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "part-1").mkdir()
    file = tmp_path / "part-1" / "dates.parquet"
    rows = [[f"a{n}"] * 9 for n in range(3000)]
    frame = pd.DataFrame(rows, columns=schema.table("dates").names).assign(start=range(3000), end=range(3000))
    pq.write_table(schema.to_arrow(frame.assign(type="date", mod=None), "dates"), file)
    data = bytearray(file.read_bytes())
    data[4 : len(data) // 2] = bytes(len(data) // 2 - 4)
    file.write_bytes(data)
    with pytest.raises(CorpusError, match=r"dates.parquet is damaged .*--fresh"):
        parts.gather(tmp_path, {"part-1": {"a1": ["a1"]}}, "dates")


def test_a_line_of_the_index_that_was_cut_off_spoils_no_other(tmp_path: Path) -> None:
    with building(tmp_path / "c") as work:
        (work / "part-1").mkdir()
        (work / parts.INDEX).write_text('{"part": "part-0", "ke')
        parts.enter(work, "part-1", {"k1": "a"})
        assert parts.index(work) == {"k1": ("part-1", "a")}
