"""What a page shows: its corpus, filters and selection, and how that is cited, kept and drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from tellings import plural
from tellings.query.filters import Filters
from tellings.query.selection import Selection
from tellings.store.corpus import Corpus
from tellings.ui import load
from tellings.views.theme import Look

T = TypeVar("T")


@dataclass(frozen=True)
class View:
    """What a page shows: its corpus, filters and selection, drawn in the visitor's theme and for the room there is."""

    page: str
    corpus: Corpus
    filters: Filters
    selection: Selection | None
    theme: str
    window: str = ""

    @cached_property
    def place(self) -> str:
        """Corpus and hash, as every source line and file name gives them."""
        return f"{self.corpus.name} · {self.hash}"

    @property
    def hash(self) -> str:
        """The hash to be cited: of the texts, and where people corrected what was found, of their corrections."""
        return self.corpus.hash + (f"-{self.corpus.corrected_as}" if self.corpus.n_corrections else "")

    def opened(self, *keys: str) -> tuple[str, ...]:
        """What is open, by these keys of the selection; empty where it does not say."""
        return tuple((self.selection.get(key) if self.selection else None) or "" for key in keys)

    def keep(self, what: str, build: Callable[[], T], *also: Any) -> T:
        """A figure or table made from this view (and `also`), kept so that the next visitor does not wait for it."""
        return load.keep(self.corpus, (self.page, what, self.filters, self.theme, self.window, *also), build)

    def look(self, source: str, *selected: str, title: str = "") -> Look:
        """How a figure of this view looks: in its theme, with that source line and what is open in it."""
        return Look(self.theme, title, source, selected, room=self.window)

    def source(self, n: int, noun: str) -> str:
        """The source line of a chart or table."""
        n_corrections = self.corpus.n_corrections
        corrected = f" · with {plural.several(n_corrections, 'correction')}" if n_corrections else ""
        return f"Tellings · {self.corpus.title} · n = {n:,} {plural.noun(n, noun)}{corrected} · {self.hash}"

    def file_name(self, what: str, n: int) -> str:
        """The name of a file to take away: what, corpus, n and hash."""
        return f"{self.corpus.name}_{what}_n{n}_{self.hash}"
