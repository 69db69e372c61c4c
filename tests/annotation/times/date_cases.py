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
        [("8 p.m.", "time", "2023-08-20T20:00"), ("Sunday", "date", "2023-08-20")],
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

AFTER: list[Case] = [
    # politics; a Tuesday
    (
        "2026-03-10",
        "The summit, first planned for April 2025, will now open on March 24.",
        [("April 2025", "date", "2025-04"), ("March 24", "date", "2026-03-24")],
    ),
    (
        "2026-03-10",
        "Talks broke off over the weekend and are to resume on Wednesday morning.",
        [("the weekend", "date", "2026-W10-WE"), ("Wednesday morning", "time", "2026-03-11TMO")],
    ),
    (
        "2026-03-10",
        "Since the beginning of this year, 40 ships have been searched.",
        [("this year", "date", "2026", "since")],
    ),
    (
        "2026-03-10",
        "The ceasefire of 14 November held for less than 48 hours.",
        [("14 November", "date", "2025-11-14"), ("less than 48 hours", "duration", "PT48H", "less_than")],
    ),
    (
        "2026-03-10",
        "From 2014 to 2018 he was governor; in the late 1990s he taught law.",
        [("2014", "date", "2014"), ("2018", "date", "2018"), ("late 1990s", "date", "199")],
    ),
    (
        "2026-03-10",
        "The vote is due by the end of the month, she said last Thursday.",
        [("the end of the month", "date", "2026-03"), ("last Thursday", "date", "2026-03-05")],
    ),
    (
        "2026-03-10",
        "“We have waited for years,” she said earlier on Tuesday.",
        [("years", "duration", "PXY"), ("Tuesday", "date", "2026-03-10")],
    ),
    ("2026-03-10", "Mr May and April Jones met in May.", [("May", "date", "2025-05")]),
    (
        "2026-03-10",
        "Ten days later, on February 20, the army withdrew.",
        [("Ten days later", "date", None), ("February 20", "date", "2026-02-20")],
    ),
    (
        "2026-03-10",
        "On January 3 the bridge fell. Ten days later it was open again.",
        [("January 3", "date", "2026-01-03"), ("Ten days later", "date", "2026-01-13")],
    ),
    (
        "2026-03-10",
        "Parliament rose on Thursday, 5 March, and returns in September.",
        [("Thursday, 5 March", "date", "2026-03-05"), ("September", "date", "2026-09")],
    ),
    (
        "2026-03-10",
        "The Sunday Times wrote that protests take place on Saturdays.",
        [("Saturdays", "set", "XXXX-WXX-6")],
    ),
    (
        "2026-03-10",
        "They met twice in 2025 and again on 6 and 7 January 2026.",
        [("2025", "date", "2025"), ("6", "date", "2026-01-06"), ("7 January 2026", "date", "2026-01-07")],
    ),
    ("2026-03-10", "The 1945 treaty expires in 2045.", [("1945", "date", "1945"), ("2045", "date", "2045")]),
    ("2026-03-10", "Unrest grew in the months before the election.", [("months", "duration", "PXM")]),
    # finance; a Thursday
    (
        "2025-10-30",
        "Net income for the three months to September 30 was flat.",
        [("three months", "duration", "P3M"), ("September 30", "date", "2025-09-30")],
    ),
    (
        "2025-10-30",
        "The Fed cut rates on Wednesday and may do so again in December.",
        [("Wednesday", "date", "2025-10-29"), ("December", "date", "2025-12")],
    ),
    (
        "2025-10-30",
        "Sales in Q3 fell, after a weak first half of 2025.",
        [("Q3", "date", "2025-Q3"), ("first half of 2025", "date", "2025-H1")],
    ),
    (
        "2025-10-30",
        "The index is at its highest since July 2007.",
        [("July 2007", "date", "2007-07", "since")],
    ),
    (
        "2025-10-30",
        "A 12-month loan costs more than it did six months ago.",
        [("12-month", "duration", "P12M"), ("six months ago", "date", "2025-04")],
    ),
    (
        "2025-10-30",
        "The offer runs until noon on Friday.",
        [("noon", "time", "2025-10-31T12:00"), ("Friday", "date", "2025-10-31")],
    ),
    ("2025-10-30", "Dividends are paid monthly.", [("monthly", "set", "P1M")]),
    ("2025-10-30", "The 2008-09 crisis cost 2,500 jobs.", [("2008-09", "date", "2008")]),
    # sport; a Monday
    ("2024-05-06", "She won in 2 hours 15 minutes.", [("2 hours 15 minutes", "duration", "PT2H15M")]),
    (
        "2024-05-06",
        "The club, founded in 1899, plays at home next Saturday.",
        [("1899", "date", "1899"), ("next Saturday", "date", "2024-05-18")],
    ),
    (
        "2024-05-06",
        "He was out for almost a year after the 2022 World Cup.",
        [("almost a year", "duration", "P1Y", "approx"), ("2022", "date", "2022")],
    ),
    (
        "2024-05-06",
        "Kick-off is at 19:45 GMT on May 8.",
        [("19:45 GMT", "time", "2024-05-08T19:45Z"), ("May 8", "date", "2024-05-08")],
    ),
    ("2024-05-06", "They lead the table for the first time in a decade.", [("a decade", "duration", "P10Y")]),
    # science; a Friday
    (
        "2025-01-03",
        "By the 2050s the ice may be gone; in the 18th century it covered the bay.",
        [("the 2050s", "date", "205"), ("18th century", "date", "17")],
    ),
    ("2025-01-03", "The comet returns every 76 years.", [("every 76 years", "set", "P76Y")]),
    (
        "2025-01-03",
        "The team worked on it for a year and a half.",
        [("a year and a half", "duration", "P1Y6M")],
    ),
    (
        "2025-01-03",
        "The paper, published on 2024-12-30, took decades of work.",
        [("2024-12-30", "date", "2024-12-30"), ("decades", "duration", "PXY")],
    ),
    # weather; a Saturday
    (
        "2024-09-28",
        "The hurricane hit late on Thursday and weakened on Friday afternoon.",
        [("Thursday", "date", "2024-09-26"), ("Friday afternoon", "time", "2024-09-27TAF")],
    ),
    (
        "2024-09-28",
        "More rain is expected tomorrow, and floods could last through next week.",
        [("tomorrow", "date", "2024-09-29"), ("next week", "date", "2024-W40")],
    ),
    (
        "2024-09-28",
        "It was the wettest September since 1903 and the wettest autumn in 30 years.",
        [
            ("September", "date", "2024-09"),
            ("1903", "date", "1903", "since"),
            ("30 years", "duration", "P30Y"),
        ],
    ),
    (
        "2024-09-28",
        "A storm on 09/26/2024 cut power for about three days.",
        [("09/26/2024", "date", "2024-09-26"), ("about three days", "duration", "P3D", "approx")],
    ),
    # unknown day of publication
    (
        None,
        "Two days ago, on May 3, rain fell; it will stop tomorrow.",
        [("Two days ago", "date", None), ("May 3", "date", "XXXX-05-03"), ("tomorrow", "date", None)],
    ),
    # what a race took, and times of the day
    ("2025-05-16", "His 2:06:41 was the fastest.", [("2:06:41", "duration", "PT2H6M41S")]),
    (
        "2025-05-16",
        "She ran it in 2 hours 22 minutes 8 seconds.",
        [("2 hours 22 minutes 8 seconds", "duration", "PT2H22M8S")],
    ),
    (
        "2025-05-16",
        "It shook the city at 2:06:41 on Friday.",
        [("2:06:41", "time", "2025-05-16T02:06"), ("Friday", "date", "2025-05-16")],
    ),
    # nothing to find
    ("2025-05-16", "The second Soyuz-2000 rocket is at Gate 2010, he may say; the score was 2-1.", []),
]
