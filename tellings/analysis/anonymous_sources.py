"""The ledger of anonymous sources: each as printed, with what is said of it and what it tells."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.cue_kinds import KIND_OF_CUE
from tellings.query.filters import Filters
from tellings.query.sql import UNKNOWN, marks, spoken_by, told_apart

CONDITION = re.compile(
    r"\bon (?:the )?condition (?:of anonymity|that (?:he|she|they|it|\w+) (?:not )?be \w+)"
    r"|\banonymously\b|\bunder anonymity\b"
    r"|\b(?:ask|request|wish|prefer|want|declin|refus|insist)(?:e[ds]|ed|s|ing)?(?: for)?(?: on)? (?:not )?(?:to )?"
    r"(?:be|being|remain) (?:not )?(?:named|identified|anonymous|quoted by name|unnamed)"
    r"|\b(?:not|un)[ -]?authori[sz]ed to (?:speak|comment|talk|discuss|brief)\b[^,.;]{0,60}"
    r"|\bwhose (?:name|identity) (?:was|is) withheld|\bnot (?:to )?be (?:named|identified)\b|\boff the record\b",
    re.IGNORECASE,
)
"""How articles say on what condition a source speaks."""

_LATER = re.compile(
    r"\b(?:will|would|going to|plans? to|intends? to|about to|set to|expects?|expected)\b", re.IGNORECASE
)
_VERBS = {
    "criticises": "an accusation",
    "demands": "a demand",
    "denies": "a denial",
    "promises": "a promise",
    "warns": "a warning",
}


def sources(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The anonymous sources that are quoted, the most quoted first.

    Returns:
        `source` (an entity's id, or `unknown` for those that are none), `name` (its fullest phrase; equal ones are
        numbered), `phrase` (without the number), `n` (quotations), `words` (without those of quotations inside
        another), `n_documents`.
    """
    where = filters.change(anonymous="yes").where("quotations")
    return corpus.sql(
        f"""
        WITH q AS (SELECT who, doc_id, inside_id, words FROM voiced AS quotations WHERE {where.sql}),
        by_source AS (
            SELECT who, count(*) AS n, coalesce(sum(words) FILTER (inside_id IS NULL), 0)::BIGINT AS words,
                   count(DISTINCT doc_id) AS n_documents
            FROM q GROUP BY who
        )
        SELECT coalesce(who, ?) AS source, e.name, e.phrase, s.n, s.words, s.n_documents
        FROM by_source s LEFT JOIN ({told_apart("SELECT who FROM by_source")}) e ON e.entity_id = who
        ORDER BY who IS NULL, s.n DESC, s.words DESC, source
        """,
        [*where.params, UNKNOWN],
    )


def entries(corpus: Corpus, filters: Filters, rows_of_sources: pd.DataFrame) -> list[dict[str, Any]]:
    """What the articles say of these sources, and what they tell.

    Args:
        corpus: the corpus.
        filters: the page's.
        rows_of_sources: rows of :func:`sources`.

    Returns:
        For each row a dictionary of its columns and `printed` (the forms in which it is named), `articles` (id
        and short name of each), `cues, vias, about` (the names in its words, the most frequent first), `condition` (as
        printed: on what condition it speaks), `tells` (kinds of information), each a list. The kinds: the words of
        another (a quotation inside its own), figures, what is to come (will, would, plans to), what its verbs make of
        it (accuse: an accusation); where none of these is found, what happened.
    """
    said = _said(corpus, filters, rows_of_sources.source.tolist())
    about = _about(corpus, said)
    rows = dict(iter(said.groupby("source", sort=False)))
    return [
        _entry(row, rows.get(row["source"], said.iloc[:0]), about.get(str(row["source"]), []))
        for row in rows_of_sources.to_dict("records")
    ]


def _entry(row: Mapping[Hashable, Any], said: pd.DataFrame, about: list[str]) -> dict[str, Any]:
    articles = said[["doc_id", "short"]].drop_duplicates().itertuples(index=False, name=None)
    conditions = (
        match.group() for text in dict.fromkeys(said.sentence) for match in CONDITION.finditer(text)
    )
    return {
        **{str(name): value for name, value in row.items()},
        "printed": _forms(said.speaker),
        "articles": list(articles),
        "cues": _forms(said.cue),
        "vias": _forms(said.via),
        "condition": _forms(conditions),
        "about": about,
        "tells": _tells(said) or ["what happened"],
    }


def _said(corpus: Corpus, filters: Filters, sources: list[str]) -> pd.DataFrame:
    """The first hundred quotations of each source, with their sentences."""
    where = filters.change(anonymous="yes").where("quotations").also(*spoken_by("entity_id", sources))
    return corpus.sql(
        f"""
        WITH q AS (SELECT *, {KIND_OF_CUE} AS saying FROM quotations WHERE {where.sql}),
        who AS (
            SELECT * FROM quotation_speakers WHERE quote_id IN (SELECT quote_id FROM q)
        ), placed AS (
            SELECT q.*, coalesce(who.entity_id, ?) AS source,
                   row_number() OVER (PARTITION BY who.entity_id ORDER BY q.doc_id, q.start) AS place
            FROM q LEFT JOIN who USING (quote_id)
        )
        SELECT q.source, quote_id, q.doc_id, q.speaker, q.cue, q.via, q.saying, q.text, d.short,
               substr(d.text, s.start + 1, least(s."end" - s.start, 2000)) AS sentence,
               quote_id IN (SELECT inside_id FROM quotations WHERE inside_id IS NOT NULL) AS passes_on,
               EXISTS (SELECT 1 FROM quantities n WHERE n.doc_id = q.doc_id AND n.start >= q.start
                       AND n."end" <= q."end") AS figures
        FROM placed q JOIN documents d USING (doc_id) JOIN sentences s USING (sentence_id)
        WHERE place <= 100 ORDER BY d.published NULLS LAST, q.doc_id, q.start
        """,
        [*where.params, UNKNOWN],
    )


def _about(corpus: Corpus, said: pd.DataFrame) -> dict[str, list[str]]:
    """The names in the words of each source, the most frequent first."""
    if said.empty:
        return {}
    sources = dict(zip(said.quote_id, said.source, strict=True))
    named = corpus.sql(
        f"""
        SELECT DISTINCT q.quote_id, m.mention_id, e.name
        FROM quotations q JOIN mentions m ON m.doc_id = q.doc_id AND m.start >= q.start AND m."end" <= q."end"
             JOIN entities e ON e.entity_id = m.entity_id
        WHERE m.form IN ('name', 'demonym') AND q.quote_id IN ({marks(list(sources))})
        """,
        list(sources),
    )
    own = named.assign(source=named.quote_id.map(sources)).drop_duplicates(["source", "mention_id"])
    counted = own.groupby(["source", "name"], as_index=False).size()
    ordered = counted.sort_values(["size", "name"], ascending=[False, True])
    return {str(source): some["name"].head(6).tolist() for source, some in ordered.groupby("source")}


def _forms(values: Iterable[Any]) -> list[str]:
    """The different texts among values, without regard to capitals, in order."""
    forms: dict[str, str] = {}
    for value in values:
        if isinstance(value, str):
            forms.setdefault(value.lower(), value)
    return list(forms.values())


def _tells(said: pd.DataFrame) -> list[str]:
    tells = [_VERBS[kind] for kind in _VERBS if kind in set(said.saying)]
    if said.passes_on.any():
        tells.insert(0, "what another said")
    if said.figures.any():
        tells.append("figures")
    if any(_LATER.search(text) for text in said.text):
        tells.append("what is to come")
    return tells
