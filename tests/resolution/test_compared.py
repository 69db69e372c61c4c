"""Articles that are added: only the events that they touch are compared again, and the rows are as from scratch."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import timedelta

import pandas as pd
import pytest

from benchmarks.made_up import writing
from tellings import schema
from tellings.annotation.batches import ANNOTATED
from tellings.folder import parquet, parts
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


def _retold(tables: Tables, doc: str, *, days: int = 0, said: Mapping[str, str] | None = None) -> Tables:
    """An article more: one that is there, so many days later and with words said otherwise, as long as they were."""
    rows = {name: parts._under(frame[frame["doc_id"] == doc], doc, "new") for name, frame in tables.items()}
    for printed, instead in (said or {}).items():
        assert len(printed) == len(instead)
        for frame in rows.values():
            for column in frame.columns[[isinstance(dtype, pd.StringDtype) for dtype in frame.dtypes]]:
                frame[column] = (
                    frame[column].str.replace(printed, instead).str.replace(_slug(printed), _slug(instead))
                )
    documents = rows["documents"]
    rows["documents"] = documents.assign(published=[day + timedelta(days) for day in documents["published"]])
    return rows


def _slug(printed: str) -> str:
    return printed.lower().replace(" ", "-")


def _added(tables: Tables, more: Tables) -> Tables:
    return {name: pd.concat([frame, more[name]], ignore_index=True) for name, frame in tables.items()}


def test_whatever_an_article_that_is_added_does_the_rows_are_as_from_scratch(
    annotated: Tables, whole: Tables
) -> None:
    """It joins an event, tells another, or tells of a namesake; and it is taken away again."""
    mentions = annotated["mentions"]
    persons = mentions[(mentions["type"] == "person") & mentions["text"].str.contains(" ")]
    most = str(persons["text"].mode()[0])
    doc = str(persons.loc[persons["text"] == most, "doc_id"].iloc[0])
    first, last = most.split(" ")
    namesake = f"{first[::-1].lower().capitalize()} {last}"
    assert namesake != most
    before = whole["entities"].set_index("entity_id")["n_documents"]
    entities = {}
    for what, more in {
        "joins an event": _retold(annotated, doc),
        "another event": _retold(annotated, doc, days=400),
        "a namesake": _retold(annotated, doc, said={most: namesake}),
        "a namesake, elsewhere": _retold(annotated, doc, days=400, said={most: namesake}),
    }.items():
        articles = _added(annotated, more)
        scratch = resolve(articles)
        _same(resolve({**articles, compared.NAME: whole[compared.NAME]}), scratch)
        _same(resolve({**annotated, compared.NAME: scratch[compared.NAME]}), whole)  # and taken away again
        entities[what] = scratch["entities"].set_index("entity_id")["n_documents"]
    person = f"person:{_slug(most)}"
    assert entities["joins an event"][person] == entities["another event"][person] == before[person] + 1
    assert f"person:{_slug(namesake)}" in entities["a namesake"].index.difference(before.index)


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
