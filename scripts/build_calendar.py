"""Compile data/formats/calendar.json: the names of months and weekdays in the languages of newspapers.

    python -m scripts.build_calendar

Source: Unicode CLDR, by way of Babel, which the app's packages bring along. In small letters, without dots.
"""

from __future__ import annotations

import json

from babel import Locale

from tellings.settings import ROOT

LOCALES = (
    "en de fr es it pt nl pl cs sk sv da nb nn fi hu ro tr ru uk be bg el ca gl eu hr sr_Latn sr bs sl mk sq et lv lt "
    "is id ms vi sw cy ga af az kk ka hy he ar fa hi"
).split()
ALSO = {"en": {9: "sept"}, "de": {1: "jänner", 3: "mrz"}, "fr": {2: "fév"}, "es": {9: "set"}}
"""Forms that are printed and not in CLDR."""


def main() -> None:
    """For each language the names of January to December, and those of the weekdays."""
    names = {}
    for code in LOCALES:
        locale = Locale.parse(code)
        forms = [
            (context, width) for context in ("format", "stand-alone") for width in ("wide", "abbreviated")
        ]
        months = {number: {ALSO.get(code, {}).get(number, "")} for number in range(1, 13)}
        weekdays: set[str] = set()
        for context, width in forms:
            for number, name in locale.months[context][width].items():
                months[number].add(_plain(name))
            weekdays.update(_plain(name) for name in locale.days[context][width].values())
        names[code] = {
            "months": [" ".join(sorted(filter(_word, months[number]))) for number in range(1, 13)],
            "weekdays": " ".join(sorted(name.replace(" ", "_") for name in weekdays if len(name) > 1)),
        }
    lines = [f'"{code}": {json.dumps(said, ensure_ascii=False)}' for code, said in names.items()]
    path = ROOT / "data" / "formats" / "calendar.json"
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


def _plain(name: str) -> str:
    return name.casefold().strip().rstrip(".")


def _word(name: str) -> bool:
    return len(name) > 2 and not any(ch.isdigit() or ch == " " for ch in name)


if __name__ == "__main__":
    main()
