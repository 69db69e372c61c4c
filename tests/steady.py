"""Do the browser tests hold still? Run all of them several times in a row and the slowest more often, while two
processes keep the machine busy; print the counts.

    python -m tests.steady [--rounds 4] [--slowest 20] [--times 10] [options of pytest: -k map]

The exit code is 1 where any test failed, or passed only when it was run once more.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import start
from tests.steadiness import UNSTEADY

BUSY = 2
QUIET = ["-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning"]


class Outcomes:
    """What became of each test in each run.

    Attributes:
        seconds: how long each test took, summed over the runs.
        counts: how many tests passed, failed and were unsteady in the run under way.
        broken: how often each test failed or was unsteady.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.counts: Counter[str] = Counter()
        self.broken: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take note of a report."""
        self.seconds[report.nodeid] += report.duration
        unsteady = hasattr(report, UNSTEADY)
        if report.when == "call" or report.failed:
            self.counts[UNSTEADY if unsteady else report.outcome] += 1
        if report.failed or unsteady:
            self.broken[report.nodeid] += 1


@contextmanager
def busy() -> Iterator[None]:
    """Keep the machine busy until the block is left."""
    idle = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(BUSY)]
    try:
        yield
    finally:
        for process in idle:
            process.kill()
            process.wait()


def run(title: str, outcomes: Outcomes, options: list[str]) -> bool:
    """Run tests once; did each pass at once?"""
    outcomes.counts.clear()
    begin = time.monotonic()
    code = pytest.main(["-q", "--unsteady-fails", *QUIET, *start.PARALLEL, *options], plugins=[outcomes])
    counts = ", ".join(f"{n} {outcome}" for outcome, n in sorted(outcomes.counts.items()))
    print(f"\n== {title}: {counts or 'no tests'} in {time.monotonic() - begin:.0f} s", flush=True)
    return code == pytest.ExitCode.OK


def main(arguments: list[str]) -> int:
    """Run all rounds; 1 where any test was not steady."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=4, help="how often all browser tests are run")
    parser.add_argument("--slowest", type=int, default=20, help="how many of the slowest are run more often")
    parser.add_argument("--times", type=int, default=10, help="how often the slowest are run")
    known, options = parser.parse_known_args(arguments)
    outcomes, steady = Outcomes(), True
    with busy():
        for i in range(known.rounds):
            title = f"all browser tests, {i + 1} of {known.rounds}"
            steady &= run(title, outcomes, ["tests/browser", *options])
        slowest = sorted(outcomes.seconds, key=lambda node: -outcomes.seconds[node])[: known.slowest]
        for i in range(known.times if slowest else 0):
            steady &= run(f"the {len(slowest)} slowest, {i + 1} of {known.times}", outcomes, slowest)
    for node, n in outcomes.broken.most_common():
        print(f"broken {n} times: {node}")
    print("All passed at once, in every run." if steady else "Not steady.")
    return 0 if steady else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
