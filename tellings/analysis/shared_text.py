"""What articles have from each other: how many tellings there are, who shares how much with whom, which passages."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from tellings.analysis import evidence
from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.selection import Selection
from tellings.query.sql import marks


class Spread(NamedTuple):
    """In how many articles something stands, and in how many tellings that do not rest on one copy."""

    articles: int
    tellings: int


def spread(corpus: Corpus, filters: Filters, selection: Selection) -> Spread:
    """In how many articles and tellings the rows of a selection stand."""
    articles, params = evidence.articles(filters, selection)
    counted = corpus.sql(
        f"SELECT count(*), count(DISTINCT telling) FROM told_once WHERE doc_id IN ({articles})", params
    )
    return Spread(*map(int, counted.iloc[0]))


def any_copied(corpus: Corpus) -> bool:
    """Do articles of the corpus rest on one copy?"""
    return bool(corpus.sql("SELECT count(*) > count(DISTINCT telling) AS some FROM told_once").some.iloc[0])


def told(corpus: Corpus, filters: Filters) -> Spread:
    """How many articles there are with how many tellings; none where that was not looked for."""
    where = filters.change(once="").where("documents")
    counted = corpus.sql(
        f"SELECT count(*), count(DISTINCT telling_id) FROM tellings WHERE doc_id IN "
        f"(SELECT doc_id FROM documents WHERE {where.sql})",
        where.params,
    )
    return Spread(*map(int, counted.iloc[0]))


def tellings(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The articles with the telling to which each belongs.

    Returns:
        `doc_id, label, short, published, telling_id, share, source, first` (is it the earliest known?), `n` (articles
        of its telling that the filters let through); tellings of most articles first. None is left out as a copy.
    """
    where = filters.change(once="").where("documents")
    return corpus.sql(
        f"""
        SELECT doc_id, d.label, d.short, d.published, telling_id, share, t.source, first = doc_id AS first,
               count(*) OVER (PARTITION BY telling_id) AS n
        FROM (SELECT * FROM documents WHERE {where.sql}) d JOIN tellings t USING (doc_id)
        ORDER BY n DESC, telling_id, d.published NULLS LAST, doc_id
        """,
        where.params,
    )


def any_shared(corpus: Corpus, filters: Filters) -> bool:
    """Does a sentence stand in two of the articles?"""
    both, params = _of_both(filters)
    return len(corpus.sql(f"SELECT 1 {both} LIMIT 1", params)) > 0


def _of_both(filters: Filters) -> tuple[str, list[object]]:
    """SQL from which rows: sentences that two of the articles have; and its values. Copies are not left out."""
    filters = filters.change(once="")
    where, texts = filters.where("shared"), filters.where("documents")
    return (
        f"FROM shared WHERE {where.sql} AND other IN (SELECT doc_id FROM documents WHERE {texts.sql})",
        [*where.params, *texts.params],
    )


def _pairs(filters: Filters) -> tuple[str, list[object]]:
    """SQL for how many sentences, of how many characters, each article has of each other (`doc_id, other, n, size`),
    and its values.
    """
    both, params = _of_both(filters)
    counted = 'SELECT doc_id, other, count(*) AS n, sum("end" - start)::BIGINT AS size'
    return f"{counted} {both} GROUP BY doc_id, other", params


def sharing(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The articles that have sentences of others.

    Returns:
        `doc_id, n` (sentences, each once for each article that has it), `other` (the article with which it shares
        most), `most` (sentences that both have); those that share most first.
    """
    pairs, params = _pairs(filters)
    return corpus.sql(
        f"""
        SELECT doc_id, sum(n)::BIGINT AS n, arg_min(other, (-n, other)) AS other, max(n) AS most FROM ({pairs})
        GROUP BY doc_id ORDER BY most DESC, doc_id
        """,
        params,
    )


def matrix(corpus: Corpus, filters: Filters, docs: tuple[str, ...]) -> pd.DataFrame:
    """How many sentences of each of some articles stand in each other one of them.

    Returns:
        `doc_id, other, n, share` (of the characters of the article's counted sentences).
    """
    pairs, params = _pairs(filters)
    some = f"({marks(docs)})"
    return corpus.sql(
        f"""
        WITH whole AS (
            SELECT doc_id, sum("end" - start) AS whole FROM counted_sentences WHERE doc_id IN {some} GROUP BY doc_id
        )
        SELECT doc_id, other, n, least(size / whole, 1.0) AS share
        FROM (SELECT * FROM ({pairs}) WHERE doc_id IN {some} AND other IN {some}) JOIN whole USING (doc_id)
        ORDER BY doc_id, other
        """,
        [*docs, *params, *docs, *docs],
    )


def passages(corpus: Corpus, filters: Filters, *, most: int | None = None) -> pd.DataFrame:
    """The passages that several articles have: all, or so many.

    Returns:
        `group_id, text` (of the first article), `n` (sentences), `n_documents, kinds` (in words), those that most
        articles have first; `n_passages`, how many there are.
    """
    where = filters.change(once="").where("shared")
    return corpus.sql(
        f"""
        SELECT group_id, arg_min(text, (published, doc_id, start)) AS text, count(DISTINCT (doc_id, start)) AS n,
               count(DISTINCT doc_id) AS n_documents, string_agg(DISTINCT kind, ', ' ORDER BY kind) AS kinds,
               count(*) OVER () AS n_passages
        FROM (SELECT * FROM shared WHERE {where.sql}) JOIN (SELECT doc_id, published FROM documents) USING (doc_id)
        GROUP BY group_id ORDER BY n_documents DESC, n DESC, group_id LIMIT ?
        """,
        [*where.params, most],
    )


def aligned(corpus: Corpus, doc_id: str, other: str) -> pd.DataFrame:
    """The sentences that two articles share, in the order of the first.

    Returns:
        `start, other_start, text, other_text, kind, similarity, method`.
    """
    return corpus.sql(
        """
        SELECT start, other_start, shared.text, substr(d.text, other_start + 1, other_end - other_start) AS other_text,
               kind, similarity, shared.method
        FROM (SELECT * FROM shared WHERE doc_id = ? AND other = ?) shared
             JOIN (SELECT doc_id AS other, text FROM documents) d USING (other)
        ORDER BY start, other_start
        """,
        [doc_id, other],
    )


def in_step(corpus: Corpus, doc_id: str, other: str) -> list[tuple[int, int]]:
    """Where the sentences that two articles share begin in either: the longest row of them that goes on in both."""
    rows = aligned(corpus, doc_id, other)
    best: list[list[tuple[int, int]]] = []
    for pair in zip(rows.start.astype(int), rows.other_start.astype(int), strict=True):
        before = [row for row in best if row[-1][0] < pair[0] and row[-1][1] < pair[1]]
        best.append([*max(before, key=len, default=[]), pair])
    return max(best, key=len, default=[])


def own(corpus: Corpus, doc_id: str) -> pd.DataFrame:
    """What an article adds: its counted sentences that no other has. Returns `start, text`."""
    return corpus.sql(
        """
        SELECT s.start, substr(d.text, s.start + 1, s."end" - s.start) AS text
        FROM counted_sentences s JOIN documents d USING (doc_id)
        WHERE doc_id = ? AND s.sentence_id NOT IN (SELECT sentence_id FROM shared WHERE doc_id = ?) ORDER BY s.start
        """,
        [doc_id, doc_id],
    )
