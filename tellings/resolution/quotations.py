"""Quotations across the corpus: the articles' own speakers become its entities, and one utterance a cluster."""

from __future__ import annotations

import pandas as pd

from tellings.corpus.shadow import reading
from tellings.resolution.utterances import Utterance, clusters
from tellings.schema import SPEECH_KINDS


def resolve(
    quotations: pd.DataFrame, quote_parts: pd.DataFrame, quote_speakers: pd.DataFrame, chains: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lead speakers to the entities of the corpus, and quotations of one utterance to one cluster.

    Args:
        quotations: the table.
        quote_parts: the pieces of the quotations.
        quote_speakers: `entity_id` holds the article's own chain.
        chains: doc_id, chain, entity_id.

    Returns:
        `quotations` with `speaker_id` (of the only speaker) and `cluster_id`, and `quote_speakers` with entity ids;
        null where a chain became no entity, and where a quotation stands alone.
    """
    keys = zip(chains["doc_id"].tolist(), chains["chain"].tolist(), strict=True)
    entities = dict(zip(keys, chains["entity_id"].tolist(), strict=True))
    speakers = quote_speakers.assign(entity_id=_looked_up(entities, quote_speakers, "entity_id"))
    alone = speakers[~speakers.duplicated("quote_id", keep=False)]
    by_quotation = dict(zip(alone["quote_id"], alone["entity_id"], strict=True))
    only = [by_quotation.get(quote_id) for quote_id in quotations["quote_id"]]
    said = quotations.assign(speaker_id=pd.Series(only, index=quotations.index, dtype="object"))
    utterances = clusters(_utterances(said, quote_parts))
    ids = [utterances.get(quote_id) for quote_id in said["quote_id"].tolist()]
    return said.assign(cluster_id=pd.Series(ids, index=said.index, dtype="object")), speakers


def _looked_up(entities: dict[tuple[str, str], str], frame: pd.DataFrame, column: str) -> pd.Series:
    keys = zip(frame["doc_id"].tolist(), frame[column].tolist(), strict=True)
    return pd.Series([entities.get(key) for key in keys], index=frame.index, dtype="object")


def _utterances(quotations: pd.DataFrame, quote_parts: pd.DataFrame) -> list[Utterance]:
    content: dict[str, list[str]] = {}
    quoted: dict[str, list[str]] = {}
    parts = quote_parts.sort_values(["quote_id", "start"], kind="stable")
    for quote_id, role, text in zip(parts["quote_id"], parts["role"], parts["text"], strict=True):
        if role in ("content", "quoted"):
            (content if role == "content" else quoted).setdefault(quote_id, []).append(reading(text))
    columns = ("quote_id", "doc_id", "text", "kind", "speaker_id", "anonymous", "inside_id")
    return [
        Utterance(
            quote_id=quote_id,
            doc_id=doc_id,
            words=" ".join(content.get(quote_id, [text])),
            marked=" ".join(quoted.get(quote_id, [])),
            speaker=speaker_id if isinstance(speaker_id, str) and not anonymous else None,
            attributed=kind in SPEECH_KINDS,
            inside=inside_id if isinstance(inside_id, str) else None,
        )
        for quote_id, doc_id, text, kind, speaker_id, anonymous, inside_id in zip(
            *(quotations[name] for name in columns), strict=True
        )
    ]
