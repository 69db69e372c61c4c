"""Who is in focus as an article is read: the persons of the last sentences, and how prominent each is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from tellings.annotation.grammar import SUBJECTS
from tellings.annotation.reference.roles import bearing, noun_of
from tellings.annotation.speech.cues import reporting_verbs
from tellings.resources import lexicon

MAX_SENTENCES = 5
"""Sentences after which a person is out of focus for a pronoun."""

NEAR = 2
"""Sentences within which a noun goes on with a person whom nothing else ties to it."""

MAX_CROWD = 60
"""Persons kept in focus at most, so that a long list of names costs no more than its length."""

MARGIN = 0.25
"""By how much the best candidate must lead."""

ONE_AT_A_TIME = frozenset(
    "president vice-president premier chancellor governor mayor king queen prince princess monarch pope pontiff".split()
)
"""Offices that one person holds: "the President" is whoever is told of as such, and nobody else."""

ANY_OFFICE = frozenset("man woman official representative".split())
"""Nouns that say nothing of somebody's office but whose it is: "the union man" is who belongs to a union."""

_LEADING = frozenset({"captain", "skipper", "player", "star", "champion", "veteran"})
"""What one who plays may be besides."""

UNNAMED = "unnamed:"
"""With which the chains of those begin who are told of without a name."""

PER_SENTENCE = 0.6
SPEAKING = 1.4
"""How much who speaks is in focus."""

SAME_SEX, SPOKE = 0.5, 0.2
"""What speaks for one known to be of the pronoun's sex; and where the pronoun is the subject, for one of unknown sex
who spoke in the sentence before: less, by more than the margin, since of two the known one is meant."""

PER_MENTION = 0.08
_WITHIN_NOUN = frozenset({"poss", "pobj", "prep", "appos", "nmod", "compound"})
"""What ties the words of a noun phrase."""


@dataclass(slots=True)
class Person:
    """A person of the article as the reader knows them so far."""

    chain: str
    sex: str | None = None
    roles: set[str] = field(default_factory=set)
    n: int = 0
    sentence: int = -99
    weight: float = 0.0
    token: int = -1
    verb: int = -1
    named: int = -1  # the sentence outside of marks in which the person was named last
    cited: int = -1  # the same of what stands in marks
    leads: int = -1  # the paragraph in which the person was a subject or spoke last

    def plain(self) -> bool:
        """Are they told of by nothing but nouns for persons: a driver, not a lorry driver?"""
        return all(role.rstrip(".") in bearing() for role in self.roles)


class Focus:
    """The persons read so far, the last ones first to be thought of."""

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._by_role: dict[str, dict[str, None]] = {}
        self._by_kind: dict[str, dict[str, None]] = {}
        self._near: dict[str, Person] = {}
        self.paragraph = -1
        self.stranger: tuple[int, Token] | None = None
        """The last sentence that has somebody without a name for its subject, where nobody is named since."""

    def name(
        self,
        chain: str,
        head: Token,
        number: int,
        *,
        sex: str | None,
        roles: set[str],
        nouns: set[str],
        quoted: bool,
        within: bool = False,
    ) -> None:
        """A person is named, `within` marks or not; `nouns` are those of the roles by which it may be told of again."""
        person = self._people.setdefault(chain, Person(chain))
        person.cited, person.named = (number, person.named) if within else (person.cited, number)
        person.sex = person.sex or sex
        self._tell(chain, nouns)
        person.roles |= roles
        self._seen(person, head, number, quoted)

    def unnamed(self, head: Token, number: int) -> None:
        """Somebody without a name is told of: beside "a bus driver", "the driver" may be one of two."""
        words = {token.lower_ for token in head.lefts if token.dep_ in ("amod", "compound", "nmod")}
        one = Person(f"{UNNAMED}{head.idx}", lexicon.sex_of_noun(head.lower_), words, sentence=number)
        self._people[one.chain] = one
        self._tell(one.chain, {noun_of(head)})

    def _tell(self, chain: str, nouns: set[str]) -> None:
        """Note by which nouns a person may be told of again."""
        for noun in nouns:
            self._by_role.setdefault(noun, {})[chain] = None
            for kind in lexicon.kinds_of(noun):
                self._by_kind.setdefault(kind, {})[chain] = None

    def bears(self, noun: str) -> bool:
        """Is it a noun for somebody: an office or role, or one that the article has put before a name?"""
        return noun in self._by_role or noun in bearing() or noun in ANY_OFFICE

    def again(self, chain: str, head: Token, number: int, *, sex: str | None = None) -> None:
        """A person is meant by a pronoun or title."""
        person = self._people[chain]
        person.sex = person.sex or sex
        self._seen(person, head, number, False)

    def pronoun(self, token: Token, sex: str, number: int) -> str | None:
        """The chain of the person whom a pronoun stands for; None where nobody or more than one fits."""
        if self._is_strangers(token, sex, number):
            return None
        ranked, told_of = [], False
        for person in self._near.values():
            distance = number - person.sentence
            if distance > MAX_SENTENCES or person.sex not in (None, sex):
                continue
            if distance == 0 and token.dep_ in ("dobj", "dative", "pobj") and person.verb == token.head.i:
                continue  # "Smith told him": not Smith
            if distance == 0 and _in_apposition(token, person.token):
                continue
            if distance == 0 and _is_told_of(token, person.token):
                told_of = True
                continue
            if token.dep_ in SUBJECTS and person.named >= 0 and person.named < number == person.cited:
                continue  # “Our Ivo likes a row,” he said: not Ivo
            subject = token.dep_ in SUBJECTS and distance == 1
            spoke = SPOKE if subject and person.weight >= SPEAKING else 0.0
            known = SAME_SEX if person.sex == sex else spoke
            score = person.weight - PER_SENTENCE * distance + min(person.n, 6) * PER_MENTION + known
            ranked.append((score, person.token, person.chain))
        here = [one for one in ranked if self._people[one[2]].leads == self.paragraph]
        chosen = _clear(here or ranked)  # a paragraph's own people go before those of others
        if told_of and chosen is not None and self._people[chosen].weight < SPEAKING:
            return None  # who says it is one who has just spoken, or nobody who is known
        return chosen

    def _is_strangers(self, token: Token, sex: str, number: int) -> bool:
        """Does the pronoun go on with somebody without a name: "A man in his forties came. He wept"?"""
        since, who = self.stranger or (number - NEAR - 1, token)
        fits = 0 < number - since <= NEAR and lexicon.sex_of_noun(who.lower_) in (None, sex)
        return fits or (since == number and who.is_ancestor(token))

    def nominal(self, token: Token, words: set[str], number: int) -> str | None:
        """The chain of the person whom "the ... ROLE" stands for: one who has that role, or the one in focus."""
        noun = noun_of(token)
        sex = lexicon.sex_of_noun(noun)
        told = self._by_role.get(noun) or (self._by_kind.get(noun, {}) if noun not in ANY_OFFICE else {})
        having = [c for c in told if self._people[c].sex in (None, sex or self._people[c].sex)]
        bodies = {child.lower_ for child in token.lefts if child.dep_ == "compound"}
        if not having and noun in ANY_OFFICE:
            having = [
                c for c, p in self._people.items() if bodies & p.roles and p.sex in (None, sex or p.sex)
            ]
        if having:
            fit = [c for c in having if not words or words & self._people[c].roles]
            known = noun in self._by_role
            if len(fit) == 1:
                near = known or number - self._people[fit[0]].sentence <= MAX_SENTENCES
                return _named(fit[0]) if near else None
            if not known:
                return None
            other = any(child.dep_ == "compound" and child.is_lower for child in token.lefts)
            fit = fit or [c for c in having if not other or self._people[c].plain()]
            close = [c for c in fit if number - self._people[c].sentence <= MAX_SENTENCES]
            return _named(close[0]) if len(close) == 1 else None
        if token.dep_ not in SUBJECTS or noun in ONE_AT_A_TIME:
            return None
        players = lexicon.classes("roles")
        if noun in players:
            others = (_offices() | frozenset(players)) - _LEADING - {noun}
            return self._alone(number, lambda person: not _told_of(person, others))
        if noun not in lexicon.words("role_nouns"):
            return None
        if noun != "leader":
            return self._salient(number, lambda person: not _told_of(person, _offices()))
        others = _offices() - ONE_AT_A_TIME  # a president is a leader, and that of one nation
        nation = all(t.ent_type_ in ("NORP", "GPE") for t in token.lefts if t.lower_ in words)

        def leads(person: Person) -> bool:
            told = not nation or any(role.startswith("gn:") for role in person.roles)
            return not (words and told and not words & person.roles) and not _told_of(person, others)

        return self._salient(number, leads)

    def epithet(self, words: set[str], number: int, sex: str | None, *, told: bool = False) -> str | None:
        """The person whom "the Italian" stands for: the one told of so, or the one in focus, of no other nation or age.

        Args:
            words: what such a person has been told of as.
            number: the sentence's.
            sex: told by the noun.
            told: only one who has been told of so will do.
        """
        fit = [p for p in self._people.values() if words & p.roles]
        if fit:
            near = [p for p in fit if number - p.sentence <= MAX_SENTENCES] if len(fit) > 1 else fit
            return _named(near[0].chain) if len(near) == 1 else None
        if told:
            return None

        aged = any(_is_age(word) for word in words)

        def fits(person: Person) -> bool:
            other = any(_is_age(role) if aged else role.startswith("gn:") for role in person.roles)
            return person.sex in (None, sex or person.sex) and not other

        return self._salient(number, fits) or self._alone(number, fits)

    def varied(self, number: int, sex: str | None) -> str | None:
        """The one who leads the paragraph, for a noun that tells something new of who has just spoken."""
        lead = [p for p in self._near.values() if p.leads == self.paragraph and number - p.sentence == 1]
        fits = self.stranger is None and len(lead) == 1 and lead[0].sex in (None, sex or lead[0].sex)
        return lead[0].chain if fits and lead[0].weight >= 1.0 else None

    def _alone(self, number: int, fits: Callable[[Person], bool]) -> str | None:
        """The one who was told of in the last sentences, where it is one and fits."""
        near = [person for person in self._near.values() if number - person.sentence <= NEAR]
        return near[0].chain if len(near) == 1 and fits(near[0]) else None

    def _salient(self, number: int, fits: Callable[[Person], bool]) -> str | None:
        """The one who fits and was the subject of one of the last sentences."""
        ranked = []
        for person in self._near.values():
            distance = number - person.sentence
            if 1 <= distance <= NEAR and person.weight >= 1.0 and fits(person):
                ranked.append((person.weight - PER_SENTENCE * distance, person.token, person.chain))
        return _clear(ranked)

    def _seen(self, person: Person, head: Token, number: int, quoted: bool) -> None:
        self.stranger = None
        weight = _weight(head) - (1.0 if quoted else 0.0)
        person.n += 1
        if weight >= 1.0:
            person.leads = self.paragraph
        self._near.pop(person.chain, None)
        self._near[person.chain] = person
        if len(self._near) > MAX_CROWD:
            del self._near[next(iter(self._near))]
        if person.weight + PER_SENTENCE * person.sentence > weight + PER_SENTENCE * number:
            return  # the subject of the last sentence stays more prominent than an object in this one
        person.sentence, person.weight, person.token = number, weight, head.i
        person.verb = head.head.i


def _is_age(word: str) -> bool:
    return word.endswith("-year-old")


def _named(chain: str) -> str | None:
    """The chain of a person with a name; None for one without."""
    return None if chain.startswith(UNNAMED) else chain


@cache
def _offices() -> frozenset[str]:
    return lexicon.words("role_nouns") | lexicon.words("titles")


def _told_of(person: Person, others: frozenset[str]) -> bool:
    """Is the person told of by another office, title or place in the team: "Sen. Lacson" is not "the officer"?"""
    return any(role.rstrip(".") in others for role in person.roles)


def _weight(head: Token) -> float:
    """How much a mention puts a person into focus: as subject, as speaker, in passing."""
    at = head
    while at.dep_ in ("compound", "appos", "flat", "nmod", "conj") and at.head.i != at.i:
        at = at.head
    if at.dep_ in SUBJECTS:
        if any(child.dep_ == "mark" and child.lower_ == "as" for child in at.head.lefts):
            return 0.6  # "As X reports, Y threatened ...": it is about Y
        return SPEAKING if at.head.lemma_.lower() in reporting_verbs() else 1.0
    if at.dep_ == "pobj" and at.head.lower_ == "to" and at.head.i and at.head.nbor(-1).lower_ == "according":
        return SPEAKING
    return -0.2 if at.dep_ in ("poss", "pobj") else 0.0


def _in_apposition(token: Token, head: int) -> bool:
    """Is the pronoun beside the name of who would be meant, in no clause of its own: "Smith, a nurse on his floor"?"""
    at, beside = token, False
    while at.i != head:
        if at.dep_ not in _WITHIN_NOUN:
            return False
        at, beside = at.head, beside or at.dep_ == "appos"
    return beside


def _is_told_of(token: Token, head: int) -> bool:
    """Is it who says something, and the other named in what is said before: "Smith was at the controls, he added"?"""
    verb = token.head
    if token.doc[head].pos_ != "PROPN" or any(word.is_quote for word in token.doc[head : token.i]):
        return False
    says = token.dep_ in SUBJECTS and verb.lemma_.lower() in reporting_verbs()
    return says and any(child.dep_ == "ccomp" and child.is_ancestor(token.doc[head]) for child in verb.lefts)


def _clear(ranked: list[tuple[float, int, str]]) -> str | None:
    """The best of the candidates, if it leads clearly."""
    ranked.sort(reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][2]
