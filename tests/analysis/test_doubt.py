"""What is to be checked: the least sure first, each decision once, nothing that somebody has looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings import corrections
from tellings.analysis import doubt
from tellings.corrections import Span
from tellings.query.filters import Filters
from tellings.store.corpus import Corpus
from tellings.store.corpus import open as open_corpus
from tests import shown

SCORES = {
    "Ann Harbour": 0.97,
    "Harbour": 0.5,
    "Bo Quay": 0.3,
    "whose:Harbour": 0.6,
    "We will sail at dawn,” Harbour said. “Nobody stays.": 0.4,
    "place:Port Elm": 0.2,
}


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return open_corpus(shown.write(tmp_path / "elm", scores=SCORES))


ALL = Filters()


def decisions(corpus: Corpus, filters: Filters = ALL, decision: str = "") -> list[tuple[str, str, str, int]]:
    rows = doubt.doubtful(corpus, filters, decision)
    assert rows.score.is_monotonic_increasing
    return list(zip(rows.decision, rows.doc_id, rows.text.str[:8], rows.n, strict=True))


def test_each_decision_stands_once_the_least_sure_first(corpus: Corpus) -> None:
    found = decisions(corpus)
    assert found[:3] == [
        ("place", "alpha", "Port Elm", 2),
        ("place", "beta", "Port Elm", 1),
        ("place", "gamma", "Port Elm", 1),
    ]
    assert found[3:] == [
        ("type", "alpha", "Bo Quay", 1),
        ("speaker", "alpha", "We will ", 1),
        ("type", "alpha", "Harbour", 5),
        ("merge", "alpha", "Harbour", 1),
        ("merge", "beta", "Harbour", 2),
    ]


def test_articles_and_the_kind_of_decision_narrow_it(corpus: Corpus) -> None:
    assert decisions(corpus, Filters(doc=("beta",)), "merge") == [("merge", "beta", "Harbour", 2)]
    assert {kind for kind, *_ in decisions(corpus, decision="speaker")} == {"speaker"}


def test_what_somebody_looked_at_is_not_asked_again(tmp_path: Path) -> None:
    path = shown.write(tmp_path / "elm", scores=SCORES)
    text = open_corpus(path).table("documents").set_index("doc_id").text["beta"]
    start = text.index("Harbour", 12)
    looked = Span("beta", start, start + 7, "Harbour")
    elm = text.index("Port Elm")
    lines = [
        corrections.new("accept", looked),
        corrections.new("relocate", Span("beta", elm, elm + 8, "Port Elm"), None),
    ]
    corrections.append(path / "corrections.jsonl", *lines)
    found = decisions(open_corpus(path))
    assert ("merge", "beta", "Harbour", 2) not in found
    assert ("type", "alpha", "Harbour", 5) not in found, "the type is one for all its mentions"
    assert ("place", "beta", "Port Elm", 1) not in found
    assert ("merge", "alpha", "Harbour", 1) in found


def test_what_may_be_meant_instead(corpus: Corpus) -> None:
    quote = doubt.doubtful(corpus, Filters(), "speaker").iloc[0]
    assert doubt.beside(corpus, quote.id).entity_id.tolist() == ["person:bo-quay", "person:an-official"][:1]
    beta = doubt.doubtful(corpus, Filters(doc=("beta",)), "merge").iloc[0]
    assert doubt.alike(corpus, "beta", int(beta.start)).text.tolist() == ["Harbour", "Harbour"]
    assert doubt.others(corpus, "Quay", "person:ann-harbour").entity_id.tolist() == ["person:bo-quay"]
    assert "person" not in doubt.other_types("person")
