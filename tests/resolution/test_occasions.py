"""Which act a date tells the day of, and when two dates are of one act."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from tellings import schema
from tellings.resolution.occasions import Occasion, occasions

DAY = float(date(2025, 6, 1).toordinal())


def act(
    name: str, *, day: float = DAY, marks: str = "", persons: str = "", things: str = "", nouns: str = ""
) -> Occasion:
    sets = [frozenset(words.split()) for words in (marks, persons, things, "", nouns)]
    return Occasion(name, day, *sets)


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
        (act("wave", persons="ana"), act("wave", persons="ana"), False),
    ],
)
def test_two_dates_are_of_one_act(one: Occasion, other: Occasion, same: bool) -> None:
    assert (one.is_of(other), other.is_of(one)) == (same, same)


def test_what_was_not_done_since_was_last_done_then() -> None:
    words = "nobody:PRON have:AUX check:VERB it:PRON since:SCONJ May:PROPN .:PUNCT".split()
    rows, at = [], 0
    for word in words:
        lemma, _, pos = word.partition(":")
        rows.append({"doc_id": "a", "sentence_id": "s", "start": at, "end": at + len(lemma)})
        rows[-1] |= {"lemma": lemma, "pos": pos}
        at += len(lemma) + 1
    start, end = rows[5]["start"], rows[5]["end"]
    documents = pd.DataFrame({"doc_id": ["a"], "published": [date(2025, 6, 20)]})
    tables = {"documents": documents, "tokens": pd.DataFrame(rows), "mentions": schema.empty("mentions")}
    told = occasions([("s", start, end, DAY)], tables)
    assert (told["s", start].act, told["s", start].marks) == ("inspection", {"last"})
