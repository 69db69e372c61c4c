"""Numbers and texts as signals: a few values that stand for many."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

ALONE = "alone"
"""What has nothing to be held against."""


def binned(numbers: pd.Series, bounds: Sequence[float]) -> pd.Series:
    """Each number as the first bound that it does not exceed, `more` beyond the last, `none` where there is none."""
    names = [f"≤{bound:g}" for bound in bounds]
    cut = pd.cut(numbers.astype(float), [-float("inf"), *bounds, float("inf")], labels=[*names, "more"])
    return cut.astype(object).where(cut.notna(), "none")


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
    share = pd.Series(same / others.clip(min=1), index=frame.index)
    words = share.map(lambda part: "all" if part >= 1 else "most" if part >= 0.5 else "few")
    return words.where(pd.Series(others > 0, index=frame.index), ALONE)


def head(texts: pd.Series, mark: str) -> pd.Series:
    """What stands before the first mark; all of a text without one."""
    return pd.Series([text.partition(mark)[0] for text in texts], index=texts.index, dtype=object)


def tail(texts: pd.Series, mark: str) -> pd.Series:
    """What stands behind the first mark; nothing of a text without one."""
    return pd.Series([text.partition(mark)[2] for text in texts], index=texts.index, dtype=object)


def words_of(texts: pd.Series) -> pd.Series:
    """How many words a text has: `1`, `2`, `3` or `4` for more."""
    return (texts.str.count(r"\s+") + 1).clip(upper=4).astype(str)
