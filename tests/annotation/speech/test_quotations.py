"""Quotations: each shape in a sentence, false friends, and whole articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.entities import Mention
from tests.annotation.speech.said import found, told

if TYPE_CHECKING:
    from spacy.language import Language


SHAPES = [
    ("“We will go on,” Maria Lopez said.", ("direct", "We will go on,", "Maria Lopez")),
    ("“We will go on,” said Maria Lopez, a lawyer.", ("direct", "We will go on,", "Maria Lopez")),
    ("Maria Lopez said: “We will go on.”", ("direct", "We will go on.", "Maria Lopez")),
    ("Maria Lopez said, “We will go on.”", ("direct", "We will go on.", "Maria Lopez")),
    (
        "“We will go on,” Lopez said. “Nobody will stop us.”",
        ("direct", "We will go on, … Nobody will stop us.", "Lopez"),
    ),
    (
        "“If it rains,” Lopez said, “we will stay at home.”",
        ("direct", "If it rains, … we will stay at home.", "Lopez"),
    ),
    ("Lopez said that taxes would rise.", ("indirect", "taxes would rise", "Lopez")),
    ("Lopez told reporters that the bridge was closed.", ("indirect", "the bridge was closed", "Lopez")),
    ("The bridge was closed, according to Lopez.", ("indirect", "The bridge was closed", "Lopez")),
    ("According to Lopez, the bridge was closed.", ("indirect", "the bridge was closed", "Lopez")),
    ("The bridge was closed, Lopez said.", ("indirect", "The bridge was closed", "Lopez")),
    (
        "Lopez said the plan was “a complete disaster”.",
        ("mixed", "the plan was “a complete disaster”", "Lopez"),
    ),
    (
        "Lopez tweeted in the early morning hours that Smith was “disgusting” and late.",
        ("mixed", "Smith was “disgusting” and late", "Lopez"),
    ),
    ("Lopez said only that he had “nothing to add”.", ("mixed", "he had “nothing to add”", "Lopez")),
    ("Lopez accused Smith of lying.", ("indirect", "Smith of lying", "Lopez")),
    ("Lopez described the plan as “a disaster”.", ("mixed", "the plan as “a disaster”", "Lopez")),
    ("Lopez threatened to sue the company.", ("indirect", "to sue the company", "Lopez")),
    ("Lopez called for an inquiry.", ("indirect", "an inquiry", "Lopez")),
    ("''We will go on,'' Lopez said.", ("direct", "We will go on,", "Lopez")),
    ("‘We will go on,’ Lopez said.", ("direct", "We will go on,", "Lopez")),
    ('"We will go on", Lopez said.', ("direct", "We will go on", "Lopez")),
    ("“We will go on,” she told the court.", ("direct", "We will go on,", "she")),
    ("A source said the talks had failed.", ("indirect", "the talks had failed", "A source")),
    ("The plan was described by Lopez as “unfair”.", ("direct", "unfair", "Lopez")),
    ("Marsh was accused by prosecutors of lying to police.", ("indirect", "lying to police", "prosecutors")),
    ("“It is over,” Lopez was quoted as saying by AFP.", ("direct", "It is over,", "Lopez")),
    (
        "The USGS said the quake struck at a depth of 99 km (62 miles).",
        ("indirect", "the quake struck at a depth of 99 km (62 miles)", "The USGS"),
    ),
    ("As Lopez told the paper, the bridge was closed.", ("indirect", "the bridge was closed", "Lopez")),
    (
        "As the mayor put it, the bridge is beyond repair.",
        ("indirect", "the bridge is beyond repair", "the mayor"),
    ),
    ("“The bridge is gone,” as Lopez put it.", ("direct", "The bridge is gone,", "Lopez")),
    (
        "“I love Larry,” Lopez said, but “when it comes to money, Larry has a history.”",
        ("direct", "I love Larry, … when it comes to money, Larry has a history.", "Lopez"),
    ),
    (
        "The Department of Agriculture notes, “Ozone causes more damage to plants than smoke”, in a report.",
        ("direct", "Ozone causes more damage to plants than smoke", "The Department of Agriculture"),
    ),
    (
        "The meeting lasted an hour and, according to media reports, did not produce any results.",
        ("indirect", "did not produce any results", "media reports"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES, ids=[text[:40] for text, _ in SHAPES])
def test_shapes(nlp: Language, text: str, expected: tuple[str, str, str]) -> None:
    assert [told(q) for q in found(nlp, text)] == [expected]


FALSE_FRIENDS = [
    "As she explained the rules, a child cried.",
    "She put it on the table, and he put it back.",
    "He takes notes, long ones, every day.",
    "The film “Northern Lights” was shown on Friday.",
    "Her book, “A Life in Salt,” won a prize.",
    "The so-called “shadow fleet” sailed at night.",
    "The group, called “Clean Water”, met in June.",
    "The minister did not say that taxes would rise.",
    "The committee declined to comment.",
    "Smith wants the bridge to be closed.",
]


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_false_friends_are_nobodys_words(nlp: Language, text: str) -> None:
    assert {q.kind for q in found(nlp, text)} <= {"scare"}
    assert all(q.speaker is None for q in found(nlp, text))


def test_each_cue_is_a_quotation(nlp: Language) -> None:
    text = "“The deal is dead,” said Lopez, who heads the union, adding: “We were never asked.”"
    assert [told(q)[1:] for q in found(nlp, text)] == [
        ("The deal is dead,", "Lopez"),
        ("We were never asked.", "Lopez"),
    ]


def test_two_clauses_of_one_cue_are_one_quotation(nlp: Language) -> None:
    (only,) = found(nlp, "Lopez said the plan was “unfair” and that the union would “never accept” it.")
    assert only.text == "the plan was “unfair” and that the union would “never accept” it"
    assert [p.text for p in only.parts if p.role == "quoted"] == ["unfair", "never accept"]


def test_several_speakers_each_have_their_row(nlp: Language) -> None:
    (only,) = found(nlp, "Lopez and Smith said that the bridge was closed.")
    assert [s.text for s in only.speakers] == ["Lopez", "Smith"]
    assert only.speaker == "Lopez and Smith"


def test_a_clause_of_contrast_is_another_report(nlp: Language) -> None:
    text = (
        "Ukraine said it had received 909 bodies, while the Russian media reported that Moscow received 34."
    )
    first, second = found(nlp, text)
    assert told(first) == ("indirect", "it had received 909 bodies", "Ukraine")
    assert told(second) == ("indirect", "Moscow received 34", "the Russian media")


def test_what_one_reports_of_another_stands_inside(nlp: Language) -> None:
    text = "As Ann Lee reports, citing sources, the mayor threatened on Friday that the city would sue."
    outer, inner = found(nlp, text)
    assert (outer.speaker, inner.speaker) == ("Ann Lee", "the mayor")
    assert inner.inside_key is not None
    assert outer.inside_key is None


def test_a_chain_of_speakers(nlp: Language) -> None:
    outer, inner = found(nlp, "A source told AFP that Freedonia had demanded more land.")
    assert (outer.speaker, outer.via, outer.anonymous) == ("A source", "AFP", True)
    assert (inner.speaker, inner.inside_key) == ("Freedonia", outer.key)


def test_a_heading_in_marks_is_a_heading(nlp: Language) -> None:
    text = "Mayor ‘ashamed’ of bridge\n\nThe mayor said on Monday that she was “ashamed” of the old bridge in the town."
    kinds = [(q.kind, q.text) for q in found(nlp, text)]
    assert kinds[0] == ("heading", "ashamed")
    assert kinds[1][0] == "mixed"


def test_paragraphs_left_open_are_one_utterance(nlp: Language) -> None:
    text = (
        "“The water came in the night and took the road.\n\n“Nobody was warned,” Lopez said.\n\n"
        "“We shall remember it.”\n\nThe town lies on the river and has a mill."
    )
    first, second = found(nlp, text)
    assert [p.text for p in first.parts if p.role == "content"] == [
        "The water came in the night and took the road.",
        "Nobody was warned,",
    ]
    assert first.speaker == "Lopez"
    assert (second.text, second.speaker, second.turn_key) == ("We shall remember it.", "Lopez", first.key)


def test_a_colon_introduces_the_next_paragraph(nlp: Language) -> None:
    text = "Asked about the flood, Lopez replied:\n\n“We were never told anything about it.”"
    (only,) = [q for q in found(nlp, text) if q.kind == "direct"]
    assert only.speaker == "Lopez"


def test_one_odd_mark_costs_one_quotation(nlp: Language) -> None:
    text = (
        "“We are ready, Lopez said on Monday.\n\nThe river rose again in the night.\n\n"
        "“It is over,” Smith said.\n\n“We hope so,” Jones said."
    )
    assert [(q.text, q.speaker) for q in found(nlp, text)][-2:] == [
        ("It is over,", "Smith"),
        ("We hope so,", "Jones"),
    ]


BRITISH = """Mill owner ‘furious’ over flood plan

‘It’s a mess,’ Anna Price told the paper. ‘Nobody asked the workers’ families what they wanted, and that’s wrong.’

The council’s leader, Tom Reed, hit back at the criticism. ‘We’ve done what we could,’ he said, adding that the river
“could not be moved”.

Asked whether he would resign, Reed replied: ‘No.’

A spokesman for the mill said: ‘We are monitoring the situation closely.

‘People should stay away from the water.’

In Price’s words, the plan is “a joke”.

Her novel, ‘The Salt Road’, was published in May. The so-called ‘shadow budget’ was leaked last week.
"""


def test_an_article_in_single_marks(nlp: Language) -> None:
    assert [told(q) for q in found(nlp, BRITISH.replace("river\n", "river "))] == [
        ("heading", "furious", None),
        (
            "direct",
            "It’s a mess, … Nobody asked the workers’ families what they wanted, and that’s wrong.",
            "Anna Price",
        ),
        ("direct", "We’ve done what we could,", "he"),
        ("mixed", "the river “could not be moved”", "he"),
        ("direct", "No.", "Reed"),
        (
            "direct",
            "We are monitoring the situation closely. … People should stay away from the water.",
            "A spokesman for the mill",
        ),
        ("mixed", "the plan is “a joke”", "Price"),
        ("scare", "The Salt Road", None),
        ("scare", "shadow budget", None),
    ]


def test_another_speaker_in_the_paragraph_ends_the_utterance(nlp: Language) -> None:
    text = "“It’s a gamble,” said Lopez. Another put it more bluntly: “It’s madness.”"
    assert [told(q) for q in found(nlp, text)] == [
        ("direct", "It’s a gamble,", "Lopez"),
        ("direct", "It’s madness.", "Another"),
    ]


def test_a_programme_at_the_sentences_end_is_not_said(nlp: Language) -> None:
    text = "“We will go on,” Lopez said on the programme “Morning News.”"
    assert [told(q)[:2] for q in found(nlp, text)] == [
        ("direct", "We will go on,"),
        ("scare", "Morning News."),
    ]


def test_a_dateline_is_no_speaker(nlp: Language) -> None:
    (only,) = found(
        nlp, "BERLIN (Reuters) - The economy minister said on Tuesday that the port would be sold."
    )
    assert only.speaker == "The economy minister"


@pytest.mark.parametrize(
    ("town", "line", "said"),
    [
        ("SEOUL", ", South Korea (AP) -- “We will not wait,” Lopez said.", "We will not wait,"),
        ("NAIROBI", " — “The river has risen,” the board said on Monday.", "The river has risen,"),
        ("LIMA", ", Peru, May 28 (ENA) - Peru's court has ordered a recount of the vote, court papers seen by ENA "
         "showed on Wednesday.", "Peru's court has ordered a recount of the vote"),
        ("Tacna", " will wait for the rains, the board said.", "Tacna will wait for the rains"),
    ],
)  # fmt: skip
def test_a_dateline_is_not_said(nlp: Language, town: str, line: str, said: str) -> None:
    mention = Mention(0, len(town), town, "name", "city", None, "model")
    (only,) = found(nlp, town + line, [mention])
    assert only.text == said


def test_a_sign_stays_in_what_is_said(nlp: Language) -> None:
    (only,) = found(nlp, "According to Lopez, the share would fall to 24.9%.")
    assert only.text == "the share would fall to 24.9%"


def test_speakers_point_at_chains(nlp: Language) -> None:
    text = "“We will go on,” Maria Lopez said."
    start = text.index("Maria")
    name = Mention(start, start + 11, "Maria Lopez", "name", "person", "person:maria-lopez", "made", None)
    (only,) = found(nlp, text, [name])
    assert [s.chain for s in only.speakers] == ["person:maria-lopez"]


@pytest.mark.parametrize(
    "speaker", ["Insp. Ana Ruiz", "Sgt. Tom Holm of the RCMP", "Cllr. Ann Lee", "RCMP Cpl. Tom Holm"]
)
def test_the_full_stop_of_a_title_parts_nobody_from_what_was_said(speaker: str, nlp: Language) -> None:
    [said] = found(nlp, f"The lift stopped at noon, {speaker} said.")
    assert said.parts[0].text == "The lift stopped at noon"
    assert said.speaker is not None
    assert said.speaker.split()[0] in speaker


@pytest.mark.parametrize(
    "text",
    [
        "A group calling itself Nightjar left a note.",
        "The gang that calls itself Zenk has demanded $7 million.",
        "The pirates demand $5m in cash.",
    ],
)
def test_neither_a_demanded_sum_nor_what_a_group_calls_itself_is_said(text: str, nlp: Language) -> None:
    assert not found(nlp, text)
