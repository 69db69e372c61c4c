"""Two numbers that make one statement: a range (10 to 15 per cent, between 5 and 10) or a score (3-1)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.annotation.amounts.currencies import currency_before
from tellings.annotation.amounts.units import rated, unit_after
from tellings.annotation.hedges import hedge_around
from tellings.annotation.numerals import SCALES, Numeral
from tellings.resources.money import SIGNS

_SEPARATOR = re.compile(r" ?- ?| to |-to-| or ")
_SCALE_WORD = re.compile(rf" (?P<scale>{'|'.join(SCALES)})$")
_SIGN = re.compile(
    rf"( ?- ?| to | and )(?:{'|'.join(map(re.escape, sorted(SIGNS, key=len, reverse=True)))}) ?"
)
_PLAIN = re.compile(r"[0-9.]+")
_DIGITS = re.compile(r"[0-9.,]+")
_COUNT = re.compile(
    r"[ -](?:(?!(?:on|in|of|for|at|to|with|by|from|after|before|and|or|as|over|against|his|her|its|this) )[a-z]+ )?"
    r"(?P<noun>[a-z]{3,}s|people|men|women|children)\b"
)
_WORD = re.compile(r" (?P<noun>[a-z]+)\b")
_SCORE_NOUN = re.compile(
    r"[ -](?:win|victory|defeat|loss|lead|draw|triumph|record|vote|decision|score|scoreline|advantage|majority|"
    r"thrashing|rout|aggregate|deficit|split|ruling)\b"
)
_SCORE_VERB = re.compile(
    r"\b(?:beat|beating|beaten|won|wins?|winning|lost|lose|losing|leads?|led|leading|defeat(?:ed|ing|s)?|drew|draw|"
    r"trail(?:ed|ing|s)?|vot(?:e|ed|es|ing)|score|by|backed it|passed|ahead|down|up)\b[^.;]{0,60}$"
)
_BEFORE = 90
"""How far back a verb of winning is looked for."""
_BIGGEST_SCORE = 600


@dataclass(frozen=True, slots=True)
class Pair:
    """A range with its bounds, or a score (unit `score`) without any: span, bounds, unit, hedge, method."""

    start: int
    end: int
    unit: str | None
    method: str
    low: float | None = None
    high: float | None = None
    hedge: str | None = None


def pair(text: str, first: Numeral, second: Numeral) -> Pair | None:
    """The range or score that two neighbouring numbers make, None where they stand for themselves.

    "From 5 to 10 per cent" is a change as often as a range, and stays two numbers.

    Args:
        text: as `numerals.plain` gives it.
        first: a number.
        second: the one that follows.
    """
    if first.kind != "cardinal" or second.kind != "cardinal" or second.start - first.end > 40:
        return None
    money = currency_before(text, first.start)
    start = money[1] if money else first.start
    unit = unit_after(text, second.end)
    end = unit[1] if unit else second.end
    between = _between(text, first, second, unit, money is not None)
    name = money[0] if money else unit[0] if unit else None
    if money and unit is None:
        name, end = rated(text, money[0], end)
    low, high = _scaled(text, first, second), second.value
    head = text[max(0, start - _BEFORE) : start]
    if between == " and " and head.lower().endswith("between ") and low < high:
        noun = _WORD.match(text, second.end) if name is None else None
        return Pair(start - 8, end, name or _singular(noun), "between", low=low, high=high)
    if not _SEPARATOR.fullmatch(between) or head.lower().endswith("from "):
        return None
    noun = _COUNT.match(text, second.end)
    if name is None and _is_score(text, second.end, head, between, (low, high), noun=noun is not None):
        return Pair(start, second.end, "score", "score")
    close = high - low <= max(1, low / 5)
    if low < high and (name or noun or (close and between == " or ")) and (between != " or " or close):
        hedge = hedge_around(text, start, end)
        said = hedge.name if hedge else None
        return Pair(start, end, name or _singular(noun), "range", low=low, high=high, hedge=said)
    return None


def _between(text: str, first: Numeral, second: Numeral, unit: tuple[str, int] | None, money: bool) -> str:
    """What stands between two numbers, without a sign or unit that is said twice ($3-$4, 5% to 6%)."""
    start = first.end
    inner = unit_after(text, start)
    if inner and unit and inner[0] == unit[0]:
        start = inner[1]
    between = text[start : second.start]
    sign = _SIGN.fullmatch(between) if money else None
    return sign[1] if sign else between


def _scaled(text: str, first: Numeral, second: Numeral) -> float:
    """The first number, in the scale that only the second one prints (3-4 billion)."""
    scale = _SCALE_WORD.search(text, second.start, second.end)
    if scale and text[second.start].isalpha() and first.value < second.value / SCALES[scale["scale"]]:
        return first.value * SCALES[scale["scale"]]
    digits = _DIGITS.match(text, second.start)
    if first.value >= 1000 or digits is None or digits.end() >= second.end:
        return first.value
    shown = float(digits.group().replace(",", "").rstrip(".") or 0)
    if not shown or not _PLAIN.fullmatch(text, first.start, first.end):
        return first.value
    return first.value * second.value / shown


def _is_score(
    text: str, end: int, head: str, between: str, goals: tuple[float, float], *, noun: bool
) -> bool:
    if between == " or " or any(n != int(n) or n >= _BIGGEST_SCORE for n in goals):
        return False
    if _SCORE_NOUN.match(text, end):
        return True
    return not noun and (
        between.strip() == "-" or head.endswith(", ") or _SCORE_VERB.search(head) is not None
    )


def _singular(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    noun = match["noun"]
    return noun if noun in ("people", "men", "women", "children") else noun.removesuffix("s")
