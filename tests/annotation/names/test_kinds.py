"""Kinds of names that only what a sentence does with them tells: trusts, companies, national teams, nicknames."""

from __future__ import annotations

from typing import Any

import pytest

from tests.eval.small_cases import Case, wrong

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("The men fled from the Corran Remand Centre, police said. The Oakdale Correctional Facility was shut.",
         [["type", "Corran Remand Centre", ["facility"]], ["type", "Oakdale Correctional Facility", ["facility"]]]),
        ("Halcyon Cruises cancelled two calls. Brightwater Ferries employs 200 people.",
         [["type", "Halcyon Cruises", ["organisation"]], ["type", "Brightwater Ferries", ["organisation"]]]),
        ("The Halden Trust runs nine schools. Pupils at Halden schools did well. “We are proud,” said Halden "
         "chief executive Moira Fenn. Halden said it would open a tenth.",
         [["type", "Halden", ["organisation"]], ["one", ["Halden", "Halden Trust"]]]),
        ("The Corran Foundation gave £2m for nurses. Corran said the money would be spent by May. Corran was "
         "set up in 1988.",
         [["type", "Corran", ["organisation"]], ["one", ["Corran", "Corran Foundation"]]]),
        ("The Thornley Trust wants to build flats at Thornley, a village near Durham. The trust owns land in "
         "Thornley.",
         [["two", ["Thornley", "Thornley Trust"]]]),
        ("The Ashdown Foundation will fund a clinic. Ashdown spent £4m last year, its accounts show. Ashdown's"
         " trustees met on Friday.",
         [["type", "Ashdown", ["organisation"]]]),
        ("The Wellcome Trust has sold its stake in the firm. Wellcome said it had held the shares since 1999.",
         [["type", "Wellcome", ["organisation"]], ["one", ["Wellcome", "Wellcome Trust"]]]),
        ("A storm hit Camden on Monday. The Camden Trust opened its hall to families. Roads in Camden were "
         "shut.",
         [["two", ["Camden", "Camden Trust"]]]),
        ("The Larchfield Academy Trust sacked its head. Larchfield denied any wrong. Parents say Larchfield "
         "owes them an answer.",
         [["type", "Larchfield", ["organisation"]]]),
        ("The Orbis Fund bought the debt in June. Orbis has asked a court to wind up the airline.",
         [["type", "Orbis", ["organisation"]], ["one", ["Orbis", "Orbis Fund"]]]),
        ("Mercy Ships and the Kavali Foundation treated 900 people in Lomé. Kavali, which is based in Oslo, "
         "paid for the drugs.",
         [["type", "Kavali", ["organisation"]], ["one", ["Kavali", "Kavali Foundation"]]]),
        ("The Bramley Trust was fined. Bramley had let the boiler fail, the judge said. Bramley must pay "
         "£60,000.",
         [["type", "Bramley", ["organisation"]]]),
    ],
)  # fmt: skip
def test_a_trust_is_told_from_the_place_of_its_name(text: str, asks: list[list[Any]]) -> None:
    assert wrong(Case("trust", "", [{"text": text, "published": "2025-05-09"}], asks)) == []


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Lidl will open 12 stores next year. Lidl cut prices of bread and milk on Thursday. A Lidl spokesman "
         "said sales rose 6 per cent.",
         [["type", "Lidl", ["organisation"]]]),
        ("Workers at Codelco walked out on Monday. Codelco, which mines a tenth of the world's copper, said "
         "its smelter ran at half speed.",
         [["type", "Codelco", ["organisation"]]]),
        ("Shares of Zalvia fell 8 per cent after Zalvia cut its forecast. The plant in Brno will close.",
         [["type", "Zalvia", ["organisation"]]]),
        ("Greggs has recalled 4,000 pies. Greggs said customers should return them. The chain has 2,000 shops.",
         [["type", "Greggs", ["organisation"]]]),
        ("Petrovia owns the pipeline. Petrovia's chief executive, Dan Holt, told investors that profits would "
         "fall.",
         [["type", "Petrovia", ["organisation"]]]),
        ("A spokeswoman for Turvano said the firm would appeal. Turvano employs 900 people at a factory in "
         "Derby.",
         [["type", "Turvano", ["organisation"]]]),
        ("Tesco, Aldi and Morvel raised the price of eggs. Morvel said its suppliers had asked for more.",
         [["type", "Morvel", ["organisation"]]]),
        ("Regulators fined Kestra £9m. Kestra, the energy supplier, had overcharged customers for two years.",
         [["type", "Kestra", ["organisation"]]]),
        ("Brightwell has agreed to buy Okami for $3bn. The deal gives Brightwell control of Okami's mines in "
         "Ghana. Okami's board backs the offer.",
         [["type", "Brightwell", ["organisation"]], ["type", "Okami", ["organisation"]]]),
        ("Villagers say waste from Cerrogold's mine killed their fish. Cerrogold denies it. Cerrogold will "
         "restart the mine in May.",
         [["type", "Cerrogold", ["organisation"]]]),
    ],
)  # fmt: skip
def test_what_a_sentence_does_with_a_company_tells_that_it_is_one(text: str, asks: list[list[Any]]) -> None:
    assert wrong(Case("company", "", [{"text": text, "published": "2025-05-09"}], asks)) == []


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("England beat Sri Lanka by five wickets at Lord's on Sunday. England captain Ben Ames took three "
         "wickets. Sri Lanka were bowled out for 189.",
         [["type", "Sri Lanka", ["country"]]]),
        ("Kenya won the match 2-1 against Ghana after a late penalty. The striker scored twice for Kenya. "
         "Ghana's coach blamed the referee.",
         [["type", "Ghana", ["country"]], ["type", "Kenya", ["country"]]]),
        ("Wales lost 24-17 to Fiji in the final match of the tour. Wales scored two tries. Fiji coach Sam "
         "Tuala praised the forwards.",
         [["type", "Fiji", ["country"]]]),
        ("Germany face Japan in the World Cup on Friday. Japan drew 0-0 with Costa Rica in the group. The "
         "midfielder returns for Germany.",
         [["type", "Germany", ["country"]], ["type", "Japan", ["country"]]]),
        ("The team flew home to Fiji. They had lost the match 3-0, with goals from the striker and winger. The"
         " coach was born in Fiji.",
         [["type", "Fiji", ["country"]]]),
        ("The goalkeeper lives in Spain. He joined the league in May after a season in Portugal, and scored a "
         "penalty in the final.",
         [["type", "Spain", ["country"]], ["type", "Portugal", ["country"]]]),
        ("New Zealand thrashed Australia by an innings. New Zealand batsman Tom Reed hit 140 not out. "
         "Australia need a win in the last Test of the series.",
         [["type", "New Zealand", ["country"]], ["type", "Australia", ["country"]]]),
        ("Ministers from Japan and Brazil met in Rome. Japan won support for the pact. Brazil lost the vote.",
         [["type", "Japan", ["country"]], ["type", "Brazil", ["country"]]]),
        ("Scotland's midfielder scored in the 89th minute as Scotland beat Norway 2-1 in the qualifier. Norway"
         " had led at half-time.",
         [["type", "Norway", ["country"]]]),
        ("Zambia defender Joseph Mwila headed the winner. Zambia go top of the group on goal difference. "
         "Zambia captain Moses Banda praised the coach.",
         [["type", "Zambia", ["country"]]]),
    ],
)  # fmt: skip
def test_a_nation_that_plays_stays_a_country(text: str, asks: list[list[Any]]) -> None:
    assert wrong(Case("national", "", [{"text": text, "published": "2025-05-09"}], asks)) == []


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Manchester United lost 2-0 at Fulham. The Red Devils had two goals ruled out. It was the Red Devils'"
         " fifth defeat of the season.",
         [["type", "Red Devils", ["organisation"]], ["one", ["Red Devils", "Manchester United"]]]),
        ("Grace Mutasa, known as the Iron Lady of Mutare, was jailed. The Iron Lady wept in court.",
         [["type", "Iron Lady", ["person"]]]),
        ("Tobin Rourke, nicknamed the Quiet Man, ran the port for years. The Quiet Man never gave interviews.",
         [["one", ["Tobin Rourke", "Quiet Man"]]]),
        ("Liverpool beat Everton 1-0 in the league. The Reds had a goal disallowed, and the Toffees hit the "
         "post.",
         [["type", "Reds", ["organisation"]], ["type", "Toffees", ["organisation"]]]),
        ("The Black Stars drew 1-1 with Nigeria in the match. Ghana's coach said the Black Stars missed their "
         "captain and striker.",
         [["type", "Black Stars", ["organisation"]]]),
        ("Bafana Bafana beat Zambia 2-0 in the qualifier. The goalkeeper saved a penalty. Bafana Bafana go top"
         " of the group.",
         [["type", "Bafana Bafana", ["organisation"]]]),
        ("The Wallabies lost the Test 30-12. The Wallabies had beaten the All Blacks in Sydney, and scored "
         "four tries.",
         [["type", "Wallabies", ["organisation"]], ["type", "All Blacks", ["organisation"]]]),
        ("Margaret Thatcher died on Monday. The Iron Lady won three elections. Crowds gathered in Grantham.",
         [["type", "Iron Lady", ["person"]]]),
        ("Chelsea signed a goalkeeper from Lyon. The Blues paid £20m. The Blues play Leeds United in the "
         "league on Sunday.",
         [["type", "Blues", ["organisation"]]]),
        ("Muhammad Ali, “the Greatest”, fought in Kinshasa. Ali beat George Foreman. Foreman lost his title.",
         [["type", "Ali", ["person"]], ["one", ["Ali", "Muhammad Ali"]]]),
    ],
)  # fmt: skip
def test_a_nickname_is_what_it_is_a_nickname_of(text: str, asks: list[list[Any]]) -> None:
    assert wrong(Case("epithet", "", [{"text": text, "published": "2025-05-09"}], asks)) == []
