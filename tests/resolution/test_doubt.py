"""The scores of decisions: from signals to a number, and what stands where."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings.resolution.doubt import scored, signals
from tellings.resolution.doubt.binned import agreement, binned
from tellings.resources import doubt
from tests.corrections import small


def tables() -> dict[str, pd.DataFrame]:
    """A small corpus, with the chains that annotation would give: each entity is one of its article."""
    made = small.tables()
    mentions = made["mentions"].assign(method="model, model; same form", score=0.9)
    made["mentions"] = mentions
    chained = mentions.dropna(subset="entity_id").rename(columns={"mention_id": "id", "entity_id": "chain"})
    made["chains"] = chained[["doc_id", "id", "start", "end", "chain"]].assign(
        type_score=0.9, place_score=0.99, link_score=float("nan")
    )
    return made


def test_a_score_is_the_sum_of_what_its_signals_weigh() -> None:
    known = {"base": 0.0, "signals": {"rule": {"a": {"weight": 2.0}, "b": {"weight": -1.0}}}}
    scores = doubt.by(known, pd.DataFrame({"rule": ["a", "b", "never seen"]}, index=[7, 8, 9]))
    assert scores.to_dict() == {7: pytest.approx(0.881), 8: pytest.approx(0.269), 9: 0.5}


def test_the_file_knows_the_signals_that_there_are() -> None:
    made = signals(tables())
    assert tuple(made) == doubt.DECISIONS
    for decision, frame in made.items():
        assert len(frame), decision
        assert list(frame.columns) == list(doubt.table()[decision]["signals"]), decision


def test_every_decision_has_a_score_and_what_is_none_has_none() -> None:
    before = tables()
    made = scored(before)
    mentions, quotations, entities = made["mentions"], made["quotations"], made["entities"]
    assert (mentions.score.notna() == (mentions.form == "name")).all()
    assert (quotations.score.notna() == quotations.kind.isin(["direct", "mixed", "indirect"])).all()
    assert made["toponyms"].score.between(0, 1).all()
    assert pd.concat([mentions.score, quotations.score, entities.score]).dropna().between(0, 1).all()
    one_form = entities.set_index("entity_id").score
    assert pd.isna(one_form["person:jane-kim"]), "one name in one article: nothing was brought together"
    assert one_form["person:kim"] > 0
    linked = made["chains"].dropna(subset="link_score")
    assert one_form["person:kim"] == linked[linked.chain == "person:kim"].link_score.min()
    assert (made["chains"].type_score == before["chains"].type_score).all(), "what the article says is kept"


def test_less_evidence_is_less_sure() -> None:
    sure, unsure = tables(), tables()
    unsure["chains"] = unsure["chains"].assign(type_score=0.4)
    names = sure["mentions"].form == "name"
    assert (scored(unsure)["mentions"].score[names] < scored(sure)["mentions"].score[names]).all()


def test_articles_agree_or_do_not() -> None:
    rows = [
        ("a", "Kim", "x"),
        ("a", "Kim", "x"),
        ("b", "Kim", "x"),
        ("c", "Lee", "x"),
        ("d", "Lee", "y"),
        ("e", "Ann", "x"),
    ]
    frame = pd.DataFrame(rows, columns=["doc_id", "text", "value"])
    assert agreement(frame, ["text"], "value").tolist() == ["all", "all", "all", "few", "few", "alone"]


def test_numbers_fall_into_few_values() -> None:
    assert binned(pd.Series([0.0, 1.0, 5.0, None]), (0, 1)).tolist() == ["≤0", "≤1", "more", "none"]


@pytest.mark.filterwarnings("error")
def test_a_corpus_without_a_single_entity_has_scores_too() -> None:
    made = tables()
    made["quotations"] = made["quotations"].assign(speaker_id=None)
    made["mentions"] = made["mentions"].iloc[:0]
    made["entities"] = made["entities"].iloc[:0]
    assert scored(made)["quotations"].score.notna().any()
