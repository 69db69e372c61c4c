"""What two articles share is found where it is one copy, and only there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.resolution import independence, passages, reuse
from tests.resolution.stories import tables_of

STORY = [
    "A crane fell on the roof of a market hall in Kaunas on Monday and hurt nine traders, the fire service said.",
    "Inspectors had ordered repairs to the crane in March, according to a letter that the city released.",
    "The hall, built in 1932, holds two hundred stalls and opens at six in the morning.",
    "“It sounded like a train that does not stop,” said fishmonger Rasa Petraitė.",
    "The mayor closed the market until engineers have tested the walls.",
]
EDITED = [
    "A crane fell on a market hall in Kaunas on Monday morning and hurt nine traders, the fire service said.",
    "Inspectors had ordered repairs to the crane in March, according to a letter released by the city.",
    STORY[2],
    "“It sounded like a train that does not stop,” fishmonger Rasa Petraitė said.",
    "The market will stay closed until engineers have tested the walls, the mayor said.",
]
OWN = [
    "Traders at the old market in Kaunas say that they had warned the city for years.",
    "“It sounded like a train that does not stop,” said fishmonger Rasa Petraitė.",
    "Insurance will cover the stalls but not the fish, her neighbour fears.",
]
NAMED = {
    "place:kaunas": ["Kaunas"],
    "person:petraite": ["Rasa Petraitė", "Petraitė"],
    "body:fire": ["fire service"],
}


def found(articles: dict[str, list[str]], **also: Any) -> list[tuple[str, str, str, str, str]]:
    """Article, sentence and article, sentence, kind of each pair, sentences by their first three words."""
    tables = tables_of(articles, named=NAMED, **also)
    texts = tables["documents"].set_index("doc_id")["text"]
    rows = reuse.reuse(passages.passages(tables), tables)
    return [
        (
            row.doc_a,
            _head(texts[row.doc_a][row.start_a : row.end_a]),
            row.doc_b,
            _head(texts[row.doc_b][row.start_b : row.end_b]),
            row.kind,
        )
        for row in rows.itertuples()
    ]


def _head(sentence: str) -> str:
    return " ".join(sentence.split()[:3])


def test_identical_edited_and_reworded_sentences_of_one_copy() -> None:
    pairs = found({"a": STORY, "b": EDITED})
    assert [(one, kind) for _, one, _, _, kind in pairs] == [
        ("A crane fell", "edited"),
        ("Inspectors had ordered", "edited"),
        ("The hall, built", "identical"),
        ("“It sounded like", "edited"),
        ("The mayor closed", "paraphrase"),
    ]


def test_a_sentence_cut_to_its_half_is_known_again() -> None:
    cut = "Inspectors had ordered repairs to the crane in March, according to a letter."
    assert ("b", "edited") in {
        (doc, kind) for *_, doc, _, kind in found({"a": STORY, "b": [*EDITED[:1], cut]})
    }


def test_words_that_two_have_heard_are_not_copied_prose() -> None:
    tables = tables_of({"a": STORY, "b": OWN}, named=NAMED)
    rows = reuse.reuse(passages.passages(tables), tables)
    assert rows["method"].tolist() == [reuse.HEARD]
    counted = independence.tellings({**tables, "reuse": rows}, passages.passages(tables))
    assert counted["share"].tolist() == [0.0, 0.0]
    assert counted["telling_id"].nunique() == 2


def test_the_formula_of_another_story_is_no_copy() -> None:
    other = [
        "A lorry drove into the gate of a brewery in Leeds on Friday and hurt two guards, the ambulance service said."
    ]
    assert found({"a": STORY, "b": other}) == []


def test_nothing_is_shared_by_articles_of_other_weeks() -> None:
    far = {"a": date(2024, 3, 4), "b": date(2024, 5, 4)}
    assert found({"a": STORY, "b": EDITED}, published=far) == []
    assert found({"a": STORY, "b": EDITED}, published={**far, "b": date(2024, 3, 6)})


def test_furniture_that_articles_on_several_events_have_is_no_passage() -> None:
    line = "Follow our live page for all the latest news."
    rest = {
        "one": ["Petraitė sells herring and eel at her stall in Kaunas.", line],
        "two": ["Herring is cheap, says Petraitė of Kaunas.", line],
        "three": ["A vote on the harbour budget is due in Gdynia.", line],
        "four": ["The cup final of the curling league was lost by Oslo.", line],
    }
    assert found(rest) == []


def test_one_passage_in_three_articles_is_one_group() -> None:
    tables = tables_of({"a": STORY, "b": EDITED, "c": STORY[1:4]}, named=NAMED)
    rows = reuse.reuse(passages.passages(tables), tables)
    hall = rows[rows["kind"] == "identical"].groupby("group_id").size()
    assert hall.max() == 3


def test_a_copy_of_many_articles_makes_pairs_by_their_number() -> None:
    many = {f"d{i:03}": STORY for i in range(60)}
    tables = tables_of(many, named=NAMED)
    rows = reuse.reuse(passages.passages(tables), tables)
    assert rows["group_id"].nunique() == len(STORY)
    assert len(rows) < 60 * len(STORY) * 2
    assert (
        independence.tellings({**tables, "reuse": rows}, passages.passages(tables)).telling_id.nunique() == 1
    )


@pytest.mark.parametrize(
    ("byline", "source"),
    [("Reporting by Jonas Kazlauskas", None), ("By Jonas Kazlauskas, with BPN", "BPN"), ("BPN", "BPN")],
)
def test_a_telling_is_credited_to_the_agency_that_one_of_its_articles_names(
    byline: str, source: str | None
) -> None:
    tables = tables_of(
        {"a": STORY, "b": EDITED, "c": OWN},
        named={**NAMED, "body:bpn": ["BPN"]},
        bylines={"b": byline},
        published={"a": date(2024, 3, 4), "b": date(2024, 3, 5), "c": date(2024, 3, 5)},
    )
    said = _tellings(tables, ["a", "b", "c"])
    assert [row.source for row in said] == [source, source, None]
    assert [row.first for row in said] == ["a", "a", None]
    assert [row.telling_id for row in said] == ["telling:a", "telling:a", "telling:c"]


def test_a_dateline_credits_an_agency() -> None:
    tables = tables_of({"a": [f"KAUNAS, March 4 (BPN) - {STORY[0]}", *STORY[1:]], "b": EDITED}, named=NAMED)
    assert [row.source for row in _tellings(tables, ["a", "b"])] == ["BPN", "BPN"]


def test_a_long_report_that_holds_a_short_one_is_a_telling_of_its_own() -> None:
    long = [
        *STORY[:2],
        *(f"Stall {i} sold {i * 3} kinds of smoked {fish} before noon." for i, fish in enumerate(FISH)),
    ]
    tables = tables_of({"a": STORY[:2], "b": long}, named=NAMED)
    assert {row.telling_id for row in _tellings(tables, ["a", "b"])} == {"telling:a", "telling:b"}


FISH = "herring eel cod bream perch pike trout salmon carp roach zander".split()


def _tellings(tables: dict[str, pd.DataFrame], order: Sequence[str]) -> list[Any]:
    sentences = passages.passages(tables)
    rows = reuse.reuse(sentences, tables)
    table = independence.tellings({**tables, "reuse": rows}, sentences)
    return list(table.set_index("doc_id").replace({float("nan"): None}).loc[list(order)].itertuples())


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=9).map(tuple), max_size=12, unique=True))
@settings(max_examples=60)
def test_wordings_that_share_shingles_are_those_of_a_count_one_by_one(
    wordings: list[tuple[str, ...]],
) -> None:
    own = [{words[k : k + 3] for k in range(len(words) - 2)} for words in wordings]
    pairs = {
        (u, v)
        for u, v in combinations(range(len(own)), 2)
        if own[u] & own[v] and len(own[u] & own[v]) >= reuse.SHINGLES * min(len(own[u]), len(own[v]))
    }
    assert set(reuse._sharing(wordings)) == pairs


def test_a_few_words_are_shared_where_they_stand_beside_what_is_shared() -> None:
    short = "“Nobody was inside.”"
    beside = found({"a": [*STORY[:3], short, *STORY[3:]], "b": [*EDITED[:3], short, *EDITED[3:]]})
    assert ("a", "“Nobody was inside.”", "b", "“Nobody was inside.”", "identical") in beside
    elsewhere = found({"a": [*STORY, OWN[0], short], "b": [short, OWN[2], *EDITED]})
    assert all(one != short for _, one, *_ in elsewhere)
