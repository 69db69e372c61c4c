"""The exchange of an old build for a new one: a kill at any moment leaves the one or the other, whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import tellings
from tellings import schema
from tellings.errors import CorpusError
from tellings.folder import descriptor, exchange, ours, parquet, writing
from tests import corpora

ROOT = Path(__file__).resolve().parents[2]

# A child process that exchanges a finished build and kills itself before step N of the file system's.
KILLED = """
import os, sys
from pathlib import Path
from tellings.folder import atomic, exchange, ours
import shutil
path, new, fatal = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
steps = 0
def counted(real):
    def call(*args, **kwargs):
        global steps
        steps += 1
        if steps == fatal:
            os._exit(9)
        return real(*args, **kwargs)
    return call
Path.rename = counted(Path.rename)
atomic.replace = counted(atomic.replace)
shutil.rmtree = counted(shutil.rmtree)
ours.mark = counted(ours.mark)
Path.unlink = counted(Path.unlink)
exchange.exchange(path, new)
os._exit(0)
"""


def _stage(path: Path, text: str) -> Path:
    """A finished build beside the corpus, not yet exchanged."""
    other = corpora.write(path.with_name("elsewhere"), corpora.paragraph("a", text))
    new = exchange.prepare(path)
    for file in other.iterdir():
        if file.name != ours.MARK:
            file.rename(new / file.name)
    other.rmdir()
    return new


@pytest.mark.parametrize("fatal", range(1, 8))
def test_a_kill_during_the_exchange_loses_nothing(tmp_path: Path, fatal: int) -> None:
    path = corpora.write(tmp_path / "c", corpora.paragraph("a", "The old build."))
    (path / ours.CORRECTIONS).write_text('{"kept": true}\n')
    new = _stage(path, "The new build.")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(new), str(fatal)], env=environment, check=False
    )
    assert done.returncode in ({9} if fatal < 7 else {0})
    descriptor = exchange.read_descriptor(path)
    assert descriptor["name"] in {"c", "elsewhere"}
    assert (path / ours.CORRECTIONS).read_text() == '{"kept": true}\n'
    (path / ours.CORRECTIONS).unlink()
    with tellings.open(path) as corpus:
        assert corpus.documents.text.tolist() in (["The old build."], ["The new build."])
    exchange.sweep(path)
    exchange.exchange(path, _stage(path, "A later build."))
    with tellings.open(path) as corpus:
        assert corpus.documents.text.tolist() == ["A later build."]
    assert not list(tmp_path.glob("c.tellings-*")), "nothing of the builds is left over"
    assert not (path / ours.MARK).exists()


def test_a_build_killed_while_writing_leaves_the_old_one(tmp_path: Path) -> None:
    path = corpora.write(tmp_path / "c", corpora.paragraph("a", "The old build."))
    new = exchange.prepare(path)
    (new / "documents.parquet").write_bytes(b"half")
    with tellings.open(path) as corpus:
        assert corpus.documents.text.tolist() == ["The old build."]
    with pytest.raises(CorpusError, match="not a finished build"):
        exchange.exchange(path, new)


def test_an_unfinished_new_build_is_not_taken_when_the_old_one_was_moved(tmp_path: Path) -> None:
    path = corpora.write(tmp_path / "c", corpora.paragraph("a", "The old build."))
    exchange.prepare(path)
    path.rename(ours.fresh_name(path).with_suffix(".old"))
    with tellings.open(path) as corpus:
        assert corpus.documents.text.tolist() == ["The old build."]


def test_a_table_that_was_changed_while_the_build_was_written_keeps_the_old_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = corpora.write(tmp_path / "c", corpora.paragraph("a", "The old build."))
    tables = {name: schema.empty(name) for name in schema.TABLES}
    written = parquet.write

    def spoiled(frame: pd.DataFrame, folder: Path, name: str) -> None:
        written(frame, folder, name)
        if name == "tokens":
            (folder / "blocks.parquet").write_bytes(b"spoiled")
            (folder / "sentences.parquet").unlink()

    monkeypatch.setattr(parquet, "write", spoiled)
    with pytest.raises(CorpusError, match="blocks, sentences") as said:
        writing.write(tables, path, title=None, made_by={"schema": schema.VERSION})
    assert "The corpus is as it was" in str(said.value)
    with tellings.open(path) as corpus:
        assert corpus.documents.text.tolist() == ["The old build."]
    assert not list(tmp_path.glob("c.tellings-*"))


def test_a_folder_that_cannot_be_renamed_into_place_leaves_the_old_one(tmp_path: Path) -> None:
    path = corpora.write(tmp_path / "c", corpora.paragraph("a", "The old build."))
    new = _stage(path, "The new build.")
    rename = Path.rename

    def refused(self: Path, to: Path) -> Path:
        if self.name.endswith(".new"):
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, to)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "rename", refused)
        with pytest.raises(PermissionError):
            exchange.exchange(path, new)
    with tellings.open(path) as corpus:
        assert corpus.documents.text.tolist() == ["The old build."]


def test_an_interrupted_exchange_that_cannot_be_completed_says_why(tmp_path: Path) -> None:
    path = corpora.write(tmp_path / "c")
    path.rename(ours.fresh_name(path).with_suffix(".old"))

    def refused(self: Path, to: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "rename", refused)
        with pytest.raises(CorpusError, match=r"Permission denied.*try again"):
            tellings.open(path)
    with tellings.open(path) as corpus:
        assert corpus.n_documents == 0


def test_what_people_keep_beside_a_corpus_under_the_names_of_old_stays(tmp_path: Path) -> None:
    path = corpora.write(tmp_path / "c", corpora.paragraph("a", "The old build."))
    shutil.copytree(path, tmp_path / "c.old")
    backup = tmp_path / "c.tellings-0123456789ab.new"
    for folder in (tmp_path / "c.new", tmp_path / "c.work", backup):
        folder.mkdir()
        (folder / "thesis.txt").write_text("a year's work")
    (tmp_path / "c.lock").write_text("what a package manager wrote")
    corpora.write(path, corpora.paragraph("a", "The new build."))
    exchange.sweep(path)
    assert (tmp_path / "c.old" / descriptor.DESCRIPTOR).is_file()
    assert (tmp_path / "c.lock").read_text() == "what a package manager wrote"
    for folder in (tmp_path / "c.new", tmp_path / "c.work", backup):
        assert (folder / "thesis.txt").read_text() == "a year's work"


def test_a_copy_of_a_corpus_is_no_interrupted_exchange(tmp_path: Path) -> None:
    path = corpora.write(tmp_path / "c")
    path.rename(tmp_path / "c.old")
    with pytest.raises(CorpusError, match="no corpus"):
        tellings.open(path)
    assert (tmp_path / "c.old").is_dir()


def test_a_link_to_a_corpus_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    path = corpora.write(tmp_path / "far" / "c", corpora.paragraph("a", "The old build."))
    link = tmp_path / "near"
    link.symlink_to(path, target_is_directory=True)
    corpora.write(link, corpora.paragraph("a", "The new build."))
    assert link.is_symlink()
    with tellings.open(path) as corpus:
        assert corpus.documents.text.tolist() == ["The new build."]
    path.rename(ours.fresh_name(path).with_suffix(".old"))
    with tellings.open(link) as corpus:
        assert corpus.documents.text.tolist() == ["The new build."]
