"""Where an article plays: the town of its headline, the region in which most of its places lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.annotation.places.test_toponyms import placed

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "names", "code"),
    [
        ("Stand falls at horse race in Hamburg\n\nGermany mourns. Riders from Kiel and from Munich were hurt. Two died "
         "at Quillfeather Arena.", ["Hamburg", "Germany", "Kiel", "Munich", "Quillfeather Arena"], "DE-HH"),
        ("Hamburg counts the cost of a wild night\n\nGermany mourns. Boats sailed in Kiel and in Rostock. Two died "
         "at Quillfeather Arena.", ["Hamburg", "Germany", "Kiel", "Rostock", "Quillfeather Arena"], "DE-HH"),
        ("Hamburg man found dead\n\nGermany mourns. He was seen in Kiel. He died at Quillfeather Arena.",
         ["Hamburg", "Germany", "Kiel", "Quillfeather Arena"], "DE-SH"),
        ("Hamburg-born singer falls off stage\n\nGermany mourns. He sang in Kiel. He died at Quillfeather Arena.",
         ["Hamburg", "Germany", "Kiel", "Quillfeather Arena"], "DE-SH"),
    ],
)  # fmt: skip
def test_a_building_stands_in_the_town_of_the_headline(
    nlp: Language, text: str, names: list[str], code: str
) -> None:
    kinds = ["facility" if "Arena" in name else "city" for name in names]
    *_, row = placed(nlp, text, *names, kind=kinds)
    assert row.admin1_code == code
    assert "assumed" in row.method


@pytest.mark.parametrize(
    ("text", "names", "code"),
    [
        ("Floods in Bavaria cut off Augsburg. The water reached Ravnikovo. It came from Stuttgart.",
         ["Bavaria", "Augsburg", "Ravnikovo", "Stuttgart"], "DE-BY"),
        ("Floods in Bavaria hit Munich. Ravnikovo, 95 km north of Stuttgart, asked Stuttgart for aid. They slept in "
         "Ravnikovo.", ["Bavaria", "Munich", "Ravnikovo", "Stuttgart", "Stuttgart", "Ravnikovo"], "DE-BY"),
        ("Floods in Bavaria cut off Augsburg. The Tolka River rose.", ["Bavaria", "Augsburg", "Tolka River"],
         "DE-BY"),
        ("Floods in Bavaria cut off Augsburg. Ana Ruiz likes Ravnikovo.", ["Bavaria", "Augsburg", "Ravnikovo"],
         None),
        ("Floods in Bavaria cut off Augsburg. It rained in Stuttgart and in Hamburg. The water reached Ravnikovo.",
         ["Bavaria", "Augsburg", "Stuttgart", "Hamburg", "Ravnikovo"], None),
    ],
)  # fmt: skip
def test_unknown_villages_and_rivers_lie_in_the_region_in_which_all_plays(
    nlp: Language, text: str, names: list[str], code: str | None
) -> None:
    rows = placed(nlp, text, *names)
    row = next(row for row in rows[::-1] if row.text in ("Ravnikovo", "Tolka River"))
    assert row.admin1_code == code


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was the fourth derailment in the Rajshahi division of the railways.", "city"),
        ("Rain fell on the Rajshahi division for days.", "region"),
    ],
)
def test_a_railways_division_is_no_region(nlp: Language, text: str, kind: str) -> None:
    (row,) = placed(nlp, text, "Rajshahi")
    assert row.kind == kind


@pytest.mark.parametrize(
    ("building", "code"),
    [
        ("Kiel Regional Hospital", "DE-SH"),
        ("Rostock Airport", "DE-MV"),
        ("Split Hospital", "DE-HH"),
    ],
)
def test_a_building_that_a_town_has_one_of_stands_in_the_town_of_its_name(
    nlp: Language, building: str, code: str
) -> None:
    text = f"Germany mourns. Two were hurt in Hamburg. They died at {building}."
    *_, row = placed(nlp, text, "Germany", "Hamburg", building, kind=["country", "city", "facility"])
    assert row.admin1_code == code
