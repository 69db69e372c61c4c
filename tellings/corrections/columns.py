"""Columns as arrays: what pandas does one value at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

Mask = npt.NDArray[np.bool_]


def among(column: pd.Series[Any], values: Iterable[str] | pd.Series[Any]) -> Mask:
    """Which values of a text column are among these?

    `Series.isin` turns each of the values into a Python object, which takes seconds for a hundred thousand.
    """
    wanted = _texts(values) if isinstance(values, pd.Series) else pa.array(values, pa.large_string())
    return np.asarray(
        pc.is_in(_texts(column), value_set=wanted.drop_null()).to_numpy(zero_copy_only=False), bool
    )


def numbered(*columns: pd.Series[Any]) -> list[npt.NDArray[np.int64]]:
    """The values of text columns as numbers, the same number for the same text in all of them."""
    every = pd.Index(pd.concat([column.drop_duplicates() for column in columns]).drop_duplicates())
    return [np.asarray(every.get_indexer(pd.Index(column)), np.int64) for column in columns]


def _texts(column: pd.Series[Any]) -> Any:
    array = pa.array(column, pa.large_string(), from_pandas=True)
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
