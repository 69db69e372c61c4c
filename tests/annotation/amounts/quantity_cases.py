"""Sentences of invented news with the quantities that a careful reader finds in them.

`BEFORE` was written before the grammar, `AFTER` when it stood, and was first run without a change to the grammar.
A case is the text and the quantities in order: the numeral (any part of the printed form), value, unit, and a
dictionary of `low`, `high`, `hedge`, `of` where they are asked for.
"""

from __future__ import annotations

Expected = tuple[str, float | None, str | None] | tuple[str, float | None, str | None, dict[str, object]]
Case = tuple[str, list[Expected]]

BEFORE: list[Case] = [
    # politics and war
    ("They agreed to trade 1,000 prisoners of war each.", [("1,000", 1000, "prisoner of war")]),
    (
        "An exchange in the format “1 000 for 1 000” was agreed.",
        [("1 000", 1000, None), ("1 000", 1000, None)],
    ),
    ("It received the remains of 909 soldiers.", [("909", 909, "soldier")]),
    (
        "Five northern regions were annexed – four since its 2022 invasion.",
        [("Five", 5, "region"), ("four", 4, None)],
    ),
    (
        "Rebels control about a fifth of the country.",
        [("a fifth", 0.2, "fraction", {"hedge": "about", "of": "the country"})],
    ),
    (
        "Nearly half of the delegates walked out.",
        [("half", 0.5, "fraction", {"hedge": "nearly", "of": "the delegates"})],
    ),
    ("It is 100% clear that talks failed.", [("100", 100, "percent")]),
    ("They met for the second time.", [("second", 2, "ordinal", {"of": "time"})]),
    ("The fire is the third at the mill since May.", [("third", 3, "ordinal", {"of": "fire"})]),
    ("This derailment was the fifth there.", [("fifth", 5, "ordinal", {"of": "derailment"})]),
    ("He came third.", []),
    ("It is the third since May.", []),
    (
        "These were the first direct talks in more than three years.",
        [("first", 1, "ordinal"), ("three", 3, "year", {"hedge": "more than", "low": 3})],
    ),
    ("Talks lasted just over 90 minutes.", [("90", 90, "minute", {"hedge": "just over", "low": 90})]),
    ("Talks lasted well under two hours.", [("two", 2, "hour", {"hedge": "well under", "high": 2})]),
    ("He proposed a 30-day ceasefire.", [("30", 30, "day", {"of": "ceasefire"})]),
    (
        "The war displaced millions of people.",
        [("millions", 1_000_000, "people", {"low": 1_000_000, "hedge": "vague"})],
    ),
    (
        "Tens of thousands of protesters gathered.",
        [("Tens of thousands", 10_000, "protester", {"low": 10_000, "hedge": "vague"})],
    ),
    (
        "Two-thirds of senators backed it, 52 to 48.",
        [("Two-thirds", 2 / 3, "fraction"), ("52", None, "score")],
    ),
    (
        "At least 12 people were killed and dozens injured.",
        [
            ("12", 12, "people", {"hedge": "at least", "low": 12}),
            ("dozens", 12, "people", {"hedge": "vague", "of": "injured"}),
        ],
    ),
    # finance
    ("The deal is worth $3.2 billion.", [("3.2 billion", 3.2e9, "dollar")]),
    ("Profit rose to £1.5m from €900,000.", [("1.5m", 1.5e6, "GBP"), ("900,000", 900_000, "EUR")]),
    ("Shares fell 3.5 per cent.", [("3.5", 3.5, "percent")]),
    ("It will cut between 500 and 700 jobs.", [("500 and 700", None, "job", {"low": 500, "high": 700})]),
    ("Growth of 2-3% is forecast.", [("2-3", None, "percent", {"low": 2, "high": 3})]),
    ("Rates rose by a quarter of a percentage point.", [("quarter", 0.25, "percentage point")]),
    ("The pier stood under water within half an hour.", [("half an hour", 0.5, "hour")]),
    ("A pair of guards had watched the gate.", [("A pair of guards", 2, "guard")]),
    (
        "The pond is half a mile away, the mill a quarter of a mile.",
        [("half a mile", 0.5, "mile"), ("a quarter of a mile", 0.25, "mile")],
    ),
    ("They met for half a day.", [("half", 0.5, "fraction")]),
    ("Half of the boats sank.", [("Half", 0.5, "fraction")]),
    ("The fund lost half a million dollars.", [("half a million", 500_000, "dollar")]),
    ("The price was around 40 dollars a barrel.", [("40", 40, "dollar per barrel", {"hedge": "about"})]),
    (
        "It is $14.95 a month, or C$6 a share.",
        [("$14.95 a month", 14.95, "dollar per month"), ("C$6", 6, "CAD per share")],
    ),
    ("It made $9 million a year ago.", [("$9 million", 9e6, "dollar")]),
    ("Those earning between R48,000 and R90,000 a year pay.", [("48,000", None, "ZAR per year")]),
    # sport
    ("Brazil beat Chile 3-1.", [("3-1", None, "score")]),
    (
        "She ran the race in 9.8 seconds, her third gold medal.",
        [("9.8", 9.8, "second"), ("third", 3, "ordinal")],
    ),
    ("The 25-year-old scored twice.", [("25", 25, "year", {"of": "age"}), ("twice", 2, "time")]),
    ("Jane Roe, 31, won by two strokes.", [("31", 31, "year", {"of": "age"}), ("two", 2, "stroke")]),
    ("Ray Fashina, an Egba man of 45, stood in the dock.", [("45", 45, "year", {"of": "age"})]),
    ("She was a quiet woman of thirty.", [("thirty", 30, "year", {"of": "age"})]),
    ("A tall young boy of 12 waved.", [("12", 12, "year", {"of": "age"})]),
    ("“She is 81 and she crawled.”", [("81", 81, "year", {"of": "age"})]),
    ("He was 63.", [("63", 63, "year", {"of": "age"})]),
    ("The bishop, who is 70, knew.", [("70", 70, "year", {"of": "age"})]),
    ("She’s 17, but she can vote.", [("17", 17, "year", {"of": "age"})]),
    ("He has turned 90.", [("90", 90, "year", {"of": "age"})]),
    ("He was 15 metres away.", [("15", 15, "metre")]),
    ("A man of 20 trades died.", [("20", 20, "trade")]),
    ("He is ranked the world’s third-largest earner.", [("third", 3, "ordinal")]),
    # science and weather
    ("The comet passed 2.5 million km from Earth.", [("2.5 million", 2.5e6, "kilometre")]),
    ("Temperatures reached 41.3 degrees Celsius.", [("41.3", 41.3, "degree Celsius")]),
    (
        "Winds of up to 150 km/h hit the coast.",
        [("150", 150, "kilometre per hour", {"hedge": "up to", "high": 150})],
    ),
    ("One in five birds carries the virus.", [("One in five", 0.2, "fraction")]),
    ("The sample weighed 1½ kilograms.", [("1½", 1.5, "kilogram")]),
    (
        "About three hundred and forty two species vanished.",
        [("three hundred and forty two", 342, "species", {"hedge": "about"})],
    ),
    ("Rainfall was three times the average.", [("three", 3, "time")]),
    (
        "Her 24th-minute penalty beat the second-division side.",
        [("24th-minute", 24, "ordinal"), ("second-division", 2, "ordinal")],
    ),
    # nothing to find
    ("A second-tier team of COVID-19 experts flew F-16 jets to the G7 under Article 5.", []),
    ("It was the bloodiest war since World War Two.", []),
    ("On May 16, 2025 no one came.", []),
    ("The first lady met the Second Army; at first nobody spoke.", []),
]

AFTER: list[Case] = [
    # ages of whom a noun tells
    ("The boy, 11, is in hospital, and his mother, 45, waits.", [("11", 11, "year"), ("45", 45, "year")]),
    ("Of the boats, 11, from Ely, were lost.", [("11", 11, None)]),
    # lengths of several units, and what a race took
    ("She crossed the line in two hours, 22 minutes and eight seconds.", [("two hours, 22", 8528, "second")]),
    (
        "The siege lasted about three hours and one minute.",
        [("three hours", 181, "minute", {"hedge": "about"})],
    ),
    ("He was jailed for three years and two months.", [("three years and two months", 38, "month")]),
    (
        "Rae won the race in 2:06:41, Osei in 2 hours 8 minutes.",
        [("2:06:41", 7601, "second"), ("2 hours 8", 128, "minute")],
    ),
    ("She swam it in 4:03.85, a record.", [("4:03.85", 243.85, "second")]),
    ("The train left at 9:20 and the clock stopped at 10:31:07.", []),
    # currencies by their letters
    ("Families get Dh2,500 and Dh 300.", [("2,500", 2500, "AED"), ("300", 300, "AED")]),
    ("It paid N$15,000 and KSh 200 for it.", [("15,000", 15000, "NAD"), ("200", 200, "KES")]),
    # politics and war
    (
        "Officials said 34 bodies and 6,000 letters were handed over.",
        [("34", 34, "body"), ("6,000", 6000, "letter")],
    ),
    (
        "Some 1.2 million voters stayed away, up from 900,000.",
        [("1.2 million", 1_200_000, "voter", {"hedge": "about"}), ("900,000", 900_000, None)],
    ),
    ("More than two dozen mayors signed.", [("two dozen", 24, "mayor", {"hedge": "more than", "low": 24})]),
    ("The bill passed 218-210.", [("218-210", None, "score")]),
    ("Three of the four hostages came home.", [("Three", 3, "hostage"), ("four", 4, "hostage")]),
    ("The party holds 120 of 300 seats.", [("120", 120, "seat"), ("300", 300, "seat")]),
    (
        "It was the second time in three days that drones struck.",
        [("second", 2, "ordinal"), ("three", 3, "day")],
    ),
    (
        "Hundreds were arrested; one man died.",
        [("Hundreds", 100, "people", {"hedge": "vague", "of": "arrested"}), ("one", 1, "man")],
    ),
    ("A quarter of the budget goes to defence.", [("A quarter", 0.25, "fraction", {"of": "the budget"})]),
    ("He got 51.4% of the vote.", [("51.4", 51.4, "percent", {"of": "the vote"})]),
    ("The 27-nation bloc met for a 12th round of talks.", [("27", 27, "nation"), ("12th", 12, "ordinal")]),
    # finance
    ("The stock rose 1.5 percent to $102.40.", [("1.5", 1.5, "percent"), ("102.40", 102.4, "dollar")]),
    ("It raised €3-4 billion.", [("3-4 billion", None, "EUR", {"low": 3e9, "high": 4e9})]),
    ("Losses could top 10bn yuan.", [("10bn", 1e10, "CNY")]),
    ("The rate went up by 25 basis points.", [("25", 25, "basis point")]),
    (
        "Just under 5 million barrels a day were pumped.",
        [("5 million", 5e6, "barrel per day", {"hedge": "just under", "high": 5e6})],
    ),
    ("Fees doubled to US$1,250.50.", [("1,250.50", 1250.5, "USD")]),
    # sport
    (
        "Roe won 6-4, 7-5 in 95 minutes.",
        [("6-4", None, "score"), ("7-5", None, "score"), ("95", 95, "minute")],
    ),
    ("They finished third, nine points behind.", [("nine", 9, "point")]),
    ("The striker has 14 goals in 20 games.", [("14", 14, "goal"), ("20", 20, "game")]),
    (
        "The 100m final took under 10 seconds.",
        [("100m", 100, "metre"), ("10", 10, "second", {"hedge": "less than", "high": 10})],
    ),
    # science and weather
    ("Waves of 3 to 5 metres are expected.", [("3 to 5", None, "metre", {"low": 3, "high": 5})]),
    ("Temperatures fell to minus 12C.", [("12C", -12, "degree Celsius")]),
    (
        "About 40 cm of snow fell on two-thirds of the region.",
        [("40", 40, "centimetre", {"hedge": "about", "of": "snow"}), ("two-thirds", 2 / 3, "fraction")],
    ),
    ("The virus infects 1 in 8 bats.", [("1 in 8", 0.125, "fraction")]),
    (
        "At 4,300 years old, it is a tree twice the age of Rome.",
        [("4,300", 4300, "year"), ("twice", 2, "time")],
    ),
    (
        "Scientists found a dozen new species, six or seven of them blind.",
        [("a dozen", 12, "species"), ("six or seven", None, None, {"low": 6, "high": 7})],
    ),
    (
        "The fire burned 1,200 hectares, almost half the park.",
        [("1,200", 1200, "hectare"), ("half", 0.5, "fraction", {"hedge": "nearly"})],
    ),
    # nothing to find
    ("The G20, Boeing 737 and Flight 370 are in Section 230 of the US-2 code.", []),
    ("One of them thanked one another at 10:30 p.m. on 3 March.", []),
    ("Each second counts in the Premier League.", []),
]
