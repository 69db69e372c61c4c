"""Speed, as ratios in one run, printed as a table. Seconds depend on the machine; ratios travel.

    python -m benchmarks [start|filter|map|annotate|lengths|speech|correct|scale|search|sessions ...] [--times 3]

The browser is the one that the browser tests use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import app, correcting, lengths, maps, reading, scale, searching, sessions, speech
from benchmarks.table import Row, show

MEASURES: dict[str, Callable[[int], list[Row]]] = {
    "start": app.start,
    "filter": app.filter_change,
    "map": maps.drawn,
    "annotate": reading.annotate,
    "lengths": lengths.lengths,
    "speech": speech.speech,
    "correct": correcting.growth,
}
ALONE = ("scale", "search", "sessions")
"""Measured only where they are named."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed, as ratios in one run.")
    parser.add_argument(
        "what",
        nargs="*",
        choices=[[], *MEASURES, *ALONE],
        help="which to measure; all but `scale`, `search` and `sessions` where none is named",
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=list(scale.SIZES), help="articles, for `scale` and `search`"
    )
    parser.add_argument(
        "--pages", nargs="+", choices=scale.ASKED, default=list(scale.ASKED), help="pages, for `scale`"
    )
    parser.add_argument(
        "--home",
        type=Path,
        default=scale.HOME,
        help="where `scale`, `search` and `sessions` keep their made-up corpora",
    )
    parser.add_argument(
        "--queries", action="store_true", help="of `scale`: the slowest questions of each view too"
    )
    parser.add_argument("--sessions", type=int, default=30, help="visitors at once, for `sessions`")
    parser.add_argument("--every", type=float, default=10, help="seconds between the clicks of a visitor")
    parser.add_argument("--minutes", type=float, default=10, help="how long the visitors of `sessions` stay")
    parser.add_argument("--articles", type=int, default=1_000, help="of the corpus of `sessions`")
    parser.add_argument("--times", type=int, default=3, help="how often each is measured; the median counts")
    arguments = parser.parse_args()
    if "scale" in arguments.what:
        print(scale.scale(arguments.sizes, arguments.home, pages=arguments.pages, queries=arguments.queries))
    if "search" in arguments.what:
        sizes = [size for size in arguments.sizes if size > min(scale.SIZES)]
        print(searching.search(sizes, arguments.home, arguments.times))
    if "sessions" in arguments.what:
        asked = arguments.sessions, arguments.every, arguments.minutes, arguments.articles
        print(sessions.sessions(*asked, arguments.home))
    named = [name for name in arguments.what if name not in ALONE]
    if arguments.what and not named:
        return 0
    rows = [row for name in named or MEASURES for row in MEASURES[name](arguments.times)]
    print(show(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
