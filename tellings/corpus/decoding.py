"""What was decoded wrongly before it came here: found by what no text has on purpose, with what it was meant to be.

Each repair is a list of pieces with their readings, so that offsets are kept; libraries that mend
whole texts lose them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple


class Damage(NamedTuple):
    """A piece of a text that was decoded wrongly.

    Attributes:
        kind: `entity`, `mojibake`, `control` (a character of Windows-1252 read as Latin-1) or `lost`.
        start: where it begins.
        end: where it ends.
        printed: how it stands there.
        reading: what it is read as.
    """

    kind: str
    start: int
    end: int
    printed: str
    reading: str

    @property
    def edit(self) -> tuple[int, int, str]:
        """The piece and its reading."""
        return self.start, self.end, self.reading


LOST = "\ufffd"
"""The replacement character: it stands where a byte could not be decoded."""

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")

_CP1252 = {bytes([b]).decode("cp1252", "replace"): b for b in range(0x80, 0xA0)}
_CP1252 = {ch: b for ch, b in _CP1252.items() if ch != LOST} | {chr(b): b for b in range(0x80, 0x100)}
"""The byte of a character in Windows-1252, in Latin-1 where that has none."""
_MAC = {bytes([b]).decode("mac_roman"): b for b in range(0x80, 0x100)}

_PLAIN_SIGNS = "“”‘’„‚–—…•›‹™€«»\u00a0°ºª·\u00ad"
"""Signs that may well follow a letter with an accent; such a pair is mojibake only where the text has other proof."""


def _of(table: dict[str, int], low: int, high: int) -> str:
    return "[" + re.escape("".join(ch for ch, b in table.items() if low <= b <= high)) + "]"


def _utf8(table: dict[str, int]) -> re.Pattern[str]:
    """Sequences of UTF-8 whose bytes were read one by one: of two, three and four bytes, and a closing mark cut off."""
    more = _of(table, 0x80, 0xBF)
    two, three, four = _of(table, 0xC2, 0xC5), _of(table, 0xE2, 0xE2), _of(table, 0xF0, 0xF0)
    letters = _of(table, 0xD0, 0xD1)
    return re.compile(
        f"(?P<four>{four}{more}{{3}})|(?P<three>{three}{more}{{2}})|(?P<run>(?:{letters}{more}){{3,}})"
        f"|(?P<two>{two}{more})"
    )


_MOJIBAKE = ((_utf8(_CP1252), _CP1252), (_utf8(_MAC), _MAC))
_BOM = re.compile("ï»¿")
_CUT_OFF = re.compile("â€(?=[\\s\ufffd,.;:!?)]|$)\ufffd?")
"""A closing quote mark in UTF-8 read as Windows-1252 whose last byte, which has no character there, was dropped."""
_FIRST, _CONTROLS = "ÂÃÄÅÐÑâðï√‚¬ƒ≈", "\x80-\x84\x86-\x9f"
_LEADS = re.compile(f"[{_FIRST}]")
_CONTROL = re.compile(f"[{_CONTROLS}]")
SIGNS = f"&{LOST}{_FIRST}{_CONTROLS}"
"""What stands in all that may be damaged, as a class of a regular expression."""
_LOST = re.compile(LOST)
_ELISION = re.compile(r"(?:s|t|re|ve|ll|d|m)\b", re.IGNORECASE)


def entities(text: str) -> list[Damage]:
    """Characters that stand as HTML writes them: `&amp;`, `&#8217;`."""
    if "&" not in text:
        return []
    damage = []
    for match in _ENTITY.finditer(text):
        read = html.unescape(match[0])
        if read != match[0] and LOST not in read and not any("\ud800" <= ch <= "\udfff" for ch in read):
            damage.append(Damage("entity", *match.span(), match[0], read))
    return damage


def mojibake(text: str, *, known: bool = False) -> list[Damage]:
    """UTF-8 that was read as Windows-1252, Latin-1 or Mac Roman.

    Args:
        text: where it is looked for.
        known: other parts of the document prove it; else a pair that may be right is left where nothing here does.
    """
    if text.isascii() or not _LEADS.search(text):
        return []
    damaged: list[Damage] = []
    sure = known
    for pattern, table in _MOJIBAKE:
        for match in pattern.finditer(text):
            try:
                read = bytes(table[ch] for ch in match[0]).decode("utf-8")
            except UnicodeDecodeError:
                continue
            if _plausible(read, match.lastgroup or ""):
                damaged.append(Damage("mojibake", *match.span(), match[0], read))
                sure = sure or match.lastgroup != "two" or match[0][-1] not in _PLAIN_SIGNS
    damaged += [Damage("mojibake", *m.span(), m[0], "") for m in _BOM.finditer(text)]
    damaged += [Damage("mojibake", *m.span(), m[0], "”") for m in _CUT_OFF.finditer(text)]
    if not (sure or any(damage.printed.startswith(("â€", "ï")) for damage in damaged)):
        return []
    return _apart(sorted(damaged, key=lambda damage: (damage.start, -damage.end)))


def controls(text: str) -> list[Damage]:
    """Characters of Windows-1252 that were read as Latin-1, which has control characters in their places."""
    if text.isascii():
        return []
    return [
        Damage("control", *m.span(), m[0], read)
        for m in _CONTROL.finditer(text)
        if (read := m[0].encode("latin-1").decode("cp1252", "replace")) != LOST
    ]


def lost(text: str) -> list[Damage]:
    """Quote marks and apostrophes that were lost in decoding, told by what stands beside them."""
    if LOST not in text:
        return []
    damage = []
    for match in _LOST.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
        if before.isalpha() and _ELISION.match(text, match.end()):
            damage.append(Damage("lost", *match.span(), LOST, "’"))
        elif (not before or before.isspace() or before in "([") and after.isalnum():
            damage.append(Damage("lost", *match.span(), LOST, "“"))
        elif before in set(",.!?…") and (not after or after.isspace() or after in ".,;:)"):
            damage.append(Damage("lost", *match.span(), LOST, "”"))
    return damage


REPAIRS: tuple[Callable[[str], list[Damage]], ...] = (mojibake, entities, controls, lost)
"""In the order in which they are made."""


def _plausible(read: str, kind: str) -> bool:
    """Is it what a text in English has: accented letters, signs, pictures; or a word in Cyrillic letters?"""
    if kind == "two":
        return "\u00a0" <= read <= "\u017f"
    if kind == "three":
        return any(low <= read <= high for low, high in _SIGNS)
    return True


_SIGNS = (("\u2009", "\u2044"), ("\u20a0", "\u20bf"), ("\u2100", "\u22ff"), ("\u2500", "\u27bf"))


def _apart(found: list[Damage]) -> list[Damage]:
    kept: list[Damage] = []
    for damage in found:
        if not kept or damage.start >= kept[-1].end:
            kept.append(damage)
    return kept
