"""Columns as arrays: what pandas does one value at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]


class Grouped:
    """A number for each row, and the rows of each number, found without a look at all rows.

    Args:
        values: the numbers; they are this object's from then on, and changed by :meth:`put` only.
    """

    def __init__(self, values: npt.NDArray[Any]) -> None:
        self.values = values
        self._rows: dict[int, Rows] = {}
        self._put: dict[int, list[Rows]] = {}

    def __getitem__(self, rows: Any) -> Any:
        return self.values[rows]

    def __len__(self) -> int:
        return len(self.values)

    @cached_property
    def _first(self) -> tuple[Rows, npt.NDArray[Any]]:
        order = np.argsort(self.values, kind="stable")
        return order, self.values[order]

    def rows(self, value: int) -> Rows:
        """The rows that have this number now, in order."""
        if value not in self._rows:
            order, numbers = self._first
            low, high = np.searchsorted(numbers, [value, value + 1]).tolist()
            self._rows[value] = order[low:high]
        rows = self._rows[value]
        if value in self._put:
            rows = distinct(rows, *self._put.pop(value))
        self._rows[value] = rows[self.values[rows] == value]
        return self._rows[value]

    def put(self, rows: Rows, value: int) -> None:
        """Give rows another number."""
        self.values[rows] = value
        self._put.setdefault(value, []).append(rows)

    def append(self, values: Sequence[int]) -> None:
        """Add rows at the end."""
        n = len(self.values)
        self.values = np.append(self.values, np.asarray(values, self.values.dtype))
        for row, value in enumerate(values, start=n):
            self._put.setdefault(value, []).append(np.array([row], np.int64))


class Keyed:
    """The rows of a table by one of its text columns."""

    def __init__(self, column: pd.Series[Any]) -> None:
        self._numbers, (codes,) = numbered(column)
        self._rows = Grouped(codes)

    def rows(self, key: str) -> Rows:
        """The rows in which the column is this text, in order."""
        return self._rows.rows(self._numbers[key]) if key in self._numbers else np.empty(0, np.int64)


def cells(frame: pd.DataFrame) -> dict[str, Any]:
    """The columns of a table as arrays, by their names: for single values, which pandas is slow to give."""
    return {
        str(name): column.to_numpy() if column.dtype.kind in "biuf" else _Texts(column)
        for name, column in frame.items()
    }


class _Texts:
    """A text column; a missing text is None."""

    def __init__(self, column: pd.Series[Any]) -> None:
        self._values = _texts(column)

    def __getitem__(self, row: int) -> Any:
        return self._values[int(row)].as_py()


def distinct(*numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Each number once, in order. `np.unique` hashes, which takes many times longer where they are almost in order."""
    every = numbers[0] if len(numbers) == 1 else np.concatenate(numbers)
    if len(every) < 2:
        return every
    every = np.sort(every, kind="stable")
    first = np.ones(len(every), bool)
    np.not_equal(every[1:], every[:-1], out=first[1:])
    return every[first]


def among(column: pd.Series[Any], values: Iterable[str] | pd.Series[Any]) -> Mask:
    """Which values of a text column are among these?

    `Series.isin` turns each of the values into a Python object, which takes seconds for a hundred thousand.
    """
    wanted = _texts(values) if isinstance(values, pd.Series) else pa.array(values, pa.large_string())
    return np.asarray(
        pc.is_in(_texts(column), value_set=wanted.drop_null()).to_numpy(zero_copy_only=False), bool
    )


def numbered(*columns: pd.Series[Any]) -> tuple[dict[str, int], list[Rows]]:
    """The values of text columns as numbers, the same number for the same text in all of them."""
    every = pd.Index(pd.concat([column.drop_duplicates() for column in columns]).drop_duplicates())
    codes = [np.asarray(every.get_indexer(pd.Index(column)), np.int64) for column in columns]
    return {str(text): number for number, text in enumerate(every.tolist())}, codes


def put(frame: pd.DataFrame, rows: npt.ArrayLike, column: str, values: Any) -> None:
    """Write values of a column, as its type; `rows` are positions and the frame's index counts from zero."""
    if np.size(rows):
        frame.loc[rows, column] = pd.Series(values, dtype=frame[column].dtype).to_numpy()


def put_each(frame: pd.DataFrame, said: dict[int, dict[str, Any]]) -> None:
    """Write values of some columns of some rows: by the row's position, by the column's name."""
    for name in dict.fromkeys(name for columns in said.values() for name in columns):
        some = {row: columns[name] for row, columns in said.items() if name in columns}
        put(frame, np.array(list(some), np.int64), name, list(some.values()))


def _texts(column: pd.Series[Any]) -> Any:
    array = pa.array(column, pa.large_string(), from_pandas=True)
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
