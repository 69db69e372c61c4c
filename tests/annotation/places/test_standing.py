"""Where an unknown place lies: what the text says of it, what is only assumed, and what says nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.places.placing import ASSUMED, SAID
from tellings.resolution import places
from tests.annotation.places.test_toponyms import placed

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "unknown", "town"),
    [
        ("Traffic at Obankele, 800 kilometres from Lagos, stopped.", "Obankele", "Lagos"),
        ("Traffic at Obankele, hundreds of miles from Lagos, stopped.", "Obankele", "Lagos"),
        ("The quarry at Black Rigg, a village two hours from Dublin, was shut.", "Black Rigg", "Dublin"),
        ("Workers from Obankele in talks with Lagos went home.", "Obankele", "Lagos"),
        ("Villagers of Obankele in protest at Lagos blocked a road.", "Obankele", "Lagos"),
        ("Flights from Ravnikovo to the south of Munich ended.", "Ravnikovo", "Munich"),
        ("They drove from Ravnikovo north to Munich.", "Ravnikovo", "Munich"),
        ("Snow fell in Ravnikovo and the suburbs of Munich.", "Ravnikovo", "Munich"),
        ("She left Munich, where he caught a train to Ravnikovo.", "Ravnikovo", "Munich"),
        (
            "In Munich, where it rained, she fell in the street; in Ravnikovo it snowed.",
            "Ravnikovo",
            "Munich",
        ),
        ("They asked in Munich where the man in Ravnikovo was.", "Ravnikovo", "Munich"),
        ("Staff of the Ravnikovo hospital went to Munich.", "Ravnikovo", "Munich"),
    ],
)
def test_what_is_far_from_a_town_or_deals_with_it_does_not_lie_there(
    nlp: Language, text: str, unknown: str, town: str
) -> None:
    row, known = sorted(
        placed(nlp, text, *sorted((unknown, town), key=text.index)), key=lambda row: row.text != unknown
    )
    assert known.country_code is not None
    assert (row.country_code, row.lat) == (None, None)


@pytest.mark.parametrize(
    ("text", "names", "code"),
    [
        ("A barn at Obankele, 20 kilometres from Lagos, burned.", ["Obankele", "Lagos"], "NG"),
        ("A barn at Obankele, some thirty miles north of Lagos, burned.", ["Obankele", "Lagos"], "NG"),
        ("A barn at Obankele in northern Lagos burned.", ["Obankele", "Lagos"], "NG"),
        ("A barn at Ravnikovo, a village to the south of Munich, burned.", ["Ravnikovo", "Munich"], "DE"),
        ("A barn in Ravnikovo south of Munich burned.", ["Ravnikovo", "Munich"], "DE"),
        ("A barn in the Munich suburb of Ravnikovo burned.", ["Munich", "Ravnikovo"], "DE"),
        ("They left Munich's new Ravnikovo Hospital.", ["Munich", "Ravnikovo Hospital"], "DE"),
        ("They left Munich’s new Ravnikovo Hospital.", ["Munich", "Ravnikovo Hospital"], "DE"),
        ("They left Munich's old Ravnikovo Hospital.", ["Munich", "Ravnikovo Hospital"], "DE"),
        ("Fog hid Munich, where the hurt lay at the Ravnikovo hospital.", ["Munich", "Ravnikovo"], "DE"),
        ("He came from Lagos, the old capital, where he sang in Obankele Hall.", ["Lagos", "Obankele Hall"], "NG"),
        ("Guards left Oslo, where two men were held at Quillfeather Prison.", ["Oslo", "Quillfeather Prison"], "NO"),
        ("A fire at the Obankele market in Lagos burned.", ["Obankele", "Lagos"], "NG"),
        ("They sat in the Ravnikovo theatre in Munich.", ["Ravnikovo", "Munich"], "DE"),
        ("Rain fell on Munich. Trees fell in the city's Ravnikovo district.", ["Munich", "Ravnikovo"], "DE"),
        ("A tram ran off its rails in Oslo. The town’s Quillfeather quarter is shut.", ["Oslo", "Quillfeather"], "NO"),
        ("He left Oslo for Munich. In the capital's Quillfeather Park he slept.",
         ["Oslo", "Munich", "Quillfeather Park"], "NO"),
        ("Cars burned in Ravnikovo, an industrial belt outside Munich.", ["Ravnikovo", "Munich"], "DE"),
        ("OBANKELE (KADUNA STATE), Feb 3: A barn burned at Obankele.", ["OBANKELE", "KADUNA STATE"], "NG"),
        ("RAVNIKOVO (BAVARIA), Feb 3: A barn burned.", ["RAVNIKOVO", "BAVARIA"], "DE"),
        ("Dogs barked at Obankele, a dusty trading post near Lagos.", ["Obankele", "Lagos"], "NG"),
    ],
)  # fmt: skip
def test_an_unknown_place_lies_where_the_text_says(
    nlp: Language, text: str, names: list[str], code: str
) -> None:
    row = next(row for row in placed(nlp, text, *names) if "unknown itself" in row.method)
    assert (row.place_id, row.country_code, row.score) == (None, code, SAID)


def test_only_a_building_or_street_is_assumed_to_stand_in_the_articles_town(nlp: Language) -> None:
    text = (
        "She told her story in Hamburg, Germany. Her house in Bab Zuwaya was shelled. "
        "Near Tell Marrun she lost her son. She was taken to Quillfeather Hospital."
    )
    _, _, *lost, hospital = placed(
        nlp, text, "Hamburg", "Germany", "Bab Zuwaya", "Tell Marrun", "Quillfeather Hospital"
    )
    assert [row.country_code for row in lost] == [None, None]
    assert (hospital.admin1_code, hospital.score) == ("DE-HH", ASSUMED)
    assert places.ASSUMED in hospital.method


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("The striker was born in Hamburg. Germany cheered him at Quillfeather Arena.", False),
        ("Germany mourns a nurse raised in Hamburg who died at Quillfeather Arena.", False),
        ("Germany mourns a nurse who died in Hamburg. She worked at Quillfeather Arena.", True),
        ("Schooled in Hamburg, he plays for Germany at Quillfeather Arena.", False),
        ("He sang in Hamburg for Germany and at Quillfeather Arena.", True),
    ],
)
def test_nothing_is_assumed_of_the_town_where_somebody_was_born(
    nlp: Language, text: str, *, assumed: bool
) -> None:
    names = sorted(("Hamburg", "Germany", "Quillfeather Arena"), key=text.index)
    row = next(row for row in placed(nlp, text, *names) if row.text == "Quillfeather Arena")
    assert (row.admin1_code == "DE-HH") == assumed


@pytest.mark.parametrize(
    ("text", "unknown", "code"),
    [
        ("On the edge of Newcastle, in South Africa, it rained. The Ardan Dam, 14 km upstream of the city, gave way.",
         "Ardan Dam", "ZA-KZN"),
        ("It rained on Sunday, when the Ardan Dam burst above Salem, Oregon.", "Ardan Dam", "US-OR"),
        ("The Ardan Bridge collapsed near Salem, Oregon.", "Ardan Bridge", "US-OR"),
        ("In 1994, 17 people died at Ardansdorp, in the Free State. South Africa mourned.", "Ardansdorp", "ZA-FS"),
        ("The mayor of Salem, Oregon, wept. The Ardan Dam, 300 km upstream of the city, held. Boston, Paris and "
         "Madrid sent help.", "Ardan Dam", None),
    ],
)  # fmt: skip
def test_a_dam_bursts_above_a_town_or_so_far_from_the_city(
    nlp: Language, text: str, unknown: str, code: str | None
) -> None:
    known = (
        "Newcastle",
        "South Africa",
        "Salem",
        "Oregon",
        "Free State",
        "Boston",
        "Paris",
        "Madrid",
        unknown,
    )
    names = sorted((one for one in known if one in text), key=text.index)
    kinds = ["facility" if name == unknown and "Ardan " in name else "city" for name in names]
    assert (
        next(row.admin1_code for row in placed(nlp, text, *names, kind=kinds) if row.text == unknown) == code
    )


@pytest.mark.parametrize(
    ("text", "names", "code"),
    [
        ("Smoke over Perth and Dundee was seen in Obankele.", ["Perth", "Dundee", "Obankele"], "GB-SCT"),
        ("Floods hit Munich and Augsburg; the bridge at Ravnikovo fell.", ["Munich", "Augsburg", "Ravnikovo"],
         "DE-BY"),
        ("Floods hit Munich and Hamburg; the bridge at Ravnikovo fell.", ["Munich", "Hamburg", "Ravnikovo"],
         None),
        ("Floods hit Munich; the bridge at Ravnikovo fell.", ["Munich", "Ravnikovo"], None),
        ("Floods hit Munich and Augsburg; boats left along the Tolka River.", ["Munich", "Augsburg", "Tolka River"],
         None),
        ("In Munich and Augsburg they spoke of a dam in the Orvel Valley.", ["Munich", "Augsburg", "Orvel Valley"],
         None),
        ("Floods hit Munich and Augsburg; Ana Ruiz is from Lugano.", ["Munich", "Augsburg", "Lugano"], None),
    ],
)  # fmt: skip
def test_an_unknown_village_is_assumed_where_all_of_an_article_plays(
    nlp: Language, text: str, names: list[str], code: str | None
) -> None:
    *_, row = placed(nlp, text, *names)
    assert row.admin1_code == code
    assert code is None or row.score == ASSUMED


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rain fell on Leeds and Bradford in England. Shops in Elmhithe, Granville and Wakefield shut.",
         ["Leeds", "Bradford", "England", "Elmhithe", "Granville", "Wakefield"]),
        ("Snow fell on Otley and Leeds in England. Roads at Granville, Skelbeck and Bradford shut.",
         ["Otley", "Leeds", "England", "Granville", "Skelbeck", "Bradford"]),
    ],
)  # fmt: skip
def test_what_is_listed_with_the_articles_towns_is_no_far_small_town(
    nlp: Language, text: str, names: list[str]
) -> None:
    rows = {row.text: row for row in placed(nlp, text, *names)}
    assert rows["Granville"].place_id is None
    assert (rows["Granville"].country_code, rows["Granville"].kind) == ("GB", "city")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The suburb of Calvera burned.", "Calvera", None),
        ("The village of Calvera burned.", "Calvera", "city"),
        ("Police came to the suburb of Blacktown in Australia.", "Blacktown", "city"),
    ],
)
def test_a_suburb_is_a_town_only_where_the_gazetteer_has_it(
    nlp: Language, text: str, name: str, kind: str | None
) -> None:
    (found,) = placed(nlp, text, name)
    assert found.kind == kind
