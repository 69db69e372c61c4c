"""The table of toponyms after corrections: a place name and its entity are one decision."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np
import pandas as pd

from tellings import schema
from tellings.corrections.book import PLACES
from tellings.corrections.state import NOBODY, State, method
from tellings.corrections.targets import Place

WHERE = ("place_id", "name", "kind", "country_code", "admin1_code", "lat", "lon")
_SPAN = ("doc_id", "mention_id", "sentence_id", "start", "end", "text")
_TYPES_OF_KIND = {"water": "location", "area": "location"}
_KINDS = {
    "location": "area",
    "country": "country",
    "region": "region",
    "city": "city",
    "facility": "facility",
}


def toponyms(state: State) -> pd.DataFrame:
    """The toponyms with every touched name where its entity is; names of what is no place are left out."""
    before = state.tables["toponyms"].reset_index(drop=True)
    rows = np.flatnonzero(state.by >= 0)
    some = state.mentions.iloc[rows][[*_SPAN, "form"]].assign(row=rows)
    frame = _moved(state, before[~before["mention_id"].isin(some["mention_id"])])
    some = some[state.alive[rows] & some["form"].isin(("name", "demonym")).to_numpy()]
    there = before.drop_duplicates("mention_id").set_index("mention_id")
    known = _known(state, before, some["row"].to_numpy())
    new = [row for one in some.to_dict("records") if (row := _row(state, one, there, known)) is not None]
    if new:
        added = schema.conform(pd.DataFrame(new, columns=schema.table("toponyms").names), "toponyms")
        frame = pd.concat([frame, added], ignore_index=True)
    return schema.conform(_standing_for(state, frame), "toponyms")


def _row(
    state: State, one: dict[Any, Any], there: pd.DataFrame, known: dict[str, Any]
) -> dict[str, Any] | None:
    """The row of a touched name, None where it is no place's."""
    code = int(state.entity[one["row"]])
    entity = state.book[state.ids[code]] if code != NOBODY else None
    kind = entity["type"] if entity else state.types.get(one["row"], state.mentions["type"].iloc[one["row"]])
    if kind not in PLACES:
        return None
    old = there.loc[one["mention_id"]].to_dict() if one["mention_id"] in there.index else {}
    where = dict(known.get(state.ids[code], {})) if code != NOBODY else {}
    if not where:
        where = {"kind": _KINDS[kind] if entity is None or not _fits(old.get("kind"), kind) else old["kind"]}
    elif not _fits(where["kind"], kind):
        where["kind"] = _KINDS[kind]
    if entity and where.get("place_id") in state.book.changed:
        where["name"] = entity["name"]
    use, stands_for = "demonym" if one["form"] == "demonym" else "literal", None
    if old:
        use = old["use"]
        stands_for = (
            old["stands_for"] if old["country_code"] == where.get("country_code") else _country(known, where)
        )
    if one["row"] in state.uses:
        use, stands_for = state.uses[one["row"]]
    how = method(state.lines[int(state.by[one["row"]])])
    row = dict.fromkeys(schema.table("toponyms").names) | {name: one[name] for name in _SPAN} | where
    return row | {"use": use, "stands_for": stands_for if use == "metonymic" else None, "method": how}


def _known(state: State, before: pd.DataFrame, rows: np.ndarray[Any, np.dtype[np.int64]]) -> dict[str, Any]:
    """Where the entities of these mentions are, by place id; countries too, by `country:` and code."""
    ids = {state.ids[code] for code in np.unique(state.entity[rows]).tolist() if code != NOBODY}
    some = before[before["place_id"].isin(sorted(ids))].drop_duplicates("place_id")
    known = {row["place_id"]: {name: row[name] for name in WHERE} for row in some.to_dict("records")}
    found = {key: _columns(key, place) for key, place in state.places.items() if key not in known}
    known |= found | {key: _columns(key, place) for key, place in state.moved.items()}
    countries = before[(before["kind"] == "country") & before["place_id"].notna()]
    for code, place_id in countries.drop_duplicates("country_code")[["country_code", "place_id"]].itertuples(
        index=False
    ):
        known[f"country:{code}"] = place_id
    return known


def _columns(place_id: str, place: Place) -> dict[str, Any]:
    return {**asdict(place), "place_id": place_id}


def _country(known: dict[str, Any], where: dict[str, Any]) -> str | None:
    return known.get(f"country:{where.get('country_code')}")


def _fits(kind: object, entity_type: str) -> bool:
    return _TYPES_OF_KIND.get(str(kind), kind) == entity_type


def _moved(state: State, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of places of which corrections say something else: where they are, or their names."""
    said: dict[str, dict[str, Any]] = {key: _columns(key, place) for key, place in state.moved.items()}
    for entity_id, columns in state.book.changed.items():
        if "name" in columns:
            said.setdefault(entity_id, {})["name"] = columns["name"]
    said = {key: columns for key, columns in said.items() if (frame["place_id"] == key).any()}
    if not said:
        return frame
    frame = frame.copy()
    for key, columns in said.items():
        rows = frame["place_id"] == key
        for name, value in columns.items():
            frame.loc[rows, name] = value
    return frame


def _standing_for(state: State, frame: pd.DataFrame) -> pd.DataFrame:
    """Names that stand for an entity stand for what it has become, for nobody known where it is rejected."""
    book = state.book
    gone = {one: book.current(one) for one in (*book.successors, *book.gone)}
    rows = frame["stands_for"].isin(sorted(gone))
    if not rows.any():
        return frame
    become = {old: new if new in book else None for old, new in gone.items()}
    return frame.assign(stands_for=frame["stands_for"].where(~rows, frame["stands_for"].map(become)))
