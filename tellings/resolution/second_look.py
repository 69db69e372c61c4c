"""The second look: what all articles together say about a name, where one article alone took it for something else.

An article decides with what it prints. Another one may print the same name with a title, a full form or a word for
what it is. So the articles vote: on the type of a name whose type was unsure, on which place bears a name, and on
the words of a name that nobody else prints so ("Coroner Ana Ruiz", "Ruiz Says", "Ruiz Emails"); and a word that they
print in small letters as often is no name ("Documents").
"""

from __future__ import annotations

from collections import Counter, defaultdict

from tellings.identity.compare import generation, is_acronym, letters, parts
from tellings.identity.link import group_of
from tellings.resolution.units import Unit
from tellings.resources import gazetteer
from tellings.resources.lexicon import classes, words

_WINS = 1.5
"""What the votes for one type must have against those for the next."""

_EXPLAINED = 1.5
"""What a short form counts where its article prints the full one too."""

_STRANGE = 0.5
"""What an article's word counts that such a one is a person."""


def second_look(units: list[Unit], small: Counter[str]) -> list[Unit]:
    """The units, corrected in place, where all articles together know better than one; without those that are no names.

    Args:
        units: of all articles; `forms`, `type` and `place_id` are changed.
        small: how often the articles print each word in small letters.
    """
    units = _names(units, small)
    for kind in ("person", "organisation"):
        _earned([unit for unit in units if unit.named and unit.type == kind], small)
    _types(units)
    _places(units)
    return units


def _names(units: list[Unit], small: Counter[str]) -> list[Unit]:
    """The units without single words of which no article is sure and that stand small as often as one has them big."""
    longer = {
        (_party(unit) == "person", word)
        for unit in units
        for text in unit.forms
        if len(parts(text)) > 1
        for word in parts(text)
    }
    known = {parts(unit.fullest) for unit in units if unit.named and not _is_weak(unit)}

    def is_common(unit: Unit) -> bool:
        name, *others = {parts(text) for text in unit.forms}
        if (
            others
            or len(name) > 1
            or name in known
            or (_party(unit) == "person", name[0]) in longer
            or unit.fullest.isupper()
        ):
            return False
        return _is_weak(unit) and _small(name[0], small) >= unit.n

    return [unit for unit in units if not is_common(unit)]


def _is_weak(unit: Unit) -> bool:
    """Does little speak for its being the name of anything?"""
    return unit.named and unit.unsure and not unit.place_id


def _small(word: str, small: Counter[str]) -> int:
    """How often the articles print the word in small letters, or in the singular."""
    return sum(small[form] for form in {word, word.removesuffix("s")})


def _earned(units: list[Unit], small: Counter[str]) -> None:
    """Words at the edge of a name that it has in one place only are not counted as part of it."""
    counts: Counter[tuple[str, ...]] = Counter()
    whole: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    bearers: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for unit in units:
        for text, n in unit.forms.items():
            counts[parts(text)] += n
            whole[unit.doc_id, parts(text)].add(unit.fullest)
            bearers[unit.doc_id, parts(text)[-1:]].add(unit.fullest)
    last = {generation(name)[0][-1] for name in counts if len(name) > 1}
    for unit in units:
        for text in list(unit.forms):
            shorter = _shorter(text, counts) if unit.type == "person" else None
            shorter = shorter or _without_noun(text, counts, last, small)
            if shorter is not None:
                at = unit.doc_id, parts(shorter)
                beside = whole.get(at) or bearers.get(at) or {shorter}
                alone = len(beside) > 1 or unit.fullest in beside
                n = unit.forms.pop(text)
                unit.forms[shorter if alone else next(iter(beside))] += n


def _without_noun(
    text: str, counts: Counter[tuple[str, ...]], last: set[str], small: Counter[str]
) -> str | None:
    """The name without a last word that the articles print in small letters too: "DNC Server" where DNC is a name."""
    name, printed = parts(text), text.split()
    if len(name) < 2 or len(printed) != len(name) or counts[name[:-1]] < max(1, counts[name]):
        return None
    whole = len(name) > 2 or name[0] in last or is_acronym(printed[0])
    own = words("organisation_words"), classes("place_words"), words("trade_words"), words("last_names")
    is_own = any(name[-1] in entries for entries in own)
    return " ".join(printed[:-1]) if whole and _small(name[-1], small) and not is_own else None


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


def _places(units: list[Unit]) -> None:
    """A bare name that was placed in a district is the town that most articles know by it.

    So is one that is unsure, and a body that most mentions take for a town.
    """
    votes: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for unit in units:
        if unit.named:
            weights[letters(unit.fullest, "person")][_party(unit)] += unit.sure * unit.n
        if unit.place_id is not None and unit.named:
            votes[letters(unit.fullest, "person")][unit.place_id, unit.type] += 1
    for unit in units:
        name = letters(unit.fullest, "person")
        places, weight = votes.get(name), weights[name]
        body = unit.type == "organisation" and weight["place"] >= _WINS * weight[_party(unit)]
        weak = _is_district(unit) if unit.place_id else unit.unsure and (body or unit.type == "other")
        if not (places and weak and unit.named):
            continue
        (place_id, kind), most = max(places.items(), key=lambda item: (item[1], item[0]))
        others = sum(n for (other, _), n in places.items() if other != place_id)
        if most >= _WINS * others and place_id != unit.place_id:
            unit.place_id, unit.type = place_id, kind


def _is_district(unit: Unit) -> bool:
    """Is it a county or the like that is nowhere printed as one: "San Bernardino", of the county?"""
    place = gazetteer.load().place(unit.place_id or "")
    district = place is not None and place.kind == "region" and place.level == 2
    return district and not any(parts(text)[-1] in classes("place_words") for text in unit.forms)


def _is_strange(text: str) -> bool:
    """Is it a single word that nobody is called by in the lists of first and last names?"""
    name = parts(text)
    return len(name) == 1 and not (name[0] in words("first_names") or name[0] in words("last_names"))


def _party(unit: Unit) -> str:
    return "place" if unit.place_id is not None else group_of(unit.type)
