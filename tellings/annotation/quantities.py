"""Quantities of an article: numbers with what they count, how exactly they are meant, and ranges.

A grammar of our own. quantulum3, the library that was judged, reads "90 minutes" as an angle and leaves out hedges,
ranges of money, ordinals and "dozens".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from tellings.annotation.article import Article
from tellings.annotation.counted import Counted, counted_noun, is_label, phrase_after
from tellings.annotation.dates import DateRow
from tellings.annotation.durations import lengths
from tellings.annotation.hedges import LEAST, MOST, Hedge, hedge_around
from tellings.annotation.numerals import Numeral, numerals, plain
from tellings.annotation.units import currency_before, unit_after

_SEPARATOR = re.compile(r" ?- ?| to | or ")
_SCORE_NOUN = re.compile(
    r"[ -](?:win|victory|defeat|loss|lead|draw|triumph|record|vote|decision|score|scoreline|advantage|majority|thrashing|rout|aggregate|deficit|split|ruling)\b"
)
_SCORE_VERB = re.compile(
    r"\b(?:beat|beating|beaten|won|win|wins|winning|lost|lose|losing|lead|leads|led|leading|defeat(?:ed|ing|s)?|drew|draw|trail(?:ed|ing|s)?|vot(?:e|ed|es|ing)|score|by|backed it|passed|ahead|down|up)\b[^.;]{0,60}$"
)
_AGE = re.compile(r"[- ]?(?:years?|yrs?|months?|weeks?|days?)?[- ](?:olds?|of age)\b")
_AGED = re.compile(r"\b(?:aged?|age of) $", re.IGNORECASE)
_IN_COMMAS = re.compile(r"[A-Z][\w'.-]+, $")
_MINUS = re.compile(r"(?:\bminus |(?:^|[\s(])-)$")


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """A row of the table `quantities`: offsets into the article's text, printed form, value, bounds, unit, what it is of.

    `value` is null for a range and a score; `low` and `high` hold a range or the bound that a hedge sets. Of dozens, hundreds,
    millions the value is one such group, the least that can be meant, and the hedge is `vague`.
    """

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    of: str | None
    hedge: str | None
    method: str


def quantities(article: Article, dates: Sequence[DateRow]) -> list[QuantityRow]:
    """The quantities of an article, in order.

    Args:
        article: the parsed article.
        dates: its expressions of time. A number within a date is no quantity; a length of time is both.

    Returns:
        One row a quantity; nothing from boilerplate or repeated captions.
    """
    taken = [(d.start, d.end) for d in dates if d.type in ("date", "time", "set")]
    rows: list[QuantityRow] = []
    for block in article.blocks:
        if not article.annotated(block.start):
            continue
        text = plain(article.text[block.start : block.end])
        inside = [(s - block.start, e - block.start) for s, e in taken if block.start <= s < block.end]
        for row in _in_block(article.doc, block.start, text, inside):
            start, end = block.start + row.start, block.start + row.end
            rows.append(replace(row, start=start, end=end, text=article.text[start:end]))
    rows.sort(key=lambda r: (r.start, r.end))
    return rows


def _in_block(doc: Doc, offset: int, text: str, taken: list[tuple[int, int]]) -> Iterator[QuantityRow]:
    found = numerals(text)
    listed = _list_numbers(text, found)
    free = [n for n in found if n not in listed and not any(s < n.end and n.start < e for s, e in taken)]
    seen: set[tuple[int, int]] = set()
    i = 0
    while i < len(free):
        pair = _pair(text, free[i], free[i + 1]) if i + 1 < len(free) else None
        rows = [pair] if pair else [_single(doc, offset, text, free[i])]
        i += 2 if pair else 1
        for row in rows:
            if row is not None and (row.start, row.end) not in seen:
                seen.add((row.start, row.end))
                yield row
    spans = [(n.start, n.end) for n in found] + taken
    for length in lengths(text, found):
        if (
            length.method in ("one unit", "half a unit")
            and length.number
            and not any(s < length.end and length.start < e for s, e in spans)
        ):
            hedge = hedge_around(text, _bare_start(text, length.start, length.end), length.end)
            low, high = _bounds(length.number, hedge)
            yield QuantityRow(
                length.start,
                length.end,
                "",
                length.number,
                low,
                high,
                length.unit,
                None,
                hedge.name if hedge else None,
                "one unit",
            )


def _list_numbers(text: str, found: list[Numeral]) -> set[Numeral]:
    """The numbers of a list within a paragraph: 1. Peace, 2. Bread."""
    numbered = [
        n
        for n in found
        if re.match(r"[.)] [A-Z]", text[n.end :]) and re.fullmatch(r"[0-9]{1,2}", text[n.start : n.end])
    ]
    return set(numbered) if {1.0, 2.0} <= {n.value for n in numbered} else set()


def _bare_start(text: str, start: int, end: int) -> int:
    """Where the article or "half" of a length of time stands, behind its hedge."""
    match = None
    for match in re.finditer(
        r"\b(?:an?|half|one)\b(?= (?:half |an? |whole |full |good |further |long |mere )?\w+)",
        text[start:end],
    ):
        if not text[start:end].startswith(("a little", "a bit", "a shade", "a fraction"), match.start()):
            break
    return start + match.start() if match else start


def _pair(text: str, first: Numeral, second: Numeral) -> QuantityRow | None:
    """A range (10 to 15 per cent, between 5 and 10), or a score (3-1)."""
    if first.kind != "cardinal" or second.kind != "cardinal":
        return None
    between = text[first.end : second.start]
    money = currency_before(text, first.start)
    start = money[1] if money else first.start
    if money and (sign := re.match(r"( ?- ?| to | and )(?:US)?[$£€¥₹₽₴₺]", between)):
        between = sign[1]
    unit = unit_after(text, second.end)
    inner = unit_after(text, first.end)
    if inner and unit and inner[0] == unit[0]:
        between = text[inner[1] : second.start]
    low, high = first.value, second.value
    raw = text[second.start : second.end]
    if (
        first.value < 1000
        and re.fullmatch(r"[0-9.]+", text[first.start : first.end])
        and not re.fullmatch(r"[0-9.,]+", raw)
    ):
        digits = re.match(r"[0-9.,]+", raw)
        if digits and float(digits.group().replace(",", "").rstrip(".") or 0):
            low = first.value * second.value / float(digits.group().replace(",", "").rstrip("."))
    end = unit[1] if unit else second.end
    name = money[0] if money else unit[0] if unit else None
    if between == " and " and text[:start].lower().endswith("between ") and low < high:
        noun = None if name else re.match(r" ([a-z]+)\b", text[second.end :])
        return QuantityRow(
            start - 8,
            end,
            "",
            None,
            low,
            high,
            name or (_singular(noun[1]) if noun else None),
            None,
            None,
            "between",
        )
    if not _SEPARATOR.fullmatch(between) or text[:start].lower().endswith("from "):
        return None
    whole = low == int(low) and high == int(high)
    noun = re.match(r"[ -](?:[a-z]+ )?([a-z]{3,}s|people|men|women|children|percent)\b", text[second.end :])
    if (
        not name
        and whole
        and between != " or "
        and max(low, high) < 600
        and (
            _SCORE_NOUN.match(text, second.end)
            or (
                not noun
                and (
                    between.strip() == "-" or _SCORE_VERB.search(text[:start]) or text[:start].endswith(", ")
                )
            )
        )
    ):
        return QuantityRow(start, second.end, "", None, None, None, "score", None, None, "score")
    if low < high and (name or noun) and (between != " or " or high - low <= max(1, low / 5)):
        hedge = hedge_around(text, start, end)
        return QuantityRow(
            start,
            end,
            "",
            None,
            low,
            high,
            name or (_singular(noun[1]) if noun else None),
            None,
            hedge.name if hedge else None,
            "range",
        )
    return None


def _singular(noun: str) -> str:
    return noun if noun in ("people", "men", "women", "children") else noun.removesuffix("s")


def _single(doc: Doc, offset: int, text: str, number: Numeral) -> QuantityRow | None:
    money = currency_before(text, number.start)
    start = money[1] if money else number.start
    age = _age(text, number)
    if age is not None:
        return QuantityRow(
            number.start,
            age,
            "",
            number.value,
            None,
            None,
            "year" if "month" not in text[number.end : age] else "month",
            "age",
            None,
            "age",
        )
    unit = unit_after(text, number.end) if number.kind in ("cardinal", "vague") else None
    if number.kind == "vague" and unit is None and (of := re.match(r" of ", text[number.end :])):
        unit = unit_after(text, number.end + of.end() - 1)
    if (
        unit
        and unit[0] in ("second", "metre", "gram", "hour", "ton")
        and len(text[number.end : unit[1]].strip(" -")) == 1
        and text[number.end] in " -"
    ):
        unit = None
    if unit and money:
        unit = None
    if not money and not unit and is_label(doc, offset + number.start, offset + number.end):
        return None
    value = number.value
    counted = None
    if (
        number.kind == "fraction"
        and (of_unit := re.match(r" of an? ", text[number.end :]))
        and (of := unit_after(text, number.end + of_unit.end() - 1))
    ):
        unit = of
    elif number.kind == "multiple":
        unit = ("time", number.end)
    elif not money and not unit:
        counted = counted_noun(doc, offset + number.start, offset + number.end, number.kind)
        if counted is None and number.kind == "ordinal":
            return None
    end = unit[1] if unit else offset_end(counted, offset, number.end)
    if unit and unit[0].startswith("degree") and _MINUS.search(text[:start]):
        value = -value
    hedge = hedge_around(
        text, start, end, measure=bool(money or unit or number.kind == "fraction" or number.value >= 10)
    )
    low, high = _bounds(value, hedge)
    name = hedge.name if hedge else None
    if number.kind == "vague":
        low, name = value, name or "vague"
    of_what = None if number.kind == "ordinal" or counted else phrase_after(doc, offset + end)
    if money or unit:
        kind = money[0] if money else unit[0] if unit else None
        return QuantityRow(
            hedge.start if hedge else start,
            hedge.end if hedge else end,
            "",
            value,
            low,
            high,
            kind,
            of_what,
            name,
            number.kind,
        )
    kind = {"ordinal": "ordinal", "fraction": "fraction"}.get(number.kind, counted.unit if counted else None)
    if number.kind == "fraction" and counted is None:
        of_what = phrase_after(doc, offset + number.end)
    return QuantityRow(
        hedge.start if hedge else start,
        hedge.end if hedge else end,
        "",
        value,
        low,
        high,
        kind,
        counted.of if counted else of_what,
        name,
        number.kind,
    )


def offset_end(counted: Counted | None, offset: int, end: int) -> int:
    """Where the printed form ends: with the counted noun where that follows closely, else with the number."""
    return counted.end - offset if counted and counted.end > offset + end else end


def _bounds(value: float, hedge: Hedge | None) -> tuple[float | None, float | None]:
    if hedge is None:
        return None, None
    return (value if hedge.name in LEAST else None), (value if hedge.name in MOST else None)


def _age(text: str, number: Numeral) -> int | None:
    """Where an age ends: 25-year-old, aged 31, or a number between commas behind a name."""
    if number.kind != "cardinal" or not 0 <= number.value < 125:
        return None
    old = _AGE.match(text, number.end)
    if old:
        return old.end()
    if _AGED.search(text[max(0, number.start - 8) : number.start]) and unit_after(text, number.end) is None:
        return number.end
    if (
        _IN_COMMAS.search(text[max(0, number.start - 30) : number.start])
        and re.match(r",(?= )", text[number.end :])
        and number.value >= 1
        and text[number.start].isdigit()
    ):
        return number.end
    return None
