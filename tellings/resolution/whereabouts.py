"""Where something happened that happens once, where somebody is held or treated, or spent a day.

Two places are at odds only where one thing cannot be at both: in two countries, in towns far from each other, or in
two of a kind with names of their own (two prisons, two lakes). A town is not held against a venue, or a region it may
be in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tellings.resolution.acts import ACTS, Act, acts_at
from tellings.resolution.answers import Answer
from tellings.resolution.clauses import Clauses, Name
from tellings.resolution.happening import Sentences, Told, judged
from tellings.resolution.topics import MAX_BUCKET
from tellings.resources import gazetteer, lexicon
from tellings.schema import PLACE_TYPES

_ABOUT = lexicon.groups("happenings")["about"]
_MOVED = ("person", "product")
"""Whom and what a place is compared of: persons, ships."""
NEAR_KM = 40.0
"""Places no further apart may be two names of where one thing happened: a suburb, the next town."""
_FROM = frozenset("from leave".split())
_KINDS = {kind: kinds[0] for act in ACTS.values() if (kinds := act.place.split()) for kind in kinds}
_CHILDREN = frozenset("baby boy child girl toddler".split())
"""Persons without a name of whom an event has few."""
_THE = frozenset("the this that these those his her its their".split())
_ELSE = {"another", "other"}
_RESTING = frozenset("be lie recover recuperate remain".split())
"""Verbs of which the subject is the one who is held or treated: she is in hospital."""
_CONFINING = frozenset("correction corrections correctional detention remand custody penal".split())
"""Words in the name of a prison that is called a centre, a facility."""
_NOBODY: frozenset[str] = frozenset()
_OLD = ["-", "year", "-", "old"]
_EMPTY = frozenset("the of in at st saint 's ’s city new royal general national state central".split())


class _Place(NamedTuple):
    """A place as it is printed.

    Attributes:
        entity: its id.
        kind: the word for what it is (prison, lake), "" where none is printed.
        own: the words of its name without that word.
        start, end: where it stands, with the word for what it is.
    """

    entity: str
    kind: str
    own: frozenset[str]
    start: int
    end: int


class _Move(NamedTuple):
    """A place with what is said to be there: the verb, the ids of what its sentence names, and whose a thing is."""

    answer: Answer
    place: _Place
    verb: str
    beside: frozenset[str]
    owner: frozenset[str] = frozenset()


def where(clauses: Sequence[Clauses], told: Sentences, names: Mapping[str, str]) -> Iterator[Told]:
    """Topics on where something happened to a person or thing, or where somebody spent a day.

    Args:
        clauses: the sentences.
        told: what is known of them.
        names: of entities, by their ids.
    """
    groups: dict[tuple[int, str, str], list[_Move]] = defaultdict(list)
    asked: dict[str, str] = {}
    for said in clauses:
        day, beside = told.days.get(said.sentence_id), frozenset(name.entity for name in said.names)
        for name in said.names:
            verb = said.verb_of(name)
            if verb < 0:
                continue
            lemma, place = said.words[verb].lemma, _place(said, name)
            move = _Move(
                told.answer(said, (place.start, place.end), "place", name.entity), place, lemma, beside
            )
            for act in () if said.is_open(verb) else acts_at(said, verb):
                whom, owner = (
                    _whom(said, verb, name, act) if _may_be(said, name, place, act) else ("", _NOBODY)
                )
                if whom:
                    asked[act.name] = act.asked
                    groups[told.event[said.doc_id], whom, act.name].append(move._replace(owner=owner))
            at = name.type in PLACE_TYPES and said.words[said.before(name)].lemma not in _FROM
            if day and at and lemma in _ABOUT:
                subject = said.between(verb, name.start, _MOVED) or _subject(said, verb)
                if subject and subject.type in _MOVED:
                    groups[told.event[said.doc_id], subject.entity, day].append(move)
    for (_, whom, what), moves in groups.items():
        once = what in asked
        if len({m.answer.doc_id for m in moves}) < 2 or not (once or any(m.verb == "spend" for m in moves)):
            continue
        places = {(m.answer.doc_id, m.place.entity) for m in moves}
        if once:
            places |= {(m.answer.doc_id, entity) for m in moves for entity in m.beside}
        apart = [
            (a.answer, b.answer)
            for a, b in combinations(moves[:MAX_BUCKET], 2)
            if not {(a.answer.doc_id, b.place.entity), (b.answer.doc_id, a.place.entity)} & places
            and (once or "spend" in (a.verb, b.verb))
            and not (a.owner and b.owner and a.owner.isdisjoint(b.owner))
            and not told.other_day(a.answer, b.answer)
            and _apart(a.place, b.place)
        ]
        question = f"Where {asked[what].replace('_', _called(whom, names))}?" if once else None
        answers = [m.answer for m in moves]
        topic = judged(answers, "one happening of one person or thing", apart, "are not one place", question)
        topic.topic.cluster = f"{answers[0].place}:{what}"
        yield topic


def _called(whom: str, names: Mapping[str, str]) -> str:
    return names.get(whom, whom) if ":" in whom else f"the {whom}"


def _place(said: Clauses, name: Name) -> _Place:
    """A name with the word for what it is: St Olav's Hospital, Loch Treig; of prisons in small letters too."""
    first, last = said.at(name.start), said.at(name.end - 1)
    words = [word.lemma for word in said.words[first : last + 1]]
    behind = said.words[last + 1 : last + 2]
    if behind and _KINDS.get(behind[0].lemma) == "prison" and said.words[first - 1].lemma != "a":
        return _Place(name.entity, "prison", frozenset(words) - _EMPTY, name.start, behind[0].end)
    kind = next((word for word in (words[-1], words[0]) if word in lexicon.words("place_words")), "")
    own = frozenset(words) - _EMPTY - _CONFINING - {kind}
    kind = "prison" if kind and not _CONFINING.isdisjoint(words) else kind
    return _Place(name.entity, _KINDS.get(kind, kind), own, name.start, name.end)


def _may_be(said: Clauses, name: Name, place: _Place, act: Act) -> bool:
    """May an act have happened at a place of this kind, and is it said to?"""
    is_left = said.words[said.before(name)].lemma in _FROM
    if is_left != (act.place == "from"):
        return False
    return name.type in PLACE_TYPES if act.place in ("once", "from") else place.kind in act.place.split()


def _whom(said: Clauses, verb: int, place: Name, act: Act) -> tuple[str, frozenset[str]]:
    """To whom or what an act happens ("" for nobody): an id, or the words for a thing, and the names of whose it is."""
    whom = said.between(verb, place.start, _MOVED)
    if whom:
        return whom.entity, _NOBODY
    at = said.head(verb) if act.by == "another" else -1
    if act.by != "another" or said.is_passive(verb) or said.words[verb].lemma in _RESTING:
        subject = said.subject(verb)
        if subject and subject.name:
            moved = subject.name.type in _MOVED
            own = moved and (act.place, subject.name.type) != ("from", "person")
            return subject.name.entity if own else "", _NOBODY
        at = said.at(subject.end - 1) if subject and subject.noun and not subject.many else -1
    return _thing(said, at) if at >= 0 else ("", _NOBODY)


def _thing(said: Clauses, at: int) -> tuple[str, frozenset[str]]:
    """A thing or child that is told of as the one there is, by what tells it from others: the first plane."""
    noun, lead, age = said.words[at].lemma, said.lead(at), _age(said, at)
    known = age or (bool(lead) and lead[0].lemma in _THE)
    if not known or said.apart(at) & _ELSE or (lexicon.is_person(noun) and noun not in _CHILDREN):
        return "", _NOBODY
    named = frozenset(word.lemma for word in said.words if word.pos == "PROPN") & said.apart(at)
    own = [age] if age else sorted(said.apart(at) - named)
    return " ".join([*own, lexicon.classes("same_things").get(noun, noun)]), named


def _age(said: Clauses, at: int) -> str:
    """The age told of a child: a 12-year-old boy, a boy aged 12; "" where none is."""
    words = [word.lemma for word in said.words]
    first = at - len(_OLD)
    if first > 0 and words[first:at] == _OLD:
        return f"{words[first - 1]}-year-old"
    return f"{words[at + 2]}-year-old" if words[at + 1 : at + 2] == ["age"] and len(words) > at + 2 else ""


def _subject(said: Clauses, verb: int) -> Name | None:
    subject = said.subject(verb)
    return subject.name if subject else None


def _apart(a: _Place, b: _Place) -> bool:
    """Can one thing not have happened at both?"""
    here, there = gazetteer.load().place(a.entity), gazetteer.load().place(b.entity)
    if a.kind == b.kind != "":
        return bool(a.own and b.own) and a.own.isdisjoint(b.own)
    if here is None or there is None:
        return False
    if here.country_code != there.country_code:
        return bool(here.country_code and there.country_code)
    towns = here.kind == there.kind == "city" and None not in (here.lat, there.lat)
    return towns and gazetteer.km(here, there) > NEAR_KM
