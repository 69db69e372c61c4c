"""What stands around an answer, how near a time of the clock is told, which counts are parts of one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from tellings import schema, settings
from tellings.folder import parquet
from tellings.resolution.answers import EARLIER, PARTS_OF, Answer, answers, of_a_share
from tellings.resolution.discrepancies import judge
from tellings.resolution.passages import passages
from tellings.resolution.questions import question
from tests.resolution.stories import tables_of

ROOT = Path(__file__).resolve().parents[2]


def found(
    sentence: str,
    *quantities: tuple[str, float, str],
    of: str | None = None,
    times: dict[str, str] | None = None,
) -> list[Answer]:
    """The answers in a sentence, given its numbers with what they count and what became of it, and its times with their
    `mod`.
    """
    tables = tables_of({"a": [sentence]})
    own = {"doc_id": "a", "sentence_id": tables["sentences"]["sentence_id"].iloc[0]}
    counted = [
        {**_span(sentence, text), **own, "value": value, "unit": unit, "of": of, "method": "cardinal"}
        for text, value, unit in quantities
    ]
    told = [
        {
            **_span(sentence, text),
            **own,
            "type": "time",
            "value": "T21:40",
            "mod": mod or None,
            "method": "clock",
        }
        for text, mod in (times or {}).items()
    ]
    tables |= {name: schema.empty(name) for name in ("tokens", "quotations", "quote_parts")}
    for name, rows in (("quantities", counted), ("dates", told)):
        tables[name] = schema.conform(pd.DataFrame(rows, columns=schema.table(name).names), name)
    return answers(tables, passages(tables), {"a": 0})


def _span(sentence: str, text: str) -> dict[str, object]:
    start = sentence.index(text)
    return {"start": start, "end": start + len(text), "text": text}


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("The firm, which lost its case, will pay 90 euros to each tenant, he said.", "will pay … to each tenant"),
        ("90 euros were paid.", "… were paid"),
        ("• 90 euros went to the club.", "… went to the club"),
        ("After the flood, 90 euros, he said.", "After the flood, …, he said"),
        ("The firm lost its case, and 90 euros were paid.", "The firm lost its case, and … were paid"),
        ("“They wanted 90 euros,” she said.", "They wanted …"),
        ("Fine: 90 euros", "…"),
        ("They had 90 euros by 9:20 on Monday.", "They had … by 9:20 on Monday"),
        (
            "A fund of 90 euros is expected to be open by the end of June to all.",
            "A fund of … is expected to be open",
        ),
        (
            "He spoke in the capital of a state where 90 euros buy what Mr Okoro and the others want.",
            "capital of a state where … buy what Mr Okoro and the others",
        ),
        (
            "It was in the hands of all those men that 90 euros in coins went the way of Mr Okoro.",
            "hands of all those men that … in coins went the way",
        ),
    ],
)  # fmt: skip
def test_the_clause_around_an_answer(sentence: str, clause: str) -> None:
    [answer] = found(sentence, ("90 euros", 90, "EUR"))
    assert answer.clause == (clause if clause != "…" else "")
    assert (answer.kind, answer.what) == ("money", "money EUR")


@pytest.mark.parametrize(
    ("sentence", "mod", "hedge"),
    [
        ("It began shortly before 9.40 p.m. at the gate.", "", "nearly"),
        ("It began just after 9.40 p.m. at the gate.", "", "just over"),
        ("It began at about 9.40 p.m. at the gate.", "approx", "about"),
        ("It has gone on since 9.40 p.m. at the gate.", "since", None),
        ("It began at 9.40 p.m. at the gate.", "", None),
    ],
)
def test_how_exactly_a_time_of_the_clock_is_told(sentence: str, mod: str, hedge: str | None) -> None:
    [answer] = found(sentence, times={"9.40 p.m.": mod})
    assert answer.figure
    assert answer.figure.hedge == hedge


@pytest.mark.parametrize(
    ("sentence", "corrected"),
    [
        ("The number of sheep rose to 19, up from 12 sheep on Monday.", True),
        ("The farm has 19, not 12 sheep.", True),
        ("An earlier report gave the number as 12 sheep.", True),
        ("They came from 12 sheep farms and more.", False),
        ("It is not the 12 sheep that we lost.", True),
    ],
)
def test_a_figure_that_its_article_takes_back(sentence: str, corrected: bool) -> None:
    [answer] = found(sentence, ("12 sheep", 12, "sheep"))
    assert (answer.times == {EARLIER}) == corrected


@pytest.mark.parametrize(
    ("word", "state", "what"),
    [
        ("death", "dead", "dead"),
        ("fatality", "dead", "dead"),
        ("injury", "injured", "injured"),
        ("people", "dead", "dead"),
        ("goat", "dead", "dead goat"),
        ("death", "missing", "missing death"),
    ],
)
def test_a_noun_that_says_what_became_of_people_counts_people(word: str, state: str, what: str) -> None:
    [told] = found(f"The town counts 34 {word} so far.", (f"34 {word}", 34, word), of=state)
    assert told.what == what


def test_words_that_news_uses_of_one_thing_count_one_thing() -> None:
    said = {found(f"All 17 {word} were there.", (f"17 {word}", 17, word))[0].what for word in
            ("sailor", "crew member", "seaman")}  # fmt: skip
    assert said == {"count crew member"}


@pytest.mark.parametrize(
    ("word", "narrower"),
    [
        ("house", "home"),
        ("round", "shot"),
        ("coach", "bus"),
        ("crew", "crew member"),
    ],
)
def test_a_word_that_counts_other_things_too_is_not_held_to_be_the_narrower_one(
    word: str, narrower: str
) -> None:
    one, other = (found(f"All 17 {said} were there.", (f"17 {said}", 17, said)) for said in (word, narrower))
    assert one[0].what != other[0].what


@pytest.mark.parametrize(
    ("sentence", "one", "other", "total"),
    [
        ("She treated 14 nurses and 3 children that day.", (14, "nurse"), (3, "child"), ["17"]),
        ("It had 14 commands and 3 manuals that day.", (14, "command"), (3, "manual"), []),
    ],
)
def test_persons_counted_side_by_side_are_a_sum(
    sentence: str, one: tuple[float, str], other: tuple[float, str], total: list[str]
) -> None:
    first, second = sentence[sentence.index("14") : sentence.index(" and")], sentence[sentence.index("3") :]
    rows = found(sentence, (first, *one), (second.removesuffix(" that day."), *other))
    assert [a.value for a in rows if a.what == PARTS_OF] == total


def test_a_year_is_an_answer_where_it_is_meant_as_one() -> None:
    sentence = "The works, built in 1989, lost money last year and in May 2001."
    tables = tables_of({"a": [sentence]})
    own = {"doc_id": "a", "sentence_id": tables["sentences"]["sentence_id"].iloc[0], "type": "date"}
    told = [
        ("1989", "1989", "year"),
        ("last year", "2023", "relative year"),
        ("May 2001", "2001-05", "month"),
    ]
    tables |= {name: schema.empty(name) for name in ("tokens", "quotations", "quote_parts", "quantities")}
    rows = [
        {**_span(sentence, text), **own, "value": value, "method": method} for text, value, method in told
    ]
    tables["dates"] = schema.conform(pd.DataFrame(rows, columns=schema.table("dates").names), "dates")
    found = answers(tables, passages(tables), {"a": 0})
    assert [(a.text, a.figure.unit, a.figure.most - a.figure.least) for a in found if a.figure] == [
        ("1989", "year", 364.0),
        ("May 2001", "month", 30.0),
    ]


@pytest.mark.parametrize("seed", ["0", "1"])
def test_no_score_stands_on_the_order_of_a_set(tmp_path: Path, seed: str) -> None:
    shipped = ROOT / "data" / settings.DEFAULT_CORPUS
    copied = tmp_path / "copied"
    shutil.copytree(shipped, copied)
    command = [sys.executable, "-m", "tellings", "resolve", str(copied), "--only", "discrepancies"]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True)
    assert parquet.read(copied, "discrepancies").equals(parquet.read(shipped, "discrepancies"))


@pytest.mark.parametrize(
    ("sentence", "figures", "again"),
    [
        (
            "The pier is 330 kilometres (205 miles) away.",
            [("330 kilometres", 330, "kilometre"), ("205 miles", 205, "mile")],
            ["205 miles"],
        ),
        (
            "She took C$6.4mn (US$4.6mn) with her.",
            [("C$6.4mn", 6.4e6, "CAD"), ("US$4.6mn", 4.6e6, "USD")],
            ["US$4.6mn"],
        ),
        (
            "It rose from 330 kilometres to 340 kilometres (far).",
            [("330 kilometres", 330, "kilometre"), ("340 kilometres", 340, "kilometre")],
            [],
        ),
    ],
)
def test_what_turns_a_figure_into_another_unit_tells_it_again(
    sentence: str, figures: list[tuple[str, float, str]], again: list[str]
) -> None:
    answers_of = found(sentence, *figures)
    assert len(answers_of) == len(figures)
    assert [a.text for a in answers_of if a.again] == again


def test_what_tells_a_figure_again_agrees_with_others_and_conflicts_with_none() -> None:
    figures = [("330 kilometres", 330.0, "kilometre"), ("205 miles", 205.0, "mile")]
    away, again = found("The pier is 330 kilometres (205 miles) away.", *figures)
    (other,) = found("The pier is 200 miles away.", ("200 miles", 200.0, "mile"))
    assert judge([away, again, other], {})[0] == "compatible"
    again.again = False
    assert judge([away, again, other], {})[0] == "conflict"


def test_a_share_and_its_whole_answer_two_questions() -> None:
    share, whole = found(
        "Six of the 31 nurses were ill.", ("Six of the 31 nurses", 6.0, "nurse"), ("31 nurses", 31.0, "nurse")
    )
    (all_,) = found("Thirty-one nurses had eaten there.", ("Thirty-one nurses", 31.0, "nurse"))
    (six,) = found("Six nurses had eaten there.", ("Six nurses", 6.0, "nurse"))
    (five,) = found("Five nurses were ill.", ("Five nurses", 5.0, "nurse"))
    assert of_a_share(share, all_)
    assert of_a_share(six, whole)
    assert not of_a_share(share, five)
    assert not of_a_share(whole, five)


def test_a_question_is_worded_as_most_articles_tell_it() -> None:
    sentences = (
        "The storm tore eleven roofs off houses.",
        "A storm tore eleven roofs off houses.",
        "She baked bread on Sunday when fourteen roofs of the lower town went up like cards in the night.",
    )
    figures = (
        ("eleven roofs", 11.0, "roof"),
        ("eleven roofs", 11.0, "roof"),
        ("fourteen roofs", 14.0, "roof"),
    )
    told = [found(sentence, figure)[0] for sentence, figure in zip(sentences, figures, strict=True)]
    assert "tore" in question(told, {})
