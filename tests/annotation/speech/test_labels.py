"""Transcripts, questions and answers, and headlines: a label says who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.entities import Mention
from tests.annotation.speech.said import found, told

if TYPE_CHECKING:
    from spacy.language import Language


def test_a_transcript_without_marks(nlp: Language) -> None:
    lines = (
        "Courier: Why did you stop?",
        "Kessler: I was tired.",
        "Courier: And now?",
        "Kessler: I play again.",
    )
    text = "\n\n".join(("An interview", "The pianist spoke of her new record in Vienna.", *lines))
    assert [told(q)[1:] for q in found(nlp, text)] == [
        ("Why did you stop?", "Courier"),
        ("I was tired.", "Kessler"),
        ("And now?", "Courier"),
        ("I play again.", "Kessler"),
    ]


def test_a_transcript_with_titles_in_capitals(nlp: Language) -> None:
    lines = (
        "ANNA BERGMAN: Why did you vote for it?",
        "SEN. LINDSAY HARCOURT: It is a good bill.",
        "BERGMAN: And the House?",
        "REP. TOM QUILL (D-TX): No comment.",
    )
    assert [
        (told(q)[1], told(q)[2].split()[-1]) for q in found(nlp, "\n\n".join(("A talk on Sunday", *lines)))
    ] == [
        ("Why did you vote for it?", "BERGMAN"),
        ("It is a good bill.", "HARCOURT"),
        ("And the House?", "BERGMAN"),
        ("No comment.", "QUILL"),
    ]


TRANSCRIPTS = [
    (
        "REPORTER: Did you see it?\nDR. ANA RUIZ, CHIEF SURGEON (by phone): I saw smoke.\nREPORTER: And then?\n"
        "RUIZ: We left.\nREPORTER: Thank you.",
        ["REPORTER", "RUIZ", "REPORTER", "RUIZ", "REPORTER"],
    ),
    (
        "Q: When did you open?\n\nA: In 1999.\n\nQ: And the name?\n\nA: His.\n\nQ: Will you sell?\n\nA: Never.",
        ["Q", "A", "Q", "A", "Q", "A"],
    ),
    (
        "The CHAIR: Order.\n\nSenator HOLM: How many?\n\nDr Marsh: Forty-one. Two died.\n\nSenator HOLM: Thank you.",
        ["CHAIR", "HOLM", "Marsh", "HOLM"],
    ),
    (
        "Ada Holm, Radio West: Good evening.\nMinister Bo Lim: Good evening.\nAda Holm, Radio West: Will you go?\n"
        "Minister Bo Lim: No. I was elected.",
        ["Holm", "Lim", "Holm", "Lim"],
    ),
    (
        "The Minister for Health (Mr Hale): I beg to move.\n\nMr Quill (Leeds West): Will he give way?\n\n"
        "The Minister for Health: I will not.\n\nIt is a matter of record.\n\n[Interruption]\n\nMr Quill: He was told.",
        ["Hale", "Quill", "Health", "Quill"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), TRANSCRIPTS, ids=[text[:20] for text, _ in TRANSCRIPTS])
def test_labels_with_role_or_outlet(nlp: Language, text: str, speakers: list[str]) -> None:
    said = found(nlp, text)
    assert [str(q.speaker).split()[-1] for q in said] == speakers
    assert not any(":" in part.text for q in said for part in q.parts)


def test_a_paragraph_between_two_labels_goes_on(nlp: Language) -> None:
    said = found(nlp, TRANSCRIPTS[-1][0])
    assert told(said[2])[1] == "I will not. … It is a matter of record."


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Maria Lopez: Taxes Will Not Rise Before the Vote.\n\nTaxes are high, and the vote is near.",
            ["Maria Lopez"],
        ),
        ("Poll: Voters Want the Bridge Rebuilt.\n\nThe bridge fell in May, and it was old.", ["Poll"]),
        ("Opinion: The Bridge Must Go.\n\nThe bridge fell in May, and it was old.", []),
    ],
)
def test_a_headline_with_a_label(nlp: Language, text: str, speakers: list[str]) -> None:
    assert [q.speaker for q in found(nlp, text)] == speakers


def test_a_list_with_labels_is_no_transcript(nlp: Language) -> None:
    assert found(nlp, "Location: Central London.\n\nWeather: rain.\n\nNote: times are local.") == []


PASSAGES = [
    "The surgeon Ana Ruiz left in May.\n\nQ: Why did you go?\n\nA: I was tired.\n\nThe ward is shut.",
    "Bo Holm won.\n\nAna Ruiz was asked about it on Monday.\n\nQ. Was it fair?\n\nA. Quite.\n\nThe club moved on.",
    "We asked Ana Ruiz.\n\nQ: Where is it?\nA: In Hull, with Bo Holm.\nQ: Still?\nA: Yes.",
]


@pytest.mark.parametrize("text", PASSAGES)
def test_who_answers_within_an_article(nlp: Language, text: str) -> None:
    names = [
        Mention(text.index(name), text.index(name) + len(name), name, "name", "person", name, "made", None)
        for name in ("Ana Ruiz", "Bo Holm")
        if name in text
    ]
    said = [q for q in found(nlp, text, names) if q.method == "transcript"]
    assert [q.speaker.rstrip(".") for q in said if q.speaker] == ["Q", "A"] * (len(said) // 2)
    assert {q.speakers[0].chain for q in said} == {None, "Ana Ruiz"}
    assert len(said) == text.count("?") * 2


def test_several_may_answer(nlp: Language) -> None:
    text = "Ana Ruiz met Bo Holm.\n\nQ: Was it fair?\n\nA: Quite."
    names = [
        Mention(text.index(name), text.index(name) + len(name), name, "name", "person", name, "made", None)
        for name in ("Ana Ruiz", "Bo Holm")
    ]
    assert {q.speakers[0].chain for q in found(nlp, text, names)} == {None}
