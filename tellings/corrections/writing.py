"""The changed tables, from the state that all corrections left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from tellings import schema
from tellings.corrections.columns import among
from tellings.corrections.counts import recount, standing
from tellings.corrections.placed import toponyms
from tellings.corrections.speech import UNSPOKEN
from tellings.corrections.state import NOBODY, Codes, Effect, Rows, State, method
from tellings.corrections.targets import Span

CHANGED = ("correction_id", "what", "id", "doc_id", "sentence_id", "start", "end", "text")
"""The columns of the rows that corrections changed."""


def write(state: State) -> dict[str, pd.DataFrame]:
    """The tables that the corrections changed, whole; the others are as the machine left them."""
    tables: dict[str, pd.DataFrame] = {}
    moved = bool((state.by >= 0).any())
    if moved:
        tables["mentions"] = _mentions(state)
    if moved or state.book.changed or state.book.gone:
        tables["toponyms"] = toponyms(state)
    if moved or state.quoted or (state.speaker_by >= 0).any() or not state.quotation_alive.all():
        tables["quotations"] = _quotations(state)
        tables["quote_speakers"] = _quote_speakers(state)
    if state.quoted or not state.quotation_alive.all():
        tables["quote_parts"] = _quote_parts(state)
    if state.touched - {NOBODY} or state.book.changed:
        counts, tables["variants"] = recount(state)
        stands_for = tables.get("toponyms", state.tables["toponyms"])["stands_for"]
        tables["entities"] = state.book.frame(counts, standing(state, set(stands_for.dropna())))
    return {name: frame for name, frame in tables.items() if not frame.equals(state.tables[name])}


def changed_rows(state: State | None, effects: Mapping[str, Effect]) -> pd.DataFrame:
    """The mentions and quotations that lines changed, with their spans as they are now.

    Args:
        state: after all corrections; None where none was applied.
        effects: of each line in force, by its id.

    Returns:
        `correction_id, what, id, doc_id, sentence_id, start, end, text`.
    """
    frames = [pd.DataFrame(columns=CHANGED).astype({"start": "int64", "end": "int64"})]
    if state is not None and effects:
        quotations = state.quotations.copy()
        for row, columns in state.quoted.items():
            for name in ("start", "end", "text", "sentence_id"):
                if name in columns:
                    quotations.loc[row, name] = columns[name]
        for what, frame, key in (
            ("mention", state.mentions, "mention_id"),
            ("quotation", quotations, "quote_id"),
        ):
            rows = [
                effect.mentions if what == "mention" else effect.quotations for effect in effects.values()
            ]
            some = frame.iloc[np.concatenate(rows)].rename(columns={key: "id"})
            ids = np.repeat(np.array(list(effects), object), [len(one) for one in rows])
            frames.append(some.assign(correction_id=ids, what=what)[list(CHANGED)])
    texts = {name: "str" for name in CHANGED if name not in ("start", "end")}
    return pd.concat(frames, ignore_index=True).astype(texts)


def _mentions(state: State) -> pd.DataFrame:
    frame = state.mentions.copy()
    rows = np.flatnonzero((state.by >= 0) & state.alive)
    _put(frame, rows, "entity_id", _ids(state, state.entity[rows]))
    _put(frame, rows, "type", state.types_of(rows))
    _put(frame, rows, "method", _methods(state, state.by[rows]))
    frame = frame[state.alive].reset_index(drop=True)
    return schema.conform(frame, "mentions") if state.marked else frame


def _quotations(state: State) -> pd.DataFrame:
    frame = state.quotations.copy()
    rows = np.flatnonzero(state.speaker_by >= 0)
    _put(frame, rows, "speaker_id", _ids(state, state.speaker[rows]))
    _put(frame, rows, "method", _methods(state, state.speaker_by[rows]))
    for name in {name for columns in state.quoted.values() for name in columns}:
        some = {row: columns[name] for row, columns in state.quoted.items() if name in columns}
        values = pd.Series(list(some.values()), dtype=frame[name].dtype)
        _put(frame, np.array(list(some), np.int64), name, values.to_numpy())
    gone = frame.loc[~state.quotation_alive, "quote_id"]
    frame["inside_id"] = frame["inside_id"].mask(among(frame["inside_id"], gone))
    _leave(frame, list(state.pieces))
    return schema.conform(frame[state.quotation_alive], "quotations")


def _leave(frame: pd.DataFrame, changed: list[int]) -> None:
    """A quotation that the new boundaries of another leave out stands in it no more, but in what that stands in."""
    for outer in frame.loc[changed].to_dict("records"):
        out = (frame["start"] < outer["start"]) | (frame["end"] > outer["end"])
        frame.loc[out & (frame["inside_id"] == outer["quote_id"]), "inside_id"] = outer["inside_id"]


def _quote_speakers(state: State) -> pd.DataFrame:
    frame = state.speakers.assign(entity_id=pd.Series(_ids(state, state.said), dtype="str"))
    quotations = state.quotations[["doc_id", "quote_id"]]
    gone = quotations["quote_id"].iloc[[*state.given, *np.flatnonzero(~state.quotation_alive).tolist()]]
    new: list[dict[str, Any]] = []
    for row, some in state.given.items():
        if state.quotation_alive[row]:
            doc_id, quote_id = quotations.iloc[row].tolist()
            for one in some:
                entity_id = state.ids[one.code] if one.code != NOBODY else None
                new.append({**_columns(Span(doc_id, one.start, one.end, one.text)), "quote_id": quote_id})
                new[-1]["entity_id"] = entity_id
    return _with(frame[~among(frame["quote_id"], gone)], new, "quote_speakers")


def _quote_parts(state: State) -> pd.DataFrame:
    frame = state.tables["quote_parts"]
    rows = [row for row, columns in state.quoted.items() if row in state.pieces or "kind" in columns]
    ids = state.quotations["quote_id"]
    gone = ids.iloc[[*rows, *np.flatnonzero(~state.quotation_alive).tolist()]]
    old = frame[among(frame["quote_id"], gone)]
    new: list[dict[str, Any]] = []
    for row in (row for row in rows if state.quotation_alive[row]):
        kind = state.quoted[row].get("kind", state.quotations["kind"].iloc[row])
        content = state.content(row)
        quoted = _quoted(content, old[(old["quote_id"] == ids.iloc[row]) & (old["role"] == "quoted")], kind)
        for role, pieces in (("content", content), ("quoted", quoted)):
            new += [{**_columns(piece), "quote_id": ids.iloc[row], "role": role} for piece in pieces]
    return _with(frame[~among(frame["quote_id"], gone)], new, "quote_parts")


def _quoted(content: list[Span], old: pd.DataFrame, kind: str) -> list[Span]:
    """The pieces in marks: the content where all of it is, none of an indirect quotation, else what stood in marks."""
    if kind == "direct" or kind in UNSPOKEN:
        return content
    if kind == "indirect":
        return []
    pieces = []
    for start, end in zip(old["start"].tolist(), old["end"].tolist(), strict=True):
        for one in content:
            low, high = max(start, one.start), min(end, one.end)
            if low < high:
                pieces.append(Span(one.doc_id, low, high, one.text[low - one.start : high - one.start]))
    return pieces


def _ids(state: State, codes: Codes) -> Any:
    return np.array([*state.ids, None], dtype=object)[codes]


def _methods(state: State, numbers: Codes) -> Any:
    return np.array([method(line) for line in state.lines], dtype=object)[numbers]


def _put(frame: pd.DataFrame, rows: Rows, column: str, values: Any) -> None:
    if len(rows):
        frame.loc[rows, column] = values


def _columns(piece: Span) -> dict[str, Any]:
    return {"doc_id": piece.doc_id, "start": piece.start, "end": piece.end, "text": piece.text}


def _with(frame: pd.DataFrame, new: list[dict[str, Any]], name: str) -> pd.DataFrame:
    if new:
        frame = pd.concat([frame, pd.DataFrame(new, columns=schema.table(name).names)], ignore_index=True)
    return schema.conform(frame, name)
