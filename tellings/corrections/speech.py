"""Corrections of quotations: attribute, rekind, respan."""

from __future__ import annotations

from typing import Any

import numpy as np

from tellings.corrections.lines import Correction
from tellings.corrections.relocating import GoneError
from tellings.corrections.state import NOBODY, Effect, State, method, nothing
from tellings.corrections.targets import Span, Speaker, Speakers, expect
from tellings.corrections.voices import Said
from tellings.corrections.words import NOBODY as NOBODY_KNOWN
from tellings.schema import SPEECH_KINDS

_NO_SPEAKER = dict.fromkeys(("speaker", "speaker_start", "speaker_end"))
_NO_CUE = dict.fromkeys(("cue", "cue_start", "cue_end", "via"))


def attribute(state: State, line: Correction) -> Effect:
    """Somebody else said it, several did, or nobody known.

    A speaker without a place in print stands where the quotation's one speaker is printed, else at the entity's
    nearest mention in the article; where there is none the quotation has a speaker that is not printed. Several
    without a place are what the printed phrase stands for ("The two sides"), which stays.
    """
    row, wanted = state.quotation(expect(line.target, Span)), expect(line.value, Speakers)
    several = [one for one in wanted.speakers if one.who is not None or one.at is not None]
    speakers = several if len(wanted.speakers) > 1 else list(wanted.speakers)
    codes = [state.someone(one.who) for one in speakers]
    printed = state.voices.of(row)
    places: list[Said] = []
    for one, code in zip(speakers, codes, strict=True):
        said = _said(state, row, one, code, printed if len(codes) == 1 else [])
        if said is not None and (said.start, said.end) not in {(g.start, g.end) for g in places}:
            places.append(said)
    if len(codes) > 1 and len(places) < len(codes):
        return nothing(
            "of several speakers each must stand somewhere in the article, and not two in one place"
        )
    alone = codes[0] if len(codes) == 1 else NOBODY
    columns: dict[str, Any] = {"anonymous": wanted.anonymous}
    if len(codes) < 2 or any(one.at is not None for one in speakers):
        columns |= _speaker(places)
    before = {(one.start, one.end, one.code) for one in printed}
    same = before == {(one.start, one.end, one.code) for one in places} and state.voices.speaker[row] == alone
    if same and _now(state, row, "anonymous") == wanted.anonymous:
        return nothing("it has this speaker already")
    said_before = _names(state, [one.code for one in printed])
    state.touched.update(codes)
    state.voices.give(row, alone, places, state.number)
    return _changed(state, row, columns, said_before, _names(state, codes))


def rekind(state: State, line: Correction) -> Effect:
    """A quotation is of another kind. What nobody is said to say (`scare`, `heading`) has no speaker and no cue."""
    row, kind = state.quotation(expect(line.target, Span)), expect(line.value, str)
    before = str(_now(state, row, "kind"))
    if before == kind:
        return nothing("it is of this kind already")
    columns: dict[str, Any] = {"kind": kind}
    if kind not in SPEECH_KINDS:
        columns |= {**_NO_SPEAKER, **_NO_CUE, "anonymous": False}
        state.voices.give(row, NOBODY, [], state.number)
    return _changed(state, row, columns, before, kind)


def respan(state: State, line: Correction) -> Effect:
    """A quotation has other boundaries: its content is the given pieces, its span runs from the first to the last."""
    target = expect(line.target, Span)
    row = state.quotation(target)
    moved = int(state.quotation_cells["start"][row]) - target.start
    pieces = [_true(state, expect(piece, Span), moved) for piece in expect(line.value, tuple)]
    start, end, doc_id = pieces[0].start, pieces[-1].end, pieces[0].doc_id
    if doc_id != state.quotation_cells["doc_id"][row]:
        raise GoneError("the new boundaries stand in another article")
    before = state.content(row)
    if [(one.start, one.end) for one in before] == [(one.start, one.end) for one in pieces]:
        return nothing("it has these boundaries already")
    sentence_id = state.articles.sentence(pieces[0], pieces[0].start + 1)
    if sentence_id is None:
        raise GoneError("the new boundaries begin outside of every sentence")
    text = (state.articles.text(doc_id) or "")[start:end]
    state.pieces[row] = pieces
    columns = {"start": start, "end": end, "text": text, "sentence_id": sentence_id}
    return _changed(state, row, columns, _words(before), _words(pieces))


def _true(state: State, piece: Span, moved: int) -> Span:
    """The piece where its text stands now: as it says, or moved as the quotation was."""
    text = state.articles.text(piece.doc_id) or ""
    for shift in (0, moved):
        start, end = piece.start + shift, piece.end + shift
        if start >= 0 and text[start:end] == piece.text:
            return Span(piece.doc_id, start, end, piece.text)
    raise GoneError("the article was edited and the text of the new boundaries is not there any more")


def _changed(state: State, row: int, columns: dict[str, Any], before: str, after: str) -> Effect:
    said = {**columns, "method": method(state.lines[state.number]), "score": None}
    state.quoted.setdefault(row, {}).update(said)
    return Effect(quotations=np.array([row], np.int64), before=before, after=after)


def _names(state: State, codes: list[int]) -> str:
    return ", ".join(state.name(code) for code in codes) or NOBODY_KNOWN


def _words(pieces: list[Span]) -> str:
    return " … ".join(one.text for one in pieces)


def _now(state: State, row: int, column: str) -> Any:
    return state.quoted.get(row, {}).get(column, state.quotation_cells[column][row])


def _said(state: State, row: int, one: Speaker, code: int, printed: list[Said]) -> Said | None:
    """Where the speaker stands in print, None where nowhere."""
    at, doc_id = one.at, state.quotation_cells["doc_id"][row]
    if at and at.doc_id == doc_id and (state.articles.text(doc_id) or "")[at.start : at.end] == at.text:
        return Said(at.start, at.end, at.text, code)
    if len(printed) == 1:
        return Said(printed[0].start, printed[0].end, printed[0].text, code)
    nearest = state.nearest(code, row) if code != NOBODY else None
    if nearest is None:
        return None
    at = state.printed(nearest)
    return Said(at.start, at.end, at.text, code)


def _speaker(said: list[Said]) -> dict[str, Any]:
    if len(said) != 1:
        return dict(_NO_SPEAKER)
    return {"speaker": said[0].text, "speaker_start": said[0].start, "speaker_end": said[0].end}
