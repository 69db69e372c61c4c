"""What is said below a quotation: who speaks, how it was found, what it stands in."""

from __future__ import annotations

from typing import Any, get_args

import pandas as pd
import pytest

from tellings.analysis.differences import compare, shared
from tellings.analysis.utterances import Told
from tellings.annotation.speech.model import Rule
from tellings.query.filters import Filters
from tellings.ui.quotation_line import said
from tellings.ui.quotes import difference
from tellings.ui.quotes.utterances import columns
from tellings.ui.reasons import quotation, words

FACTS: dict[str, Any] = {
    "kind": "indirect", "speaker": "Lee", "names": "Ann Lee", "anonymous": False, "cue": "said", "via": None,
    "inside_id": None, "method": "clause", "outer": None, "outer_speaker": None,
    "told_by": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({}, '<span class="t-who">Lee</span> → Ann Lee</p>'),
        ({"speaker": "who"}, '<span class="t-who">Ann Lee</span>, printed “who”</p>'),
        ({"speaker": "Ann Lee"}, '<span class="t-who">Ann Lee</span></p>'),
        (
            {"names": None},
            '<span class="t-who">Lee</span> → <span class="t-unknown">not traced to a name</span>',
        ),
        ({"speaker": None, "names": None}, '<span class="t-unknown">speaker unknown</span>'),
        ({"cue": None}, "no word of saying · "),
        ({"cue": None, "method": "turn goes on"}, "no word of saying: the turn goes on"),
        ({"via": "on <X>"}, "via “on &lt;X&gt;”"),
        ({"method": "correction:c1"}, "why: corrected by hand"),
        ({"speaker": "<b>" + "x" * 400}, "…</span>"),
        (
            {"inside_id": "a:q1-9", "outer": "it rained", "outer_speaker": "a source"},
            "inside what a source says: <a ",
        ),
        ({"inside_id": "a:q1-9", "outer": "“no”, she said", "outer_speaker": "x"}, ">“‘no’, she said”</a>"),
        ({"inside_id": "a:q1-9", "outer": '"no", she said', "outer_speaker": "x"}, ">“‘no’, she said”</a>"),
        ({"told_by": "an anonymous source"}, "Lee</span> → Ann Lee, as an anonymous source tells it</p>"),
    ],
)
def test_what_is_known_is_said(facts: dict[str, Any], line: str) -> None:
    shown = "".join(said({**FACTS, **facts}, Filters(corpus="elm"), None))
    assert line in shown
    assert "<b>" not in shown


def test_who_else_tells_it_is_a_link() -> None:
    shown = said(FACTS, Filters(corpus="elm", layer="machine"), Told("cluster:x", 3)).first
    assert "layer=machine" in shown
    assert "told by 3 articles</a>" in shown
    assert "view=words" in shown


def test_every_rule_is_said_in_words() -> None:
    assert set(words()["quoted"]) == set(get_args(Rule))
    assert quotation("a rule that came later") == "a rule that came later"


def test_a_difference_is_said_in_words_and_escaped() -> None:
    left, right = "<i>we</i> all sail at dawn", "sail at dawn off"
    pieces = compare(left, right)
    words = difference.summary(pieces, *shared(left, right))
    assert "Only on the left:" in words
    assert "Only on the right:" in words
    assert "<i>" not in words
    telling = pd.Series({"short": "“A strike”", "speaker": None, "kind": "direct", "said": left})
    assert difference.name(telling).startswith("“A strike”: nobody known, direct")


def test_words_that_moved_are_said_to_have_moved() -> None:
    left, right = "to capture Ukraine’s Sumy and Kharkiv regions", "to occupy Kharkiv and Sumy regions"
    words = difference.summary(compare(left, right), *shared(left, right))
    assert "5 words are in both, of 7 on the left and 6 on the right" in words
    assert "In both, but in another place:</strong> “and Kharkiv”" in words
    assert "Only on" not in words


def test_of_many_outlets_those_that_tell_what_is_shown_have_a_column() -> None:
    cells = pd.DataFrame({"outlet": ["b", "d", "b"]})
    few, many = ({letter: letter.upper() for letter in letters} for letters in ("abcd", "abcdefghijklm"))
    assert columns(few, cells) == few
    assert list(columns(many, cells)) == ["b", "d"]
