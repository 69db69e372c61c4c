"""Quotations across the corpus: the articles' own speakers become the corpus' entities."""

from __future__ import annotations

import pandas as pd


def resolve(
    quotations: pd.DataFrame, quote_parts: pd.DataFrame, quote_speakers: pd.DataFrame, chains: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lead speakers to the entities of the corpus.

    Args:
        quotations: `speaker_id` holds the article's own chain.
        quote_parts: the pieces of the quotations.
        quote_speakers: `entity_id` holds the article's own chain.
        chains: doc_id, chain, entity_id.

    Returns:
        `quotations` and `quote_speakers` with entity ids; null where a chain became no entity.
    """
    entities = {(row.doc_id, row.chain): row.entity_id for row in chains.itertuples()}
    said = quotations.assign(
        speaker_id=[entities.get(key) for key in zip(quotations.doc_id, quotations.speaker_id, strict=True)]
    )
    speakers = quote_speakers.assign(
        entity_id=[entities.get(key) for key in zip(quote_speakers.doc_id, quote_speakers.entity_id, strict=True)]
    )
    return said, speakers
