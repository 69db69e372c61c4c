"""The second look: what all articles together say about a name, where one article alone took it for something else.

An article decides with what it prints. Another one may print the same name with a title, a full form or a word for
what it is. So the articles vote: on the type of a name whose type was unsure, and on the words of a name that nobody
else prints so ("Coroner Ana Ruiz", "Ruiz Says").
"""

from __future__ import annotations

from collections import Counter, defaultdict

from tellings.identity.compare import generation, is_acronym, letters, parts
from tellings.identity.link import group_of
from tellings.resolution.units import Unit
from tellings.resources.lexicon import words

_WINS = 1.5
"""What the votes for one type must have against those for the next."""


def second_look(units: list[Unit]) -> None:
    """Correct the units, in place, where all articles together know better than one.

    Args:
        units: of all articles; `forms`, `type` and `place_id` are changed.
    """
    _earned(units)
    _types(units)
    _last_names(units)


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
    """Names of one spelling that are typed differently: the unsure ones take the type that the evidence is for."""
    alike: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.named:
            alike[letters(unit.fullest, "person")].append(unit)
    for same in alike.values():
        votes: dict[str, float] = defaultdict(float)
        for unit in same:
            votes[_party(unit)] += unit.sure * unit.n
        if len(votes) < 2:
            continue
        (most, winner), (next_, _) = sorted(((v, k) for k, v in votes.items()), reverse=True)[:2]
        if winner == "place" or most < _WINS * next_:
            continue
        types = Counter[str]()
        for unit in same:
            if _party(unit) == winner:
                types[unit.type] += unit.n
        kind = max(types.items(), key=lambda item: (item[1], item[0]))[0]
        for unit in same:
            if _party(unit) != winner and unit.unsure:
                unit.type, unit.place_id = kind, None


def _party(unit: Unit) -> str:
    return "place" if unit.place_id is not None else group_of(unit.type)


def _last_names(units: list[Unit]) -> None:
    """A single word, unsure in its article, that most articles have as the last name of a person is that."""
    bare: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for unit in units:
        if not unit.named:
            continue
        last = generation(parts(unit.fullest))[0][-1]
        if unit.type == "person" and len(parts(unit.fullest)) > 1:
            bare.update({last for text in unit.forms if parts(text) == (last,)})
        elif unit.type != "person" and not unit.unsure:
            others.update({parts(text)[0] for text in unit.forms if len(parts(text)) == 1})
    for unit in units:
        if not unit.named or unit.type == "person" or not unit.unsure:
            continue
        word = parts(unit.fullest)
        if len(word) == 1 and not is_acronym(unit.fullest) and bare[word[0]] > others[word[0]]:
            unit.type, unit.place_id = "person", None
