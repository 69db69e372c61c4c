"""Pronouns and titles: which person, of those the article names, "he", "she" or "the minister" stands for.

Read left to right, as in Hobbs (1978) and centering theory: a person stays in focus who is the subject, who speaks,
and who was spoken of last. Sex is taken from an honorific, a role word or the first name, and unknown otherwise.
Where two persons fit about as well, a pronoun stands for nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from tellings.annotation.article import Article
from tellings.annotation.cues import reporting_verbs
from tellings.annotation.entities import Mention
from tellings.annotation.marks import marked
from tellings.annotation.sex import sex_of
from tellings.annotation.syntax import SUBJECTS

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_MAX_SENTENCES = 5
_MARGIN = 0.25


@dataclass(slots=True)
class _Person:
    """A person of the article as the reader knows them so far."""

    chain: str
    sex: str | None
    roles: set[str] = field(default_factory=set)
    n: int = 0
    sentence: int = -99
    weight: float = 0.0
    token: int = -1
    verb: int = -1


def resolve(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    """Pronouns and nominals that stand for a named person.

    Args:
        article: parsed.
        mentions: its name mentions with their chains.

    Returns:
        Further mentions of form `pronoun` or `nominal`, each with the chain of its antecedent; those that cannot be
        resolved are left out.
    """
    people = _people(article, mentions)
    if not people:
        return []
    pieces = marked(article.text, article.blocks)
    starts = [p.outer_start for p in pieces]
    by_start = {m.start: m for m in mentions if m.form == "name" and m.type == "person" and m.chain}
    found: list[Mention] = []
    for number, sentence in enumerate(article.annotated_sentences):
        for token in sentence:
            mention = by_start.get(token.idx)
            i = bisect_right(starts, token.idx) - 1
            inside = i >= 0 and token.idx < pieces[i].outer_end and pieces[i].end - pieces[i].start > 60
            if mention is not None:
                head = _head(token, mention.end)
                _seen(people[mention.chain], head, number, inside)
                continue
            wanted = PRONOUNS.get(token.lower_)
            if wanted is None or inside or token.tag_ not in ("PRP", "PRP$"):
                continue
            person = _antecedent(token, wanted, number, people)
            if person is not None:
                end = token.idx + len(token)
                found.append(
                    Mention(token.idx, end, token.text, "pronoun", "person", person.chain, "pronoun", None)
                )
                _seen(person, token, number, inside)
                if person.sex is None:
                    person.sex = wanted
    return found


def _people(article: Article, mentions: Sequence[Mention]) -> dict[str, _Person]:
    people: dict[str, _Person] = {}
    for mention in mentions:
        if mention.form == "name" and mention.type == "person" and mention.chain:
            person = people.setdefault(mention.chain, _Person(mention.chain, None))
            person.sex = person.sex or sex_of(article.text, mention.start, mention.end)
    return people


def _head(token: Token, end: int) -> Token:
    """The last word of a mention that begins at the token."""
    at = token
    while at.i + 1 < len(at.doc) and at.nbor(1).idx < end:
        at = at.nbor(1)
    return at


def _seen(person: _Person, head: Token, number: int, inside: bool) -> None:
    weight = 0.0
    at = head
    while at.dep_ in ("compound", "appos", "flat", "nmod") and at.head.i != at.i:
        at = at.head
    if at.dep_ in SUBJECTS:
        weight = 1.0
        if at.head.lemma_.lower() in reporting_verbs():
            weight = 1.4
    elif at.dep_ in ("poss", "pobj"):
        weight = -0.2
    if inside:
        weight -= 1.0
    if person.sentence == number and person.weight > weight:
        person.n += 1
        return
    person.n += 1
    person.sentence, person.weight, person.token, person.verb = number, weight, head.i, at.head.i


def _antecedent(token: Token, wanted: str, number: int, people: dict[str, _Person]) -> _Person | None:
    ranked = []
    for person in people.values():
        distance = number - person.sentence
        if distance > _MAX_SENTENCES or person.sex not in (None, wanted):
            continue
        if distance == 0 and token.dep_ in ("dobj", "dative", "pobj") and person.verb == token.head.i:
            continue  # "Smith told him": not Smith
        score = (
            person.weight - 0.6 * distance + min(person.n, 6) * 0.08 + (0.5 if person.sex == wanted else 0.0)
        )
        ranked.append((score, -distance, person.token, person))
    if not ranked:
        return None
    ranked.sort(key=lambda r: r[:3], reverse=True)
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return None
    return ranked[0][3]
