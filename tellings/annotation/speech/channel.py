"""Through whom or what words came: told *AFP*, wrote *on X*, said *in a statement*."""

from __future__ import annotations

from spacy.tokens import Token

from tellings.annotation.speech.cues import Cue
from tellings.annotation.speech.model import Pieces
from tellings.resources.lexicon import groups

_ADDRESSED = frozenset({"tell", "inform", "assure"})
_PRESS = groups("things")["press"]
_CHANNELS = groups("things")["channels"]
_BY = frozenset({"on", "in", "via", "through", "to", "at", "with"})


def via_of(cue: Cue, pieces: Pieces) -> str | None:
    """The medium or addressee of the press that a cue names, as printed; None where there is none."""
    verb = cue.token
    if cue.kind != "verb":
        return None
    for child in verb.rights:
        if pieces.at(child.idx) is not None:
            continue
        if child.dep_ in ("dobj", "dative") and verb.lemma_ in _ADDRESSED:
            if (
                child.lower_ in _PRESS
                or child.ent_type_ in ("ORG", "WORK_OF_ART")
                or (child.is_upper and len(child) > 1)
            ):
                return _phrase(child)
        elif child.dep_ == "prep" and child.lower_ in _BY:
            for noun in child.rights:
                if noun.dep_ == "pobj" and (noun.lower_ in _CHANNELS or noun.lemma_.lower() in _CHANNELS):
                    return _phrase(noun, child)
    return None


def _phrase(noun: Token, preposition: Token | None = None) -> str:
    doc = noun.doc
    start = preposition.i if preposition is not None else noun.left_edge.i
    end = noun.i + 1
    return "".join(token.text_with_ws for token in doc[start:end]).strip()
