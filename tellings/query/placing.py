"""The SQL that finds a pattern: each place where it stands, and how often each article has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tellings.query import parts
from tellings.query.pattern import Part

if TYPE_CHECKING:
    from tellings.query.filters import Filters

Patterns = tuple[tuple[Part, ...], ...]


def by_article(patterns: Patterns, filters: Filters) -> tuple[str, tuple[object, ...]]:
    """SQL for how often patterns stand in each article that has them (`doc, n`), and its values.

    Of one word in whole articles that is known; other patterns are looked for.
    """
    (part, *further), *others = patterns
    if further or others or part.named or part.whole or not parts.whole_articles(filters):
        sql, params = statement(patterns, filters)
        return f"SELECT doc, count(*) AS n FROM ({sql}) GROUP BY doc", params
    looked_at, where = parts.words(filters), part.where()
    return (
        f"WITH {looked_at.sql} SELECT doc, sum(n) AS n FROM form_counts WHERE {parts.within(filters)} "
        f"AND form IN (SELECT form FROM forms WHERE {where.sql}) GROUP BY doc",
        (*looked_at.params, *where.params),
    )


def statement(patterns: Patterns, filters: Filters) -> tuple[str, tuple[object, ...]]:
    """SQL that finds patterns, and its values.

    Args:
        patterns: as :func:`tellings.query.pattern.parse` gives them.
        filters: which words are looked at.

    Returns:
        A query for `doc, s` (the numbers of article and sentence), `first, last` (of words), `start, "end"`.
    """
    looked_at = parts.words(filters)
    steps, selections = [looked_at.sql], []
    params: list[object] = [*looked_at.params]
    for a, row in enumerate(patterns):
        for i, part in enumerate(row):
            where = part.where()
            found = _NAME if part.named else _WHOLE if part.whole else _WORD
            steps.append(f"p{a}_{i} AS ({found.format(where=where.sql)})")
            params += where.params * (2 if part.whole else 1)
        selections.append(_row(a, row))
    return f"WITH {', '.join(steps)} {' UNION '.join(selections)}", tuple(params)


def _row(a: int, parts: tuple[Part, ...]) -> str:
    joins = "".join(
        f" JOIN p{a}_{i} ON p{a}_{i}.s = p{a}_{i - 1}.s AND p{a}_{i}.first "
        + (
            f"= p{a}_{i - 1}.last + {1 + part.low}"
            if part.low == part.high
            else f"BETWEEN p{a}_{i - 1}.last + {1 + part.low} AND p{a}_{i - 1}.last + {1 + part.high}"
        )
        for i, part in enumerate(parts)
        if i
    )
    one, last = f"p{a}_0", f"p{a}_{len(parts) - 1}"
    once = "DISTINCT " if len(parts) > 1 or parts[0].named else ""
    return f'SELECT {once}{one}.doc, {one}.s, {one}.first, {last}.last, {one}.start, {last}."end" FROM {one}{joins}'


_WORD = """SELECT doc, s, nth AS first, nth AS last, start, "end" FROM w
    WHERE form IN (SELECT form FROM forms WHERE {where})"""
_WHOLE = f"""{_WORD} AND nth NOT IN (SELECT nth FROM compound_parts)
    UNION ALL SELECT doc, s, first, last, start, "end" FROM compounds
    WHERE {{where}} AND first IN (SELECT nth FROM w) AND last IN (SELECT nth FROM w)"""
_NAME = """SELECT w.doc, s, min(w.nth) AS first, max(w.nth) AS last, min(w.start) AS start, max(w."end") AS "end"
    FROM counted_mentions m JOIN numbered_sentences n USING (sentence_id)
    JOIN w USING (s) WHERE w.start >= m.start AND w."end" <= m."end" AND {where} GROUP BY m.mention_id, s, w.doc"""
