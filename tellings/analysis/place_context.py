"""What stands around the names of a place: how it is printed, who names it, with whom and with what words.

Every number counts names of the place, so that it opens as many marked names as it says: `entity` counts the names in
sentences that also name that entity, `speaker` those inside that speaker's quotations, `relayed` those inside what
another says that this speaker said, `lemma` those in sentences with
that noun or verb.
"""

from __future__ import annotations

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.selection import Selection
from tellings.query.sql import marks, told_apart

_PICKED = "WITH picked AS (SELECT * FROM toponyms WHERE {where})"

_FORMS = """SELECT 'text' AS key, text AS value, text AS name, count(*) AS n FROM picked GROUP BY text"""
_PLACES = """SELECT 'place' AS key, place_id AS value, any_value(name) AS name, count(*) AS n FROM picked
    WHERE place_id IS NOT NULL GROUP BY place_id"""
_OUTLETS = """SELECT 'publisher' AS key, o.outlet AS value, any_value(o.label) AS name, count(*) AS n FROM picked
    JOIN outlets o USING (doc_id) GROUP BY o.outlet"""
_ENTITIES = """SELECT 'entity' AS key, e.entity_id AS value, any_value(e.name) AS name,
        count(DISTINCT k.mention_id) AS n
    FROM picked k JOIN mentions m USING (sentence_id) JOIN entities e ON e.entity_id = m.entity_id
    WHERE m.form = 'name' AND e.type IN ('person', 'organisation') GROUP BY e.entity_id"""
_NAMED = told_apart("SELECT entity_id FROM entities")
_SPOKEN = """SELECT '{key}' AS key, e.entity_id AS value, {name} AS name, count(DISTINCT k.mention_id) AS n
    FROM picked k JOIN spoken_toponyms USING (mention_id) JOIN speech USING (quote_id)
    JOIN quotation_voices v USING (quote_id) JOIN quotation_speakers USING (quote_id)
    JOIN ({named}) e USING (entity_id) WHERE told_by IS {told} GROUP BY e.entity_id"""
_SPEAKERS = _SPOKEN.format(named=_NAMED, key="speaker", name="any_value(e.name)", told="NULL")
_RELAYED = _SPOKEN.format(
    named=_NAMED,
    key="relayed",
    name="any_value(e.name) || ', as ' || string_agg(DISTINCT told_by, ' or ' ORDER BY told_by) || ' tells it'",
    told="NOT NULL",
)
_QUESTIONS = {
    "place": _PLACES,
    "text": _FORMS,
    "publisher": _OUTLETS,
    "entity": _ENTITIES,
    "speaker": _SPEAKERS,
    "relayed": _RELAYED,
}

COMMON = tuple("say tell have be do make get go take come year day people time".split())
"""Nouns and verbs that news has everywhere and that say nothing of a place."""


def around(
    corpus: Corpus, filters: Filters, selection: Selection, what: str, *, limit: int = 8
) -> pd.DataFrame:
    """Who or what stands around the names that a selection opens.

    Args:
        corpus: the corpus.
        filters: as the page counts with them.
        selection: of `toponyms`: a region, country or place.
        what: `place` (the places that a region's number is made of), `text` (printed forms), `publisher` (outlets),
            `entity` (people and organisations in the same sentences), `speaker` (whose words name it), `relayed` (whose
            words, as another tells them) or `lemma`.
        limit: how many at most.

    Returns:
        `key, value, name, n`: `n` names of the place; the selection with `key=value` added opens as many. The largest
        number first; words by how much oftener they stand here than in the whole corpus (:func:`_words`).

    Raises:
        ValueError: another `what`.
    """
    where = filters.where("toponyms") & selection.where()
    if what == "lemma":
        return _words(corpus, where.sql, where.params, limit)
    if what not in _QUESTIONS:
        raise ValueError(f"what must be one of {', '.join((*_QUESTIONS, 'lemma'))}, not {what!r}")
    query = f"{_PICKED.format(where=where.sql)} {_QUESTIONS[what]} ORDER BY n DESC, name, value LIMIT ?"
    return corpus.sql(query, [*where.params, limit])


def _words(corpus: Corpus, where: str, params: tuple[object, ...], limit: int) -> pd.DataFrame:
    """The nouns and verbs of the sentences, those that belong to them most first.

    The order is that of the term `observed * ln(observed / expected)` of the log-likelihood ratio (Dunning 1993), over
    sentences, with words of two sentences or more before those of one. Words of the names themselves are left out.
    """
    query = f"""{_PICKED.format(where=where)},
        these AS (SELECT DISTINCT sentence_id FROM picked),
        said AS (
            SELECT DISTINCT lower(t.lemma) AS lemma, t.sentence_id FROM tokens t
            WHERE t.sentence_id IN (SELECT sentence_id FROM these) AND t.pos IN ('NOUN', 'VERB')
                AND length(t.lemma) > 2 AND lower(t.lemma) NOT IN ({marks(COMMON)})
        ),
        here AS (
            SELECT w.lemma, count(DISTINCT w.sentence_id) AS seen, count(DISTINCT k.mention_id) AS n
            FROM said w JOIN picked k USING (sentence_id) GROUP BY w.lemma
        ),
        sizes AS (SELECT (SELECT count(*) FROM these) AS few, (SELECT count(*) FROM sentences) AS every)
        SELECT 'lemma' AS key, lemma AS value, lemma AS name, n
        FROM here JOIN lemma_counts USING (lemma), sizes
        ORDER BY seen > 1 DESC, seen * ln(seen * every / (n_sentences * few)) DESC, n DESC, lemma LIMIT ?"""
    return corpus.sql(query, [*params, *COMMON, limit])
