"""The changed tables, from the state that all corrections left."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from tellings import schema
from tellings.corpus import short
from tellings.corrections.columns import Codes, among, put, put_each
from tellings.corrections.counts import recount, standing
from tellings.corrections.placed import toponyms
from tellings.corrections.state import NOBODY, State, method
from tellings.corrections.targets import Span


def write(state: State) -> dict[str, pd.DataFrame]:
    """The tables that the corrections changed, whole; the others are as the machine left them."""
    tables: dict[str, pd.DataFrame] = {}
    moved = bool((state.by >= 0).any())
    if moved:
        tables["mentions"] = _mentions(state)
    if moved or state.book.changed or state.book.gone:
        tables["toponyms"] = toponyms(state)
    if moved or state.quoted or (state.voices.by >= 0).any() or not state.quotation_alive.all():
        tables["quotations"] = _quotations(state)
        tables["quote_speakers"] = _quote_speakers(state)
    if state.quoted or not state.quotation_alive.all():
        tables["quote_parts"] = _quote_parts(state)
    if state.touched - {NOBODY} or state.book.changed:
        counts, tables["variants"] = recount(state)
        stands_for = tables.get("toponyms", state.tables["toponyms"])["stands_for"]
        tables["entities"] = state.book.frame(counts, standing(state, set(stands_for.dropna())))
    if state.questions.changed:
        tables["discrepancies"] = state.questions.frame()
    if state.called:
        documents = state.tables["documents"]
        called = short.given(documents["doc_id"].tolist(), documents["short"].tolist(), state.called)
        tables["documents"] = documents.assign(short=pd.Series(called, index=documents.index, dtype="str"))
    return {name: frame for name, frame in tables.items() if not frame.equals(state.tables[name])}


def _mentions(state: State) -> pd.DataFrame:
    frame = state.mentions.copy()
    rows = np.flatnonzero((state.by >= 0) & state.alive)
    put(frame, rows, "entity_id", _ids(state, state.entity[rows]))
    put(frame, rows, "type", state.types_of(rows))
    put(frame, rows, "method", _methods(state, state.by[rows]))
    put(frame, rows, "score", [None] * len(rows))
    frame = frame[state.alive].reset_index(drop=True)
    return schema.conform(frame, "mentions") if state.marked else frame


def _quotations(state: State) -> pd.DataFrame:
    frame = state.quotations.copy()
    rows = np.flatnonzero(state.voices.by >= 0)
    put(frame, rows, "speaker_id", _ids(state, state.voices.speaker[rows]))
    put(frame, rows, "method", _methods(state, state.voices.by[rows]))
    put(frame, rows, "score", [None] * len(rows))
    put_each(frame, state.quoted)
    gone = frame.loc[~state.quotation_alive, "quote_id"]
    frame["inside_id"] = frame["inside_id"].mask(among(frame["inside_id"], gone))
    _leave(frame, list(state.pieces))
    return schema.conform(frame[state.quotation_alive], "quotations")


def _leave(frame: pd.DataFrame, changed: list[int]) -> None:
    """A quotation that the new boundaries of another leave out stands in it no more, but in what that stands in."""
    outer = frame.loc[changed, ["quote_id", "inside_id", "start", "end"]]
    inner = frame[among(frame["inside_id"], outer["quote_id"])]
    inside: dict[str, list[tuple[int, int, int]]] = {quote_id: [] for quote_id in outer["quote_id"]}
    for row, start, end, quote_id in zip(
        inner.index.tolist(), *(inner[name].tolist() for name in ("start", "end", "inside_id")), strict=True
    ):
        inside[quote_id].append((row, start, end))
    now: dict[int, dict[str, Any]] = {}
    for quote_id, around, start, end in outer.itertuples(index=False):
        out = [one for one in inside[quote_id] if one[1] < start or one[2] > end]
        inside[quote_id] = [one for one in inside[quote_id] if one not in out]
        inside.setdefault(around, []).extend(out)
        now |= {row: {"inside_id": around} for row, _, _ in out}
    put_each(frame, now)


def _quote_speakers(state: State) -> pd.DataFrame:
    voices = state.voices
    frame = state.speakers.assign(entity_id=pd.Series(_ids(state, voices.said.values), dtype="str"))
    there = (state.quotation_alive & ~voices.is_given)[voices.quotation_of.values]
    speakers = [
        (row, one) for row, some in voices.given.items() if state.quotation_alive[row] for one in some
    ]
    doc_ids, quote_ids = (state.quotation_cells[name] for name in ("doc_id", "quote_id"))
    ids = _ids(state, np.array([one.code for _, one in speakers], np.int32))
    new = [
        {
            **_columns(Span(doc_ids[row], one.start, one.end, one.text)),
            "quote_id": quote_ids[row],
            "entity_id": id,
        }
        for (row, one), id in zip(speakers, ids, strict=True)
    ]
    return _with(frame[there], new, "quote_speakers")


def _quote_parts(state: State) -> pd.DataFrame:
    frame = state.tables["quote_parts"]
    rows = [row for row, columns in state.quoted.items() if row in state.pieces or "kind" in columns]
    quote_ids, kinds = state.quotations["quote_id"], state.quotation_cells["kind"]
    gone = quote_ids.iloc[[*rows, *np.flatnonzero(~state.quotation_alive).tolist()]]
    new: list[dict[str, Any]] = []
    for row in (row for row in rows if state.quotation_alive[row]):
        quote_id, content = quote_ids.array[row], state.content(row)
        marked = state.articles.pieces(quote_id, "quoted")
        quoted = _quoted(content, marked, state.quoted[row].get("kind", kinds[row]))
        for role, pieces in (("content", content), ("quoted", quoted)):
            new += [{**_columns(piece), "quote_id": quote_id, "role": role} for piece in pieces]
    return _with(frame[~among(frame["quote_id"], gone)], new, "quote_parts")


def _quoted(content: list[Span], marked: list[Span], kind: str) -> list[Span]:
    """The pieces in marks: the content where all of it is, none of an indirect quotation, else what stood in marks."""
    if kind == "direct" or kind not in schema.SPEECH_KINDS:
        return content
    if kind == "indirect":
        return []
    pieces = []
    for old in marked:
        for one in content:
            low, high = max(old.start, one.start), min(old.end, one.end)
            if low < high:
                pieces.append(Span(one.doc_id, low, high, one.text[low - one.start : high - one.start]))
    return pieces


def _ids(state: State, codes: Codes) -> Any:
    return np.array([*state.ids, None], dtype=object)[codes]


def _methods(state: State, numbers: Codes) -> Any:
    return np.array([method(line) for line in state.lines], dtype=object)[numbers]


def _columns(piece: Span) -> dict[str, Any]:
    return {"doc_id": piece.doc_id, "start": piece.start, "end": piece.end, "text": piece.text}


def _with(frame: pd.DataFrame, new: list[dict[str, Any]], name: str) -> pd.DataFrame:
    if new:
        frame = pd.concat([frame, pd.DataFrame(new, columns=schema.table(name).names)], ignore_index=True)
    return schema.conform(frame, name)
