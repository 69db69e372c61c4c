"""Which verbs of saying each outlet uses for whom."""

from __future__ import annotations

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.cue_kinds import KIND_OF_CUE
from tellings.query.filters import Filters
from tellings.query.sql import UNKNOWN

_WHO = {"side": "e.country", "speaker": "entity_id"}


def used(corpus: Corpus, filters: Filters, by: str) -> pd.DataFrame:
    """How often each outlet uses each cue for each side or speaker. A quotation of several counts for each.

    Args:
        corpus: the corpus.
        filters: the page's.
        by: `side` (the country for which the speaker acts) or `speaker`.

    Returns:
        `who` (a country's ISO code or an entity's id, or `unknown`), `name` (an entity's; of a side the country's,
        where the corpus names it), `type` (an entity's), `outlet, kind` (of the cue, see `tellings.query.cue_kinds`),
        `cue` (in lower case; null where there is none), `n`; the most quoted first, the unknown last.

    Raises:
        ValueError: `by` is neither.
    """
    if by not in _WHO:
        raise ValueError(f"cues are counted by {' or '.join(_WHO)}, not by {by!r}")
    where = filters.where("quotations")
    named = "c.country = found.who AND c.type = 'country'" if by == "side" else "c.entity_id = found.who"
    return corpus.sql(
        f"""
        WITH q AS (
            SELECT quote_id, doc_id, lower(cue) AS cue FROM quotations WHERE {where.sql}
        ), known AS (
            SELECT DISTINCT quote_id, {_WHO[by]} AS who FROM quotation_speakers JOIN entities e USING (entity_id)
            WHERE {_WHO[by]} IS NOT NULL
        ), found AS (
            SELECT coalesce(known.who, ?) AS who, outlet, cue, count(*) AS n
            FROM q LEFT JOIN known USING (quote_id) JOIN outlets USING (doc_id) GROUP BY ALL
        ), kinds AS (
            SELECT cue, {KIND_OF_CUE} AS kind FROM (SELECT DISTINCT cue FROM q)
        ), names AS (
            SELECT found.who, any_value(c.name) AS name, any_value(c.type) AS type
            FROM (SELECT DISTINCT who FROM found) found JOIN entities c ON {named} GROUP BY found.who
        )
        SELECT who, name, type, outlet, kind, found.cue, n
        FROM found LEFT JOIN names USING (who) JOIN kinds ON kinds.cue IS NOT DISTINCT FROM found.cue
        ORDER BY who = ?, sum(n) OVER (PARTITION BY who) DESC, who, outlet, n DESC, found.cue
        """,
        [*where.params, UNKNOWN, UNKNOWN],
    )
