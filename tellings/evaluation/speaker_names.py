"""Are two printed speakers the same? By span, by head word, and by first name where the last names agree."""

from __future__ import annotations

import re
from typing import Any

Row = dict[str, Any]

PRONOUNS = frozenset(
    "he she they it i we you who him her his their them us me that which himself herself".split()
)
_TITLES = frozenset(
    "mr mrs ms miss dr sen rep gov gen lt col sir lord lady prof president senator jr sr ii iii iv".split()
)
_SELF = frozenset({"himself", "herself", "themselves", "itself"})
_NO_HEAD = frozenset({"the", "a", "an", "his", "her", "their"})
_CUT = re.compile(
    r"\s(?:of|for|from|at|in|on|with|to|by|who|whom|whose|which|that|as|about|after|during|near|among|against|under|"
    r"speaking|writing|including|told|said|says)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[,;()\u2013\u2014]\s*|\s+and\s+|\s+&\s+")
_POSSESSIVE = re.compile(r"['\u2018\u2019]s?(?=\s|$)")
_MARKS = re.compile(r"[\u201c\u201d\"]")


def heads(name: str | None) -> frozenset[str]:
    """The head words of a printed speaker in small letters: one of each part between commas, brackets and "and"."""
    nouns = set()
    text = _MARKS.sub("", re.sub(r"[\u2018\u2019]", "'", name or ""))
    for part in _PARTS.split(text):
        words = [
            re.sub(r"'s?$", "", w).strip(".'-").lower() for w in re.findall(r"[\w'.-]+", _before_cut(part))
        ]
        words = [w for w in words if w]
        while len(words) > 1 and words[-1] in _TITLES | _SELF:
            words.pop()
        if words and words[-1] not in _NO_HEAD:
            nouns.add(words[-1])
    return frozenset(nouns)


def full_names(name: str | None) -> dict[str, set[str]]:
    """Last name to first names, of the capitalised name at the end of each part, titles left out."""
    firsts: dict[str, set[str]] = {}
    for part in _PARTS.split(_POSSESSIVE.sub("", name or "")):
        run: list[str] = []
        for word in _before_cut(part).split():
            word = word.strip(".,'\u2019\"\u201c\u201d")
            run = [*run, word.lower()] if word[:1].isupper() else []
        run = [w for w in run if w not in _TITLES]
        if run:
            firsts.setdefault(run[-1], set()).update(run[-2:-1])
    return firsts


def _before_cut(part: str) -> str:
    spaced = part if part.startswith(" ") else f" {part}"
    cut = _CUT.search(spaced)
    return f" {part}"[: cut.start()] if cut and cut.start() > 1 else part


def clash(a: str | None, b: str | None) -> bool:
    """The same last name with different first names (Bill Clinton, Hillary Clinton)."""
    x, y = full_names(a), full_names(b)
    common = set(x) & set(y)
    return bool(common) and all(
        x[k] and y[k] and not any(_same_first(f, g) for f in x[k] for g in y[k]) for k in common
    )


def _same_first(f: str, g: str) -> bool:
    return f[:1] == g[:1] and (len(f) == 1 or len(g) == 1 or f[:3] == g[:3])


def same_mention(gold: Row, ours: Row) -> bool:
    """Do the spans of the speakers overlap, or their head words agree?"""
    if not ours.get("speaker"):
        return False
    spans = [row.get(k) for row in (gold, ours) for k in ("speaker_start", "speaker_end")]
    if None not in spans:
        g_start, g_end, o_start, o_end = (int(s) for s in spans if s is not None)
        if min(g_end, o_end) > max(g_start, o_start) and o_end - o_start <= 3 * (g_end - g_start) + 40:
            return True
    return bool(heads(gold.get("speaker")) & heads(ours.get("speaker"))) and not clash(
        gold.get("speaker"), ours.get("speaker")
    )


def names_person(gold: Row, ours: Row) -> bool | None:
    """Does our entity (else the printed speaker) bear the speaker's name? None where the set knows no name."""
    known = [gold.get("speaker"), gold.get("speaker_canonical"), *(gold.get("speaker_aliases") or [])]
    names = [n for n in known if n and n.strip().lower() not in PRONOUNS and full_names(n)]
    if not names:
        return None
    mine = ours.get("speaker_canonical") or ours.get("speaker") or ""
    have = set(full_names(mine))
    return any(have & set(full_names(n)) and not clash(mine, n) for n in names)
