"""Where what is said ends: before a looser remark of the writer's, or the next act of saying."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tellings.annotation.grammar import FINITE
from tellings.annotation.speech.cues import reporting_verbs
from tellings.annotation.speech.model import Pieces
from tellings.annotation.speech.syntax import coordinated_report, own_subject

_BREAKS = frozenset({",", "—", "–", "--"})
_DASHES = frozenset({"—", "–", "--"})
_RELATIVE = frozenset({"who", "which", "whose", "whom"})
_REASONS = frozenset({"because", "if", "unless", "until", "so"})
_WITHIN = frozenset({"relcl", "acl", "advcl", "csubj", "pcomp"})
"""How a report hangs on a sentence that goes on without it."""

_BESIDE = frozenset({"cite", "decline", "refuse"})
"""What a speaker does beside saying: ", citing the cost", ", declining to be named"."""

_SILENT = frozenset({"refuse", "decline"})
_CONTRASTS = frozenset({"while", "whereas", "although", "though"})
_MARKS = frozenset("“„«‟‘`\"',:")


def cut(verb: Token, start: int, end: int, pieces: Pieces) -> int:
    """The last token before a looser remark or the next act of saying, `end` where there is none."""
    doc = verb.doc
    for i in range(start, end):
        token = doc[i]
        if pieces.at(token.idx) is not None:
            continue
        if token.text in _BREAKS and _leaves(doc[i + 1], pieces):
            return i - 1
        if token.lower_ in ("and", "but") and (
            _next_report(token, end, verb) or _behind_marks(token, verb, pieces)
        ):
            return i - 1
    return end


def clause_end(verb: Token, head: Token, sentence: Span, pieces: Pieces) -> int:
    """The clause's last token: where the parse ends it, later where it broke off, earlier at a looser remark."""
    doc = verb.doc
    end = head.right_edge.i
    shorter = cut(verb, head.i + 1, end, pieces)
    if shorter < end:
        return shorter
    while end + 1 < sentence.end:
        following = doc[end + 1]
        if following.text == "-" and not (doc[end].whitespace_ or following.whitespace_):
            end = cut(
                verb, end + 1, max(end + 1, following.nbor(1).right_edge.i), pieces
            )  # will re-open the mill
            continue
        if following.is_punct and following.text not in (",", ";", ":", "-", "–", "—", "--"):
            break
        more = doc[end + 2] if following.is_punct and end + 2 < sentence.end else following
        if more.dep_ == "cc" and more.i + 1 < sentence.end:
            more = more.nbor(1)
        top = more
        while top.head.i > end and top.head.i != top.i and top.head.i < sentence.end:
            top = top.head
        if not _goes_on(top, verb):
            break
        end = max(end + 1, top.right_edge.i)
    return _to_the_end(verb, head, end, sentence, pieces)


def _to_the_end(verb: Token, head: Token, end: int, sentence: Span, pieces: Pieces) -> int:
    """The end of the sentence where what follows can only go on with what is said, whatever the parse hangs it on."""
    doc, at = verb.doc, end + 1
    piece = pieces.at(doc[end].idx)
    if piece is not None and (piece.start <= head.left_edge.idx or pieces.text[piece.end - 1] in ",.?!"):
        return end
    while piece is not None and at < sentence.end and doc[at].idx < piece.outer_end:
        at += 1
    if verb.dep_ in _WITHIN or at >= sentence.end:
        return end
    if doc[at].text == ":":
        rest = doc[at + 1 : sentence.end]
        more = any(t.tag_ in FINITE for t in rest) and not any(
            t.lemma_.lower() in reporting_verbs() for t in rest
        )
        return sentence.end - 1 if more else end
    if doc[at].text == ",":
        at += 1
    if at + 1 >= sentence.end or pieces.at(doc[at].idx) is not None or not _more(doc[at]):
        return end
    return max(end, cut(verb, at, sentence.end - 1, pieces))


def _more(token: Token) -> bool:
    """Does a reason, a condition, or a second part without a subject and tense of its own begin here?

    "..., so thousands fled", "in case it rains", "... and let them know", "..., but could not go"; not "... and left".
    """
    following = token.nbor(1)
    if token.lower_ == "in":
        return following.lower_ == "case"
    if token.lower_ in ("and", "or", "but", "nor"):
        prepositional = token.lower_ == "and" and following.tag_ == "IN" and following.dep_ == "prep"
        return following.tag_ in ("MD", "VB", "TO") or prepositional
    return token.lower_ in _REASONS


def _next_report(conjunction: Token, end: int, verb: Token) -> bool:
    """Does the speaker's next act of saying begin here: "... and warned that ..."?"""
    doc = conjunction.doc
    if doc[conjunction.i - 1].text == "," and _named_report(doc[conjunction.i + 1], end):
        return True
    for i in range(conjunction.i + 1, min(conjunction.i + 4, end)):
        token = doc[i]
        if token.tag_[:2] == "VB":
            outer = coordinated_report(token) if token.lemma_.lower() in reporting_verbs() else None
            return outer is not None and outer.i == verb.i
    return False


def _behind_marks(conjunction: Token, verb: Token, pieces: Pieces) -> bool:
    """As in "said it was a “con” and encouraged voters to look": the next act, whatever the parse joins it to."""
    following = conjunction.nbor(1)
    marked = pieces.at(conjunction.nbor(-1).idx) is not None
    alike = following.tag_ == verb.tag_ or {following.tag_, verb.tag_} <= {"VBD", "VBN"}
    return marked and alike and verb.tag_ != "VBG" and reports_more(following)


def _named_report(token: Token, end: int) -> bool:
    """Does another speaker's report begin here: "..., and Smith last year called for ..."?"""
    if token.pos_ != "PROPN":
        return False
    at = token
    while at.dep_ in ("compound", "nmod") and at.head.i > at.i:
        at = at.head
    return (
        at.dep_ == "nsubj"
        and at.head.i < end
        and at.head.tag_ in FINITE
        and at.head.lemma_.lower() in reporting_verbs()
    )


def _leaves(token: Token, pieces: Pieces) -> bool:
    """Does a looser remark begin here: ", which ...", ", adding ..."?"""
    if token.lower_ in _RELATIVE:
        verb = token.head
        return verb.tag_ in FINITE and verb.lemma_.lower() in reporting_verbs() and reports_more(verb)
    if token.nbor(-1).text in _DASHES:
        return _dash_report(token)
    if token.lower_ == "with":
        return _with_report(token)
    if token.lower_ in _CONTRASTS:
        return _contrasts(token)
    return token.tag_ == "VBG" and pieces.at(token.idx) is None and reports_more(token)


def _contrasts(token: Token) -> bool:
    """As in "while Smith warned ..." and "although he refused to say": somebody's next act of saying, or silence."""
    other = token.head
    if own_subject(other) is None:
        return False
    verbs = [other, *(c for c in other.rights if c.dep_ == "xcomp")]
    return other.lemma_ in _SILENT or any(reports_more(verb) for verb in verbs)


def reports_more(verb: Token) -> bool:
    """Does a participle report by itself: ", adding that ...", ", calling it ..."; not ", allowing people to see"?"""
    entry = reporting_verbs().get(verb.lemma_.lower())
    if entry is None:
        return verb.lemma_.lower() in _BESIDE
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if following is not None and set(following.text) <= _MARKS:
        return True
    if entry.clause == "marked":
        return False
    if entry.clause == "yes" and any(c.dep_ in ("ccomp", "xcomp") or c.lower_ == "that" for c in verb.rights):
        return True
    return any(_has(verb, frame.object, frame.word) for frame in entry.frames)


def _has(verb: Token, thing: bool, word: str) -> bool:
    """Does the verb have an object, and what a frame asks for beside it?"""
    deps = {c.dep_ for c in verb.rights}
    if thing and not deps & {"dobj", "dative", "nsubj", "ccomp", "oprd"}:
        return False
    return not word or word in ("to", "=") or any(c.lower_ == word for c in verb.rights)


def _dash_report(token: Token) -> bool:
    """As in "— a strategy it said was ...": a remark behind a dash that somebody else may be said to make."""
    for i in range(token.i, min(token.i + 8, len(token.doc))):
        following = token.doc[i]
        if following.is_punct:
            return False
        if following.tag_ in FINITE and following.lemma_.lower() in reporting_verbs():
            return own_subject(following) is not None
    return False


def _with_report(token: Token) -> bool:
    """As in ", with a source telling ...": the next report, whatever the parse makes of it."""
    for i in range(token.i + 1, min(token.i + 10, len(token.doc))):
        following = token.doc[i]
        if following.is_punct:
            return False
        if following.tag_ == "VBG" and following.lemma_.lower() in reporting_verbs():
            return True
    return False


def _goes_on(top: Token, verb: Token) -> bool:
    """Does the clause go on with this token, though the parse attaches it elsewhere: "..., but she knows that ..."?

    Behind a conjunction only with a pronoun, or with a verb in the mood of what is said.
    """
    if top.dep_ != "conj" or top.head.i != verb.i:
        return False
    subject = own_subject(top)
    if subject is None or top.lemma_.lower() in reporting_verbs():
        return False
    joined = any(t.dep_ == "cc" for t in verb.doc[max(subject.left_edge.i - 2, 0) : subject.left_edge.i])
    return not joined or subject.pos_ == "PRON" or any(c.tag_ == "MD" for c in top.lefts)
