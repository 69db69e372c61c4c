"""The tables while corrections are applied, one after the other, and the moves that all actions are made of.

Entities are numbers here (`code`), so that moving a hundred thousand mentions is one comparison of an array; the
tables themselves are read only. `writing.py` writes what has changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from tellings.corrections.articles import Articles
from tellings.corrections.columns import Codes, Grouped, Rows, cells, distinct, numbered
from tellings.corrections.entities import Book, made_by, new_id
from tellings.corrections.lines import Correction
from tellings.corrections.marking import marked_rows, where_printed
from tellings.corrections.questions import Questions
from tellings.corrections.relocating import Finder, GoneError
from tellings.corrections.targets import Entity, NewEntity, Place, Span, Unmarked, expect
from tellings.corrections.voices import Voices
from tellings.corrections.words import NOBODY as NOBODY_KNOWN

NOBODY = -1
_NUMBER = re.compile(r"-\d+$")
PLACED_IDS = ("gn:", "ne:", "pt:")
"""How the ids of entities begin that have a place."""


@dataclass(frozen=True, slots=True)
class Effect:
    """The rows that a correction changed, or how many articles of themselves, and in words from what to what; `reason`
    says why where there are none.
    """

    mentions: Rows = field(default_factory=lambda: np.empty(0, np.int64))
    quotations: Rows = field(default_factory=lambda: np.empty(0, np.int64))
    articles: int = 0
    changed: bool = True
    reason: str = ""
    before: str = ""
    after: str = ""


def nothing(reason: str) -> Effect:
    """No effect, and why."""
    return Effect(changed=False, reason=reason)


class State:
    """Mentions, speakers and entities in their present state.

    Attributes:
        entity, by, alive: of each mention its entity's code, the number of the last correction that moved it
            (-1: none), and whether it is still there.
        voices: who speaks each quotation.
        quotation_alive: of each quotation whether it is still there.
        marked: of each missed name that lines mark, the row that stands for it.
        mention_cells, quotation_cells: the columns of both tables as arrays, as the machine left them.
        quoted, pieces: of some quotations other columns and other pieces of their content, by their rows.
        places, moved: what corrections say of places, by place id: of those that the machine may not know, and of
            those where it is wrong.
        called: the short names that people gave articles.
        questions: what several articles answer.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        self.tables = tables
        self.articles, self.questions = Articles(tables), Questions(tables)
        self.lines: list[Correction] = []
        self.number = -1
        self.mentions = tables["mentions"].reset_index(drop=True)
        self.quotations = tables["quotations"].reset_index(drop=True)
        self.speakers = tables["quote_speakers"].reset_index(drop=True)
        self.mention_cells, self.quotation_cells = cells(self.mentions), cells(self.quotations)
        self.book = Book(tables["entities"])
        self._codes: dict[str, int] = {}
        self.ids: list[str] = []
        self.machine = self._coded(self.mentions["entity_id"])
        self.entity = Grouped(self.machine.copy())
        columns = (frame["doc_id"] for frame in (self.mentions, self.quotations, self.speakers))
        self._documents, (here, quoted, said) = numbered(*columns)
        self.document, self.quotation_document = Grouped(here), Grouped(quoted)
        self.voices = Voices(
            speaker=self._coded(self.quotations["speaker_id"]),
            quote_ids=self.quotations["quote_id"],
            said=self._coded(self.speakers["entity_id"]),
            speakers=self.speakers,
            documents=said,
        )
        self.touched, self._asked = self.voices.touched, set[int]()
        self.n_machine = len(self.mentions)
        self.by = np.full(self.n_machine, -1, np.int32)
        self.alive = np.ones(self.n_machine, bool)
        self.quotation_alive = np.ones(len(self.quotations), bool)
        self.marked: dict[Span, int] = {}
        self._mark_at: dict[Span, int] = {}
        self.types: dict[int, str] = {}
        self.uses: dict[int, tuple[str, str | None]] = {}
        self.quoted: dict[int, dict[str, Any]] = {}
        self.pieces: dict[int, list[Span]] = {}
        self.places: dict[str, Place] = {}
        self.moved: dict[str, Place] = {}
        self.called: dict[str, str] = {}
        self._sent: set[Span] = set()
        self._led: set[Span] = set()
        text = self.articles.text
        rows = partial(_rows_in, self._documents)
        self.find_mention = Finder(self.mentions, partial(rows, self.document), text, "name")
        spoken = partial(rows, self.quotation_document)
        self.find_quotation = Finder(self.quotations, spoken, text, "quotation")

    def _coded(self, ids: pd.Series) -> Codes:
        codes, unique = pd.factorize(ids)
        ours = np.array([*(self.code(str(one)) for one in unique), NOBODY], np.int32)
        return ours[codes]

    def expect(self, lines: Sequence[Correction]) -> bool:
        """Hear of lines, in force or not, before they are applied: the missed names that they mark get their rows.

        Returns:
            False where lines that were applied before would have done something else, had they known of these.
        """
        self.lines += lines
        sent = {line.target for line in lines if isinstance(line.target, Span)}
        self._sent |= sent
        where: dict[Span, str] = {}
        for span in dict.fromkeys(line.target.span for line in lines if isinstance(line.target, Unmarked)):
            there = where_printed(span, self.articles.text(span.doc_id) or "")
            sentence_id = self.articles.sentence(there, there.end) if there else None
            if (
                there is None
                or sentence_id is None
                or self.find_mention.overlapping(there, self.n_machine) is not None
            ):
                continue
            if there not in self._mark_at:
                self._mark_at[there] = len(self.mentions) + len(where)
                where[there] = sentence_id
            self.marked[span] = self._mark_at[there]
        same = not sent & self._led and not self.find_mention.guessed & {span.doc_id for span in where}
        self._add(where)
        return same

    def _add(self, where: dict[Span, str]) -> None:
        """Rows for missed names, which are not there until a line in force marks them."""
        if not where:
            return
        n = len(where)
        for span in where:
            self.find_mention.add(span, self._mark_at[span])
        self.mentions = pd.concat([self.mentions, marked_rows(where)], ignore_index=True)
        self.mention_cells = cells(self.mentions)
        self.document.append([self._documents.setdefault(one.doc_id, len(self._documents)) for one in where])
        self.entity.append([NOBODY] * n)
        self.machine = np.append(self.machine, np.full(n, NOBODY, np.int32))
        self.by = np.append(self.by, np.full(n, -1, np.int32))
        self.alive = np.append(self.alive, np.zeros(n, bool))

    def code(self, entity_id: str) -> int:
        """The number of an entity."""
        if entity_id not in self._codes:
            self._codes[entity_id] = len(self.ids)
            self.ids.append(entity_id)
        return self._codes[entity_id]

    def printed(self, row: int) -> Span:
        """Where a mention stands, and what is printed there."""
        doc_id, start, end, text = (
            self.mention_cells[name][row] for name in ("doc_id", "start", "end", "text")
        )
        return Span(doc_id, int(start), int(end), text)

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
        entity_id = self.book.current(self.ids[code]) if code != NOBODY else ""
        if entity_id not in self.book:
            raise GoneError(f"there is no {target.entity_id} any more, and its mention has no entity")
        self.book.successors.setdefault(target.entity_id, entity_id)
        return entity_id

    def _namesake(self, target: Entity) -> str:
        """The entity that has the span and differs from the target's id by its number only, else an empty text.

        It says nothing where some line, in force or not, gives that single mention to another entity.
        """
        if target.span is None or target.span in self._sent:
            return ""
        row = self.find_mention.exact(target.span)
        if row is None or self.machine[row] == NOBODY:
            return ""
        there = self.ids[self.machine[row]]
        same = _NUMBER.sub("", there) == _NUMBER.sub("", target.entity_id)
        if not same or ":" not in there or there.startswith(PLACED_IDS):
            return ""
        self._led.add(target.span)
        return str(there)

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
        self._asked.add(code)
        rows = self.entity.rows(code)
        return rows[self.alive[rows]]

    def reached(self) -> frozenset[str]:
        """The ids of the entities of which all rows were needed."""
        book, codes = self.book, (self.touched | self._asked) - {NOBODY}
        others = (book.changed, book.added, book.gone, book.successors, book.successors.values(), self.places)
        return frozenset(self.ids[code] for code in codes).union(*others, self.moved)

    def types_of(self, rows: Rows) -> npt.NDArray[np.object_]:
        """The types of mentions: their entities', else what was said of the mention, else the machine's."""
        codes, inverse = np.unique(self.entity[rows], return_inverse=True)
        kinds = [self.book[self.ids[code]]["type"] if code != NOBODY else None for code in codes.tolist()]
        types = np.array(kinds, dtype=object)[inverse]
        for i in np.flatnonzero(self.entity[rows] == NOBODY).tolist():
            types[i] = self.types.get(int(rows[i]), self.mention_cells["type"][rows[i]])
        return types

    def move(self, rows: Rows, code: int) -> Rows:
        """Give mentions to another entity; the speakers printed there go with them.

        Returns:
            The quotations whose speaker changed.
        """
        quotations = self._speak(rows, code)
        self.touched.update(distinct(self.entity[rows]).tolist(), (code,))
        self.entity.put(rows, code)
        self.by[rows] = self.number
        for row in rows.tolist() if self.types else ():
            self.types.pop(row, None)
        return quotations

    def drop(self, rows: Rows) -> Rows:
        """Take mentions away; speakers printed there are nobody known."""
        quotations = self._speak(rows, NOBODY)
        self.touched.update(distinct(self.entity[rows]).tolist())
        self.alive[rows], self.by[rows] = False, self.number
        return quotations

    def relabel(self, old: int, new: int) -> tuple[Rows, Rows]:
        """Give all that an entity has to another (or to nobody): mentions and words.

        Returns:
            The mentions and the quotations that changed.
        """
        rows = self.rows(old)
        self.entity.put(rows, new)
        self.by[rows] = self.number
        self.touched |= {old, new}
        return rows, self.voices.relabel(old, new, self.number)

    def _speak(self, rows: Rows, code: int) -> Rows:
        """Let the speakers that are printed where mentions stand, and have their entity, be another."""
        at = self.voices.printed_at(self.mention_cells, rows, self.document[rows], self.entity[rows])
        return self.voices.change(at, code, self.number)

    def nearest(self, code: int, row: int) -> int | None:
        """The mention of an entity that stands nearest to a quotation, outside of it; None where there is none."""
        start, end = (self.quotation_cells[edge][row] for edge in ("start", "end"))
        rows = self.rows(code)
        rows = rows[self.document[rows] == self.quotation_document[row]]
        starts, ends = (self.mention_cells[edge][rows] for edge in ("start", "end"))
        gap = np.maximum(start - ends, starts - end)
        rows, gap = rows[gap >= 0], gap[gap >= 0]
        return int(rows[np.argmin(gap)]) if len(gap) else None

    def n_documents(self, mentions: Rows, quotations: Rows) -> int:
        """In how many articles these mentions and quotations stand."""
        return len(distinct(self.document[mentions], self.quotation_document[quotations]))

    def content(self, row: int) -> list[Span]:
        """The pieces of a quotation's content as they are now."""
        if row in self.pieces:
            return self.pieces[row]
        return self.articles.pieces(self.quotation_cells["quote_id"][row], "content")


def method(line: Correction) -> str:
    """What the column `method` of a corrected row says."""
    return f"correction:{line.id}"


def _rows_in(numbers: Mapping[str, int], documents: Grouped, doc_id: str) -> Rows:
    return documents.rows(numbers[doc_id]) if doc_id in numbers else np.empty(0, np.int64)
