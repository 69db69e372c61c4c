"""The tables as annotation alone gives them, whether they come from it or were resolved and stored before.

Resolution writes over what an article says of itself. What it needs of that stands in `chains` (which mentions and
speakers of an article are one, under a key of the article's own) and in `overruled` (its place names where the corpus
knew better), so that it can be done again without the articles being read.
"""

from __future__ import annotations

import pandas as pd

from tellings.resolution.places import ELSEWHERE
from tellings.schema import TYPE_OF_KIND, TYPES


def toponyms_of(toponyms: pd.DataFrame, overruled: pd.DataFrame, chains: pd.DataFrame) -> pd.DataFrame:
    """The place names that the articles have by themselves.

    Args:
        toponyms: the table, resolved or not.
        overruled: the rows that resolution took out or changed.
        chains: the table.
    """
    toponyms = toponyms.assign(score=own_score(toponyms, chains, "place_score"))
    new = toponyms["method"].eq(ELSEWHERE) | toponyms["mention_id"].isin(overruled["mention_id"])
    if not new.any() and overruled.empty:
        return toponyms
    own = pd.concat([toponyms[~new], overruled], ignore_index=True)
    return own.sort_values(["doc_id", "start", "end", "mention_id"], kind="stable", ignore_index=True)


def mentions_of(mentions: pd.DataFrame, chains: pd.DataFrame, toponyms: pd.DataFrame) -> pd.DataFrame:
    """The mentions with the article's chain in `entity_id`, and with the type and the score that they have there.

    Args:
        mentions: the table, resolved or not.
        chains: the table.
        toponyms: the place names that the articles have by themselves.
    """
    keys = _looked_up(mentions, chains, "chain")
    placed = toponyms.dropna(subset=["place_id"])
    types = {
        place: TYPE_OF_KIND[kind] for place, kind in zip(placed["place_id"], placed["kind"], strict=True)
    }
    own = [_type(key, types, kind) for key, kind in zip(keys, mentions["type"], strict=True)]
    entity_id = keys.astype("object").where(keys.notna(), None)
    return mentions.assign(entity_id=entity_id, type=own, score=own_score(mentions, chains, "type_score"))


def speakers_of(quote_speakers: pd.DataFrame, chains: pd.DataFrame) -> pd.DataFrame:
    """The speakers with the article's chain in `entity_id`."""
    keys = zip(chains["id"], chains["start"], chains["end"], strict=True)
    known = dict(zip(keys, chains["chain"], strict=True))
    spans = zip(quote_speakers["quote_id"], quote_speakers["start"], quote_speakers["end"], strict=True)
    entities = pd.Series([known.get(span) for span in spans], index=quote_speakers.index, dtype="object")
    return quote_speakers.assign(entity_id=entities)


def own_score(rows: pd.DataFrame, chains: pd.DataFrame, column: str) -> pd.Series:
    """The article's own score of each row: of its type, or of its place."""
    return _looked_up(rows, chains, column).astype(float)


def _looked_up(rows: pd.DataFrame, chains: pd.DataFrame, column: str) -> pd.Series:
    """What `chains` says of each mention; one by one, as pandas would make an index of them first."""
    known = dict(zip(chains["id"], chains[column], strict=True))
    return pd.Series([known.get(one) for one in rows["mention_id"]], index=rows.index, dtype=object)


def _type(chain: object, places: dict[str, str], kind: str) -> str:
    """The type that a chain's key tells: its place's, or the one that it begins with."""
    if not isinstance(chain, str):
        return kind
    first = chain.partition(":")[0]
    return places.get(chain) or (first if first in TYPES else "person" if first == "anon" else kind)
