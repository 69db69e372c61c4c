"""Collocations: the words that stand near what was found, how strongly they are bound to it, and among themselves."""

from __future__ import annotations

import numpy as np
import pandas as pd

from tellings.analysis import concordance, frequencies, measures
from tellings.analysis.concordance import SIDE
from tellings.analysis.source import Corpus
from tellings.query import parts
from tellings.query.filters import Filters
from tellings.query.seen import folded

CLOSED = ("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ")
"""Parts of speech of small words."""

SMALL = "small"
"""The value of `stop` that leaves all small words out."""

NODES = 20
"""Words of a network, beside what was asked."""


_BESIDE = """SELECT doc, unnest(list_concat(
        forms[greatest(h.first - w.first - {left}, 0) + 1 : h.first - w.first],
        forms[h.last - w.first + 2 : h.last - w.first + 1 + {right}])) AS form
    FROM hits h JOIN sentence_words w USING (doc, s)"""
_SOME_BESIDE = """SELECT doc, form FROM (
        SELECT s, unnest(list_concat(range(first - {left}, first), range(last + 1, last + {right} + 1))) AS nth
        FROM hits) JOIN w USING (nth, s)"""
"""SQL for the words beside `hits`: all in their sentences, or those alone that the filters let through."""


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
        there are fewer than expected), `mi, log_dice, t, z, chi2, mi3, npmi, delta_p` (of the word, given what
        was found), `sensitivity`, the most strongly bound by G² first.
    """
    words = parts.words(filters)
    sql, params = concordance.statement(corpus, query, filters)
    beside = _SOME_BESIDE if parts.inside(filters).conditions else _BESIDE
    asked = corpus.sql(
        f"""
        WITH {words.sql}, hits AS MATERIALIZED ({sql}), near AS (
            SELECT form, doc, count(*) AS n FROM ({beside.format(left=int(left), right=int(right))}) GROUP BY form, doc
        ), joined AS (
            SELECT {frequencies.folding(unit)} AS word, sum(near.n)::BIGINT AS joint, count(DISTINCT doc) AS n_documents
            FROM near JOIN forms USING (form) GROUP BY word
        ), every AS (
            SELECT {frequencies.folding(unit)} AS word, sum(t.n)::BIGINT AS frequency
            FROM ({parts.totals(filters)}) t JOIN forms USING (form) GROUP BY word
        )
        SELECT word, joint, frequency, n_documents, (SELECT count(*) FROM hits) AS hits,
               (SELECT sum(frequency) FROM every)::BIGINT AS n FROM joined JOIN every USING (word)""",
        (*words.params, *params),
    )
    places = asked.hits * (left + right)
    joint, whole = asked.joint, asked.n
    first = np.minimum(places, whole)
    asked["expected"] = first * asked.frequency / whole
    asked["g2"] = measures.log_likelihood(joint, first, asked.frequency, whole, signed=True)
    asked["mi"] = measures.mutual_information(joint, first, asked.frequency, whole)
    asked["log_dice"] = measures.log_dice(joint, first, asked.frequency)
    asked["t"] = measures.t_score(joint, first, asked.frequency, whole)
    asked["z"] = measures.z_score(joint, first, asked.frequency, whole)
    asked["chi2"] = measures.chi_squared(joint, first, asked.frequency, whole)
    asked["mi3"] = measures.mutual_information(joint, first, asked.frequency, whole, power=3)
    asked["npmi"] = measures.normalised_mutual_information(joint, first, asked.frequency, whole)
    asked["delta_p"] = measures.delta_p(joint, first, asked.frequency, whole)
    asked["sensitivity"] = measures.minimum_sensitivity(joint, first, asked.frequency)
    asked = asked.sort_values(["g2", "word"], ascending=[False, True], ignore_index=True)
    return asked.drop(columns=["hits", "n"])


def window(said: str) -> tuple[int, int]:
    """The words of a window before and behind what was found, as addresses have it: `5-0`, or nothing for five."""
    left, right = (said or "5-5").split("-")
    return int(left), int(right)


def network(
    corpus: Corpus,
    query: str,
    filters: Filters,
    *,
    unit: str = "words",
    near: str = "",
    stop: tuple[str, ...] = (),
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What was found, its first collocates, and which of these stand near one another (Brezina et al. 2015).

    Two collocates are joined where they stand within the longer side of the window of each other, on either side, in
    one sentence, wherever that is; the same windows and measure as of :func:`collocates`.

    Args:
        corpus: answers SQL.
        query: the pattern.
        filters: which articles and sentences are looked at.
        unit: `words` or `lemmas`.
        near: the window, see :func:`window`.
        stop: words that are left out, see :func:`left_out`; where none is given, all small words: else *the* stands
            first near everything.

    Returns:
        The nodes: `entity_id` (the query, or the word), `name, type` (`query`, `word`, `lemma`), `n` (times); and the
        pairs: `entity_a, entity_b, name_a, name_b, n_sentences` (times together), `n_documents, association` (signed
        G²), those of what was found first, then by times.
    """
    left, right = window(near)
    words = collocates(corpus, query, filters, unit=unit, left=left, right=right)
    words = words[
        (words.g2 > 0) & ~words.word.isin(left_out(corpus, stop or (SMALL,)) | {folded(query)})
    ].head(NODES)
    some = words[["word", "frequency"]].set_axis(["entity_id", "n"], axis=1)
    asked = pd.DataFrame({"entity_id": [query], "n": [concordance.count(corpus, query, filters)]})
    kinds = ["query"] + ["lemma" if unit == "lemmas" else "word"] * len(some)
    nodes = pd.concat([asked, some], ignore_index=True).assign(type=kinds)
    own = pd.DataFrame(
        {"entity_a": query, "entity_b": words.word, "n_sentences": words.joint, "n_documents": words.n_documents,
         "association": words.g2}
    )  # fmt: skip
    pairs = pd.concat(
        [own, _among(corpus, some, filters, unit=unit, span=max(left, right))], ignore_index=True
    )
    names = {f"name_{side}": pairs[f"entity_{side}"] for side in "ab"}
    return nodes.assign(name=nodes.entity_id), pairs.assign(**names)


def _among(corpus: Corpus, some: pd.DataFrame, filters: Filters, *, unit: str, span: int) -> pd.DataFrame:
    """The pairs of words that stand within so many words of each other."""
    words = parts.words(filters)
    pairs = corpus.sql(
        f"""
        WITH {words.sql}, chosen AS (
            SELECT form, {frequencies.folding(unit)} AS word FROM forms
            WHERE {frequencies.folding(unit)} IN (SELECT unnest(?::VARCHAR[]))
        ), placed AS MATERIALIZED (SELECT s, doc, nth, word FROM w JOIN chosen USING (form))
        SELECT a.word AS entity_a, b.word AS entity_b, count(*) AS n_sentences, count(DISTINCT a.doc) AS n_documents
        FROM placed a JOIN placed b ON a.s = b.s AND a.word < b.word AND abs(a.nth - b.nth) <= ? GROUP BY ALL""",
        (*words.params, some.entity_id.tolist(), span),
    )
    often = some.set_index("entity_id").n
    one, other = (pairs[side].map(often).astype("float64") for side in ("entity_a", "entity_b"))
    whole = float(frequencies.size(corpus, filters))
    first = np.minimum(np.maximum(one, other) * 2 * span, whole)
    pairs["association"] = measures.log_likelihood(
        pairs.n_sentences, first, np.minimum(one, other), whole, signed=True
    )
    return pairs.sort_values(["n_sentences", "entity_a", "entity_b"], ascending=[False, True, True])


def left_out(corpus: Corpus, stop: tuple[str, ...]) -> set[str]:
    """The words that a stop list leaves out; `small` stands for all small words of the corpus."""
    return {folded(word) for word in stop if word != SMALL} | set(
        small_words(corpus) if SMALL in stop else ()
    )


def small_words(corpus: Corpus) -> list[str]:
    """Words and base forms that are mostly of a closed class in the corpus: articles, prepositions, pronouns …"""
    small = f"2 * sum(n) FILTER (pos IN ({', '.join(map(repr, CLOSED))})) > sum(n)"
    each = (
        f"SELECT {unit} AS word FROM forms GROUP BY word HAVING {small}"
        for unit in frequencies.UNITS.values()
    )
    return [str(word) for word in corpus.sql(f"{' UNION '.join(each)} ORDER BY word").word]
