"""Where what is said begins and ends: what belongs to it, the next act of saying, and what is no speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.annotation.speech.said import found

if TYPE_CHECKING:
    from spacy.language import Language


def told(nlp: Language, text: str) -> list[tuple[str | None, str]]:
    """Speaker and words of what is said."""
    return [(q.speaker, q.text) for q in found(nlp, text) if q.kind in ("direct", "mixed", "indirect")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the new rooms would put the finds into context, allowing people to see how the town grew", None),
        ("the museum would be no cure for the town’s troubles, which, even today, fill its streets", None),
        ("the dam was old, which could have led to the flood", None),
        ("three things are happening at once: prices are rising, wages are flat and rents are up", None),
        (
            "one fire may have more than one cause, so thousands of fires do not mean thousands of causes",
            None,
        ),
        ("she hopes to win, but she knows that it will be hard", None),
        ("he was tired, but could not sleep", None),
        ("rents will rise and let families down", None),
        ("the 13th Amendment was worth a look because “most people don’t know it”", None),
        ("the St. Mary’s ward would close at 5 p.m. on Sunday because of the No. 4 lift", None),
        ("the press was to blame for asking about “he said, she said”", None),
        ("the co-operative would re-open the mill in June", None),
        ("the mill would be re-opened, adding that rents would fall", "the mill would be re-opened"),
        ("he was tired, and left", "he was tired"),
        ("he would go, and police closed the road", "he would go"),
        ("it was late, although he again refused to say who knew", "it was late"),
        ("it was late, while Smith warned that it was early", "it was late"),
        ("the town had grown, adding that more teachers were needed", "the town had grown"),
    ],
)
def test_where_a_clause_ends(nlp: Language, text: str, said: str | None) -> None:
    assert told(nlp, f"Lopez said {text}.")[0] == ("Lopez", said or text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lopez said after the convention he would not run again.", "he would not run again"),
        ("Lopez admitted under questioning he had not read the letter.", "he had not read the letter"),
        ("Lopez told farmers this weekend he would cut the tax.", "he would cut the tax"),
        ("Lopez said on Monday he had paid.", "he had paid"),
        ("Lopez said in the morning that he had paid.", "he had paid"),
        (
            "But to prevent floods, Lopez said, towns should plant trees.",
            "But to prevent floods, Lopez said, towns should plant trees",
        ),
    ],
)
def test_words_between_the_verb_and_what_is_said(nlp: Language, text: str, said: str) -> None:
    assert [words for _, words in told(nlp, text)] == [said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lopez tweeted that Smith was a “fraud” and encouraged voters to check his past.",
            [("Lopez", "Smith was a “fraud”"), ("Lopez", "voters to check his past")],
        ),
        (
            "Lopez accused Smith of running a “con” and urged voters to go.",
            [("Lopez", "Smith of running a “con”"), ("Lopez", "voters to go")],
        ),
        ("Lopez issued a statement calling the ruling a disgrace.", [("Lopez", "the ruling a disgrace")]),
        ("Lopez sent the press a letter saying the bridge was safe.", [("Lopez", "the bridge was safe")]),
        ("Lopez charges that the firm paid the mayor.", [("Lopez", "the firm paid the mayor")]),
        ("Lopez told the jury that Smith lied.", [("Lopez", "Smith lied")]),
        ("The BBC quoted Lopez as saying that the dam was old.", [("Lopez", "the dam was old")]),
        (
            "The agency quoted witnesses as saying tanks and armored cars are on the road.",
            [("witnesses", "tanks and armored cars are on the road")],
        ),
        ("Lopez was quoted by the BBC as saying the dam was old.", [("Lopez", "the dam was old")]),
        ("The road shut, but according to Lopez, a lane stayed open.", [("Lopez", "a lane stayed open")]),
        ("The dam is old and according to Lopez it will not hold.", [("Lopez", "it will not hold")]),
        (
            "The economy made jobs in May, Lopez reported on Friday, evidence that the boom goes on.",
            [
                (
                    "Lopez",
                    "The economy made jobs in May, Lopez reported on Friday, evidence that the boom goes on",
                )
            ],
        ),
        ("Lopez proposed recounting the votes.", [("Lopez", "recounting the votes")]),
        ("The firm announced plans to close its mill.", [("The firm", "plans to close its mill")]),
        ("Residents continued to call for a new bridge.", [("Residents", "a new bridge")]),
        (
            "A ban was near, she informed them, and the mill would shut.",
            [("she", "A ban was near, she informed them, and the mill would shut")],
        ),
        ("Lopez announced late on Friday that a road would be built.", [("Lopez", "a road would be built")]),
        ("It took an hour, Lopez reckoned.", [("Lopez", "It took an hour")]),
        ("Lopez apologised to “every family”.", [("Lopez", "every family")]),
        (
            "An aide put the odds of a deal at “one in five”.",
            [("An aide", "the odds of a deal at “one in five”")],
        ),
        ("A clerk told the inquest the boat leaked.", [("A clerk", "the boat leaked")]),
        # who judges by trade is reported by verbs of judging too
        ("Analysts expect the bank to cut rates in June.", [("Analysts", "the bank to cut rates in June")]),
        ("Police believe the fire was started on purpose.", [("Police", "the fire was started on purpose")]),
        ("Most economists think that pay will fall.", [("Most economists", "pay will fall")]),
        ("Engineers fear that the dam could burst.", [("Engineers", "the dam could burst")]),
        ("The ministry puts the figure at 40,000.", [("The ministry", "the figure at 40,000")]),
        ("Aid groups put the number of dead at 300.", [("Aid groups", "the number of dead at 300")]),
        (
            "The Chamber of Trade estimates losses at a tenth.",
            [("The Chamber of Trade", "losses at a tenth")],
        ),
        ("Detectives reckon that he fled by boat.", [("Detectives", "he fled by boat")]),
        ("A move that advocates say is late came on Monday.", [("advocates", "is late")]),
        ("The lawsuit says that the firm lied.", [("The lawsuit", "the firm lied")]),
    ],
)
def test_whose_act_it_is(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reports that he had fled were false.",
        "Lopez, who proposed the talks, left on Monday.",
        "Lopez announced this plan in May.",
        "Lopez told the story that her father wrote.",
        "The revelation that the firm paid him set off a storm.",
        "It is worth noting that the dam is old.",
        "It goes without saying that the dam is old.",
        "It is important to note that the dam is old.",
        "Lopez has been ill since the 2020 election.",
        # an act is not speech: a review, a request, what is not yet said
        "The council announced a review of the bridge.",
        "Lopez proposed a merger with the bank.",
        "The club promised a full inquiry.",
        "The judge declared a mistrial.",
        "The board recommended a new chairman.",
        "The lawyer requested that the court adjourn until June.",
        "The prosecution asked that the jury be dismissed.",
        "She wants to call for a new bridge.",
        "The firm may threaten to sell the mill.",
        "Lopez put the cup at the edge of the table.",
        "Lopez thinks that the dam is old.",
        "Lopez called the men together on Tuesday.",
        "She tried to describe what she had heard.",
        "Few experts believe that the dam will hold.",
    ],
)
def test_nobody_says_so(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []
