"""Who did what one does at a time (drives, opens, is on the bridge), or what somebody is said not to have done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tellings.resolution.acts import ACTS, WORDS, Act, acts_at
from tellings.resolution.answers import Answer
from tellings.resolution.clauses import ELSE, Clauses, Subject
from tellings.resolution.company import stem
from tellings.resolution.happening import Sentences, Told, judged
from tellings.resolution.topics import MAX_BUCKET
from tellings.resources import lexicon
from tellings.schema import PLACE_TYPES

_STATIONS = lexicon.groups("happenings")["stations"]
_TOGETHER = frozenset("and with alongside together".split())


class _Deed(NamedTuple):
    """Who does an act, by one sentence.

    Attributes:
        answer: whose value is who does it: an id, a noun, *somebody else*.
        doer: as it is printed.
        thing: the noun for what it is done to, "" for none.
        things: stems and ids of all that it is done to.
        apart: what tells that thing from others of its noun: the first, of a man.
        said: the sentence.
    """

    answer: Answer
    doer: Subject
    thing: str
    things: frozenset[str]
    apart: frozenset[str]
    said: Clauses


def who(clauses: Sequence[Clauses], told: Sentences) -> Iterator[Told]:
    """Topics on who did it.

    Args:
        clauses: the sentences.
        told: what is known of them.
    """
    groups: dict[tuple[int, Act], list[_Deed]] = defaultdict(list)
    for said in clauses:
        for number in range(len(said.words)):
            for act in _acts(said, number):
                deed = _deed(said, number, act, told)
                if deed:
                    groups[told.event[said.doc_id], act].append(deed)
    for (_, act), deeds in groups.items():
        apart, one = [], set()
        for a, b in combinations(deeds[:MAX_BUCKET], 2):
            if a.answer.doc_id == b.answer.doc_id or _two_things(a, b) or told.other_day(a.answer, b.answer):
                continue
            one_thing = bool(a.things & b.things) if a.things and b.things else act.by == "one"
            denied = (one_thing or not a.things | b.things) and (_denies(a, b) or _denies(b, a))
            if denied or (one_thing and (a.answer.value == b.answer.value or _about_one(a.said, b.said))):
                one |= {id(a.answer), id(b.answer)}
                if denied or (act.by == "one" and _exclude(a, b)):
                    apart.append((a.answer, b.answer))
        own = [deed for deed in deeds if id(deed.answer) in one]
        if own:
            thing = next((f" the {d.thing}" for d in own if d.thing and " the " not in act.asked), "")
            question = f"Who {act.asked}{thing}?" if thing or " " in act.asked else None
            answers = [deed.answer for deed in own]
            yield judged(answers, "one act", apart, "cannot both have done it", question)


def _acts(said: Clauses, number: int) -> Iterator[Act]:
    word = said.words[number]
    station = said.head(number + 1) if word.lemma == "be" else -1
    if station >= 0 and said.words[station].lemma in _STATIONS:
        yield ACTS["steering"]
    behind = said.words[number + 1 : number + 2]
    travels = bool(behind) and behind[0].pos == "ADP" and behind[0].lemma != "by"
    for act in acts_at(said, number) if word.pos == "VERB" else ():
        if act.by in ("one", "some") and not (travels and act.name == "steering"):
            yield act


def _deed(said: Clauses, number: int, act: Act, told: Sentences) -> _Deed | None:
    passive = said.is_passive(number)
    doer = said.agent(number) if passive else said.subject(number)
    if doer is None:
        return None
    name = doer.name or (None if doer.noun else doer.denied)
    if (name.type != "person") if name else not lexicon.is_person(doer.noun):
        return None
    value = doer.name.entity if doer.name else doer.noun or "somebody else"
    word = said.words[number]
    answer = told.answer(said, (doer.start, doer.end), "who", value, (word.start, word.start))
    side = said.around(number)[0 if passive else 1]
    span = (side[0].start, side[-1].end) if side else (0, 0)
    named = {
        n.entity
        for n in said.names
        if span[0] <= n.start < span[1] and n.type not in ("person", *PLACE_TYPES)
    }
    nouns = {stem(lexicon.classes("same_things").get(w.lemma, w.lemma)) for w in side if w.pos == "NOUN"}
    done_to = said.subject(number) if passive else None
    at = said.at(done_to.end - 1) if done_to else -1 if passive else said.head(number)
    thing = said.words[at] if at >= 0 and said.words[at].pos == "NOUN" else None
    is_thing = thing is not None and act not in WORDS.get(thing.lemma, ())  # gave the order
    return _Deed(
        answer,
        doer,
        thing=thing.lemma if thing and is_thing else "",
        things=frozenset(named | nouns),
        apart=said.apart(at) if is_thing else frozenset(),
        said=said,
    )


def _two_things(a: _Deed, b: _Deed) -> bool:
    """Is it done to two things: a door and a bridge, the first bus and the second, a body and another?"""
    if (a.apart | b.apart) & {"another", "other"} or (a.apart ^ b.apart) & ELSE:
        return True
    differ = a.apart - b.apart and b.apart - a.apart
    return bool(a.thing and b.thing and (a.thing != b.thing or differ))


def _denies(a: _Deed, b: _Deed) -> bool:
    return a.doer.denied is not None and a.doer.denied.entity == b.answer.value


def _exclude(a: _Deed, b: _Deed) -> bool:
    """Can only one of them have done it: two persons, of whom neither did it with the other, or one and several?"""
    if a.doer.name and b.doer.name:
        differ = a.answer.value != b.answer.value and a.doer.name.type == b.doer.name.type == "person"
        return differ and not _beside(a, b) and not _beside(b, a)
    one, other = sorted((a.doer, b.doer), key=lambda doer: doer.many)
    return bool(one.noun and other.noun) and one.is_one and other.many


def _beside(a: _Deed, b: _Deed) -> bool:
    """Does the sentence of one name the other beside its doer?"""
    for name in a.said.names:
        if name.entity == b.answer.value and a.doer.name:
            low, high = sorted((name.start, a.doer.name.start))
            between = [word for word in a.said.words if low < word.start < high]
            acting = any(word.pos == "VERB" for word in between)
            if any(w.lemma in _TOGETHER - ({"and"} if acting else set()) for w in between):
                return True
    return False


def _about_one(a: Clauses, b: Clauses) -> bool:
    """Have two sentences a name in common that is no person's, or two things?"""
    names = {n.entity for n in a.names if n.type != "person"} & {
        n.entity for n in b.names if n.type != "person"
    }
    nouns = {w.lemma for w in a.words if w.pos == "NOUN"} & {w.lemma for w in b.words if w.pos == "NOUN"}
    return len(names) + len(nouns) > 1
