"""The exchange of an old build for a new one: a kill at any moment leaves the one or the other, whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import tellings
from tellings.errors import CorpusError
from tellings.folder import exchange
from tests import corpora

ROOT = Path(__file__).resolve().parents[2]

# A child process that exchanges a finished build and kills itself before step N of the file system's.
KILLED = """
import os, sys
from pathlib import Path
from tellings.folder import exchange
import shutil
path, fatal = Path(sys.argv[1]), int(sys.argv[2])
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
shutil.copyfile = counted(shutil.copyfile)
shutil.rmtree = counted(shutil.rmtree)
exchange.exchange(path)
os._exit(0)
"""


def _stage(path: Path, text: str) -> None:
    """A finished build beside the corpus, not yet exchanged."""
    other = corpora.write(path.with_name("elsewhere"), corpora.paragraph("a", text))
    new = exchange.prepare(path)
    for file in other.iterdir():
        file.rename(new / file.name)
    other.rmdir()


@pytest.mark.parametrize("fatal", range(1, 6))
def test_a_kill_during_the_exchange_loses_nothing(tmp_path: Path, fatal: int) -> None:
    path = corpora.write(tmp_path / "c", corpora.paragraph("a", "The old build."))
    (path / exchange.CORRECTIONS).write_text('{"kept": true}\n')
    _stage(path, "The new build.")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(fatal)], env=environment, check=False)
    assert done.returncode in ({9} if fatal < 4 else {0, 9})
    descriptor = exchange.read_descriptor(path)
    assert descriptor["name"] in {"c", "elsewhere"}
    assert (path / exchange.CORRECTIONS).read_text() == '{"kept": true}\n'
    (path / exchange.CORRECTIONS).unlink()
    with tellings.open(path) as corpus:
        assert corpus.documents.text.tolist() in (["The old build."], ["The new build."])
    _stage(path, "A later build.")
    exchange.exchange(path)
    with tellings.open(path) as corpus:
        assert corpus.documents.text.tolist() == ["A later build."]
    assert not path.with_name("c.old").exists()


def test_a_build_killed_while_writing_leaves_the_old_one(tmp_path: Path) -> None:
    path = corpora.write(tmp_path / "c", corpora.paragraph("a", "The old build."))
    new = exchange.prepare(path)
    (new / "documents.parquet").write_bytes(b"half")
    with tellings.open(path) as corpus:
        assert corpus.documents.text.tolist() == ["The old build."]
    with pytest.raises(CorpusError, match="not a finished build"):
        exchange.exchange(path)


def test_an_unfinished_new_build_is_not_taken_when_the_old_one_was_moved(tmp_path: Path) -> None:
    path = corpora.write(tmp_path / "c", corpora.paragraph("a", "The old build."))
    exchange.prepare(path)
    path.rename(tmp_path / "c.old")
    with tellings.open(path) as corpus:
        assert corpus.documents.text.tolist() == ["The old build."]
