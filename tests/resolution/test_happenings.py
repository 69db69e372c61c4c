"""Acts by any word, who does them and where: what is held against each other, and what may both be true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import pytest

from tellings.resolution.acts import acts_at
from tellings.resolution.clauses import Clauses, Name, Subject, Word
from tellings.resolution.doers import who
from tellings.resolution.happening import Sentences, Told
from tellings.resolution.passages import Passage
from tellings.resolution.statements import certain, order
from tellings.resolution.whereabouts import where

PERSONS = ("Ana", "Ben", "Vidal")
PLACES = {"Stadelheim": "facility:stadelheim", "Landsberg": "facility:landsberg", "Split": "city:split"}
TAGS = {
    **dict.fromkeys("was is be being has had have been may will".split(), "AUX"),
    **dict.fromkeys("the a an that".split(), "DET"),
    **dict.fromkeys("in at of by over with from on".split(), "ADP"),
    **dict.fromkeys("two".split(), "NUM"),
    **dict.fromkeys("and but".split(), "CCONJ"),
    **dict.fromkeys("not to".split(), "PART"),
    **dict.fromkeys("then first afterwards later".split(), "ADV"),
    **dict.fromkeys("who".split(), "PRON"),
}
LEMMAS = {
    "was": "be",
    "is": "be",
    "being": "be",
    "has": "have",
    "had": "have",
    "anglers": "angler",
    "an": "a",
}


def read(*texts: str) -> tuple[list[Clauses], Sentences]:
    """Sentences, an article each, whose verbs are written as form/lemma."""
    clauses, plain = [], {}
    for number, marked in enumerate(texts):
        words, names, text = [], [], ""
        for token in marked.split():
            form, _, lemma = token.partition("/")
            text += ("" if form in ",." or not text else " ") + form
            start, end = len(text) - len(form), len(text)
            kind = "PROPN" if form in PERSONS or form in PLACES else "PUNCT" if form in ",." else "NOUN"
            pos = "VERB" if lemma else TAGS.get(form, kind)
            words.append(Word(start, end, lemma or LEMMAS.get(form, form.lower()), pos, form.lower()))
            if form in PERSONS:
                names.append(Name(start, end, f"person:{form.lower()}", "person"))
            elif form in PLACES:
                names.append(Name(start, end, PLACES[form], "facility"))
        clauses.append(Clauses(f"d{number}", f"d{number}:s", words, names))
        plain[f"d{number}"] = text
    shown = {
        f"{doc}:s": Passage(doc, f"{doc}:s", 0, len(text), (), cast(Any, None), 0.0)
        for doc, text in plain.items()
    }
    return clauses, Sentences(plain, shown, dict.fromkeys(plain, 0), {}, {})


def verdicts(told: Sequence[Told]) -> list[str]:
    return [one.verdict for one in told]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("police nabbed/nab Ana .", "arrest"),
        ("police detained/detain Ana .", "arrest"),
        ("a jogger found/find the body .", "discovery"),
        ("a jogger found/find the way .", ""),
    ],
)
def test_an_act_is_told_by_any_of_its_words(text: str, act: str) -> None:
    said = read(text)[0][0]
    verb = next(n for n, word in enumerate(said.words) if word.pos == "VERB")
    assert next((one.name for one in acts_at(said, verb)), "") == act


@pytest.mark.parametrize(
    ("text", "doer", "denied"),
    [
        ("the plane that lost/lose a door over Split crashed/crash .", "plane", None),
        ("the shot that killed/kill a bull in Split was fired/fire .", "shot", None),
        ("Ana broke/break a leg and was treated/treat .", "Ana", None),
        ("it was Ben , and not Ana , who was driving/drive .", "Ben", "person:ana"),
        ("not Ana but a passenger opened/open the door .", "passenger", "person:ana"),
        ("a boy aged/age two was flown/fly .", "boy", None),
    ],
)
def test_whom_a_verb_is_said_of(text: str, doer: str, denied: str | None) -> None:
    said, told = read(text)
    verb = max(n for n, word in enumerate(said[0].words) if word.pos == "VERB")
    found = cast(Subject, said[0].subject(verb))
    printed = told.texts["d0"][found.name.start : found.name.end] if found.name else found.noun
    assert (printed, found.denied and found.denied.entity) == (doer, denied)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "Ana is being held/hold at Stadelheim prison .",
                "Ana was jailed/imprison in Landsberg prison .",
            ),
            ["conflict"],
        ),
        (("Ana was sent/send to Stadelheim prison .", "Ana was moved/move to Landsberg prison ."), []),
        (("Ana was held/hold at Stadelheim prison .", "Ana will be held/hold at Landsberg prison ."), []),
        (("Ana was held/hold at Stadelheim prison .", "Ana is to be held/hold at Landsberg prison ."), []),
        (
            (
                "Ana was held/hold at Stadelheim prison .",
                "Ana is held/hold at Landsberg prison if convicted/convict .",
            ),
            [],
        ),
        (
            (
                "Ana was held/hold at Stadelheim prison and is held/hold at Landsberg prison .",
                "Ana is held/hold at Landsberg prison .",
            ),
            ["compatible"],
        ),
        (("Ana is held/hold at Stadelheim prison .", "Ana is held/hold in a Landsberg prison ."), []),
        (("Ana is held/hold at Stadelheim prison .", "Ben is held/hold at Landsberg prison ."), []),
    ],
)
def test_one_is_held_in_one_prison(texts: Sequence[str], expected: list[str]) -> None:
    clauses, told = read(*texts)
    assert verdicts([*where(clauses, told, {"person:ana": "Ana"})]) == expected


def test_the_question_says_what_happened_and_to_whom() -> None:
    clauses, told = read("Ana is held/hold at Stadelheim prison .", "Ana is held/hold at Landsberg prison .")
    assert [one.question for one in where(clauses, told, {"person:ana": "Ana Vidal"})] == [
        "Where is Ana Vidal held?"
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "a jogger found/find the body of Vidal in Split .",
                "two anglers found/find the body in Split .",
            ),
            ["conflict"],
        ),
        (
            ("a jogger found/find the body in Split .", "a teacher found/find the body in Split ."),
            ["compatible"],
        ),
        (
            ("Ana is driving/drive the bus in Split .", "it was Ben , not Ana , who drove/drive the bus ."),
            ["conflict"],
        ),
        (
            ("Ana is driving/drive the bus in Split .", "the bus was driven/drive by Ben in Split ."),
            ["conflict"],
        ),
        (
            ("Ana and Ben opened/open the bridge in Split .", "Ana opened/open the bridge in Split ."),
            ["compatible"],
        ),
        (("Ana opened/open the bridge in Split .", "Ben opened/open a shop in Split ."), []),
        (("it was Ben , not Ana , who won/win in the round .", "Ana won/win the lottery ."), []),
        (("it was Ben , not Ana , who won/win .", "Ana won/win the lottery ."), []),
        (("it was Ben , not Ana , who won/win .", "Ana won/win ."), ["conflict"]),
        (("it was Ben , not Ana , who won/win the cup .", "Ana won/win the cup ."), ["conflict"]),
    ],
)
def test_one_does_it_and_another_did_not(texts: Sequence[str], expected: list[str]) -> None:
    clauses, told = read(*texts)
    assert verdicts([*who(clauses, told)]) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "a worn bearing was suspected/suspect in the crash .",
                "Ana confirmed/confirm that a worn bearing caused/cause the crash .",
            ),
            ["conflict"],
        ),
        (
            (
                "it was unclear what caused/cause the crash .",
                "a bearing caused/cause the crash , Ana has established/establish .",
            ),
            ["conflict"],
        ),
        (
            (
                "Ana ruled/rule out sabotage in the crash of the train .",
                "sabotage in the crash of the train was suspected/suspect .",
            ),
            ["conflict"],
        ),
        (
            (
                "Ana ruled/rule out arson in the crash of the train .",
                "sabotage in the crash of the train was suspected/suspect .",
            ),
            [],
        ),
        (
            (
                "it was unclear when the road of the crash opens/open .",
                "Ana confirmed/confirm that the crash on the road killed/kill Ben .",
            ),
            [],
        ),
    ],
)
def test_a_cause_is_certain_for_one_and_open_for_another(texts: Sequence[str], expected: list[str]) -> None:
    clauses, told = read(*texts)
    assert verdicts([*certain(clauses, told)]) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "the siren sounded/sound before the snow came/come .",
                "the siren was not heard/hear until the snow came/come .",
            ),
            "conflict",
        ),
        (
            (
                "the dog bit/bite first and the owner whistled/whistle afterwards .",
                "the owner whistled/whistle before the dog bit/bite .",
            ),
            "conflict",
        ),
        (
            (
                "the lorry braked/brake after the bus turned/turn .",
                "the lorry had already braked/brake when the bus turned/turn .",
            ),
            "conflict",
        ),
        (
            (
                "the alarm sounded/sound before the snow came/come .",
                "the snow came/come after the siren sounded/sound .",
            ),
            "agree",
        ),
    ],
)
def test_what_came_first(texts: Sequence[str], expected: str) -> None:
    clauses, told = read(*texts)
    assert verdicts([*order(clauses, told)]) == [expected]
