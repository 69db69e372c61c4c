"""Cues: the verbs, nouns and phrases that say that somebody says something.

The lists are `data/lexicon/reporting_verbs.tsv` and `speech_nouns.tsv`: general English, of use for any corpus. The
idea of verbs with the frames in which they report is Krestel, Bergler and Witte, "Minding the source" (LREC 2008).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from tellings.annotation.grammar import FINITE, SUBJECTS
from tellings.annotation.reference.epithets import first_of, of_age
from tellings.annotation.speech.syntax import TEMPORAL
from tellings.resources.lexicon import rows


@dataclass(frozen=True, slots=True)
class Frame:
    """A complement that is what is said: an object, a preposition or `to`, or an object with one of these.

    Attributes:
        object: an object is asked for.
        word: the preposition (`of`, `as`, `for` ...), `to` or `ing` that is asked for, empty where none is.
        marked: only where words in quote marks stand in it.
        new: only a thing that is told first: *a recount*, not *the recount*.
    """

    object: bool
    word: str
    marked: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """How a verb reports: `clause` is `yes`, `marked`, `findings` or `-`, as the head of the lexicon says."""

    clause: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a text.

    Attributes:
        kind: `verb`, `noun`, `phrase` (according to) or `words` (in X's words).
        token: its head word.
        start, end: its span in characters.
        entry: how a verb reports; None for others.
    """

    kind: str
    token: Token
    start: int
    end: int
    entry: Entry | None = None


def _frame(text: str) -> Frame:
    marked = text.endswith("?")
    first, _, second = text.rstrip("?!").partition("+")
    return Frame(first == "object", second if first == "object" else first, marked, text.endswith("!"))


def _frames(column: list[str]) -> tuple[Frame, ...]:
    """The frames of an entry's last column, which may be missing."""
    return tuple(_frame(f) for text in column for f in text.split(",") if f)


@cache
def reporting_verbs() -> dict[str, Entry]:
    """Reporting verbs by lemma."""
    return {verb: Entry(clause, _frames(frames)) for verb, clause, *frames in rows("reporting_verbs")}


@cache
def speech_nouns() -> dict[str, tuple[Frame, ...]]:
    """Nouns of saying by lemma, with what follows them."""
    return {noun: _frames(frames) for noun, *frames in rows("speech_nouns")}


_PUT_IT = Entry("yes", ())
PLACED = Entry("marked", ())
"""Any other verb, where its place says that it reports: “If you think,” she began."""

_CLOSING = frozenset("”\"'’")
_EMPTY = frozenset({"be", "have", "do", "become"})
_PAST = frozenset({"VBD", "VBZ", "VBN", "JJ"})
_VERBAL = _PAST | FINITE
_MAX_SUBJECT = 4
PARTICLES = frozenset({"in", "back", "out", "up", "on", "off", "away", "forth"})
"""What may stand between a verb and who does it: “…,” chimed in her neighbour; “…,” shot back Tan."""

_MARKS = frozenset("“„«‟‘`\"'")
_NAMES = frozenset({"NOUN", "PROPN", "PRON"})
_WAYS = frozenset("way chance need reason opportunity time ability effort means duty".split())
_ALL = frozenset({"everything", "anything", "nothing", "whatever"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor"})


def cues(sentence: Span) -> Iterator[Cue]:
    """The words of a sentence that may be cues; whether they are one is decided with their complements."""
    verbs, nouns = reporting_verbs(), speech_nouns()
    for token in sentence:
        tag = token.tag_
        lemma = token.lemma_.lower()
        if lemma == "put" and _put_it(token):
            it = token.nbor(1)
            yield Cue("verb", token, token.idx, it.idx + len(it), _PUT_IT)
        elif tag[:2] == "VB" and lemma in verbs:
            if tag == "VBG" and token.i and token.nbor(-1).lower_ == "under":
                continue  # under questioning
            if _of_nobody(token) or _noun_before_report(token):
                continue
            yield Cue("verb", token, token.idx, token.idx + len(token), verbs[lemma])
        elif _behind_marks(token):
            yield Cue("verb", token, token.idx, token.idx + len(token), PLACED)
        elif tag[:2] == "NN" and lemma in verbs and _verb_in_s(token):
            yield Cue("verb", token, token.idx, token.idx + len(token), verbs[lemma])
        elif tag in ("NN", "NNS") and lemma in nouns:
            yield Cue("noun", token, token.idx, token.idx + len(token))
        elif token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
            to = token.nbor(1)
            yield Cue("phrase", token, token.idx, to.idx + len(to))
        elif token.lower_ == "words" and token.head.lower_ == "in" and token.head.i < token.i:
            yield Cue("words", token, token.head.idx, token.idx + len(token))


def _behind_marks(token: Token) -> bool:
    """Do only marks that end in a comma, “?” or “!” and a short noun phrase stand before the verb: “…,” she began?

    Right behind the marks the verb may be misread (“…,” beamed Lopez), and a name must follow it.
    """
    aged = (
        token.i > 0 and of_age(token.nbor(-1)) and token.text.endswith("ed")
    )  # whatever the tagger makes of it
    if (token.tag_ not in _VERBAL and not aged) or token.lemma_.lower() in _EMPTY or not token.text.islower():
        return False
    doc, i = token.doc, token.i - 1
    if of_age(doc[i]):
        i = first_of(doc[i]).i - 1
        return i > 0 and _closes(doc, i) and (aged or token.tag_ in _PAST)
    least = max(1, i - _MAX_SUBJECT)
    while i > least and (doc[i].pos_ in _NAMES or doc[i].pos_ in ("DET", "ADJ")):
        i -= 1
    if i < 1 or not _closes(doc, i):
        return False
    if i == token.i - 1:
        return token.tag_ in _PAST and _name_follows(token)
    if token.tag_ not in FINITE or token.tag_ == "MD":
        return False
    return doc[i - 1].text == "," or doc[i].text == "," or doc[i + 1].text[0].islower()


def _of_nobody(verb: Token) -> bool:
    """As in "it is worth noting that", "it is important to note", "a way to report profits": nobody says so.

    Nor is anything reported by "everything he says is a lie".
    """
    before = verb.nbor(-1).lower_ if verb.i else ""
    if verb.tag_ == "VBG":
        return before in ("worth", "without")
    if before == "to" and verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() in _WAYS:
        return True
    if verb.dep_ == "relcl" and verb.head.lower_ in _ALL:
        return True
    if before != "to" or verb.dep_ not in ("xcomp", "advcl", "ccomp", "csubj", "acl"):
        return False
    subjects = [c for c in verb.head.lefts if c.dep_ in SUBJECTS]
    return verb.head.lemma_ == "be" and bool(subjects) and subjects[-1].lower_ in ("it", "that", "this")


def _noun_before_report(token: Token) -> bool:
    """As in "a move advocates say is late": a noun in -s, misread, whose own verb of saying follows."""
    if token.tag_ != "VBZ" or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor(1)
    return following.tag_ in ("VBP", "VBD") and following.lemma_.lower() in reporting_verbs()


def _closes(doc: Doc, i: int) -> bool:
    """Do marks close here in a comma, “?” or “!”, or with a comma behind them?"""
    if set(doc[i].text) <= _CLOSING:
        return doc[i - 1].text[-1] in ",?!"
    return doc[i].text == "," and set(doc[i - 1].text) <= _CLOSING


def _name_follows(verb: Token) -> bool:
    """Does a short phrase for somebody follow: “…,” beamed winner Ola Nyman; “…,” groaned a man?"""
    first = verb.i + 1 + (verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in PARTICLES)
    for i in range(first, min(first + 1 + _MAX_SUBJECT, len(verb.doc))):
        token = verb.doc[i]
        if token.ent_type_ in TEMPORAL:
            return False
        if token.pos_ == "PROPN" or (token.pos_ == "NOUN" and token.head.i < first):
            return True
        if token.pos_ not in ("NOUN", "ADJ", "DET", "PRON"):
            return False
    return False


def _put_it(token: Token) -> bool:
    """As in "As X put it, ..." and "..., as X put it"; not as in "She put it on the table"."""
    doc, i = token.doc, token.i
    if i + 2 >= len(doc) or doc[i + 1].lower_ != "it":
        return False
    return any(child.lower_ == "as" for child in token.lefts)


def _verb_in_s(token: Token) -> bool:
    """As in "The agency notes, “..." and "Lopez charges that ...": a verb in -s, which the tagger takes for a noun."""
    doc, i = token.doc, token.i
    if not token.lower_.endswith("s") or i == 0 or i + 2 >= len(doc):
        return False
    if doc[i + 1].lower_ == "that":
        whole = token.dep_ == "ROOT" and doc[i + 1].dep_ == "mark" and doc[i - 1].pos_ == "NOUN"
        names = token.tag_ == "NNS" and (whole or doc[i - 1].pos_ in ("PROPN", "PRON"))
    else:
        marks = doc[i + 1].text in (",", ":") and doc[i + 2].text[0] in _MARKS
        names = marks and doc[i - 1].pos_ in _NAMES
    return names and not any(t.tag_ in FINITE for t in doc[token.sent.start : i])


def denied(verb: Token) -> bool:
    """Is the verb denied ("did not say", "declined to say", "never said")?"""
    at = verb.i - 1
    while at >= 0 and verb.i - at <= 4 and verb.doc[at].pos_ in ("AUX", "ADV", "PART"):
        if verb.doc[at].lower_ in _NEGATIONS:
            return True
        at -= 1
    head = verb.head
    return verb.dep_ == "xcomp" and head.lemma_ in (
        "decline",
        "refuse",
        "fail",
        "stop",
        "neglect",
        "want",
        "wait",
        "try",
        "attempt",
    )
