"""What a long log costs, counted in calls, which no other work on the machine changes."""

from __future__ import annotations

import sys

import pytest

from benchmarks import correcting
from benchmarks.correcting import copies, many_lines
from tellings import corrections
from tellings.corrections import applying, new
from tests.calls import counted


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
    less, _ = counted(lambda: corrections.apply(tables, half))
    assert len(done) == len(half)
    done.clear()
    all_of_them, applied = counted(lambda: corrections.apply(tables, whole))
    assert len(done) == len(whole)
    assert all_of_them < 2.5 * less
    done.clear()
    line = new("rename", whole[0].target, "Another")
    more, _ = counted(lambda: corrections.apply(tables, [*whole, line], before=applied))
    assert done == [line.id]
    assert more < all_of_them / 2


def test_the_benchmark_says_how_both_grow(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(correcting, "LOGGED", 0)
    monkeypatch.setattr(sys, "argv", ["correcting", "--mentions", "400", "800", "--lines", "20", "40"])
    correcting.main()
    said = capsys.readouterr().out
    assert "growth of time / of mentions" in said
    assert "one more than 40 lines on" in said
