"""The tables with the scores of their decisions, once all that is across articles has been resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from tellings import schema
from tellings.resolution import annotated
from tellings.resolution.doubt import merges, places, speakers, types
from tellings.resources import doubt

Tables = Mapping[str, pd.DataFrame]


def scored(tables: Tables) -> dict[str, pd.DataFrame]:
    """`mentions`, `entities`, `quotations` and `toponyms` with their `score`, and `chains` with `link_score`.

    The score of a mention by name is that of its type; of an entity, that of the least sure of the names that were
    brought together in it, None where there was only one; of a quotation, that of its speaker; of a place name, that of
    its place, or of its having none. What the articles alone say stays in `chains`.
    """
    scores = {name: doubt.score(name, some) for name, some in _signals(tables)}
    mentions, entities, chains = tables["mentions"], tables["entities"], tables["chains"]
    linked = _by_id(mentions, scores["merges"])
    least = scores["merges"].groupby(mentions["entity_id"]).min()
    frames = {
        table: tables[table].assign(score=scores[name].reindex(tables[table].index))
        for name, table in (("types", "mentions"), ("speakers", "quotations"), ("places", "toponyms"))
    }
    frames["entities"] = entities.assign(score=entities["entity_id"].map(least))
    frames["chains"] = chains.assign(link_score=chains["id"].map(linked))
    return frames


def signals(tables: Tables) -> dict[str, pd.DataFrame]:
    """The signals of all decisions, by the name of the decision; each frame by the index of its table."""
    return dict(_signals(tables))


def _signals(tables: Tables) -> Iterator[tuple[str, pd.DataFrame]]:
    """Those of speakers and places take in how sure the types and merges are."""
    names, mentions = _names(tables), tables["mentions"]
    of_type = types.signals(names)
    yield "types", of_type
    joined = merges.signals(names, tables["entities"])
    yield "merges", joined
    yield "speakers", _speakers(tables, _by_id(mentions, doubt.score("merges", joined)))
    yield "places", _places(tables, _by_id(mentions, doubt.score("types", of_type)))


def _by_id(mentions: pd.DataFrame, scores: pd.Series) -> pd.Series:
    return pd.Series(scores.to_numpy(), index=mentions.loc[scores.index, "mention_id"])


def _names(tables: Tables) -> pd.DataFrame:
    """The names with what their article alone says of them, and where they stand."""
    toponyms = annotated.toponyms_of(tables["toponyms"], tables["overruled"], tables["chains"])
    own = annotated.mentions_of(tables["mentions"], tables["chains"], toponyms)
    mentions = tables["mentions"].assign(own_type=own["type"], own_score=own["score"])
    names = mentions[mentions["form"] == "name"]
    sentences = tables["sentences"].set_index("sentence_id")
    kinds = tables["blocks"].set_index("block_id")["kind"]
    return names.assign(
        block_kind=names["sentence_id"].map(sentences["block_id"]).map(kinds),
        first=names["start"] == names["sentence_id"].map(sentences["start"]),
    )


def _speakers(tables: Tables, linked: pd.Series) -> pd.DataFrame:
    quotations, mentions = tables["quotations"], tables["mentions"]
    blocks = tables["sentences"].merge(tables["blocks"][["block_id", "kind"]], on="block_id")
    kinds = blocks.set_index("sentence_id")["kind"]
    spoken = quotations[quotations["kind"].isin(schema.SPEECH_KINDS)]
    return speakers.signals(
        spoken.assign(block_kind=spoken["sentence_id"].map(kinds)),
        tables["quote_speakers"],
        mentions.assign(link_score=mentions["mention_id"].map(linked)),
        tables["entities"],
        dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True)),
    )


def _places(tables: Tables, typed: pd.Series) -> pd.DataFrame:
    toponyms = tables["toponyms"]
    return places.signals(
        toponyms.assign(
            own_score=annotated.own_score(toponyms, tables["chains"], "place_score"),
            type_score=toponyms["mention_id"].map(typed),
        )
    )
