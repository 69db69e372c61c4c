"""The command line: what it prints and what it returns."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tellings import cli, schema
from tellings.folder import exchange, parquet, project
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
    assert (about["documents"], about["words"], about["schema"]) == (1, 7, schema.VERSION)
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
    arguments = [
        "annotate",
        str(tmp_path / "a.txt"),
        "--out",
        str(tmp_path / "out"),
        "--model",
        "no_such_model",
    ]
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


@pytest.mark.parametrize(
    ("out", "code", "said"),
    [
        ("articles", cli.NOTHING, "lies in"),
        ("articles/corpus", cli.NOTHING, "outside of it"),
        ("docs", cli.NOTHING, "stays as it is"),
        ("notes.txt", cli.NOTHING, "is a file"),
        (".", cli.NOTHING, "folder you stand in"),
        ("", cli.USAGE, "name a folder"),
        (" ", cli.USAGE, "name a folder"),
        ("c.old", cli.NOTHING, "are kept"),
    ],
)
def test_annotate_replaces_nothing_that_is_not_a_corpus(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    out: str,
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("articles", "docs"):
        Path(name).mkdir()
        Path(name, "thesis.txt").write_text(TEXT)
    Path("notes.txt").write_text("notes")
    before = {p: p.read_bytes() for p in sorted(tmp_path.rglob("*")) if p.is_file()}
    assert cli.main(["annotate", "articles", "--out", out]) == code
    assert said in capsys.readouterr().err
    assert {p: p.read_bytes() for p in sorted(tmp_path.rglob("*")) if p.is_file()} == before


@pytest.mark.model
def test_annotate_leaves_what_stands_beside_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    for name in ("c.new", "c.old", "c.work"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "thesis.txt").write_text(name)
    (tmp_path / "c.lock").write_text("c.lock")
    for _ in range(2):
        assert cli.main(["annotate", str(tmp_path / "a.txt"), "--out", str(tmp_path / "c")]) == cli.DONE
    for name in ("c.new", "c.old", "c.work"):
        assert (tmp_path / name / "thesis.txt").read_text() == name
    assert (tmp_path / "c.lock").read_text() == "c.lock"


@pytest.mark.model
@pytest.mark.parametrize(
    ("number", "said"), [(28, "disk is full"), (30, "read-only"), (13, "may write to"), (5, "See to it")]
)
def test_what_the_system_refuses_is_said_with_what_to_do(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
    said: str,
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    arguments = ["annotate", str(tmp_path / "a.txt"), "--out", str(tmp_path / "c")]
    assert cli.main(arguments) == cli.DONE
    before = (tmp_path / "c" / "datapackage.json").read_bytes()

    def refused(*_: object, **__: object) -> None:
        raise OSError(number, "the system's word", str(tmp_path / "c"))

    with monkeypatch.context() as patched:
        patched.setattr(parquet, "write", refused)
        assert cli.main(arguments) == cli.NOTHING
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err
    assert (tmp_path / "c" / "datapackage.json").read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "c", "c.tellings.lock", "c.tellings.work"]


def test_a_parent_that_is_a_file_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert (
        cli.main(["annotate", str(tmp_path / "a.txt"), "--out", str(tmp_path / "a.txt" / "c")]) == cli.NOTHING
    )
    err = capsys.readouterr().err
    assert "a.txt" in err
    assert "Traceback" not in err


@pytest.mark.model
def test_a_full_disk_leaves_the_corpus_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    arguments = ["annotate", str(tmp_path / "a.txt"), "--out", str(tmp_path / "c")]
    assert cli.main(arguments) == cli.DONE
    before = {p.name: p.read_bytes() for p in (tmp_path / "c").iterdir()}
    (tmp_path / "a.txt").write_text(f"{TEXT} Bo Kim did not.")
    code = (
        "import resource, sys; from tellings import cli; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)); sys.exit(cli.main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == cli.NOTHING, done.stderr
    assert "Traceback" not in done.stderr
    assert {p.name: p.read_bytes() for p in (tmp_path / "c").iterdir()} == before


def test_how_sources_are_read_can_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "Post"
    source.mkdir()
    (source / "may.txt").write_text(
        "-----\nFerry runs\n1 May 2025\nThe ferry ran.\n-----\nThe bridge is shut.\n"
    )
    (source / "june.csv").write_text('Nr,Langfassung,Kopf\n7,"The mayor of the town said nothing.",Mayor\n')
    options = ["--begins=---", "--column", "text=Langfassung", "--column", "title=Kopf", "--folders"]
    assert cli.main(["look", str(source), "--json", "--preview", *options]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    told = [(row["doc_id"], row["title"], row["publisher"], row["published"]) for row in rows]
    assert told[:3] == [
        ("june-1", "Mayor", "Post", None),
        ("may-1", "Ferry runs", "Post", "2025-05-01"),
        ("may-2", None, "Post", None),
    ]
    assert rows[0]["blocks"] == [
        {"kind": "paragraph", "counted": True, "text": "The mayor of the town said nothing."}
    ]
    assert rows[1]["blocks"] is None
    assert rows[3]["columns"] == ["Nr", "Langfassung", "Kopf"]


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--column", "farbe=Kopf"], "names no column; write FIELD=NAME"),
        (["--copies", "burn"], "invalid choice"),
        (["--begins", "*"], "is too short to know other lines by"),
    ],
)
def test_what_cannot_be_said_of_sources_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: list[str], said: str
) -> None:
    (tmp_path / "a.txt").write_text("The ferry ran.")
    assert cli.main(["look", str(tmp_path), *option]) in (1, 2)
    assert said in capsys.readouterr().err


def test_a_corpus_given_as_a_source_is_refused_and_what_is_beside_it_read(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = tmp_path / "c.tellings.zip"
    packed.write_bytes(project.pack(path, ()))
    for source in (path, packed):
        assert cli.main(["annotate", str(source), "--out", str(tmp_path / "z")]) == cli.NOTHING
        err = capsys.readouterr().err
        assert "it is a corpus already, not articles; open it by its name (`info`)" in err
        assert "`import`" in err
        assert not (tmp_path / "z").exists()
    (tmp_path / "a.txt").write_text(TEXT)
    assert cli.main(["look", str(tmp_path)]) == cli.DONE
    out = capsys.readouterr().out
    assert out.startswith("1 article, ")
    assert "  c: it is a corpus already" in out
    assert "other file" not in out
    (path / "notes").mkdir()
    for name in ("b.txt", "notes/c.txt"):
        (path / name).write_text(TEXT)
    assert cli.main(["look", str(tmp_path)]) == cli.DONE
    out = capsys.readouterr().out
    assert out.startswith("1 article, ")
    assert "2 other files in it (b.txt, notes/c.txt): move what is to be read out of it" in out


def test_nothing_is_written_into_a_corpus(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {p.name: p.read_bytes() for p in path.iterdir()}
    for command in (["export", "--to", "csv"], ["project"]):
        for name in ("documents.parquet", "new.zip"):
            out = str(path / ".." / path.name / name)
            assert cli.main([*command, str(path), "--force", "--out", out]) == cli.NOTHING
            assert "lies in the corpus" in capsys.readouterr().err
    assert {p.name: p.read_bytes() for p in path.iterdir()} == before


def test_what_a_terminal_would_obey_is_told_by_its_number(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exchange.retitle(path, "One\nTwo\x1b[31m")
    assert cli.main(["info", str(path)]) == cli.DONE
    assert "One[U+000A]Two[U+001B][31m\n" in capsys.readouterr().out
    row = {"text": TEXT, "title": "A\x00\x1b[31m\u202eB", "publisher": "P\x9b31m"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    assert cli.main(["look", str(tmp_path / "a.jsonl")]) == cli.DONE
    out = capsys.readouterr().out
    assert "[U+001B][31m" in out
    assert all(char.isprintable() for char in out.replace("\n", ""))
    assert cli.main(["info", str(tmp_path / "no\x1b[31m")]) == cli.NOTHING
    assert "\x1b" not in capsys.readouterr().err


def test_of_no_article_neither_outlets_nor_languages_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["look", str(tmp_path)]) == cli.NOTHING
    assert capsys.readouterr().out.splitlines() == [
        "0 articles, 0 words.",
        "problems (1):",
        f"  {tmp_path}: the folder is empty (nothing to read)",
    ]
