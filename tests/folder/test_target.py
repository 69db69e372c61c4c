"""Where a build may be put: nothing that is not Tellings' own is ever replaced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tellings import settings
from tellings.errors import CorpusError
from tellings.folder import descriptor, ours, target
from tests import corpora


@pytest.fixture
def stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles and notes, in which the command is called."""
    for name in ("articles", "docs"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "thesis.txt").write_text("a year's work")
    (tmp_path / "notes").write_text("a file")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_new_and_empty_folders_and_corpora_may_be_filled(stand: Path) -> None:
    sources = [Path("articles")]
    assert target.check(Path("new"), sources) == ours.real(stand / "new")
    assert target.check(Path("deep/new/"), sources) == ours.real(stand / "deep" / "new")
    assert target.check(stand / "empty", sources) == ours.real(stand / "empty")
    corpus = corpora.write(stand / "c")
    (corpus / ours.CORRECTIONS).write_text("")
    (corpus / ".DS_Store").write_bytes(b"")
    assert target.check(Path("docs/../c"), sources) == ours.real(corpus)


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("", "folder you stand in"),
        (".", "folder you stand in"),
        ("./", "folder you stand in"),
        ("articles/..", "folder you stand in"),
        ("..", "folder you stand in"),
        ("/", "folder you stand in"),
        ("docs", "neither empty nor a corpus"),
        ("docs/", "neither empty nor a corpus"),
        ("notes", "is a file"),
        ("articles", "lies in articles"),
        ("articles/new", "lies in the source"),
        ("articles/a/b/../new", "lies in the source"),
        ("docs/../articles/new", "lies in the source"),
        ("c.new", "are kept"),
        ("c.OLD", "are kept"),
        ("c.work/", "are kept"),
        ("deep/c.lock", "are kept"),
        ("c.old. ", "are kept"),
    ],
)
def test_other_folders_are_refused_with_what_to_name_instead(stand: Path, out: str, said: str) -> None:
    before = sorted(stand.rglob("*"))
    with pytest.raises(CorpusError, match=said) as err:
        target.check(Path(out), [Path("articles")])
    assert "Name a" in str(err.value)
    assert sorted(stand.rglob("*")) == before


def test_the_spelling_of_a_path_does_not_matter(stand: Path) -> None:
    link = stand / "link"
    link.symlink_to(stand / "articles", target_is_directory=True)
    for out, source in [
        ("link", "articles"),
        ("articles", "link"),
        ("link/new", "articles/"),
        ("articles/new", "link"),
    ]:
        with pytest.raises(CorpusError, match="source"):
            target.check(Path(out), [Path(source)])
    with pytest.raises(CorpusError, match="source"):
        target.check(Path("articles"), [Path("articles/thesis.txt")])
    assert target.check(Path("new"), [Path("articles/thesis.txt")])


def test_a_file_system_that_does_not_tell_capitals_apart_is_asked(
    stand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (stand / "Articles").mkdir()  # stands for the same folder, as samefile says below
    monkeypatch.setattr(target.os.path, "samefile", lambda a, b: str(a).lower() == str(b).lower())
    for out in ("Articles", "Articles/new", "ARTICLES/new"):
        with pytest.raises(CorpusError, match="source"):
            target.check(Path(out), [Path("articles")])


def test_sources_in_the_work_folder_are_refused(stand: Path) -> None:
    work = ours.beside(stand / "c", ".work")
    work.mkdir()
    (work / "a.txt").write_text("an article")
    with pytest.raises(CorpusError, match="lies in"):
        target.check(Path("c"), [work / "a.txt"])


@pytest.mark.parametrize("place", [".", "data", "data/lexicon", "tellings", "seeds", ".."])
def test_the_program_is_not_replaced(stand: Path, place: str) -> None:
    with pytest.raises(CorpusError):
        target.check(settings.ROOT / place, [Path("articles")])


def test_a_corpus_with_something_else_in_it_is_not_replaced(stand: Path) -> None:
    for strange in ("thesis.txt", "mine.parquet", "documents.csv", "notes/a.txt", "tokens.parquet/a.txt"):
        corpus = corpora.write(stand / strange.replace("/", "-"))
        if strange.startswith("tokens"):
            (corpus / "tokens.parquet").unlink()
        file = corpus / strange
        file.parent.mkdir(exist_ok=True)
        file.write_text("a year's work")
        with pytest.raises(CorpusError, match=strange.split("/")[0]):
            target.check(corpus)
        with pytest.raises(CorpusError, match=strange.split("/")[0]):
            corpora.write(corpus)
        assert file.read_text() == "a year's work"


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"name": "a data package of others"}', "[" * 100_000])
def test_a_data_package_of_others_is_not_replaced(stand: Path, content: str) -> None:
    (stand / "empty" / descriptor.DESCRIPTOR).write_text(content)
    with pytest.raises(CorpusError, match="neither empty nor a corpus"):
        target.check(stand / "empty")


def test_a_link_that_leads_nowhere_is_refused(stand: Path) -> None:
    (stand / "link").symlink_to(stand / "gone", target_is_directory=True)
    (stand / "loop").symlink_to(stand / "loop")
    with pytest.raises(CorpusError, match="which is not there"):
        target.check(stand / "link")
    with pytest.raises(CorpusError, match="link"):
        target.check(stand / "loop")


def test_what_lies_around_a_path_is_not_listed(stand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = corpora.write(stand / "c")

    def listed(*_: object) -> None:
        raise AssertionError("it may hold a hundred thousand files")

    for lists in ("iterdir", "glob", "rglob"):
        monkeypatch.setattr(Path, lists, listed)
    monkeypatch.setattr(os, "scandir", listed)
    monkeypatch.setattr(os, "listdir", listed)
    assert target.around(stand / "docs" / "new.csv") is None
    assert target.around(corpus / "in" / "new.csv") == ours.real(corpus)
