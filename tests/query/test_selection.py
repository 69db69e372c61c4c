"""What is open: written in `sel` and read from it."""

from __future__ import annotations

import pytest

from tellings.query import selection
from tellings.query.selection import Selection, select


def test_a_selection_survives_its_address() -> None:
    opened = select("mentions", entity="person:ann", doc="a:b")
    assert opened.sel == ("mentions", "entity:person:ann", "doc:a:b")
    assert selection.parse(opened.sel) == (opened, None)


def test_nothing_is_open_without_sel() -> None:
    assert selection.parse(()) == (None, None)


@pytest.mark.parametrize("sel", [("dragons",), ("mentions", "shape:round"), ("quotations", "entity:x")])
def test_what_cannot_be_opened_is_said(sel: tuple[str, ...]) -> None:
    opened, note = selection.parse(sel)
    assert opened is None
    assert note
    assert "nothing is opened" in note


def test_values_are_bound() -> None:
    where = Selection("quotations", (("speaker", "x"), ("kind", "direct"), ("cue", "unknown"))).where()
    assert where.sql.count("?") == len(where.params) == 2
    assert "cue IS NULL" in where.sql
