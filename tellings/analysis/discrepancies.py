"""Questions that several articles answer, how their answers stand to each other, and who gives which."""

from __future__ import annotations

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import marks

SURE = 0.7
"""The score below which a topic is shown as *perhaps*."""

MOST_OTHERS = 500
"""So many questions are offered to be joined with one."""


_SEVERAL = "(count(DISTINCT doc_id) > 1 OR (count(DISTINCT said_by) > 1 AND count(DISTINCT value) > 1))"
"""SQL: two articles answer, or two sources of one."""


def topics(corpus: Corpus, filters: Filters, verdict: str) -> pd.DataFrame:
    """The questions of that verdict that at least two of the articles answer which the filters let through.

    Args:
        corpus: the corpus.
        filters: of the page; words are looked for in the questions and answers.
        verdict: `conflict`, `compatible` or `agree`.

    Returns:
        `topic_id, topic, kind, verdict, reason, method, score, n` (answers), `n_documents, n_tellings`; the sure
        ones before the others, those that most articles answer first.
    """
    where = filters.where("discrepancies").also("verdict = ?", verdict)
    return corpus.sql(
        f"""
        SELECT topic_id, any_value(topic) AS topic, any_value(kind) AS kind, any_value(verdict) AS verdict,
               any_value(reason) AS reason, any_value(method) AS method, max(score) AS score,
               count(*) AS n, count(DISTINCT doc_id) AS n_documents, count(DISTINCT telling) AS n_tellings
        FROM (SELECT * FROM discrepancies WHERE {where.sql}) JOIN told_once USING (doc_id)
        GROUP BY topic_id HAVING {_SEVERAL}
        ORDER BY max(score) < {SURE}, n_documents DESC, n DESC, max(score) DESC, topic_id
        """,
        where.params,
    )


def counts(corpus: Corpus, filters: Filters) -> dict[str, int]:
    """How many questions of each verdict at least two of the articles answer."""
    where = filters.where("discrepancies")
    counted = corpus.sql(
        f"""
        SELECT verdict, count(*) AS n FROM (
            SELECT topic_id, any_value(verdict) AS verdict FROM discrepancies WHERE {where.sql}
            GROUP BY topic_id HAVING {_SEVERAL}
        ) GROUP BY verdict
        """,
        where.params,
    )
    return {str(verdict): int(n) for verdict, n in zip(counted.verdict, counted.n, strict=True)}


def answers(corpus: Corpus, filters: Filters, topic_ids: tuple[str, ...]) -> pd.DataFrame:
    """Who gives which answer to these questions. What an article gives in another unit right behind, in brackets, is
    the answer before it: 84 million naira ($58,000).

    Returns:
        `topic_id, value, texts` (as printed, a tuple), `outlet, doc_id, label, said_by` (names, may be
        null), the answers that most articles give first.
    """
    where = filters.where("discrepancies").also(f"topic_id IN ({marks(topic_ids)})", *topic_ids)
    frame = corpus.sql(
        f"""
        WITH own AS (SELECT * FROM discrepancies WHERE {where.sql}),
        near AS (
            SELECT own.*, lag(own."end") OVER w AS before, lag(own.value) OVER w AS first, d.text AS whole
            FROM own JOIN documents d USING (doc_id) WINDOW w AS (PARTITION BY topic_id, doc_id ORDER BY own.start)
        ),
        a AS (
            SELECT * REPLACE (if(coalesce(trim(substr(whole, before + 1, start - before)) = '(', false),
                              first, value) AS value) FROM near
        ),
        told AS (
            SELECT topic_id, value, doc_id, d.short AS outlet, d.label,
                   list(regexp_replace(a.text, '\\s+', ' ', 'g') ORDER BY a.start) AS texts,
                   string_agg(DISTINCT e.name, ', ') AS said_by
            FROM a JOIN documents d USING (doc_id)
                 LEFT JOIN entities e ON e.entity_id = a.said_by
            GROUP BY ALL
        )
        SELECT topic_id, value, texts, outlet, doc_id, label, said_by FROM told
        ORDER BY topic_id, count(*) OVER (PARTITION BY topic_id, value) DESC, value, doc_id
        """,
        where.params,
    )
    return frame.assign(texts=frame.texts.map(lambda texts: tuple(dict.fromkeys(texts))))


def spans(corpus: Corpus, topic_id: str) -> pd.DataFrame:
    """All answers to a question, in the order of articles and text: `doc_id, start, end, text, short`."""
    return corpus.sql(
        """
        SELECT doc_id, start, "end", a.text, d.short FROM discrepancies a JOIN documents d USING (doc_id)
        WHERE topic_id = ? ORDER BY doc_id, start
        """,
        [topic_id],
    )


def others(corpus: Corpus, topic_id: str) -> pd.DataFrame:
    """The other questions, those of the same kind and of the same articles first: `topic_id, topic`."""
    return corpus.sql(
        f"""
        WITH own AS (SELECT DISTINCT kind, doc_id FROM discrepancies WHERE topic_id = ?)
        SELECT topic_id, any_value(topic) AS topic FROM discrepancies
        WHERE topic_id <> ? GROUP BY topic_id
        ORDER BY max(kind IN (SELECT kind FROM own)) DESC, count(*) FILTER (doc_id IN (SELECT doc_id FROM own)) DESC, 1
        LIMIT {MOST_OTHERS}
        """,
        [topic_id, topic_id],
    )
