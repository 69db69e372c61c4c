"""A corpus resolved again from its own tables is the one that a build makes, row for row."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

from tellings import schema
from tellings.build import pipeline, resolving
from tellings.cli import main
from tellings.errors import CorpusError
from tellings.folder import descriptor, parquet, writing
from tellings.resolution import matching, resolvers
from tellings.settings import ROOT

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The default corpus' articles and more: a name that one takes for a building is a place's in the others."""
    more = tmp_path_factory.mktemp("more")
    for name, said in {
        "talks": "The bridge was closed after talks between Washington and Kellerton on Monday.",
        "ties": "Relations of Ankara and Kellerton have not been good, reporters were told.",
        "odds": "Kellerton and Houston are at odds over the bridge.",
        "plan": "The Kellerton bridge plan was dropped on Monday, workers said.",
    }.items():
        (more / f"{name}.txt").write_text(f"Bridge closed: {name}\n\n{said}\n", "utf-8")
    return [ROOT / "seeds", more]


@pytest.fixture(scope="module")
def built(sources: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of them."""
    out = tmp_path_factory.mktemp("built") / "seeds"
    pipeline.annotate(sources, out)
    assert len(parquet.read(out, "overruled")) > 0
    return out


@pytest.fixture
def corpus(built: Path, tmp_path: Path) -> Path:
    """Only the folder: nothing of the articles' annotation stands beside it."""
    return Path(shutil.copytree(built, tmp_path / "seeds"))


def tables(folder: Path) -> dict[str, pd.DataFrame]:
    return {name: parquet.read(folder, name) for name in schema.TABLES}


def assert_same(left: Path, right: Path) -> None:
    for name, frame in tables(left).items():
        pd.testing.assert_frame_equal(frame, parquet.read(right, name), obj=name)


def test_every_table_is_as_the_build_made_it(corpus: Path, built: Path) -> None:
    told: list[str] = []
    resolving.resolve(corpus, told=lambda name, seconds: told.append(name) if seconds >= 0 else None)
    assert told == list(resolvers.NAMES)
    assert_same(corpus, built)
    assert descriptor.read(corpus)["tellings"] == descriptor.read(built)["tellings"]


def test_a_new_rule_gives_what_a_build_with_it_gives_and_can_be_taken_back(
    corpus: Path, built: Path, sources: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(_: object) -> None:
        """No rule at all."""

    with monkeypatch.context() as other:
        other.setattr(matching, "last_names", nothing)
        other.setattr(matching, "spellings", nothing)
        resolving.resolve(corpus)
        whole = built.with_name("whole")
        shutil.copytree(built.with_name("seeds.tellings.work"), whole.with_name("whole.tellings.work"))
        assert pipeline.annotate(sources, whole).n_annotated == 0
    assert len(parquet.read(corpus, "entities")) > len(parquet.read(built, "entities"))
    assert_same(corpus, whole)
    resolving.resolve(corpus)
    assert_same(corpus, built)


def test_one_resolver_runs_with_those_that_need_what_it_makes(corpus: Path, built: Path) -> None:
    told: list[str] = []
    resolving.resolve(corpus, first="quotations", told=lambda name, _: told.append(name))
    assert told == ["quotations", "doubt", "shared text", "discrepancies"]
    assert_same(corpus, built)
    assert main(["resolve", str(corpus), "--only", "nothing"]) == 2
    assert main(["resolve", str(corpus), "--only", "entities"]) == 0
    assert_same(corpus, built)


def test_what_is_no_corpus_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text("mine", "utf-8")
    with pytest.raises(CorpusError):
        resolving.resolve(tmp_path / "notes")
    assert [p.name for p in tmp_path.rglob("*")] == ["notes", "a.txt"]


def test_a_corpus_of_an_older_version_says_what_to_do(tmp_path: Path) -> None:
    old = shutil.copytree(ROOT / "tests" / "fixtures" / "schema-1", tmp_path / "old")
    with pytest.raises(CorpusError, match="Annotate its sources again"):
        resolving.resolve(old)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["old"]


@pytest.mark.parametrize("table", ["documents", "quotations", "tokens"])
def test_nothing_is_made_of_damaged_tables(corpus: Path, table: str) -> None:
    file = parquet.path_of(corpus, table)
    whole = pq.read_table(file)
    pq.write_table(whole.slice(0, whole.num_rows // 2), file)
    damaged = file.read_bytes()
    with pytest.raises(CorpusError, match=rf"{table} of this corpus is not as built.*nothing is made"):
        resolving.resolve(corpus)
    assert main(["resolve", str(corpus)]) == 1
    assert file.read_bytes() == damaged
    assert parquet.differing(corpus, descriptor.read(corpus)) == [table]


def test_a_corpus_that_is_built_anew_meanwhile_stays_as_that_build_made_it(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = resolvers.resolve
    anew = {"title": "Another title"}

    def meanwhile(*args: Any) -> dict[str, pd.DataFrame]:
        made = run(*args)
        descriptor.write(corpus, descriptor.read(corpus) | anew)
        return made

    monkeypatch.setattr(resolvers, "resolve", meanwhile)
    resolving.resolve(corpus)
    assert descriptor.read(corpus)["title"] == "Another title"
    anew["resources"] = descriptor.read(corpus)["resources"][::-1]
    with pytest.raises(CorpusError, match="was built anew while it was resolved"):
        resolving.resolve(corpus)
    assert descriptor.read(corpus)["resources"] == anew["resources"]


def test_where_a_resolver_fails_the_corpus_stays_as_it_was(
    corpus: Path, built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object) -> dict[str, pd.DataFrame]:
        raise KeyError("sum")

    spared = [one._replace(run=broken) if one.name == "discrepancies" else one for one in resolvers.RESOLVERS]
    monkeypatch.setattr(resolvers, "RESOLVERS", tuple(spared))
    assert main(["resolve", str(corpus)]) == 1
    said = "could not be resolved (discrepancies: KeyError: 'sum'). It stays as it was."
    assert said in capsys.readouterr().err
    assert_same(corpus, built)
    assert main(["resolve", str(corpus), "--only", "articles"]) == 0
    failing = built.with_name("failing")
    shutil.copytree(built, failing)
    about = descriptor.read(built)["tellings"]
    writing.write(resolvers.resolve(tables(built)), failing, title=None, made_by=about)
    lost = parquet.read(failing, "problems")
    assert "discrepancies" in lost.source.tolist()
    assert main(["resolve", str(failing)]) == 0  # what had failed before is not lost now
    pd.testing.assert_frame_equal(parquet.read(failing, "problems"), lost)
