"""The concordance: every place where a pattern of words stands, in its line (KWIC), and how they are spread."""

from __future__ import annotations

import re

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.errors import CorpusError
from tellings.query import parts, pattern, placing
from tellings.query.filters import Filters
from tellings.query.sql import marks

WIDTH = 60
"""Characters of a line on either side."""

SIDE = 5
"""Words on either side by which lines are sorted."""

SORTS = (
    *(f"l{i}" for i in range(1, SIDE + 1)), *(f"r{i}" for i in range(1, SIDE + 1)),
    "node", "article", "date", "speaker",
)  # fmt: skip

FEW = 1_000
"""Of so many articles at most the texts are found by their names, without reading others."""

DATES = 60
"""Days that a trend tells one by one."""

_GAPS = re.compile(r"\s+")
_DRAWN = "md5(concat_ws(' ', ?, doc_id, h.start, h.\"end\"))"
"""SQL: by what a sample is drawn: a digest of its seed and a place, the same in every version of DuckDB."""
_SAID = """
    said AS (
        SELECT first, last, min_by(voice, c."end" - c.start) AS speaker
        FROM h JOIN (SELECT * FROM content_spans WHERE {there}) c
            ON c.doc_id = h.doc_id AND c.start <= h.start AND h."end" <= c."end"
        JOIN (SELECT quote_id FROM speech WHERE {there}) USING (quote_id) JOIN quotation_voices USING (quote_id)
        GROUP BY first, last
    )"""
"""SQL: who says each line `h`, by the innermost quotation in whose words it stands; none in the articles' own words."""


def hits(
    corpus: Corpus,
    query: str,
    filters: Filters,
    *,
    sort: tuple[str, ...] = (),
    sample: int = 0,
    seed: int = 1,
    most: int | None = None,
) -> pd.DataFrame:
    """Where the pattern stands; :func:`in_context` shows it in its lines.

    Args:
        corpus: answers SQL.
        query: in the language of :mod:`tellings.query.pattern`.
        filters: which articles and sentences are looked at.
        sort: by which words: `l1` is the first to the left, `r1` to the right, `node` what was found; also `article`,
            `date`, `speaker`.
        sample: so many at random; 0 for all.
        seed: of the sample; the same seed takes the same, whichever engine answers.
        most: so many, the first; None for all.

    Returns:
        `doc_id, short, published, sentence_id, start, end, first, last` (numbers of the words, within the corpus), in
        the order of the text, or sorted.

    Raises:
        PatternError: the query cannot be read.
        ValueError: a `sort` that there is not.
    """
    unknown = [key for key in sort if key not in SORTS]
    if unknown:
        raise ValueError(f"lines are sorted by {', '.join(SORTS)}, not by {unknown[0]}")
    sql, params = statement(corpus, query, filters)
    picked, values = sql, params  # the lines that are asked for, before what stands around them is looked up
    if sample:
        picked = f"SELECT h.* FROM ({sql}) h JOIN numbered_documents USING (doc) ORDER BY {_DRAWN}, first, last LIMIT ?"
        values = (*params, seed, sample)
    elif not sort and most is not None:
        picked, values = f"SELECT * FROM ({sql}) ORDER BY first, last LIMIT ?", (*params, most)
    order = [*(_ordered(key) for key in sort), "first", "last"]
    said, of = (
        (f", {_SAID.format(there='true')}", "LEFT JOIN said USING (first, last)")
        if "speaker" in sort
        else ("", "")
    )
    return corpus.sql(
        f"WITH h AS (SELECT h.*, doc_id, sentence_id FROM ({picked}) h JOIN numbered_sentences USING (s)){said} "
        f'SELECT doc_id, short, published, sentence_id, h.start, h."end", first, last '
        f"FROM h JOIN documents USING (doc_id) {of} ORDER BY {', '.join(order)} LIMIT ?",
        (*values, most),
    )


def _ordered(key: str) -> str:
    """SQL by which a line `h` stands in the order of a key."""
    if key in ("article", "date"):
        return {"article": "lower(short)", "date": "published NULLS LAST"}[key]
    if key == "node":
        return 'lower(substr(text, h.start + 1, h."end" - h.start))'
    if key == "speaker":
        return "lower(speaker) NULLS LAST"
    at = f"first - {key[1]}" if key[0] == "l" else f"last + {key[1]}"
    return (
        f"(SELECT lower(text) FROM numbered w JOIN forms USING (form) WHERE w.nth = {at} AND w.doc = h.doc) "
        "NULLS FIRST"
    )


def count(corpus: Corpus, query: str, filters: Filters) -> int:
    """How often the pattern stands there."""
    sql, params = by_article(corpus, query, filters)
    return int(corpus.sql(f"SELECT coalesce(sum(n), 0)::BIGINT AS n FROM ({sql})", params).n.iloc[0])


def statement(corpus: Corpus, query: str, filters: Filters) -> tuple[str, tuple[object, ...]]:
    """SQL that finds a pattern, and its values; see :func:`tellings.query.placing.statement`.

    Raises:
        PatternError: the query cannot be read.
    """
    return placing.statement(_read(corpus, query), filters)


def by_article(corpus: Corpus, query: str, filters: Filters) -> tuple[str, tuple[object, ...]]:
    """SQL for how often a pattern stands in each article, and its values; see
    :func:`tellings.query.placing.by_article`.

    Raises:
        PatternError: the query cannot be read.
    """
    return placing.by_article(_read(corpus, query), filters)


def _read(corpus: Corpus, query: str) -> tuple[tuple[pattern.Part, ...], ...]:
    """The patterns of a query; its regular expressions are tried on nothing first, by the engine that will run them."""
    patterns = pattern.parse(query)
    for part in (part for row in patterns for part in row if part.kind in ("regex", "lemma")):
        try:
            corpus.sql("SELECT regexp_full_match('', ?)", (part.value,))
        except CorpusError as err:
            said = str(err).rpartition("Error: ")[2].rpartition("). Build")[0]
            raise pattern.misread(query, part, said) from err
    return patterns


def in_context(corpus: Corpus, found: pd.DataFrame, *, width: int = WIDTH) -> pd.DataFrame:
    """The concordance: a line for each place.

    Args:
        corpus: answers SQL.
        found: places, as :func:`hits` gives them; other columns stay.
        width: characters of a line on either side.

    Returns:
        The columns of `found` but `first, last`; `left, node, right`, `l1 … l5, r1 … r5`, empty where the article
        begins or ends, and `speaker`: who says it, where it stands in what somebody is quoted with.
    """
    if found.empty:
        ids: dict[str, list[object]] = {"doc_id": [], "start": [], "end": [], "first": [], "last": []}
    else:
        ids = {name: found[name].tolist() for name in ("doc_id", "start", "end", "first", "last")}
    near = [f"max(CASE WHEN nth = first - {i} THEN text END) AS l{i}" for i in range(1, SIDE + 1)]
    near += [f"max(CASE WHEN nth = last + {i} THEN text END) AS r{i}" for i in range(1, SIDE + 1)]
    wide = int(width)
    docs = list(dict.fromkeys(ids["doc_id"])) or [""]
    few = len(docs) <= FEW
    there = f"doc_id IN ({marks(docs)})" if few else "doc_id IN (SELECT doc_id FROM h)"
    shown = corpus.sql(
        f"""
        WITH h AS (
            SELECT unnest(?::VARCHAR[]) AS doc_id, unnest(?::INTEGER[]) AS start, unnest(?::INTEGER[]) AS "end",
                   unnest(?::BIGINT[]) AS first, unnest(?::BIGINT[]) AS last
        ), beside AS (
            SELECT first, last, doc,
                   unnest(list_concat(range(first - {SIDE}, first), range(last + 1, last + {SIDE + 1}))) AS nth
            FROM h JOIN numbered_documents USING (doc_id)
        ), words AS (
            SELECT first, last, {", ".join(near)} FROM beside JOIN numbered USING (nth, doc) JOIN forms USING (form)
            GROUP BY first, last
        ), {_SAID.format(there=there)}
        SELECT h.first, h.last, substr(text, greatest(h.start - {wide}, 0) + 1, least(h.start, {wide})) AS "left",
               substr(text, h.start + 1, h."end" - h.start) AS node, substr(text, h."end" + 1, {wide}) AS "right",
               w.* EXCLUDE (first, last), said.speaker
        FROM h JOIN (SELECT doc_id, text FROM documents WHERE {there}) USING (doc_id)
        LEFT JOIN words w USING (first, last) LEFT JOIN said USING (first, last)""",
        [*ids.values(), *(docs * 3 if few else ())],
    )
    for column in ("left", "node", "right"):
        shown[column] = shown[column].str.replace(_GAPS, " ", regex=True)
    beside = [f"{side}{i}" for i in range(1, SIDE + 1) for side in "lr"]
    shown[beside] = shown[beside].fillna("")
    told = found.merge(shown, on=["first", "last"], how="left").drop(columns=["first", "last"])
    own = [column for column in found.columns if column in told]
    return told[[*own, "left", "node", "right", *beside, "speaker"]]


def dispersion(corpus: Corpus, query: str, filters: Filters) -> pd.DataFrame:
    """In which articles a pattern stands, and how often: the parts of which measures of dispersion speak.

    Returns:
        `doc_id, short, n, n_words` (of what is looked at), `per_1000`, a row for each article, those without it too.
    """
    sql, params = by_article(corpus, query, filters)
    counts = corpus.sql(
        f"SELECT doc_id, n::BIGINT AS n FROM ({sql}) JOIN numbered_documents USING (doc)", params
    )
    docs, words = filters.where("documents"), parts.words(filters)
    every = corpus.sql(
        f"SELECT doc_id, short, n_words FROM documents WHERE {docs.sql} ORDER BY doc_id", docs.params
    )
    if parts.inside(filters).conditions or filters.when or "headline" in filters.kind:
        looked_at = corpus.sql(
            f"WITH {words.sql}, sizes AS (SELECT doc, count(*) AS n FROM w GROUP BY doc) "
            "SELECT doc_id, n FROM sizes JOIN numbered_documents USING (doc)",
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
        f'SELECT doc_id AS id, h.start / n_chars AS "at" FROM ({sql}) h JOIN numbered_documents USING (doc) '
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
