"""Which act a date tells the day of, and when two dates are of one act."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from tellings.resolution.occasions import Occasion, occasions

DAY = float(date(2025, 6, 1).toordinal())


def act(name: str, *, day: float = DAY, **told: str) -> Occasion:
    sets = ("marks", "persons", "others", "things", "places", "nouns")
    return Occasion(name, day, *(frozenset(told.get(one, "").split()) for one in sets))


def told(text: str, *, published: date = date(2025, 6, 20), day: float = DAY) -> Occasion:
    """The act of the day that stands as *May* (0: of a figure) in words, each with its part of speech.

    In capitals: A, B, C are persons, X, Y, Z bodies.
    """
    rows, mentions, at = [], [], 0
    for word in text.split():
        lemma, _, pos = word.partition(":")
        span = {"doc_id": "a", "sentence_id": "s", "start": at, "end": at + len(lemma)}
        rows.append({**span, "lemma": lemma, "pos": pos or ("PROPN" if lemma[0].isupper() else "NOUN")})
        if len(lemma) == 1 and lemma.isupper():
            kind = "person" if lemma in "ABC" else "organisation"
            mentions.append({**span, "entity_id": lemma, "type": kind})
        at += len(lemma) + 1
    [(start, end)] = [(row["start"], row["end"]) for row in rows if row["lemma"] == "May"]
    tables = {
        "documents": pd.DataFrame({"doc_id": ["a"], "published": [published]}),
        "tokens": pd.DataFrame(rows),
        "mentions": pd.DataFrame(mentions or None, columns=[*[*rows[0]][:4], "entity_id", "type"]),
    }
    return occasions([("s", start, end, day)], tables)["s", start]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (act("arrest", persons="ana"), act("arrest", persons="ana police"), True),
        (act("arrest", persons="ana"), act("arrest", persons="ben"), False),
        (act("arrest", persons="ana"), act("death", persons="ana"), False),
        (act("foundation", things="acme"), act("foundation", things="bolt", persons="ana"), False),
        (act("foundation", things="acme"), act("foundation", things="acme"), True),
        (act("inspection", marks="last", nouns="stand"), act("inspection", marks="last"), True),
        (
            act("inspection", marks="last", nouns="stand"),
            act("inspection", marks="last", nouns="bridg"),
            False,
        ),
        (act("inspection", marks="last"), act("inspection", day=DAY + 30), True),
        (act("inspection", marks="last"), act("inspection", day=DAY - 30), False),
        (act("inspection"), act("inspection", day=DAY - 30), False),
        (act("purchase", persons="ana", nouns="mill"), act("purchase", persons="ana", nouns="ship"), False),
        (
            act("closure", nouns="bridg", others="council"),
            act("closure", nouns="pool", others="council"),
            False,
        ),
        (act("closure", nouns="bridg"), act("closure", nouns="bridg", others="council"), False),
        (
            act("closure", marks="coming", nouns="bridg"),
            act("closure", marks="coming", nouns="bridg", others="council"),
            True,
        ),
        (act("purchase", nouns="mill", others="acme"), act("purchase", nouns="mill", others="acme"), True),
        (act("purchase", nouns="mill", others="acme"), act("purchase", nouns="mill", others="bolt"), False),
        (act("strike", marks="coming", nouns="driver"), act("strike", marks="coming"), False),
        (act("wave", persons="ana"), act("wave", persons="ana"), False),
    ],
)
def test_two_dates_are_of_one_act(one: Occasion, other: Occasion, same: bool) -> None:
    assert (one.is_of(other), other.is_of(one)) == (same, same)


TO_COME = date(2025, 5, 1)
BY_JUDGE = "A be:AUX jail:VERB by:ADP Judge B on:ADP May .:PUNCT"


@pytest.mark.parametrize(
    ("text", "persons", "others"),
    [
        (BY_JUDGE, "A", "B"),
        ("Judge B jail:VERB A for:ADP fraud on:ADP May .:PUNCT", "A", "B"),
        ("A be:AUX not:PART yet:ADV appoint:VERB by:ADP X on:ADP May .:PUNCT", "A", "X"),
        ("X dismiss:VERB A on:ADP May .:PUNCT", "A", "X"),
        ("A ,:PUNCT 45:NUM ,:PUNCT be:AUX arrest:VERB by:ADP B on:ADP May .:PUNCT", "A", "B"),
        ("the:DET killer of:ADP C be:AUX arrest:VERB by:ADP B on:ADP May .:PUNCT", "", "B"),
        ("B order:VERB the:DET arrest of:ADP A on:ADP May .:PUNCT", "A", ""),
        ("B accept:VERB A 's:PART resignation on:ADP May .:PUNCT", "A", ""),
        ("A quit:VERB X over:ADP B on:ADP May .:PUNCT", "A", ""),
        ("detective pick:VERB up:ADP A with:ADP B on:ADP May .:PUNCT", "A", ""),
        ("the:DET trial of:ADP A before:ADP Judge B open:VERB on:ADP May .:PUNCT", "A", "B"),
        ("A ,:PUNCT 36:NUM ,:PUNCT who:PRON resign:VERB on:ADP May ,:PUNCT leave:VERB .:PUNCT", "A", ""),
    ],
)
def test_whose_an_act_is_and_who_else_is_in_it(text: str, persons: str, others: str) -> None:
    occasion = told(text)
    assert (occasion.persons, occasion.others) == ({*persons.split()}, {*others.split()})


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("the:DET mill be:AUX last:ADV inspect:VERB on:ADP May .:PUNCT", {"last"}),
        ("the:DET first:ADJ public:ADJ hearing be:AUX on:ADP May .:PUNCT", {"first"}),
        ("the:DET last:ADJ round of:ADP talk be:AUX on:ADP May .:PUNCT", {"last"}),
        ("he:PRON look:VERB at:ADP it:PRON for:ADP the:DET last:ADJ time in:ADP May .:PUNCT", {"last"}),
        ("the:DET first:ADJ minister visit:VERB X on:ADP May .:PUNCT", set()),
        ("the:DET First Minister visit:VERB X on:ADP May .:PUNCT", set()),
        ("after:ADP the:DET Last Night X vote:VERB on:ADP May .:PUNCT", set()),
        ("the:DET last:ADJ driver inspect:VERB it:PRON on:ADP May .:PUNCT", set()),
        ("X vote:VERB on:ADP the:DET first:ADJ bill on:ADP May .:PUNCT", set()),
        ("in:ADP the:DET last:ADJ week vote be:AUX due:ADJ on:ADP May .:PUNCT", set()),
        ("driver will:AUX begin:VERB the:DET strike on:ADP May .:PUNCT", {"first"}),
    ],
)
def test_a_mark_of_order_stands_right_before_its_act(text: str, marks: set[str]) -> None:
    assert told(text).marks == marks


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (BY_JUDGE, "Judge B jail:VERB A on:ADP May", True),
        (BY_JUDGE, "Judge B jail:VERB C on:ADP May", False),
        (BY_JUDGE, "C be:AUX jail:VERB by:ADP Judge B on:ADP May", False),
        ("X close:VERB the:DET bridge on:ADP May", "X shut:VERB the:DET pool on:ADP May", False),
        ("the:DET bridge be:AUX close:VERB by:ADP X on:ADP May", "the:DET bridge shut:VERB on:ADP May", True),
        ("X buy:VERB Y on:ADP May", "X buy:VERB Z on:ADP May", False),
        ("X buy:VERB Y on:ADP May", "Y be:AUX acquire:VERB by:ADP X on:ADP May", True),
        ("X last:ADV meet:VERB Y in:ADP May", "X last:ADV meet:VERB with:ADP Z in:ADP May", False),
        ("driver will:AUX strike:VERB on:ADP May", "driver will:AUX walk:VERB out:ADP on:ADP May", True),
        ("driver will:AUX strike:VERB on:ADP May", "pilot will:AUX strike:VERB on:ADP May", False),
        (
            "A will:AUX visit:VERB the:DET school on:ADP May",
            "A will:AUX visit:VERB a:DET school on:ADP May",
            False,
        ),
    ],
)
def test_days_of_an_act_are_held_against_each_other_where_it_is_the_same(
    one: str, other: str, same: bool
) -> None:
    acts = told(one, published=TO_COME), told(other, published=TO_COME)
    assert (acts[0].is_of(acts[1]), acts[1].is_of(acts[0])) == (same, same)


@pytest.mark.parametrize(
    ("one", "other", "another"),
    [
        ("A ’s deputy be:AUX arrest:VERB on:ADP May", "A be:AUX arrest:VERB on:ADP May", True),
        ("A ’s deputy be:AUX arrest:VERB on:ADP May", "B be:AUX arrest:VERB on:ADP May", False),
        ("A be:AUX arrest:VERB by:ADP X on:ADP May", "A be:AUX arrest:VERB on:ADP May", False),
        (BY_JUDGE, "B be:AUX jail:VERB on:ADP May", True),
    ],
)
def test_what_befalls_one_is_held_against_nobody_else_in_it(one: str, other: str, another: bool) -> None:
    acts = told(one.replace("’s", "’s:PART")), told(other)
    assert (acts[0].of_another(acts[1]), acts[1].of_another(acts[0])) == (another, another)


def test_a_figure_without_an_act_is_its_owner_s() -> None:
    one = told("A 's:PART time be:AUX May .:PUNCT", day=0)
    other = told("B 's:PART time of:ADP May be:AUX better:ADJ .:PUNCT", day=0)
    assert (one.persons, other.persons) == ({"A"}, {"B"})
    assert one.of_another(other)
    assert not one.of_another(one)


def test_what_was_not_done_since_was_last_done_then() -> None:
    occasion = told("nobody:PRON have:AUX check:VERB it:PRON since:SCONJ May .:PUNCT")
    assert (occasion.act, occasion.marks) == ("inspection", {"last"})


@pytest.mark.parametrize(
    ("text", "named", "nouns"),
    [
        ("the:DET pool will:AUX stay:VERB closed:ADJ until:ADP May", "reopening", "pool"),
        ("the:DET bridge remain:VERB shut:ADJ until:ADP May", "reopening", "bridg"),
        ("the:DET pool will:AUX stay:VERB dry:ADJ until:ADP May", "stay", ""),
    ],
)
def test_what_stays_closed_until_a_day_reopens_then(text: str, named: str, nouns: str) -> None:
    own = told(text, published=date(2025, 5, 1))
    assert (own.act, " ".join(own.nouns)) == (named, nouns)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("build", "complete"),
        ("charge", "indict"),
        ("deport", "extradite"),
        ("escape", "flee"),
        ("buy", "sell"),
        ("disappear", "vanish"),
        ("free", "release"),
    ],
)
def test_verbs_tell_one_act(one: str, other: str) -> None:
    acts = {told(f"A be:AUX {verb}:VERB on:ADP May .:PUNCT").act for verb in (one, other)}
    assert len(acts) == 1
