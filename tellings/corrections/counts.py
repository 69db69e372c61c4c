"""Counting entities and printed forms again, where corrections moved mentions."""

from __future__ import annotations

import numpy as np
import pandas as pd

from tellings import schema
from tellings.corrections.columns import among, distinct
from tellings.corrections.state import NOBODY, State
from tellings.identity.counted import counted


def recount(state: State) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Count the names of the touched entities, in counted blocks, as a build does.

    Returns:
        `n_mentions, n_documents` by entity id (zero where nothing is left), and the table `variants` whole.
    """
    codes = np.array(sorted(state.touched - {NOBODY}), np.int64)
    ids = [state.ids[code] for code in codes.tolist()]
    names = _names(state, codes)
    counts = counted(names, "entity_id").reindex(pd.Index(ids, name="entity_id"), fill_value=0)
    forms = counted(names, ["entity_id", "text"])
    variants = state.tables["variants"]
    others = variants[~among(variants["entity_id"], ids)]
    return counts, schema.conform(pd.concat([others, forms.reset_index()], ignore_index=True), "variants")


def standing(state: State, stands_for: set[str]) -> set[str]:
    """The touched entities that still stand somewhere: as a mention, a speaker, or what a place name stands for."""
    voices, there = state.voices, state.quotation_alive
    said = (there & ~voices.is_given)[voices.quotation_of.values]
    named = [one.code for row, some in voices.given.items() if there[row] for one in some]
    codes = [state.entity[state.alive], voices.speaker[there], voices.said[said], np.array(named, np.int32)]
    used = distinct(*codes)
    return {state.ids[code] for code in state.touched.intersection(used.tolist()) - {NOBODY}} | stands_for


def _names(state: State, codes: np.ndarray[tuple[int], np.dtype[np.int64]]) -> pd.DataFrame:
    rows = np.flatnonzero(np.isin(state.entity.values, codes) & state.alive)
    some = state.mentions.iloc[rows][["doc_id", "sentence_id", "text", "form"]]
    ids = np.array(state.ids, dtype=object)
    names = some.assign(entity_id=ids[state.entity[rows]])[some["form"] == "name"]
    sentences, blocks = state.tables["sentences"], state.tables["blocks"]
    near = sentences[among(sentences["sentence_id"], names["sentence_id"])]
    shown = blocks.loc[blocks["counted"], "block_id"]
    return names[among(names["sentence_id"], near["sentence_id"][among(near["block_id"], shown)])]
