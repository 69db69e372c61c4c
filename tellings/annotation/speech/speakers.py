"""Who speaks: the phrase that names the speaker, the entity it stands for, and whether the identity is withheld."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from tellings.annotation.article import Article
from tellings.annotation.entities import Mention
from tellings.annotation.grammar import SUBJECTS
from tellings.annotation.names.edges import is_letters
from tellings.annotation.reference import epithets
from tellings.annotation.reference.roles import first_part
from tellings.annotation.reference.unnamed import DEFINITE, INDEFINITE, is_unnamed
from tellings.annotation.speech import syntax
from tellings.resources.lexicon import groups, is_person, words


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker of a quotation: the phrase and the chain of the article's entity, None where it is not known."""

    start: int
    end: int
    text: str
    chain: str | None
    anonymous: bool


ALWAYS_ANONYMOUS = frozenset({"source", "insider", "whistleblower", "informant"})
_SOMEBODY = frozenset({"somebody", "someone"})

_KNOWS = re.compile(
    r"\bwith (?:(?:direct|first-?hand|close|detailed|inside|some) )?knowledge of (?:the|this|that|his|her|their|what)\b"
)
"""How people are told of who know of a matter and are not named."""
HIDES = re.compile(
    r"(?:condition of|request|ask|insist|plead|begg|demand|grant|promis|seek|sought|want)\w*(?: \w+)? anonymity"
    r"|anonymously"
    r"|(?:not|n[’']t|declin\w+|refus\w+|unwilling)(?: \w+){0,3} (?:be|being) (?:named|identified|quoted)"
    r"|remain(?:ed|ing)? (?:anonymous|unnamed)"
    r"|(?:request|ask|insist)\w* (?:that )?(?:his|her|their) (?:real |full )?names? "
    r"|(?:not|n[’']t|declin\w+|refus\w+|unwilling)(?: \w+){0,3} (?:his|her|their|a) (?:real |full |last |sur)?names?\b"
    r"|withh[eo]ld\w* (?:his|her|their) names?|(?:name|identity|names) (?:was|were|has been|have been|is|are) withheld"
    r"|not to (?:name|identify|quote) (?:him|her|them)\b"
    r"|not (?:authori[sz]ed|allowed|permitted|cleared) to (?:speak|talk|comment|discuss|brief|disclose)",
    re.IGNORECASE,
)
"""Words by which a text says that it hides who speaks."""
_DATELINE = frozenset({"-", "–", "—", "--"})
_MAX_RELATIVE = 45
"""Characters of a noun phrase that is printed with its relative pronoun ("an architect who")."""
_PARTS = frozenset("couple dozen group handful number pair score".split())
"""What some of those told of are: "a group of residents"."""
_NAMED = re.compile(
    r"(?:named|called|calling (?:him|her)self|known|identified|names?)(?: only| just| simply)?(?: as)? (?=[A-Z])"
)
"""How a phrase tells a name itself: a man named Karim."""


class Mentions:
    """The mentions of an article, found by position."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.all = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self.all]

    def between(self, start: int, end: int) -> list[Mention]:
        """Those that begin there, in order."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, start: int, end: int) -> Mention | None:
        """The mention that holds the span's first character, the longest one; else one that stands within it.

        A phrase ("the Italian") goes before the demonym in it.
        """
        i = bisect_right(self._starts, start) - 1
        holding = [m for m in self.all[max(0, i - 3) : i + 1][::-1] if m.end > start]
        if holding:
            return next((m for m in holding if m.form != "demonym"), holding[0])
        if i + 1 < len(self.all) and self.all[i + 1].start < end:
            return self.all[i + 1]
        return None


def speakers(article: Article, head: Token, mentions: Mentions) -> list[Speaker]:
    """The speakers that a head word stands for: one, or one for each member of a coordination."""
    return [_speaker(article, token, mentions) for token in syntax.conjuncts(head)]


def _speaker(article: Article, head: Token, mentions: Mentions) -> Speaker:
    text = article.text
    relative, head = head, syntax.antecedent(head)
    named = _name_of(head, mentions)
    if relative.i != head.i:
        relative_end = relative.idx + len(relative)
        if named is not None:
            return Speaker(relative.idx, relative_end, relative.text, named.chain, False)
    if named is not None:
        return Speaker(named.start, named.end, named.text, named.chain, False)
    start, end = phrase(head)
    if relative.i != head.i and start < relative_end <= start + _MAX_RELATIVE:
        end = relative_end
    mention = mentions.at(head.idx, head.idx + len(head))
    chain = mention.chain if mention is not None else None
    if mention is not None and mention.form == "demonym" and epithets.of_nation(head):
        chain = None  # somebody of that nation, not the nation
    hidden = anonymous(head)
    if hidden and chain is None:
        chain = f"anon:{start}"
    if chain is not None and chain.startswith("anon:"):
        hidden = True
    return Speaker(start, end, text[start:end], chain, hidden)


def _name_of(head: Token, mentions: Mentions) -> Mention | None:
    """The name that the head word belongs to, or that stands in apposition to it."""
    if head.pos_ == "PRON":
        return None
    for token in map(_before_letters, syntax.appositions(head)):
        mention = mentions.at(token.idx, token.idx + len(token))
        if mention is not None and mention.form == "name" and mention.start <= token.idx < mention.end:
            return _of_body(mention, token, mentions) or mention
    return None


def _before_letters(token: Token) -> Token:
    """The last word of the name, where the parse takes letters behind it for the head: *Tan* of "Lucy Tan QC"."""
    while token.i and (is_letters(token.text) or token.text == ","):
        token = token.nbor(-1)
    return token


def _of_body(body: Mention, token: Token, mentions: Mentions) -> Mention | None:
    """The person whose post stands behind a body's name: "Friends of the Sea director Ana Ruiz said"."""
    doc = token.doc
    at = token.i
    while at < len(doc) and doc[at].idx < body.end:
        at += 1
    if (
        body.type != "organisation"
        or at + 1 >= len(doc)
        or doc[at].lower_ not in words("roles") | words("titles")
    ):
        return None
    for i in range(at + 1, min(at + 4, len(doc))):
        mention = mentions.at(doc[i].idx, doc[i].idx + len(doc[i]))
        if mention is not None and mention.form == "name" and mention.start == doc[i].idx:
            return mention if mention.type == "person" else None
        if doc[i].lower_.rstrip(".") not in words("honorifics") | words("titles"):
            return None
    return None


_LONGEST = 9
"""Words of a complement behind the head of a phrase that is printed."""
_BEFORE_HEAD = frozenset("det amod compound poss nummod quantmod nmod predet advmod preconj".split())


def phrase(head: Token) -> tuple[int, int]:
    """The noun phrase around a head word, in characters: from its determiner to a short complement without a comma."""
    doc = head.doc
    first = first_part(head)
    for child in (*first.lefts, *head.lefts):
        if child.dep_ in _BEFORE_HEAD:
            first = min(first, child.left_edge, key=lambda t: t.i)
    for i in range(head.i - 1, first.i, -1):  # "BERLIN (Reuters) - The minister": the dateline is left out
        if doc[i].text in _DATELINE and doc[i - 1].whitespace_:
            first = doc[i + 1]
            break
    for i in range(head.i - 1, first.i - 1, -1):
        if doc[i].is_quote:
            first = doc[i + 1]
            break
    past = first.tag_ == "VBN" or (first.tag_ == "JJ" and first.text.endswith("ed"))
    if past and 0 < first.i < head.i and doc[first.i - 1].is_quote:
        first = doc[first.i + 1]  # “…,” recalled farmer Ahmed Ali
    if epithets.of_age(head):
        first = epithets.first_of(head)
    last = head
    for child in head.rights:
        if child.lower_ == "of" and head.like_num:  # one of Ruiz's former students, who …
            part = doc[head.i : child.right_edge.i + 1]
            stop = next((t.i for t in part if t.text in ",:" or t.is_space), part.end)
            last = doc[stop - 1] if stop - head.i <= _LONGEST else head
            break
        if (
            child.dep_ in ("prep", "amod", "acl")
            and child.lower_ != "by"
            and child.right_edge.i - head.i <= _LONGEST
        ):
            part = doc[head.i : child.right_edge.i + 1]
            if any(t.text in ",:" or t.is_space for t in part) or any(
                x.dep_ == "pcomp" for x in child.rights
            ):
                break
            last = child.right_edge
        elif child.dep_ not in ("case", "punct"):
            break
    return first.idx, last.idx + len(last)


def _told_hidden(head: Token) -> bool:
    """As in "the official said, speaking on condition of anonymity" and "... said. He asked not to be named."."""
    sentence = head.sent
    if head.dep_ in SUBJECTS and HIDES.search(sentence.text):
        return True
    if sentence.end + 1 >= len(head.doc):
        return False
    following = head.doc[sentence.end].sent
    first, second = following[0].lower_, head.doc[following.start + 1].lower_
    goes_on = first in ("he", "she", "they", "all", "both", "neither") or (
        first == "the" and second == head.lower_
    )
    return goes_on and HIDES.search(following.text) is not None


def _is_person(head: Token) -> bool:
    """Is it a noun for a person: a film-maker, a producer, a crane operator, not a steel producer?"""
    lemma, of = head.lemma_.lower(), {t.lower_ for t in head.lefts if t.dep_ in ("compound", "nmod")}
    things = groups("things")
    if of and lemma in things["callings"]:
        return not of.isdisjoint(things["crafts"])
    return is_person(head.doc[first_part(head).i : head.i].text.lower() + lemma)


def anonymous(head: Token) -> bool:
    """Is the identity withheld: a source, an official, people familiar with ...; on condition of anonymity."""
    if head.pos_ == "PROPN" and not head.is_lower and head.lower_ not in ALWAYS_ANONYMOUS:
        return False
    lemma = head.lemma_.lower()
    if lemma in ALWAYS_ANONYMOUS or lemma in _SOMEBODY:
        return True
    if lemma in _PARTS or lemma in INDEFINITE or lemma == "few" or head.like_num:
        of = next((child for child in head.rights if child.lower_ == "of"), head)  # no eight of ten voters
        some = lemma in _PARTS or any(t.lower_ in DEFINITE or t.dep_ == "poss" for t in of.subtree)
        return some and any(child.pos_ == "NOUN" and is_person(child.lemma_) for child in of.rights)
    known = _is_person(head) or epithets.of_age(head)
    if head.pos_ != "NOUN" and not (known and head.is_lower):
        return False
    first, last = head.left_edge, head.right_edge
    phrase = head.doc[first.i : last.i + 1].text
    if HIDES.search(phrase) or _KNOWS.search(phrase) or _told_hidden(head):
        return True
    said = {t.lower_ for t in head.subtree}
    if known and said & {"familiar", "briefed", "close", "knowledge"}:
        return True
    return known and is_unnamed(head) and not _NAMED.search(phrase)
