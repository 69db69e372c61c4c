"""Who speaks each quotation while corrections are applied: the one speaker, and all that are printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from tellings.corrections.columns import Codes, Grouped, Rows, cells, distinct


@dataclass(slots=True)
class Said:
    """A speaker in print: where, and the code of the entity."""

    start: int
    end: int
    text: str
    code: int


class Voices:
    """The speakers, by the codes of their entities.

    Args:
        speaker: of each quotation the code of its one speaker.
        quote_ids: of each quotation its id.
        said: of each row of `speakers` the code.
        speakers: the table `quote_speakers`.
        documents: of each row of `speakers` its article's number.

    Attributes:
        by: of each quotation the number of the last correction that changed its speaker, -1 where none did.
        quotation_of: of each row of `speakers` the row of its quotation.
        given: the speakers that corrections gave to quotations, by the quotation's row; they replace its rows.
        touched: the entities of which a speaker was taken, or to which one was given.
    """

    def __init__(
        self, speaker: Codes, quote_ids: pd.Series[str], said: Codes, speakers: pd.DataFrame, documents: Rows
    ) -> None:
        self.speaker, self.said, self._speakers = Grouped(speaker), Grouped(said), cells(speakers)
        self._documents = documents
        self.by = np.full(len(speaker), -1, np.int32)
        self.quotation_of = Grouped(pd.Index(quote_ids).get_indexer(pd.Index(speakers["quote_id"])))
        self._n_speakers = np.bincount(self.quotation_of.values, minlength=len(speaker))
        self.given: dict[int, list[Said]] = {}
        self._given_to: dict[int, list[Said]] = defaultdict(list)
        self.is_given = np.zeros(len(speaker), bool)
        self.touched: set[int] = set()

    def of(self, row: int) -> list[Said]:
        """The speakers of a quotation as they are now."""
        if row in self.given:
            return self.given[row]
        start, end, text = (self._speakers[name] for name in ("start", "end", "text"))
        rows = self.quotation_of.rows(row).tolist()
        return [Said(int(start[at]), int(end[at]), text[at], int(self.said[at])) for at in rows]

    def give(self, row: int, speaker: int, given: list[Said], number: int) -> None:
        """Say who speaks a quotation: the code of its one speaker, and all who are printed."""
        before = (one.code for one in self.of(row))
        self.touched.update((speaker, int(self.speaker[row]), *before, *(one.code for one in given)))
        self.speaker.put(np.array([row]), speaker)
        self.by[row], self.is_given[row], self.given[row] = number, True, given
        for one in given:
            self._given_to[one.code].append(one)

    def change(self, at: Rows, code: int, number: int) -> Rows:
        """Change the entity of printed speakers, and of the quotations whose one speaker they are.

        Returns:
            The quotations of which a speaker changed.
        """
        quotations = self._quotations(at)
        quotations = quotations[~self.is_given[quotations]]
        self.touched.update(distinct(self.said[at]).tolist())
        self.said.put(at, code)
        self.speaker.put(quotations[self._n_speakers[quotations] == 1], code)
        self.by[quotations] = number
        return quotations

    def relabel(self, old: int, new: int, number: int) -> Rows:
        """Give all words of an entity to another (or to nobody).

        Returns:
            The quotations of which a speaker changed.
        """
        spoken, said = self.speaker.rows(old), self.said.rows(old)
        self.speaker.put(spoken, new)
        self.said.put(said, new)
        self.by[spoken] = number
        for one in self._given_to.pop(old, ()):
            if one.code == old:
                one.code = new
                self._given_to[new].append(one)
        return distinct(spoken, self._quotations(said))

    def printed_at(self, mentions: Mapping[str, Any], rows: Rows, documents: Rows, codes: Codes) -> Rows:
        """The rows of `speakers` that begin or end with one of these mentions and have its entity.

        Args:
            mentions: the columns of the table.
            rows: which of its mentions.
            documents: of each of these its article's number.
            codes: of each of these its entity's code.
        """
        speakers = [np.empty(0, np.int64)]
        for edge, (order, there) in self._edges.items():
            here = (documents << 32) + mentions[edge][rows]
            low, high = np.searchsorted(there, here), np.searchsorted(there, here, "right")
            n = high - low
            if not n.any():
                continue
            at = order[np.arange(n.sum()) + np.repeat(low - (np.cumsum(n) - n), n)]
            speakers.append(at[self.said[at] == np.repeat(codes, n)])
        return distinct(*speakers)

    @cached_property
    def _edges(self) -> dict[str, tuple[Rows, Rows]]:
        """Where the printed speakers begin and end: their rows in that order, and their places."""
        places = {edge: (self._documents << 32) + self._speakers[edge] for edge in ("start", "end")}
        orders = {edge: np.argsort(there, kind="stable") for edge, there in places.items()}
        return {edge: (order, places[edge][order]) for edge, order in orders.items()}

    def _quotations(self, said: Rows) -> Rows:
        return distinct(self.quotation_of[said])
