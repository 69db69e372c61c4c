"""Pairs of entities in one sentence: counts known beforehand, the measure against the example of its paper."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from tellings.analysis import cooccurrence, evidence
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.store.corpus import Corpus
from tests import corpora

ANN, BO, ELM = "person:ann-harbour", "person:bo-quay", "gn:1"


def sentences(path: Path, *groups: tuple[int, tuple[str, ...]]) -> Path:
    """Write a corpus of one article that has so many sentences with each group of names."""
    rows = corpora.paragraph("a", "x" * 10)
    block, rows["mentions"], rows["sentences"] = rows["blocks"][0]["block_id"], [], []
    at = count(1)
    for times, names in groups:
        for _ in range(times):
            sentence = {
                "doc_id": "a",
                "sentence_id": f"a:{next(at)}",
                "block_id": block,
                "start": 0,
                "end": 9,
            }
            rows["sentences"].append(sentence)
            rows["mentions"] += [
                {**sentence, "mention_id": f"a:m{next(at)}", "text": name, "form": "name", "type": "person",
                 "entity_id": f"person:{name}", "method": "test"}
                for name in names
            ]  # fmt: skip
    found = {mention["entity_id"]: mention for mention in rows["mentions"]}
    rows["entities"] = [
        {"entity_id": key, "name": row["text"], "type": "person", "n_mentions": 1, "n_documents": 1, "method": "test"}
        for key, row in found.items()
    ]  # fmt: skip
    return corpora.write(path, rows)


def test_pairs_are_counted_once_a_sentence(corpus: Corpus) -> None:
    found = cooccurrence.pairs(corpus, Filters())
    told = {
        (row.entity_a, row.entity_b): (row.n_sentences, row.n_documents, row.n) for row in found.itertuples()
    }
    assert told == {(ELM, ANN): (1, 1, 2), (ELM, BO): (1, 1, 2), (ANN, BO): (1, 1, 2)}


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(type=("person",)),
        Filters(kind=("name", "demonym")),
        Filters(doc=("alpha",)),
        Filters(side=("XX",)),
    ],
)
def test_sentences_that_name_several_are_counted(corpus: Corpus, filters: Filters) -> None:
    where = filters.where("mentions")
    named = corpus.sql(f"SELECT sentence_id, entity_id, doc_id FROM mentions WHERE {where.sql}", where.params)
    several = named.groupby("sentence_id").entity_id.nunique().loc[lambda n: n > 1]
    assert cooccurrence.n_shared(corpus, filters) == len(several)
    paired = set(named[named.sentence_id.isin(several.index)].entity_id)
    found = cooccurrence.nodes(corpus, filters)
    assert set(found.entity_id) == paired
    each = named.groupby("entity_id")
    assert dict(zip(found.entity_id, found.n, strict=True)) == {key: each.size()[key] for key in paired}
    assert dict(zip(found.entity_id, found.n_documents, strict=True)) == {
        key: each.doc_id.nunique()[key] for key in paired
    }


@pytest.mark.parametrize(
    "filters",
    [Filters(), Filters(type=("person",)), Filters(entity=(BO,)), Filters(q="quay"), Filters(doc=("alpha",))],
)
def test_a_pair_opens_the_names_of_both(corpus: Corpus, filters: Filters) -> None:
    found = cooccurrence.pairs(corpus, filters)
    assert len(found)
    for row in found.itertuples():
        opened = select("mentions", entity=row.entity_a, beside=row.entity_b)
        assert evidence.count(corpus, filters, opened) == row.n
        assert cooccurrence.n_sentences(corpus, filters, opened) == row.n_sentences
        marks = [mark for passage in evidence.passages(corpus, filters, opened) for mark in passage.marks]
        assert len(marks) == row.n


def test_the_measure_is_that_of_the_example_in_its_paper(tmp_path: Path) -> None:
    path = sentences(
        tmp_path / "swiss", (110, ("the", "swiss")), (2442, ("the",)), (111, ("swiss",)), (29114, ())
    )
    with Corpus(path) as corpus:
        row = cooccurrence.pairs(corpus, Filters()).iloc[0]
    assert row.association == pytest.approx(270.72, abs=0.01)


def test_company_that_is_kept_less_than_expected_has_a_minus(tmp_path: Path) -> None:
    with Corpus(sentences(tmp_path / "apart", (1, ("a", "b")), (9, ("a",)), (9, ("b",)))) as corpus:
        assert cooccurrence.pairs(corpus, Filters()).association.iloc[0] < -3.84


def test_the_network_of_an_entity_has_it_first_and_who_is_named_with_it(tmp_path: Path) -> None:
    path = sentences(
        tmp_path / "net", (3, ("a", "b")), (1, ("a", "c")), (9, ("c", "d")), (2, ("b", "c")), (5, ("e",))
    )
    with Corpus(path) as corpus:
        ego = Filters(entity=("person:a",))
        assert cooccurrence.nodes(corpus, Filters()).name.tolist() == ["c", "d", "b", "a"]
        assert cooccurrence.nodes(corpus, Filters(), limit=2).name.tolist() == ["c", "d"]
        assert cooccurrence.nodes(corpus, ego).name.tolist() == ["a", "b", "c"]
        found = cooccurrence.neighbours(corpus, Filters(), "person:a")
        assert (found.name.tolist(), found.n_sentences.tolist()) == (["b", "c"], [3, 1])
        among = cooccurrence.pairs(corpus, ego, entities=("person:a", "person:b", "person:c"))
        assert list(zip(among.name_a, among.name_b, strict=True)) == [("a", "b"), ("b", "c"), ("a", "c")]


def test_a_list_of_ten_thousand_names_is_cut_to_those_named_most(tmp_path: Path) -> None:
    many = tuple(f"n{i:05}" for i in range(10_000))
    with Corpus(sentences(tmp_path / "many", (1, many), (2, ("x", "y")))) as corpus:
        found = cooccurrence.pairs(corpus, Filters())
        assert len(found) == cooccurrence.MOST
        assert (found.name_a[0], found.name_b[0], found.n_sentences[0]) == ("x", "y", 2)
        assert len(cooccurrence.neighbours(corpus, Filters(), "person:n09999")) == 10


def test_nobody_named_is_no_pair(tmp_path: Path) -> None:
    with Corpus(sentences(tmp_path / "none", (2, ("a",)))) as corpus:
        assert cooccurrence.pairs(corpus, Filters()).empty
        assert cooccurrence.nodes(corpus, Filters()).empty
        assert cooccurrence.neighbours(corpus, Filters(), "person:a").empty
