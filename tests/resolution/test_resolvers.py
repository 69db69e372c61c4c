"""The list of resolvers: its order, and that each makes what it says."""

from __future__ import annotations

import pandas as pd
import pytest

import tellings
from tellings import schema
from tellings.annotation.batches import ANNOTATED
from tellings.resolution import compared, resolvers
from tellings.resolution.resolvers import RESOLVERS, resolve


def test_every_resolver_comes_after_what_it_needs() -> None:
    known = {*ANNOTATED, "overruled", compared.NAME}
    for resolver in RESOLVERS:
        assert set(resolver.needs) <= known, resolver.name
        known.update(resolver.makes)


def test_every_resolver_makes_the_tables_that_it_says() -> None:
    tables = {name: schema.empty(name) for name in schema.TABLES} | {compared.NAME: compared.nothing()}
    for resolver in RESOLVERS:
        made = resolver.run({name: tables[name] for name in resolver.needs})
        assert tuple(made) == resolver.makes
        tables |= made


def test_a_comparison_that_fails_is_named_and_the_rest_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_tables: object) -> dict[str, pd.DataFrame]:
        raise KeyError("sum")

    with tellings.open(corrections=False) as corpus:
        tables = {name: corpus.table(name) for name in schema.TABLES}
    whole = resolve(tables)
    spared = [r._replace(run=broken) if r.lacks else r for r in RESOLVERS]
    monkeypatch.setattr(resolvers, "RESOLVERS", tuple(spared))
    left = resolve(tables)
    assert left["discrepancies"].empty
    assert len(left["mentions"]) == len(whole["mentions"])
    named = left["problems"].query("stage == 'resolve'")
    assert named[["source", "reason"]].values.tolist() == [
        [r.name, "KeyError: 'sum'"] for r in spared if r.lacks
    ]
    monkeypatch.undo()
    assert resolve(left, "discrepancies")["problems"].query("source == 'discrepancies'").empty


def test_what_nothing_is_known_without_fails_aloud(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = {name: schema.empty(name) for name in schema.TABLES}
    entities = RESOLVERS[0]._replace(run=lambda _: (_ for _ in ()).throw(KeyError("x")))
    monkeypatch.setattr(resolvers, "RESOLVERS", (entities,))
    with pytest.raises(KeyError):
        resolve(tables)


def test_the_order_of_the_articles_makes_no_difference() -> None:
    with tellings.open(corrections=False) as corpus:
        tables = {name: corpus.table(name) for name in schema.TABLES}
    texts = tables["documents"].set_index("doc_id")["text"]
    turned = {name: frame.iloc[::-1].reset_index(drop=True) for name, frame in tables.items()}
    resolved = resolve(turned)["mentions"]
    printed = [texts[r.doc_id][r.start : r.end] for r in resolved.itertuples()]
    assert resolved["text"].tolist() == printed
    keys = ["text", "entity_id", "type", "score"]
    both = [
        frame.set_index("mention_id")[keys].sort_index() for frame in (resolved, resolve(tables)["mentions"])
    ]
    pd.testing.assert_frame_equal(*both)
