"""Parts of the texts that a search looks at: headlines, what is quoted and by whom, the articles' own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tellings.query.openable import OPENABLE
from tellings.query.sql import Where

if TYPE_CHECKING:
    from tellings.query.filters import Filters

PARTS = ("headline", "quotations", "cue", "narration", "own")
"""Values of `kind` that name a part: headlines, what is quoted, the words of saying, what is not quoted, and of that
all but the words of saying.
"""

_RANGES = "SELECT unnest(range(first, last + 1)) FROM spoken_words WHERE role = '{role}'"
_SPOKEN = f"nth IN ({_RANGES} AND quote_id IN ({{quotes}}))"
_UNQUOTED, _UNCUED = (f"nth NOT IN ({_RANGES.format(role=role)})" for role in ("content", "cue"))


def inside(filters: Filters) -> Where:
    """What the filters ask of a word (a row of `numbered`), beside what they ask of its sentence.

    `speaker`, `side` and `anonymous` ask for what such a one says; with the kind `cue` for the words by which such a
    one is said to say it.
    """
    where = Where()
    spoken = filters.speaker or filters.side or filters.anonymous
    kinds = [kind for kind in PARTS if kind in filters.kind and kind != "headline"]
    if spoken and not {"quotations", "cue"}.intersection(kinds):
        kinds.append("quotations")
    asked = filters.only("speaker", "side", "anonymous")
    by = OPENABLE["quotations"].narrow(asked, Where())
    quotes = f"SELECT quote_id FROM quotations WHERE {by.sql}"
    either = {
        "quotations": Where((_SPOKEN.format(role="content", quotes=quotes),), by.params),
        "cue": Where((_SPOKEN.format(role="cue", quotes=quotes),), by.params),
        "narration": Where((_UNQUOTED,)),
        "own": Where((_UNQUOTED, _UNCUED)),
    }
    if kinds:
        params = tuple(value for kind in kinds for value in either[kind].params)
        where = where.also(f"({' OR '.join(either[kind].sql for kind in kinds)})", *params)
    return where


def words(filters: Filters) -> Where:
    """SQL that names what filters let through, and its values: the words `w` (rows of `numbered`), the articles `d`."""
    articles = filters.where("documents")
    where = Where((within(filters),))
    if filters.when or "headline" in filters.kind:
        told = filters.only("when").where("sentences")
        if "headline" in filters.kind:
            told = told.also("block_kind = 'headline'")
        where = where.also(f"s IN (SELECT s FROM numbered_sentences WHERE {told.sql})", *told.params)
    where = where & inside(filters)
    return Where(
        (
            f"d AS (SELECT doc FROM numbered_documents WHERE {articles.sql}), "
            f"w AS NOT MATERIALIZED (SELECT * FROM numbered WHERE {where.sql})",
        ),
        (*articles.params, *where.params),
    )


def within(filters: Filters) -> str:
    """SQL, behind that of :func:`words`: the number of an article, `doc`, is of one that filters let through."""
    return "doc IN (SELECT doc FROM d)" if filters.where("documents").conditions else "true"


def whole_articles(filters: Filters) -> bool:
    """Are all counted sentences of the articles looked at, whole?"""
    return not (filters.when or "headline" in filters.kind or inside(filters).conditions)


def totals(filters: Filters) -> str:
    """SQL for how often each form of a word (`form, n`) stands in what filters let through, behind that of
    :func:`words`; of whole articles that is known.
    """
    if not whole_articles(filters):
        return "SELECT form, count(*) AS n FROM w GROUP BY form"
    asked = within(filters)
    if asked == "true":
        return "SELECT form, n FROM forms"
    return f"SELECT form, sum(n) AS n FROM form_counts WHERE {asked} GROUP BY form"
