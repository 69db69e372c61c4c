"""An article held against the others: what they say too or otherwise, what it has alone, what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from tellings.analysis import coverage, nearness
from tellings.analysis.coverage import COMPARED, LEFT_OUT, NEAR
from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.selection import SPAN, select
from tellings.query.sql import marks

_LEAST = 3
"""Words, names and numbers that a sentence has at least to be told by nobody else: else it is a scrap."""
LAYERS = ("shared", "otherwise", "only", "left")
"""The layers: said by others too, others say otherwise, only here, left out here."""
_COLUMNS = "start end text sel n_documents n_tellings share why".split()
_SOLID = ("passages", "quotations", "questions", "quantities")
"""What a sentence of others tells that an article can leave out; names alone are on the page *Coverage*."""


def layers(corpus: Corpus, doc_id: str) -> dict[str, pd.DataFrame]:
    """All that the others say to an article, by layer.

    Returns:
        By each of :data:`LAYERS` a table of spans of the article, in order: `start, end` (of `left`: both the place
        where it would stand), `text` (of `left` the words of another article), `sel` (what a click opens, as in
        addresses), `n_documents` and `n_tellings` (of the others that say it), `share` (of its words, those that stand
        in the nearest paragraph: of the others, or for `left` of this article), `why` (how it is known).
    """
    others = company(corpus, doc_id)
    sentences = _sentences(corpus, doc_id)
    shared, said = _shared(corpus, doc_id, sentences)
    otherwise = _otherwise(corpus, doc_id)
    nearest = nearness.nearest(corpus, [doc_id], others)
    only = _only(sentences, nearest, {*said, *otherwise.pop("sentence_id")})
    return {
        "shared": shared,
        "otherwise": otherwise,
        "only": only,
        "left": _left(corpus, doc_id, others, sentences),
    }


def company(corpus: Corpus, doc_id: str) -> list[str]:
    """The other articles that are looked at: all of a few, of many those that name most of the same, by rarity."""
    articles = corpus.sql(
        f"""
        WITH named AS (
            SELECT entity_id, 1 / n_documents AS weight FROM entity_totals WHERE form = 'name' AND n_documents > 1
                AND entity_id IN (SELECT entity_id FROM mention_counts WHERE doc_id = ? AND form = 'name')
        ), alike AS (
            SELECT doc_id, sum(weight) AS weight FROM mention_counts JOIN named USING (entity_id)
            WHERE form = 'name' GROUP BY doc_id
        )
        SELECT doc_id FROM documents LEFT JOIN alike USING (doc_id)
        WHERE doc_id <> ? AND (weight > 0 OR (SELECT count(*) FROM documents) <= {COMPARED})
        ORDER BY weight DESC NULLS LAST, doc_id LIMIT {COMPARED}
        """,
        [doc_id, doc_id],
    )
    return [str(doc) for doc in articles.doc_id]


def _sentences(corpus: Corpus, doc_id: str) -> pd.DataFrame:
    return corpus.sql(
        'SELECT c.sentence_id, c.start, c."end", s.block_id, substr(d.text, c.start + 1, c."end" - c.start) AS text '
        "FROM counted_sentences c JOIN sentences s USING (sentence_id) JOIN documents d ON d.doc_id = c.doc_id "
        "WHERE c.doc_id = ? ORDER BY c.start",
        [doc_id],
    )


_SAID = """
    SELECT sentence_id, start, "end", other, 'passage' AS key, group_id AS value, 'the same sentence, ' || kind AS why
    FROM shared WHERE doc_id = $doc
    UNION ALL
    SELECT q.sentence_id, q.start, q."end", o.doc_id, 'cluster', q.cluster_id, 'the same words of somebody'
    FROM quotations q JOIN quotations o USING (cluster_id) WHERE q.doc_id = $doc AND o.doc_id <> $doc
    UNION ALL
    SELECT a.sentence_id, a.start, a."end", o.doc_id, 'topic', a.topic_id, 'the same answer: ' || a.topic
    FROM discrepancies a JOIN discrepancies o USING (topic_id)
    WHERE a.doc_id = $doc AND o.doc_id <> $doc AND a.verdict IN ('agree', 'compatible')
          AND a.kind NOT IN ('name', 'rank')
"""
"""What others say too: whole sentences, words of somebody, answers to a question; each its own span."""


def _shared(corpus: Corpus, doc_id: str, sentences: pd.DataFrame) -> tuple[pd.DataFrame, set[str]]:
    """What others say too, and the ids of the sentences in which it stands; within a shared sentence nothing more."""
    passages = corpus.sql(
        f"""
        WITH said AS ({_SAID})
        SELECT sentence_id, start, "end", arg_min(key, value) AS key, min(value) AS value, arg_min(why, value) AS why,
               count(DISTINCT other) AS n_documents, count(DISTINCT coalesce(t.telling_id, other)) AS n_tellings
        FROM said LEFT JOIN tellings t ON t.doc_id = said.other
        WHERE key = 'passage' OR sentence_id NOT IN (SELECT sentence_id FROM said WHERE key = 'passage')
        GROUP BY sentence_id, start, "end" ORDER BY start, "end"
        """,
        {"doc": doc_id},
    )
    here = passages.merge(
        sentences[["sentence_id", "start", "text"]].rename(columns={"start": "at"}), on="sentence_id"
    )
    spans = zip(here.text, here["at"], here.start, here.end, strict=True)
    table = {"passage": "shared", "cluster": "quotations", "topic": "discrepancies"}
    sel: list[Any] = [
        select(table[key], **{key: value}).sel for key, value in zip(here.key, here.value, strict=True)
    ]
    texts = [text[max(start - at, 0) : end - at] for text, at, start, end in spans]
    return _layer(here.assign(sel=sel, text=texts, share=1.0)), set(here.sentence_id)


def _otherwise(corpus: Corpus, doc_id: str) -> pd.DataFrame:
    """The answers of an article that another contradicts."""
    contradicted = corpus.sql(
        """
        SELECT a.start, a."end", a.text, a.sentence_id, a.topic_id, any_value(a.topic || ' ' || a.reason) AS why,
               count(DISTINCT o.doc_id) AS n_documents, count(DISTINCT coalesce(t.telling_id, o.doc_id)) AS n_tellings
        FROM discrepancies a JOIN discrepancies o USING (topic_id) LEFT JOIN tellings t ON t.doc_id = o.doc_id
        WHERE a.doc_id = ? AND o.doc_id <> ? AND a.verdict = 'conflict' AND o.value IS DISTINCT FROM a.value
        GROUP BY ALL ORDER BY a.start
        """,
        [doc_id, doc_id],
    )
    sel: list[Any] = [select("discrepancies", topic=topic).sel for topic in contradicted.topic_id]
    return _layer(contradicted.assign(sel=sel, share=1.0), "sentence_id")


def _only(sentences: pd.DataFrame, found: pd.DataFrame, known: set[str]) -> pd.DataFrame:
    """The sentences of which nothing near is found in another article."""
    here = sentences.merge(found[["sentence_id", "share", "n"]], on="sentence_id")
    here = here[~here.sentence_id.isin(known) & (here.share < LEFT_OUT) & (here.n >= _LEAST)]
    sel: list[Any] = [
        (SPAN, f"start:{start}", f"end:{end}") for start, end in zip(here.start, here.end, strict=True)
    ]
    why = [
        f"at most {share:.0%} of its words stand in a paragraph of another article" for share in here.share
    ]
    return _layer(here.assign(sel=sel, n_documents=0, n_tellings=0, why=why))


def _left(corpus: Corpus, doc_id: str, others: list[str], sentences: pd.DataFrame) -> pd.DataFrame:
    """What two or more others tell and no passage of the article is near to; one for each sentence that tells it."""
    untold = nearness.nearest(corpus, others, [doc_id])
    share = dict(zip(untold.sentence_id, untold.share, strict=True))
    told, answered = (
        coverage.found_at(corpus, Filters(doc=(doc_id, *others), kind=_SOLID)),
        _answered(corpus, doc_id),
    )
    rows: dict[str, dict[str, Any]] = {}
    for (kind, item), tells in told.groupby(["kind", "item"], sort=False):
        docs = tuple(dict.fromkeys(tells.doc_id))
        nearest = max(share.get(one, 0.0) for one in tells.sentence_id)
        if len(docs) < 2 or doc_id in docs or nearest >= LEFT_OUT or answered.intersection(tells.sentence_id):
            continue
        first = str(tells.sentence_id.iloc[0])
        before = rows.get(first)
        if before is None or len(docs) > before["n_documents"]:
            rows[first] = {
                "sentence_id": first,
                "sel": coverage.opens(str(kind), str(item), lacking=doc_id).sel,
                "docs": docs,
                "n_documents": len(docs),
                "share": nearest,
            }
    return _placed(corpus, untold, rows, sentences)


def _answered(corpus: Corpus, doc_id: str) -> set[str]:
    """The sentences of others that answer what the article answers as well, if otherwise."""
    sentences = corpus.sql(
        "SELECT DISTINCT o.sentence_id FROM discrepancies a JOIN discrepancies o USING (topic_id) "
        "WHERE a.doc_id = ? AND o.doc_id <> ? AND o.kind <> 'name'",
        [doc_id, doc_id],
    )
    return set(sentences.sentence_id)


def _placed(
    corpus: Corpus, found: pd.DataFrame, rows: Mapping[str, dict[str, Any]], sentences: pd.DataFrame
) -> pd.DataFrame:
    """What is left out, each behind the paragraph that has what stands before it elsewhere, or where the one begins
    that has what follows it there; else at the end.
    """
    if not rows or sentences.empty:
        return pd.DataFrame(columns=_COLUMNS)
    docs = sorted({doc for row in rows.values() for doc in row["docs"]})
    texts = corpus.sql(
        'SELECT sentence_id, doc_id, s.start, substr(d.text, s.start + 1, s."end" - s.start) AS text '
        f"FROM sentences s JOIN documents d USING (doc_id) WHERE doc_id IN ({marks(docs)}) "
        f"AND sentence_id IN ({marks(list(rows))})",
        [*docs, *rows],
    )
    telling: dict[Any, Any] = dict(
        corpus.sql(
            f"SELECT doc_id, telling_id FROM tellings WHERE doc_id IN ({marks(docs)})", docs
        ).itertuples(index=False)
    )
    ends = sentences.groupby("block_id").end.max()
    near = found[(found.share >= NEAR) & found.near.isin(ends.index)]
    out = []
    row: Any
    for row in texts.itertuples():
        about = rows[row.sentence_id]
        own = near[near.doc_id == row.doc_id]
        before, after = own[own.start < row.start], own[own.start > row.start]
        if len(before):
            at = int(ends[before.near.iloc[-1]])
        elif len(after):
            at = int(sentences[sentences.block_id == after.near.iloc[0]].start.min())
        else:
            at = int(sentences.end.max())
        n = len({telling.get(doc, doc) for doc in about["docs"]})
        why = f"no paragraph here has more than {about['share']:.0%} of its words"
        out.append({**about, "start": at, "end": at, "text": row.text, "n_tellings": n, "why": why})
    return _layer(pd.DataFrame(out))


def _layer(rows: pd.DataFrame, *more: str) -> pd.DataFrame:
    return rows[[*_COLUMNS, *more]].sort_values("start", kind="stable").reset_index(drop=True)
