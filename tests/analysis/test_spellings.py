"""Printed forms by outlet and first mentions: on counts known beforehand."""

from __future__ import annotations

import pytest

from tellings.analysis import evidence, introduced, spellings
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.store.corpus import Corpus

ANN, BO, ELM = "person:ann-harbour", "person:bo-quay", "gn:1"


def test_entities_printed_in_several_ways_come_first(corpus: Corpus) -> None:
    found = spellings.forms(corpus, Filters())
    assert list(zip(found.entity_id, found.text, found.n, found.n_outlets, found.n_forms, strict=True)) == [
        (ANN, "Harbour", 3, 2, 2),
        (ANN, "Ann Harbour", 2, 2, 2),
        (ELM, "Port Elm", 4, 3, 1),
        (BO, "Bo Quay", 1, 1, 1),
    ]
    assert found.n_first_choices.tolist() == [2, 2, 1, 1], "alpha prints both once, beta Harbour twice"


@pytest.mark.parametrize("sort", ["", "differ", "forms", "name", "nonsense"])
def test_every_order_has_the_same_forms(corpus: Corpus, sort: str) -> None:
    found = spellings.forms(corpus, Filters(sort=sort))
    assert found.n.sum() == 10
    assert found.entity_id.tolist()[:2] == [ANN, ANN]


def test_each_cell_opens_as_many_names_as_it_says(corpus: Corpus) -> None:
    cells = spellings.cells(corpus, Filters(), (ANN, ELM))
    assert cells.n.sum() == 9
    for entity, text, outlet, n in cells[["entity_id", "text", "outlet", "n"]].itertuples(index=False):
        opened = select("mentions", entity=entity, text=text, publisher=outlet)
        assert evidence.count(corpus, Filters(), opened) == n
    assert spellings.cells(corpus, Filters(), ()).empty


def test_filters_bear_on_forms(corpus: Corpus) -> None:
    found = spellings.forms(corpus, Filters(doc=("beta",), type=("person",)))
    assert dict(zip(found.text, found.n, strict=True)) == {"Harbour": 2, "Ann Harbour": 1}


def test_the_first_mention_of_each_article(corpus: Corpus) -> None:
    found = introduced.first(corpus, Filters(), (ANN, ELM)).set_index(["entity_id", "doc_id"])
    assert found.loc[(ANN, "alpha"), ["text", "block", "paragraph", "place", "n_named", "n"]].tolist() == [
        "Ann Harbour", "paragraph", 1, 1, 3, 2,
    ]  # fmt: skip
    assert found.loc[(ELM, "alpha"), ["paragraph", "place", "n"]].tolist() == [1, 3, 2]
    assert found.loc[(ELM, "beta"), ["paragraph", "place", "n_named", "n"]].tolist() == [2, 2, 2, 1]
    assert found.loc[(ELM, "gamma"), ["paragraph", "place"]].tolist() == [1, 1]
    for mention, text in zip(found.mention_id, found.text, strict=True):
        [passage] = evidence.passages(corpus, Filters(), select("mentions", mention=mention))
        [mark] = passage.marks
        assert passage.text[mark.start - passage.start : mark.end - passage.start] == text


def test_the_place_is_among_all_that_the_article_names(corpus: Corpus) -> None:
    of_places = introduced.first(corpus, Filters(type=("city",)), (ELM,)).set_index("doc_id")
    assert of_places.place.to_dict() == {"alpha": 3, "beta": 2, "gamma": 1}
    assert introduced.first(corpus, Filters(), ()).empty
    assert set(introduced.first(corpus, Filters(), (ELM,), articles=2).doc_id) == {"alpha", "beta"}


def test_orders_of_introduction(corpus: Corpus) -> None:
    assert introduced.order(corpus, Filters()).entity_id.tolist() == [ANN, ELM, BO]
    assert introduced.order(corpus, Filters(sort="early")).entity_id.tolist() == [ANN, ELM, BO], (
        "Bo: one article"
    )
    assert introduced.order(corpus, Filters(sort="differ")).entity_id[0] == ELM
    assert introduced.order(corpus, Filters(sort="name")).name.tolist() == [
        "Ann Harbour",
        "Bo Quay",
        "Port Elm",
    ]
