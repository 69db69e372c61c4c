"""Numbers as they are printed in English: 1,000 and 1 000, 3.2bn, forty-two, two and a half, a fifth, second, dozens.

A grammar of our own, on characters: whether digits belong together is told by the glyphs between them, which a
tokenizer has already cut apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tellings.annotation.amounts.currencies import GLUED_SIGN, currency_before
from tellings.annotation.amounts.units import unit_after

_SAME_LENGTH = str.maketrans(
    dict.fromkeys("\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " ")
    | {chr(c): " " for c in range(0x2000, 0x200B)}
    | {"‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "⁄": "/", "’": "'", "‘": "'", "ʼ": "'"}
)

ONES = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
_GROUPS = {"dozen": 12.0, "score": 20.0, "ten": 10.0}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mil": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12}
_SHORT |= {"trn": 1e12, "cr": 1e7}
ORDINALS = {
    w: i
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
        "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        1,
    )
}
ORDINALS |= {w[:-1] + "ieth": n for w, n in TENS.items()} | {"hundredth": 100, "thousandth": 1000}
_PARTS = {"half": 2, "halve": 2, "quarter": 4} | {w: n for w, n in ORDINALS.items() if n > 2}
_GLYPHS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_GLUED = frozenset("am pm sec secs".split())
"""What may stand behind digits without a space, beside units."""
JOINED = re.compile(r"-(minute|day|week|month|division|round|lap|inning|floor|storey)\b", re.IGNORECASE)
"""What an ordinal ranks that is one word with it: a 24th-minute penalty, a second-division side."""
_SUPERLATIVE = re.compile(
    r"-(?:large|big|high|small|low|great|rich|old|young|long|most|best|worst|place|bus|fast)"
)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SMALL = _any([*ONES, *TENS])
_SCALE = _any(SCALES)
_ORDINAL = _any(ORDINALS)
_PART = _any(_PARTS)
_DIGITS = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9]|[,.][0-9]{3})(?:[,.][0-9]{1,2}(?![0-9]))?"
    r"|[0-9]{1,3}(?:'[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}(?![0-9])|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9.])"
    r"|[0-9]+,[0-9]{1,2}(?=[ ]?(?:%|€|per[ ]cent|percent|million|billion|[ck]?m\b|euros?\b))"
    r"|(?<=[ (])\.[0-9]{1,4}(?![0-9.])|[0-9]+(?:\.[0-9]+)?"
)
"""Digits in the groups of threes of most presses, in India's (5,00,000), and with the comma of the Continent."""
_SPELLED = rf"(?:{_SMALL})\b(?:[ -](?:{_SMALL}|{_SCALE})\b|[ ]and[ ](?:{_SMALL})\b){{0,16}}"
_DENOMINATOR = rf"(?:{_PART})s?\b"
_AFTER_PART = (
    r"(?=[ ]*(?:$|[^\w\s'-]|(?:of|more|less|fewer|higher|lower|to|from|in|since|over|on|by|and|or|as|at|for|"
    r"this|last)\b))"
)
_TIME = "second|minute|hour|day|week|month|year|game|match"

_NUMERAL = re.compile(
    rf"""(?:(?<![^\W\d]-)|(?<=[0-9]-to-)|(?<=\b[Ss]ub-)|(?<=\b[Mm]inus-))(?:(?<![\w@#/\\])|(?=[0-9])(?:{GLUED_SIGN}))(?<![0-9][.,:])(?:
    (?P<out>(?<![0-9]-)(?P<a>{_SMALL}|[0-9]{{1,3}})(?:\ in\ |-in-|\ out\ of\ (?:every\ )?)
        (?P<b>{_SMALL}|[0-9]{{1,4}})(?![\w%,.]*[0-9])\b(?![ -](?:{_TIME})))
  | (?P<vague>(?:(?:several|a\ few|many)\ (?:{_SCALE}|dozen)s?
        | (?:tens|dozens|scores|(?:{_SCALE})s)(?:\ of\ (?:{_SCALE})s)?)\b)
  | (?P<halfscale>half\ an?\ (?P<hs>{_SCALE}|dozen)\b)
  | (?P<part>(?:(?P<n>an?|{_SMALL}|[0-9])[ -](?P<d>{_DENOMINATOR}){_AFTER_PART})
        | half(?=\ (?:of|the|its|their|his|her|our|my|this|that|an?)\b)|(?<=\bby\ )half\b)
  | (?P<ratio>[0-9]{{1,2}}/[0-9]{{1,3}}(?![0-9/]))
  | (?P<ordinal>(?:(?:{_any(TENS)})-)?(?:{_ORDINAL})\b|[0-9]{{1,3}}(?:,[0-9]{{3}})*(?:st|nd|rd|th)\b)
  | (?P<multiple>twice|thrice|(?P<fold>{_SMALL}|hundred|thousand)-?fold)\b
  | (?P<digits>{_DIGITS})(?:[ ]?(?P<vulgar>[{_GLYPHS}])
        |[ -](?P<mixed>[1-9]/(?:[2-9]|1[06])(?![0-9/])))?(?:(?:\ and\ (?P<da>an?)\ (?P<dp>half|quarter))\b)?
        (?:[ -]?(?P<dscale>(?:{_SCALE})s?(?:[ -](?:{_SCALE}))?|dozen|mn|bn|tn|mln|bln|trn|cr)\b
        |(?P<dshort>{_any(_SHORT)})\b)?
  | (?P<glyph>[{_GLYPHS}])(?:\ (?P<gscale>{_SCALE})\b)?
  | (?P<words>{_SPELLED})(?:\ and\ (?P<wa>an?)\ (?P<wp>half|quarter)\b)?(?:[ -](?P<wscale>{_SCALE}|dozen)\b)?
  | (?P<one>an?|the)\ (?P<oscale>(?:{_SCALE})(?:\ (?:{_SCALE}))?|dozen|(?:couple|pair)\ of)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A printed number: `[start, end)`, its value and its kind.

    `kind` is `cardinal`, `ordinal`, `fraction` (of a whole), `multiple` (twice) or `vague` (dozens; the value is
    the least that it can mean: one group).
    """

    start: int
    end: int
    value: float
    kind: str


def plain(text: str) -> str:
    """The text with one glyph for each kind of space, hyphen and apostrophe; offsets stay as they are."""
    return text.translate(_SAME_LENGTH)


def below_hundred(printed: str) -> int:
    """The value of a number below a hundred in words or digits; of any other word 0.

    Example:
        >>> below_hundred("12"), below_hundred("Twelve"), below_hundred("ninety four"), below_hundred("an")
        (12, 12, 94, 1)
    """
    if printed.isdigit():
        return int(printed)
    tens, _, ones = printed.lower().replace(" ", "-").partition("-")
    if tens in ("a", "an"):
        return 1
    return TENS.get(tens, ONES.get(tens, 0)) + ONES.get(ones, 0)


@lru_cache(maxsize=512)
def numerals(text: str) -> tuple[Numeral, ...]:
    """The numbers of a text, in order, apart from one another.

    Args:
        text: as :func:`plain` gives it.

    Example:
        >>> [n.value for n in numerals("a fifth of 1 000, or two and a half million")]
        [0.2, 1000.0, 2500000.0]
    """
    numbers = []
    match = _NUMERAL.search(text)
    while match:
        value, kind, end = _read(match, text)
        if value is not None and _stands_alone(match, kind, text):
            numbers.append(Numeral(match.start(), end, value, kind))
        match = _NUMERAL.search(text, end)
    return tuple(numbers)


def _stands_alone(match: re.Match[str], kind: str, text: str) -> bool:
    """Is this a number, and not a piece of a word (5G), of a rank (second-tier) or of a phrase (an hour and a half)?"""
    before, after = (
        text[max(0, match.start() - 4) : match.start()].lower(),
        text[match.end() : match.end() + 12],
    )
    if kind == "ordinal":
        return not after.startswith("-") or any(told.match(after) for told in (_SUPERLATIVE, JOINED))
    if kind == "fraction":
        return not (before.endswith("and ") and match["n"] in ("a", "an"))
    if kind == "vague":
        return not before.endswith("the ")
    if before[-1:].isalpha() and currency_before(text, match.start()) is None:
        return False
    glued = re.match(r"[^\W\d_]+", after)
    if glued is None or match["digits"] is None:
        return glued is None
    unit = unit_after(text, match.end())
    return unit is not None or glued.group().lower() in _GLUED


def _read(match: re.Match[str], text: str) -> tuple[float | None, str, int]:
    """Value, kind and end of a match; the end may be earlier where the words stop making one number."""
    end = match.end()
    if match["out"]:
        a, b = below_hundred(match["a"]), below_hundred(match["b"])
        return (a / b, "fraction", end) if 0 < a < b <= 1000 else (float(a), "cardinal", match.end("a"))
    if match["vague"]:
        return _vague(match["vague"].lower()), "vague", end
    if match["halfscale"]:
        return SCALES.get(match["hs"].lower(), 12.0) / 2, "cardinal", end
    if match["part"]:
        if match["n"] is None:
            return 0.5, "fraction", end
        return below_hundred(match["n"]) / _PARTS[match["d"].lower().removesuffix("s")], "fraction", end
    if match["ratio"]:
        a, b = (int(x) for x in match["ratio"].split("/"))
        return (a / b if 0 < a < b else None), "fraction", end
    if match["ordinal"]:
        return _ordinal(match["ordinal"].lower()), "ordinal", end
    if match["fold"]:
        return SCALES.get(match["fold"].lower(), float(below_hundred(match["fold"]))), "multiple", end
    if match["multiple"]:
        return (2.0 if match["multiple"].lower() == "twice" else 3.0), "multiple", end
    if match["digits"]:
        if match["dshort"] == "m" and _metres(match, text):
            end = match.start("dshort")
        return _digits(match, text), "cardinal", end
    if match["glyph"]:
        scale = match["gscale"]
        kind = "cardinal" if scale else "fraction"
        return unicodedata.numeric(match["glyph"]) * (SCALES[scale.lower()] if scale else 1), kind, end
    if match["words"]:
        return _words(match)
    group = match["oscale"].lower()
    if group.startswith(("couple", "pair")):
        return 2.0, "cardinal", end
    if match["one"].lower() == "the":
        return None, "cardinal", end
    value = 1.0
    for word in group.split():
        value *= SCALES.get(word, 12.0)
    return value, "cardinal", end


def _vague(phrase: str) -> float:
    value = 1.0
    for word in re.findall(r"[a-z]+", phrase):
        stem = word.removesuffix("s")
        value *= SCALES.get(stem, _GROUPS.get(stem, 1.0))
    return value


def _ordinal(word: str) -> float | None:
    if word[0].isdigit():
        return float(re.sub(r"[^0-9]", "", word))
    tens, _, last = word.rpartition("-")
    value = ORDINALS[last] + (TENS[tens] if tens else 0)
    return float(value) if not tens or ORDINALS[last] < 10 else None


def _digits(match: re.Match[str], text: str) -> float:
    value = _value(match["digits"])
    if match["vulgar"]:
        value += unicodedata.numeric(match["vulgar"])
    if match["mixed"]:
        part, whole = match["mixed"].split("/")
        value += int(part) / int(whole)
    if match["dp"]:
        value += 0.5 if match["dp"].lower() == "half" else 0.25
    if match["dscale"]:
        for scale in re.split(r"[ -]", match["dscale"].lower()):
            name = scale.removesuffix("s")
            value *= SCALES.get(name, 12.0 if name == "dozen" else _SHORT.get(name, 1.0))
    elif match["dshort"] and not (match["dshort"] == "m" and _metres(match, text)):
        value *= _SHORT[match["dshort"].lower()]
    return value


def _value(digits: str) -> float:
    """The value of digits however they are grouped; a comma before one or two last digits is a decimal point."""
    decimal = re.fullmatch(r"(.*),([0-9]{1,2})", digits)
    if decimal and "," not in decimal[1]:
        return float(re.sub(r"[ .]", "", decimal[1]) + "." + decimal[2])
    digits = re.sub(r"[ ,']", "", digits)
    return float(digits.replace(".", "") if digits.count(".") > 1 else digits)


def _metres(match: re.Match[str], text: str) -> bool:
    """100m is a length, 1.5m a million: so many pounds, or so many of something in the plural."""
    return (
        currency_before(text, match.start()) is None
        and re.match(r" (?:[a-z]+ )?(?:[a-z]{2,}s|people|women|men|children)\b", text[match.end() :]) is None
    )


def _words(match: re.Match[str]) -> tuple[float | None, str, int]:
    total = group = 0.0
    last = ""
    end = match.start("words")
    for word in re.finditer(r"[a-z]+", match["words"].lower()):
        text = word.group()
        if text == "and":
            last = last and "and"
            continue
        if text in SCALES:
            if text == "hundred":
                group = (group or 1) * 100
            else:
                total += (group or 1) * SCALES[text]
                group = 0.0
        else:
            fits = last in ("", "hundred", "and", "thousand", "million", "billion") or (
                last in TENS and text in ONES and 0 < ONES[text] < 10
            )
            if not fits or (last == "and" and not total and group < 100):
                return total + group, "cardinal", end
            group += ONES.get(text, TENS.get(text, 0))
        last = text
        end = match.start("words") + word.end()
    value = total + group
    if match["wp"]:
        value += 0.5 if match["wp"].lower() == "half" else 0.25
        end = match.end("wp")
    if match["wscale"]:
        value *= SCALES.get(match["wscale"].lower(), 12.0)
        end = match.end("wscale")
    return value, "cardinal", end
