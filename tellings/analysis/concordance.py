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

WIDTH = 60
"""Characters of a line on either side."""

SIDE = 5
"""Words on either side by which lines are sorted."""

SORTS = (
    *(f"l{i}" for i in range(1, SIDE + 1)), *(f"r{i}" for i in range(1, SIDE + 1)),
    "node", "article", "date", "speaker",
)  # fmt: skip

UNITS = {"words": "folded", "lemmas": "lower(lemma)"}
"""SQL for what is counted: words without capitals and accents, or their base forms."""

DATES = 60
"""Days that a trend tells one by one."""

_GAPS = re.compile(r"\s+")
_SPOKEN = """(SELECT min_by(voice, c."end" - c.start) FROM content_spans c JOIN speech USING (quote_id, doc_id)
    JOIN quotation_voices USING (quote_id) WHERE c.doc_id = h.doc_id AND c.start <= h.start AND h."end" <= c."end")"""
"""SQL: who says it, by the innermost quotation in whose words it stands; nothing in the articles' own words."""


def hits(corpus: Corpus, query: str, filters: Filters) -> pd.DataFrame:
    """Where the pattern stands.

    Args:
        corpus: answers SQL.
        query: in the language of :mod:`tellings.query.pattern`.
        filters: which articles and sentences are looked at.

    Returns:
        `doc_id, sentence_id, start, end, first, last` (numbers of the words, within the corpus), in the order of the
        text.

    Raises:
        PatternError: the query cannot be read.
    """
    return places(corpus, query, filters).drop(columns=["short", "published"])


def places(
    corpus: Corpus,
    query: str,
    filters: Filters,
    *,
    sort: tuple[str, ...] = (),
    sample: int = 0,
    seed: int = 1,
    most: int | None = None,
) -> pd.DataFrame:
    """Where the pattern stands, in some order; the arguments are those of :func:`lines`, which shows the lines.

    Args:
        corpus: answers SQL.
        query: the pattern.
        filters: which articles and sentences are looked at.
        sort: by which words.
        sample: so many at random; 0 for all.
        seed: of the sample.
        most: so many of them, the first; None for all.

    Returns:
        `doc_id, short, published, sentence_id, start, end, first, last`.
    """
    unknown = [key for key in sort if key not in SORTS]
    if unknown:
        raise ValueError(f"lines are sorted by {', '.join(SORTS)}, not by {unknown[0]}")
    sql, params = statement(corpus, query, filters)
    if sample:
        sql = (
            f"SELECT * FROM ({sql}) ORDER BY hash(first, last, {int(seed)}), first, last LIMIT {int(sample)}"
        )
    order = [*(_ordered(key) for key in sort), "first", "last"]
    return corpus.sql(
        f'WITH h AS (SELECT doc, doc_id, sentence_id, h.start, h."end", first, last FROM ({sql}) h '
        'JOIN numbered_sentences USING (s)) SELECT doc_id, short, published, sentence_id, h.start, h."end", first, '
        f"last FROM h JOIN documents USING (doc_id) ORDER BY {', '.join(order)} LIMIT ?",
        (*params, most),
    )


def _ordered(key: str) -> str:
    """SQL by which a line `h` stands in the order of a key."""
    if key in ("article", "date"):
        return {"article": "lower(short)", "date": "published NULLS LAST"}[key]
    if key == "node":
        return 'lower(substr(text, h.start + 1, h."end" - h.start))'
    if key == "speaker":
        return f"lower({_SPOKEN}) NULLS LAST"
    at = f"first - {key[1]}" if key[0] == "l" else f"last + {key[1]}"
    return (
        f"(SELECT lower(text) FROM numbered w JOIN forms USING (form) WHERE w.nth = {at} AND w.doc = h.doc) "
        "NULLS FIRST"
    )


def count(corpus: Corpus, query: str, filters: Filters) -> int:
    """How often the pattern stands there."""
    sql, params = statement(corpus, query, filters)
    return int(corpus.sql(f"SELECT count(*) AS n FROM ({sql})", params).n.iloc[0])


def statement(corpus: Corpus, query: str, filters: Filters) -> tuple[str, tuple[object, ...]]:
    """SQL that finds a pattern, and its values; see :func:`tellings.query.pattern.statement`.

    Raises:
        PatternError: the query cannot be read.
    """
    return pattern.statement(_read(corpus, query), filters)


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
    width: int = WIDTH,
    most: int | None = None,
) -> pd.DataFrame:
    """The concordance: a line for each hit.

    Args:
        corpus: answers SQL.
        query: the pattern.
        filters: which articles and sentences are looked at.
        sort: by which words: `l1` is the first to the left, `r1` to the right, `node` what was found; also `article`,
            `date`, `speaker`.
        sample: so many lines at random; 0 for all.
        seed: of the sample; the same seed takes the same lines.
        width: characters of a line on either side.
        most: so many lines, the first; None for all.

    Returns:
        `doc_id, short, published, sentence_id, start, end, left, node, right`, `l1 … l5, r1 … r5`, empty where the
        article begins or ends, and `speaker`: who says it, where it stands in what somebody is quoted with; in the
        order of the text, or sorted.
    """
    found = places(corpus, query, filters, sort=sort, sample=sample, seed=seed, most=most)
    return in_context(corpus, found, width=width)


def in_context(corpus: Corpus, found: pd.DataFrame, *, width: int = WIDTH) -> pd.DataFrame:
    """Places (as :func:`places` gives them) in their lines, as :func:`lines` gives them; other columns stay."""
    if found.empty:
        ids: dict[str, list[object]] = {"doc_id": [], "start": [], "end": [], "first": [], "last": []}
    else:
        ids = {name: found[name].tolist() for name in ("doc_id", "start", "end", "first", "last")}
    near = [f"max(CASE WHEN nth = first - {i} THEN text END) AS l{i}" for i in range(1, SIDE + 1)]
    near += [f"max(CASE WHEN nth = last + {i} THEN text END) AS r{i}" for i in range(1, SIDE + 1)]
    wide = int(width)
    shown = corpus.sql(
        f"""
        WITH h AS (
            SELECT unnest(?::VARCHAR[]) AS doc_id, unnest(?::INTEGER[]) AS start, unnest(?::INTEGER[]) AS "end",
                   unnest(?::BIGINT[]) AS first, unnest(?::BIGINT[]) AS last
        ), beside AS (
            SELECT first, last, doc_id,
                   unnest(list_concat(range(first - {SIDE}, first), range(last + 1, last + {SIDE + 1}))) AS nth FROM h
        ), words AS (
            SELECT first, last, {", ".join(near)} FROM beside b JOIN numbered USING (nth)
            JOIN numbered_sentences n USING (s) JOIN forms USING (form) WHERE n.doc_id = b.doc_id GROUP BY first, last
        )
        SELECT h.first, h.last, substr(text, greatest(h.start - {wide}, 0) + 1, least(h.start, {wide})) AS "left",
               substr(text, h.start + 1, h."end" - h.start) AS node, substr(text, h."end" + 1, {wide}) AS "right",
               w.* EXCLUDE (first, last), {_SPOKEN} AS speaker
        FROM h JOIN documents USING (doc_id) LEFT JOIN words w USING (first, last)""",
        list(ids.values()),
    )
    for column in ("left", "node", "right"):
        shown[column] = [_GAPS.sub(" ", said) for said in shown[column]]
    beside = [f"{side}{i}" for i in range(1, SIDE + 1) for side in "lr"]
    shown[beside] = shown[beside].fillna("")
    told = found.merge(shown, on=["first", "last"], how="left").drop(columns=["first", "last"])
    own = [column for column in found.columns if column in told]
    return told[[*own, "left", "node", "right", *beside, "speaker"]]


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
    if n == 1 and unit == "words" and pattern.whole_articles(filters):
        where = filters.where("documents")
        return corpus.sql(
            f"SELECT folded AS word, sum(n)::BIGINT AS n, count(*) AS n_documents FROM word_counts WHERE {where.sql} "
            "GROUP BY folded ORDER BY n DESC, folded",
            where.params,
        )
    words, last = pattern.words(filters), n - 1
    row = " || ' ' || ".join(f"lead(u, {i}) OVER s" if i else "u" for i in range(n))
    whole = f"coalesce(lead(nth, {last}) OVER s = nth + {last}, false)"
    window = f"WINDOW s AS (PARTITION BY s ORDER BY nth) QUALIFY {whole}"
    return corpus.sql(
        f"WITH {words.sql}, units AS (SELECT w.*, {UNITS[unit]} AS u FROM w JOIN forms USING (form)), "
        f"grams AS (SELECT doc, {row} AS word FROM units {window if last else ''}) "
        "SELECT word, count(*) AS n, count(DISTINCT doc) AS n_documents FROM grams WHERE word IS NOT NULL "
        "GROUP BY word ORDER BY n DESC, word",
        words.params,
    )


def _counted(corpus: Corpus, filters: Filters, unit: str) -> pd.DataFrame:
    """How often words stand there: `word, n`."""
    words = pattern.words(filters)
    return corpus.sql(
        f"WITH {words.sql} SELECT {UNITS[unit]} AS word, sum(t.n)::BIGINT AS n FROM ({pattern.totals(filters)}) t "
        "JOIN forms USING (form) GROUP BY word",
        words.params,
    )


def size(corpus: Corpus, filters: Filters) -> int:
    """How many words there are."""
    words = pattern.words(filters)
    asked = f"WITH {words.sql} SELECT coalesce(sum(n), 0)::BIGINT AS n FROM ({pattern.totals(filters)})"
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
        words that are rarer), `log_ratio` (Hardie 2014, none taken as .5), `bic` (Wilson 2013); by G², the overused
        first.
    """
    one, other = (_counted(corpus, part, unit) for part in (target, reference or Filters()))
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
    sql, params = statement(corpus, query, filters)
    counts = corpus.sql(
        f"SELECT doc_id, count(*) AS n FROM ({sql}) JOIN numbered_sentences USING (s) GROUP BY doc_id", params
    )
    docs, words = filters.where("documents"), pattern.words(filters)
    every = corpus.sql(
        f"SELECT doc_id, short, n_words FROM documents WHERE {docs.sql} ORDER BY doc_id", docs.params
    )
    if parts.inside(filters).conditions or filters.when or "headline" in filters.kind:
        looked_at = corpus.sql(
            f"WITH {words.sql}, d AS (SELECT doc, count(*) AS n FROM w GROUP BY doc) SELECT doc_id, n FROM d "
            "JOIN (SELECT DISTINCT doc, doc_id FROM numbered_sentences) USING (doc)",
            words.params,
        )
        every["n_words"] = every.doc_id.map(looked_at.set_index("doc_id").n).fillna(0).astype("int64")
    every["n"] = every.doc_id.map(counts.set_index("doc_id").n).fillna(0).astype("int64")
    every["per_1000"] = 1000 * every.n / every.n_words.where(every.n_words > 0)
    return every[["doc_id", "short", "n", "n_words", "per_1000"]]


def positions(corpus: Corpus, query: str, filters: Filters, docs: tuple[str, ...]) -> pd.DataFrame:
    """Where in some articles a pattern stands: `id` (the article), `at`, from 0 at its beginning to 1 at its end."""
    sql, params = statement(corpus, query, filters.change(doc=docs))
    return corpus.sql(
        f'SELECT doc_id AS id, h.start / n_chars AS "at" FROM ({sql}) h JOIN numbered_sentences USING (s) '
        "JOIN documents USING (doc_id) ORDER BY first",
        params,
    )


def trend(corpus: Corpus, query: str, filters: Filters) -> pd.DataFrame:
    """How often a pattern stands in what was published when.

    Returns:
        `published` (a day, as text; of more than :data:`DATES` days the month), `n, n_documents, n_words` (of all
        articles of that date), `per_1000`, in the order of time; articles without a date are left out.
    """
    dates = corpus.sql("SELECT doc_id, strftime(published, '%Y-%m-%d') AS published FROM documents")
    told = dispersion(corpus, query, filters).merge(dates, on="doc_id").dropna(subset="published")
    if told.published.nunique() > DATES:
        told["published"] = told.published.str[:7]
    days = told.groupby("published", as_index=False).agg(
        n=("n", "sum"), n_documents=("doc_id", "size"), n_words=("n_words", "sum")
    )
    days["per_1000"] = 1000 * days.n / days.n_words.where(days.n_words > 0)
    return days
