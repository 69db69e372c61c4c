"""Corrections of quotations: attribute, rekind, respan."""

from __future__ import annotations

from typing import Any

import numpy as np

from tellings.corrections.lines import Correction
from tellings.corrections.relocating import GoneError
from tellings.corrections.state import NOBODY, Effect, Said, State, method, nothing
from tellings.corrections.targets import Span, Speaker, Speakers, expect
from tellings.corrections.words import NOBODY as NOBODY_KNOWN

UNSPOKEN = ("scare", "heading")
"""The kinds of quotations that nobody is said to say."""

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
    printed = _printed(state, row)
    given: list[Said] = []
    for one, code in zip(speakers, codes, strict=True):
        found = _said(state, row, one, code, printed if len(codes) == 1 else [])
        if found is not None and (found.start, found.end) not in {(g.start, g.end) for g in given}:
            given.append(found)
    if len(codes) > 1 and len(given) < len(codes):
        return nothing(
            "of several speakers each must stand somewhere in the article, and not two in one place"
        )
    alone = codes[0] if len(codes) == 1 else NOBODY
    columns: dict[str, Any] = {"anonymous": wanted.anonymous}
    if len(codes) < 2 or any(one.at is not None for one in speakers):
        columns |= _speaker(given)
    before = {(one.start, one.end, one.code) for one in printed}
    same = before == {(one.start, one.end, one.code) for one in given} and state.speaker[row] == alone
    if same and _now(state, row, "anonymous") == wanted.anonymous:
        return nothing("it has this speaker already")
    state.touched |= {*codes, *(one.code for one in printed), int(state.speaker[row])}
    state.speaker[row], state.speaker_by[row], state.given[row] = alone, state.number, given
    state.quoted.setdefault(row, {}).update(columns)
    return _changed(state, row, line, _names(state, [one.code for one in printed]), _names(state, codes))


def rekind(state: State, line: Correction) -> Effect:
    """A quotation is of another kind. What nobody is said to say (`scare`, `heading`) has no speaker and no cue."""
    row, kind = state.quotation(expect(line.target, Span)), expect(line.value, str)
    before = str(_now(state, row, "kind"))
    if before == kind:
        return nothing("it is of this kind already")
    columns: dict[str, Any] = {"kind": kind}
    if kind in UNSPOKEN:
        columns |= {**_NO_SPEAKER, **_NO_CUE, "anonymous": False}
        state.touched |= {int(state.speaker[row]), *(one.code for one in _printed(state, row))}
        state.speaker[row], state.speaker_by[row], state.given[row] = NOBODY, state.number, []
    state.quoted.setdefault(row, {}).update(columns)
    return _changed(state, row, line, before, kind)


def respan(state: State, line: Correction) -> Effect:
    """A quotation has other boundaries: its content is the given pieces, its span runs from the first to the last."""
    target = expect(line.target, Span)
    row = state.quotation(target)
    moved = int(state.quotations["start"].iloc[row]) - target.start
    pieces = [_true(state, expect(piece, Span), moved) for piece in expect(line.value, tuple)]
    start, end, doc_id = pieces[0].start, pieces[-1].end, pieces[0].doc_id
    if doc_id != state.quotations["doc_id"].iloc[row]:
        raise GoneError("the new boundaries stand in another article")
    before = state.content(row)
    if [(one.start, one.end) for one in before] == [(one.start, one.end) for one in pieces]:
        return nothing("it has these boundaries already")
    text = state.find_quotation.texts[doc_id][start:end]
    sentence_id = _sentence(state, pieces[0])
    state.pieces[row] = pieces
    state.quoted.setdefault(row, {}).update(start=start, end=end, text=text, sentence_id=sentence_id)
    return _changed(state, row, line, _words(before), _words(pieces))


def _true(state: State, piece: Span, moved: int) -> Span:
    """The piece where its text stands now: as it says, or moved as the quotation was."""
    text = state.find_quotation.texts.get(piece.doc_id, "")
    for shift in (0, moved):
        start, end = piece.start + shift, piece.end + shift
        if start >= 0 and text[start:end] == piece.text:
            return Span(piece.doc_id, start, end, piece.text)
    raise GoneError("the article was edited and the text of the new boundaries is not there any more")


def _sentence(state: State, piece: Span) -> str:
    """The sentence in which a quotation begins."""
    sentences = state.tables["sentences"]
    there = sentences[
        (sentences["doc_id"] == piece.doc_id)
        & (sentences["start"] <= piece.start)
        & (sentences["end"] > piece.start)
    ]
    if not len(there):
        raise GoneError("the new boundaries begin outside of every sentence")
    return str(there["sentence_id"].iloc[0])


def _changed(state: State, row: int, line: Correction, before: str, after: str) -> Effect:
    state.quoted[row]["method"] = method(line)
    return Effect(quotations=np.array([row], np.int64), before=before, after=after)


def _names(state: State, codes: list[int]) -> str:
    return ", ".join(state.name(code) for code in codes) or NOBODY_KNOWN


def _words(pieces: list[Span]) -> str:
    return " … ".join(one.text for one in pieces)


def _now(state: State, row: int, column: str) -> Any:
    return state.quoted.get(row, {}).get(column, state.quotations[column].iloc[row])


def _printed(state: State, row: int) -> list[Said]:
    """The speakers of a quotation as they are now."""
    if row in state.given:
        return state.given[row]
    at = state.speakers_of(row)
    some = state.speakers.iloc[at]
    columns = (some["start"].tolist(), some["end"].tolist(), some["text"].tolist(), state.said[at].tolist())
    return [Said(*one) for one in zip(*columns, strict=True)]


def _said(state: State, row: int, one: Speaker, code: int, printed: list[Said]) -> Said | None:
    """Where the speaker stands in print, None where nowhere."""
    if one.at is not None and one.at.doc_id == state.quotations["doc_id"].iloc[row]:
        texts = state.find_quotation.texts
        if texts.get(one.at.doc_id, "")[one.at.start : one.at.end] == one.at.text:
            return Said(one.at.start, one.at.end, one.at.text, code)
    if len(printed) == 1:
        return Said(printed[0].start, printed[0].end, printed[0].text, code)
    found = state.nearest(code, row) if code != NOBODY else None
    if found is None:
        return None
    columns = state.mentions.iloc[found]
    return Said(int(columns["start"]), int(columns["end"]), str(columns["text"]), code)


def _speaker(said: list[Said]) -> dict[str, Any]:
    if len(said) != 1:
        return dict(_NO_SPEAKER)
    return {"speaker": said[0].text, "speaker_start": said[0].start, "speaker_end": said[0].end}
