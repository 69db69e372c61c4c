"""The concordance: every place where a pattern of words stands, in its line (KWIC), and what is counted from it."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from tellings.analysis import measures
from tellings.analysis.source import Corpus
from tellings.errors import CorpusError
from tellings.query import parts, pattern
from tellings.query.filters import Filters
from tellings.query.sql import Where

WIDTH = 60
"""Characters of a line on either side."""

SIDE = 5
"""Words on either side by which lines are sorted."""

SORTS = (
    *(f"l{i}" for i in range(1, SIDE + 1)), *(f"r{i}" for i in range(1, SIDE + 1)), "node", "article", "date",
)  # fmt: skip

UNITS = {"words": "folded", "lemmas": "lower(lemma)"}
"""SQL for what is counted: words without capitals and accents, or their base forms."""

_GAPS = re.compile(r"\s+")


def hits(corpus: Corpus, query: str, filters: Filters) -> pd.DataFrame:
    """Where the pattern stands.

    Args:
        corpus: answers SQL.
        query: in the language of :mod:`tellings.query.pattern`.
        filters: which articles and sentences are looked at.

    Returns:
        `doc_id, sentence_id, start, end, first, last` (numbers of the words, within the article), in the order of the
        text.

    Raises:
        PatternError: the query cannot be read.
    """
    sql, params = pattern.statement(_read(corpus, query), filters)
    return corpus.sql(f'SELECT * FROM ({sql}) ORDER BY doc_id, start, "end"', params)


def count(corpus: Corpus, query: str, filters: Filters) -> int:
    """How often the pattern stands there."""
    sql, params = pattern.statement(_read(corpus, query), filters)
    return int(corpus.sql(f"SELECT count(*) AS n FROM ({sql})", params).n.iloc[0])


def _read(corpus: Corpus, query: str) -> tuple[tuple[pattern.Part, ...], ...]:
    """The patterns of a query; its regular expressions are tried on nothing first, by the engine that will run them."""
    patterns = pattern.parse(query)
    for part in (part for row in patterns for part in row if part.kind == "regex"):
        try:
            corpus.sql("SELECT regexp_full_match('', ?)", (part.value,))
        except CorpusError as err:
            said = str(err).rpartition("Error: ")[2].rpartition("). Build")[0]
            written = part.value.removeprefix("(?i:").removesuffix(")")
            raise pattern.PatternError(
                f"the regular expression cannot be read: {said}", max(0, query.find(f"/{written}"))
            ) from err
    return patterns


def lines(
    corpus: Corpus,
    query: str,
    filters: Filters,
    *,
    sort: tuple[str, ...] = (),
    sample: int = 0,
    seed: int = 1,
) -> pd.DataFrame:
    """The concordance: a line for each hit.

    Args:
        corpus: answers SQL.
        query: the pattern.
        filters: which articles and sentences are looked at.
        sort: by which words: `l1` is the first to the left, `r1` to the right, `node` what was found; also `article`,
            `date`.
        sample: so many lines at random; 0 for all.
        seed: of the sample; the same seed takes the same lines.

    Returns:
        `doc_id, short, published, sentence_id, start, end, left, node, right`, and `l1 … l5, r1 … r5`, empty where the
        article begins or ends; in the order of the text, or sorted.
    """
    unknown = [key for key in sort if key not in SORTS]
    if unknown:
        raise ValueError(f"lines are sorted by {', '.join(SORTS)}, not by {unknown[0]}")
    found = hits(corpus, query, filters)
    if sample and len(found) > sample:
        found = found.sample(sample, random_state=seed).sort_index()
    found = _with_context(corpus, found)
    columns = {"article": "short", "date": "published"}
    keys = [columns.get(key, key) for key in sort]
    if keys:
        found = found.sort_values(keys, key=_folded, kind="stable")
    return found.reset_index(drop=True)


def _folded(column: pd.Series) -> pd.Series:
    return column.astype(str).str.lower()


def _with_context(corpus: Corpus, found: pd.DataFrame) -> pd.DataFrame:
    docs = found.doc_id.unique().tolist()
    names = corpus.sql(
        "SELECT doc_id, short, published, text FROM documents WHERE doc_id IN (SELECT unnest(?::VARCHAR[]))",
        [docs],
    )
    found = found.merge(names[["doc_id", "short", "published"]], on="doc_id", how="left")
    texts = dict(zip(names.doc_id, names.text, strict=True))
    spans = list(zip(found.doc_id, found.start, found["end"], strict=True))
    found["left"] = [_GAPS.sub(" ", texts[doc][max(0, start - WIDTH) : start]) for doc, start, _ in spans]
    found["node"] = [_GAPS.sub(" ", texts[doc][start:end]) for doc, start, end in spans]
    found["right"] = [_GAPS.sub(" ", texts[doc][end : end + WIDTH]) for doc, _, end in spans]
    words = _words_of(corpus, docs)
    for i in range(1, SIDE + 1):
        for side, number in (("l", found["first"] - i), ("r", found["last"] + i)):
            found[f"{side}{i}"] = [words.get(key, "") for key in zip(found.doc_id, number, strict=True)]
    return found.drop(columns=["first", "last"])


def _words_of(corpus: Corpus, docs: list[str]) -> dict[tuple[str, int], str]:
    asked = corpus.sql(
        "SELECT doc_id, n, text FROM words WHERE n IS NOT NULL AND doc_id IN (SELECT unnest(?::VARCHAR[]))",
        [docs],
    )
    return dict(zip(zip(asked.doc_id, asked.n, strict=True), asked.text, strict=True))


def frequencies(corpus: Corpus, filters: Filters, *, unit: str = "words", n: int = 1) -> pd.DataFrame:
    """How often words, or rows of `n` words within a sentence, stand in the articles.

    Args:
        corpus: answers SQL.
        filters: which articles and sentences are counted.
        unit: `words` or `lemmas`.
        n: words in a row.

    Returns:
        `word, n, n_documents`, the most frequent first.
    """
    if n == 1 and unit == "words" and _whole(filters):
        where = filters.where("documents")
        return corpus.sql(
            f"SELECT folded AS word, sum(n)::BIGINT AS n, count(*) AS n_documents FROM word_counts WHERE {where.sql} "
            "GROUP BY folded ORDER BY n DESC, folded",
            where.params,
        )
    words, last = pattern.words(filters), n - 1
    row = " || ' ' || ".join(f"lead(u, {i}) OVER s" if i else "u" for i in range(n))
    return corpus.sql(
        f"WITH {words.sql}, units AS (SELECT *, {UNITS[unit]} AS u FROM w), grams AS ("
        f"SELECT doc_id, {row} AS word FROM units WINDOW s AS (PARTITION BY doc_id, sentence_id ORDER BY n) "
        f"QUALIFY coalesce(lead(n, {last}) OVER s = n + {last}, false)) "
        "SELECT word, count(*) AS n, count(DISTINCT doc_id) AS n_documents FROM grams WHERE word IS NOT NULL "
        "GROUP BY word ORDER BY n DESC, word",
        words.params,
    )


def _whole(filters: Filters) -> bool:
    """Are all counted sentences of the articles looked at, whole?"""
    return not filters.when and not parts.inside(filters).conditions


def collocates(
    corpus: Corpus, query: str, filters: Filters, *, unit: str = "words", left: int = SIDE, right: int = SIDE
) -> pd.DataFrame:
    """The words that stand near what was found, with how strongly they are bound to it.

    A word counts once for each hit in whose window it stands, within the sentence. `n`, the places that there are, is
    the number of words that the filters let through; `expected` is hits x frequency x window / n.

    Args:
        corpus: answers SQL.
        query: the pattern.
        filters: which articles and sentences are looked at.
        unit: `words` or `lemmas`.
        left: words of the window before it.
        right: words behind it.

    Returns:
        `word, joint` (together), `frequency` (in all), `n_documents, expected, g2` (Dunning 1993, with a minus where
        there are fewer than expected), `mi, log_dice, t`, the most strongly bound by G² first.
    """
    words = pattern.words(filters)
    sql, params = pattern.statement(_read(corpus, query), filters)
    counted, of = "SELECT u, count(*) AS frequency FROM units GROUP BY u", Where()
    if unit == "words" and _whole(filters):
        of = filters.where("documents")
        counted = (
            f"SELECT folded AS u, sum(n)::BIGINT AS frequency FROM word_counts WHERE {of.sql} GROUP BY u"
        )
    asked = corpus.sql(
        f"WITH {words.sql}, units AS (SELECT *, {UNITS[unit]} AS u FROM w), "
        f"hits AS ({sql}), counted AS ({counted}), near AS ("
        "SELECT DISTINCT h.doc_id, h.first, h.last, x.n, x.u "
        "FROM hits h JOIN units x ON x.sentence_id = h.sentence_id AND ("
        f"x.n BETWEEN h.first - {int(left)} AND h.first - 1 OR x.n BETWEEN h.last + 1 AND h.last + {int(right)})), "
        "joined AS (SELECT u, count(*) AS joint, count(DISTINCT doc_id) AS n_documents FROM near GROUP BY u) "
        "SELECT u AS word, joint, f.frequency, n_documents, (SELECT count(*) FROM hits) AS hits, "
        "(SELECT sum(frequency)::BIGINT FROM counted) AS n FROM joined JOIN counted f USING (u)",
        (*words.params, *params, *of.params),
    )
    places = asked.hits * (left + right)
    joint, whole = asked.joint, asked.n
    first = np.minimum(places, whole)
    asked["expected"] = first * asked.frequency / whole
    asked["g2"] = measures.log_likelihood(joint, first, asked.frequency, whole, signed=True)
    asked["mi"] = measures.mutual_information(joint, first, asked.frequency, whole)
    asked["log_dice"] = measures.log_dice(joint, first, asked.frequency)
    asked["t"] = measures.t_score(joint, first, asked.frequency, whole)
    asked = asked.sort_values(["g2", "word"], ascending=[False, True], ignore_index=True)
    return asked.drop(columns=["hits", "n"])


def keyness(
    corpus: Corpus, target: Filters, reference: Filters | None = None, *, unit: str = "words"
) -> pd.DataFrame:
    """The words that one part of a corpus has more often, or less, than another.

    Args:
        corpus: answers SQL.
        target: the articles and sentences that are described.
        reference: those they are compared with; None for all the rest.
        unit: `words` or `lemmas`.

    Returns:
        `word, n, n_reference, per_1000, per_1000_reference, g2` (two cells, Rayson and Garside 2000, with a minus for
        words that are rarer), `log_ratio` (Hardie 2014, none taken as .5), `bic` (Wilson 2013); by G², the overused
        first.
    """
    one, other = (
        frequencies(corpus, part, unit=unit)[["word", "n"]] for part in (target, reference or Filters())
    )
    both = one.merge(other, on="word", how="outer", suffixes=("", "_reference")).fillna(0)
    if reference is None:
        both["n_reference"] -= both.n
    both = both.astype({"n": "int64", "n_reference": "int64"})
    size, size_reference = int(both.n.sum()), int(both.n_reference.sum())
    counts = (both.n, size, both.n_reference, size_reference)
    both["per_1000"] = 1000 * both.n / max(size, 1)
    both["per_1000_reference"] = 1000 * both.n_reference / max(size_reference, 1)
    rarer = both.n * size_reference < both.n_reference * size
    both["g2"] = np.where(rarer, -1, 1) * measures.log_likelihood_keyness(*counts)
    both["log_ratio"] = measures.log_ratio(*counts)
    both["bic"] = measures.bic(*counts)
    return both.sort_values(["g2", "word"], ascending=[False, True], ignore_index=True)


def dispersion(corpus: Corpus, query: str, filters: Filters) -> pd.DataFrame:
    """In which articles a pattern stands, and how often: the parts of which measures of dispersion speak.

    Returns:
        `doc_id, short, n, n_words` (of what is looked at), `per_1000`, a row for each article, those without it too.
    """
    found = hits(corpus, query, filters)
    docs, words = filters.where("documents"), pattern.words(filters)
    every = corpus.sql(
        f"SELECT doc_id, short, n_words FROM documents WHERE {docs.sql} ORDER BY doc_id", docs.params
    )
    if parts.inside(filters).conditions:
        looked_at = corpus.sql(
            f"WITH {words.sql} SELECT doc_id, count(*) AS n FROM w GROUP BY doc_id", words.params
        )
        every["n_words"] = every.doc_id.map(looked_at.set_index("doc_id").n).fillna(0).astype("int64")
    counts = found.groupby("doc_id").size()
    every["n"] = every.doc_id.map(counts).fillna(0).astype("int64")
    every["per_1000"] = 1000 * every.n / every.n_words.where(every.n_words > 0)
    return every[["doc_id", "short", "n", "n_words", "per_1000"]]
