"""What analysis needs of a corpus: answers to SQL. Nothing here opens a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import pandas as pd


class Corpus(Protocol):
    """Anything that answers SQL about the tables of `schema.py`."""

    def sql(self, query: str, params: Sequence[Any] | Mapping[str, Any] | None = None) -> pd.DataFrame:
        """The answer to a query; values are bound, never written into the text."""
        ...
