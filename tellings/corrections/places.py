"""Corrections of places: relocate."""

from __future__ import annotations

import numpy as np

from tellings.corrections.columns import Rows
from tellings.corrections.entities import new_id
from tellings.corrections.lines import Correction
from tellings.corrections.state import Effect, State, method, nothing
from tellings.corrections.targets import Entity, Place, Span, Use, expect
from tellings.schema import TYPE_OF_KIND


def relocate(state: State, line: Correction) -> Effect:
    """A name, or all of an entity, stands for another place, for none that is known, or is used otherwise.

    A place is an entity, so the mentions go to the entity of the place; it is made where there is none.
    """
    if isinstance(line.target, Entity):
        entity_id = state.resolve(line.target)
        rows = state.rows(state.code(entity_id))
    else:
        rows = np.array([state.mention(expect(line.target, Span))], np.int64)
        entity_id = ""
    if isinstance(line.value, Use):
        return _use(state, rows, line.value)
    name = state.printed(int(rows[0])).text if len(rows) else ""
    before = state.name(state.code(entity_id) if entity_id else int(state.entity[rows[0]]))
    after = line.value.name if isinstance(line.value, Place) else "not placed"
    if line.value is None:
        kind = str(state.book[entity_id]["type"]) if entity_id else _type(state, int(rows[0]))
        name = str(state.book[entity_id]["name"]) if entity_id else name
        goal = state.book.add(new_id(kind, name, line.id), name, kind, method(line))
    else:
        goal = _placed(state, expect(line.value, Place), line, own=entity_id)
    code = state.code(goal)
    if entity_id and entity_id != goal:
        changed, quotations = state.relabel(state.code(entity_id), code)
        state.book.successors[entity_id] = goal
        state.book.gone.add(entity_id)
        return Effect(changed, quotations, before=before, after=after)
    state.by[rows] = state.number
    state.touched.add(code)
    return Effect(rows, state.move(rows, code), before=before, after=after)


def _placed(state: State, place: Place, line: Correction, *, own: str) -> str:
    """The entity of the place, made where there is none. Where the target has this place, what is said of it is new."""
    goal = state.book.current(str(place.id))
    kind = TYPE_OF_KIND[place.kind]
    about = {"country": place.country_code, "geonames": goal[3:] if goal.startswith("gn:") else None}
    if place.kind != "region":  # the code of the region in which a district lies is not the district's
        about["iso"] = place.country_code if place.kind == "country" else None
    state.book.add(goal, place.name, kind, method(line), **about)
    if own == goal:
        state.book.change(goal, name=place.name, type=kind, method=method(line), **about)
    (state.moved if own == goal else state.places)[goal] = place
    return goal


def _use(state: State, rows: Rows, use: Use) -> Effect:
    names = state.mentions["form"].iloc[rows].isin(("name", "demonym")).to_numpy()
    if not names.any():
        return nothing("it is no place name")
    rows = rows[names]
    now = [_used(state, row) for row in rows.tolist()]
    if all(one == (use.use, use.stands_for) for one in now):
        return nothing("it is used so already")
    state.by[rows] = state.number
    for row in rows.tolist():
        state.uses[row] = (use.use, use.stands_for)
    return Effect(rows, before=now[0][0], after=use.use)


def _used(state: State, row: int) -> tuple[str, str | None]:
    """How a place name is used now and what it stands for; empty where it is no toponym yet."""
    if row in state.uses:
        return state.uses[row]
    return state.articles.uses.get(state.mention_cells["mention_id"][row], ("", None))


def _type(state: State, row: int) -> str:
    code = int(state.entity[row])
    return str(state.book[state.ids[code]]["type"]) if code >= 0 else str(state.mention_cells["type"][row])
