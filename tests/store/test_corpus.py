"""Opening a corpus: tables, questions, versions, and clear words about what is damaged."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest

import tellings
from tellings import schema
from tellings.errors import CorpusError
from tellings.folder import descriptor, exchange, ours, parquet
from tellings.store import catalogue
from tests import corpora

TEXT = "Ana Ruiz met the mayor of Lima."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = corpora.paragraph("a", TEXT)
    rows["mentions"] = [
        corpora.mention("a", TEXT, "Ana Ruiz", "person:ana-ruiz"),
        corpora.mention("a", TEXT, "the mayor of Lima", "person:mayor", form="nominal"),
    ]
    return corpora.write(tmp_path / "c", rows)


def test_tables_are_dataframes_and_sql_asks_the_same(path: Path) -> None:
    with tellings.open(path) as corpus:
        assert corpus.mentions.text.tolist() == ["Ana Ruiz", "the mayor of Lima"]
        asked = corpus.sql("SELECT text FROM mentions WHERE form = ? ORDER BY start", ["name"])
        assert asked.text.tolist() == ["Ana Ruiz"]
        assert corpus.sql("SELECT text FROM counted_mentions").text.tolist() == ["Ana Ruiz"]
        assert list(corpus.reuse.columns) == schema.table("reuse").names
        with pytest.raises(AttributeError, match="quotations"):
            _ = corpus.articles


def test_tables_of_two_builds_are_not_mixed(path: Path) -> None:
    with tellings.open(path) as corpus:
        assert len(corpus.mentions) == 2
        exchange.retitle(path, "Another title")
        assert len(corpus.blocks) == 1
        corpora.write(path, program="1")
        assert len(corpus.mentions) == 2
        with pytest.raises(CorpusError, match="was built again since it was opened"):
            _ = corpus.documents


def test_a_frame_that_is_changed_does_not_change_the_corpus(path: Path) -> None:
    with tellings.open(path) as corpus:
        frame = corpus.mentions
        frame.loc[0, "text"] = "changed"
        assert corpus.mentions.text.iloc[0] == "Ana Ruiz"


def test_sql_reaches_no_other_file(path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with tellings.open(path) as corpus, pytest.raises(Exception, match="disabled"):
        corpus.sql(f"SELECT * FROM read_csv('{secret}')")


def test_threads_may_ask_at_once(path: Path) -> None:
    answers: list[int] = []
    with tellings.open(path) as corpus:

        def ask() -> None:
            answers.extend(int(corpus.sql("SELECT count(*) AS n FROM mentions").n.iloc[0]) for _ in range(20))

        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answers == [2] * 120


@pytest.mark.parametrize("name", schema.TABLES)
def test_a_missing_and_a_damaged_table_are_named(path: Path, name: str) -> None:
    file = parquet.path_of(path, name)
    file.write_bytes(b"PAR1 not really PAR1")
    with pytest.raises(CorpusError, match=f"{name}.*(damaged|cannot be read)"):
        tellings.open(path)
    file.unlink()
    with pytest.raises(CorpusError, match=f"lacks its table {name}"):
        tellings.open(path)


@pytest.mark.parametrize("name", ["documents", "tokens"])
def test_a_table_that_may_not_be_read_is_not_called_damaged(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file = parquet.path_of(path, name)
    file.write_bytes(b"")  # what is not there to be read, also for a user who may read all
    opened = Path.open

    def denied(path: Path, *args: Any, **options: Any) -> Any:
        if path == file:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **options)

    monkeypatch.setattr(Path, "open", denied)
    said = f"{name}.parquet may not be read .Permission denied.. See to it that you may read it"
    with pytest.raises(CorpusError, match=said):
        tellings.open(path)
    with pytest.raises(CorpusError, match=said):
        parquet.read(path, name)


def test_a_corpus_of_a_newer_version_says_so(tmp_path: Path) -> None:
    path = corpora.write(tmp_path / "c", schema=schema.VERSION + 1)
    with pytest.raises(CorpusError, match="newer Tellings"):
        tellings.open(path)


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"tellings": {}}', "[" * 100_000, '{"a":' * 100_000])
def test_a_damaged_descriptor_says_so(path: Path, content: str) -> None:
    (path / descriptor.DESCRIPTOR).write_text(content)
    with pytest.raises(CorpusError, match=r"[Aa]nnotate"):
        tellings.open(path)


def test_what_is_no_corpus_is_answered_with_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="python -m tellings annotate"):
        tellings.open(tmp_path / "nothing")
    with pytest.raises(CorpusError, match="not a corpus"):
        tellings.open(tmp_path)


def test_a_link_that_leads_nowhere_and_a_folder_that_may_not_be_read_say_so(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone", target_is_directory=True)
    with pytest.raises(CorpusError, match=r"link to .*gone, which is not there"):
        tellings.open(tmp_path / "link")
    read = Path.read_bytes

    def refused(self: Path) -> bytes:
        if self.name == descriptor.DESCRIPTOR:
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(CorpusError, match=r"cannot be read \(Permission denied\)"):
        tellings.open(path)
    with pytest.raises(CorpusError, match="may write to"):
        catalogue.version(path)


def test_the_version_changes_with_each_build_and_each_correction(path: Path) -> None:
    before = catalogue.version(path)
    assert catalogue.version(path) == before
    (path / ours.CORRECTIONS).write_text("\n")
    corrected = catalogue.version(path)
    assert corrected != before
    about = json.loads((path / descriptor.DESCRIPTOR).read_text())
    descriptor.write(path, {**about, "title": "Other"})
    assert catalogue.version(path) != corrected


def test_the_catalogue_has_shipped_corpora_first_and_completes_interrupted_ones(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    path.rename(ours.fresh_name(path).with_suffix(".old"))
    names = list(catalogue.corpora())
    assert names[-1] == "c"
    assert catalogue.find("c") == tmp_path / "c"


def test_a_corpus_whose_exchange_cannot_be_completed_is_listed_and_says_why(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    path.rename(ours.fresh_name(path).with_suffix(".old"))

    def refused(self: Path, to: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refused)
        assert "c" in catalogue.corpora()
        with pytest.raises(CorpusError, match="interrupted"):
            catalogue.version(catalogue.find("c"))
    assert catalogue.version(catalogue.find("c"))


def test_a_home_that_is_not_there_or_no_folder_has_no_corpora(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    shipped = list(catalogue.corpora())
    for home in ("gone", "file", "file/inside"):
        monkeypatch.setenv("TELLINGS_HOME", str(tmp_path / home))
        assert list(catalogue.corpora()) == shipped


def test_a_table_of_many_rows_may_be_a_folder_of_parts(path: Path) -> None:
    file = parquet.path_of(path, "mentions")
    whole = file.read_bytes()
    file.unlink()
    file.mkdir()
    (file / "part-0.parquet").write_bytes(whole)
    with tellings.open(path) as corpus:
        assert len(corpus.mentions) == 2
        assert len(corpus.sql("SELECT * FROM mentions")) == 2
