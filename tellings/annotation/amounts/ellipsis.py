"""What a number leaves out since the one before it says it: its noun, its hedge, whom it counts."""

from __future__ import annotations

import re
from dataclasses import replace

from tellings.annotation.amounts import subjects
from tellings.annotation.amounts.row import QuantityRow, bounds_of
from tellings.annotation.amounts.units import is_measure
from tellings.annotation.article import Article
from tellings.resources.money import is_money

_SAME_AMOUNT = re.compile(r" ?[(/] ?(?:or |about )?(?:[A-Z]{0,3} ?[$£€¥₹₽₴₺])?")
"""Between an amount and the same one in another unit: 90 metres (295 feet)."""

_OF_THEM = re.compile(r" of (?:them|us|whom|which|these|those)\b")
_LARGE = 1e6
"""From which number on one without a unit goes on with the money before it."""


def of_them(article: Article, row: QuantityRow) -> bool:
    """Is a number one of those that were counted before: 33 of them?"""
    return row.unit is None and _OF_THEM.match(article.text, row.end) is not None


def filled(article: Article, row: QuantityRow, last: QuantityRow | None) -> QuantityRow:
    """The row with what it leaves out.

    Args:
        article: the parsed article.
        row: a quantity.
        last: the one before it, None where it is the first.
    """
    if last is None or row.method not in ("cardinal", "vague"):
        return row
    if row.unit is not None:
        between = article.text[last.end : row.start]
        if row.unit == last.unit or not is_measure(row.unit) or not _SAME_AMOUNT.fullmatch(between):
            return row
        row = replace(row, of=last.of, of_start=last.of_start, of_end=last.of_end)
        if row.hedge is None and last.hedge not in (None, "vague") and row.value is not None:
            bounds = bounds_of(row.value or 0.0, last.hedge)
            return replace(row, hedge=last.hedge, low=bounds[0], high=bounds[1])
        return row
    if last.unit and is_money(last.unit) and _goes_on(article, row, last):
        return replace(row, unit=last.unit)
    if last.unit is None or last.method not in ("cardinal", "vague", "between", "range"):
        return row
    here, there = article.sentence_at(row.start), article.sentence_at(last.start)
    if here is None or there is None or here.start - there.end > 1:
        return row
    if of_them(article, row) and not is_measure(last.unit):
        return replace(row, unit=last.unit)
    back = subjects.points_back(article, row.start, row.end, same_sentence=here.start == there.start)
    if not back or is_measure(last.unit):
        return row
    if back == "figure":
        return replace(row, unit=last.unit, of=last.of, of_start=last.of_start, of_end=last.of_end)
    return replace(row, unit=last.unit, of=None, of_start=None, of_end=None)


def _goes_on(article: Article, row: QuantityRow, last: QuantityRow) -> bool:
    """Is a large number one of the money before it: this costs 2 million pesos, that one 60 million?"""
    return (row.value or 0.0) >= _LARGE and article.sentence_at(row.start) == article.sentence_at(last.start)
