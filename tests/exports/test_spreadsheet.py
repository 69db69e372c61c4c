"""Tables to take away: what a spreadsheet opens is text, and says where it comes from."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from tellings.exports import spreadsheet


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize("evil", ["=1+1", "+cmd", "-2", "@SUM(A1)", "\tx", "\0x", "\nx", "＝1+1"])
def test_a_cell_is_never_a_formula(evil: str) -> None:
    rows = read(spreadsheet.csv(pd.DataFrame({"name": [evil, "Ann"], "n": [-1, 2]}), "elm"))
    assert rows[1][0] == "'" + evil
    assert rows[1][1] == "-1"
    assert rows[2] == ["Ann", "2"]


def test_the_last_line_names_the_source() -> None:
    rows = read(spreadsheet.csv(pd.DataFrame({"a": ["“ü”, 1"]}), 'Tellings · "Elm" · n = 1'))
    assert rows == [["a"], ["“ü”, 1"], ['# Tellings · "Elm" · n = 1']]


def test_an_empty_table_keeps_its_columns() -> None:
    assert read(spreadsheet.csv(pd.DataFrame({"a": [], "b": []}), "elm"))[0] == ["a", "b"]
