"""Who speaks: the cue's subject and not the nearest name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from tellings.annotation.entities import Mention
from tellings.annotation.pipeline import read_article
from tellings.annotation.speech.nearby import name_between_commas
from tellings.annotation.speech.quotations import quotations, speaker_mentions

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“No,” said Maria Lopez, whose brother John Smith was there.", ["Maria Lopez"]),
        ("Maria Lopez, who met John Smith on Monday, said the bridge was closed.", ["Maria Lopez"]),
        ("The lawyer of John Smith said the bridge was closed.", ["The lawyer of John Smith"]),
        ("Speaking to John Smith, Maria Lopez said the bridge was closed.", ["Maria Lopez"]),
        ("Maria Lopez told John Smith that the bridge was closed.", ["Maria Lopez"]),
        ("Maria Lopez rose early and said the bridge was closed.", ["Maria Lopez"]),
        ("“It is late,” Maria Lopez, a teacher from the north, said on Friday.", ["Maria Lopez"]),
        ("“The river rose in an hour,” recalled farmer Ahmed Ali, 62.", ["farmer Ahmed Ali"]),
        ("“If you think I will go, you are wrong,” she began, then paused.", ["she"]),
        (
            "The ruling, wrote Justice Alvarado in a dissent, “turns the law on its head”.",
            ["Justice Alvarado"],
        ),
        ("“Yes it is,” came the reply from the back of the hall.", []),
        ("Ban Ki-moon, the secretary general of the United Nations, vowed not to give up.", ["Ban Ki-moon"]),
        ("The mayor was quoted as saying that the bridge was closed.", ["The mayor"]),
        ("“I ran all night,” the agency quoted the mayor as saying.", ["the mayor"]),
        ("Radio Elm cited Maria Lopez as saying that the bridge was closed.", ["Maria Lopez"]),
        ("“I ran all night,” Maria Lopez was quoted by the agency as saying.", ["Maria Lopez"]),
        (
            '"I figured it was somebody\'s prizes," said Halliday.',
            ["Halliday"],
        ),
        ("WASHINGTON -- President Lopez said the bridge was closed.", ["President Lopez"]),
        ("Both Freedonia and Sylvania said that the war was over.", ["Both Freedonia", "Sylvania"]),
        ("“We lost everything.” — Maria Lopez", ["Maria Lopez"]),
        ("“Never,” groaned a man at the back.", ["a man"]),
        ("‘Lovely’, purred the hostess.", ["the hostess"]),
        ("“What a day!” beamed winner Ida Holm.", ["winner Ida Holm"]),
        ("“So what?” he shrugged.", ["he"]),
        ("“A waste,” winced Tom Quill.", ["Tom Quill"]),
        ("“Next year is mine,” the 27-year-old promised.", ["the 27-year-old"]),
        ("The money had gone abroad, the Supreme Court heard.", ["the Supreme Court"]),
        ("The inquest heard that the brakes had failed.", ["The inquest"]),
        ("“He lied to us all,” the jury heard.", ["the jury"]),
        ("The tribunal was told that Smith had lied.", ["The tribunal"]),
    ],
)
def test_the_subject_speaks(nlp: Language, text: str, speakers: list[str]) -> None:
    (only,) = quotations(read_article(nlp, "made", text), [])
    assert [s.text for s in only.speakers] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "The union's general secretary, Ama Boateng, warned that pay would fall.",
        "The chairman of Ludlow Parish Council, Ama Boateng, said: ‘We will do better.’",
        "In Beira, a city of 600,000 people, the mayor, Ama Boateng, said the drains had held.",
        "The owner of the Blue Anchor in Whitby, Ama Boateng, later said she would sell.",
        "“We lost it all,” the head of the cooperative, Ama Boateng, said.",
        "Prosecutor Ama Boateng KC told the court that Lund had lied.",
        "Ama Boateng QC, for the bank, said it was strong.",
        "“It was planned,” Ama Boateng SC said.",
        "“It was planned,” said Ama Boateng, MSP, in May.",
        "The dam was safe, according to Ama Boateng MBE.",
    ],
)
def test_the_name_between_commas_or_before_letters(nlp: Language, text: str) -> None:
    start = text.index("Ama Boateng")
    name = Mention(start, start + 11, "Ama Boateng", "name", "person", "person:ama-boateng", "made", None)
    (only,) = quotations(read_article(nlp, "made", text), [name])
    assert [s.chain for s in only.speakers] == ["person:ama-boateng"]


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutor Ama Boateng KC said the case was weak.",
        "Ama Boateng QC, for the bank, said it was strong.",
        "Friends of the Harbour director Dr Ama Boateng said it was late.",
    ],
)
def test_letters_behind_the_name_and_a_body_before_the_post(nlp: Language, text: str) -> None:
    names = [
        Mention(start, start + len(name), name, "name", kind, f"{kind}:x", "made", None)
        for name, kind in (("Ama Boateng", "person"), ("Friends of the Harbour", "organisation"))
        if (start := text.find(name)) >= 0
    ]
    (only,) = quotations(read_article(nlp, "made", text), names)
    assert [s.chain for s in only.speakers] == ["person:x"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "“It’s over,” sighed Hannah Lowe. “Never again,” grinned striker Paul Obi.",
            ["Hannah Lowe", "striker Paul Obi"],
        ),
        ("“I loved it,” beamed Ola Nyman. “I hated it,” shrugged Eva Berg.", ["Ola Nyman", "Eva Berg"]),
        ("“Go now,” he barked. Lena Fischer wept. “Where to?” she mouthed.", ["he", "she"]),
        ("“Prices rose,” said Uma Shah. “They will fall,” countered Dan Bray.", ["Uma Shah", "Dan Bray"]),
    ],
)
def test_each_attribution_has_its_own_words(nlp: Language, text: str, speakers: list[str]) -> None:
    found = quotations(read_article(nlp, "made", text), [])
    assert [q.speaker for q in found] == speakers
    assert not any(q.cue and q.cue in q.text for q in found)


def test_words_that_end_in_a_comma_do_not_go_on(nlp: Language) -> None:
    first, *rest = quotations(
        read_article(nlp, "made", "“No,” said Ann Lee. “Yes,” after a pause from Bo."), []
    )
    assert first.text == "No,"
    assert all(q.speaker != "Ann Lee" for q in rest)


def test_two_speakers_in_one_sentence(nlp: Language) -> None:
    text = "Lopez said the bridge was safe, while Smith warned that it would fall."
    said = quotations(read_article(nlp, "made", text), [])
    assert [(q.speaker, q.cue) for q in said] == [("Lopez", "said"), ("Smith", "warned")]


def test_nobody_is_made_up(nlp: Language) -> None:
    (only,) = quotations(read_article(nlp, "made", "It was announced that the bridge was closed."), [])
    assert only.speakers == ()


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Lopez told AFP that the bridge was closed.", "AFP"),
        ("Lopez told reporters that the bridge was closed.", "reporters"),
        ("Lopez said in a statement that the bridge was closed.", "in a statement"),
        ("Lopez said that the bridge was closed.", None),
    ],
)
def test_via(nlp: Language, text: str, via: str | None) -> None:
    (only,) = quotations(read_article(nlp, "made", text), [])
    assert only.via == via


@pytest.mark.parametrize(
    "text",
    [
        "In “The Long Salt,” Smith explores the sea.",
        "“The Long Salt,” a novel, sells well.",
        "Lopez denied it under questioning that lasted an hour.",
        "Smith, a lawyer, wrote Jones a letter on Friday.",
        "“Dunkirk,” directed by Christopher Nolan, won.",
        "“Macbeth,” he directed in 1999.",
    ],
)
def test_no_speech_where_a_verb_stands_near_marks_or_a_comma(nlp: Language, text: str) -> None:
    assert not [q for q in quotations(read_article(nlp, "made", text), []) if q.kind in ("direct", "mixed")]


@pytest.mark.parametrize(
    "text",
    [
        "A Leeds jury has found the owner of Fenwick Homes guilty of fraud.",
        "Jurors found him not guilty on all counts.",
        "The court found Smith liable for the loss.",
        "The firm gifted the school £5,000.",
        "Years ago he left for Bari and people called it madness.",
        "Nobody said the dam was safe.",
        "Smith promised $2,000 to each family.",
        "Nine confirmed dead in tunnel blaze.",
        "He heard that she had left.",
    ],
)
def test_verdicts_gifts_and_sums_are_no_speech(nlp: Language, text: str) -> None:
    assert not quotations(read_article(nlp, "made", text), [])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "In Leeds, Grace Okoro, a nurse whose parents were there, said: ‘They don’t answer.’",
            "Grace Okoro",
        ),
        ("Its owner, Holm Lines, will pay each family, its president, Ana Ruiz, told reporters.", "Ana Ruiz"),
    ],
)
def test_a_name_in_commas_where_the_parse_knows_no_subject(nlp: Language, text: str, speaker: str) -> None:
    (only,) = quotations(read_article(nlp, "made", text), [])
    assert only.speaker is not None
    assert speaker in only.speaker
    assert speaker not in only.text


@pytest.mark.parametrize(
    "text",
    [
        "Court papers say that the mate fled.",
        "An internal memo seen by the BBC warned that the dam was weak.",
        "The charge sheet says that he took bribes.",
        "Census data show that the town grew.",
    ],
)
def test_papers_data_and_what_others_saw_are_documents(nlp: Language, text: str) -> None:
    (only,) = quotations(read_article(nlp, "made", text), [])
    assert [s.chain for s in only.speakers] == ["document:0"]


def test_a_document_is_a_source_of_its_own(nlp: Language) -> None:
    text = (
        "The lawsuit says that the firm lied. A poll shows that voters are tired. The report said the dam was old.\n\n"
        "The report also said that it leaked. A second poll shows that they are not. The mayor said so was he."
    )
    article = read_article(nlp, "made", text)
    said = quotations(article, [])
    chains = [s.chain for q in said for s in q.speakers if s.chain]
    assert [q.anonymous for q in said] == [False] * len(said)
    assert len(chains) == 5
    assert len(set(chains)) == 4  # the report is one
    kinds = {(m.text, m.type, m.form) for m in speaker_mentions(said, [])}
    assert ("The lawsuit", "document", "nominal") in kinds
    assert not any(kind == "person" for _, kind, _ in kinds)


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Her son and agent, Ben Hale, said the road was shut.", 1),
        ("His daughter and lawyer, Atty. Rosario Pym, insisted that the road was shut.", 1),
        ("The club's founder and chairman, Colin Reeve, said the road was shut.", 1),
        ("The mayor and her deputy, Colin Reeve, said the road was shut.", 2),
        ("Ana Ruiz and Ben Hale said the road was shut.", 2),
    ],
)
def test_two_roles_of_one_name_are_one_speaker(nlp: Language, text: str, n: int) -> None:
    (quotation,) = quotations(read_article(nlp, "made", text), [])
    assert len(quotation.speakers) == n


@pytest.mark.parametrize(("kind", "name"), [("NOUN", "Pym"), ("ADJ", None)])
def test_only_a_noun_tells_who_bears_the_name_behind_it(nlp: Language, kind: str, name: str | None) -> None:
    words = ["The", "patient", ",", "Harold", "Pym", ",", "said"]
    doc = Doc(nlp.vocab, words=words, pos=["DET", kind, "PUNCT", "PROPN", "PROPN", "PUNCT", "VERB"])
    found = name_between_commas(doc[6], None)
    assert (found and found.text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The thieves got in by way of an account that a vendor, Holm Systems, used for maintenance, RCMP Sgt. Colin "
         "Reeve said.", "Colin Reeve"),
        ("The keys were lost by a guard, one of three that the firm, Holt Security, hired in May, Det. Ana Ruiz said.",
         "Ana Ruiz"),
    ],
)  # fmt: skip
def test_a_name_that_closes_the_sentence_says_it_whatever_the_parse_makes_of_it(
    nlp: Language, text: str, name: str
) -> None:
    (only,) = quotations(read_article(nlp, "made", text), [])
    assert only.speaker is not None
    assert only.speaker.endswith(name)
    assert only.text == text[: text.rindex(",")]


def test_no_sentence_is_closed_by_what_is_a_part_of_it(nlp: Language) -> None:
    said = quotations(read_article(nlp, "made", "It was not clear what the mayor, Tom Hale, said."), [])
    assert not any(quotation.text.startswith("It was") for quotation in said)
