"""The table of toponyms after corrections: a place name and its entity are one decision."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np
import pandas as pd

from tellings import schema
from tellings.corrections.columns import Rows, among, distinct, put_each
from tellings.corrections.state import NOBODY, State, method
from tellings.corrections.targets import Place

WHERE = ("place_id", "name", "kind", "country_code", "admin1_code", "lat", "lon")
_SPAN = ("doc_id", "mention_id", "sentence_id", "start", "end", "text")


def toponyms(state: State) -> pd.DataFrame:
    """The toponyms with every touched name where its entity is; names of what is no place are left out."""
    before = state.tables["toponyms"].reset_index(drop=True)
    rows = np.flatnonzero(state.by >= 0)
    others = before[~among(before["mention_id"], state.mentions["mention_id"].iloc[rows])]
    names = state.mentions["form"].iloc[rows].isin(("name", "demonym")).to_numpy()
    rows = rows[names & state.alive[rows]]
    types = state.types_of(rows)
    there = np.isin(types, schema.PLACE_TYPES)
    frame = _moved(state, others)
    if there.any():
        touched = schema.conform(_touched(state, rows[there], types[there], before), "toponyms")
        frame = pd.concat([frame, touched], ignore_index=True)
    return schema.conform(_standing_for(state, frame), "toponyms")


def _touched(state: State, rows: Rows, types: Any, before: pd.DataFrame) -> pd.DataFrame:
    """A row for each of these mentions, whose entities are places."""
    some = state.mentions.iloc[rows].reset_index(drop=True)
    frame = some[[*_SPAN, "score"]].assign(score=None)
    places, countries = _known(state, before, rows)
    codes, inverse = np.unique(state.entity[rows], return_inverse=True)
    where = [places.get(state.ids[code], {}) if code != NOBODY else {} for code in codes.tolist()]
    for name in WHERE:
        frame[name] = np.array([one.get(name) for one in where], dtype=object)[inverse]
    at = pd.Index(before["mention_id"]).get_indexer(pd.Index(frame["mention_id"]))
    old = before[["kind", "country_code", "use", "stands_for"]].reindex(at).reset_index(drop=True)
    kind = pd.Series(types, dtype="str")
    known = frame["kind"].where(frame["place_id"].notna(), old["kind"])
    frame["kind"] = known.where(
        known.replace(schema.TYPE_OF_KIND) == kind, kind.replace({"location": "area"})
    )
    frame["use"] = old["use"].where(at >= 0, some["form"].where(some["form"] == "demonym", "literal"))
    same = old["country_code"].fillna("") == frame["country_code"].fillna("")
    frame["stands_for"] = old["stands_for"].where(same, frame["country_code"].map(countries))
    frame["stands_for"] = frame["stands_for"].where(frame["use"] == "metonymic")
    used = {i: state.uses[row] for i, row in enumerate(rows.tolist()) if row in state.uses}
    put_each(frame, {i: {"use": use, "stands_for": stands_for} for i, (use, stands_for) in used.items()})
    return frame.assign(method=[method(state.lines[number]) for number in state.by[rows].tolist()])


def _known(
    state: State, before: pd.DataFrame, rows: Rows
) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """Where the entities of these mentions are, by place id; and the countries' place ids by their codes."""
    ids = {state.ids[code] for code in distinct(state.entity[rows]).tolist() if code != NOBODY}
    some = before[among(before["place_id"], sorted(ids))].drop_duplicates("place_id")
    places = {row["place_id"]: {name: row[name] for name in WHERE} for row in some.to_dict("records")}
    places = {key: _columns(key, place) for key, place in state.places.items()} | places
    places |= {key: _columns(key, place) for key, place in state.moved.items()}
    for key, columns in state.book.changed.items():
        if key in places and "name" in columns:
            places[key]["name"] = columns["name"]
    countries = before[(before["kind"] == "country") & before["place_id"].notna()].drop_duplicates(
        "country_code"
    )
    return places, dict(zip(countries["country_code"].tolist(), countries["place_id"].tolist(), strict=True))


def _columns(place_id: str, place: Place) -> dict[str, Any]:
    return {**asdict(place), "place_id": place_id}


def _moved(state: State, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of places of which corrections say something else: where they are, or their names."""
    said: dict[str, dict[str, Any]] = {key: _columns(key, place) for key, place in state.moved.items()}
    for entity_id, columns in state.book.changed.items():
        if "name" in columns:
            said.setdefault(entity_id, {})["name"] = columns["name"]
    rows = np.flatnonzero(among(frame["place_id"], said))
    if len(rows):
        frame = frame.reset_index(drop=True)
        ids = frame["place_id"].iloc[rows].tolist()
        put_each(frame, {row: said[key] for row, key in zip(rows.tolist(), ids, strict=True)})
    return frame


def _standing_for(state: State, frame: pd.DataFrame) -> pd.DataFrame:
    """Names that stand for an entity stand for what it has become, for nobody known where it is rejected."""
    book = state.book
    gone = {one: book.current(one) for one in (*book.successors, *book.gone)}
    rows = among(frame["stands_for"], sorted(gone))
    if not rows.any():
        return frame
    become = {old: new if new in book else None for old, new in gone.items()}
    return frame.assign(stands_for=frame["stands_for"].where(~rows, frame["stands_for"].map(become)))
