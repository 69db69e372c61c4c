"""All that a corpus answers: its tables, its views, and how much of each counts."""

from __future__ import annotations

import pandas as pd

from tellings import schema
from tellings.query import openable
from tellings.query.filters import Filters
from tellings.store.corpus import Corpus
from tellings.store.views import VIEWS


def answers(corpus: Corpus) -> dict[str, pd.DataFrame]:
    """Every answer by its name; where two corpora are the same, so are these."""
    asked = {name: f'SELECT * FROM "{name}" ORDER BY ALL' for name in (*schema.TABLES, *VIEWS, "corrected")}
    # Numbers of sentences only tell one from another.
    asked["sentence_names"] = """
        SELECT * EXCLUDE (number), dense_rank() OVER (ORDER BY sentence_id) AS sentence,
               dense_rank() OVER (PARTITION BY number ORDER BY sentence_id) AS of_number
        FROM sentence_names ORDER BY ALL"""
    asked["its numbers"] = """
        SELECT sentence_id, count(DISTINCT number) AS n FROM sentence_names GROUP BY sentence_id ORDER BY ALL"""
    answered = {name: corpus.sql(query) for name, query in asked.items()}
    for name in openable.OPENABLE:
        where = Filters().where(name)
        query = f"SELECT count(*) FROM {name} WHERE {where.sql}"
        answered[f"counted {name}"] = corpus.sql(query, where.params)
    return answered
