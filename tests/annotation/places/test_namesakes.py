"""Places that have namesakes, and venues that no gazetteer knows: where the article as a whole says that they are."""

from __future__ import annotations

from typing import Any

import pytest

from tests.eval.small_cases import Case, wrong

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("publisher", "text", "asks"),
    [
        ("The Leeds Courier",
         "Washington has told London that the steel tariff will stay. The Foreign Office said talks with "
         "Washington would go on.",
         [["place", "Washington", ["city", "US"]]]),
        ("The Dorset Herald",
         "Sir Keir Starmer flew to Washington on Tuesday to see the president. He will be in Washington for "
         "two days.",
         [["place", "Washington", ["city"]]]),
        ("The Straits Courier",
         "Relations between Washington and Beijing have soured. Washington accused Chinese firms of theft.",
         [["place", "Washington", ["city"]]]),
        ("Nairobi Ledger",
         "The minister said Washington was wrong about Sudan. Kenya will not take orders from Washington.",
         [["place", "Washington", ["city"]]]),
        ("Spokane Post",
         "Fires burned in Washington, Oregon and Idaho. The governor of Washington called for help.",
         [["place", "Washington", ["region"]]]),
        ("The Grocer",
         "Apple growers in Washington state fear frost. Farms near Yakima in Washington lost a third of the "
         "crop.",
         [["place", "Washington", ["region"]]]),
        ("Glasgow Mercury",
         "The march in Washington drew 40,000 people to the White House. Police in Washington shut roads.",
         [["place", "Washington", ["city"]]]),
        ("Ottawa Sentinel",
         "Canada recalled its ambassador to Washington. A source in Washington said the row would pass.",
         [["place", "Washington", ["city"]]]),
        ("Lubbock News",
         "Lawmakers in Washington passed the farm bill. Texas and Ohio had asked for it. Washington will pay.",
         [["place", "Washington", ["city"]]]),
        ("The Kent Echo",
         "Diplomats in Washington and Brussels said the sanctions on Belarus would be lifted. Minsk freed six "
         "men.",
         [["place", "Washington", ["city"]]]),
        ("Sydney Ledger",
         "A storm hit Newcastle. The hospital in Newcastle lost power.",
         [["place", "Newcastle", ["AU"]]]),
        ("Durban Ledger",
         "A storm hit Newcastle. The hospital in Newcastle lost power.",
         [["place", "Newcastle", ["ZA"]]]),
        ("",
         "KINGSTON - Residents opposed to a quarry will be heard under Ontario's Planning Act on Monday, the "
         "council said.",
         [["place", "KINGSTON", ["city", "CA"]]]),
        ("",
         "Nurses in London said Canada must pay them more. A London doctor agreed that Canada had done too "
         "little.",
         [["place", "London", ["city", "CA"]]]),
    ],
)  # fmt: skip
def test_a_capital_that_acts_is_no_town_of_its_name(publisher: str, text: str, asks: list[list[Any]]) -> None:
    doc = {"text": text, "published": "2025-05-09", "publisher": publisher}
    assert wrong(Case("washington", "", [doc], asks)) == []


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Fire broke out at the Regent Hall in Lowestoft on Friday. Crews from Lowestoft took six hours. The "
         "Regent Hall was built in 1902.",
         [["place", "Regent Hall", ["GB"]]]),
        ("Thousands filled Almeda Stadium as Gaborone marked its birthday. The mayor of Gaborone spoke first.",
         [["place", "Almeda Stadium", ["BW"]]]),
        ("Patients were moved from Northgate Hospital after floods hit Launceston, Tasmania. Two wards at "
         "Northgate Hospital were shut. Launceston has had rain for nine days.",
         [["place", "Northgate Hospital", ["AU"]]]),
        ("A jury at Castle Hill Crown Court found the pair guilty. They had robbed a bank in Exeter. The "
         "judge, sitting in Exeter, jailed them.",
         [["only in", "Castle Hill Crown Court", "GB"]]),
        ("The mayor of Kisumu closed Jubilee Market on Sunday. Traders at Jubilee Market said they had nowhere"
         " to go. Kisumu has three other markets.",
         [["place", "Jubilee Market", ["KE"]]]),
        ("Pickets at Millbrook Arena in Boise went home. Police in Boise said it was peaceful. Millbrook Arena"
         " has 900 seats.",
         [["place", "Millbrook Arena", ["US"]]]),
        ("Divers searched Pier 9 and the Old Dock in Mombasa. A ferry sank off Mombasa on Tuesday. The Old "
         "Dock is shut.",
         [["place", "Old Dock", ["KE"]]]),
        ("Mourners gathered at St Brigid's Church. The girl, from Limerick, died on Monday. Limerick is in "
         "shock, Fr Tom Daly said.",
         [["only in", "St Brigid's Church", "IE"]]),
        ("Talks in Geneva ended. Envoys from Paris, Cairo and Delhi had met at the Hotel Bellerive.",
         [["only in", "Hotel Bellerive", "CH"]]),
        ("The Harbour Theatre in Fremantle, Western Australia, reopened. The Harbour Theatre seats 400. "
         "Fremantle paid $9m.",
         [["place", "Harbour Theatre", ["AU"]]]),
    ],
)  # fmt: skip
def test_a_venue_stands_in_the_only_town(text: str, asks: list[list[Any]]) -> None:
    assert wrong(Case("venue", "", [{"text": text, "published": "2025-05-09"}], asks)) == []


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Residents of the Tampere suburb of Kaukarinne were told to boil water after tests in Tampere, Finland.",
         [["place", "Kaukarinne", ["FI"]]]),
        ("The quarry at Black Rigg, near Dumfries in Scotland, was shut after a blast heard across Dumfries.",
         [["place", "Black Rigg", ["GB"]]]),
        ("A crane fell in Riverside Terrace, a suburb of Townsville in Queensland, Australia, police said.",
         [["place", "Riverside Terrace", ["AU"]]]),
        ("Tests at University Hospital Galway showed nothing. Galway, in Ireland, had asked for them.",
         [["place", "University Hospital Galway", ["IE"]]]),
        ("Rain fell on Harrow Flats near Ballarat, Victoria. Ballarat had 40 mm.",
         [["place", "Harrow Flats", ["AU"]]]),
        ("Miners walked out at Tumbalya on Friday. In Kitwe, Zambia, the union met; a bus from Lusaka was full.",
         [["not in", "Tumbalya", "ZM"]]),
        ("Police in Lagos and in Accra met. They spoke of Obankele in Ghana, and of a raid in Nigeria.",
         [["not in", "Obankele", "NG"]]),
        ("The nurse, born in Ravnikovo, works in Oslo, Norway. Oslo has 400 like her.",
         [["not in", "Ravnikovo", "NO"]]),
    ],
)  # fmt: skip
def test_what_the_gazetteer_lacks_lies_where_the_words_say(text: str, asks: list[list[Any]]) -> None:
    assert wrong(Case("unknown", "", [{"text": text, "published": "2025-05-09"}], asks)) == []


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Police in Victoria said the man fled to Queensland. Victoria and Queensland share data. The "
         "Melbourne court sits on Monday.",
         [["place", "Victoria", ["AU", "region"]]]),
        ("Floods cut roads in Georgia and South Carolina. The governor of Georgia asked Washington for help. "
         "Schools in Georgia are shut.",
         [["place", "Georgia", ["US", "region"]]]),
        ("The state of Punjab banned stubble burning. Farmers in Punjab and Haryana protested in Delhi.",
         [["place", "Punjab", ["IN", "region"]]]),
        ("Cordoba's governor shut the dam. Rain fell in Cordoba and Santa Fe provinces, Argentina's weather "
         "service said.",
         [["place", "Cordoba", ["AR"]]]),
        ("Militants attacked a village in Plateau State. Plateau has seen years of strife, Nigeria's army "
         "said. Jos was calm.",
         [["not in", "Plateau", "US"]]),
        ("Alberta and Ontario signed the pact. Ontario will build two reactors, the premier said in Toronto. "
         "Canada welcomed it.",
         [["place", "Ontario", ["CA", "region"]]]),
        ("Limpopo had record heat. Schools in Limpopo closed at noon. The army was sent from Pretoria, South "
         "Africa.",
         [["place", "Limpopo", ["ZA", "region"]]]),
        ("Delta and Rivers states produce most of the crude. Nigeria's oil minister visited Delta on Monday. "
         "The youths of Delta want jobs.",
         [["only in", "Delta", "NG"]]),
        ("The province of Misiones, in Argentina, sent aid. Misiones has lost half its tea. Growers in "
         "Misiones blame Buenos Aires.",
         [["place", "Misiones", ["AR", "region"]]]),
        ("Sabah and Sarawak want more oil money. Sabah votes in May, Kuala Lumpur said. Turnout in Sabah was "
         "low before.",
         [["place", "Sabah", ["MY", "region"]]]),
    ],
)  # fmt: skip
def test_a_state_is_at_no_namesake_abroad(text: str, asks: list[list[Any]]) -> None:
    assert wrong(Case("state", "", [{"text": text, "published": "2025-05-09"}], asks)) == []


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("Shots fell in Riverdale, Georgia, near Atlanta. He was loved in the City of Riverdale.",
         "City of Riverdale"),
        ("The fire in Carthage, Texas, is out. Carthage is near Dallas. The City of Carthage said it would pay.",
         "City of Carthage"),
        ("The fire in Carthage, Texas, is out. Carthage is near Dallas. The Village of Carthage was quiet.",
         "Village of Carthage"),
    ],
)  # fmt: skip
def test_a_town_is_where_its_name_without_the_word_is(text: str, long: str) -> None:
    short = long.rpartition(" ")[2]
    asks: list[list[Any]] = [["only in", long, "US"], ["one", [long, short]]]
    assert wrong(Case("town", "", [{"text": text, "published": "2025-05-09"}], asks)) == []


@pytest.mark.parametrize(
    "text",
    [
        "A former White House doctor spoke of Bill Clinton. She wrote of her time at the White House.",
        "The White House physician saw him. Nobody else at the White House did.",
    ],
)
def test_a_building_is_no_town_of_the_same_words_in_another_language(text: str) -> None:
    asks: list[list[Any]] = [
        ["type", "White House", ["facility"]],
        ["place", "White House", ["US", "facility"]],
    ]
    assert wrong(Case("building", "", [{"text": text, "published": "2025-05-09"}], asks)) == []
