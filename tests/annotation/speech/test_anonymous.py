"""Speakers whose identity is withheld, and who of them is the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tellings.annotation.entities import Mention
from tellings.annotation.speech import anonymous
from tellings.annotation.speech.quotations import speaker_mentions
from tests.annotation.speech.said import found

if TYPE_CHECKING:
    from spacy.language import Language


def test_a_source_keeps_its_chain_and_another_has_its_own(nlp: Language) -> None:
    text = (
        "A Freedonian source told AFP that the talks had failed.\n\n“They were never serious,” the source said.\n\n"
        "They accused Sylvania of playing for time.\n\n"
        "Another source familiar with the talks said the bridge was closed."
    )
    said = found(nlp, text)
    chains = [q.speakers[0].chain for q in said]
    assert all(q.anonymous for q in said)
    assert len(set(chains[:3])) == 1
    assert chains[3] != chains[0]
    assert {m.chain for m in speaker_mentions(said, [])} == set(chains)


def test_a_pronoun_is_no_source_by_distance(nlp: Language) -> None:
    text = (
        "Two officials familiar with the talks said the deal was close.\n\n“Maybe,” he said.\n\n"
        "The report said it was dead."
    )
    assert [q.anonymous for q in found(nlp, text)] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        ("An official said the bridge was closed.", True),
        ("A diplomat, speaking on condition of anonymity, said the bridge was closed.", True),
        ("People familiar with the matter said the bridge was closed.", True),
        ("A broker with knowledge of the deal said the bridge was closed.", True),
        ("The bridge was closed, according to a former committee member.", True),
        ("A judge said the bridge was closed.", False),
        ("Her spokesperson said the bridge was closed.", False),
        ("The company said the bridge was closed.", False),
        ("Protesters said the bridge was closed.", True),
        ("Analysts said the bridge was closed.", False),
        ("Officials said the bridge was closed.", False),
        ("According to journalists, the bridge was closed.", False),
        ("A few of the passengers said the bridge was closed.", True),
        ("Other leaders said the bridge was closed.", False),
        ("A police spokesman said the bridge was closed.", False),
        ("A letter said the bridge was closed.", False),
        ("A computer said the bridge was closed.", False),
        ("A shipmaker said the bridge was closed.", False),
        ("A carrier said the bridge was closed.", False),
        ("A low-cost carrier said the bridge was closed.", False),
        ("A supplier said the bridge was closed.", False),
        ("A steel producer said the bridge was closed.", False),
        ("Two drugmakers said the bridge was closed.", False),
        ("A trawler said the bridge was closed.", False),
        ("An operator said the bridge was closed.", False),
        ("A crane operator said the bridge was closed.", True),
        ("A ferry operator said the bridge was closed.", False),
        ("A film-maker said the bridge was closed.", True),
        ("A policy-maker said the bridge was closed.", True),
        ("A television producer said the bridge was closed.", True),
        ("A producer said the bridge was closed.", True),
        ("A software developer said the bridge was closed.", True),
        ("A property developer said the bridge was closed.", False),
        ("A contractor said the bridge was closed.", True),
        ("A broadcaster said the bridge was closed.", True),
        ("A brewer said the bridge was closed.", True),
        ("A boat builder said the bridge was closed.", True),
        ("A shipbuilder said the bridge was closed.", False),
        ("A filmmaker said the bridge was closed.", True),
        ("A peacemaker said the bridge was closed.", True),
        ("Two companies said the bridge was closed.", False),
        ("A man named Karim said the bridge was closed.", False),
        ("The club's manager said the bridge was closed.", False),
        ("The minister said the bridge was closed.", False),
    ],
)
def test_withheld_identity(nlp: Language, text: str, withheld: bool) -> None:
    assert [q.anonymous for q in found(nlp, text)] == [withheld]


def test_another_after_a_source_is_one_more(nlp: Language) -> None:
    text = "“It depends on us,” a diplomat told Reuters. Another said the bloc was tired."
    first, second = found(nlp, text)
    assert first.anonymous
    assert second.anonymous
    assert first.speakers[0].chain != second.speakers[0].chain
    (alone,) = found(nlp, "Lopez left. Another said the bloc was tired.")
    assert not alone.anonymous


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("“It depends on us,” an EU diplomat told Reuters. The diplomat said the bloc was tired.", True),
        (
            "A source in the Ukrainian delegation said it failed. The Ukrainian delegation said it was late.",
            False,
        ),
        ("A Russian official said it failed. The Turkish official said it was late.", False),
    ],
)
def test_the_diplomat_is_the_one_who_was_told_of(nlp: Language, text: str, same: bool) -> None:
    first, second = found(nlp, text)
    assert (first.speakers[0].chain == second.speakers[0].chain) is same
    assert second.anonymous is same


def test_who_may_not_speak_publicly_is_withheld(nlp: Language) -> None:
    text = "“No,” said the official, who was not authorized to speak publicly. “Never,” said the official of the bank."
    first, second = found(nlp, text)
    assert (first.anonymous, second.anonymous) == (True, False)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("A welder who begged not to be named said the boiler had leaked.", [True]),
        ("The manager, speaking on condition of anonymity, said it was late.", [True]),
        ("The clerk said the books were false, declining to be named.", [True]),
        ("“It is late,” the nurse told the Post. She asked not to be identified.", [True]),
        (
            "An executive at the firm said it was late, and two lawyers close to the talks agreed that it was.",
            [True, True],
        ),
        (
            "A welder who begged not to be named said so: “It leaked.” He wept.\n\n“It was late,” the man said.",
            [True, True],
        ),
        ("Her spokesperson said it was late.", [False]),
        ("The government said it was late. Residents said it was early.", [False, True]),
        ("The mayor said it was late. “No,” the man said.", [False, False]),
        ("Smith said that he could not be named.", [False]),
    ],
)
def test_who_is_withheld(nlp: Language, text: str, hidden: list[bool]) -> None:
    assert [q.anonymous for q in found(nlp, text)] == hidden


@pytest.mark.parametrize(
    "text",
    [
        "A cleaner who did not want her name printed said the lift had failed.",
        "A broker, who asked to remain anonymous, said the lift had failed.",
        "A cousin, who requested that his name be withheld, said the lift had failed.",
        "A porter who declined to give his surname said the lift had failed.",
        "Three former nurses said the lift had failed. All requested anonymity.",
    ],
)
def test_who_hides_their_name(nlp: Language, text: str) -> None:
    assert [q.anonymous for q in found(nlp, text) if "lift" in q.text] == [True]


@pytest.mark.parametrize(
    ("text", "withheld", "same"),
    [
        (
            "A porter, who asked not to be named, said the lift had failed. “It fell,” the porter said.",
            True,
            True,
        ),
        (
            "A guest, who asked not to be named, said the hall was hot. “We joked,” the singer added.",
            True,
            True,
        ),
        (
            "A porter, who asked not to be named, said the lift had failed. A second porter said it had not.",
            True,
            False,
        ),
        (
            "Two bankers familiar with the talks said they had failed. One of the bankers said they would resume.",
            True,
            False,
        ),
        (
            "Two people familiar with the talks said they had failed. The other said they would resume.",
            True,
            False,
        ),
        ("A singer said the hall was hot. “We joked,” the singer added.", True, True),
        (
            "Tom Holm ran it.\n\nOne of Holm's former pupils, who gave no name, said it was cold. “I froze,” he said.",
            True,
            True,
        ),
        ("Ana Ruiz led it.\n\nOne of Ms Ruiz's friends said it was cold. “I froze,” she said.", True, True),
        ("A neighbour said she wept. “She won't sing,” the pal added.", True, True),
        ("Residents said the wall was wet. The council denied it. Residents said nobody came.", True, True),
        ("A resident said the wall was wet. It said the council knew.", False, False),
    ],
)
def test_who_goes_on_behind_a_source(nlp: Language, text: str, withheld: bool, same: bool) -> None:
    first, *_, last = found(nlp, text)
    assert last.anonymous is withheld
    assert (last.speakers[0].chain is not None and last.speakers[0].chain == first.speakers[0].chain) is same


@pytest.mark.parametrize(
    "text",
    [
        "A witness said the bridge shook.",
        "Two officials said the bridge shook.",
        "An airport worker said the runway was shut.",
        "A woman in her sixties said the bridge shook.",
        "“It shook,” said one of the stewards.",
        "A couple of neighbours said the bridge shook.",
        "A former nurse at the clinic said the ward was full.",
        "“It shook,” a mother of two recalled.",
        "Dozens of fans said the gates were locked.",
        "According to a ferry steward, the gate was locked.",
        "“They ran,” shouted someone in the crowd.",
        "An ex-miner said the shaft was wet.",
        "A scaffolder at the site said the poles were rusty.",
        "Eyewitnesses said the driver had fled.",
        "Three of the workers said they had complained.",
        "One of Ruiz's colleagues said she had complained.",
        "“She complained,” said two of Ana Ruiz's neighbours.",
    ],
)
def test_who_is_told_of_without_a_name(nlp: Language, text: str) -> None:
    assert [q.anonymous for q in found(nlp, text)] == [True]


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        ("A woman was led out of the hotel. “I smelt smoke,” the woman said.", True),
        ("Two men sat on the quay. The light went out. “We saw the wave,” the men said.", True),
        ("A violinist was led out. “I smelt smoke,” the musician said.", True),
        ("A trucker was called at noon. “It was too late,” the driver said.", True),
        ("A violinist and a cellist were led out. “I smelt smoke,” the musician said.", False),
        ("A plumber was led out. “I smelt smoke,” the musician said.", False),
        ("Five women sat on the quay. “We saw the wave,” the women said.", True),
        ("Two midwives sat on the quay. “We saw the wave,” the midwives said.", True),
        ("A Galway fan was carried off. “I fell,” the fan told reporters.", True),
        ("A witness stood there. “I fell,” the witness told reporters.", True),
        ("A boy, Sean Kelly, was carried off. “I fell,” the boy said.", False),
        ("A judge freed him. “Go home,” the judge said.", False),
        ("The rain fell. “Go home,” the woman said.", False),
        ("One union member was less kind. “It is a knife in the back,” he said.", True),
        ("A nurse who had worked all night sat on the kerb. She said the lift had failed.", True),
        ("A man of forty stood at the gate.\n\n“I have nothing left,” he said.", True),
        ("People at the club said the fee was high.", True),
        ("A foreman sat on the kerb. She said the lift had failed.", False),
        ("A visitor asked about the lift. He said it was shut.", False),
        ("One of the pilots slept in the cabin. “I woke late,” he said.", True),
        ("One of the pilots, Tom Holm, slept in the cabin. “I woke late,” he said.", False),
        ("One of the plans was dropped. “I am sorry,” he said.", False),
    ],
)
def test_who_was_told_of_without_a_name_before(nlp: Language, text: str, withheld: bool) -> None:
    assert [q.anonymous for q in found(nlp, text)] == [withheld]


def test_who_leads_in_is_sought_in_a_few_sentences(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    def looked_at(n: int) -> int:
        seen: list[object] = []
        monkeypatch.setattr(anonymous, "leads", lambda token: bool(seen.append(token)))
        found(nlp, " ".join(["“It is late and cold,” he said. The rain fell on the quay."] * n))
        return len(seen)

    assert 0 < looked_at(80) <= 2.2 * looked_at(40)


@pytest.mark.parametrize(
    "text",
    [
        "A senior officer at the depot, who is not authorised to speak to the media, disputed that. “One is short,” "
        "the officer said.",
        "An official who was not allowed to talk to the press denied that. “The gate was shut,” the official said.",
        "A manager at the plant, who would not give her name, rejected this. “We were ready,” the manager said.",
        "An inspector who is not permitted to speak publicly doubted it. “It was wet,” the inspector said.",
        "A cop, who begged us not to print his name, said that the lock was off. “Nobody talks,” the lawman said.",
        "A clerk who begged this newspaper not to name her said the till was empty. “I saw it,” the clerk added.",
        "A nurse said the beds were full.\n\nThe lift had failed, she added.\n\nHolm, 60, “sat there,” she said.",
        "A cop said the lock was off. “Nobody talks,” the lawman said.\n\nAccording to him, the guard slept. Ivo Holm, "
        "36, “only carried the bag,” he said.\n\nA pistol went too, he alleged.",
    ],
)  # fmt: skip
def test_who_asks_not_to_be_named_stays_withheld_and_is_nobody_of_whom_they_tell(
    nlp: Language, text: str
) -> None:
    said = found(nlp, text, named(text, "Ivo Holm", "Holm"))
    assert all(q.anonymous for q in said)
    assert len({q.speakers[0].chain for q in said}) == 1
    assert not any("print his name" in q.text or "name her" in q.text for q in said)


@pytest.mark.parametrize(
    "text",
    [
        "An official said the gate was shut. Ivo Holm denied it.\n\n“It was open,” he said.",
        "Ivo Holm came late. “It was dark,” he said.",
        "The host, Ivo Holm, was hurt. “It was dark,” he said.",
    ],
)
def test_who_is_named_besides_what_is_said_may_speak(nlp: Language, text: str) -> None:
    assert not found(nlp, text, named(text, "Ivo Holm"))[-1].anonymous


def named(text: str, *names: str) -> list[Mention]:
    """A person's mentions, all of one chain: the first name that stands, and the *he* behind it."""
    name = next((name for name in names if name in text), "")
    at = text.find(name) if name else -1
    if at < 0:
        return []
    him = [m.start() for m in re.finditer(r"\bs?he\b", text) if m.start() > at]
    spans = [(at, name, "name"), *((i, "she" if text[i] == "s" else "he", "pronoun") for i in him)]
    return [Mention(i, i + len(x), x, form, "person", "1", "made up", 1.0) for i, x, form in spans]
