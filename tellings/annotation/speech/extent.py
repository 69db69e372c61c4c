"""How far what is said reaches: the clause or the objects that depend on a cue, as spans of characters."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tellings.annotation.grammar import FINITE, SUBJECTS
from tellings.annotation.speech.boundary import clause_end, cut
from tellings.annotation.speech.cues import Frame, reporting_verbs
from tellings.annotation.speech.model import Chars, Pieces
from tellings.annotation.speech.syntax import TEMPORAL, finite, own_subject, quoting

_CONDITION = frozenset({"if", "unless", "until"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_SUBJECT_PRONOUNS = frozenset({"i", "we", "he", "she", "they", "it"})
_TELLING = frozenset("tell inform assure remind warn".split())
_TOLD = frozenset("story tale truth lie joke thing fact news secret something anything what".split())
"""What is told, not who: "told the story that her father wrote"."""

_MAX_ADJUNCT = 9
"""Words that may stand between a verb of saying and its clause."""

_STOPS = frozenset(",.;:!?…—–-―()[]{}\"'“”‘’«»„/|")
_ONLY = frozenset({"only", "simply", "merely", "just"})
_PLAIN = frozenset(
    "say tell insist argue claim contend maintain warn allege assert admit acknowledge concede".split()
)


def span(first: int, last: int, sentence: Span, pieces: Pieces) -> Chars | None:
    """Tokens (both counted) as characters, without punctuation at the edges, grown over pieces that they cut."""
    doc = sentence.doc
    start, end = max(first, sentence.start), min(last, sentence.end - 1)
    while start <= end and _edge(doc[start], pieces):
        start += 1
    while end >= start and _edge(doc[end], pieces):
        end -= 1
    if start > end:
        return None
    if end + 1 < sentence.end and doc[end + 1].text == ")" and _open_bracket(doc[start : end + 1]):
        end += 1
    left, right = doc[start].idx, doc[end].idx + len(doc[end])
    opened, closed = pieces.at(left), pieces.at(right - 1)
    return (opened.outer_start if opened else left), (closed.outer_end if closed else right)


def _open_bracket(said: Span) -> bool:
    """Does a bracket open in the words that closes right behind them?"""
    texts = [t.text for t in said]
    return texts.count("(") > texts.count(")")


def _edge(token: Token, pieces: Pieces) -> bool:
    """White space or a stop that a span neither begins nor ends with; marks of a piece and signs like % stay."""
    if token.is_space:
        return True
    return all(ch in _STOPS for ch in token.text) and pieces.at(token.idx) is None


def clause(verb: Token) -> Token | None:
    """The head of the clause that follows the verb as its complement."""
    for child in verb.rights:
        if child.dep_ == "ccomp" or (child.dep_ == "xcomp" and finite(child)):
            return child
    told = _told_without_that(verb)
    if told is not None:
        return told
    for i in range(verb.i + 1, min(verb.i + 8, len(verb.doc))):
        token = verb.doc[i]
        if token.is_punct:
            break
        if token.lower_ == "that" and token.head.i > i and (token.dep_ == "mark" or _misread(token, verb)):
            return token.head
    return None


def _told_without_that(verb: Token) -> Token | None:
    """As in "told the inquest the boat leaked": a clause that the parse hangs on who is told."""
    for who in verb.rights if verb.lemma_ in _TELLING else ():
        if who.dep_ not in ("dobj", "dative") or who.lemma_.lower() in _TOLD:
            continue
        for head in who.rights:
            subject = own_subject(head) if head.dep_ == "relcl" else None
            if subject is not None and subject.left_edge.i == who.i + 1 and subject.pos_ != "PRON":
                return head
    return None


def _misread(that: Token, verb: Token) -> bool:
    """As in "tweeted in the early hours that Lund was late": *that* begins a clause with a subject of its own.

    So it does behind who is told, which the parse takes for what the clause tells of: "told the jury that Lund lied".
    """
    if that.head.dep_ == "relcl" and verb.lemma_ in _TELLING and that.head.head.head.i == verb.i:
        told = that.head.head
        return told.i == that.i - 1 and told.lemma_.lower() not in _TOLD
    if that.head.dep_ == "relcl" and that.head.head.ent_type_ in TEMPORAL:
        return True  # announced on Saturday that ...
    subject = own_subject(that.head) if that.dep_ == "advmod" and that.head.dep_ == "advcl" else None
    return subject is not None and subject.i > that.i and finite(that.head)


def _behind_adjunct(start: int, sentence: Span) -> int:
    """Where a clause begins with its pronoun behind a time or place: "said after the convention he would not go"."""
    doc = sentence.doc
    first = doc[start] if start < sentence.end else None
    if first is None or not (first.tag_ == "IN" or first.ent_type_ in TEMPORAL) or first.lower_ == "that":
        return start
    for i in range(start + 1, min(start + _MAX_ADJUNCT, sentence.end - 1)):
        token = doc[i]
        if token.is_punct or token.tag_[:2] == "VB":
            return start
        if token.lower_ in _SUBJECT_PRONOUNS | {"that"} and token.dep_ != "poss":
            after = next(
                (t for t in doc[i + 1 : min(i + 4, sentence.end)] if t.pos_ not in ("ADV", "PART")), None
            )
            return i if token.lower_ == "that" or (after is not None and after.tag_ in FINITE) else start
    return start


def clause_span(verb: Token, head: Token, sentence: Span, pieces: Pieces) -> Chars | None:
    """The reported clause without its *that*."""
    doc = verb.doc
    start = max(head.left_edge.i, verb.i + 1)
    if head.tag_ == "VB" and start == head.i:  # demanded the minister go
        start = next(
            (c.left_edge.i for c in verb.rights if c.dep_ == "dobj" and c.right_edge.i == start - 1), start
        )
    if doc[start].lower_ in _ONLY and start + 1 < len(doc) and doc[start + 1].lower_ == "that":
        start += 1
    start = _after_time(start, head)
    if (
        doc[start].lower_ == "that"
        and (doc[start].dep_ not in {*SUBJECTS, "det"} or _told_before(verb, start))
        and pieces.at(doc[start].idx) is None
    ):
        start += 1
    extent = span(start, clause_end(verb, head, sentence, pieces), sentence, pieces)
    return (
        None if extent is None else _without_adjunct(_over_marks(extent, sentence, pieces), sentence, pieces)
    )


def _told_before(verb: Token, start: int) -> bool:
    """Does somebody who is told stand between the verb and its clause: "told the nation that order had returned"?"""
    return verb.lemma_ in _TELLING and any(
        c.dep_ in ("dobj", "dative") and c.right_edge.i == start - 1 for c in verb.rights
    )


def _after_time(start: int, head: Token) -> int:
    """As in "told farmers this weekend he would go": the clause begins with its subject, or with *that*."""
    doc, at = head.doc, start
    if doc[at].tag_ == "IN" and at + 1 < head.i and doc[at + 1].ent_type_ in TEMPORAL:
        at += 1  # on Monday
    while at < head.i and doc[at].ent_type_ in TEMPORAL:
        at += 1
    subject = own_subject(head)
    begins = doc[at].lower_ == "that" or (subject is not None and subject.left_edge.i == at)
    return at if begins else start


def _without_adjunct(found: Chars, sentence: Span, pieces: Pieces) -> Chars:
    """As in "X notes, “A”, in a report": the words in marks alone, where no further clause follows them."""
    piece = pieces.at(found[0])
    if (
        piece is None
        or piece.outer_start != found[0]
        or pieces.text[piece.outer_end : piece.outer_end + 1] != ","
    ):
        return found
    rest = sentence.doc.char_span(piece.outer_end, found[1], alignment_mode="contract")
    if rest is None or any(finite(token) for token in rest):
        return found
    return piece.outer_start, piece.outer_end


def rest_span(verb: Token, sentence: Span, pieces: Pieces) -> Chars | None:
    """What follows a verb of saying to the end of its sentence, where the parse found no clause but there is a verb."""
    if verb.lemma_ not in _PLAIN or verb.dep_ in ("acl", "relcl"):
        return None
    if verb.tag_ not in _TENSED and quoting(verb) is None:
        return None
    doc = verb.doc
    addressee = (
        next((c for c in verb.rights if c.dep_ in ("dobj", "dative")), None)
        if verb.lemma_ == "tell"
        else None
    )
    start = _behind_adjunct((addressee.i if addressee is not None else verb.i) + 1, sentence)
    if start < sentence.end and doc[start].lower_ == "that":
        start += 1
    if start >= sentence.end or doc[start].pos_ not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"):
        return None
    last = sentence.end - 1
    if verb.dep_ == "advcl":  # While he admitted it was late, Smith went on
        last = next((i - 1 for i in range(start, last) if doc[i].text == ","), last)
    end = cut(verb, start, last, pieces)
    if not any((t.tag_ in FINITE or t.tag_ == "VB") and t.dep_ != "relcl" for t in doc[start + 1 : end + 1]):
        return None
    return span(start, end, sentence, pieces)


def frame_span(verb: Token, frame: Frame, sentence: Span, pieces: Pieces) -> Chars | None:
    """The complements that a frame asks for, as one span of characters."""
    after = [c for c in verb.rights if c.dep_ != "punct"]
    if frame.object and frame.word == "as" and verb.dep_ == "relcl":
        return _as_span(after, sentence, pieces)
    objects = [c for c in after if c.dep_ in ("dobj", "dative", "nsubj", "ccomp", "oprd")]
    if frame.word == "=":
        extra = [
            c
            for c in after
            if (c.dep_ == "oprd" and c.pos_ != "ADV") or (c.dep_ == "ccomp" and c.tag_[:2] in ("NN", "JJ"))
        ]
    elif frame.word == "ing":
        extra = [c for c in after if c.dep_ in ("xcomp", "ccomp", "dobj") and c.tag_ == "VBG"]
    elif frame.word == "to":
        extra = [c for c in after if c.dep_ in ("xcomp", "ccomp") and any(x.tag_ == "TO" for x in c.lefts)]
        if frame.marked and not extra:  # apologised to “every family”
            extra = [c for c in after if c.dep_ in ("prep", "dative") and c.lower_ == "to"]
    else:
        near = [*after, *(x for c in after if c.ent_type_ in TEMPORAL for x in c.rights)]  # called Friday for
        extra = [c for c in near if c.dep_ in ("prep", "prt") and c.lower_ == frame.word and not _when(c)]
        if frame.word == "for" and not extra:  # called for X to go
            extra = [x for c in after for x in c.lefts if x.dep_ == "mark" and x.lower_ == "for"]
    if frame.object and not objects:
        return None
    if frame.word and not extra:
        if not frame.object or frame.word in ("to", "=", "ing"):
            return None
        within = (c for o in objects for c in (o.subtree if frame.word == "at" else o.rights))
        if not any(c.dep_ == "prep" and c.lower_ == frame.word for c in within):
            return None
    if frame.object:
        first = min(o.left_edge.i for o in objects)
    elif frame.word in ("to", "ing") and extra[0].pos_ != "ADP":
        first = extra[0].left_edge.i
    else:
        first = extra[0].i + 1
    chosen = [*(objects if frame.object else []), *(x.head if x.dep_ == "mark" else x for x in extra)]
    if frame.word and frame.word not in ("to", "=", "ing") and not frame.object:
        chosen += [
            c for c in after if c.dep_ in ("xcomp", "ccomp", "advcl") and any(x.tag_ == "TO" for x in c.lefts)
        ]
    chosen += [c for c in after if c.dep_ == "advcl" and any(x.lower_ in _CONDITION for x in c.lefts)]
    extent = span(first, max(c.right_edge.i for c in chosen), sentence, pieces)
    if extent is not None:
        extent = _without_occasion(_over_marks(extent, sentence, pieces), sentence, pieces)
    if extent is None or (frame.marked and not pieces.within(*extent)):
        return None
    return extent


def _when(preposition: Token) -> bool:
    """As in "called them together on Tuesday"."""
    return any(c.dep_ == "pobj" and c.ent_type_ in TEMPORAL for c in preposition.rights)


def _as_span(after: list[Token], sentence: Span, pieces: Pieces) -> Chars | None:
    """As in "conditions that X described as “unfair”": what stands behind *as*."""
    for child in after:
        if child.dep_ == "prep" and child.lower_ == "as" and child.right_edge.i > child.i:
            return span(child.i + 1, child.right_edge.i, sentence, pieces)
    return None


def passive_span(verb: Token, words: list[str], sentence: Span, pieces: Pieces) -> Chars | None:
    """As in "was described by X as “unfair”", "was accused by X of lying": what stands behind *as* or *of*."""
    for child in verb.rights:
        branches = (
            [child, *(x for noun in child.rights for x in noun.rights)] if child.lower_ == "by" else [child]
        )
        for word in branches:
            if word.dep_ == "prep" and word.lower_ in words and word.right_edge.i > word.i:
                return span(word.i + 1, word.right_edge.i, sentence, pieces)
    return None


def _over_marks(found: Chars, sentence: Span, pieces: Pieces) -> Chars:
    """The span up to the end of marked words that follow in the same breath."""
    text = pieces.text
    while True:
        piece = pieces.next_from(found[1])
        if piece is None or piece.outer_end > sentence.end_char + 1:
            return found
        between = text[found[1] : piece.outer_start]
        if (
            len(between) > 40
            or any(ch in between for ch in ",;:—–\n")
            or not _quiet(sentence, found[1], piece.outer_start)
        ):
            return found
        found = found[0], piece.outer_end


def _without_occasion(found: Chars, sentence: Span, pieces: Pieces) -> Chars:
    """As in "criticised it as a “crazy system” during a visit": without when and where, behind the marks."""
    within = pieces.within(*found)
    if not within or within[-1].outer_end >= found[1]:
        return found
    rest = sentence.doc.char_span(within[-1].outer_end, found[1], alignment_mode="contract")
    first = next((t for t in rest if not t.is_punct), None) if rest is not None else None
    if first is None or not (
        first.lower_ in ("during", "on", "after", "before") or first.ent_type_ in TEMPORAL
    ):
        return found
    return found[0], within[-1].outer_end


def _quiet(sentence: Span, start: int, end: int) -> bool:
    """Is there no further cue between two characters of a sentence?"""
    between = sentence.doc.char_span(start, end, alignment_mode="contract")
    return between is None or not any(
        t.tag_[:2] == "VB" and t.lemma_.lower() in reporting_verbs() for t in between
    )


def noun_span(noun: Token, frame: Frame, pieces: Pieces) -> Chars | None:
    """What follows a noun of saying: *that* and a clause, *to* and a verb, or a preposition and its object."""
    for child in noun.rights:
        if frame.word == "that":
            that = next((x for x in child.lefts if x.lower_ == "that" and x.dep_ == "mark"), None)
            if child.dep_ not in ("acl", "ccomp", "relcl") or that is None:
                continue
            start = that.i + 1
        elif frame.word == "to":
            if child.dep_ not in ("acl", "xcomp") or not any(x.tag_ == "TO" for x in child.lefts):
                continue
            start = child.left_edge.i
        elif child.dep_ == "prep" and child.lower_ == frame.word:
            start = child.i + 1
        else:
            continue
        extent = span(start, child.right_edge.i, noun.sent, pieces)
        if extent is not None and not (frame.marked and not pieces.within(*extent)):
            return extent
    return None
