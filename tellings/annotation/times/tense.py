"""Does the clause in which a word stands speak of what has been or of what is to come?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from tellings.annotation.grammar import NOMINAL, SAYING, SUBJECTS, VERBAL
from tellings.annotation.times.calendar_values import FUTURE, NEAR, OPEN, PAST, UNSAID
from tellings.resources import lexicon

_WORDS = lexicon.groups("tense_words")
_WILL, _WOULD = _WORDS["will"], _WORDS["would"]
_PLANNED, _ASKED, _DONE = _WORDS["planned"], _WORDS["asked"], _WORDS["done"]
_TIMETABLE, _PUT_OFF, _SCHEDULES = _WORDS["timetable"], _WORDS["put_off"], _WORDS["schedules"]
_EVENTS, _FIXTURES, _CLOCK = _WORDS["events"], _WORDS["fixtures"], _WORDS["clock"]
_STATES = SAYING | _WORDS["states"]
_TIMETABLE_FORMS = {f"{w}s" for w in _TIMETABLE} - set("plays holds takes reports runs heads falls".split())
_AHEAD_OF = {("ahead", "of"), ("run-up", "to"), ("up", "to")} | {
    (w, "for") for w in ("prepare", "prepares", "preparing")
}
_LATEST = (("as", "early", "as"), ("as", "soon", "as"), ("no", "later", "than"))


def direction(span: Span, *, headline: bool = False) -> str:
    """`past`, `future`, or `open` where it may be either (would, may, to do), from the verb that governs the span.

    Args:
        span: the date.
        headline: do verbs in the present tell of the past here, as headlines do?

    Returns:
        `near` where it is of what was done or of what it was done for (voted to close the pool on Thursday), `unsaid`
        where the date belongs to a noun (the qualifiers in September) or no verb tells: news is mostly of what
        happened, but of the months it is the nearer that is meant.
    """
    if _coordinated(span) or _is_notice(span):
        return FUTURE
    start = span.start
    while start > span.sent.start and _is_clock(span.doc[start - 1]):
        start -= 1
    before = [t.lower_ for t in span.doc[max(span.sent.start, start - 3) : start]]
    if tuple(before[-2:]) in _AHEAD_OF:
        return FUTURE
    after = span.doc[span.end] if span.end < len(span.doc) else None
    owner = after is not None and after.tag_ == "POS"
    preposition = before[-1] if before else ""
    if owner and preposition not in ("in", "at", "for", "before", "on", "to"):
        return PAST
    if not headline and _is_fixture(span):
        return FUTURE
    verb = _governor(span.root)
    if verb is None:
        of_sentence = _of_sentence(span)
        return UNSAID if of_sentence == PAST else of_sentence
    lemma = verb.lemma_.lower()
    of_noun = _of_noun(span.root)
    if preposition in ("until", "till") and (lemma in _PUT_OFF or verb.tag_ in ("VB", "VBP", "VBZ")):
        return FUTURE
    weekday = span[-1].lower_.endswith("day")
    if preposition == "for" and not owner and ((of_noun and weekday) or lemma in _SCHEDULES):
        return FUTURE
    if before_noun(span):
        return UNSAID if span.root.head.lemma_.lower() in _EVENTS else PAST
    if (
        lemma in _SCHEDULES
        and verb.tag_ in ("VBD", "VBN", "VBP", "VBZ")
        and _has_object(verb, before=span.start)
    ):
        return (
            FUTURE
            if lemma not in ("announce", "call", "set", "propose")
            else _of_verb(verb, headline=headline)
        )
    told = _of_verb(verb, headline=headline)
    if tuple(before) in _LATEST and told == OPEN:
        return FUTURE
    return UNSAID if told == PAST and of_noun else told


def before_noun(span: Span) -> bool:
    """Does the date stand before a noun that it says the time of: the Tuesday meeting?"""
    noun = span.root.head
    return (
        noun.i >= span.end
        and noun.pos_ == "NOUN"
        and span.root.dep_ in ("compound", "nummod", "nmod", "amod")
    )


def _is_notice(span: Span) -> bool:
    """Does it open a line without a verb, "Saturday, 9 a.m. to 3 p.m., Town Hall", which says what will be?"""
    line = span.sent
    opens = span.start == line.start and len(line) > len(span) and span.doc[span.end].text in (",", ":")
    return opens and not any(token.pos_ in VERBAL for token in line)


def _is_clock(token: Token) -> bool:
    return token.like_num or token.lower_ in _CLOCK


def _is_fixture(span: Span) -> bool:
    """Such as "Rovers host Albion on Sunday": the tagger often takes such a verb for a noun."""
    words = [word for word in span.doc[span.sent.start : span.start] if word.pos_ != "DET"]
    if any(word.tag_ == "VBD" for word in words):
        return False
    return any(
        one.text[:1].isupper() and word.lower_ in _FIXTURES and other.pos_ == "PROPN"
        for one, word, other in zip(words, words[1:], words[2:], strict=False)
    )


def _of_noun(token: Token) -> bool:
    """Does the date belong to a noun below the verb: the qualifiers in September?"""
    head = token.head
    if head.pos_ == "ADP":
        head = head.head
    return head != token and head.pos_ in {*NOMINAL, "ADJ"}


def _has_object(verb: Token, *, before: int) -> bool:
    return any(child.dep_ == "dobj" and verb.i < child.i < before for child in verb.children)


def _coordinated(span: Span) -> bool:
    """Such as "She took office in May and leaves in June": the tagger often takes such a verb for a plural noun."""
    at = span.start - 1
    if at < 2 or span.doc[at].pos_ != "ADP":
        return False
    word, before = span.doc[at - 1], span.doc[at - 2]
    return before.lower_ in ("and", "but", "which", "it") and word.lower_ in _TIMETABLE_FORMS


def _governor(token: Token) -> Token | None:
    seen = 0
    while token.pos_ not in VERBAL or token.dep_ in ("amod", "compound"):
        if token.head == token or seen > 20:
            return None
        if token.pos_ == "ADJ" and token.lemma_.lower() in _PLANNED:
            return token
        token = token.head
        seen += 1
    return token


def _of_sentence(span: Span) -> str:
    root = span.sent.root
    return _of_verb(root, headline=True) if root.pos_ in VERBAL else PAST


def _of_verb(verb: Token, *, headline: bool) -> str:
    """The direction of a verb, or of the one above that it takes its time from ("will meet and vote")."""
    for above in (verb, *verb.ancestors):
        told = _own(above, headline=headline)
        if told is not None:
            return told
    return PAST


def _own(verb: Token, *, headline: bool) -> str | None:
    """What the verb's own form tells; None where the verb above it decides."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i]
    words = {c.lower_ for c in helpers}
    lemmas = {c.lemma_.lower() for c in helpers}
    if words & (_WILL | _WOULD) and "have" not in lemmas:
        if "could" in words and _denied(verb):
            return PAST
        return FUTURE if words & _WILL else OPEN
    if verb.tag_ == "MD":
        return FUTURE if verb.lower_ in _WILL else OPEN
    if verb.tag_ in ("VB", "VBP") and verb.dep_ == "conj" and not helpers and verb.head.pos_ in VERBAL:
        if verb.head.tag_ == "VBD" and verb.lower_ in _TIMETABLE:
            return FUTURE  # they lost at Elm Park and visit Holm on Saturday
        if verb.tag_ == "VB":
            return None
    if words & {"to"} or (verb.tag_ == "VB" and verb.dep_ == "xcomp"):
        return _of_infinitive(verb)
    if verb.lemma_ == "set" and not any(
        c.lower_ in ("for", "to") or c.dep_ == "xcomp" for c in verb.children
    ):
        return PAST
    if (
        verb.tag_ == "VBN"
        and verb.lemma_.lower() in (_PLANNED if _whereto(verb) else _PLANNED - _ASKED)
        and verb.dep_ in ("ROOT", "acl", "relcl", "conj", "ccomp", "advcl")
        and (helpers or verb.dep_ == "acl" or not any(c.dep_ == "nsubj" for c in verb.children))
    ):
        if "have" in lemmas:
            return PAST
        if words & {"was", "were"}:
            return NEAR if verb.lemma_.lower() in _ASKED else OPEN
        return FUTURE
    if verb.lower_ in _PLANNED and verb.pos_ == "ADJ":
        return FUTURE
    if verb.tag_ == "VBG":
        if words & {"is", "are", "am", "'s", "'re", "’s", "’re"}:
            return OPEN
        if words & {"was", "were", "been"} or "be" in lemmas or verb.dep_ == "ROOT":
            return PAST
        return None if verb.head.pos_ in VERBAL else PAST
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _TIMETABLE and not helpers:
        return FUTURE
    present = words & {"is", "are"} and not lemmas & {"have"}
    if not headline and verb.tag_ == "VBN" and present and verb.lemma_.lower() not in _STATES:
        return FUTURE
    if not headline and verb.tag_ in ("VBZ", "VBP") and not helpers and verb.lemma_.lower() not in _STATES:
        return FUTURE
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ == "be" and not helpers:
        return FUTURE if any(c.lemma_.lower() in _PLANNED for c in verb.children) else PAST
    return PAST


def _whereto(verb: Token) -> bool:
    """Is it said for or to what: called up for the qualifiers in September?"""
    return any(child.lower_ in ("for", "to") for child in verb.rights)


def _denied(verb: Token) -> bool:
    """Could not be reached, neither could be found: what was not, not what may be."""
    words = {child.lower_ for child in verb.children} | {
        word.lower_ for child in verb.children if child.dep_ in SUBJECTS for word in child.subtree
    }
    return bool(words & {"not", "n't", "n’t", "never", "neither", "nor", "no", "nobody", "none"})


def _of_infinitive(verb: Token) -> str:
    """What somebody is to do lies ahead, unless the verb above says that it was done."""
    above = verb.head
    if above != verb and above.lemma_.lower() in _DONE and above.tag_ in ("VBD", "VBN"):
        return PAST
    if any(c.lower_ == "have" for c in verb.children):
        return PAST
    asked = above.tag_ in ("VBD", "VBN") and above.lemma_.lower() in _ASKED
    if (above.lemma_.lower() in _PLANNED and not asked) or above.lower_ == "going":
        return FUTURE
    return (
        NEAR
        if above != verb and above.tag_ in ("VBD", "VBN") and _own(above, headline=False) != FUTURE
        else OPEN
    )
