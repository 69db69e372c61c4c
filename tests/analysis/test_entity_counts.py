"""Counts of entities, held against a corpus whose every number is known."""

from __future__ import annotations

import pytest

from tellings.analysis import entity_counts, evidence, known, overview
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.query.sql import UNKNOWN
from tellings.store.corpus import Corpus


def test_entities_are_counted_by_name(corpus: Corpus) -> None:
    found = entity_counts.entities(corpus, Filters())
    assert dict(zip(found.name, found.n, strict=True)) == {"Ann Harbour": 5, "Port Elm": 4, "Bo Quay": 1}
    assert found.n_documents.tolist() == [2, 3, 1]
    words = sum(corpus.documents.n_words)
    assert found.per_1000.tolist() == pytest.approx([n * 1000 / words for n in (5, 4, 1)])


@pytest.mark.parametrize(
    ("filters", "n"),
    [
        (Filters(), 10),
        (Filters(doc=("beta",)), 4),
        (Filters(publisher=("The Elm Post",)), 5),
        (Filters(publisher=("unknown:gamma",)), 1),
        (Filters(type=("city",)), 4),
        (Filters(kind=("demonym",)), 1),
        (Filters(q="HARB"), 5),
        (Filters(q="' OR true --"), 0),
        (Filters(entity=("gn:1",), doc=("alpha", "gamma")), 3),
    ],
)
def test_totals_bars_cells_and_evidence_agree(corpus: Corpus, filters: Filters, n: int) -> None:
    assert evidence.count(corpus, filters, select("mentions")) == n
    assert entity_counts.totals(corpus, filters).mentions == n
    found = entity_counts.entities(corpus, filters)
    assert found.n.sum() == n
    assert entity_counts.by_type(corpus, filters).n.sum() == n
    assert entity_counts.by_document(corpus, filters, tuple(found.entity_id)).n.sum() == n
    for entity, said in zip(found.entity_id, found.n, strict=True):
        opened = select("mentions", entity=entity)
        assert evidence.count(corpus, filters, opened) == said
        shown_ = evidence.passages(corpus, filters, opened)
        assert sum(len(passage.marks) for passage in shown_) == said
        assert entity_counts.forms(corpus, filters, entity).n.sum() == said


def test_orders(corpus: Corpus) -> None:
    assert entity_counts.entities(corpus, Filters(sort="name")).name.tolist() == [
        "Ann Harbour",
        "Bo Quay",
        "Port Elm",
    ]
    assert entity_counts.entities(corpus, Filters(sort="documents")).name.tolist() == [
        "Port Elm",
        "Ann Harbour",
        "Bo Quay",
    ]


def test_what_counts_leave_out_is_known(corpus: Corpus) -> None:
    assert entity_counts.beside(corpus, Filters(), "gn:1") == {"demonym": 1}
    assert evidence.count(corpus, Filters(), select("mentions", entity="gn:1", form="demonym")) == 1


def test_an_entity_s_facts(corpus: Corpus) -> None:
    assert entity_counts.entity(corpus, "gn:1")["name"] == "Port Elm"
    assert entity_counts.entity(corpus, "gn:1")["wikidata"] is None
    assert entity_counts.entity(corpus, "nobody") == {}


def test_figures_are_those_of_the_pages(corpus: Corpus) -> None:
    found = overview.figures(corpus, Filters())
    assert (found["articles"], found["publishers"], found["unpublished"]) == (3, 1, 2)
    assert found["mentions"] == entity_counts.totals(corpus, Filters()).mentions
    assert found["entities"] == len(entity_counts.entities(corpus, Filters()))
    assert found["quotations"] == evidence.count(corpus, Filters(), select("quotations")) == 3
    assert overview.articles(corpus, Filters()).mentions.tolist() == [5, 4, 1]
    assert overview.articles(corpus, Filters(), limit=1, offset=1).mentions.tolist() == [4]


def test_values_that_a_corpus_lacks(corpus: Corpus) -> None:
    asked = Filters(
        doc=("alpha", "omega"),
        speaker=(UNKNOWN, "nobody"),
        cue=("SAID", "quoth"),
        publisher=("unknown:beta",),
    )
    assert known.missing(corpus, asked) == {"doc": ["omega"], "speaker": ["nobody"], "cue": ["quoth"]}
    assert known.missing(corpus, Filters()) == {}
