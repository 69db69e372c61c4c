"""Corrections of names: merge, split, rename, retype, reject, accept, relink; of quotations: reject, accept; of
articles: shorten.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from tellings.corrections.columns import Rows
from tellings.corrections.entities import new_id
from tellings.corrections.lines import Correction
from tellings.corrections.relocating import GoneError
from tellings.corrections.state import NOBODY, PLACED_IDS, Effect, State, method, nothing
from tellings.corrections.targets import QUOTATION, Entity, Part, Side, Span, Unmarked, expect
from tellings.corrections.words import UNKNOWN
from tellings.schema import PLACE_TYPES


def merge(state: State, line: Correction) -> Effect:
    """Two entities are one: the target becomes part of the value, all printed forms stay.

    A place that is found on the map takes up one that is not, whichever way they are merged, and gets its name.
    """
    lost, kept = state.resolve(expect(line.target, Entity)), state.resolve(expect(line.value, Entity))
    if lost == kept:
        return nothing("they are one already")
    if (
        lost.startswith(PLACED_IDS)
        and not kept.startswith(PLACED_IDS)
        and state.book[kept]["type"] in PLACE_TYPES
    ):
        lost, kept = kept, lost
        state.book.change(kept, name=state.book[lost]["name"])
    before, after = state.name(state.code(lost)), state.name(state.code(kept))
    rows, quotations = state.relabel(state.code(lost), state.code(kept))
    state.book.merge(lost, kept, method(line))
    return Effect(rows, quotations, before=before, after=after)


def shorten(state: State, line: Correction) -> Effect:
    """An article has another short name. What the machine called so is numbered."""
    doc_id, name = expect(line.target, str), expect(line.value, str)
    if doc_id not in state.articles.short:
        raise GoneError("this corpus has no such article")
    before = state.called.get(doc_id, state.articles.short[doc_id])
    if before == name:
        return nothing("it is called so already")
    if name.casefold() in (one.casefold() for other, one in state.called.items() if other != doc_id):
        return nothing("another article was given this name")
    state.called[doc_id] = name
    return Effect(articles=1, before=before, after=name)


def split(state: State, line: Correction) -> Effect:
    """Some mentions of an entity are another: they go to a new one, named as said or as they are printed."""
    part, entity_id = expect(line.value, Part), state.resolve(expect(line.target, Entity))
    all_rows = state.rows(state.code(entity_id))
    rows = _part(state, part, all_rows)
    if not len(rows):
        return nothing("none of these mentions is its any more")
    if len(rows) == len(all_rows):
        return nothing("these are all its mentions: there is nothing to part them from")
    name = part.name or part.form or state.printed(int(rows[0])).text
    kind = part.type or str(state.book[entity_id]["type"])
    new = state.book.add(new_id(kind, name, line.id), name, kind, method(line))
    before = state.name(state.code(entity_id))
    return Effect(rows, state.move(rows, state.code(new)), before=before, after=name)


def rename(state: State, line: Correction) -> Effect:
    """An entity has another name; a place's name changes on the map as well."""
    entity_id, name = state.resolve(expect(line.target, Entity)), expect(line.value, str)
    before = str(state.book[entity_id]["name"])
    if before == name:
        return nothing("it has this name already")
    state.book.change(entity_id, name=name, method=method(line))
    state.touched.add(state.code(entity_id))
    return Effect(state.rows(state.code(entity_id)), before=before, after=name)


def retype(state: State, line: Correction) -> Effect:
    """An entity is of another type, or acts for another country; for a span, this one mention is of another type, and
    so another entity than its namesakes. Of an entity's only mention all else that it has goes along.
    """
    if isinstance(line.value, Side):
        return _side(state, state.resolve(expect(line.target, Entity)), line.value.country, line)
    kind = expect(line.value, str)
    if isinstance(line.target, Entity):
        entity_id = state.resolve(line.target)
        before = str(state.book[entity_id]["type"])
        if before == kind:
            return nothing("it is of this type already")
        state.book.change(entity_id, type=kind, method=method(line))
        code = state.code(entity_id)
        rows = state.rows(code)
        state.by[rows] = state.number
        state.touched.add(code)
        return Effect(rows, before=before, after=kind)
    row = state.mention(expect(line.target, Span))
    code = int(state.entity[row])
    here = state.book[state.ids[code]]["type"] if code != NOBODY else state.mention_cells["type"][row]
    if here == kind:
        return nothing("it is of this type already")
    rows = np.array([row], np.int64)
    if code == NOBODY:
        state.types[row], state.by[row] = kind, state.number
        return Effect(rows, before=str(here), after=kind)
    name = state.printed(row).text
    new = state.book.add(new_id(kind, name, line.id), name, kind, method(line))
    if len(state.rows(code)) > 1:
        return Effect(rows, state.move(rows, state.code(new)), before=str(here), after=kind)
    old = state.ids[code]
    state.book.change(new, **{column: state.book[old][column] for column in ("name", "country")})
    rows, quotations = state.relabel(code, state.code(new))
    state.book.gone.add(old)
    state.book.successors[old] = new
    return Effect(rows, quotations, before=str(here), after=kind)


def _side(state: State, entity_id: str, country: str | None, line: Correction) -> Effect:
    before = state.book[entity_id]["country"]
    before = None if pd.isna(before) else str(before)
    if before == country:
        return nothing("this is said of it already")
    state.book.change(entity_id, country=country, method=method(line))
    state.touched.add(state.code(entity_id))
    rows = state.rows(state.code(entity_id))
    return Effect(rows, before=f"country {before or UNKNOWN}", after=f"country {country or UNKNOWN}")


def reject(state: State, line: Correction) -> Effect:
    """A mention, all mentions of an entity, or a quotation is none."""
    if isinstance(line.target, Entity):
        entity_id = state.resolve(line.target)
        code = state.code(entity_id)
        rows, before = state.rows(code), state.name(code)
        state.drop(rows)
        _, quotations = state.relabel(code, NOBODY)
        state.book.gone.add(entity_id)
        return Effect(rows, quotations, before=before)
    span = expect(line.target, Span)
    if line.value == QUOTATION:
        row = state.quotation(span)
        state.quotation_alive[row] = False
        state.touched.add(int(state.voices.speaker[row]))
        kind = str(state.quotation_cells["kind"][row])
        return Effect(quotations=np.array([row], np.int64), before=f"{kind} quotation")
    rows = np.array([state.mention(span)], np.int64)
    before = state.name(int(state.entity[rows[0]]))
    return Effect(rows, state.drop(rows), before=before)


def accept(state: State, line: Correction) -> Effect:
    """What the machine decided is right: whose a mention is, of what type and where, all of an entity; or who speaks a
    quotation. Nothing changes but that a person says so.
    """
    said = nothing("a correction says so already")
    if line.value == QUOTATION:
        row = state.quotation(expect(line.target, Span))
        if state.voices.by[row] >= 0 or "method" in state.quoted.get(row, {}):
            return said
        state.quoted[row] = {"method": method(line), "score": None}
        code = int(state.voices.speaker[row])
        return Effect(quotations=np.array([row], np.int64), before=state.name(code), after=state.name(code))
    if isinstance(line.target, Entity):
        entity_id = state.resolve(line.target)
        code = state.code(entity_id)
        rows = state.rows(code)
        rows = rows[state.by[rows] < 0]
        if not len(rows):
            return said
        state.book.change(entity_id, method=method(line))
    else:
        row = state.mention(expect(line.target, Span))
        code, rows = int(state.entity[row]), np.array([row], np.int64)
        if state.by[row] >= 0:
            return said
    state.by[rows] = state.number
    return Effect(rows, before=state.name(code), after=state.name(code))


def relink(state: State, line: Correction) -> Effect:
    """This mention is that entity, a new one, or nobody known; it may be a name that the machine missed."""
    code = state.someone(line.value)
    missed = isinstance(line.target, Unmarked)
    if isinstance(line.target, Unmarked):
        row = state.mark(line.target.span)
    else:
        row = state.mention(expect(line.target, Span))
    rows = np.array([row], np.int64)
    if code == state.entity[row]:
        return nothing("it is this entity's already")
    before = "not marked" if missed and row in state.marked.values() else state.name(int(state.entity[row]))
    return Effect(rows, state.move(rows, code), before=before, after=state.name(code))


def _part(state: State, part: Part, all_rows: Rows) -> Rows:
    chosen = np.zeros(len(all_rows), bool)
    if part.form is not None or part.doc_id is not None:
        some = state.mentions[["text", "doc_id"]].iloc[all_rows]
        chosen |= np.ones(len(all_rows), bool)
        if part.form is not None:
            chosen &= (some["text"] == part.form).to_numpy()
        if part.doc_id is not None:
            chosen &= (some["doc_id"] == part.doc_id).to_numpy()
    named = [row for span in part.spans if (row := state.find_mention.near(span)) is not None]
    return all_rows[chosen | np.isin(all_rows, named)]
