"""How often names stand, and in how many articles: one definition for the build and for what corrections change."""

from __future__ import annotations

import pandas as pd


def counted(names: pd.DataFrame, by: str | list[str]) -> pd.DataFrame:
    """Count names.

    Args:
        names: mentions of form `name`, with `doc_id` and the columns of `by`.
        by: `entity_id`, or also `text` for the printed forms.

    Returns:
        `n_mentions` and `n_documents`, indexed by `by`.
    """
    return names.groupby(by).agg(n_mentions=("doc_id", "size"), n_documents=("doc_id", "nunique"))
