"""Sentences of invented news by the kinds in which figures are misread, with the quantities of a careful reader.

A case is the text, the country whose conventions hold (None: unknown) and the quantities as in `quantity_cases`.
"""

from __future__ import annotations

from tests.annotation.amounts.quantity_cases import Expected

Case = tuple[str, str | None, list[Expected]]

MONEY: list[Case] = [
    (
        "The toll plaza took 3,45,678 rupees in a day.",
        None,
        [("3,45,678", 345_678, "INR"), ("a day", 1, "day")],
    ),
    (
        "About 7,50,000 pilgrims came to the river.",
        None,
        [("7,50,000", 750_000, "pilgrim", {"hedge": "about"})],
    ),
    ("The budget is Rs 48 lakh crore.", "IN", [("48 lakh crore", 48e12, "INR")]),
    ("He was robbed of Rs. 2.5 lakh in Lahore.", "PK", [("2.5 lakh", 250_000, "PKR")]),
    (
        "The mine owes R3.4bn and the union R850 000.",
        "ZA",
        [("3.4bn", 3.4e9, "ZAR"), ("850 000", 850_000, "ZAR")],
    ),
    ("Lagos set aside N12.5 billion for roads.", "NG", [("12.5 billion", 12.5e9, "NGN")]),
    ("Farmers got Shs 90 million in Gulu.", "UG", [("90 million", 90e6, "UGX")]),
    ("Farmers got Sh90 million in Nakuru.", "KE", [("90 million", 90e6, "KES")]),
    ("A fine of GH¢5,000 was paid.", "GH", [("5,000", 5000, "GHS", {"of": "fine"})]),
    ("Petrol costs 152p a litre.", "GB", [("152", 152, "penny per litre", {"of": "Petrol"})]),
    ("The bank cut its rate to 4.25pc.", None, [("4.25", 4.25, "percent", {"of": "rate"})]),
    (
        "The bridge cost A$12m, C$11m or S$10.5m.",
        None,
        [("12m", 12e6, "AUD"), ("11m", 11e6, "CAD"), ("10.5m", 10.5e6, "SGD")],
    ),
    ("It was sold for US $4.2 million.", "CA", [("4.2 million", 4.2e6, "USD")]),
    ("It was sold for $US4.2 million.", "AU", [("4.2 million", 4.2e6, "USD")]),
    ("The fraud of $40m was found in Perth.", "AU", [("40m", 40e6, "AUD", {"of": "fraud"})]),
    ("The boat will cost 90,000 dollars.", "NZ", [("90,000", 90_000, "NZD", {"of": "boat"})]),
    ("The loan of $40m was for the port.", None, [("40m", 40e6, "dollar")]),
    ("Each family got 5,000 pesos.", "PH", [("5,000", 5000, "PHP")]),
    ("They paid P25,000 for the boat.", "PH", [("25,000", 25_000, "PHP", {"of": "boat"})]),
    ("Sales came to 3,5 million euros.", None, [("3,5 million", 3.5e6, "EUR")]),
    ("The firm lost €1.250.000 last spring.", None, [("1.250.000", 1_250_000, "EUR")]),
    ("The claim is for EUR12.5m.", None, [("12.5m", 12.5e6, "EUR")]),
]
NONE: list[Case] = [
    ("If you need help, call the helpline on 116 111.", None, []),
    ("Ring 0800 555 0111 or text 61011 to give.", None, []),
    ("Anyone with news of her can phone +61 2 5550 0123.", None, []),
    ("Dial 112 in an emergency.", None, []),
    ("Okafor scored in the 12th and 90+3 minutes.", None, []),
    ("She runs hard and scores tries.", None, []),
    ("The old man dozes, then dozens off again.", None, []),
    ("Her test scores were low.", None, []),
    ("She came third in Division 2 last year.", None, []),
    ("The house at 17 Harbour Road was sold.", None, []),
    ("Their number 9 wore a mask.", None, []),
    ("Nurses in N95 masks took the R62 to the K9 unit.", None, []),
    ("The trial of the 31/02/2024 case was put off.", None, []),
    ("The 2023/24 season was his last.", None, []),
]
HEDGES: list[Case] = [
    ("The mayor quit over £3,000 flights.", None, [("£3,000", 3000, "GBP", {"hedge": None})]),
    ("A row over 40 trees split the town.", None, [("40", 40, "tree", {"hedge": None})]),
    ("Two aides were sacked over 16 texts.", None, [("Two", 2, "aide"), ("16", 16, "text", {"hedge": None})]),
    ("Councillor fined over $900 lunch", None, [("$900", 900, "dollar", {"hedge": None, "of": "lunch"})]),
    ("The firm is in court over $30m debts.", None, [("$30m", 30e6, "dollar", {"hedge": None})]),
    ("Over 90 homes burned.", None, [("90", 90, "home", {"hedge": "more than"})]),
    ("Police arrested over 50 fans.", None, [("50", 50, "fan", {"hedge": "more than", "of": "arrested"})]),
    ("It cost over £2m.", None, [("£2m", 2e6, "GBP", {"hedge": "more than"})]),
    ("The dam will be built over a 12-year period.", None, [("12", 12, "year", {"hedge": None})]),
    ("He said about 60 per cent had voted.", None, [("60", 60, "percent", {"hedge": "about"})]),
    ("Some 500+ cyclists set out.", None, [("500", 500, "cyclist", {"hedge": "at least"})]),
    (
        "The ship is nearly 90 metres (295 feet) long.",
        None,
        [("90", 90, "metre", {"hedge": "nearly"}), ("295", 295, "foot", {"hedge": "nearly"})],
    ),
    ("They walked around the 12-mile fence.", None, [("12", 12, "mile", {"hedge": None})]),
]
UNITS: list[Case] = [
    ("It needs 5½ hours and 2 1/2 cups.", None, [("5½", 5.5, "hour"), ("2 1/2", 2.5, "cup")]),
    ("Output grew fivefold.", None, [("fivefold", 5, "time", {"of": "Output"})]),
    ("It fell to minus 40 degrees Celsius.", None, [("40", -40, "degree Celsius")]),
    ("Gold was up 1.2% and silver -0.4%.", None, [("1.2", 1.2, "percent"), ("0.4", -0.4, "percent")]),
    (
        "The field yields 900,000 barrels a day.",
        None,
        [("900,000", 900_000, "barrel per day", {"of": "field"})],
    ),
    (
        "The shock wave moved at 700 metres per second.",
        None,
        [("700", 700, "metre per second", {"of": "shock wave"})],
    ),
    (
        "The phone has 128GB and a 4,000mAh battery.",
        None,
        [("128", 128, "gigabyte"), ("4,000", 4000, "milliampere-hour", {"of": "battery"})],
    ),
    ("A 6- or 8-inch pipe was laid.", None, [("6", 6, "inch"), ("8", 8, "inch", {"of": "pipe"})]),
    ("Twelve thousand six hundred and fifty voted.", None, [("Twelve thousand", 12_650, None)]),
    ("The town has 1’250’000 books.", None, [("250", 1_250_000, "book", {"of": None})]),
    ("She runs 12 police stations.", None, [("12", 12, "police station")]),
]
COUNTED: list[Case] = [
    ("The quake killed 41 people.", None, [("41", 41, "people", {"of": "dead"})]),
    (
        "41 people lost their lives and 300 were hurt.",
        None,
        [("41", 41, "people", {"of": "dead"}), ("300", 300, "people", {"of": "injured"})],
    ),
    ("Death toll in mine blast rises to 19", None, [("19", 19, "people", {"of": "dead"})]),
    (
        "Nine miners died. The toll has since climbed to 14.",
        None,
        [("Nine", 9, "miner", {"of": "dead"}), ("14", 14, "people", {"of": "dead"})],
    ),
    (
        "Some 200 homes burned down. The figure has risen to 260.",
        None,
        [("200", 200, "home"), ("260", 260, "home")],
    ),
    (
        "3 dead, 20 injured in bus crash",
        None,
        [("3", 3, "people", {"of": "dead"}), ("20", 20, "people", {"of": "injured"})],
    ),
    ("Four lives lost at the quarry", None, [("Four", 4, "life", {"of": "dead"})]),
    (
        "The toll of the landslide rose to six on Monday when a guide died.",
        None,
        [("six", 6, "people", {"of": "dead"})],
    ),
    (
        "Fourteen pupils were rushed to hospital and six remained there.",
        None,
        [("Fourteen", 14, "pupil", {"of": "hospitalised"}), ("six", 6, "pupil", {"of": None})],
    ),
    (
        "Four welders who are still in hospital were named.",
        None,
        [("Four welders", 4, "welder", {"of": "hospitalised"})],
    ),
    ("Six fans were taken into custody.", None, [("Six fans", 6, "fan", {"of": "arrested"})]),
    (
        "The train carried 48 pupils. After two hours 12 of them got off.",
        None,
        [
            ("48 pupils", 48, "pupil", {}),
            ("two hours", 2, "hour", {}),
            ("12", 12, "pupil", {}),
        ],
    ),
    (
        "A small bridge costs 2.5 million euros, a large one would have cost 60 million.",
        None,
        [("2.5 million euros", 2.5e6, "EUR", {}), ("60 million", 6e7, "EUR", {})],
    ),
    (
        "A dozen of her neighbours were taken to hospital.",
        None,
        [("A dozen", 12, "neighbour", {"of": "hospitalised"})],
    ),
    ("The nine sailors were not hurt.", None, [("nine", 9, "sailor", {"of": "unhurt"})]),
    (
        "1,205 of the club's 2,460 owners voted.",
        None,
        [("1,205", 1205, "owner", {"of": None}), ("2,460", 2460, "owner", {"of": None})],
    ),
    ("The number of missing rose to 58.", None, [("58", 58, "people", {"of": "missing"})]),
    ("The trawler sank with 16 on board.", None, [("16", 16, "people", {"of": "aboard"})]),
    ("There were more than 60 souls on that plane.", None, [("60", 60, "soul", {"of": "aboard"})]),
    ("The bus was licensed to carry 44 people.", None, [("44", 44, "people", {"of": "capacity"})]),
    ("The boat is certified for 90 passengers.", None, [("90", 90, "passenger", {"of": "capacity"})]),
    ("The stand could hold 1,200 people.", None, [("1,200", 1200, "people", {"of": "capacity"})]),
    ("The chapel can seat 300 guests.", None, [("300", 300, "guest", {"of": "capacity"})]),
    ("The gang could be holding 14 people.", None, [("14", 14, "people", {"of": None})]),
    ("Police held 12 people.", None, [("12", 12, "people", {"of": None})]),
    ("A hall with a capacity of 80 people burned.", None, [("80", 80, "people", {"of": "capacity"})]),
    ("The ferry was allowed to carry 60 passengers.", None, [("60", 60, "passenger", {"of": "capacity"})]),
    ("Thirty people were allowed to leave.", None, [("Thirty", 30, "people", {"of": None})]),
    ("The pilot, Ada Holm (52), was unhurt.", None, [("52", 52, "year", {"of": "age"})]),
    ("Deaths were counted in Paris (12) and Lyon (9).", None, [("12", 12, None), ("9", 9, None)]),
    ("A bus carrying 44 pupils overturned.", None, [("44", 44, "pupil", {"of": "aboard"})]),
    ("Seven wounded soldiers were flown out.", None, [("Seven", 7, "soldier", {"of": "injured"})]),
    ("The fire left 300 homeless.", None, [("300", 300, "people", {"of": "homeless"})]),
    ("Rescuers pulled 12 children from the rubble.", None, [("12", 12, "child", {"of": "rescued"})]),
    ("Six clubs were fined and two banned.", None, [("Six", 6, "club"), ("two", 2, "club")]),
    ("The delegates waited 24 hours.", None, [("24", 24, "hour", {"of": None})]),
    ("Her talks with the union lasted 90 minutes.", None, [("90", 90, "minute", {"of": "talks"})]),
    ("The army left four villages.", None, [("four", 4, "village", {"of": None})]),
    ("Harrow Foods employs 900 people.", None, [("900", 900, "people", {"of": None})]),
    (
        "Exports to Chile fell 7 per cent to £2bn.",
        None,
        [("7", 7, "percent", {"of": "Exports"}), ("£2bn", 2e9, "GBP", {"of": "Exports"})],
    ),
    (
        "The price of bread rose by a quarter.",
        None,
        [("a quarter", 0.25, "fraction", {"of": "price of bread"})],
    ),
    ("Winds of 90 mph tore off roofs.", None, [("90", 90, "mile per hour", {"of": "Winds"})]),
    ("The council cut its budget by $3m.", None, [("$3m", 3e6, "dollar", {"of": "budget"})]),
    ("Some 1 200 cattle drowned.", None, [("1 200", 1200, "cattle", {"of": "dead", "hedge": "about"})]),
    ("The state set aside ₹4.5 crore for repairs.", None, [("4.5 crore", 45e6, "INR", {"of": "repairs"})]),
    ("Milk went up by 50 paise.", None, [("50", 50, "paisa", {"of": "Milk"})]),
    ("Six to seven thousand fans came.", None, [("seven", None, "fan", {"low": 6000, "high": 7000})]),
    (
        "It takes the 0-to-100 km/h dash in its stride.",
        None,
        [("100", None, "kilometre per hour", {"low": 0, "high": 100})],
    ),
]
