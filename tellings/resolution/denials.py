"""Whether something was so: what one article tells and another denies of the same thing, by the same verb."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tellings.resolution.answers import Answer
from tellings.resolution.clauses import ELSE, PHRASE, Clauses, Subject, Word
from tellings.resolution.happening import Sentences, Told, judged
from tellings.resolution.topics import MAX_BUCKET
from tellings.resources import lexicon

NOT = frozenset("no nobody none never not n't n’t".split())
"""Words that deny."""
_NOBODY = frozenset("nobody none".split())
_PARTLY = frozenset(
    "all always alone enough even ever far every fully immediately just longer merely more much necessarily "
    "only quite simply so sure too yet".split()
)
"""Words beside *not* or *no* that deny a part alone, or for now."""
_GROUPS = lexicon.groups("happenings")
SOUNDS = _GROUPS["sounds"]
_UNASKED = (_GROUPS["later"] | lexicon.words("reporting_verbs")) - SOUNDS


class _Claim(NamedTuple):
    """What is told or denied.

    Attributes:
        answer: the words that tell it; its value is *so* or *not so*.
        doer: who does it: an id, a noun; "" for nobody, or where nobody is told.
        apart: what tells the thing from others of its noun.
        asked: the question.
    """

    answer: Answer
    doer: str
    apart: frozenset[str]
    asked: str


def denials(clauses: Sequence[Clauses], told: Sentences, names: Mapping[str, str]) -> Iterator[Told]:
    """Topics on what one article tells of a thing and another denies.

    Args:
        clauses: the sentences.
        told: what is known of them.
        names: of entities, by their ids.
    """
    groups: dict[tuple[int, str, str], list[_Claim]] = defaultdict(list)
    for said in clauses:
        for number, word in enumerate(said.words):
            if word.pos == "VERB" and word.lemma not in _UNASKED and not said.is_open(number):
                for thing, claim in _claims(said, number, told, names):
                    verb = "sound" if word.lemma in SOUNDS else word.lemma
                    groups[told.event[said.doc_id], verb, thing].append(claim)
    for claims in groups.values():
        sides: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            sides[claim.answer.value].add(claim.answer.doc_id)
        if len(sides) < 2 or sides["so"] & sides["not so"]:
            continue
        apart = [
            (a, b)
            for a, b in combinations(claims[:MAX_BUCKET], 2)
            if _is_denied(a, b) and not _parted(a, b, told)
        ]
        if apart:
            one = {id(claim): claim for pair in apart for claim in pair}.values()
            at_odds = [(a.answer, b.answer) for a, b in apart]
            asked = min(one, key=lambda claim: claim.answer.value == "not so").asked
            yield judged(
                [claim.answer for claim in one],
                "one thing told and denied",
                at_odds,
                "cannot both be so",
                asked,
            )


def _is_denied(a: _Claim, b: _Claim) -> bool:
    """Does one deny what the other tells: of all, or of who is said to do it?"""
    no, yes = (a, b) if a.answer.value == "not so" else (b, a)
    return no.answer.value != yes.answer.value and no.doer in ("", yes.doer)


def _parted(a: _Claim, b: _Claim, told: Sentences) -> bool:
    """Are they told of two things, or of two days?"""
    two = (a.apart | b.apart) & ELSE or (a.apart and b.apart and a.apart.isdisjoint(b.apart))
    return bool(two) or a.answer.doc_id == b.answer.doc_id or told.other_day(a.answer, b.answer)


def _claims(
    said: Clauses, number: int, told: Sentences, names: Mapping[str, str]
) -> Iterator[tuple[str, _Claim]]:
    """What a verb tells of a thing: that it did so, or that so was done to it."""
    verb, passive = said.words[number], said.is_passive(number)
    denied = _denial(said, number)
    if denied is None:
        return
    before = _before(said, number)
    nobody = before >= 0 and said.words[before].lemma in (*_NOBODY, "one") and denied
    subject = None if nobody else _subject(said, number, denied)
    at = -1 if passive else _object(said, number)
    heard = verb.lemma in SOUNDS and (at >= 0)
    if at < 0 and subject is None:
        return
    if at >= 0:
        thing, at_thing = _thing(said, at), at
        doer = "" if nobody or (heard and not denied) else _called(subject)
        if not nobody and not doer and not heard:
            return
        if heard and denied and not nobody and not _has_no(said, at):
            return
    else:
        thing, at_thing, doer = _called(subject), said.at(subject.end - 1) if subject else -1, ""
    if not thing or not _is_one(said, at_thing, thing):
        return
    start = min(verb.start, subject.start if subject else said.words[max(before, 0)].start)
    end = max(verb.end, said.words[at_thing].end)
    answer = told.answer(said, (start, end), "certainty", "not so" if denied else "so")
    called, who = (names.get(one, one) if ":" in one else f"the {one}" for one in (thing, doer))
    if verb.lemma in SOUNDS:
        asked = f"Did {called} sound?"
    else:
        asked = _question(verb, called, (who if doer else "anybody") if at >= 0 else "", passive=passive)
    yield thing, _Claim(answer, doer, said.apart(at_thing), asked)


def _denial(said: Clauses, number: int) -> bool | None:
    """Is it denied what a verb tells? None where that is open: in part, for now, in the perfect."""
    at, denied, perfect = number - 1, False, False
    while at >= 0 and said.words[at].pos in ("AUX", "ADV", "PART"):
        denied |= said.words[at].lemma in NOT
        perfect |= said.words[at].lemma == "have"
        at -= 1
    denied |= at >= 0 and (said.words[at].lemma in _NOBODY or _has_no(said, at))
    head = said.head(number)
    denied |= head >= 0 and _has_no(said, head)
    around = {word.lemma for side in said.around(number) for word in side} | {said.words[number].lemma}
    if (denied and (perfect or around & _PARTLY)) or around & {"if", "whether", "hardly", "almost", "nearly"}:
        return None
    return denied if denied or not around & NOT else None


def _object(said: Clauses, number: int) -> int:
    """The number of the noun behind a verb, or of what the parser takes for an adjective without one: a siren."""
    head, at = said.head(number), number + 1
    while head < 0 and at < len(said.words) and said.words[at].pos in PHRASE:
        at += 1
    return head if head >= 0 or said.words[at - 1].pos != "ADJ" else at - 1


def _has_no(said: Clauses, at: int) -> bool:
    return bool(said.lead(at)) and said.lead(at)[0].lemma == "no"


def _before(said: Clauses, number: int) -> int:
    at = number - 1
    while at >= 0 and said.words[at].pos in ("AUX", "ADV", "PART"):
        at -= 1
    return at


def _subject(said: Clauses, number: int, denied: bool) -> Subject | None:
    """Who does it, though it be denied."""
    first = _before(said, number) + 1
    return said.subject(first) if denied and first < number else said.subject(number)


def _called(subject: Subject | None) -> str:
    if subject is None or subject.denied:
        return ""
    return (
        subject.name.entity
        if subject.name
        else lexicon.classes("same_things").get(subject.noun, subject.noun)
    )


def _thing(said: Clauses, at: int) -> str:
    name, word = said.named(at), said.words[at]
    if name:
        return name.entity
    return lexicon.classes("same_things").get(word.lemma, word.lemma) if word.pos in ("NOUN", "ADJ") else ""


def _is_one(said: Clauses, at: int, thing: str) -> bool:
    """May two articles mean one by it: a name, a thing, or the one person there is?"""
    lead = said.lead(at)
    return ":" in thing or not lexicon.is_person(thing) or (bool(lead) and lead[0].lemma == "the")


def _question(verb: Word, thing: str, doer: str, *, passive: bool) -> str:
    """The question in plain words: of whom or what it is asked, and who does it ("" for nobody)."""
    if passive:
        return f"Was {thing} {verb.form}?"
    return f"Did {doer} {verb.lemma} {thing}?" if doer else f"Did {thing} {verb.lemma}?"
