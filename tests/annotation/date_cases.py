"""Sentences of invented news with the dates that a careful reader finds in them.

`BEFORE` was written before the grammar, `AFTER` when it stood, and was first run without a change to the grammar.
A case is the day of publication (None: unknown), the text, and the expressions in order: printed form, type, value
and, where there is one, mod. An expression may be printed shorter or longer by a hedge or a preposition.
"""

from __future__ import annotations

Expected = tuple[str, str, str | None] | tuple[str, str, str | None, str]
Case = tuple[str | None, str, list[Expected]]

BEFORE: list[Case] = [
    # politics; a Friday
    (
        "2025-05-16",
        "The leaders spoke by phone on Friday, her spokesperson said.",
        [("Friday", "date", "2025-05-16")],
    ),
    ("2025-05-16", "The minister resigned on Monday.", [("Monday", "date", "2025-05-12")]),
    ("2025-05-16", "Parliament will vote on the bill on Monday.", [("Monday", "date", "2025-05-19")]),
    (
        "2025-05-16",
        "He said on Thursday that he would travel to Oslo on Sunday.",
        [("Thursday", "date", "2025-05-15"), ("Sunday", "date", "2025-05-18")],
    ),
    (
        "2025-05-16",
        "The treaty was signed in 1994 and lapsed last year.",
        [("1994", "date", "1994"), ("last year", "date", "2024")],
    ),
    ("2025-05-16", "No party has won a majority since 2011.", [("2011", "date", "2011", "since")]),
    (
        "2025-05-16",
        "Yesterday the court heard two witnesses; it sits again tomorrow.",
        [("Yesterday", "date", "2025-05-15"), ("tomorrow", "date", "2025-05-17")],
    ),
    ("2025-05-16", "The election takes place on June 3.", [("June 3", "date", "2025-06-03")]),
    ("2025-05-16", "The election took place on 3 June 2024.", [("3 June 2024", "date", "2024-06-03")]),
    ("2025-05-16", "Voters rejected the plan on Nov. 5, 2024.", [("Nov. 5, 2024", "date", "2024-11-05")]),
    ("2025-05-16", "The accord was reached on December 12.", [("December 12", "date", "2024-12-12")]),
    (
        "2025-05-16",
        "The sides last met in March, 2022, the month after the war began.",
        [("March, 2022", "date", "2022-03"), ("the month after", "date", "2022-03")],
    ),
    ("2025-05-16", "Negotiations stopped in the spring of 2022.", [("spring of 2022", "date", "2022-SP")]),
    (
        "2025-05-16",
        "The siege went on for more than three years.",
        [("more than three years", "duration", "P3Y", "more_than")],
    ),
    (
        "2025-05-16",
        "Their meeting lasted well under two hours.",
        [("well under two hours", "duration", "PT2H", "less_than")],
    ),
    (
        "2025-05-16",
        "The call lasted a little over an hour.",
        [("a little over an hour", "duration", "PT1H", "more_than")],
    ),
    ("2025-05-16", "He proposed a 30-day truce.", [("30-day", "duration", "P30D")]),
    ("2025-05-16", "The cabinet meets every Tuesday.", [("every Tuesday", "set", "XXXX-WXX-2")]),
    ("2025-05-16", "The curfew ended two weeks ago.", [("two weeks ago", "date", "2025-W18")]),
    (
        "2025-05-16",
        "Inflation has been falling since last summer.",
        [("last summer", "date", "2024-SU", "since")],
    ),
    (
        "2025-05-16",
        "She took office in January and will leave it in September.",
        [("January", "date", "2025-01"), ("September", "date", "2025-09")],
    ),
    ("2025-05-16", "He was born in the 1960s.", [("the 1960s", "date", "196")]),
    ("2025-05-16", "The palace was built in the 19th century.", [("the 19th century", "date", "18")]),
    # unknown day of publication
    (
        None,
        "The leaders spoke on Friday and met again last year.",
        [("Friday", "date", None), ("last year", "date", None)],
    ),
    (None, "The law passed on 3 June 2024.", [("3 June 2024", "date", "2024-06-03")]),
    (None, "The march took 24 hours.", [("24 hours", "duration", "PT24H")]),
    # finance; a Wednesday
    (
        "2024-07-31",
        "Shares closed 3% lower on Tuesday after second-quarter results.",
        [("Tuesday", "date", "2024-07-30"), ("second-quarter", "date", "2024-Q2")],
    ),
    (
        "2024-07-31",
        "Revenue in the first quarter of 2024 rose by a tenth.",
        [("the first quarter of 2024", "date", "2024-Q1")],
    ),
    ("2024-07-31", "The bank expects to cut rates in early 2025.", [("early 2025", "date", "2025")]),
    ("2024-07-31", "The bond matures in 10 years.", [("10 years", "duration", "P10Y")]),
    (
        "2024-07-31",
        "Between 2019 and 2023 the firm doubled its sales.",
        [("2019", "date", "2019"), ("2023", "date", "2023")],
    ),
    ("2024-07-31", "Profit for fiscal 2023 was $2,023 million.", [("2023", "date", "2023")]),
    (
        "2024-07-31",
        "The chief executive will step down at the end of next month.",
        [("next month", "date", "2024-08")],
    ),
    ("2024-07-31", "Trading resumed after a 90-minute halt.", [("90-minute", "duration", "PT90M")]),
    # sport; a Sunday
    (
        "2023-08-20",
        "The final kicks off at 8 p.m. on Sunday.",
        [("8 p.m. on Sunday", "time", "2023-08-20T20:00")],
    ),
    ("2023-08-20", "The champions lost on Saturday night.", [("Saturday night", "time", "2023-08-19TNI")]),
    ("2023-08-20", "She last won the title four years ago.", [("four years ago", "date", "2019")]),
    (
        "2023-08-20",
        "The match was delayed by about half an hour.",
        [("about half an hour", "duration", "PT30M", "approx")],
    ),
    ("2023-08-20", "They have not met since the 2018 semi-final.", [("2018", "date", "2018", "since")]),
    # science
    (
        "2026-01-10",
        "The probe was launched on 5 September 1977.",
        [("5 September 1977", "date", "1977-09-05")],
    ),
    ("2026-01-10", "Each orbit takes two and a half days.", [("two and a half days", "duration", "P2.5D")]),
    (
        "2026-01-10",
        "The mission will begin in mid-2027 and last at least six months.",
        [("mid-2027", "date", "2027"), ("at least six months", "duration", "P6M", "more_than")],
    ),
    ("2026-01-10", "The survey is repeated every two years.", [("every two years", "set", "P2Y")]),
    (
        "2026-01-10",
        "In the past decade, 2,000 species were described.",
        [("the past decade", "duration", "P10Y")],
    ),
    # weather; a Monday
    (
        "2024-01-01",
        "Snow fell overnight and more is forecast for Wednesday.",
        [("overnight", "time", None), ("Wednesday", "date", "2024-01-03")],
    ),
    ("2024-01-01", "Gusts reached 120 km/h at 14:30 local time.", [("14:30", "time", "T14:30")]),
    ("2024-01-01", "Schools stayed closed this morning.", [("this morning", "time", "2024-01-01TMO")]),
    (
        "2024-01-01",
        "The heatwave of July 2023 lasted nearly three weeks.",
        [("July 2023", "date", "2023-07"), ("nearly three weeks", "duration", "P3W", "approx")],
    ),
    ("2024-01-01", "The storm made landfall last Thursday.", [("last Thursday", "date", "2023-12-28")]),
    (
        "2024-01-01",
        "The dam burst on 28 December; the next day the town was evacuated.",
        [("28 December", "date", "2023-12-28"), ("the next day", "date", "2023-12-29")],
    ),
    # nothing to find
    (
        "2025-05-16",
        "It was the bloodiest war in Europe since World War Two, and protesters may march again.",
        [],
    ),
    ("2025-05-16", "Some 2,022 people and 1918 troops were flown out on a Boeing 2000 jet.", []),
]

AFTER: list[Case] = []
