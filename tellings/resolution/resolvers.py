"""What is done across documents: a list of resolvers, each with the tables it needs and those it makes.

A further comparison of the articles is a further entry. A table that a resolver both needs and makes is one that it
completes; the order of the list is one in which everything is made before it is needed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import NamedTuple

import pandas as pd

from tellings import schema
from tellings.resolution import entities, places, quotations
from tellings.resources import gazetteer

_log = logging.getLogger(__name__)

Tables = dict[str, pd.DataFrame]
"""Tables of a corpus, by name."""


class Resolver(NamedTuple):
    """One step across documents.

    Attributes:
        name: what it resolves.
        needs: the tables that it reads.
        makes: the tables that it returns.
        run: takes the tables, returns those it makes.
    """

    name: str
    needs: tuple[str, ...]
    makes: tuple[str, ...]
    run: Callable[[Mapping[str, pd.DataFrame]], Tables]


def resolve(tables: Mapping[str, pd.DataFrame]) -> Tables:
    """All tables of a corpus from those that annotation made, article by article.

    Args:
        tables: the tables of the articles; `mentions.entity_id`, `quotations.speaker_id` and
            `quote_speakers.entity_id` hold the article's own chains.

    Returns:
        Every table of the schema.
    """
    done = dict(tables)
    for resolver in RESOLVERS:
        start = perf_counter()
        done |= resolver.run({name: done[name] for name in resolver.needs})
        _log.info("%s resolved in %.2f s", resolver.name, perf_counter() - start)
    return {name: done[name] if name in done else schema.empty(name) for name in schema.TABLES}


def _entities(tables: Mapping[str, pd.DataFrame]) -> Tables:
    raw, toponyms = tables["mentions"], tables["toponyms"]
    mentions, found = entities.resolve(tables["documents"], raw, toponyms, gazetteer.places_table(toponyms))
    return {"mentions": mentions, "entities": found, "chains": _chains(raw, mentions)}


def _chains(raw: pd.DataFrame, resolved: pd.DataFrame) -> pd.DataFrame:
    """Which entity each article's chain became: columns doc_id, chain, entity_id."""
    before = raw[["mention_id", "doc_id", "entity_id"]].rename(columns={"entity_id": "chain"}).dropna()
    both = before.merge(resolved[["mention_id", "entity_id"]].dropna(), on="mention_id")
    return both[["doc_id", "chain", "entity_id"]].drop_duplicates(["doc_id", "chain"]).reset_index(drop=True)


def _places(tables: Mapping[str, pd.DataFrame]) -> Tables:
    return {"toponyms": places.agreeing(tables["toponyms"], tables["mentions"])}


def _quotations(tables: Mapping[str, pd.DataFrame]) -> Tables:
    said, speakers = quotations.resolve(
        tables["quotations"], tables["quote_parts"], tables["quote_speakers"], tables["chains"]
    )
    return {"quotations": said, "quote_speakers": speakers}


def _counts(tables: Mapping[str, pd.DataFrame]) -> Tables:
    """`entities` and `variants` counted over the names in counted blocks."""
    blocks = tables["sentences"].merge(tables["blocks"][["block_id", "counted"]], on="block_id")
    counted = set(blocks.loc[blocks.counted, "sentence_id"])
    mentions = tables["mentions"]
    named = mentions[
        (mentions.form == "name") & mentions.sentence_id.isin(counted) & mentions.entity_id.notna()
    ]
    found, variants = entities.counted_in(tables["entities"], named)
    return {"entities": found, "variants": variants}


RESOLVERS = (
    Resolver(
        "entities", ("documents", "mentions", "toponyms"), ("mentions", "entities", "chains"), _entities
    ),
    Resolver("counts", ("blocks", "sentences", "mentions", "entities"), ("entities", "variants"), _counts),
    Resolver("places", ("toponyms", "mentions"), ("toponyms",), _places),
    Resolver(
        "quotations",
        ("quotations", "quote_parts", "quote_speakers", "chains"),
        ("quotations", "quote_speakers"),
        _quotations,
    ),
)
