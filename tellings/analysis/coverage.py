"""What articles tell and what they do not: names, utterances, figures, dates, questions and passages by article."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings.analysis import evidence, nearness, timeline
from tellings.analysis.periods import period
from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.selection import Selection, select
from tellings.query.sql import UNKNOWN, group_of

_TABLE = {
    "people": "mentions",
    "organisations": "mentions",
    "places": "mentions",
    "other": "mentions",
    "quotations": "quotations",
    "quantities": "quantities",
    "dates": "dates",
    "questions": "discrepancies",
    "passages": "shared",
}
KINDS = tuple(_TABLE)
"""What is told: names by their group, things said, figures with what they count, dated times, questions that several
answer (not who said it and how a name is spelt: those count as said and named), passages that several have."""
LEFT_OUT, NEAR = 0.2, 0.45
"""Below this share of its words nothing in an article is near to a sentence; from this one it may be told otherwise."""
COMPARED, ABREAST = 60, 200
"""Articles that are looked at for what is near, at most, and that are set beside each other on the page."""

_TOLD = {
    "mentions": f"SELECT {group_of('e.type')} AS kind, entity_id AS item, e.name AS label, doc_id, sentence_id, start "
    "FROM (SELECT * FROM mentions WHERE {where}) JOIN entities e USING (entity_id)",
    "quotations": "SELECT 'quotations' AS kind, coalesce(cluster_id, quote_id) AS item, text AS label, doc_id, "
    "sentence_id, start FROM quotations WHERE {where}",
    "quantities": "SELECT 'quantities' AS kind, concat_ws('|', value, unit, state) AS item, "
    "trim(text || ' ' || state) AS label, doc_id, sentence_id, start FROM (SELECT *, "
    "CASE WHEN unit = 'people' THEN coalesce(\"of\", 'unknown') ELSE '' END AS state "
    "FROM quantities WHERE {where} AND value IS NOT NULL AND unit NOT IN ('ordinal', 'one'))",
    "dates": "SELECT 'dates' AS kind, value AS item, value AS label, doc_id, sentence_id, start FROM dates "
    "WHERE {where} AND value IS NOT NULL",
    "discrepancies": "SELECT 'questions' AS kind, topic_id AS item, topic AS label, doc_id, sentence_id, start "
    "FROM discrepancies WHERE {where} AND kind NOT IN ('attribution', 'name')",
    "shared": "SELECT DISTINCT 'passages' AS kind, group_id AS item, text AS label, doc_id, sentence_id, start "
    "FROM shared WHERE {where}",
}
"""SQL: each place where a thing is told, by the table that has it."""


def found_at(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The sentences that tell each thing: `kind, item, doc_id, sentence_id`, in the order of articles and text."""
    return _asked(
        corpus, filters, "SELECT kind, item, doc_id, sentence_id FROM ({told}) ORDER BY doc_id, start"
    )


def cells(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """How often each article tells each thing.

    Args:
        corpus: the corpus.
        filters: of the page; of `kind` those of :data:`KINDS` are shown, all where there is none.

    Returns:
        `kind, item, label, doc_id, n`; the label is that of the first article.
    """
    frame = _asked(
        corpus,
        filters,
        "SELECT kind, item, regexp_replace(arg_min(label, (length(label), start)), '\\s+', ' ', 'g') AS label, doc_id, "
        "count(*) AS n FROM ({told}) GROUP BY kind, item, doc_id ORDER BY item, doc_id",
    )
    frame["label"] = frame.groupby(["kind", "item"], sort=False).label.transform("first")
    dated = [kind == "dates" for kind in frame.kind]
    placed = [
        period(item) is not None if date else True for date, item in zip(dated, frame["item"], strict=True)
    ]
    labels = zip(dated, frame["item"], frame.label, strict=True)
    frame["label"] = [timeline.said(item, UNKNOWN) if date else label for date, item, label in labels]
    return frame[np.array(placed, dtype=bool)].reset_index(drop=True)


def _asked(corpus: Corpus, filters: Filters, query: str) -> pd.DataFrame:
    """What a query says of each table that has what is wanted, of those kinds."""
    wanted = [kind for kind in filters.kind if kind in KINDS] or KINDS
    tables = dict.fromkeys(_TABLE[kind] for kind in KINDS if kind in wanted)
    wheres = {table: filters.where(table) for table in tables}
    frame = pd.concat(
        [
            corpus.sql(query.format(told=_TOLD[table].format(where=where.sql)), where.params)
            for table, where in wheres.items()
        ],
        ignore_index=True,
    )
    return frame[frame.kind.isin(wanted)].reset_index(drop=True)


def columns(told: pd.DataFrame, documents: list[str]) -> list[str]:
    """The articles in an order in which those that tell the same stand together: each is followed by the one of the
    others that shares most of what either tells, the fullest comes first.

    Args:
        told: of :func:`cells`.
        documents: the articles that are shown.
    """
    if not documents:
        return []
    names = sorted(documents)
    here = told[told.doc_id.isin(names)]
    items, _ = pd.factorize(here.kind + " " + here["item"])
    tells = np.zeros((len(names), items.max(initial=-1) + 1), dtype=np.float32)
    tells[[names.index(doc) for doc in here.doc_id], items] = 1
    sizes, both = tells.sum(axis=1), tells @ tells.T
    alike = both / np.maximum(sizes[:, None] + sizes[None, :] - both, 1)
    order = [int(sizes.argmax())]
    left = set(range(len(names))) - set(order)
    while left:
        after = max(sorted(left), key=lambda i: (alike[order[-1], i], sizes[i]))
        order.append(after)
        left.remove(after)
    return [names[i] for i in order]


def rows(told: pd.DataFrame, documents: list[str], view: str = "") -> pd.DataFrame:
    """The things that are told, sorted so that the pattern shows: those that most articles tell first, and those of the
    same articles together.

    Args:
        told: of :func:`cells`.
        documents: the articles that are shown, in the order of the columns.
        view: empty for what two or more tell, `only` for what one tells, `missing` for what all but one tell.

    Returns:
        `kind, item, label, n, n_documents, pattern` (a 1 for each article that tells it, else a 0, in their order).
    """
    here = told[told.doc_id.isin(documents)]
    sums = here.groupby(["kind", "item"], sort=False).agg(
        label=("label", "first"), n=("n", "sum"), n_documents=("doc_id", "size"), docs=("doc_id", frozenset)
    )
    some = [
        {
            "kind": kind,
            "item": item,
            "label": label,
            "n": int(n),
            "n_documents": int(many),
            "pattern": "".join("1" if doc in docs else "0" for doc in documents),
        }
        for (kind, item), label, n, many, docs in zip(
            sums.index, sums.label, sums.n, sums.n_documents, sums.docs, strict=True
        )
        if _shown(int(many), len(documents), view)
    ]
    items = pd.DataFrame(some, columns="kind item label n n_documents pattern".split())
    order = items.assign(rank=[KINDS.index(kind) for kind in items.kind])
    by = ["n_documents", "pattern", "rank", "n", "label", "item"]
    return order.sort_values(by, ascending=[False, False, True, False, True, True])[list(items)].reset_index(
        drop=True
    )


def _shown(n: int, whole: int, view: str) -> bool:
    if view == "only":
        return n == 1
    if view == "missing":
        return whole > 2 and n == whole - 1
    return n > 1


def by_article(told: pd.DataFrame, documents: list[str]) -> pd.DataFrame:
    """What each article tells alone, and what it alone does not tell.

    Args:
        told: of :func:`cells`.
        documents: the articles that are shown, in the order of the columns.

    Returns:
        `doc_id, told, only, missing, first_only, first_missing` (the places of its first such rows among those of the
        view, 0 where it has none).
    """
    counted = told.doc_id.value_counts()
    counts = {"doc_id": documents, "told": [int(counted.get(doc, 0)) for doc in documents]}
    firsts = {}
    for view, mark in (("only", "1"), ("missing", "0")):
        sole = [pattern.index(mark) for pattern in rows(told, documents, view).pattern]
        counts[view] = [sole.count(i) for i in range(len(documents))]
        firsts[f"first_{view}"] = [sole.index(i) if i in sole else 0 for i in range(len(documents))]
    return pd.DataFrame({**counts, **firsts})


def opens(kind: str, item: str, doc: str = "", lacking: str = "") -> Selection:
    """What tells a thing: in all articles, in one, or in the others than the one that is `lacking` it."""
    more = {"doc": doc} if doc else {"lacking": lacking} if lacking else {}
    if kind == "quotations":
        key = "quote" if ":q" in item and not item.startswith("cluster:") else "cluster"
        return select("quotations", **{key: item}, **more)
    if kind == "quantities":
        value, unit, of = item.split("|", 2)
        return select("quantities", value=value, unit=unit, **({"of": of} if of else {}), **more)
    table = _TABLE[kind]
    key = {"mentions": "entity", "dates": "value", "discrepancies": "topic", "shared": "passage"}[table]
    return select(table, **{key: item}, **more)


class Near(NamedTuple):
    """What an article has in place of a thing that is not found in it.

    Attributes:
        share: of the words of a sentence that tells it elsewhere, those that stand in the nearest paragraph.
        start: of that paragraph; None where nothing is shared.
        end: of it.
        text: its words.
        unnamed: how often the article means it without its name, by a role or pronoun.
        answered: does the paragraph answer the question that it answers elsewhere, otherwise?
    """

    share: float
    start: int | None
    end: int | None
    text: str
    unnamed: int = 0
    answered: bool = False

    @property
    def left_out(self) -> bool:
        """Is there no passage of it, as far as its words tell?"""
        return self.share < LEFT_OUT and not self.unnamed


_ANSWERED = """
    SELECT b.start, b."end", substr(d.text, b.start + 1, b."end" - b.start) FROM discrepancies answer
    JOIN sentences USING (sentence_id) JOIN blocks b USING (block_id) JOIN documents d ON d.doc_id = answer.doc_id
    WHERE answer.doc_id = ? AND topic_id IN (
        SELECT topic_id FROM discrepancies JOIN (SELECT doc_id, start FROM {table} WHERE {where}) USING (doc_id, start)
    ) ORDER BY b.start LIMIT 1"""
"""SQL: the paragraph with an article's own answer to a question that a thing answers elsewhere."""


def near(corpus: Corpus, filters: Filters, selection: Selection, doc_id: str) -> Near:
    """The paragraph of an article that is nearest to the sentences of the others that tell a thing.

    Args:
        corpus: the corpus.
        filters: of the page.
        selection: what tells the thing in other articles.
        doc_id: the article that lacks it.
    """
    opened = evidence.where(filters, selection)
    tells = corpus.sql(
        f"SELECT DISTINCT doc_id, sentence_id FROM {selection.table} WHERE {opened.sql} ORDER BY ALL",
        opened.params,
    )
    unnamed = 0
    if selection.get("entity"):
        meant = "SELECT count(*) AS n FROM mentions WHERE doc_id = ? AND entity_id = ? AND form <> 'name'"
        unnamed = int(corpus.sql(meant, [doc_id, selection.get("entity")]).n.iloc[0])
    others = [str(doc) for doc in tells.doc_id.unique() if doc != doc_id][:COMPARED]
    answered = corpus.sql(_ANSWERED.format(table=selection.table, where=opened.sql), [doc_id, *opened.params])
    if len(answered):
        start, end, text = answered.iloc[0]
        return Near(NEAR, int(start), int(end), str(text), unnamed, answered=True)
    sentences = nearness.nearest(corpus, others, [doc_id])
    sentences = sentences[sentences.sentence_id.isin(set(tells.sentence_id))].sort_values(
        "share", ascending=False, kind="stable"
    )
    if sentences.empty or not isinstance(sentences.near.iloc[0], str):
        return Near(0.0, None, None, "", unnamed)
    block = corpus.sql(
        'SELECT b.start, b."end", substr(d.text, b.start + 1, b."end" - b.start) AS text '
        "FROM blocks b JOIN documents d USING (doc_id) WHERE block_id = ?",
        [sentences.near.iloc[0]],
    ).iloc[0]
    return Near(float(sentences.share.iloc[0]), int(block.start), int(block.end), str(block.text), unnamed)
