"""What something costs, counted in calls, which no other work on the machine changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def counted(run: Callable[[], T]) -> tuple[int, T]:
    """The calls and returns that it takes, and what it gives."""
    n = 0

    def count(*_: object) -> None:
        nonlocal n
        n += 1

    outer = sys.getprofile()
    sys.setprofile(count)
    try:
        given = run()
    finally:
        sys.setprofile(outer)
    return n, given
