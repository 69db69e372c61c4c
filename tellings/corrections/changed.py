"""What each line changed: the mentions and quotations, with their spans as they are now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from tellings.corrections.columns import Rows, put_each
from tellings.corrections.state import Effect, State

KEYS = {"mention": "mention_id", "quotation": "quote_id"}
"""What a correction changes, and how its id is called in its table."""

_SPAN = ("doc_id", "sentence_id", "start", "end", "text")


@dataclass(frozen=True)
class Changes:
    """Kept as numbers: a merge changes all mentions of an entity, and each stands here once for every such line.

    Attributes:
        lines: `number, correction_id`, a row a line that changed something.
        effects: `number, place`, a row for each thing that a line changed.
        things: `place, what` (`mention`, `quotation`), `id, doc_id, sentence_id, start, end, text`.
    """

    lines: pa.Table
    effects: pa.Table
    things: pa.Table

    def frame(self) -> pd.DataFrame:
        """`correction_id, what, id, doc_id, sentence_id, start, end, text`, mentions first."""
        lines: pd.DataFrame = self.lines.to_pandas()
        effects, things = self.effects.to_pandas(), self.things.to_pandas()
        ids = lines["correction_id"].iloc[effects["number"]].reset_index(drop=True)
        changed = things.set_index("place").loc[effects["place"]].reset_index(drop=True)
        whole: pd.DataFrame = pd.concat([ids, changed], axis=1)
        return whole


def no_changes() -> Changes:
    """Of no line."""
    return changes(None, {})


def together(parts: Sequence[Changes]) -> Changes:
    """What several logs changed that have nothing to do with each other."""
    tables: tuple[list[pa.Table], ...] = ([], [], [])
    number = place = 0
    for part in (no_changes(), *parts):
        n, last = len(part.lines), pc.max(part.things["place"]).as_py()
        for into, table in zip(tables, (part.lines, part.effects, part.things), strict=True):
            for i, name in enumerate(table.column_names):
                if name in ("number", "place"):
                    by = pa.scalar(number if name == "number" else place, table.schema.field(i).type)
                    table = table.set_column(i, table.schema.field(i), pc.add(table[name], by))
            into.append(table)
        number, place = number + n, place + (0 if last is None else last + 1)
    return Changes(*(pa.concat_tables(some) for some in tables))


def changes(state: State | None, effects: Mapping[str, Effect]) -> Changes:
    """What lines changed.

    Args:
        state: after all corrections; None where none was applied.
        effects: of each line in force, by its id.
    """
    numbers = np.arange(len(effects), dtype=np.int32)
    mentions = [effect.mentions for effect in effects.values()]
    quotations = [effect.quotations for effect in effects.values()]
    moved, spoken = _joined(mentions), _joined(quotations)
    n = len(state.mentions) if state else 0
    by = [np.repeat(numbers, [len(one) for one in rows]) for rows in (mentions, quotations)]
    links = {"number": np.concatenate(by), "place": np.concatenate([moved, spoken + n])}
    things = [_things(state, "mention", moved), _things(state, "quotation", spoken)]
    things[1]["place"] += n
    return Changes(
        pa.table({"number": numbers, "correction_id": pa.array(effects, pa.large_string())}),
        pa.table(links),
        pa.Table.from_pandas(pd.concat(things, ignore_index=True), preserve_index=False),
    )


def _things(state: State | None, what: str, rows: Rows) -> pd.DataFrame:
    """The mentions or quotations of these rows, each once."""
    columns = {
        name: "int32" if name == "place" else "int64" if name in ("start", "end") else "str"
        for name in ("place", "what", "id", *_SPAN)
    }
    if state is None:
        return pd.DataFrame(columns=list(columns)).astype(columns)
    frame = (state.mentions if what == "mention" else state.quotations)[[KEYS[what], *_SPAN]]
    named = np.zeros(len(frame), bool)
    named[rows] = True
    rows = np.flatnonzero(named)
    some = frame.iloc[rows].reset_index(drop=True).rename(columns={KEYS[what]: "id"})
    if what == "quotation":
        said = {i: state.quoted.get(row, {}) for i, row in enumerate(rows.tolist())}
        put_each(some, {i: {n: v for n, v in columns.items() if n in _SPAN} for i, columns in said.items()})
    return some.assign(place=rows, what=what)[list(columns)].astype(columns)


def _joined(rows: list[Rows]) -> Rows:
    return np.concatenate([np.empty(0, np.int32), *rows], dtype=np.int32, casting="unsafe")
