"""Utterances that several articles tell: which, where, and how each article puts them."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from tellings import schema
from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import marks

_RANK = f"coalesce(list_position({list(schema.SPEECH_KINDS)}, q.kind), 9)"


def utterances(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The utterances that at least two of the articles tell which the filters let through.

    Returns:
        `cluster_id, words` (the shortest telling of those with most in marks), `speaker` (as resolved there, else as
        printed; may be null), `type, anonymous, n` (tellings), `n_documents`; those told by most articles first.
    """
    where = filters.where("quotations").also("cluster_id IN (SELECT cluster_id FROM retold)")
    several = corpus.sql(
        f"""
        WITH q AS (SELECT * FROM quotations WHERE {where.sql}),
        told AS (
            SELECT cluster_id, count(*) AS n, count(DISTINCT doc_id) AS n_documents FROM q
            GROUP BY cluster_id HAVING count(DISTINCT doc_id) > 1
        ), best AS (
            SELECT q.cluster_id, q.text AS words, q.anonymous, coalesce(e.name, q.speaker) AS speaker, e.type,
                   row_number() OVER (PARTITION BY q.cluster_id ORDER BY q.inside_id IS NOT NULL,
                   {_RANK}, length(q.text), q.quote_id) AS place
            FROM q JOIN told USING (cluster_id) LEFT JOIN entities e ON e.entity_id = q.speaker_id
        )
        SELECT cluster_id, words, speaker, type, anonymous, n, n_documents
        FROM told JOIN best USING (cluster_id) WHERE place = 1
        ORDER BY {"n DESC, n_documents DESC" if filters.sort == "tellings" else "n_documents DESC, n DESC"}, cluster_id
        """,
        where.params,
    )
    return several.assign(words=[text[:2000] for text in several.words])


def cells(corpus: Corpus, filters: Filters, cluster_ids: tuple[str, ...]) -> pd.DataFrame:
    """How often each outlet tells each of these utterances.

    Returns:
        `cluster_id, outlet, n, kinds` (the kinds of its tellings, in words), `voices` (whose words they are said to be
        there, a tuple of (who, in whose words that is told or an empty text)), `type` (of those speakers, where they
        are all of one), without the outlets that do not tell it.
    """
    where = filters.where("quotations").also(f"cluster_id IN ({marks(cluster_ids)})", *cluster_ids)
    counted = corpus.sql(
        f"""
        WITH q AS (SELECT quote_id, doc_id, cluster_id, kind FROM quotations WHERE {where.sql}),
        types AS (
            SELECT quote_id, min(type) AS type FROM quotation_speakers JOIN entities USING (entity_id)
            WHERE quote_id IN (SELECT quote_id FROM q) GROUP BY quote_id HAVING min(type) = max(type)
        )
        SELECT cluster_id, outlet, count(*) AS n, string_agg(DISTINCT kind, ', ' ORDER BY kind) AS kinds,
               list_sort(list(DISTINCT [voice, coalesce(told_by, '')])) AS voices,
               CASE WHEN count(type) = count(*) AND min(type) = max(type) THEN min(type) END AS type
        FROM q JOIN outlets USING (doc_id) JOIN quotation_voices USING (quote_id) LEFT JOIN types USING (quote_id)
        GROUP BY ALL ORDER BY ALL
        """,
        where.params,
    )
    return counted.assign(voices=counted.voices.map(lambda said: tuple((who, by) for who, by in said)))


def outlets(corpus: Corpus, filters: Filters) -> list[str]:
    """The outlets that tell an utterance which another article tells too, as far as the filters let them through."""
    where = filters.where("quotations").also("cluster_id IN (SELECT cluster_id FROM retold)")
    telling = corpus.sql(
        f"""
        WITH q AS (SELECT doc_id, cluster_id FROM quotations WHERE {where.sql})
        SELECT DISTINCT outlet FROM q JOIN outlets USING (doc_id)
        WHERE cluster_id IN (SELECT cluster_id FROM q GROUP BY cluster_id HAVING count(DISTINCT doc_id) > 1)
        ORDER BY outlet
        """,
        where.params,
    )
    return [str(outlet) for outlet in telling.outlet]


def tellings(corpus: Corpus, filters: Filters, cluster_id: str) -> pd.DataFrame:
    """How an utterance is told, a row for each quotation of it that the filters let through, by date and place.

    Returns:
        `quote_id, doc_id, short, published, said` (its pieces, joined by an ellipsis), `kind, speaker` (as
        printed), `name` (as resolved), `anonymous, cue, via, told_by` (whose quotation it stands in, if another's).
    """
    where = filters.where("quotations").also("cluster_id = ?", cluster_id)
    return corpus.sql(
        f"""
        WITH q AS (SELECT * FROM quotations WHERE {where.sql}),
        said AS (
            SELECT quote_id, string_agg(text, ' … ' ORDER BY start) AS said FROM content_spans
            WHERE quote_id IN (SELECT quote_id FROM q) GROUP BY quote_id
        ), named AS (
            SELECT quote_id, string_agg(e.name, ' | ' ORDER BY e.name) AS name
            FROM quotation_speakers JOIN entities e USING (entity_id)
            WHERE quote_id IN (SELECT quote_id FROM q) GROUP BY quote_id
        )
        SELECT quote_id, doc_id, d.short, d.published, coalesce(said.said, q.text) AS said, q.kind,
               q.speaker, named.name, q.anonymous, q.cue, q.via, v.told_by
        FROM q JOIN quotation_voices v USING (quote_id) JOIN documents d USING (doc_id)
             LEFT JOIN said USING (quote_id) LEFT JOIN named USING (quote_id)
        ORDER BY d.published NULLS LAST, doc_id, q.start, q."end" DESC
        """,
        where.params,
    )


class Told(NamedTuple):
    """An utterance and in how many articles it is told."""

    cluster: str
    n_documents: int


def told(corpus: Corpus, quote_ids: tuple[str, ...]) -> dict[str, Told]:
    """In how many of the corpus' articles each of these quotations is told, where there is more than one.

    Returns:
        By quote_id.
    """
    if not quote_ids:
        return {}
    retold = corpus.sql(
        "SELECT quote_id, cluster_id, t.n_documents AS n FROM quotations JOIN told_in t USING (cluster_id) "
        f"WHERE quote_id IN ({marks(quote_ids)})",
        quote_ids,
    )
    return {
        quote: Told(cluster, int(n))
        for quote, cluster, n in zip(retold.quote_id, retold.cluster_id, retold.n, strict=True)
    }
