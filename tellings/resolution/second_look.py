"""The second look: what all articles together say about a name, where one article alone took it for something else.

An article decides with what it prints. Another one may print the same name with a title, a full form or a word for
what it is. So the articles vote: on the type of a name whose type was unsure, and on the words of a name that nobody
else prints so ("Coroner Ana Ruiz", "Ruiz Says").
"""

from __future__ import annotations

from collections import Counter, defaultdict

from tellings.identity.compare import generation, letters, parts
from tellings.identity.link import group_of
from tellings.resolution.units import Unit
from tellings.resources.lexicon import words

_WINS = 1.5
"""What the votes for one type must have against those for the next."""

_EXPLAINED = 1.5
"""What a short form counts where its article prints the full one too."""

_STRANGE = 0.5
"""What an article's word counts that such a one is a person."""


def second_look(units: list[Unit]) -> None:
    """Correct the units, in place, where all articles together know better than one.

    Args:
        units: of all articles; `forms`, `type` and `place_id` are changed.
    """
    _earned(units)
    _types(units)


def _earned(units: list[Unit]) -> None:
    """Words at the edge of a person's name that it has in one place only are not counted as part of it."""
    persons = [unit for unit in units if unit.named and unit.type == "person"]
    counts: Counter[tuple[str, ...]] = Counter()
    for unit in persons:
        for text, n in unit.forms.items():
            counts[parts(text)] += n
    for unit in persons:
        for text in list(unit.forms):
            shorter = _shorter(text, counts)
            if shorter is not None:
                unit.forms[shorter] += unit.forms.pop(text)


def _shorter(text: str, counts: Counter[tuple[str, ...]]) -> str | None:
    """The name without its first or last word, where that word is no name's and the rest is the usual form."""
    name, suffix = generation(parts(text))
    printed = text.split()
    if suffix or len(name) < 3 or len(printed) != len(name):
        return None
    for rest, extra, known, cut in (
        (name[1:], name[0], "first_names", printed[1:]),
        (name[:-1], name[-1], "last_names", printed[:-1]),
    ):
        full = rest[0] in words("first_names")
        if full and len(extra) > 1 and extra not in words(known) and counts[rest] >= max(1, counts[name]):
            return " ".join(cut)
    return None


def _types(units: list[Unit]) -> None:
    """A name whose type was unsure takes the type that all articles which print it have the most evidence for.

    The short forms of a longer name vote too: what "Ana Kovac, Kovac" shows to be a person's last name, and "Kestrel
    Living, Kestrel" to be a firm, is that in an article that has it alone.
    """
    votes: dict[str, dict[str, dict[str, float]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(float))
    )
    for unit in units:
        if unit.named:
            for text, n in unit.forms.items():
                weight = unit.sure * (_STRANGE if unit.type == "person" and _is_strange(text) else 1.0)
                weight *= _EXPLAINED if len(parts(text)) < len(parts(unit.fullest)) else 1.0
                votes[letters(text, "person")][_party(unit)][unit.type] += weight * n
    for unit in units:
        if not (unit.named and unit.unsure):
            continue
        parties = votes[letters(unit.fullest, "person")]
        if len(parties) < 2:
            continue
        sums = sorted(((sum(types.values()), party) for party, types in parties.items()), reverse=True)
        (most, winner), (next_, _) = sums[:2]
        if winner not in ("place", _party(unit)) and most >= _WINS * next_:
            kinds = parties[winner]
            unit.type, unit.place_id = max(kinds, key=lambda kind: (kinds[kind], kind)), None
            unit.retyped = True


def _is_strange(text: str) -> bool:
    """Is it a single word that nobody is called by in the lists of first and last names?"""
    name = parts(text)
    return len(name) == 1 and not (name[0] in words("first_names") or name[0] in words("last_names"))


def _party(unit: Unit) -> str:
    return "place" if unit.place_id is not None else group_of(unit.type)
