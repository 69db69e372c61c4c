"""What the machine is least sure of, one decision a row: types, merges, speakers and places that nobody has looked at.

The scores are those of the tables (`docs/corrections.md` says what they are worth). A decision for several mentions of
one name is shown by the least sure of them; it is looked at as soon as a person said something of any.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import Where
from tellings.schema import PLACE_TYPES

VIEWS = {
    "check": "",
    "check-types": "type",
    "check-merges": "merge",
    "check-speakers": "speaker",
    "check-places": "place",
}
"""The views of the page of corrections that list them: of all kinds, and of one."""

SURE = 0.9
"""What is right in nine of ten cases is not listed."""

NEAREST = 3
"""Speakers that are offered beside the one that a quotation has."""

_TYPES = {
    "person": ("organisation", "city", "product", "other"),
    "organisation": ("person", "city", "facility", "other"),
    "product": ("organisation", "person", "event", "other"),
    "event": ("organisation", "product", "location", "other"),
}
_BY_PERSON = "starts_with(method, 'correction:')"

_QUESTIONS = {
    "type": f"""
        SELECT 'type' AS decision, min(score) AS score, arg_min(mention_id, (score, doc_id, start)) AS id,
               count(*) AS n FROM ({{mentions}}) WHERE entity_id IS NOT NULL
               AND entity_id NOT IN (SELECT entity_id FROM mentions WHERE entity_id IS NOT NULL AND {_BY_PERSON})
               AND entity_id NOT IN (SELECT entity_id FROM entities WHERE {_BY_PERSON})
        GROUP BY entity_id""",
    "merge": f"""
        SELECT 'merge' AS decision, min(c.link_score) AS score, arg_min(mention_id, (c.link_score, m.start)) AS id,
               count(*) AS n FROM ({{mentions}}) m JOIN chains c ON c.id = m.mention_id
        WHERE m.entity_id IS NOT NULL GROUP BY m.entity_id, m.doc_id, m.text
        HAVING NOT bool_or({_BY_PERSON}) AND min(c.link_score) IS NOT NULL""",
    "speaker": f"""
        SELECT 'speaker' AS decision, score, quote_id AS id, 1 AS n FROM ({{quotations}}) WHERE NOT {_BY_PERSON}""",
    "place": f"""
        SELECT 'place' AS decision, min(score) AS score, arg_min(mention_id, (score, start)) AS id,
               count(*) AS n FROM ({{toponyms}}) GROUP BY doc_id, text, place_id HAVING NOT bool_or({_BY_PERSON})""",
}  # fmt: skip


def doubtful(corpus: Corpus, filters: Filters, decision: str = "") -> pd.DataFrame:
    """The decisions of which the machine is not sure, the least sure first.

    Args:
        corpus: where to look.
        filters: articles, publishers and whatever else narrows mentions, quotations and place names.
        decision: `type`, `merge`, `speaker` or `place`; all where it is empty.

    Returns:
        `decision, score, id` (of the mention or quotation by which it is shown), `n` (mentions that it decides),
        `doc_id, start, end, text, form, type, entity_id, name` (of the entity or speaker; None where there is none),
        and of places `place_id, place, kind, country_code`. Only scores below `SURE`.
    """
    params: list[Any] = []
    parts = []
    for name, table in (
        ("type", "mentions"),
        ("merge", "mentions"),
        ("speaker", "quotations"),
        ("place", "toponyms"),
    ):
        if decision in ("", name):
            where = _narrowed(filters, table)
            parts.append(_QUESTIONS[name].format(**{table: f"SELECT * FROM {table} WHERE {where.sql}"}))
            params += where.params
    return corpus.sql(
        f"""
        WITH picked AS ({" UNION ALL ".join(parts)})
        SELECT p.*, coalesce(m.doc_id, q.doc_id) AS doc_id, coalesce(m.start, q.start) AS start,
               coalesce(m."end", q."end") AS "end", coalesce(m.text, q.text) AS text, m.form,
               coalesce(e.type, m.type) AS type, coalesce(m.entity_id, q.speaker_id) AS entity_id, e.name,
               t.place_id, t.name AS place, t.kind, t.country_code
        FROM picked p LEFT JOIN mentions m ON p.decision <> 'speaker' AND m.mention_id = p.id
        LEFT JOIN quotations q ON p.decision = 'speaker' AND q.quote_id = p.id
        LEFT JOIN entities e ON e.entity_id = coalesce(m.entity_id, q.speaker_id)
        LEFT JOIN toponyms t ON p.decision = 'place' AND t.mention_id = p.id
        WHERE p.score < ? ORDER BY p.score, p.decision, doc_id, start, p.id""",
        [*params, SURE],
    )


def _narrowed(filters: Filters, table: str) -> Where:
    return filters.only("doc", "publisher", "date").where(table)


def other_types(kind: str) -> tuple[str, ...]:
    """The types that a name of this type is most often in truth, the likeliest first."""
    if kind in PLACE_TYPES:
        return ("person", "organisation", *[one for one in ("facility", "city") if one != kind][:1], "other")
    return _TYPES.get(kind, ("person", "organisation", "event", "product"))


def alike(corpus: Corpus, doc_id: str, start: int) -> pd.DataFrame:
    """The mentions of an article that are printed as the one that stands there and are held to be the same.

    Returns:
        `doc_id, start, end, text`, in order.
    """
    return corpus.sql(
        'SELECT b.doc_id, b.start, b."end", b.text FROM mentions a JOIN mentions b ON b.doc_id = a.doc_id '
        "AND b.text = a.text AND b.entity_id IS NOT DISTINCT FROM a.entity_id "
        "WHERE a.doc_id = ? AND a.start = ? ORDER BY b.start",
        [doc_id, start],
    )


def beside(corpus: Corpus, quote_id: str) -> pd.DataFrame:
    """Who else may speak a quotation: persons and bodies of its article, those named nearest to it first.

    Returns:
        `entity_id, name, type`, at most `NEAREST` rows.
    """
    return corpus.sql(
        """
        SELECT e.entity_id, e.name, e.type FROM quotations q JOIN mentions m USING (doc_id)
        JOIN entities e ON e.entity_id = m.entity_id
        WHERE q.quote_id = ? AND e.type IN ('person', 'organisation') AND e.entity_id IS DISTINCT FROM q.speaker_id
        AND (m."end" <= q.start OR m.start >= q."end")
        GROUP BY e.entity_id, e.name, e.type
        ORDER BY min(least(abs(m.start - q."end"), abs(q.start - m."end"))) + 200 * (e.type <> 'person')::INT,
                 e.entity_id LIMIT ?""",
        [quote_id, NEAREST],
    )


def others(corpus: Corpus, text: str, entity_id: str) -> pd.DataFrame:
    """Other entities that a printed form may stand for: those printed so, or with its last word in their name.

    Returns:
        `entity_id, name, type`, at most `NEAREST` rows, the most named first.
    """
    last = text.split()[-1]
    return corpus.sql(
        """
        SELECT entity_id, name, type FROM entities WHERE entity_id <> $id AND (
            entity_id IN (SELECT entity_id FROM variants WHERE lower(text) = lower($text))
            OR list_contains(string_split(lower(name), ' '), lower($last)))
        ORDER BY n_mentions DESC, entity_id LIMIT $most""",
        {"id": entity_id, "text": text, "last": last, "most": NEAREST},
    )
