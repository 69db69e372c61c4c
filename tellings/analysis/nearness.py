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
from tellings.query.sql import marks

_COMMON = ("say", "tell", "be", "have", "do", "make", "get", "go", "come", "take", "give", "ask", "add")
"""Verbs that say nothing of what a sentence tells: of saying and the lightest ones."""
_WEIGHED = f"""
    looked AS (
        SELECT c.doc_id, sentence_id, c.start, block_id FROM counted_sentences c JOIN sentences USING (sentence_id)
        WHERE c.doc_id IN ({{docs}})
    ), features AS (
        SELECT sentence_id, 'w' || left(lower(lemma), 5) AS feature FROM tokens SEMI JOIN looked USING (sentence_id)
        WHERE pos IN ('NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM') AND lower(lemma) NOT IN {_COMMON!r}
        UNION SELECT sentence_id, 'e' || entity_id FROM mentions SEMI JOIN looked USING (sentence_id)
        WHERE entity_id IS NOT NULL
        UNION SELECT sentence_id, 'd' || value FROM dates SEMI JOIN looked USING (sentence_id) WHERE value IS NOT NULL
        UNION SELECT sentence_id, 'n' || value FROM quantities SEMI JOIN looked USING (sentence_id)
        WHERE value IS NOT NULL
    ), weighed AS (
        SELECT sentence_id, feature,
               ln(1 + (SELECT count(*) FROM looked) / count(*) OVER (PARTITION BY feature)) AS weight
        FROM features
    )"""


def nearest(corpus: Corpus, doc_id: str, others: Sequence[str]) -> pd.DataFrame:
    """The paragraph of an article that is nearest to each sentence of other articles.

    Args:
        corpus: the corpus.
        doc_id: the article.
        others: the other articles.

    Returns:
        `other` (article), `sentence_id` (its sentence), `near` (the block of the article; null where they share
        nothing), `share` (of the sentence that the block has, 0 to 1).
    """
    docs = [doc_id, *(other for other in dict.fromkeys(others) if other != doc_id)]
    return corpus.sql(
        f"""
        WITH {_WEIGHED.format(docs=marks(docs))},
        own AS (SELECT DISTINCT block_id, feature FROM weighed JOIN looked USING (sentence_id) WHERE doc_id = ?),
        theirs AS (SELECT sentence_id, feature, weight FROM weighed JOIN looked USING (sentence_id) WHERE doc_id <> ?),
        whole AS (SELECT sentence_id, sum(weight) AS weight FROM theirs GROUP BY sentence_id),
        best AS (
            SELECT sentence_id, near, share FROM (
                SELECT sentence_id, block_id AS near, sum(t.weight) / any_value(w.weight) AS share
                FROM theirs t JOIN own USING (feature) JOIN whole w USING (sentence_id) GROUP BY sentence_id, block_id
            ) QUALIFY row_number() OVER (PARTITION BY sentence_id ORDER BY share DESC, near) = 1
        )
        SELECT looked.doc_id AS other, sentence_id, near, coalesce(share, 0) AS share
        FROM looked LEFT JOIN best USING (sentence_id) WHERE doc_id <> ? ORDER BY other, looked.start
        """,
        [*docs, doc_id, doc_id, doc_id],
    )
