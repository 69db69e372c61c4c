"""Speed, as ratios in one run, printed as a table. Seconds depend on the machine; ratios travel.

    python -m benchmarks [start|filter|map|annotate|lengths|speech ...] [--times 3]

The browser is the one that the browser tests use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from benchmarks import app, lengths, maps, reading, speech
from benchmarks.table import Row, show

MEASURES: dict[str, Callable[[int], list[Row]]] = {
    "start": app.start,
    "filter": app.filter_change,
    "map": maps.drawn,
    "annotate": reading.annotate,
    "lengths": lengths.lengths,
    "speech": speech.speech,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed, as ratios in one run.")
    parser.add_argument(
        "what", nargs="*", choices=[[], *MEASURES], help="which to measure; all where none is named"
    )
    parser.add_argument("--times", type=int, default=3, help="how often each is measured; the median counts")
    arguments = parser.parse_args()
    rows = [row for name in arguments.what or MEASURES for row in MEASURES[name](arguments.times)]
    print(show(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
