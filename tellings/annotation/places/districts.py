"""Second-level regions by the name that the press gives them, where the gazetteer has only the official long one."""

from __future__ import annotations

from tellings.resources.gazetteer import ALIAS, Gazetteer, Place
from tellings.resources.lexicon import words

_BEHIND = ("Province", "District", "County", "Municipality", "Regency", "Department", "Region", "Canton")
_BEFORE = ("Provincia de", "Departamento de", "Partido de", "Municipio de", "Concelho de", "Concelho do")


def districts(name: str, gazetteer: Gazetteer) -> list[tuple[Place, int]]:
    """The regions whose official name is the name and the word for their unit: Angaraes is Angaraes Province."""
    if name.lower() in words("directions"):
        return []
    forms = [*(f"{name} {unit}" for unit in _BEHIND), *(f"{unit} {name}" for unit in _BEFORE)]
    places = [
        place
        for form in forms
        for place, _ in gazetteer.entries(form)
        if (place.kind, place.level) == ("region", 2)
    ]
    return [(place, ALIAS) for place in dict.fromkeys(places)]
