"""Further sentences with their dates, kind by kind, where the outlet's country (a fourth item) or the tense decides.

A case is built as in `date_cases`.
"""

from __future__ import annotations

from tests.annotation.times.date_cases import Case, Expected

KINDS: list[Case | tuple[str | None, str, list[Expected], str]] = [
    # the order of day and month
    (
        "2025-08-29",
        "He was born on 03/04/1988 and married on 21/06/2014.",
        [("03/04/1988", "date", "1988-04-03"), ("21/06/2014", "date", "2014-06-21")],
    ),
    (
        "2025-08-29",
        "He was born on 03/04/1988 and married on 06/21/2014.",
        [("03/04/1988", "date", "1988-03-04"), ("06/21/2014", "date", "2014-06-21")],
    ),
    ("2025-08-29", "The deed is of 03/04/1988.", [("03/04/1988", "date", None)]),
    ("2025-08-29", "The deed is of 03/04/1988.", [("03/04/1988", "date", "1988-04-03")], "GB"),
    ("2025-08-29", "The deed is of 03/04/1988.", [("03/04/1988", "date", "1988-03-04")], "US"),
    ("2025-08-29", "The deed is of 03/04/1988.", [("03/04/1988", "date", "1988-04-03")], "IN"),
    ("2025-08-29", "They met on 05/08/25.", [("05/08/25", "date", "2025-08-05")], "AU"),
    ("2025-08-29", "The deed is of 3.4.1988.", [("3.4.1988", "date", "1988-04-03")]),
    ("2025-08-29", "The ticket of 31/04/2025 is forged.", []),
    (
        "2025-08-29",
        "They voted on 24/08/2025 and 08/09/2025.",
        [("24/08/2025", "date", "2025-08-24"), ("08/09/2025", "date", "2025-09-08")],
    ),
    # what is planned, told in the present, by a noun, or put off
    (
        "2025-08-29",
        "Leeds face Everton on Monday and travel to Hull on Sept. 20.",
        [("Monday", "date", "2025-09-01"), ("Sept. 20", "date", "2025-09-20")],
    ),
    ("2025-08-29", "The choir sings in Bath on Saturday.", [("Saturday", "date", "2025-08-30")]),
    ("2025-08-29", "The Senate takes up the bill Tuesday.", [("Tuesday", "date", "2025-09-02")]),
    ("2025-08-29", "The squad for the tour of Kenya in October was named.", [("October", "date", "2025-10")]),
    ("2025-08-29", "Workers have called a strike for Thursday.", [("Thursday", "date", "2025-09-04")]),
    ("2025-08-29", "The judge put off the hearing until Wednesday.", [("Wednesday", "date", "2025-09-03")]),
    (
        "2025-08-29",
        "The dividend is payable Nov. 3 to holders of record Oct. 10.",
        [("Nov. 3", "date", "2025-11-03"), ("Oct. 10", "date", "2025-10-10")],
    ),
    ("2025-08-29", "The airline planned a launch on Sunday.", [("Sunday", "date", "2025-08-31")]),
    ("2025-08-29", "She could not be reached on Tuesday.", [("Tuesday", "date", "2025-08-26")]),
    ("2025-08-29", "They want to overturn Monday's ruling.", [("Monday", "date", "2025-08-25")]),
    ("2025-08-29", "Polls opened ahead of Sunday's vote.", [("Sunday", "date", "2025-08-31")]),
    ("2025-08-29", "The strike starts as early as Monday.", [("Monday", "date", "2025-09-01")]),
    (
        "2025-08-29",
        "Sales fell in September and rose in July.",
        [("September", "date", "2024-09"), ("July", "date", "2025-07")],
    ),
    (
        "2025-08-29",
        "The club met the mayor on Monday; the club meet again on Monday.",
        [("Monday", "date", "2025-08-25"), ("Monday", "date", "2025-09-01")],
    ),
    # quarters, halves and the year before
    (
        "2025-11-05",
        "Acme expects to report a loss for the third quarter.",
        [("third quarter", "date", "2025-Q3")],
    ),
    ("2025-08-05", "The plant will close in the fourth quarter.", [("fourth quarter", "date", "2025-Q4")]),
    (
        "2025-11-05",
        "Third-quarter profit rose 5% from a year earlier.",
        [("Third-quarter", "date", "2025-Q3"), ("a year earlier", "date", "2024-Q3")],
    ),
    (
        "2025-11-05",
        "In the third quarter it earned $5m, against $4m a year ago.",
        [("the third quarter", "date", "2025-Q3"), ("a year ago", "date", "2024-Q3")],
    ),
    ("2025-11-05", "Profit for the quarter was flat.", [("the quarter", "date", "2025-Q3")]),
    (
        "2025-11-05",
        "Second-quarter sales rose. In the year-earlier quarter, sales had fallen; costs rose in the latest quarter.",
        [
            ("Second-quarter", "date", "2025-Q2"),
            ("the year-earlier quarter", "date", "2024-Q2"),
            ("the latest quarter", "date", "2025-Q2"),
        ],
    ),
    (
        "2025-11-05",
        "Exports rose in October compared with the same month a year ago.",
        [("October", "date", "2025-10"), ("the same month a year ago", "date", "2024-10")],
    ),
    (
        "2025-11-05",
        "Exports rose 4% in October from the same period last year.",
        [("October", "date", "2025-10"), ("the same period last year", "date", "2024-10")],
    ),
    (
        "2025-11-05",
        "First-half profit rose in H1.",
        [("First-half", "date", "2025-H1"), ("H1", "date", "2025-H1")],
    ),
    (
        "2025-11-05",
        "The firm opened in the first half of 2019 and closed in the second half of last year.",
        [("first half of 2019", "date", "2019-H1"), ("second half of last year", "date", "2024-H2")],
    ),
    (
        "2025-11-05",
        "It will decide by year-end or by the end of the month.",
        [("year-end", "date", "2025"), ("the end of the month", "date", "2025-11")],
    ),
    ("2025-11-05", "The left won a year ago.", [("a year ago", "date", "2024")]),
    (
        "2025-11-05",
        "Profit rose in FY24 and fell in fiscal 2025.",
        [("FY24", "date", "2024"), ("fiscal 2025", "date", "2025")],
    ),
    # clock times and their days
    (
        "2025-08-29",
        "The train left on Tuesday. It crashed at 9:40 p.m. near Bath.",
        [("Tuesday", "date", "2025-08-26"), ("9:40 p.m.", "time", "2025-08-26T21:40")],
    ),
    (
        "2025-08-29",
        "The siren sounded at about 10:35 a.m. (0735 GMT) Thursday.",
        [("10:35 a.m. (0735 GMT) Thursday", "time", "2025-08-28T10:35", "approx")],
    ),
    ("2025-08-29", "Kick-off is at 1945 local time.", [("1945 local time", "time", "T19:45")]),
    ("2025-08-29", "The vote opens at 0700hrs.", [("0700", "time", "T07:00")]),
    ("2025-08-29", "He rose at five o'clock.", [("five o'clock", "time", "T05:00")]),
    ("2025-08-29", "At ten past six the horn blew.", [("ten past six", "time", "T06:10")]),
    ("2025-08-29", "At eleven at night it rained.", [("eleven at night", "time", "T23:00")]),
    (
        "2025-08-29",
        "It began at half past nine on Monday.",
        [("half past nine", "time", "2025-08-25T09:30"), ("Monday", "date", "2025-08-25")],
    ),
    (
        "2025-08-29",
        "It fell at a quarter-to nine on Sunday night.",
        [("quarter-to nine", "time", "2025-08-24T20:45"), ("Sunday night", "time", "2025-08-24TNI")],
    ),
    (
        "2025-08-29",
        "The van came at half-past six yesterday evening.",
        [("half-past six yesterday evening", "time", "2025-08-28T18:30")],
    ),
    ("2025-08-29", "They spoke at 4 in the morning.", [("4 in the morning", "time", "T04:00")]),
    # seasons, holidays, days in a row
    (
        "2025-08-29",
        "The 2024-25 season ended; the 1999/2000 one did not.",
        [("2024-25", "date", "2024"), ("1999/2000", "date", "1999")],
    ),
    ("2025-08-29", "The show returns in the spring.", [("the spring", "date", "2026-SP")]),
    ("2025-12-02", "He was found on Thanksgiving Day.", [("Thanksgiving Day", "date", "2025-11-27")]),
    ("2025-08-29", "Shops will shut on Labor Day.", [("Labor Day", "date", "2025-09-01")]),
    (
        "2025-08-29",
        "They marched on Anzac Day and on Bastille Day.",
        [("Anzac Day", "date", "2025-04-25"), ("Bastille Day", "date", "2025-07-14")],
    ),
    (
        "2025-08-29",
        "The fleet sailed on July 4 and 5.",
        [("July 4", "date", "2025-07-04"), ("5", "date", "2025-07-05")],
    ),
    ("2025-08-29", "It happened a fortnight ago.", [("a fortnight ago", "date", "2025-08-15")]),
    ("2025-08-29", "He was shot last Oct. 23 at home.", [("last Oct. 23", "date", "2024-10-23")]),
    ("2025-08-29", "He left in nineteen ninety-four.", [("nineteen ninety-four", "date", "1994")]),
    (
        "2025-08-29",
        "The daily is printed daily.",
        [("daily", "set", "P1D")],
    ),
    (
        "2025-08-29",
        "The song of the 70s and 80s came back.",
        [("the 70s", "date", "197"), ("80s", "date", "198")],
    ),
    # what modifies a noun, what is put off, what was set, what titles say
    ("2025-02-10", "They look into the August 7 bombings.", [("August 7", "date", "2024-08-07")]),
    ("2025-02-10", "They prepare the April 7 vote.", [("April 7", "date", "2025-04-07")]),
    ("2025-02-10", "The index fell from its record high set on Aug. 6.", [("Aug. 6", "date", "2024-08-06")]),
    (
        "2025-02-10",
        "The judge ordered that he stay in Rome until March 6.",
        [("March 6", "date", "2025-03-06")],
    ),
    (
        "2025-02-10",
        "The court gave them until 9 a.m. Tuesday to sign.",
        [("9 a.m. Tuesday", "time", "2025-02-11T09:00")],
    ),
    ("2025-02-10", "Figures for January showed a rise.", [("January", "date", "2025-01")]),
    ("2025-02-10", "She spoke on 60 Minutes and on This Week with a guest.", []),
    (
        "2025-02-10",
        "Clubs to enter the league on Friday rejoiced. The league let them in on Friday.",
        [("Friday", "date", "2025-02-07"), ("Friday", "date", "2025-02-07")],
    ),
    (
        "2025-02-10",
        "For the year ended June 30, 2024, it lost $5m against a year-earlier profit.",
        [
            ("the year", "duration", "P1Y"),
            ("June 30, 2024", "date", "2024-06-30"),
            ("a year-earlier", "date", "2024"),
        ],
    ),
    ("2025-02-10", "Rovers host Albion on Wednesday.", [("Wednesday", "date", "2025-02-12")]),
    ("2025-02-10", "She reads the quarterly report daily.", [("daily", "set", "P1D")]),
    (
        "2025-11-12",
        "Next Monday is a holiday; schools open again a fortnight later.",
        [("Next Monday", "date", "2025-11-17"), ("a fortnight later", "date", "2025-12-01")],
    ),
    (
        "2025-11-12",
        "Last July was wet. Early May was not.",
        [("Last July", "date", "2025-07"), ("Early May", "date", "2025-05")],
    ),
    # feasts near publication are those spoken of, in any tense
    ("2025-12-29", "She bought a ham for New Year's Eve.", [("New Year's Eve", "date", "2025-12-31")]),
    ("2025-12-28", "He defended the decision to sail on Boxing Day.", [("Boxing Day", "date", "2025-12-26")]),
    ("2024-03-08", "They borrowed money for Easter stock.", [("Easter", "date", "2024-03-31")]),
    # parts of the year and week behind other prepositions
    ("2025-09-03", "He moved home over the summer.", [("the summer", "date", "2025-SU")]),
    ("2025-09-02", "They may agree by the end of the week.", [("the end of the week", "date", "2025-W36")]),
    # whose feast it is
    ("2026-06-10", "Ukraine's Independence Day was quiet.", [], "US"),
    ("2026-06-10", "Vietnamese New Year and Orthodox Easter are kept here.", [], "GB"),
    (
        "2026-05-08",
        "Sunday's Mother's Day lunch sold out.",
        [("Sunday", "date", "2026-05-03"), ("Mother's Day", "date", "2026-05-10")],
        "US",
    ),
    ("2026-03-12", "Flowers for Mother's Day are dear.", [("Mother's Day", "date", "2026-03-15")], "GB"),
    ("2026-04-20", "They marched on Freedom Day.", [("Freedom Day", "date", None)], "GB"),
    ("2026-04-20", "They will march on Freedom Day.", [("Freedom Day", "date", "2026-04-27")], "ZA"),
    ("2026-10-08", "Thanksgiving is on us.", [("Thanksgiving", "date", "2026-10-12")], "CA"),
    ("2026-11-20", "Thanksgiving is on us.", [("Thanksgiving", "date", "2026-11-26")]),
    # which year is next
    (
        "2026-06-10",
        "In May 2019 he was hired. In June the next year he left.",
        [("May 2019", "date", "2019-05"), ("June the next year", "date", "2020-06")],
    ),
    ("2026-06-10", "In June next year he will leave.", [("June next year", "date", "2027-06")]),
    ("2026-06-10", "Nobody swam this summer that year.", [("this summer that year", "date", None)]),
    ("2026-06-10", "It opens a week from tomorrow.", [("a week from tomorrow", "date", "2026-06-18")]),
    ("2026-06-10", "It was due a week from yesterday.", [("a week from yesterday", "date", "2026-06-16")]),
    ("2026-06-10", "It closed a week yesterday.", [("a week yesterday", "date", "2026-06-02")]),
    # what was done, or what it was done for: the nearer
    ("2025-10-10", "The council voted to close the pool on Thursday.", [("Thursday", "date", "2025-10-09")]),
    ("2025-10-10", "Firemen were called to a flat on Wednesday.", [("Wednesday", "date", "2025-10-08")]),
    ("2025-10-10", "He was ordered to leave Leeds on Thursday.", [("Thursday", "date", "2025-10-09")]),
    ("2025-10-10", "The board agreed to sell the mill on Monday.", [("Monday", "date", "2025-10-13")]),
    ("2025-10-10", "He said he would resign on Thursday.", [("Thursday", "date", "2025-10-16")]),
    ("2025-10-10", "The Rams host the Owls on Saturday.", [("Saturday", "date", "2025-10-11")]),
    ("2025-10-10", "They drew 1-1 and visit Leeds on Sunday.", [("Sunday", "date", "2025-10-12")]),
]
