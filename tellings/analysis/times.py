"""The times of which sentences speak: what a filter by time can be set to, with how much each leaves."""

from __future__ import annotations

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import DATED


def spoken_of(corpus: Corpus, filters: Filters, table: str) -> pd.DataFrame:
    """The years and months that are named in the sentences of a table's rows.

    Args:
        corpus: the corpus.
        filters: as the page counts with them; a filter by this very time is left out.
        table: one that can be opened, as `mentions` or `quotations`.

    Returns:
        `period` (`2022`, `2025-05`), `n` rows in sentences that speak of it, in the order of time. A date that is not
        known to the year belongs to none.

    Raises:
        ValueError: a table that cannot be opened.
    """
    where = filters.change(when=()).where(table)
    rows = f"dated_{table} AS {table}"
    if table not in DATED:
        rows = f"(SELECT * FROM {table} JOIN sentence_periods USING (sentence_id)) AS {table}"
    query = f"SELECT period, count(*) AS n FROM {rows} WHERE {where.sql} GROUP BY period ORDER BY period"
    return corpus.sql(query, where.params)
