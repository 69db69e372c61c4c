"""Sentences whose dates are told from where the story is, or from a day of the calendar by a round way.

A case is built as in `date_cases`; the day of publication is a Friday.
"""

from __future__ import annotations

from tests.annotation.times.date_cases import Case, Expected

_DAY = "2025-09-19"


def _case(text: str, *expected: Expected) -> Case:
    return _DAY, text, list(expected)


STORY: list[Case] = [
    # the weekday, day of the month and part of a day that the story has reached
    _case(
        "The boat left Hull on 2 August. By the Tuesday it had lost its mast.",
        ("2 August", "date", "2025-08-02"),
        ("the Tuesday", "date", "2025-08-05"),
    ),
    _case(
        "The verdict came on 4 July.\n\nOn the Sunday his mother went to church.",
        ("4 July", "date", "2025-07-04"),
        ("the Sunday", "date", "2025-07-06"),
    ),
    _case(
        "The strike began on August 11, and on the Friday before, the union had written to the owners.",
        ("August 11", "date", "2025-08-11"),
        ("the Friday before", "date", "2025-08-08"),
    ),
    _case(
        "The dig opened on 7 June. The following Monday a boy found the ring.",
        ("7 June", "date", "2025-06-07"),
        ("The following Monday", "date", "2025-06-09"),
    ),
    _case(
        "They quarrelled on 10 May; the previous Thursday they had signed the lease.",
        ("10 May", "date", "2025-05-10"),
        ("the previous Thursday", "date", "2025-05-08"),
    ),
    _case("The hens were stolen on the Saturday.", ("the Saturday", "date", "2025-09-13")),
    _case(
        "She vanished on Saturday 6 September.\n\nOn that Saturday she had phoned her sister twice.",
        ("Saturday 6 September", "date", "2025-09-06"),
        ("that Saturday", "date", "2025-09-06"),
    ),
    _case(
        "He was hurt on 3 September. The clerk said that Monday would be too late.",
        ("3 September", "date", "2025-09-03"),
        ("Monday", "date", "2025-09-22"),
    ),
    _case(
        "The inquest opened on 3 June. On the 17th the coroner heard the pilot.",
        ("3 June", "date", "2025-06-03"),
        ("the 17th", "date", "2025-06-17"),
    ),
    _case(
        "The first tremor came on 28 May. By the 2nd, the lake had drained.",
        ("28 May", "date", "2025-05-28"),
        ("the 2nd", "date", "2025-06-02"),
    ),
    _case("The council will vote on the 25th.", ("the 25th", "date", "2025-09-25")),
    _case("The levy fell due on the 5th.", ("the 5th", "date", "2025-09-05")),
    _case("It rained on the 11th floor, and she was fourth on the 9th hole."),
    _case(
        "She was found on 12 August. The night before, she had dined at the inn.",
        ("12 August", "date", "2025-08-12"),
        ("The night before", "time", "2025-08-11TNI"),
    ),
    _case(
        "The vote fell on 8 July. The morning after, the minister went.",
        ("8 July", "date", "2025-07-08"),
        ("The morning after", "time", "2025-07-09TMO"),
    ),
    _case(
        "They married in 2016. The year before, she had lost a leg.",
        ("2016", "date", "2016"),
        ("The year before", "date", "2015"),
    ),
    _case(
        "The dam burst on 9 June; the rain had begun the day before.",
        ("9 June", "date", "2025-06-09"),
        ("the day before", "date", "2025-06-08"),
    ),
    _case(
        "A fire broke out in a barn on 21 August. It spread to two farms in an hour.\n\n"
        "The day after the fire, ash fell on Kendal.",
        ("21 August", "date", "2025-08-21"),
        ("an hour", "duration", "PT1H"),
        ("The day after", "date", "2025-08-22"),
    ),
    _case(
        "He fell ill on the day before Sunday's final.",
        ("the day before", "date", "2025-09-13"),
        ("Sunday", "date", "2025-09-14"),
    ),
    _case("The day after her birthday she flew home.", ("The day after", "date", None)),
    # the following year, month, day: over sentences and paragraphs
    _case(
        "He joined the navy in 1997. The following year he was in Malta.",
        ("1997", "date", "1997"),
        ("The following year", "date", "1998"),
    ),
    _case(
        "The bank was sold in May 2019. The following month it closed.",
        ("May 2019", "date", "2019-05"),
        ("The following month", "date", "2019-06"),
    ),
    _case(
        "The storm hit on 12 July 2023.\n\nIts museum had opened in 1998.\n\nThe following day the army came.",
        ("12 July 2023", "date", "2023-07-12"),
        ("1998", "date", "1998"),
        ("The following day", "date", "2023-07-13"),
    ),
    _case(
        "The levee broke on 30 July.\n\nNext morning the army came. It left two days later.",
        ("30 July", "date", "2025-07-30"),
        ("Next morning", "time", "2025-07-31TMO"),
        ("two days later", "date", "2025-08-02"),
    ),
    _case(
        "She left in 2011 and came back the following March.",
        ("2011", "date", "2011"),
        ("the following March", "date", "2012-03"),
    ),
    _case(
        "They met in November 2018 and married the following June.",
        ("November 2018", "date", "2018-11"),
        ("the following June", "date", "2019-06"),
    ),
    _case(
        "They met in 2018 and married in June of that year; a son was born on 6 May the following year.",
        ("2018", "date", "2018"),
        ("June of that year", "date", "2018-06"),
        ("6 May the following year", "date", "2019-05-06"),
    ),
    _case(
        "The ferry sank on 3 March 2024.\n\nOn 9 March divers found it.",
        ("3 March 2024", "date", "2024-03-03"),
        ("9 March", "date", "2024-03-09"),
    ),
    _case(
        "The pier burned on 5 August, a Tuesday. That weekend hundreds came to look.",
        ("5 August", "date", "2025-08-05"),
        ("Tuesday", "date", "2025-08-05"),
        ("That weekend", "date", "2025-W32-WE"),
    ),
    _case(
        "The school opened in 2009. That summer the roof fell in.",
        ("2009", "date", "2009"),
        ("That summer", "date", "2009-SU"),
    ),
    # weeks and weekdays of a month
    _case("Snow fell in the second week of February.", ("the second week of February", "date", "2025-W07")),
    _case(
        "The mill will open in the last week of October.", ("the last week of October", "date", "2025-W44")
    ),
    _case("The fair was held on the first Sunday in May.", ("the first Sunday in May", "date", "2025-05-04")),
    _case(
        "They will vote on the third Thursday of next month.",
        ("the third Thursday of next month", "date", "2025-10-16"),
    ),
    _case("The first weekend of July was wet.", ("The first weekend of July", "date", "2025-W27-WE")),
    _case("It fell on the last Monday of May 2022.", ("the last Monday of May 2022", "date", "2022-05-30")),
    # ahead and back by a round way
    _case("The firm knew as early as June 12 that the brake was weak.", ("June 12", "date", "2025-06-12")),
    _case("The bridge could open as early as Oct. 3.", ("Oct. 3", "date", "2025-10-03")),
    _case("Ministers meet a week on Monday.", ("a week on Monday", "date", "2025-09-29")),
    _case(
        "She leaves a week today; he leaves tomorrow week.",
        ("a week today", "date", "2025-09-26"),
        ("tomorrow week", "date", "2025-09-27"),
    ),
    _case("He died a week last Tuesday.", ("a week last Tuesday", "date", "2025-09-09")),
    _case("The hearing is on Wednesday fortnight in Leeds.", ("Wednesday fortnight", "date", "2025-10-08")),
    _case("He was seen on Friday last.", ("Friday last", "date", "2025-09-12")),
    # ranges
    _case(
        "The fair ran from 4 to 6 April.",
        ("4", "date", "2025-04-04"),
        ("6 April", "date", "2025-04-06"),
    ),
    _case(
        "It rained between 3 and 5 March and from July 7 to 9.",
        ("3", "date", "2025-03-03"),
        ("5 March", "date", "2025-03-05"),
        ("July 7", "date", "2025-07-07"),
        ("9", "date", "2025-07-09"),
    ),
    # the end of the month, the year and the feast that are meant
    _case(
        "The dealers met on 14 February 2023. By the end of the month they had sold the lot.",
        ("14 February 2023", "date", "2023-02-14"),
        ("the end of the month", "date", "2023-02"),
    ),
    _case("The firm must pay by the end of the month.", ("the end of the month", "date", "2025-09")),
    _case("They hope to reopen in the new year.", ("the new year", "date", "2026")),
    _case("The talks will go on until the weekend.", ("the weekend", "date", "2025-W38-WE")),
    _case(
        "Later in the week he flies to Rome. She fell ill on 2 May; earlier in the day she had swum.",
        ("Later in the week", "date", "2025-W38"),
        ("2 May", "date", "2025-05-02"),
        ("earlier in the day", "date", "2025-05-02"),
    ),
    _case(
        "The shop opens between Boxing Day and New Year.",
        ("Boxing Day", "date", "2025-12-26"),
        ("New Year", "date", "2026-01-01"),
    ),
    _case("Crowds came on Independence Day.", ("Independence Day", "date", None)),
]

OF_COUNTRY = [
    (_DAY, "Crowds came on Independence Day.", [("Independence Day", "date", "2025-07-04")], "US"),
    (_DAY, "Crowds came on Independence Day.", [("Independence Day", "date", "2025-08-15")], "IN"),
    (_DAY, "They met on Labour Day.", [("Labour Day", "date", "2025-09-01")], "CA"),
    (_DAY, "They met on Labour Day.", [("Labour Day", "date", "2025-05-01")], "GB"),
    (_DAY, "It shut on the August bank holiday.", [("August bank holiday", "date", "2025-08-25")], "GB"),
]
"""With the outlet's country."""
