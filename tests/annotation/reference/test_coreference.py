"""Pronouns and titles, on invented articles with their names given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tellings.annotation.entities import Mention
from tellings.annotation.pipeline import read_article
from tellings.annotation.reference.coreference import resolve

if TYPE_CHECKING:
    from spacy.language import Language

PEOPLE = {
    "Maria Lopez": "person:maria-lopez",
    "Lopez": "person:maria-lopez",
    "John Smith": "person:john-smith",
    "Smith": "person:john-smith",
    "Peter Brown": "person:peter-brown",
    "Brown": "person:peter-brown",
    "Mrs Okoro": "person:okoro",
    "Sato": "person:sato",
}


def named(text: str) -> list[Mention]:
    """The names of a text."""
    pattern = "|".join(sorted(PEOPLE, key=len, reverse=True))
    return [
        Mention(
            m.start(), m.end(), m.group(), form="name", type="person", chain=PEOPLE[m.group()], method="made"
        )
        for m in re.finditer(pattern, text)
    ]


def resolved(nlp: Language, text: str) -> list[tuple[str, str | None]]:
    """Pronouns and nominals of a text with the chains they were given."""
    names = named(text)
    found = resolve(read_article(nlp, "made", text), names)
    assert all(text[m.start : m.end] == m.text for m in found)
    return [(m.text, m.chain) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("John Smith spoke first. He was tired.", [("He", "person:john-smith")]),
        ("Maria Lopez met John Smith. She was tired.", [("She", "person:maria-lopez")]),
        ("Maria Lopez met John Smith. He was tired.", [("He", "person:john-smith")]),
        ("John Smith said he was tired.", [("he", "person:john-smith")]),
        ("Maria Lopez rose. Nobody spoke. She left.", [("She", "person:maria-lopez")]),
        ("John Smith and Peter Brown met. He was tired.", []),  # two fit
        (
            "John Smith spoke. The crowd cheered Smith and Peter Brown. He was tired.",
            [("He", "person:john-smith")],
        ),  # the subject before stays in focus
        (
            "John Smith rose. Sato said it was late. He was tired.",
            [("He", "person:sato")],
        ),  # who spoke, of whichever sex
        (
            "John Smith and Sato said it was late. He was tired.",
            [("He", "person:john-smith")],
        ),  # of two the one who is known to be a man
        ("The river rose. He was tired.", []),  # nobody is there
        ("Maria Lopez spoke. He was tired.", []),  # the name is a woman's
        (
            "Foreign Minister Maria Lopez spoke. The minister was tired.",
            [("The minister", "person:maria-lopez")],
        ),
        (
            "John Smith, the mayor, spoke. Maria Lopez listened. The mayor left.",
            [("The mayor", "person:john-smith")],
        ),
        ("John Smith spoke. A minister was tired.", []),  # somebody new
        ("Interior CS John Smith spoke. The CS was tired.", [("The CS", "person:john-smith")]),
        (
            "The Governor of Benue State, Rev. Fr. John Smith, spoke. The governor was tired.",
            [("The governor", "person:john-smith")],
        ),
        ("After the mayor of the town left, John Smith rose. The mayor was tired.", []),  # another
    ],
)
def test_resolved(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert resolved(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("John Smith won. The Italian smiled.", [("The Italian", "person:john-smith")]),
        ("John Smith, 61, won. The 34-year-old smiled.", []),
        ("John Smith, 61, won. The Italian smiled.", [("The Italian", "person:john-smith")]),
        ("Irish poets John Smith and Peter Brown won. The Irishman smiled.", []),
        (
            "The sprinter John Smith met Maria Lopez. The athlete left.",
            [("The athlete", "person:john-smith")],
        ),
        (
            "Maria Lopez, a violinist, met John Smith. The musician left.",
            [("The musician", "person:maria-lopez")],
        ),
        (
            "John Smith, a surgeon, met nurse Maria Lopez. The doctor left.",
            [("The doctor", "person:john-smith")],
        ),
        ("Violinist Maria Lopez met cellist John Smith. The musician left.", []),
        ("Violinist Maria Lopez met John Smith. A cellist came in. The musician left.", []),
        ("Violinist Maria Lopez met John Smith. A musician came in. The musician left.", []),
        ("Lorry driver John Smith met Maria Lopez. The driver left.", [("The driver", "person:john-smith")]),
        ("Lorry driver John Smith met bus driver Peter Brown. The driver left.", []),
        (
            "Lorry driver John Smith met bus driver Peter Brown. The bus driver left.",
            [("The bus driver", "person:peter-brown")],
        ),
        ("Lorry driver John Smith came. A bus driver stopped. The bus driver left.", []),
        ("Lorry driver John Smith came. A bus driver stopped. The driver left.", []),
        ("Lorry driver John Smith came. The bus driver left.", []),
        ("Cyclists John Smith and Peter Brown fell. The cyclist left.", []),
        ("Maria Lopez won. The German smiled.", [("The German", "person:maria-lopez")]),
        (
            "Irish poet John Smith met Welsh poet Peter Brown. The Irishman left.",
            [("The Irishman", "person:john-smith")],
        ),
        ("Irish poet John Smith won. The Welshman left.", []),
        ("Maria Lopez won. The Frenchman left.", []),
        ("John Smith won. The Italians smiled. The French left.", []),
        ("John Smith won. The Italian bridge fell. An Italian left.", []),
        (
            "John Smith, 34, met Peter Brown, 61. The 61-year-old left.",
            [("The 61-year-old", "person:peter-brown")],
        ),
        (
            "34-year-old John Smith met Peter Brown. The 34-year-old left.",
            [("The 34-year-old", "person:john-smith")],
        ),
        ("Striker John Smith met Peter Brown. The striker left.", [("The striker", "person:john-smith")]),
        ("John Smith met Peter Brown. The striker left.", []),
        ("Senator John Smith spoke. The President left.", []),
        ("President John Smith spoke. The President left.", [("The President", "person:john-smith")]),
        ("German President John Smith spoke. At noon, the Italian leader left.", []),
        (
            "Italian President John Smith spoke. At noon, the Italian leader left.",
            [("the Italian leader", "person:john-smith")],
        ),
        (
            "John Smith won. “He can run,” the Italian added.",
            [("He", "person:john-smith"), ("the Italian", "person:john-smith")],
        ),
    ],
)
def test_nation_age_and_trade(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    nations = {"Ital": "gn:it", "Ger": "gn:de", "Iri": "gn:ie", "Wel": "gn:wa", "Fre": "gn:fr"}
    demonyms = [
        Mention(
            m.start(),
            m.end(),
            m.group(),
            form="demonym",
            type="country",
            chain=nations[m.group(1)],
            method="made",
        )
        for m in re.finditer(rf"\b({'|'.join(nations)})\w+", text)
    ]
    names = named(text)
    found = resolve(read_article(nlp, "made", text), sorted([*names, *demonyms], key=lambda m: m.start))
    assert [(m.text, m.chain) for m in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fr John Smith met Maria Lopez. The priest left.", [("The priest", "person:john-smith")]),
        ("Cllr John Smith met Cllr Maria Lopez. The councillor left.", []),
        ("Prof. Maria Lopez met John Smith. The scholar left.", [("The scholar", "person:maria-lopez")]),
        ("Dr John Smith met Maria Lopez. The doctor left.", [("The doctor", "person:john-smith")]),
        (
            "Det Insp Maria Lopez met John Smith. The detective left.",
            [("The detective", "person:maria-lopez")],
        ),
        (
            "Rep. John Smith met Rep. Maria Lopez. The congresswoman left.",
            [("The congresswoman", "person:maria-lopez")],
        ),
        ("Maria Lopez met her father John Smith. The priest left.", []),
        ("Cllr. John Smith met Maria Lopez. The councillor left.", [("The councillor", "person:john-smith")]),
        ("Gen. John Smith met Maria Lopez. The general left.", [("The general", "person:john-smith")]),
        ("Const. Maria Lopez met John Smith. The constable left.", [("The constable", "person:maria-lopez")]),
        ("The letter went to the Bishop. John Smith met Maria Lopez. The cleric left.", []),
        ("It was built for the priest. John Smith met Maria Lopez. The priest left.", []),
        ("Nobody asked the electrician. Maria Lopez met John Smith. The electrician left.", []),
        ("The court heard the nurse. Maria Lopez met John Smith. The nurse left.", []),
        ("The men feared the Captain. John Smith met Maria Lopez. The skipper left.", []),
        ("She sued the builder Holm Inc. John Smith met Maria Lopez. The builder left.", []),
        ("He had been a soldier. John Smith met Maria Lopez. The soldier left.", []),
        ("Attorney General John Smith met Maria Lopez. The officer left.", []),
        (
            "John Smith, of the Forge union, met Maria Lopez. The union man left.",
            [("The union man", "person:john-smith")],
        ),
        (
            "Maria Lopez from the council met John Smith. The council official left.",
            [("The council official", "person:maria-lopez")],
        ),
        ("John Smith met Maria Lopez. The union man left.", []),
        ("President John Smith spoke. At noon, the opposition leader left.", []),
        ("President John Smith spoke. At noon, the rebel leader left.", []),
        ("President John Smith spoke. At noon, the union leader left.", []),
        ("President John Smith spoke. At noon, the church leader left.", []),
        ("President John Smith spoke. At noon, the leader left.", [("the leader", "person:john-smith")]),
        (
            "President John Smith spoke. At noon, the French leader left.",
            [("the French leader", "person:john-smith")],
        ),
        (
            "Rebel John Smith spoke. At noon, the rebel leader left.",
            [("the rebel leader", "person:john-smith")],
        ),
        ("Maria Lopez, a violinist, rose." + " It rained." * 7 + " The musician left.", []),
        (
            "Maria Lopez, a violinist, rose." + " It rained." * 7 + " The violinist left.",
            [("The violinist", "person:maria-lopez")],
        ),
        ("They told reporters John Smith had died. The reporter left.", []),
        ("It told investors Maria Lopez would resign. The investor left.", []),
        ("She told nurses John Smith was ill. The nurse left.", []),
        ("Ukrainian spokesman John Smith met Maria Lopez. At noon, the Ukrainian official left.", []),
        ("Ukrainian spokesman John Smith met Maria Lopez. At noon, the Ukrainian leader left.", []),
        (
            "Presidents Ana Ruiz and John Smith met. John Smith spoke first. At noon, the Ukrainian leader left.",
            [("the Ukrainian leader", "person:john-smith")],
        ),
        (
            "John Smith is a nurse. Maria Lopez met Smith. The nurse left.",
            [("The nurse", "person:john-smith")],
        ),
        (
            "John Smith, who is a nurse, met Maria Lopez. The nurse left.",
            [("The nurse", "person:john-smith")],
        ),
    ],
)
def test_titles_and_bodies_told_again(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert [one for one in resolved(nlp, text) if one[0] != "her"] == expected


def test_words_in_marks_are_left_alone(nlp: Language) -> None:
    text = "“It was plain to me from the first day on that he would never come back,” Maria Lopez said of John Smith."
    assert resolved(nlp, text) == []


def test_a_crowd_costs_its_length(nlp: Language) -> None:
    people = " ".join(f"Ann Lee{chr(97 + i % 26)}{i} came." for i in range(200))
    text = f"{people} She left."
    names = [
        Mention(m.start(), m.end(), m.group(), "name", "person", f"person:{m.group(1)}", "made", None)
        for m in re.finditer(r"Ann (Lee\w+)", text)
    ]
    assert all(m.chain is not None for m in resolve(read_article(nlp, "made", text), names))


@pytest.mark.parametrize(
    ("text", "he"),
    [
        (
            "John Smith spoke. John Smith was late, John Smith said.\n\nBrown came. “I ran,” he said.",
            "peter-brown",
        ),
        ("John Smith said it rained.\n\nIt was late, said Brown, a cook. “I ran,” he said.", "peter-brown"),
        (
            "John Smith said it rained.\n\nBrown, a cook from Hull, had never seen it. “I ran,” he said.",
            "peter-brown",
        ),
        (
            "John Smith said it rained.\n\nThe hall was hot, according to Brown. He warned that it was full.",
            "peter-brown",
        ),
        ("John Smith said it rained.\n\n“I ran,” he said.", "john-smith"),
    ],
)
def test_a_paragraph_s_own_people_go_first(nlp: Language, text: str, he: str) -> None:
    assert {word.lower(): chain for word, chain in resolved(nlp, text)}["he"] == f"person:{he}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The missing man's brother, John Smith, wept. It rained. The man smiled.", []),
        ("The nurse's lawyer, John Smith, wept. It rained. The nurse smiled.", []),
        ("The missing brother, John Smith, wept. It rained. The brother smiled.", ["The brother"]),
        ("John Smith, a florist, wept. It rained. The florist smiled.", ["The florist"]),
    ],
)
def test_whose_brother_somebody_is_is_somebody_else(nlp: Language, text: str, told: list[str]) -> None:
    found = resolve(read_article(nlp, "made", text), named(text))
    assert [m.text for m in found if m.form == "nominal"] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("John Smith left. One union member was less kind. He wept.", []),
        ("John Smith left. A man in his forties stood at the gate. He wept.", []),
        ("Maria Lopez left. A nurse sat on the kerb. She wept.", []),
        ("Maria Lopez left. A foreman sat on the kerb. She wept.", ["She"]),
        ("John Smith left. A nurse sat on the kerb. Smith wept. He rose.", ["He"]),
        ("John Smith left. A visitor asked why. He smiled.", ["He"]),
        ("John Smith left. A spokesman declined to comment. He smiled.", ["He"]),
    ],
)
def test_a_pronoun_goes_on_with_who_has_no_name(nlp: Language, text: str, told: list[str]) -> None:
    found = resolve(read_article(nlp, "made", text), named(text))
    assert [m.text for m in found if m.form == "pronoun"] == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Lopez said she had heard of it. “Nobody rang me,” the schoolteacher said.", "person:maria-lopez"),
        ("John Smith wept at the gate. “Nobody rang me,” said the welder.", "person:john-smith"),
        ("A welder fell. John Smith wept at the gate. “Nobody rang me,” said the welder.", None),
        ("John Smith and Peter Brown wept at the gate. “Nobody rang me,” said the welder.", None),
        ("John Smith wept at the gate. Nobody rang him. The welder said so.", None),
        ("Maria Lopez wept at the gate.\n\n“Nobody rang me,” said the welder.", None),
    ],
)  # fmt: skip
def test_a_new_noun_behind_marks_tells_more_of_who_has_just_spoken(
    nlp: Language, text: str, expected: str | None
) -> None:
    chains = dict(resolved(nlp, text))
    assert next((chain for said, chain in chains.items() if said.startswith("the ")), None) == expected


def test_who_is_named_in_the_words_does_not_say_them(nlp: Language) -> None:
    text = (
        "John Smith was sacked. He slept.\n\nHis brother, Peter Brown, said little. “Smith was always one for a good "
        "long row in the street with anybody who came,” he chuckled."
    )
    assert resolved(nlp, text)[-1] == ("he", "person:peter-brown")
