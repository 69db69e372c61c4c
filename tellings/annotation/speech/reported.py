"""What a cue says is said: the clause, object or marked words that a reporting verb, noun or phrase brings along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from spacy.tokens import Span, Token

from tellings.annotation.article import Article
from tellings.annotation.grammar import FINITE, VERBAL
from tellings.annotation.speech import extent, nearby, surface, syntax
from tellings.annotation.speech.cues import PLACED, Cue, Frame, cues, denied, speech_nouns
from tellings.annotation.speech.marks import Marked
from tellings.annotation.speech.model import Chars, Pieces, Report, Rule
from tellings.annotation.speech.speakers import HIDES
from tellings.resources import lexicon

_OPENERS = syntax.RELATIVES | {"and", "but"}
"""Words that open what an aside stands in: "which, according to X, ...", "and, according to X, ..."."""

_LINKING = frozenset("but and yet however so still also meanwhile".split())
"""Words that may open a sentence before "according to X"."""

_REPLIES = frozenset({"reply", "answer", "response", "cry", "shout", "retort"})
"""What comes back without anybody: “Yes,” came the reply."""

_UNOWNED = frozenset({"report", "revelation"})
"""Nouns that say nothing of anybody's words where nobody is named with them."""

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NOBODY = frozenset("nobody none no-one".split())
_PEOPLE = frozenset("people everyone everybody they some many".split())
_SELF = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_SUMS = frozenset({"MONEY", "QUANTITY", "PERCENT", "CARDINAL"})
_HEARINGS = frozenset(
    "court courts tribunal inquest inquiry enquiry hearing trial jury jurors committee".split()
)
"""Those before whom something is said: “…,” the court heard."""

_ASKING = frozenset({"ask", "request", "order", "move"})
_TELLING = frozenset({"express", "voice", "report", "predict", "forecast", "deny", "demand"})
"""Verbs whose object says what is told or asked: concern, doubts; earnings; slower growth; an apology."""
_GOING_ON = frozenset({"continue", "go", "begin", "start", "come"})
"""Verbs behind which an infinitive tells what is done: continued to call for calm."""

_OF_GROUPS = frozenset({"most", "many", "some", "all", "number", "majority", "several"})
_LEAST = 2
"""Words without marks that an object must have: who announced plans has told nothing."""

_HELP = frozenset({"ambulance", "police", "taxi", "cab", "lifeboat", "helicopter"})
"""What is called for to come, besides persons."""

MAX_CUES = 60
"""Cues looked at in a sentence; with more it is none, but a list or a text without stops."""

MAX_GAP = 160
"""Characters that may stand between a cue and the marked words that it introduces."""


def reports(article: Article, pieces: Pieces) -> Iterator[Report]:
    """What is reported in an article, cue by cue; cues within marked pieces are somebody else's words and left out."""
    for sentence in article.annotated_sentences:
        last: Token | None = None
        for cue in islice(cues(sentence), MAX_CUES):
            if pieces.at(cue.start) is not None:
                continue
            report = _report(cue, sentence, pieces)
            if report is None:
                continue
            if report.speaker is not None and pieces.at(report.speaker.idx) is not None:
                report = replace(report, speaker=last)  # a word of what is said, taken for the subject
            last = report.speaker or last
            yield report


def _report(cue: Cue, sentence: Span, pieces: Pieces) -> Report | None:
    if cue.kind == "verb":
        return None if denied(cue.token) else _of_verb(cue, sentence, pieces)
    if cue.kind == "noun":
        return _of_noun(cue, pieces)
    if cue.kind == "words":
        owner = syntax.owner(cue.token)
        return (
            None
            if owner is None
            else _beside(cue, cue.token.head, owner, sentence=sentence, pieces=pieces, method="in words")
        )
    noun = next((c for c in [*cue.token.nbor(1).rights, *cue.token.rights] if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    name = nearby.name_behind(noun)
    return _beside(
        cue,
        cue.token,
        name or noun,
        sentence=sentence,
        pieces=pieces,
        method="according to",
        named=name is not None,
    )


def _of_verb(cue: Cue, sentence: Span, pieces: Pieces) -> Report | None:
    verb, entry = cue.token, cue.entry
    if entry is PLACED:
        return _placed(cue, sentence, pieces)
    if entry is None:
        return None
    if _bare_participle(verb) and syntax.agent(verb) is None and not _behind_piece(verb, pieces):
        return None
    signed = surface.signed(verb, sentence, pieces) if entry.clause != "-" else None
    if signed is not None:
        return Report(cue, (signed[0],), signed[1], "sentence before cue")
    inverted = nearby.inverted(verb)
    speaker = inverted or syntax.subject(verb)
    if speaker is None or not speaker.text[-1:].isalnum() or pieces.at(speaker.idx) is not None:
        speaker = nearby.subject(verb, pieces) or speaker
    speaker = nearby.name_between_commas(verb, speaker) or speaker
    if speaker is not None and speaker.lower_ in _NOBODY:
        return None
    clause = extent.clause(verb)
    if entry.clause == "findings":
        if (
            speaker is None
            or speaker.ent_type_ == "PERSON"
            or (speaker.pos_ == "PRON" and speaker.lower_ != "they")
            or (clause is not None and not syntax.finite(clause))
        ):
            return None
        entry = replace(entry, clause="yes")
    if entry.clause == "experts":
        if speaker is None or not _judges(speaker):
            return None
        entry = replace(entry, clause="yes")
    if clause is not None and _asked_for(verb, clause) and not pieces.touching(clause.idx, clause.idx + 1):
        return None
    own = syntax.own_subject(verb)
    hearing = own if own is not None and own.lower_ in _HEARINGS else None
    if entry.clause == "hearings":
        if hearing is None:
            return None
        speaker, entry = hearing, replace(entry, clause="yes")
    elif speaker is None and verb.lemma_ == "tell":
        speaker = hearing  # the court was told
    if syntax.passive(verb) and syntax.agent(verb) is not None:
        said = extent.passive_span(verb, [f.word for f in entry.frames if f.object], sentence, pieces)
        if said is not None:
            return Report(cue, (said,), speaker, "passive")
    as_told = surface.as_told(verb, sentence, pieces) if clause is None else None
    if as_told is not None:
        return Report(cue, (as_told,), speaker, "as told")
    if entry.clause != "-":
        spans = surface.around(syntax.quoting(verb) or verb, sentence, pieces, clause)
        if spans is not None:
            named = nearby.role_and_name(verb)
            nearest = named[1] if named else nearby.nearest_subject(syntax.quoting(verb) or verb, pieces)
            role = nearest if nearest is not None and nearest.i < verb.i else None
            who = inverted or (role and nearby.name_between_commas(verb, role)) or nearest or speaker
            return Report(cue, spans.parts, who, spans.method)
    if clause is not None and entry.clause != "-":
        span = extent.clause_span(verb, clause, sentence, pieces)
        if span and (entry.clause == "yes" or pieces.within(*span)):
            return Report(cue, (span,), speaker, "clause")
    piece = _marked_after(cue, sentence, pieces)
    if piece is not None:
        return Report(cue, ((piece.outer_start, piece.outer_end),), speaker, "marked after cue")
    for frame in entry.frames:
        span = extent.frame_span(verb, frame, sentence, pieces)
        if span is None or (speaker is None and not pieces.touching(*span)):
            continue
        if _tells(span, frame, verb, sentence, pieces):
            return Report(cue, (span,), speaker, "object")
    span = extent.rest_span(verb, sentence, pieces) if speaker is not None else None
    return Report(cue, (span,), speaker, "rest of the sentence") if span is not None else None


def _judges(speaker: Token) -> bool:
    """Does somebody judge by trade: analysts, the police, the forecasters?"""
    if any(child.lower_ in ("few", "no") for child in speaker.lefts):
        return False
    heads = (speaker, *speaker.rights) if speaker.lower_ in _OF_GROUPS else (speaker,)
    return any(token.lemma_.lower() in lexicon.words("judging_nouns") for token in heads)


def _asked_for(verb: Token, clause: Token) -> bool:
    """As in "requested that the court adjourn": an act is asked for, nothing is told."""
    that = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)
    return verb.lemma_ in _ASKING and that and not syntax.finite(clause)


def _is_no_word(words: Span, verb: Token) -> bool:
    """Is money what is demanded, or does somebody call himself so: "a gang calling itself Nightjar demands $7m"?"""
    sum_ = verb.lemma_ == "demand" and any(token.ent_type_ == "MONEY" for token in words)
    return sum_ or (words[0].lower_ in _SELF and verb.lemma_ in ("call", "name"))


def _tells(span: Chars, frame: Frame, verb: Token, sentence: Span, pieces: Pieces) -> bool:
    """Is an object without marks what somebody says? Not a sum that is promised, nor what people call a thing.

    Neither is what nobody has said yet ("to call for", "will confirm"), nor an act: a review that is announced; nor
    that somebody asks not to be named.
    """
    if HIDES.search(sentence.doc.text[verb.idx : span[1]]):
        return False
    if pieces.touching(*span):
        return True
    if any(c.tag_ in ("MD", "TO") for c in verb.lefts) and verb.head.lemma_ not in _GOING_ON:
        return False
    if not frame.object:
        return not _summons(verb, span, sentence)
    if frame.word == "at":
        return _put_at(span, sentence)
    if frame.word == "=" and verb.i and verb.nbor(-1).lower_ in _PEOPLE:
        return False
    words = sentence.doc.char_span(*span, alignment_mode="expand")
    if words is None or words[0].ent_type_ == "MONEY" or len(words) < _LEAST or _is_no_word(words, verb):
        return words is None
    if frame.new and _known(words):
        return False
    if not frame.word and verb.lemma_ not in _TELLING and not _has_content(words):
        return False
    return not all(t.ent_type_ in _SUMS or t.pos_ in ("NUM", "SYM", "ADJ", "DET") for t in words)


def _put_at(span: Chars, sentence: Span) -> bool:
    """As in "put the figure at 40,000", "estimated losses at a tenth": not "put the cup at the edge"."""
    words = sentence.doc.char_span(*span, alignment_mode="expand")
    at = next((t for t in words or () if t.lower_ == "at"), None)
    return at is not None and any(t.like_num or t.ent_type_ in _SUMS for t in sentence.doc[at.i : at.i + 6])


def _has_content(words: Span) -> bool:
    """Does a noun phrase say something of its own: plans to close, closing the road, the arrest of a man who fled?"""
    return words.root.tag_ == "VBG" or any(
        t.ent_type_ in ("MONEY", "PERCENT")
        or (t.dep_ in ("acl", "relcl", "ccomp", "pcomp", "advcl", "xcomp") and t.pos_ in VERBAL)
        for t in words
    )


def _summons(verb: Token, span: Chars, sentence: Span) -> bool:
    """As in "called for the trainer": somebody is to come; "called for a new leader" is a demand."""
    words = sentence.doc.char_span(*span, alignment_mode="expand")
    if words is None or len(words) > _LEAST or words[0].lower_ not in ("a", "an", "the"):
        return False
    noun = words[-1].lemma_.lower()
    return verb.lemma_ == "call" and (lexicon.is_person(noun) or noun in _HELP)


def _known(words: Span) -> bool:
    """As in "who proposed the talks": a thing that was told of before, and nothing of what it is to be."""
    of = any(child.lower_ == "of" or child.dep_ == "acl" for child in words.root.rights)
    return (words[0].lower_ in _DEFINITE or words[0].tag_ == "PRP$") and not of


def _placed(cue: Cue, sentence: Span, pieces: Pieces) -> Report | None:
    """As in “If you think,” she began: words in marks that open a sentence, and any verb with somebody who does it."""
    spans = surface.around(cue.token, sentence, pieces, None)
    if spans is None or spans.method != "marked before cue":
        return None
    verb = cue.token
    said = sentence.doc.char_span(*spans.parts[0], alignment_mode="contract")
    if said is None:
        return None
    who = nearby.nearest_subject(verb, pieces)
    if who is None or who.lemma_ in _REPLIES:
        who = None
    whole = any(token.tag_ in FINITE for token in said)
    if not whole and (who is None or (who.i < verb.i and _acts(verb, who, pieces))):
        return None  # a title
    return Report(cue, spans.parts, who, "marked before verb")


def _acts(verb: Token, who: Token, pieces: Pieces) -> bool:
    """Has the verb an object or complement other than its speaker: “The Long Salt,” Smith wrote it?"""
    return any(
        child.dep_ in ("dobj", "ccomp", "xcomp", "attr", "acomp", "prep")
        and child.i > verb.i
        and not child.left_edge.i <= who.i <= child.right_edge.i
        and pieces.at(child.idx) is None
        for child in verb.children
    )


def _behind_piece(verb: Token, pieces: Pieces) -> bool:
    """Does the verb stand right behind marked words that end in a comma: “…,” recalled farmer Ahmed Ali?"""
    piece = pieces.last_before(verb.idx)
    if piece is None or pieces.text[piece.outer_end : verb.idx].strip(" ,"):
        return False
    return "," in (pieces.text[piece.end - 1], pieces.text[piece.outer_end : piece.outer_end + 1])


def _bare_participle(verb: Token) -> bool:
    """As in "a film called “Dunkirk”", "Asked whether he would go, Smith left": nobody is the subject."""
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "amod", "advcl"):
        return False
    return not any(child.dep_ in ("aux", "auxpass", "nsubj") for child in verb.lefts)


def _marked_after(cue: Cue, sentence: Span, pieces: Pieces) -> Marked | None:
    """A marked piece that follows the cue, at once or after an adjunct that ends in a comma or colon."""
    piece = pieces.next_from(cue.end)
    if piece is None or piece.outer_start >= sentence.end_char + 3:
        return None
    between = pieces.text[cue.end : piece.outer_start]
    if "\n" in between or len(between) > MAX_GAP:
        return None
    stripped = between.strip()
    if stripped in ("", ",", ":", "that", "—", "–"):
        return piece
    if stripped[-1:] in ",:" and cue.entry is not None and cue.entry.clause != "-":
        return piece
    return None


def _of_noun(cue: Cue, pieces: Pieces) -> Report | None:
    noun = cue.token
    owner = syntax.owner(noun)
    if owner is None and noun.lemma_.lower() in _UNOWNED:
        return None
    for frame in speech_nouns()[noun.lemma_.lower()]:
        span = extent.noun_span(noun, frame, pieces)
        if span is not None:
            return Report(cue, (span,), owner, "noun")
    return None


def _beside(
    cue: Cue, opens: Token, noun: Token, sentence: Span, pieces: Pieces, method: Rule, named: bool = False
) -> Report | None:
    """As in "According to X, A", "A, according to X" and "In X's words, A"; `named`: X is a name behind its role."""
    doc = sentence.doc
    before = opens.i - 1
    opener = before - (doc[before].text == ",")
    aside = before > sentence.start and doc[opener].lower_ in _OPENERS
    if (
        aside
        or before < sentence.start
        or all(t.is_punct or t.is_space or t.lower_ in _LINKING for t in doc[sentence.start : opens.i])
    ):
        right = max(noun.i if named else noun.right_edge.i, cue.token.i)
        right = next((i for i in range(right, sentence.end - 1) if doc[i].text == ","), right)
        span = extent.span(right + 1, sentence.end - 1, sentence, pieces)
    else:
        span = extent.span(sentence.start, before, sentence, pieces)
    return Report(cue, (span,), noun, method) if span else None
