"""Words counted: how frequent they are, and which a part of a corpus has more often than another (keyness).

What hyphens join is one word (cease-fire); in rows of several words each of its words is one.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from tellings.analysis import concordance, measures
from tellings.analysis.source import Corpus
from tellings.query import parts
from tellings.query.filters import Filters

UNITS = {"words": "folded", "lemmas": "base"}
"""SQL for what is counted: words, or their base forms, without capitals and accents."""


def folding(unit: str) -> str:
    """SQL for what is counted.

    Raises:
        ValueError: there is no such unit.
    """
    if unit not in UNITS:
        raise ValueError(f"counted are {' or '.join(UNITS)}, not {unit!r}")
    return UNITS[unit]


def frequencies(
    corpus: Corpus, filters: Filters, *, unit: str = "words", n: int = 1, query: str = ""
) -> pd.DataFrame:
    """How often words, or rows of `n` words within a sentence, stand in the articles.

    Args:
        corpus: answers SQL.
        filters: which articles and sentences are counted.
        unit: `words` or `lemmas`.
        n: words in a row.
        query: a pattern: only rows of words in which it stands somewhere, as clusters of corpus tools do; else all.

    Returns:
        `word, n, n_documents`, the most frequent first.

    Raises:
        PatternError: the query cannot be read.
    """
    words = parts.words(filters)
    if not query and n == 1:
        return corpus.sql(
            f"WITH {words.sql}, {_JOINED}, changed AS (SELECT {folding(unit)} AS u FROM parted JOIN forms USING (form) "
            f"UNION SELECT {folding(unit)} FROM joined), counted AS ({_plainly(filters, unit)}) "
            "SELECT * FROM counted WHERE word NOT IN (SELECT u FROM changed WHERE u IS NOT NULL) UNION ALL "
            "SELECT u AS word, sum(n)::BIGINT AS n, count(*) AS n_documents FROM (SELECT u, doc, sum(n) AS n FROM ("
            f"SELECT * FROM ({_by_article(filters, unit)}) WHERE u IN (FROM changed) "
            f"UNION ALL SELECT {folding(unit)}, doc, -1 FROM parted JOIN forms USING (form) "
            f"UNION ALL SELECT {folding(unit)}, doc, 1 FROM joined) GROUP BY u, doc HAVING sum(n) > 0) GROUP BY u "
            "ORDER BY n DESC, word",
            words.params,
        )
    last = n - 1
    row = " || ' ' || ".join(f"lead(u, {i}) OVER s" if i else "u" for i in range(n))
    whole = f"coalesce(lead(nth, {last}) OVER s = nth + {last}, false)"
    window = f"WINDOW s AS (PARTITION BY s ORDER BY nth) QUALIFY {whole}"
    held, params = concordance.statement(corpus, query, filters) if query else ("", ())
    has = (
        f"AND word IN (SELECT word FROM grams JOIN (SELECT s, unnest(range(h.last - {last}, h.first + 1)) AS nth "
        f"FROM ({held}) h WHERE h.last - h.first <= {last}) USING (s, nth)) "
    )
    return corpus.sql(
        f"WITH {words.sql}, units AS (SELECT w.*, {folding(unit)} AS u FROM w JOIN forms USING (form)), "
        f"grams AS (SELECT doc, s, nth, {row} AS word FROM units {window if last else ''}) "
        "SELECT word, count(*) AS n, count(DISTINCT doc) AS n_documents FROM grams WHERE word IS NOT NULL "
        f"{has if query else ''}GROUP BY word ORDER BY n DESC, word",
        (*words.params, *params),
    )


_JOINED = (
    "joined AS (SELECT * FROM compounds WHERE first IN (SELECT nth FROM w) AND last IN (SELECT nth FROM w)), "
    "parted AS (SELECT p.form, p.doc FROM compound_parts p JOIN joined USING (first))"
)
"""SQL, behind that of `parts.words`: the words that hyphens join, and the words of which they are made."""


def _by_article(filters: Filters, unit: str) -> str:
    """SQL for how often each word, its compounds parted, stands in each article (`u, doc, n`)."""
    if not parts.whole_articles(filters):
        return f"SELECT {folding(unit)} AS u, doc, 1 AS n FROM w JOIN forms USING (form)"
    if unit == "words":
        table = f"(SELECT word AS form, doc, n FROM word_counts WHERE {parts.within(filters)})"
    else:
        table = f"(SELECT form, doc, n FROM form_counts WHERE {parts.within(filters)})"
    return f"SELECT {folding(unit)} AS u, doc, t.n FROM {table} t JOIN forms USING (form)"


def _plainly(filters: Filters, unit: str) -> str:
    """SQL for how often each word, its compounds parted, stands in all articles, and in how many of them."""
    if parts.whole_articles(filters) and unit == "words":
        return (
            "SELECT folded AS word, c.n, n_documents FROM (SELECT word AS form, sum(n)::BIGINT AS n, "
            f"count(*) AS n_documents FROM word_counts WHERE {parts.within(filters)} GROUP BY word) c "
            "JOIN forms USING (form)"
        )
    return (
        "SELECT u AS word, sum(n)::BIGINT AS n, count(DISTINCT doc) AS n_documents "
        f"FROM ({_by_article(filters, unit)}) WHERE u IS NOT NULL GROUP BY u"
    )


def in_compounds(corpus: Corpus, unit: str = "words") -> pd.DataFrame:
    """The words that hyphens also join to others somewhere: `word`."""
    return corpus.sql(f"SELECT DISTINCT {folding(unit)} AS word FROM compound_parts JOIN forms USING (form)")


def counted(corpus: Corpus, filters: Filters, *, unit: str = "words") -> pd.DataFrame:
    """How often words stand there: `word, n`."""
    words = parts.words(filters)
    return corpus.sql(
        f"WITH {words.sql}, {_JOINED} SELECT word, sum(n)::BIGINT AS n FROM ("
        f"SELECT {folding(unit)} AS word, t.n FROM ({parts.totals(filters)}) t JOIN forms USING (form) "
        f"UNION ALL SELECT {folding(unit)}, -1 FROM parted JOIN forms USING (form) "
        f"UNION ALL SELECT {folding(unit)}, 1 FROM joined) GROUP BY word HAVING sum(n) > 0",
        words.params,
    )


def size(corpus: Corpus, filters: Filters) -> int:
    """How many words there are; of what hyphens join each is one, as in the words of an article."""
    words = parts.words(filters)
    asked = f"WITH {words.sql} SELECT coalesce(sum(n), 0)::BIGINT AS n FROM ({parts.totals(filters)})"
    return int(corpus.sql(asked, words.params).n.iloc[0])


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
        words that are rarer), `log_ratio` (Hardie 2014, none taken as .5), `bic` (Wilson 2013), `difference` (%DIFF),
        `odds_ratio, simple_maths` (1 added), `coefficient` (of difference); by G², the overused first.
    """
    one, other = (counted(corpus, part, unit=unit) for part in (target, reference or Filters()))
    return compared(one, other, inside=reference is None)


def compared(one: pd.DataFrame, other: pd.DataFrame, *, inside: bool = False) -> pd.DataFrame:
    """The words of one part that it has more often, or less, than another, from the counts of both.

    Args:
        one: as :func:`counted` gives it.
        other: the same of what it is compared with.
        inside: does the other hold the one, so that it is compared with all the rest?

    Returns:
        The columns of :func:`keyness`.
    """
    both = one.merge(other, on="word", how="outer", suffixes=("", "_reference")).fillna(0)
    if inside:
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
    both["difference"] = measures.percent_difference(*counts)
    both["odds_ratio"] = measures.odds_ratio(*counts)
    both["simple_maths"] = measures.simple_maths(*counts)
    both["coefficient"] = measures.difference_coefficient(*counts)
    return both.sort_values(["g2", "word"], ascending=[False, True], ignore_index=True)
