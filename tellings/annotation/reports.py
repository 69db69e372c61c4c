"""What a cue says is said: the clause, object or marked words that a reporting verb, noun or phrase brings along."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from tellings.annotation import syntax
from tellings.annotation.article import Article
from tellings.annotation.cues import Cue, Frame, cues, negated, speech_nouns
from tellings.annotation.marks import Marked


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody says something.

    Attributes:
        cue: the cue.
        start, end: what is said, in characters; marks at its edges belong to it.
        speaker: the head word of who says it, None where nobody is named.
        method: the rule.
    """

    cue: Cue
    start: int
    end: int
    speaker: Token | None
    method: str


class Pieces:
    """The marked pieces of an article, found by position."""

    def __init__(self, pieces: Sequence[Marked]) -> None:
        self.all = tuple(pieces)
        self._starts = [p.outer_start for p in pieces]

    def index_at(self, char: int) -> int | None:
        """The index of the piece (its marks counted) that holds the character."""
        i = bisect_right(self._starts, char) - 1
        return i if i >= 0 and char < self.all[i].outer_end else None

    def at(self, char: int) -> Marked | None:
        """The piece (its marks counted) that holds the character."""
        i = self.index_at(char)
        return None if i is None else self.all[i]

    def next_from(self, char: int) -> Marked | None:
        """The first piece that begins at the character or after it."""
        i = bisect_right(self._starts, char - 1)
        return self.all[i] if i < len(self.all) else None

    def last_before(self, char: int) -> Marked | None:
        """The last piece that ends before the character or at it."""
        i = bisect_right(self._starts, char) - 1
        if i >= 0 and self.all[i].outer_end > char:
            i -= 1
        return self.all[i] if i >= 0 else None

    def within(self, start: int, end: int) -> list[Marked]:
        """The pieces that stand wholly in a span (their marks may stick out)."""
        i = bisect_right(self._starts, start - 2)
        found = []
        while i < len(self.all) and self.all[i].start < end:
            if self.all[i].start >= start and self.all[i].end <= end:
                found.append(self.all[i])
            i += 1
        return found


def reports(article: Article, pieces: Pieces) -> Iterator[Report]:
    """What is reported in an article, cue by cue. Cues within marked pieces are somebody else's words and left out."""
    for sentence in article.annotated_sentences:
        for cue in cues(sentence):
            if pieces.at(cue.start) is None:
                yield from _report(cue, sentence, pieces)


def _report(cue: Cue, sentence: Span, pieces: Pieces) -> Iterator[Report]:
    if cue.kind == "verb":
        found = _of_verb(cue, sentence, pieces)
    elif cue.kind == "noun":
        found = _of_noun(cue, pieces)
    else:
        found = _according(cue, sentence, pieces)
    if found is not None:
        yield found


def _char_end(token: Token) -> int:
    return token.idx + len(token)


def _span(tokens_from: int, tokens_to: int, sentence: Span, pieces: Pieces) -> tuple[int, int] | None:
    """Tokens (both counted) as characters, without punctuation at the edges, grown over pieces that they cut."""
    doc = sentence.doc
    start, end = max(tokens_from, sentence.start), min(tokens_to, sentence.end - 1)
    while start <= end and (
        doc[start].is_space or (doc[start].is_punct and pieces.at(doc[start].idx) is None)
    ):
        start += 1
    while end >= start and (doc[end].is_space or (doc[end].is_punct and pieces.at(doc[end].idx) is None)):
        end -= 1
    if start > end:
        return None
    left, right = doc[start].idx, _char_end(doc[end])
    first, last = pieces.at(left), pieces.at(right - 1)
    return (first.outer_start if first else left), (last.outer_end if last else right)


def _of_verb(cue: Cue, sentence: Span, pieces: Pieces) -> Report | None:
    verb, entry = cue.token, cue.entry
    assert entry is not None
    if negated(verb):
        return None
    speaker = syntax.subject(verb)
    clause = next((c for c in syntax.complements(verb) if c.dep_ == "ccomp"), None)
    if clause is None:
        clause = next(
            (
                c
                for c in syntax.complements(verb)
                if c.dep_ == "xcomp" and c.pos_ in ("VERB", "AUX") and _finite(c)
            ),
            None,
        )
    if clause is not None and entry.clause != "-":
        start = max(clause.left_edge.i, verb.i + 1)
        doc = verb.doc
        if doc[start].lower_ == "that" and doc[start].dep_ == "mark":
            start += 1
        span = _span(start, clause.right_edge.i, sentence, pieces)
        if span and (entry.clause == "yes" or pieces.within(*span)):
            return Report(cue, *span, speaker, "clause")
    direct = _direct_after(cue, sentence, pieces)
    if direct is not None:
        return Report(cue, direct.outer_start, direct.outer_end, speaker, "marked after cue")
    before = _before(cue, sentence, pieces)
    if before is not None:
        return before
    for frame in entry.frames:
        span = _of_frame(verb, frame, sentence, pieces)
        if span is not None:
            return Report(cue, *span, speaker, "object")
    return None


def _finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBP", "VBZ", "MD") or any(
        c.tag_ in ("VBD", "VBP", "VBZ", "MD") for c in token.lefts
    )


def _direct_after(cue: Cue, sentence: Span, pieces: Pieces) -> Marked | None:
    """A marked piece that follows the cue after at most a short adjunct and a comma, colon or *that*."""
    piece = pieces.next_from(cue.end)
    if piece is None or piece.outer_start >= sentence.end_char + 3:
        return None
    between = sentence.doc.text[cue.end : piece.outer_start]
    if "\n" in between or len(between) > 120:
        return None
    stripped = between.strip()
    if stripped in ("", ",", ":", "that", "—", "–"):
        return piece
    if stripped[-1:] in ",:" and cue.entry is not None and cue.entry.clause != "-":
        return piece
    return None


def _before(cue: Cue, sentence: Span, pieces: Pieces) -> Report | None:
    """Words before "X said" or "said X": marked ones, or the sentence so far."""
    verb, entry = cue.token, cue.entry
    assert entry is not None
    if entry.clause == "-":
        return None
    doc = verb.doc
    start = syntax.group_start(verb)
    speaker = syntax.own_subject(verb)
    if speaker is not None and speaker.i > verb.i:
        start = verb.i
    at = start - 1
    while at >= 0 and doc[at].is_space:
        at -= 1
    if at < 0:
        return None
    token = doc[at]
    piece = pieces.at(token.idx)
    if piece is None and token.text in (",", "—", "–", "-") and at > 0:
        piece = pieces.at(doc[at - 1].idx)
    if piece is not None and "\n" not in doc.text[piece.outer_end : doc[start].idx]:
        if speaker is None:
            speaker = _inverted(verb, pieces) or syntax.subject(verb)
        return Report(cue, piece.outer_start, piece.outer_end, speaker, "marked before cue")
    if token.text in (",", "—", "–") and token.i > sentence.start and entry.clause == "yes":
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
        if clause is None and verb.dep_ != "parataxis":
            return None
        span = _span(sentence.start, at - 1, sentence, pieces)
        if span is not None:
            return Report(cue, *span, speaker or syntax.subject(verb), "sentence before cue")
    return None


def _inverted(verb: Token, pieces: Pieces) -> Token | None:
    """The noun after the verb in "said X", where the parse did not see a subject."""
    for child in verb.rights:
        if child.dep_ in ("dobj", "attr", "oprd", "npadvmod", "dep", "appos", "nsubj") and child.pos_ in (
            "PROPN",
            "PRON",
            "NOUN",
        ):
            return child if pieces.at(child.idx) is None else None
    return None


def _of_frame(verb: Token, frame: Frame, sentence: Span, pieces: Pieces) -> tuple[int, int] | None:
    """The complements that a frame asks for, as one span of characters."""
    after = [c for c in syntax.complements(verb) if pieces.at(c.idx) is None or frame.object or frame.word]
    objects = [c for c in after if c.dep_ in ("dobj", "dative", "nsubj", "ccomp", "oprd") and c.i > verb.i]
    if frame.word == "to":
        extra = [c for c in after if c.dep_ in ("xcomp", "ccomp") and any(x.tag_ == "TO" for x in c.lefts)]
    else:
        extra = [c for c in after if c.dep_ in ("prep", "prt") and c.lower_ == frame.word]
    if frame.object and not objects:
        return None
    if frame.word and not extra:
        if not frame.object or frame.word == "to":
            return None
        inner = [c for o in objects for c in o.rights if c.dep_ == "prep" and c.lower_ == frame.word]
        if not inner:
            return None
    if frame.object:
        first = min(o.left_edge.i for o in objects)
    elif frame.word == "to":
        first = extra[0].left_edge.i
    else:
        first = extra[0].i + 1
    chosen = [*(objects if frame.object else []), *extra]
    last = max(c.right_edge.i for c in chosen)
    span = _span(first, last, sentence, pieces)
    if span is None or (frame.marked and not pieces.within(*span)):
        return None
    return span


def _of_noun(cue: Cue, pieces: Pieces) -> Report | None:
    noun = cue.token
    for frame in speech_nouns()[noun.lemma_.lower()]:
        for child in noun.rights:
            if frame.word == "that":
                if child.dep_ not in ("acl", "ccomp", "relcl") or not any(
                    x.lower_ == "that" and x.dep_ == "mark" for x in child.lefts
                ):
                    continue
                start = next(x.i for x in child.lefts if x.lower_ == "that") + 1
            elif frame.word == "to":
                if child.dep_ not in ("acl", "xcomp") or not any(x.tag_ == "TO" for x in child.lefts):
                    continue
                start = child.left_edge.i
            elif child.dep_ == "prep" and child.lower_ == frame.word:
                start = child.i + 1
            else:
                continue
            span = _span(start, child.right_edge.i, noun.sent, pieces)
            if span is not None and not (frame.marked and not pieces.within(*span)):
                return Report(cue, *span, _owner(noun), "noun")
    return None


def _owner(noun: Token) -> Token | None:
    for child in noun.lefts:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            for name in child.rights:
                if name.dep_ == "pobj":
                    return name
    return None


def _according(cue: Cue, sentence: Span, pieces: Pieces) -> Report | None:
    """ "According to X, A" and "A, according to X"."""
    doc = sentence.doc
    to = cue.token.nbor(1)
    noun = next((c for c in [*to.rights, *cue.token.rights] if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    before = cue.token.i - 1
    opening = before < sentence.start or all(
        t.is_punct or t.is_space for t in doc[sentence.start : cue.token.i]
    )
    if opening:
        right = noun.right_edge.i
        while right < sentence.end - 1 and doc[right].text != ",":
            right += 1
        span = _span(right + 1, sentence.end - 1, sentence, pieces)
    else:
        span = _span(sentence.start, before, sentence, pieces)
    return Report(cue, *span, noun, "according to") if span else None
