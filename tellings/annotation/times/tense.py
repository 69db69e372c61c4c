"""Does the clause in which a word stands speak of what has been or of what is to come?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from tellings.annotation.times.calendar_values import FUTURE, OPEN, PAST

_WILL = frozenset("will wo shall 'll ’ll".split())
_WOULD = frozenset("would 'd ’d may might could can should must".split())
_PLANNED = frozenset(
    "due set scheduled slated planned plan expected expect poised likely bound hope intend aim want need ready "
    "forecast predict project prepare agree promise vow pledge threaten call urge ask invite order propose".split()
)
_DONE = frozenset(
    "manage force fail begin start continue come have use help seem appear prove compel go".split()
)
"""Verbs whose infinitive tells what happened ("was forced to resign on Friday")."""
_TIMETABLE = frozenset(
    "begin start open close end expire meet vote hold face play travel visit arrive leave return take go decide resume "
    "host kick run fall release launch report publish head".split()
)
_TIMETABLE_FORMS = frozenset(w + "s" for w in _TIMETABLE) - {
    "plays",
    "holds",
    "takes",
    "reports",
    "runs",
    "heads",
    "falls",
}
_VERBAL = ("VERB", "AUX")


def direction(span: Span) -> str:
    """`past`, `future`, or `open` where it may be either (would, may, to do), from the verb that governs the span.

    Where nothing tells it is `past`: news is of what happened.
    """
    if _coordinated(span):
        return FUTURE
    verb = _governor(span.root)
    if verb is None:
        return _of_sentence(span)
    return _of_verb(verb)


def _coordinated(span: Span) -> bool:
    """Such as "She took office in May and leaves in June": the tagger often takes such a verb for a plural noun."""
    at = span.start - 1
    if at < 2 or span.doc[at].pos_ != "ADP":
        return False
    word, before = span.doc[at - 1], span.doc[at - 2]
    return before.lower_ in ("and", "but", "which", "it") and word.lower_ in _TIMETABLE_FORMS


def _governor(token: Token) -> Token | None:
    seen = 0
    while token.pos_ not in _VERBAL or token.dep_ in ("amod", "compound"):
        if token.head == token or seen > 20:
            return None
        if token.pos_ == "ADJ" and token.lemma_.lower() in _PLANNED:
            return token
        token = token.head
        seen += 1
    return token


def _of_sentence(span: Span) -> str:
    root = span.sent.root
    return _of_verb(root) if root.pos_ in _VERBAL else PAST


def _of_verb(verb: Token) -> str:
    """The direction of a verb, or of the one above that it takes its time from ("will meet and vote")."""
    for above in (verb, *verb.ancestors):
        told = _own(above)
        if told is not None:
            return told
    return PAST


def _own(verb: Token) -> str | None:
    """What the verb's own form tells; None where the verb above it decides."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i]
    words = {c.lower_ for c in helpers}
    lemmas = {c.lemma_.lower() for c in helpers}
    if words & (_WILL | _WOULD) and "have" not in lemmas:
        return FUTURE if words & _WILL else OPEN
    if verb.tag_ == "MD":
        return FUTURE if verb.lower_ in _WILL else OPEN
    if verb.tag_ == "VB" and verb.dep_ == "conj" and not helpers and verb.head.pos_ in _VERBAL:
        return None
    if words & {"to"} or (verb.tag_ == "VB" and verb.dep_ == "xcomp"):
        return _of_infinitive(verb)
    if (
        verb.tag_ == "VBN"
        and verb.lemma_.lower() in _PLANNED
        and verb.dep_ in ("ROOT", "acl", "relcl", "conj", "ccomp", "advcl")
    ):
        return FUTURE if "have" not in lemmas else PAST
    if verb.lower_ in _PLANNED and verb.pos_ == "ADJ":
        return FUTURE
    if verb.tag_ == "VBG":
        if words & {"is", "are", "am", "'s", "'re", "’s", "’re"}:
            return OPEN
        if words & {"was", "were", "been"} or "be" in lemmas or verb.dep_ == "ROOT":
            return PAST
        return None if verb.head.pos_ in _VERBAL else PAST
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _TIMETABLE and not helpers:
        return FUTURE
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ == "be" and not helpers:
        return FUTURE if any(c.lemma_.lower() in _PLANNED for c in verb.children) else PAST
    return PAST


def _of_infinitive(verb: Token) -> str:
    """What somebody is to do lies ahead, unless the verb above says that it was done."""
    above = verb.head
    if above != verb and above.lemma_.lower() in _DONE and above.tag_ in ("VBD", "VBN"):
        return PAST
    if any(c.lower_ == "have" for c in verb.children):
        return PAST
    return FUTURE if above.lemma_.lower() in _PLANNED or above.lower_ == "going" else OPEN
