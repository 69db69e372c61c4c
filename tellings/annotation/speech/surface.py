"""Attribution by position: what stands before, after and around "X said" and "said X" where the parse is of no help.

Quote marks and long sentences mislead a parser; commas, marks and the order of words do not.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from tellings.annotation.grammar import SUBJECTS
from tellings.annotation.reference.epithets import first_of, of_age
from tellings.annotation.speech import extent
from tellings.annotation.speech.marks import Marked
from tellings.annotation.speech.model import Chars, Pieces, Rule
from tellings.annotation.speech.nearby import closing, noun_before, piece_before, role_and_name
from tellings.annotation.speech.syntax import finite, group_start, own_subject

_DASHES = frozenset({"—", "–", "-", "--", "―"})
_ADJUNCTS = frozenset(
    "npadvmod prep advmod punct prt dobj dative appos nsubj dep intj agent conj cc advcl oprd attr".split()
)
_SUBORDINATORS = frozenset("as when while after before because since once until".split())
_TELLING = frozenset("say tell put note point explain observe report write argue warn predict remark".split())
"""Verbs of "As X told Y, ...": of others the clause says when it was, or why."""

_TOLD = frozenset({"tell", "inform", "assure", "remind"})
"""Verbs whose object is who is told."""

_MAX_ASIDE = 12
"""Words from the verb to the comma of "As X told Y on Monday, ..."."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is said around a cue that stands behind or within it."""

    parts: tuple[Chars, ...]
    method: Rule


def around(verb: Token, sentence: Span, pieces: Pieces, clause: Token | None) -> Around | None:
    """What "X said" follows or interrupts: marked words right before it, or the sentence up to its comma."""
    doc = verb.doc
    start = _group_start(verb, pieces)
    at = start - 1
    while at >= 0 and (doc[at].is_space or (doc[at].lower_ == "as" and verb.lemma_ == "put")):
        at -= 1
    if at < 0:
        return None
    token = doc[at]
    piece = pieces.at(token.idx)
    comma = token.text == "," or token.text in _DASHES
    if piece is None and comma and at > 0:
        piece = pieces.at(doc[at - 1].idx)
    if piece is None and clause is None:
        piece = piece_before(verb, pieces)
        comma = comma or piece is not None
    if piece is not None and "\n" not in pieces.text[piece.outer_end : doc[start].idx]:
        return _around_piece(verb, sentence, pieces, piece=piece, clause=clause, comma=comma)
    if not comma or token.i <= sentence.start or clause is not None or not _parenthetical(verb, start):
        return None
    return _around_plain(verb, sentence, pieces, at)


def as_told(verb: Token, sentence: Span, pieces: Pieces) -> Chars | None:
    """As in "As X told Y, A": what follows the comma, where nothing else is told."""
    first = next((token for token in sentence if not token.is_space), None)
    if (
        first is None
        or first.lower_ != "as"
        or first.head.i != verb.i
        or first.dep_ not in ("mark", "advmod")
    ):
        return None
    objects = [c for c in verb.rights if c.dep_ in ("dobj", "dative")]
    if verb.lemma_ not in _TELLING or (verb.lemma_ not in ("tell", "put") and objects):
        return None
    commas = [t.i for t in verb.doc[verb.i : sentence.end] if t.text == "," and pieces.at(t.idx) is None]
    if not commas or commas[0] - verb.i > _MAX_ASIDE:
        return None
    participle = verb.doc[commas[0] + 1].tag_ == "VBG"  # As X reports, citing sources, A
    comma = commas[1] if participle and len(commas) > 1 else commas[0]
    return extent.span(comma + 1, sentence.end - 1, sentence, pieces)


def signed(verb: Token, sentence: Span, pieces: Pieces) -> tuple[Chars, Token] | None:
    """As in "A, Det. Ana Ruiz said." where the parse has another for who said it: what is said, and the name."""
    found = closing(verb)
    span = extent.span(sentence.start, found[0] - 1, sentence, pieces) if found else None
    if found is None or span is None or pieces.touching(*span):
        return None
    whole = any(finite(token) for token in verb.doc[sentence.start : found[0]])
    return (span, found[1]) if whole else None


def _around_piece(
    verb: Token, sentence: Span, pieces: Pieces, piece: Marked, clause: Token | None, comma: bool
) -> Around | None:
    """As in "A," X said; The plan was "A," X said."""
    doc = verb.doc
    last = pieces.text[piece.end - 1]
    if last == "." and piece.closed and clause is not None:
        return None  # “A.” X said “B.”
    if (
        not comma
        and last not in ",?!.…—-–"
        and own_subject(verb) is not None
        and _is_subject(verb, pieces, piece)
    ):
        return None  # “A” is the subject: a title, a name
    lead = (
        pieces.text[max(sentence.start_char, 0) : piece.outer_start].strip()
        if sentence.start_char < piece.outer_start
        else ""
    )
    if not any(ch.isalnum() for ch in lead) or lead[-1:] in ":.":
        return Around(((piece.outer_start, piece.outer_end),), "marked before cue")
    if clause is not None or not _parenthetical(verb, _group_start(verb, pieces)):
        return None
    first = sentence.start
    span = extent.span(first, _token_before(doc, piece.outer_end, verb), sentence, pieces)
    return Around((span,), "sentence before cue") if span else None


def _token_before(doc: Doc, char: int, verb: Token) -> int:
    at = verb.i
    while at > 0 and doc[at].idx >= char:
        at -= 1
    return at


def _is_subject(verb: Token, pieces: Pieces, piece: Marked) -> bool:
    subject = own_subject(verb)
    return subject is not None and pieces.at(subject.idx) == piece


def _group_start(verb: Token, pieces: Pieces) -> int:
    """The first token of "X said", the verb itself in "said X"."""
    subject = own_subject(verb)
    if subject is not None and subject.i > verb.i:
        return verb.i
    if subject is not None and pieces.at(subject.idx) is None:
        return group_start(verb)
    named = role_and_name(verb)
    if named is not None:
        return named[0]
    # no subject seen: the noun right before the verb, if there is one
    noun = noun_before(verb, pieces)
    if noun is None:
        return verb.i
    start = first_of(noun).i if of_age(noun) else noun.i
    doc = verb.doc
    while (
        start > 0
        and doc[start - 1].pos_ in ("PROPN", "NOUN", "ADJ", "DET", "NUM")
        and pieces.at(doc[start - 1].idx) is None
    ):
        start -= 1
    return start


def _parenthetical(verb: Token, start: int) -> bool:
    """Is "X said" an aside: only adjuncts after the verb, no conjunction before?"""
    if (
        own_subject(verb) is None
        and verb.dep_ not in ("parataxis", "ROOT", "ccomp")
        and role_and_name(verb) is None
    ):
        return False
    if verb.dep_ in ("relcl", "acl", "advcl") or verb.doc[start].lower_ in (
        "and",
        "but",
        "as",
        "who",
        "which",
    ):
        return False
    for child in verb.rights:
        if child.dep_ not in _ADJUNCTS:
            return False
        if child.dep_ == "dobj" and verb.lemma_ not in _TOLD and verb.doc[child.left_edge.i - 1].text != ",":
            return False
    return True


def _around_plain(verb: Token, sentence: Span, pieces: Pieces, comma: int) -> Around | None:
    doc = verb.doc
    if verb.i + 1 < sentence.end and doc[verb.i + 1].text == ":":
        return None  # what is said follows
    first = extent.span(sentence.start, comma - 1, sentence, pieces)
    if first is None or _when(verb, doc[sentence.start : comma]):
        return None
    whole = any(finite(t) for t in doc[sentence.start : comma])
    tail = _tail_end(verb, sentence)
    second = None
    if tail is not None and tail + 1 < sentence.end:
        second = extent.span(tail + 1, sentence.end - 1, sentence, pieces)
    if tail is None or second is None:
        return Around((first,), "sentence before cue") if whole else None
    rest = doc[tail + 1 : sentence.end]
    if rest[0].tag_ == "VBG" or (whole and not any(finite(t) and not _relative(t, tail) for t in rest)):
        return Around((first,), "sentence before cue") if whole else None
    both = (
        whole or _subject_of_rest(doc, sentence.start, comma, tail) or _purpose(doc[sentence.start : comma])
    )
    return Around((first, second) if both else (second,), "sentence around cue")


def _relative(verb: Token, after: int) -> bool:
    """Is the verb in a relative clause behind a position: "..., said Ana Ruiz, an officer who oversees them"?"""
    at = verb
    while at.head.i != at.i and at.i > after:
        if at.dep_ == "relcl":
            return True
        at = at.head
    return False


def _when(verb: Token, before: Span) -> bool:
    """As in "As she explained the rules, a child cried": a clause that says when, or why."""
    mark = next((token for token in before if not token.is_space), None)
    if mark is None or mark.lower_ not in _SUBORDINATORS:
        return False
    return mark.head.dep_ == "advcl" and mark.head.head.i == verb.i


def _purpose(before: Span) -> bool:
    """As in "But to prevent problems, he said, ...": an infinitive that belongs to what follows."""
    words = [t for t in before if not t.is_space and t.dep_ != "cc"]
    return len(words) > 1 and words[0].tag_ == "TO" and words[1].tag_ == "VB"


def _subject_of_rest(doc: Doc, start: int, comma: int, tail: int) -> bool:
    """Is the noun phrase before the aside the subject of the verb behind it?"""
    return any(t.dep_ in SUBJECTS and t.head.i > tail for t in doc[start:comma])


def _tail_end(verb: Token, sentence: Span) -> int | None:
    """The comma that closes the aside "X said on Monday,", None where it ends the sentence."""
    for i in range(verb.i + 1, min(verb.i + 16, sentence.end)):
        token = verb.doc[i]
        if token.text == "," or token.text in _DASHES:
            return i
    return None
