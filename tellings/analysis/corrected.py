"""What corrections changed, asked of the table `corrected` that a corpus holds beside its own."""

from __future__ import annotations

from tellings.analysis.source import Corpus
from tellings.query.filters import Filters


def of_articles(corpus: Corpus, filters: Filters) -> list[str]:
    """The ids of the corrections that changed something in the articles that the filters let through."""
    where = filters.where("corrected")
    found = corpus.sql(
        f"SELECT DISTINCT correction_id AS id FROM corrected WHERE {where.sql} ORDER BY id", where.params
    )
    return [str(one) for one in found["id"]]
