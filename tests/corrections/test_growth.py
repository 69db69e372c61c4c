"""What a long log costs, counted in calls, which no other work on the machine changes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from benchmarks.correcting import copies, many_lines
from tellings import corrections
from tellings.corrections import Applied, Correction, applying, new


def _calls(
    tables: corrections.Tables, lines: Sequence[Correction], before: Applied | None = None
) -> tuple[int, Applied]:
    """The calls and returns that applying the lines takes, and what it gives."""
    n = 0

    def count(*_: object) -> None:
        nonlocal n
        n += 1

    outer = sys.getprofile()
    sys.setprofile(count)
    try:
        applied = corrections.apply(tables, lines, before=before)
    finally:
        sys.setprofile(outer)
    return n, applied


def test_twice_the_lines_cost_twice_the_work_and_one_more_is_applied_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []
    act = applying._done
    monkeypatch.setattr(
        applying, "_done", lambda state, line, effects: done.append(line.id) or act(state, line, effects)
    )
    tables = copies(0)
    half, whole = (many_lines(tables, n) for n in (2_000, 4_000))
    less, _ = _calls(tables, half)
    assert len(done) == len(half)
    done.clear()
    all_of_them, applied = _calls(tables, whole)
    assert len(done) == len(whole)
    assert all_of_them < 2.5 * less
    done.clear()
    line = new("rename", whole[0].target, "Another")
    more, _ = _calls(tables, [*whole, line], applied)
    assert done == [line.id]
    assert more < all_of_them / 2
