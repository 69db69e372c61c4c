"""Why the mentions of an entity are held to be one thing, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

_WITHIN = {
    "same form": "printed alike",
    "same letters": "the same letters",
    "last name": "a last name that one person in the article bears",
    "first name": "a first name that one person in the article bears",
    "part of the name": "a part of one person’s name",
    "fuller name": "a less full or otherwise spelt name",
    "short form": "a body’s short form",
    "acronym": "an acronym of one full name",
    "in brackets": "a short form that the article gives in brackets",
    "place": "one place in the gazetteer",
    "anonymous speaker": "one source in the article",
    "correction": "a correction by hand",
}
_ACROSS = {
    "one article": "it stands in one article only",
    "same form": "the same fullest form",
    "place": "one place in the gazetteer",
    "spelling": "names that are spelt alike",
    "last name": "a last name that fits one person",
    "acronym": "an acronym that fits one body",
    "short form": "a short form that fits one body",
}


def linked(ways: Sequence[str]) -> str:
    """How names were linked within articles; a way without words gives its name."""
    return "; ".join(_WITHIN.get(way, way) for way in ways) or "not told"


def together(method: str, score: float | None) -> str:
    """How the entities of articles were brought together, with the score of the least sure step."""
    if method.startswith("correction:"):
        return "a correction by hand"
    said = "; ".join(_ACROSS.get(part, part) for part in method.split(", ") if part) or "not told"
    return said if score is None or score == 1 else f"{said} (score {score:.1f})"
