"""Articles that are added: only the events that they touch are compared again, and the rows are as from scratch."""

from __future__ import annotations

import random

import pandas as pd
import pytest

from benchmarks.made_up import writing
from tellings import schema
from tellings.annotation.batches import ANNOTATED
from tellings.folder import parquet
from tellings.resolution import compared, discrepancies
from tellings.resolution.compared import of_articles
from tellings.resolution.resolvers import resolve

Tables = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """What annotation says of sixty articles."""
    folder = writing.tables(60, tmp_path_factory.mktemp("made-up") / "c")
    return {name: parquet.read(folder, name) for name in (*ANNOTATED, "overruled")}


@pytest.fixture(scope="module")
def whole(annotated: Tables) -> Tables:
    """All of them, from scratch."""
    return resolve(annotated)


def _same(tables: Tables, whole: Tables) -> None:
    for name in schema.TABLES:
        pd.testing.assert_frame_equal(tables[name], whole[name], obj=name)


@pytest.mark.parametrize("seed", range(3))
def test_articles_added_in_any_steps_give_the_rows_from_scratch(
    annotated: Tables, whole: Tables, seed: int
) -> None:
    drawn = random.Random(seed)
    ids = annotated["documents"]["doc_id"].tolist()
    drawn.shuffle(ids)
    steps = [*sorted(drawn.sample(range(1, len(ids)), 2)), len(ids)]
    tables: Tables = {compared.NAME: compared.nothing()}
    for n in steps:
        tables = resolve({**of_articles(annotated, ids[:n]), compared.NAME: tables[compared.NAME]})
    _same(tables, whole)


def test_what_is_taken_away_or_altered_is_compared_anew(annotated: Tables, whole: Tables) -> None:
    ids = annotated["documents"]["doc_id"].tolist()
    fewer = of_articles(annotated, ids[10:])
    _same(resolve({**fewer, compared.NAME: whole[compared.NAME]}), resolve(fewer))
    figures = annotated["quantities"]
    other = {**annotated, "quantities": figures.assign(value=figures["value"] + 1)}
    _same(resolve({**other, compared.NAME: whole[compared.NAME]}), resolve(other))


def test_events_that_nothing_touches_are_not_read_again(
    annotated: Tables, whole: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = annotated["documents"]["doc_id"].tolist()
    before = resolve(of_articles(annotated, ids[:-2]))[compared.NAME]
    read: list[int] = []
    answers = discrepancies.answers

    def counted(tables: Tables, *args: object) -> object:
        read.append(len(tables["documents"]))
        return answers(tables, *args)

    monkeypatch.setattr(discrepancies, "answers", counted)
    _same(resolve({**annotated, compared.NAME: before}), whole)
    _same(resolve({**annotated, compared.NAME: whole[compared.NAME]}), whole)
    assert 2 <= read[0] < len(ids) / 2
    assert read[1] == 0
    assert len(whole["discrepancies"]) > 0
