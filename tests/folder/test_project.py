"""A corpus as one file: out and in again, and what may not come in."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tellings import cli, schema, settings
from tellings.errors import CorpusError
from tellings.folder import project
from tellings.store import corpus as store

DEFAULT = settings.ROOT / "data" / settings.DEFAULT_CORPUS


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("packed") / "talks.tellings.zip"
    file.write_bytes(project.pack(DEFAULT, [DEFAULT / "corrections.jsonl"]))
    return file


def changed(packed: Path, to: Path, **entries: bytes | None) -> Path:
    """The project file with other entries (`a__b` is `a.b`); None takes one away."""
    given = {name.replace("__", "."): data for name, data in entries.items()}
    with zipfile.ZipFile(packed) as before, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            if info.filename not in given:
                after.writestr(info.filename, before.read(info))
        for name, data in given.items():
            if data is not None:
                after.writestr(name, data)
    return to


def test_a_corpus_comes_back_byte_for_byte(packed: Path, tmp_path: Path) -> None:
    project.unpack(packed, tmp_path / "again")
    for name in [*(f"{table}.parquet" for table in schema.TABLES), "corrections.jsonl"]:
        assert (tmp_path / "again" / name).read_bytes() == (DEFAULT / name).read_bytes(), name
    with store.open(tmp_path / "again") as again, store.open(DEFAULT) as before:
        assert (again.title, again.hash, again.n_corrections) == (
            before.title,
            before.hash,
            before.n_corrections,
        )
    once_more = project.pack(tmp_path / "again", [tmp_path / "again" / "corrections.jsonl"])
    with zipfile.ZipFile(io.BytesIO(once_more)) as archive:
        assert archive.namelist() == zipfile.ZipFile(packed).namelist()


def test_the_commands_take_it_out_and_in(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "talks.tellings.zip"
    assert cli.main(["project", str(DEFAULT), "--out", str(file)]) == 0
    assert cli.main(["project", str(DEFAULT), "--out", str(file)]) == 1
    assert "there already" in capsys.readouterr().err
    assert cli.main(["import", str(file)]) == 0
    folder = Path(capsys.readouterr().out.strip())
    assert folder.parent == home
    assert folder.name == f"{DEFAULT.name}-2", "the shipped corpus has the name"
    assert cli.main(["import", str(file)]) == 0
    assert capsys.readouterr().out.strip().endswith("-3")


def test_corrections_of_a_shipped_corpus_go_along(home: Path, tmp_path: Path) -> None:
    own = home / DEFAULT.name / "corrections.jsonl"
    own.parent.mkdir(parents=True)
    line = (DEFAULT / "corrections.jsonl").read_bytes().splitlines()[0].rstrip()
    own.write_bytes(line)
    file = tmp_path / "talks.tellings.zip"
    assert cli.main(["project", DEFAULT.name, "--out", str(file)]) == 0
    kept = zipfile.ZipFile(file).read("corrections.jsonl")
    assert kept == (DEFAULT / "corrections.jsonl").read_bytes() + line + b"\n"


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"notes__txt": b"mine"}, "which no corpus has"),
        ({"../climbs__parquet": b"x"}, "which no corpus has"),
        ({"entities.parquet/../../x__parquet": b"x"}, "which no corpus has"),
        ({"datapackage__json": None}, "holds no corpus"),
        ({"datapackage__json": b"[" * 100}, "does not describe a corpus"),
        ({"datapackage__json": b"0" * 3_000_000}, "packed suspiciously small"),
        ({"mentions__parquet": None}, "not whole"),
        ({"mentions__parquet": b"PAR1 is what it says"}, "not whole"),
    ],
)
def test_what_is_no_corpus_stays_outside(
    packed: Path, tmp_path: Path, entries: dict[str, bytes | None], said: str
) -> None:
    file = changed(packed, tmp_path / "odd.tellings.zip", **entries)
    with pytest.raises(CorpusError, match=said):
        project.unpack(file, tmp_path / "in")
    assert not (tmp_path / "in").exists()


def test_a_file_of_a_newer_version_says_so(packed: Path, tmp_path: Path) -> None:
    about = json.loads(zipfile.ZipFile(packed).read("datapackage.json"))
    about["tellings"]["schema"] = schema.VERSION + 1
    file = changed(packed, tmp_path / "newer.tellings.zip", datapackage__json=json.dumps(about).encode())
    with pytest.raises(CorpusError, match="newer Tellings"):
        project.unpack(file, tmp_path / "in")


def test_an_older_corpus_comes_in(tmp_path: Path) -> None:
    older = settings.ROOT / "tests" / "fixtures" / "schema-1"
    file = tmp_path / "older.tellings.zip"
    file.write_bytes(project.pack(older, []))
    project.unpack(file, tmp_path / "in")
    with store.open(older) as before, store.open(tmp_path / "in") as after:
        assert after.gaps == {}
        assert list(after.documents.text) == list(before.documents.text)


def test_no_project_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="There is no file"):
        project.name_in(tmp_path / "missing.tellings.zip")
    (tmp_path / "text.tellings.zip").write_text("an article")
    with pytest.raises(CorpusError, match="no project file"):
        project.name_in(tmp_path / "text.tellings.zip")


def test_what_is_there_is_not_replaced(packed: Path, tmp_path: Path) -> None:
    shutil.copytree(DEFAULT, tmp_path / "mine")
    with pytest.raises(CorpusError, match="is there already"):
        project.unpack(packed, tmp_path / "mine")
