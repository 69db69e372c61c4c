"""The command line: what it prints and what it returns."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tellings import cli
from tellings.settings import ROOT
from tests import corpora

TEXT = "Ana Ruiz met the mayor of Lima."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = corpora.paragraph("a", TEXT)
    rows["problems"] = [
        {"source": "b.txt", "doc_id": None, "stage": "read", "reason": "it has no words", "action": "skipped"}
    ]
    return corpora.write(tmp_path / "c", rows)


def test_info_prints_counts_versions_and_problems(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["info", str(path)]) == cli.DONE
    out = capsys.readouterr().out
    assert "b.txt: it has no words (skipped)" in out
    assert cli.main(["info", str(path), "--json"]) == cli.DONE
    about = json.loads(capsys.readouterr().out)
    assert (about["documents"], about["words"], about["schema"]) == (1, 7, 1)
    assert about["problems"][0]["source"] == "b.txt"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["info", "/nowhere/at/all"], cli.NOTHING, "no corpus"),
        (["info"], cli.USAGE, "required"),
        (["dance"], cli.USAGE, "invalid choice"),
        (["annotate", "/nowhere/at/all", "--out", "x", "--workers", "0"], cli.USAGE, "1 or more"),
    ],
)
def test_bad_calls_are_explained(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == code
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err


@pytest.mark.model
def test_annotate_then_info(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.txt").write_text(TEXT)
    (source / "b.txt").write_text("")
    out = tmp_path / "out"
    assert cli.main(["annotate", str(source), "--out", str(out), "--name", "Two"]) == cli.DONE
    printed = capsys.readouterr()
    assert "annotated 1 of 1 articles" in printed.err
    assert "b.txt: it has no words (skipped)" in printed.out
    assert cli.main(["info", str(out)]) == cli.DONE
    assert "Two" in capsys.readouterr().out


@pytest.mark.model
def test_annotate_with_nothing_usable_returns_1_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    assert cli.main(["annotate", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == cli.NOTHING
    assert "no article" in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in"]


def test_a_model_that_is_not_there_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    arguments = ["annotate", str(tmp_path), "--out", str(tmp_path / "out"), "--model", "no_such_model"]
    assert cli.main(arguments) == cli.NOTHING
    assert "no_such_model" in capsys.readouterr().err


def test_output_that_nobody_reads_to_the_end_is_no_error() -> None:
    command = [sys.executable, "-m", "tellings", "info", "data/istanbul-2025-05-16", "--json"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == ""
    assert running.returncode == cli.DONE
