"""How near passages of different articles are to each other: what of a sentence stands in another article's paragraph.

A sentence is what it speaks of: its content words by their first letters (rescued and rescuers), the entities that it
names or refers to, its numbers, the values of its dates. Each weighs by how rare it is among the sentences of the
articles that are looked at (idf; Spärck Jones 1972). The share of a sentence that a paragraph has is the weight of what
both have over the sentence's own. It says how far the words are there, not what they mean: another's words for one
thing (180 metres, 600 feet) are not near.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from tellings.analysis.source import Corpus

_COMMON = ("say", "tell", "be", "have", "do", "make", "get", "go", "come", "take", "give", "ask", "add")
"""Verbs that say nothing of what a sentence tells: of saying and the lightest ones."""
_WEIGHED = f"""
    looked AS MATERIALIZED (
        SELECT doc_id, sentence_id, start, block_id FROM sentences WHERE counted AND doc_id IN ({{docs}})
    ), features AS (
        SELECT sentence_id, 'w' || left(lower(lemma), 5) AS feature FROM tokens SEMI JOIN looked USING (sentence_id)
        WHERE doc_id IN ({{docs}}) AND pos IN ('NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM')
            AND lower(lemma) NOT IN {_COMMON!r}
        UNION SELECT sentence_id, 'e' || entity_id FROM mentions SEMI JOIN looked USING (sentence_id)
        WHERE doc_id IN ({{docs}}) AND entity_id IS NOT NULL
        UNION SELECT sentence_id, 'd' || value FROM dates SEMI JOIN looked USING (sentence_id)
        WHERE doc_id IN ({{docs}}) AND value IS NOT NULL
        UNION SELECT sentence_id, 'n' || value FROM quantities SEMI JOIN looked USING (sentence_id)
        WHERE doc_id IN ({{docs}}) AND value IS NOT NULL
    ), weighed AS MATERIALIZED (
        SELECT sentence_id, feature,
               ln(1 + (SELECT count(*) FROM looked) / count(*) OVER (PARTITION BY feature)) AS weight
        FROM features
    )"""


def nearest(corpus: Corpus, of: Sequence[str], among: Sequence[str]) -> pd.DataFrame:
    """The paragraph of some articles that is nearest to each sentence of others.

    Args:
        corpus: the corpus.
        of: the articles whose sentences are looked for.
        among: the articles in whose paragraphs they are looked for; an article is not held against itself.

    Returns:
        `doc_id, sentence_id, start` (of each sentence), `near` (the block; null where nothing is shared), `near_doc`
        (its article), `share` (of the sentence that the block has, 0 to 1), `n` (words, names, numbers and dates of the
        sentence), in the order of articles and text.
    """
    named = {doc: f"d{number}" for number, doc in enumerate(dict.fromkeys([*of, *among]))}
    docs, there, here = (", ".join(f"${named[doc]}" for doc in some) for some in (named, among, of))
    if not of or not among:
        return pd.DataFrame(
            {name: [] for name in ("doc_id", "sentence_id", "start", "near", "near_doc", "share", "n")}
        )
    return corpus.sql(
        f"""
        WITH {_WEIGHED.format(docs=docs)},
        there AS (
            SELECT DISTINCT doc_id AS near_doc, block_id AS near, feature FROM weighed JOIN looked USING (sentence_id)
            WHERE doc_id IN ({there})
        ), here AS (
            SELECT doc_id, sentence_id, feature, weight FROM weighed JOIN looked USING (sentence_id)
            WHERE doc_id IN ({here})
        ), whole AS (SELECT sentence_id, sum(weight) AS weight, count(*) AS n FROM here GROUP BY sentence_id),
        best AS (
            SELECT sentence_id, near, near_doc, share FROM (
                SELECT sentence_id, near, near_doc, sum(h.weight) / any_value(w.weight) AS share
                FROM here h JOIN there USING (feature) JOIN whole w USING (sentence_id)
                WHERE h.doc_id <> near_doc GROUP BY sentence_id, near, near_doc
            ) QUALIFY row_number() OVER (PARTITION BY sentence_id ORDER BY share DESC, near) = 1
        )
        SELECT looked.doc_id, sentence_id, looked.start, near, near_doc, coalesce(share, 0) AS share,
               coalesce(n, 0) AS n
        FROM looked LEFT JOIN best USING (sentence_id) LEFT JOIN whole USING (sentence_id)
        WHERE doc_id IN ({here}) ORDER BY doc_id, looked.start
        """,
        {name: doc for doc, name in named.items()},
    )
