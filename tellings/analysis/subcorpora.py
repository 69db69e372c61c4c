"""Who uses a word, and how often parts of a corpus have it: subcorpora, each made of filters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from tellings.analysis import concordance, frequencies, measures
from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import UNKNOWN, told_apart


def voices(corpus: Corpus, query: str, filters: Filters) -> pd.DataFrame:
    """Who is said to do what a pattern names, and who uses its words: is it only Russia that threatens?

    Args:
        corpus: answers SQL.
        query: the pattern.
        filters: which words are looked at, :func:`whole`.

    Returns:
        `speaker` (an entity, or `unknown`), `name, type`, `as_cue` (it stands in the words by which a quotation is
        introduced as that speaker's: X *threatened* that …), `in_words` (in what that speaker is quoted with),
        `n_documents`; those with most first. What several say counts for each, what stands half in one and half in the
        other for nobody. A last row without a speaker has what stands in neither, the articles' own words, as
        `in_words`. Each number is that of the lines of its part: `kind` is `cue`, `quotations` or `own`.

    Raises:
        PatternError: the query cannot be read.
    """
    filters = whole(filters)
    sql, params = concordance.statement(corpus, query, filters)
    told = corpus.sql(
        f"""
        WITH hits AS (
            SELECT doc_id, h.start, h."end" FROM ({sql}) h JOIN numbered_documents USING (doc)
        ), placed AS (
            SELECT h.*, q.quote_id, 'as_cue' AS "where" FROM hits h JOIN speech q
                ON q.doc_id = h.doc_id AND q.cue_start <= h.start AND h."end" <= q.cue_end
            UNION SELECT h.*, c.quote_id, 'in_words' FROM hits h JOIN content_spans c
                ON c.doc_id = h.doc_id AND c.start <= h.start AND h."end" <= c."end"
            JOIN speech USING (quote_id)
        )
        SELECT DISTINCT p.doc_id, p.start, p."end", p."where", coalesce(s.entity_id, ?) AS speaker
        FROM placed p LEFT JOIN quotation_speakers s USING (quote_id)
        """,
        [*params, UNKNOWN],
    )
    counted = told.groupby(["speaker", "where"]).size().unstack(fill_value=0)
    counted = counted.reindex(columns=["as_cue", "in_words"], fill_value=0)
    counted["n_documents"] = told.groupby("speaker").doc_id.nunique()
    names = corpus.sql(
        f"SELECT entity_id AS speaker, name, type FROM ({told_apart('SELECT entity_id FROM entities')})"
    )
    rows = counted.reset_index().merge(names, on="speaker", how="left")
    rows = rows.sort_values(["as_cue", "in_words", "name"], ascending=[False, False, True])
    spoken = {"speaker": (), "side": (), "anonymous": ""}
    own_words = filters.change(kind=(*filters.kind, "own"), **spoken)
    n, n_documents = (0, 0) if filters.change(**spoken) != filters else _times(corpus, query, own_words)
    own = pd.DataFrame({"speaker": [None], "as_cue": [0], "in_words": [n], "n_documents": [n_documents]})
    columns = ["speaker", "name", "type", "as_cue", "in_words", "n_documents"]
    return pd.concat([rows, own], ignore_index=True)[columns]


def _times(corpus: Corpus, query: str, filters: Filters) -> tuple[int, int]:
    """How often a pattern stands there, and in how many articles."""
    sql, params = concordance.by_article(corpus, query, filters)
    sums = corpus.sql(f"SELECT coalesce(sum(n), 0)::BIGINT AS n, count(*) AS d FROM ({sql})", params)
    return int(sums.n.iloc[0]), int(sums.d.iloc[0])


def whole(filters: Filters) -> Filters:
    """The same filters for what is quoted and what is not, which :func:`voices` tells apart; headlines stay so."""
    return filters.change(kind=tuple(kind for kind in filters.kind if kind == "headline"))


def compare(corpus: Corpus, query: str, named: Sequence[tuple[str, Filters]]) -> pd.DataFrame:
    """How often parts of a corpus have a pattern, each against all others of these together.

    Args:
        corpus: answers SQL.
        query: the pattern.
        named: what each part is called, and the filters that make it.

    Returns:
        `name, n, n_documents, n_words, per_1000, g2` (two cells, Rayson and Garside 2000, with a minus where it is
        rarer), `log_ratio` (Hardie 2014), a row for each part, in their order. What two parts have counts in
        both.

    Raises:
        PatternError: the query cannot be read.
    """
    rows = []
    for name, filters in named:
        rows.append((name, *_times(corpus, query, filters), frequencies.size(corpus, filters)))
    told = pd.DataFrame(rows, columns=["name", "n", "n_documents", "n_words"])
    told["per_1000"] = 1000 * told.n / told.n_words.where(told.n_words > 0)
    counts = (told.n, told.n_words, told.n.sum() - told.n, told.n_words.sum() - told.n_words)
    rarer = counts[0] * counts[3] < counts[2] * counts[1]
    told["g2"] = np.where(rarer, -1, 1) * measures.log_likelihood_keyness(*counts)
    told["log_ratio"] = measures.log_ratio(*counts)
    return told


def key_words(
    corpus: Corpus,
    named: Sequence[tuple[str, Filters]],
    *,
    unit: str = "words",
    against: str = "rest",
    least: int = 2,
) -> pd.DataFrame:
    """The key words of parts of a corpus.

    Args:
        corpus: answers SQL.
        named: what each part is called, and the filters that make it.
        unit: `words` or `lemmas`.
        against: each stands against all the `rest` of the corpus, or against the `others` of these together, where
            what two of them share counts in both.
        least: times that a word must stand in the part.

    Returns:
        `part`, and the columns of :func:`tellings.analysis.frequencies.keyness`, for those that the part has more
        often, by part in their order and G².
    """
    counts = [frequencies.counted(corpus, filters, unit=unit) for _, filters in named]
    if against == "others" and counts:
        every = pd.concat(counts).groupby("word")[["n"]].sum().reset_index()
    else:
        every = frequencies.counted(corpus, Filters(), unit=unit)
    frames = []
    for (name, _), own in zip(named, counts, strict=True):
        key = frequencies.compared(own, every, inside=True)
        frames.append(key[(key.n >= least) & (key.g2 > 0)].assign(part=name))
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()
