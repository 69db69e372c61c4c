"""Hedges: how exactly a number is meant (about, just over, well under, nearly, at least, up to)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.corpus.patterns import read

_SAID = read("lexicon/hedges.toml")
_AROUND = {name: re.compile(form) for name, form in _SAID["around"].items()}

_BEFORE = re.compile(
    "(?:"
    + "|".join(rf"(?P<h{i}>\b(?:{form}))" for i, form in enumerate(_SAID["forms"].values()))
    + r"|(?P<tilde>~)) ?(?:(?:an?|the) )?(?:US)?[$£€¥₹₽₴₺]?$",
    re.IGNORECASE,
)
_NAMES = tuple(_SAID["forms"])
_PLACES = frozenset({"over", "under", "above", "below", "about", "around", "beyond"})
"""Hedges that are prepositions of place too."""
LEAST = frozenset({"more than", "just over", "well over", "at least"})
MOST = frozenset({"less than", "just under", "well under", "up to", "nearly"})


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge: its name and the span that it adds to a number."""

    name: str
    start: int
    end: int


def hedge_around(text: str, start: int, end: int, *, measure: bool = True) -> Hedge | None:
    """The hedge directly before `start` or after `end`, None where there is none.

    Args:
        text: as `numerals.plain` gives it.
        start: where the number begins.
        end: where the number with its unit ends.
        measure: is it an amount of something? Where it may be a few things only ("a lead over two rivals"), words that
            are also prepositions of place are not taken for hedges.
    """
    after = _AROUND["after"].match(text, end)
    if after:
        name = (
            "at least"
            if after["more"] or after["plus"] or " and " in after.group()
            else "about"
            if after["so"]
            else "up to"
        )
        return Hedge(name, start, after.end())
    head = text[max(0, start - 48) : start]
    match = _BEFORE.search(head)
    if match is None:
        return None
    if match["tilde"]:
        return Hedge("about", start - len(match.group()), end)
    index = next(i for i in range(len(_NAMES)) if match[f"h{i}"])
    name = _NAMES[index]
    word = match[f"h{index}"].lower()
    if word == "about" and _AROUND["of_talk"].search(head):
        return None
    if word in _PLACES and not _is_hedge(word, match, text, start, head):
        return None
    if not measure and word in (*_PLACES, "some", "close to", "up to"):
        return None
    return Hedge(name, start - len(match.group()), end)


def _is_hedge(word: str, match: re.Match[str], text: str, start: int, head: str) -> bool:
    """Is "over" or "around" said of the number, not of the place or the matter?"""
    if re.search(r" the (?:US)?[$£€¥₹₽₴₺]?$", match.group()):
        return False
    if re.search(r" an? $", match.group()) and re.match(r"[\w.,]+-[a-z]", text[start:]):
        return False
    if word != "over":
        return True
    before = head[: match.start()]
    money = re.match(r"[A-Z]{0,3}[$£€¥₹₽₴₺]|(?:Rs|R|N)[0-9]", text[start:]) is not None
    return _AROUND["cause"].search(before) is None and not (money and _AROUND["punished"].search(before))


def date_mod(hedge: Hedge | None) -> str | None:
    """The hedge as the `mod` of a date: `more_than`, `less_than` or `approx`."""
    if hedge is None:
        return None
    if hedge.name in LEAST:
        return "more_than"
    return "approx" if hedge.name in ("about", "nearly") else "less_than"
