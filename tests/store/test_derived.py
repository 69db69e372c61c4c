"""The derived index of a large corpus: the same answers as the tables themselves, made anew when they change."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import filelock
import pandas as pd
import pytest

from tellings import corrections, schema, settings
from tellings.errors import CorpusError
from tellings.folder import descriptor, exchange, ours, parquet
from tellings.store import catalogue, connecting, derived
from tellings.store.corpus import Corpus
from tellings.store.views import MATERIALISED, PARTED, VIEWS
from tests.store.answers import answers


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The default corpus as one of those that are indexed."""
    monkeypatch.setattr(connecting, "HELD", 0)
    shipped = settings.ROOT / "data" / settings.DEFAULT_CORPUS
    leaving = shutil.ignore_patterns(ours.CORRECTIONS)
    return shutil.copytree(shipped, tmp_path / "corpora" / "c", ignore=leaving)


def _indexes(folder: Path) -> list[Path]:
    return sorted(folder.parent.glob("*.index"))


def _without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    with monkeypatch.context() as patch:
        patch.setattr(derived, "attach", lambda *_: False)
        return Corpus(folder)


def _same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Corpus(folder) as with_index, _without(folder, monkeypatch) as without:
        assert _indexes(folder)
        ours, theirs = answers(with_index), answers(without)
        for name, answer in ours.items():
            pd.testing.assert_frame_equal(answer, theirs[name], obj=name)


def test_every_table_and_view_answers_the_same_with_and_without(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _same(folder, monkeypatch)
    with Corpus(folder) as corpus:
        assert len(corpus.sql("SELECT * FROM mention_counts"))
        held = corpus.sql("SELECT table_name FROM duckdb_tables() WHERE database_name = 'derived'")
    assert set(held.table_name) == (schema.TABLES.keys() - derived.LEFT_OUT) | MATERIALISED.keys()


def test_corrections_in_force_are_in_every_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Corpus(folder) as corpus:
        first, second = corpus.sql(
            "SELECT entity_id FROM entities WHERE type = 'person' ORDER BY n_mentions DESC, entity_id LIMIT 2"
        ).entity_id
        before = corpus.sql("SELECT sum(n) AS n FROM mention_counts WHERE entity_id = ?", [first]).n.iloc[0]
    line = corrections.new("merge", corrections.Entity(second), corrections.Entity(first))
    corrections.append(catalogue.corrections_paths(folder)[-1], line)
    _same(folder, monkeypatch)
    with Corpus(folder) as corpus:
        asked = "SELECT entity_id, sum(n) AS n FROM mention_counts WHERE entity_id IN (?, ?) GROUP BY ALL"
        after = corpus.sql(asked, [first, second])
    assert len(after) == 1
    assert after.n.iloc[0] > before


def test_a_view_for_which_there_was_no_room_is_asked_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = {name: order for name, order in MATERIALISED.items() if name not in ("words", "speaker_totals")}
    monkeypatch.setattr(derived, "MATERIALISED", without)
    _same(folder, monkeypatch)


def test_what_is_made_in_blocks_of_articles_is_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derived, "BLOCK", 2)
    _same(folder, monkeypatch)
    with Corpus(folder) as corpus:
        n = len(corpus.documents)
        for name, key in PARTED.items():
            held = corpus.sql(f"SELECT {key} FROM {name}")[key]
            assert held.nunique() == n, name


def test_a_small_corpus_has_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with Corpus(folder) as corpus:
        assert len(corpus.sql("SELECT * FROM mention_counts"))
    assert not _indexes(folder)


def test_it_is_made_once_and_anew_when_a_table_changes(folder: Path) -> None:
    Corpus(folder).close()
    (made,) = _indexes(folder)
    state = made.stat()
    Corpus(folder).close()
    assert _indexes(folder) == [made]
    assert made.stat().st_mtime_ns == state.st_mtime_ns
    parquet.write(parquet.read(folder, "entities").iloc[:3], folder, "entities")
    with Corpus(folder) as corpus:
        assert len(corpus.sql("SELECT * FROM entities")) == 3
    (anew,) = _indexes(folder)
    assert anew != made


def test_a_build_makes_it_and_a_corpus_that_goes_away_takes_it_along(folder: Path) -> None:
    other = shutil.copytree(folder, folder.with_name("c.tellings"))
    derived.prepare(folder)
    derived.prepare(other)
    assert len(_indexes(folder)) == 2
    derived.forget(folder)
    (left,) = _indexes(folder)
    assert left.name.startswith("c.tellings.tellings-")


def test_a_damaged_one_is_made_anew(folder: Path) -> None:
    with Corpus(folder) as corpus:
        n = len(corpus.sql("SELECT * FROM mentions"))
    (made,) = _indexes(folder)
    made.write_bytes(b"not a database")
    with Corpus(folder) as corpus:
        assert len(corpus.sql("SELECT * FROM mentions")) == n
    assert made.stat().st_size > 100_000


def _left_half_made(folder: Path) -> None:
    """What is left where a program is killed while it makes the index of other tables."""
    left = folder.with_name(f"{folder.name}.tellings-0123456789ab.index.new")
    left.write_bytes(b"half a database")
    left.with_name(f"{left.name}.wal").write_bytes(b"half a log")
    left.with_name(f"{left.name}.tmp").mkdir()
    (left.with_name(f"{left.name}.tmp") / "duckdb_temp_block-1.block").write_bytes(b"a block")


def test_what_a_stopped_build_left_is_no_hindrance_and_goes(folder: Path) -> None:
    Corpus(folder).close()
    (made,) = _indexes(folder)
    made.rename(made.with_name(f"{made.name}.new"))
    _left_half_made(folder)
    Corpus(folder).close()
    assert list(folder.parent.glob("*.index*")) == [made]
    _left_half_made(folder)
    derived.forget(folder)
    assert not list(folder.parent.glob("*.index*"))


def test_who_comes_while_it_is_made_waits_for_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Corpus(folder).close()
    (made,) = _indexes(folder)
    held = made.rename(made.with_name("held"))
    written: list[Path] = []
    monkeypatch.setattr(derived, "_write", lambda *args: written.append(args[-1]))
    with ThreadPoolExecutor() as pool:
        with filelock.FileLock(folder.with_name(f"{folder.name}.tellings-index.lock")):
            comes = pool.submit(Corpus, folder)
            held.rename(made)
        with comes.result() as corpus:
            assert len(corpus.sql("SELECT * FROM derived.mentions"))
    assert not written


def test_one_of_tables_that_were_exchanged_meanwhile_is_thrown_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = derived._write

    def exchanged_meanwhile(*args: Any) -> None:
        write(*args)
        parquet.write(parquet.read(folder, "entities").iloc[:3], folder, "entities")

    monkeypatch.setattr(derived, "_write", exchanged_meanwhile)
    with Corpus(folder) as corpus:
        assert len(corpus.sql("SELECT * FROM entities")) == 3
    assert not list(folder.parent.glob("*.index*"))


def test_where_there_is_no_room_to_make_it_the_tables_are_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derived, "MEMORY", "1KB")
    with Corpus(folder) as corpus:
        assert len(corpus.sql("SELECT * FROM mention_counts"))
    assert not list(folder.parent.glob("*.index*"))


def test_where_nothing_can_be_written_beside_it_stands_at_home_or_nowhere(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("TELLINGS_HOME", str(home))
    make = derived.make
    refused = [folder.parent]
    monkeypatch.setattr(derived, "make", lambda *args: args[-1].parent not in refused and make(*args))
    with Corpus(folder) as corpus:
        assert len(corpus.sql("SELECT * FROM mentions"))
    assert not _indexes(folder)
    (made,) = home.glob("*.index")
    made.unlink()
    refused.append(home)
    with Corpus(folder) as corpus:
        assert len(corpus.sql("SELECT * FROM mentions"))
    assert not list(tmp_path.rglob("*.index"))


def test_a_folder_that_takes_no_file_is_told_by_false(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "c.tellings-0.index"
    assert not derived.make(folder, exchange.read_descriptor(folder), {}, path)


def test_a_corpus_that_was_exchanged_is_not_asked_beside_an_older_index(folder: Path) -> None:
    with Corpus(folder) as corpus:
        about = exchange.read_descriptor(folder)
        descriptor.write(folder, {**about, "resources": about["resources"][::-1]})
        with pytest.raises(CorpusError, match="was built again since it was opened"):
            corpus.sql("SELECT * FROM words")


def test_a_table_that_is_damaged_is_named(folder: Path) -> None:
    parquet.path_of(folder, "mentions").write_bytes(b"PAR1 not really PAR1")
    with pytest.raises(CorpusError, match="mentions"):
        Corpus(folder)


def test_what_a_view_stands_on_is_found_through_other_views() -> None:
    assert derived.sources("mention_counts", VIEWS["mention_counts"]) == {"mentions"}
    through = derived.sources("counted_mentions", VIEWS["counted_mentions"])
    assert through == {"mentions", "sentences", "blocks"}


def test_sql_reaches_no_other_file_with_an_index(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with Corpus(folder) as corpus:
        with pytest.raises(Exception, match="disabled"):
            corpus.sql(f"SELECT * FROM read_csv('{secret}')")
        with pytest.raises(Exception, match="read-only"):
            corpus.sql("DELETE FROM derived.mentions")
