"""The tables while corrections are applied, one after the other, and the moves that all actions are made of.

Entities are numbers here (`code`), so that moving a hundred thousand mentions is one comparison of an array; the
tables themselves are read only. `tables.py` writes what has changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from tellings.corrections.columns import numbered
from tellings.corrections.entities import Book, made_by, new_id
from tellings.corrections.lines import Correction, spans
from tellings.corrections.marking import with_marked
from tellings.corrections.relocating import Finder, GoneError
from tellings.corrections.targets import Entity, NewEntity, Place, Span, expect
from tellings.corrections.words import NOBODY as NOBODY_KNOWN

Rows = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
NOBODY = -1
_NUMBER = re.compile(r"-\d+$")
PLACED_IDS = ("gn:", "ne:", "pt:")
"""How the ids of entities begin that have a place."""


@dataclass(frozen=True, slots=True)
class Effect:
    """The rows that a correction changed, and in words from what to what; `reason` says why where there are none."""

    mentions: Rows = field(default_factory=lambda: np.empty(0, np.int64))
    quotations: Rows = field(default_factory=lambda: np.empty(0, np.int64))
    changed: bool = True
    reason: str = ""
    before: str = ""
    after: str = ""


def nothing(reason: str) -> Effect:
    """No effect, and why."""
    return Effect(changed=False, reason=reason)


@dataclass(slots=True)
class Said:
    """A speaker whom a correction gives to a quotation."""

    start: int
    end: int
    text: str
    code: int


class State:
    """Mentions, speakers and entities in their present state.

    Attributes:
        entity, by, alive: of each mention its entity's code, the number of the last correction that moved it
            (-1: none), and whether it is still there.
        speaker, speaker_by: of each quotation the code of its one speaker, and the number of the correction.
        said: of each row of `quote_speakers` the entity's code.
        marked: of each missed name that lines mark, the row that stands for it.
        given: the speakers that corrections gave to quotations, by the quotation's row; they replace its rows.
        places, moved: what corrections say of places, by place id: of those that the machine may not know, and of
            those where it is wrong.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame], lines: Sequence[Correction]) -> None:
        self.tables, self.lines = tables, lines
        machine = tables["mentions"].reset_index(drop=True)
        self.mentions, self.marked = with_marked(machine, lines, tables)
        self.quotations = tables["quotations"].reset_index(drop=True)
        self.speakers = tables["quote_speakers"].reset_index(drop=True)
        self.book = Book(tables["entities"])
        self._codes: dict[str, int] = {}
        self.ids: list[str] = []
        self.number = -1
        self.entity = self._coded(self.mentions["entity_id"])
        self.machine = self.entity.copy()
        self.speaker = self._coded(self.quotations["speaker_id"])
        self.said = self._coded(self.speakers["entity_id"])
        documents = numbered(self.mentions["doc_id"], self.quotations["doc_id"], self.speakers["doc_id"])
        self.document, self.quotation_document, self.said_document = documents
        self._n_known = max(int(some.max(initial=-1)) for some in documents) + 1
        self.by = np.full(len(self.mentions), -1, np.int32)
        self.alive = np.arange(len(self.mentions)) < len(machine)
        self.n_machine = len(machine)
        self.speaker_by = np.full(len(self.quotations), -1, np.int32)
        self.quotation_alive = np.ones(len(self.quotations), bool)
        self.given: dict[int, list[Said]] = {}
        self.types: dict[int, str] = {}
        self.uses: dict[int, tuple[str, str | None]] = {}
        self.quoted: dict[int, dict[str, Any]] = {}
        self.pieces: dict[int, list[Span]] = {}
        self.places: dict[str, Place] = {}
        self.moved: dict[str, Place] = {}
        self.touched: set[int] = set()
        self._spans = list(spans(lines))

    def _coded(self, ids: pd.Series) -> Codes:
        codes, unique = pd.factorize(ids)
        ours = np.array([*(self.code(str(one)) for one in unique), NOBODY], np.int32)
        return ours[codes]

    def code(self, entity_id: str) -> int:
        """The number of an entity."""
        if entity_id not in self._codes:
            self._codes[entity_id] = len(self.ids)
            self.ids.append(entity_id)
        return self._codes[entity_id]

    @cached_property
    def find_mention(self) -> Finder:
        """Finds mentions."""
        return Finder(self.mentions, {span.doc_id for span in self._spans}, self.tables, "name")

    @cached_property
    def find_quotation(self) -> Finder:
        """Finds quotations."""
        return Finder(self.quotations, {span.doc_id for span in self._spans}, self.tables, "quotation")

    @cached_property
    def used_by_machine(self) -> dict[str, tuple[str, str | None]]:
        """How each place name is used and what it stands for, by the id of its mention, as the machine found it."""
        toponyms = self.tables["toponyms"]
        stands_for = [None if pd.isna(one) else str(one) for one in toponyms["stands_for"].tolist()]
        uses = zip(toponyms["use"].tolist(), stands_for, strict=True)
        return dict(zip(toponyms["mention_id"].tolist(), uses, strict=True))

    def mention(self, span: Span) -> int:
        """The row of a mention that is still there."""
        row = self.find_mention.row(span)
        if not self.alive[row]:
            missed = row >= self.n_machine
            raise GoneError(
                "no correction in force marks it" if missed else "it is rejected by another correction"
            )
        return row

    def mark(self, span: Span) -> int:
        """The row of a name that the machine missed, there from now on; or of the mention that it finds by now."""
        row = self.marked.get(span)
        if row is None:
            return self.mention(span)
        self.alive[row] = True
        return row

    def quotation(self, span: Span) -> int:
        """The row of a quotation that is still there."""
        row = self.find_quotation.row(span)
        if not self.quotation_alive[row]:
            raise GoneError("it is rejected by another correction")
        return row

    def resolve(self, target: Entity) -> str:
        """The id of the entity that is meant, as it is now.

        The id wins if there is such an entity. Where another build only numbered namesakes another way ("kim",
        "kim-2"), or has no such id, the span decides. An entity made by a correction is never looked for by its span.

        Raises:
            GoneError: neither leads to an entity.
        """
        entity_id = self.book.current(target.entity_id)
        if entity_id in self.book:
            return self.book.current(self._namesake(target)) or entity_id
        if made_by(target.entity_id):
            raise GoneError(
                f"it was made by the correction {made_by(target.entity_id)}, which is not in force"
            )
        if entity_id in self.book.gone:
            raise GoneError("it is rejected by another correction")
        if target.span is None:
            raise GoneError(f"there is no {target.entity_id} any more")
        code = self.machine[self.find_mention.row(target.span)]
        found = self.book.current(self.ids[code]) if code != NOBODY else ""
        if found not in self.book:
            raise GoneError(f"there is no {target.entity_id} any more, and its mention has no entity")
        self.book.successors.setdefault(target.entity_id, found)
        return found

    def _namesake(self, target: Entity) -> str:
        """The entity that has the span and differs from the target's id by its number only, else an empty text."""
        if target.span is None or target.span in self._sent:
            return ""
        row = self.find_mention.exact(target.span)
        if row is None or self.machine[row] == NOBODY:
            return ""
        there = self.ids[self.machine[row]]
        same = _NUMBER.sub("", there) == _NUMBER.sub("", target.entity_id)
        return there if same and ":" in there and not there.startswith(PLACED_IDS) else ""

    @cached_property
    def _sent(self) -> set[Span]:
        """The single mentions that some line, in force or not, gives to another entity."""
        return {line.target for line in self.lines if isinstance(line.target, Span)}

    def someone(self, who: object) -> int:
        """The code of an entity that a correction names, made where it is new."""
        if who is None:
            return NOBODY
        if isinstance(who, Entity):
            return self.code(self.resolve(who))
        line, who = self.lines[self.number], expect(who, NewEntity)
        entity_id = new_id(who.type, who.name, line.id)
        return self.code(self.book.add(entity_id, who.name, who.type, method(line)))

    def name(self, code: int) -> str:
        """An entity's name, as it is now; in words where it is nobody."""
        return NOBODY_KNOWN if code == NOBODY else str(self.book[self.ids[code]]["name"])

    def rows(self, code: int) -> Rows:
        """The mentions of an entity."""
        return np.flatnonzero((self.entity == code) & self.alive)

    def types_of(self, rows: Rows) -> npt.NDArray[np.object_]:
        """The types of mentions: their entities', else what was said of the mention, else the machine's."""
        codes, inverse = np.unique(self.entity[rows], return_inverse=True)
        kinds = [self.book[self.ids[code]]["type"] if code != NOBODY else None for code in codes.tolist()]
        types = np.array(kinds, dtype=object)[inverse]
        for i in np.flatnonzero(self.entity[rows] == NOBODY).tolist():
            types[i] = self.types.get(int(rows[i]), self.mentions["type"].iloc[rows[i]])
        return types

    def move(self, rows: Rows, code: int) -> Rows:
        """Give mentions to another entity; the speakers printed there go with them.

        Returns:
            The quotations whose speaker changed.
        """
        at = self._speakers_at(rows)
        quotations = self._speak(at, code)
        self.touched.update(np.unique(self.entity[rows]).tolist(), (code,))
        self.entity[rows], self.by[rows] = code, self.number
        for row in rows.tolist() if self.types else ():
            self.types.pop(row, None)
        return quotations

    def drop(self, rows: Rows) -> Rows:
        """Take mentions away; speakers printed there are nobody known."""
        quotations = self._speak(self._speakers_at(rows), NOBODY)
        self.touched.update(np.unique(self.entity[rows]).tolist())
        self.alive[rows], self.by[rows] = False, self.number
        return quotations

    def relabel(self, old: int, new: int) -> tuple[Rows, Rows]:
        """Give all that an entity has to another (or to nobody): mentions and words.

        Returns:
            The mentions and the quotations that changed.
        """
        rows, spoken = self.rows(old), np.flatnonzero(self.speaker == old)
        self.entity[rows], self.by[rows] = new, self.number
        self.speaker[spoken], self.speaker_by[spoken] = new, self.number
        said = np.flatnonzero(self.said == old)
        self.said[said] = new
        for one in (one for some in self.given.values() for one in some if one.code == old):
            one.code = new
        self.touched |= {old, new}
        return rows, np.union1d(spoken, self._quotation_rows(said))

    def _speakers_at(self, rows: Rows) -> Rows:
        """The rows of `quote_speakers` that begin or end with one of the mentions and have its entity."""
        found = np.zeros(len(self.said), bool)
        for edge in ("start", "end"):
            here = (self.document[rows] << 32) + self.mentions[edge].to_numpy()[rows]
            there = (self.said_document << 32) + self.speakers[edge].to_numpy()
            order = np.argsort(here, kind="stable")
            keys, codes = here[order], self.entity[rows][order]
            at = np.minimum(np.searchsorted(keys, there), len(keys) - 1)
            found |= (keys[at] == there) & (codes[at] == self.said) if len(keys) else False
        return np.flatnonzero(found)

    def _speak(self, at: Rows, code: int) -> Rows:
        """Change the entity of speakers, and of the quotations whose one speaker they are."""
        quotations = np.setdiff1d(self._quotation_rows(at), np.array(list(self.given), np.int64))
        self.touched.update(np.unique(self.said[at]).tolist())
        self.said[at] = code
        alone = quotations[self._n_speakers[quotations] == 1]
        self.speaker[alone], self.speaker_by[quotations] = code, self.number
        return quotations

    def _quotation_rows(self, said: Rows) -> Rows:
        return np.asarray(np.unique(self._quotation_of[said]), np.int64)

    @cached_property
    def _quotation_of(self) -> Rows:
        """Of each row of `quote_speakers` the row of its quotation."""
        quotations = pd.Index(self.quotations["quote_id"])
        return np.asarray(quotations.get_indexer(pd.Index(self.speakers["quote_id"])), np.int64)

    @cached_property
    def _n_speakers(self) -> Rows:
        return np.bincount(self._quotation_of, minlength=len(self.quotations)).astype(np.int64)

    def speakers_of(self, row: int) -> Rows:
        """The rows of `quote_speakers` of a quotation."""
        return np.flatnonzero(self._quotation_of == row)

    def nearest(self, code: int, row: int) -> int | None:
        """The mention of an entity that stands nearest to a quotation, outside of it; None where there is none."""
        quotation = self.quotations.iloc[row]
        rows = self.rows(code)
        some = self.mentions.iloc[rows[self.document[rows] == self.quotation_document[row]]][["start", "end"]]
        gap = np.maximum(quotation["start"] - some["end"], some["start"] - quotation["end"])
        gap = gap[gap >= 0]
        return int(gap.idxmin()) if len(gap) else None

    def n_documents(self, mentions: Rows, quotations: Rows) -> int:
        """In how many articles these mentions and quotations stand."""
        there = np.zeros(self._n_known, bool)
        there[self.document[mentions]] = there[self.quotation_document[quotations]] = True
        return int(there.sum())

    def content(self, row: int) -> list[Span]:
        """The pieces of a quotation's content."""
        if row in self.pieces:
            return self.pieces[row]
        parts = self.tables["quote_parts"]
        own = parts[
            (parts["quote_id"] == self.quotations["quote_id"].iloc[row]) & (parts["role"] == "content")
        ]
        columns = (own[name].tolist() for name in ("doc_id", "start", "end", "text"))
        return sorted((Span(*one) for one in zip(*columns, strict=True)), key=lambda one: one.start)


def method(line: Correction) -> str:
    """What the column `method` of a corrected row says."""
    return f"correction:{line.id}"
