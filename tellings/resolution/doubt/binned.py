"""Numbers and texts as signals: a few values that stand for many."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

_SPACES = re.compile(r"\s+")
ALONE = "alone"
"""What has nothing to be held against."""


def binned(numbers: pd.Series, bounds: Sequence[float]) -> pd.Series:
    """Each number as the first bound that it does not exceed, `more` beyond the last, `none` where there is none."""
    names = np.array([*(f"≤{bound:g}" for bound in bounds), "more", "none"], dtype=object)
    values = numbers.to_numpy(dtype=float, na_value=np.nan)
    at = np.where(np.isnan(values), len(bounds) + 1, np.searchsorted(bounds, values))
    return pd.Series(names[at], index=numbers.index)


def agreement(frame: pd.DataFrame, key: Sequence[str], value: str) -> pd.Series:
    """Of the other articles with the same key, how many have the same value: `alone`, `all`, `most` or `few`.

    Args:
        frame: with `doc_id` and these columns.
        key: what must be alike, such as the printed text.
        value: what may differ.
    """
    once = frame[["doc_id", *key, value]].drop_duplicates()
    all_of = once.drop_duplicates(["doc_id", *key]).groupby(list(key)).size().rename("of")
    same_as = once.groupby([*key, value], dropna=False).size().rename("same")
    both = (
        frame[[*key, value]]
        .join(all_of, on=list(key))
        .merge(same_as.reset_index(), how="left", on=[*key, value])
    )
    others, same = both["of"].to_numpy() - 1, both["same"].to_numpy() - 1
    share = same / others.clip(min=1)
    words = np.array([ALONE, "all", "most", "few"], dtype=object)
    at = np.select([~(others > 0), share >= 1, share >= 0.5], [0, 1, 2], 3)
    return pd.Series(words[at], index=frame.index)


def head(texts: pd.Series, mark: str) -> pd.Series:
    """What stands before the first mark; all of a text without one."""
    return pd.Series([text.partition(mark)[0] for text in texts], index=texts.index, dtype=object)


def tail(texts: pd.Series, mark: str) -> pd.Series:
    """What stands behind the first mark; nothing of a text without one."""
    return pd.Series([text.partition(mark)[2] for text in texts], index=texts.index, dtype=object)


def words_of(texts: pd.Series) -> pd.Series:
    """How many words a text has: `1`, `2`, `3` or `4` for more."""
    words = {text: str(min(4, 1 + len(_SPACES.findall(text)))) for text in texts.unique()}
    return texts.map(words)
