"""The speaker by position: the noun next to the verb, where the parse knows no subject or takes a wrong one."""

from __future__ import annotations

from spacy.tokens import Token

from tellings.annotation.grammar import FINITE
from tellings.annotation.reference.epithets import of_age
from tellings.annotation.speech.cues import PARTICLES
from tellings.annotation.speech.marks import Marked
from tellings.annotation.speech.model import Pieces
from tellings.annotation.speech.syntax import is_time, own_subject, quoted_one
from tellings.resources.lexicon import is_person

_SAYING = frozenset("say write add argue explain note insist conclude observe suggest".split())
"""Verbs that take no person's name for their object."""

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
_NOUNS = frozenset({"PROPN", "PRON", "NOUN"})

MAX_CLOSING = 6
"""Words of a title and a name before the verb that closes a sentence."""
MAX_SPEAKER = 200
"""Characters that a speaker may take between the words and the verb."""


def subject(verb: Token, pieces: Pieces) -> Token | None:
    """The speaker by position, for a verb of which the parse knows no subject."""
    if verb.tag_ not in FINITE and verb.tag_[:2] != "NN":
        return None
    noun = noun_before(verb, pieces) or behind_place(verb)
    if noun is None and (verb.i == 0 or verb.is_sent_start):
        noun = _noun_after(verb, pieces)
    return noun


def inverted(verb: Token) -> Token | None:
    """The speaker of an aside in what is said: "The ruling, wrote Justice Alvarado, “turns the law on its head”"."""
    own = own_subject(verb)
    if (
        own is None
        or verb.i < 2
        or own.i > verb.i
        or verb.tag_ not in FINITE
        or verb.lemma_ not in _SAYING
        or verb.doc[verb.i - 1].text != ","
        or "," in {token.text for token in verb.doc[own.i : verb.i - 1]}
    ):
        return None
    name = None
    for i in range(verb.i + 1, min(verb.i + 6, len(verb.doc))):
        if verb.doc[i].pos_ != "PROPN":
            break
        name = verb.doc[i]
    return name


def closing(verb: Token) -> tuple[int, Token] | None:
    """The comma and the name in ", Det. Ana Ruiz said." where the parse has another subject; None where it has that."""
    doc, last = verb.doc, verb.i - 1
    ends = verb.i + 1 >= len(doc) or doc[verb.i + 1].text == "."
    if not ends or verb.lemma_ not in _SAYING or verb.tag_ not in FINITE or doc[last].pos_ != "PROPN":
        return None
    comma = last
    while comma > verb.sent.start and doc[comma].pos_ in _PHRASE and last - comma < MAX_CLOSING:
        comma -= 1
    own = own_subject(verb)
    misled = doc[comma].text == "," and own is not None and own.i < comma
    return (comma, doc[last]) if misled and doc[comma - 1].tag_[:1] != "W" else None


def nearest_subject(verb: Token, pieces: Pieces) -> Token | None:
    """The speaker of "A," X said or "A," said X."""
    said = quoted_one(verb)
    if said is not None:
        return said
    own = own_subject(verb)
    if own is not None and pieces.at(own.idx) is None and own.text[-1:].isalnum():
        return own
    before = noun_before(verb, pieces)
    if before is not None:
        return before
    piece = piece_before(verb, pieces)
    if piece is not None:
        head = None
        for token in _between(piece, verb):
            if head is not None and token.pos_ not in _NOUNS:
                break
            head = token if token.pos_ in _NOUNS else head
        if head is not None:
            return head
    return _noun_after(verb, pieces)


def piece_before(verb: Token, pieces: Pieces) -> Marked | None:
    """A piece that ends in a comma, with only a noun phrase between it and the verb: "A," Smith, a lawyer, said."""
    piece = pieces.last_before(verb.idx)
    if piece is None or verb.idx - piece.outer_end > MAX_SPEAKER or verb.tag_ not in FINITE:
        return None
    if pieces.text[piece.end - 1] not in ",?!" and pieces.text[piece.outer_end : piece.outer_end + 1] != ",":
        return None
    between = _between(piece, verb)
    if not between or any(
        t.text in ".;:" or t.is_space or (t.tag_ in FINITE and t.dep_ != "relcl") for t in between
    ):
        return None
    return piece if between[0].pos_ in ("PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM", "VERB") else None


def _between(piece: Marked, verb: Token) -> list[Token]:
    """The words between a piece and the verb behind it."""
    words, at = [], verb.i - 1
    while at >= 0 and verb.doc[at].idx >= piece.outer_end:
        words.append(verb.doc[at])
        at -= 1
    return words[::-1]


def name_between_commas(verb: Token, role: Token | None) -> Token | None:
    """The name that stands between commas right before the verb, behind a phrase that says what its bearer is.

    "The chairman of the council, Harold Pym, said". Not where the word before is somebody else who may be so called:
    "The mother of the boy, Harold Pym, said".
    """
    doc, at = verb.doc, verb.i - 1
    while at >= 0 and doc[at].pos_ in ("AUX", "ADV"):
        at -= 1
    if at < 2 or doc[at].text != "," or (role is not None and role.pos_ != "NOUN"):
        return None
    last = at - 1
    first = last
    while first > 0 and (doc[first].pos_ == "PROPN" or doc[first].tag_ == "NNP"):
        first -= 1
    if last - first < 2 or doc[first].text != "," or doc[last].ent_type_ not in ("PERSON", ""):
        return None
    before = doc[first - 1]
    if role is None:
        return doc[last] if before.pos_ in ("NOUN", "PROPN") and is_person(before.lower_) else None
    if before.i != role.i and before.pos_ == "NOUN" and is_person(before.lower_):
        return None  # who may bear the name that follows, though somebody else is spoken of
    return doc[last] if role.i < first else None


def name_behind(role: Token) -> Token | None:
    """The name between commas behind a phrase that says what its bearer is: "the bank's head until May, Ana Ruiz,"."""
    doc, comma = role.doc, role.right_edge.i + 1
    if role.pos_ != "NOUN" or comma >= role.sent.end or doc[comma].text != ",":
        return None
    last = comma
    while (
        last + 1 < role.sent.end
        and doc[last + 1].pos_ == "PROPN"
        and doc[last + 1].ent_type_ in ("PERSON", "")
    ):
        last += 1
    closes = last + 1 < role.sent.end and doc[last + 1].text in (",", ".")
    return doc[last] if closes and last - comma > 1 else None


def role_and_name(verb: Token) -> tuple[int, Token] | None:
    """Where "its president, Ana Ruiz, told" begins, and the name, for a verb of which the parse knows no subject."""
    name = name_between_commas(verb, None) if own_subject(verb) is None else None
    if name is None:
        return None
    doc, start = verb.doc, name.i
    while doc[start].text != ",":
        start -= 1
    while start > verb.sent.start and (
        doc[start - 1].pos_ in _PHRASE or doc[start - 1].tag_ in ("PRP$", "POS")
    ):
        start -= 1
    return start, name


def behind_place(verb: Token) -> Token | None:
    """As in "In Leeds, Ana Holm, a cook, said": a person whom the parse takes for the place told in other words."""
    for preposition in verb.lefts:
        for place in preposition.rights if preposition.dep_ == "prep" else ():
            for other in place.rights if place.dep_ == "pobj" and place.ent_type_ in _PLACES else ():
                if other.dep_ == "appos" and other.ent_type_ == "PERSON":
                    return other
    return None


def noun_before(verb: Token, pieces: Pieces) -> Token | None:
    """The noun right before the verb, adverbs and auxiliaries aside."""
    at = verb.i - 1
    while at >= 0 and verb.i - at <= 4 and verb.doc[at].pos_ in ("AUX", "ADV"):
        at -= 1
    if at < 0:
        return None
    token = verb.doc[at]
    return (
        token
        if (token.pos_ in _NOUNS or of_age(token))
        and token.text[-1:].isalnum()
        and pieces.at(token.idx) is None
        else None
    )


def _noun_after(verb: Token, pieces: Pieces) -> Token | None:
    """The last word of the noun phrase right after the verb, as in "said Mary Jones"."""
    doc, last = verb.doc, None
    for i in range(verb.i + 1, min(verb.i + 12, len(doc))):
        token = doc[i]
        if i == verb.i + 1 and token.lower_ in PARTICLES:
            continue  # chimed in her neighbour
        if pieces.at(token.idx) is not None or token.pos_ not in (
            "PROPN",
            "NOUN",
            "PRON",
            "ADJ",
            "DET",
            "NUM",
            "PART",
        ):
            break
        if is_time(token):
            break
        if token.pos_ in _NOUNS:
            last = token
    return last
