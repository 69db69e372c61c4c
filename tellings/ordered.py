"""The order of a table's rows, and whether a key repeats, told by numbers that stand for its values."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

_Numbers = npt.NDArray[np.int64]


def order(data: pa.Table, columns: Sequence[str]) -> _Numbers | None:
    """In which order the rows stand by these columns, equal ones as they are; None where they stand so already.

    Nulls stand behind all else.
    """
    ranks = _rows(data, columns, _ranks)
    return None if np.all(ranks[1:] >= ranks[:-1]) else np.argsort(ranks, kind="stable")


def first_repeated(data: pa.Table, columns: Sequence[str]) -> tuple[int, int]:
    """The first row that has the same values in these columns as one before it, and how many such rows there are.

    Returns:
        Its place; 0 and 0 where no row repeats another.
    """
    codes = _rows(data, columns, _codes)
    if np.all(codes[1:] > codes[:-1]):
        return 0, 0
    places = np.argsort(codes, kind="stable")
    again = places[1:][codes[places[1:]] == codes[places[:-1]]]
    return (int(again.min()), len(again)) if len(again) else (0, 0)


def _rows(
    data: pa.Table, columns: Sequence[str], numbers: Callable[[pa.DictionaryArray], tuple[_Numbers, int]]
) -> _Numbers:
    """A number for each row, made of those of its values in these columns; the first column weighs most."""
    whole, n_whole = np.zeros(len(data), dtype=np.int64), 1
    for name in columns:
        column = data.column(name).combine_chunks()
        if pa.types.is_integer(column.type) and len(column) and not column.null_count:
            own, least = column.to_numpy().astype(np.int64), pc.min(column).as_py()
            own, n = own - least, pc.max(column).as_py() - least + 1
        else:
            own, n = numbers(column.dictionary_encode())
        if n_whole > np.iinfo(np.int64).max // max(n, 1):
            _, whole = np.unique(whole, return_inverse=True)
            n_whole = len(whole)
        whole, n_whole = whole * n + own, n_whole * n
    return whole


def _codes(coded: pa.DictionaryArray) -> tuple[_Numbers, int]:
    """A number for each value, and how many there may be."""
    n = len(coded.dictionary)
    return coded.indices.fill_null(n).to_numpy().astype(np.int64), n + 1


def _ranks(coded: pa.DictionaryArray) -> tuple[_Numbers, int]:
    """The same in the order of the values."""
    codes, n = _codes(coded)
    ranks = np.full(n, n - 1, dtype=np.int64)
    ranks[pc.array_sort_indices(coded.dictionary).to_numpy()] = np.arange(n - 1)
    return ranks[codes], n
