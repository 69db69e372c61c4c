"""What an article says of a person beside the name: offices and roles, and which pronoun the name calls for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from anyascii import anyascii
from spacy.tokens import Span, Token

from tellings.annotation.grammar import VERBAL
from tellings.annotation.reference.epithets import of_age, words_of
from tellings.resources.lexicon import (
    classes,
    groups,
    is_person,
    one_of,
    persons,
    sex_of_noun,
    short_titles,
    words,
)

_WORDS = frozenset({"NOUN", "PROPN", "ADJ"})
_PHRASE = _WORDS | {"DET", "PART"}
_MAX_WORDS = 8
_BELONGING = frozenset({"of", "from", "at", "with"})
"""What stands between a name and the body whose member its bearer is."""

_BEFORE = re.compile(r"([\w’'-]+)(\.?)[^\S\r\n]+$")
"""The word before a name, and its full stop."""
_NEAR = 60

_NATIVE = ("shman", "chman")
"""How the men of a people are called: a Welshman, a Frenchman."""


def roles_of(head: Token, start: int) -> set[str]:
    """The words of title or apposition around a name, lower case, with those that say for whom.

    Args:
        head: the name's last word.
        start: where the name begins, in characters.
    """
    several = first_of_several(head)
    roles = _before(_first(head, start)) | (_before(several) if several is not None else set()) | _age(head)
    for phrase in _told_behind(head):
        for token in (phrase, *phrase.lefts):
            if token.pos_ in _WORDS and not (token.dep_ == "poss" and token.is_lower):
                roles.add(_said(token))
    return roles | (_body(head) - bearing())


def _first(head: Token, start: int) -> Token:
    """The first word of a name that begins at the character."""
    at = head.i
    while at > 0 and head.doc[at].idx > start:
        at -= 1
    return head.doc[at]


def _said(token: Token) -> str:
    """The word as it is said of one: *climber* of "climbers Ana Ruiz and Ben Hale"."""
    return one_of(token.lower_) if token.tag_ == "NNS" else token.lower_


def first_of_several(head: Token) -> Token | None:
    """The first word of the first of several names behind a noun for all: *Ana* of "climbers Ana Ruiz and Ben Hale"."""
    at = head.i
    while head.doc[at].dep_ == "conj" and head.doc[at].head.i < at and head.doc[at].head.pos_ == "PROPN":
        at = head.doc[at].head.i
    if at == head.i:
        return None
    while at > 0 and head.doc[at - 1].pos_ == "PROPN":
        at -= 1
    return head.doc[at] if at > 0 and head.doc[at - 1].tag_ == "NNS" else None


def _before(first: Token) -> set[str]:
    """The words of title right before a name."""
    roles: set[str] = set()
    doc, at = first.doc, first.i
    since = max(at - _MAX_WORDS + 1, first.sent.start)
    for i in range(at - 1, since - 1, -1):  # "Turkish Foreign Minister Hakan Fidan"
        token = doc[i]
        if token.text in ("’s", "'s") or _shortens(token):
            if i and doc[i - 1].is_lower and is_person(doc[i - 1].lemma_):
                break  # the missing man's brother, Ana Ruiz
            continue
        if token.text == ",":
            roles |= _told_before(doc[max(i - _MAX_WORDS, first.sent.start) : i])
            break
        if of_age(token):
            roles |= words_of(token)
            break
        told = token.tag_ == "NNS" and token.dep_ in ("dobj", "dative")  # "told reporters Ana Ruiz had died"
        if told or (token.pos_ not in _WORDS and token.lower_ not in bearing()):
            break
        roles.add(_said(token))
    return roles


def _told_behind(head: Token) -> Iterator[Token]:
    """The nouns of what is said of a name: "Ruiz, a nurse", "Ruiz is a nurse", "Ruiz, who is a nurse"."""
    verbs = [head.head] if head.dep_ == "nsubj" else []
    if head.dep_ == "appos":
        yield head.head
    for child in head.rights:
        if child.dep_ == "appos":
            yield child
        elif child.dep_ == "relcl":
            verbs.append(child)
    for verb in verbs:
        if verb.lemma_ == "be":
            yield from (noun for noun in verb.rights if noun.dep_ == "attr" and noun.tag_ == "NN")


def _body(head: Token) -> set[str]:
    """The words for what a person is of, right behind the name: "Ruiz, of the Forge union", "Ruiz from the council"."""
    behind = iter(head.doc[head.i + 1 : head.i + _MAX_WORDS])
    first = next((token for token in behind if token.text != ","), None)
    if first is None or first.lower_ not in _BELONGING:
        return set()
    return {
        token.lower_
        for token in takewhile(lambda token: token.pos_ in _PHRASE, behind)
        if token.pos_ in _WORDS
    }


def called(head: Token, start: int, roles: set[str]) -> set[str]:
    """The nouns by which the article may tell of a named person again: "the electrician", "the priest".

    Behind "electrician Ana Ruiz" and "Fr Ruiz".

    Args:
        head: the name's last word.
        start: where the name begins, in characters.
        roles: what `roles_of` gives for it.
    """
    doc, at = head.doc, _first(head, start).i
    nouns = roles & bearing()
    before, since = at - 1, head.sent.start
    while before >= since and (doc[before].is_title or _shortens(doc[before])):
        nouns |= groups("title_nouns").get(doc[before].lower_.rstrip("."), frozenset())
        before -= 1
    title = doc[at - 1] if at else head
    joined = title.dep_ == "compound" and at <= title.head.i <= head.i and title.ent_type_ in ("", "PERSON")
    if joined and title.tag_ in ("NN", "NNP") and (title.is_lower or title.is_sent_start):
        nouns.add(noun_of(title))
    return nouns


def _shortens(stop: Token) -> bool:
    """Is the token the full stop of a title in short, not of a sentence: "Cllr. Ana Ruiz"?"""
    return stop.text == "." and stop.i > 0 and stop.nbor(-1).lower_ in short_titles()


def noun_of(token: Token) -> str:
    """The noun with what is hyphenated to it, lower case: *all-rounder*, *vice-captain*."""
    return token.doc[first_part(token).i : token.i + 1].text.lower()


def first_part(token: Token) -> Token:
    """The word with which a hyphenated one begins: the *ex* of "an ex-miner"; else the word itself."""
    doc, first = token.doc, token.i
    while (
        first > 1
        and doc[first - 1].text == "-"
        and doc[first - 2].is_alpha
        and not doc[first - 1].whitespace_
    ):
        first -= 2
    return doc[first]


@cache
def bearing() -> frozenset[str]:
    """Words by which somebody is told of again: "the striker", "the commodore", "the CS"."""
    offices = {word for word, kind in classes("generic_words").items() if kind == "office"}
    return persons() | words("titles") | offices


def _told_before(before: Span) -> set[str]:
    """The role in "The governor of the state, Rev. Ana Ruiz": what stands between *the* and *of* before a comma."""
    texts = [word.lower_ for word in before]
    if "the" not in texts or "of" not in texts or any(w.is_punct or w.pos_ in VERBAL for w in before):
        return set()
    role = before[texts.index("the") + 1 : texts.index("of")]
    return {word.lower_ for word in role if word.pos_ in _WORDS}


def _age(head: Token) -> set[str]:
    """The age behind a name, as it may stand before one: *34-year-old* for "Obi, 34,"."""
    doc = head.doc
    after = doc[head.i + 1 : head.i + 4]
    ages = (
        {after[1].text}
        if len(after) == 3 and after[0].text == "," and after[2].text in (",", ".", ";")
        else set()
    )
    return {f"{age}-year-old" for age in ages if age.isdigit()}


@cache
def _kin() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Somebody's relative before a name, with a title between them, and behind one."""
    nouns = "|".join(sorted(words("kin"), key=len, reverse=True))
    whose = rf"(?:\b(?:his|her|their)|[’']s?)\s+(?:[\w-]+\s+){{0,2}}({nouns})"
    title = rf"(?:{'|'.join(short_titles())})\. |(?-i:[A-Z])\w* "
    return (
        re.compile(rf"{whose},?[^\S\r\n]+(?:{title})?$", re.IGNORECASE),
        re.compile(rf",\s+(?:\w+(?=[’']))?{whose}\b", re.IGNORECASE),
    )


def kin_of(text: str, start: int, end: int) -> str | None:
    """The noun by which a person is introduced as a relative: "his wife, Ana Ruiz", "Ana, Lund's daughter"."""
    before, after = _kin()
    match = before.search(text[max(0, start - _NEAR) : start]) or after.match(text[end : end + _NEAR])
    return match and match.group(1).lower()


def sex_of(text: str, start: int, end: int) -> str | None:
    """`m`, `f` or None for the person named at a span of a text."""
    before = _word_before(text, start)
    if before.endswith("man") and not before.endswith(_NATIVE):
        known = before in persons() and before not in words("last_names")
        before = before if known else ""  # "In Oman Ana Ruiz spoke"; "Judge Freeman"
    said = sex_of_noun(before) or sex_of_noun(kin_of(text, start, end) or "")
    name = text[start:end].split()
    return said or (sex_by_name(name[0]) if len(name) > 1 else None)


def _word_before(text: str, start: int) -> str:
    """The word right before a name, lower case; none where it ends a sentence or stands in another line."""
    before = _BEFORE.search(text, max(0, start - 30), start)
    word = before.group(1).lower() if before is not None else ""
    return "" if before is not None and before.group(2) and word not in short_titles() else word


def sex_by_name(first: str) -> str | None:
    """The sex that a first name tells, accents aside: *f* for Sinéad; None where it is one of both, or not known."""
    return classes("first_name_gender").get(anyascii(first).lower().rstrip("."))


def title_before(text: str, start: int) -> str | None:
    """The title or office right before a name, lower case and without its full stop: *dr*, *president*; no *Mr*."""
    word = _word_before(text, start)
    return (
        word
        if word and word not in classes("address_gender") and word in words("titles") | words("honorifics")
        else None
    )
