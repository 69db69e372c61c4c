"""Who said it, by articles that tell one utterance in the same words, in part, or as a man's and a woman's."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from tellings import schema
from tellings.resolution.attributions import attributions
from tellings.resolution.offices import Judged

ADA, BEN, ACME = "person:ada-lind", "person:ben-oda", "organisation:acme"
NAMES = {ADA: "Ada Lind", BEN: "Ben Oda", ACME: "Acme"}


def judged(
    *said: tuple[str, str | None, str],
    kind: str = "direct",
    cluster: str | None = None,
    anonymous: tuple[int, ...] = (),
    quoted: str = "",
    cue: str = "",
    before: str = "",
) -> list[Judged]:
    """What is asked and answered, of speaker, entity and words of an article each."""
    quotes, parts = [], []
    for n, (speaker, entity, words) in enumerate(said):
        row = {"doc_id": f"d{n}", "quote_id": f"q{n}", "start": len(before), "end": len(words), "text": words}
        told = {"cue": cue or None, "cue_start": 0 if cue else None}
        speaks = {"speaker": speaker, "speaker_start": 50, "speaker_end": 50 + len(speaker)}
        quotes.append(
            {
                **row,
                **speaks,
                **told,
                "speaker_id": entity,
                "sentence_id": "s",
                "kind": kind,
                "cluster_id": cluster,
                "anonymous": n in anonymous,
            }
        )
        parts.append({**row, "role": "quoted", "text": quoted or words})
    pronoun = {"form": "pronoun", "text": "He", "entity_id": BEN}
    tables = {
        "quotations": pd.DataFrame(quotes, columns=schema.table("quotations").names),
        "quote_parts": pd.DataFrame(parts),
        "mentions": pd.DataFrame([pronoun]),
        "documents": pd.DataFrame({"doc_id": [f"d{n}" for n in range(len(said))], "text": before}),
    }
    event = {f"d{n}": 0 for n in range(len(said))}
    return [*attributions(tables, event, NAMES)]


def found(*said: tuple[str, str | None, str], **how: Any) -> list[tuple[str, list[str]]]:
    """Verdicts and answers of these."""
    return [
        (verdict, [answer.text for answer in topic.answers]) for topic, _, verdict, _ in judged(*said, **how)
    ]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("The club was his second wallet,", "The club was his second wallet"),
        ("Ben was “afraid” of the match", "Ben was 'afraid' of the match"),
        (
            "The men who ran the club for eleven years never once asked whose money it was that they spent",
            "The men who ran the club for eleven years never once asked whose money it was …",
        ),
    ],
)
def test_who_said_it_is_asked_with_whole_words(words: str, asked: str) -> None:
    [(_, question, _, _)] = judged(("Lind", ADA, words), ("Ben Oda", BEN, words))
    assert question == f"Who said “{asked}”?"


@pytest.mark.parametrize(
    ("cue", "before", "asked"),
    [
        ("said", "said that ", "Who said “the bridge to stay shut”?"),
        ("told", "told reporters ", "Who said “the bridge to stay shut”?"),
        ("according to", "according to ", "Who said “the bridge to stay shut”?"),
        ("called", "called for ", "Who called for “the bridge to stay shut”?"),
        ("demanded", "demanded on Friday ", "Who demanded “the bridge to stay shut”?"),
        ("accusing", "accusing ", "Who was accusing “the bridge to stay shut”?"),
        ("denies", "denies ", "Who denies “the bridge to stay shut”?"),
        ("demand", "demand ", "Who demands “the bridge to stay shut”?"),
        ("Admitted", "Admitted ", "Who admitted “the bridge to stay shut”?"),
        ("statement", "statement of ", "Who said “the bridge to stay shut”?"),
    ],
)
def test_who_did_it_is_asked_with_the_verb_of_saying(cue: str, before: str, asked: str) -> None:
    told = [("Lind", ADA, "the bridge to stay shut")] * 2
    [(_, question, _, _)] = judged(*told, kind="indirect", cluster="c", cue=cue, before=before)
    assert question == asked


@pytest.mark.parametrize("place", ["CHENNAI: ", "LYON), FEB 3 (DNT): ", "(NEW DELHI): "])
def test_who_said_it_is_asked_without_where_it_was_written(place: str) -> None:
    words = "Two trains met at the bridge"
    told = [("Lind", ADA, f"{place}{words}"), ("Lind", ADA, words)]
    [(_, question, _, _)] = judged(*told, kind="indirect", cluster="c", cue="said")
    assert question == f"Who said “{words}”?"


def test_who_said_it_is_asked_with_the_words_before_the_speaker() -> None:
    words = "No bell rang when the water came,” said Lind. “I saw it."
    [(_, question, _, _)] = judged(
        ("Lind", ADA, words), ("Ben Oda", BEN, words), quoted="No bell rang when the water came,"
    )
    assert question == "Who said “No bell rang when the water came”?"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("This was no match. This was our shame.", "This was no match. This was our shame,"),
        ("You do not sell the seed corn. Never.", "We built it. You don't sell the seed corn,"),
        ("The club was his second wallet, and she held it", "The club was his second wallet"),
        ("No bell rang when the water came", "I woke late; no bell rang when the water came."),
    ],
)
def test_the_same_words_of_two_persons_are_at_odds(one: str, other: str) -> None:
    assert found(("Lind", ADA, one), ("Ben Oda", BEN, other)) == [("conflict", ["Lind", "Ben Oda"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Our thoughts are with the families of the dead", "Our thoughts are with the families of the dead"),
        ("We will do what we can", "We will do what we can"),
        ("It is a sad day for our town", "It is a sad day for our town"),
        ("No bell rang when the water came", "A bell rang when the water came"),
        ("It is over", "It is over"),
    ],
)
def test_what_anybody_may_say_is_no_one_utterance(one: str, other: str) -> None:
    assert found(("Lind", ADA, one), ("Ben Oda", BEN, other)) == []


def test_a_woman_is_not_the_man_of_another_article() -> None:
    words = "No family will be left to bury its dead alone"
    assert found(("she", None, words), ("he", None, words)) == [("conflict", ["she", "he"])]
    assert found(("she", ADA, words), ("Ben Oda", BEN, words)) == [("conflict", ["she", "Ben Oda"])]
    assert found(("he", None, words), ("Ben Oda", BEN, words)) == []


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("Acme", ACME), ("the mill's owner", None), "compatible"),
        (("officials", None), ("Ada Lind", ADA), "compatible"),
        (("officials", None), ("officials", None), "agree"),
        (("Ada Lind", ADA), ("Lind", ADA), "agree"),
        (("Ada Lind", ADA), ("Ben Oda", BEN), None),
        (("she", ADA), ("Lind", ADA), None),
    ],
)
def test_reported_speech_may_be_told_of_a_body_and_who_speaks_for_it(
    one: tuple[str, str | None], other: tuple[str, str | None], verdict: str | None
) -> None:
    told = found((*one, "the dam was safe"), (*other, "the dam was safe"), kind="indirect", cluster="c")
    assert [given for given, _ in told] == [verdict] * bool(verdict)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("the source", "the source", "agree"),
        ("the source", "a Ruritanian official", "compatible"),
        ("a witness", "one of the nurses", "compatible"),
        ("an aide to the mayor", "the aide", "compatible"),
    ],
)
def test_who_has_no_name_may_be_the_same_in_two_articles(one: str, other: str, verdict: str) -> None:
    words = "No bell rang when the water came"
    told = found((one, "person:d0-source", words), (other, "person:d1-source", words), anonymous=(0, 1))
    assert told == [(verdict, [one, other])]


def test_who_has_no_name_may_be_somebody_who_has_one() -> None:
    words = "No bell rang when the water came"
    told = found(("Lind", ADA, words), ("a local councillor", "person:d1-source", words), anonymous=(1,))
    assert told == [("compatible", ["Lind", "a local councillor"])]
