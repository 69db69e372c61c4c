"""What is done across documents: a list of resolvers, each with the tables it needs and those it makes.

A further comparison of the articles is a further entry. A table that a resolver both needs and makes is one that it
completes; the order of the list is one in which everything is made before it is needed.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter
from typing import NamedTuple

import pandas as pd

from tellings import schema
from tellings.corpus import short
from tellings.corpus.shadow import reading
from tellings.resolution import (
    annotated,
    compared,
    discrepancies,
    doubt,
    entities,
    events,
    independence,
    passages,
    places,
    quotations,
    reuse,
)

Tables = dict[str, pd.DataFrame]
"""Tables of a corpus, by name."""
STAGE = "resolve"
"""The stage under which a resolver that failed is named among the problems."""
_log = logging.getLogger(__name__)


class Resolver(NamedTuple):
    """One step across documents.

    Attributes:
        name: what it resolves.
        needs: the tables that it reads.
        makes: the tables that it returns.
        run: takes the tables, returns those it makes.
        lacks: what a corpus lacks where it fails, in words; "" where nothing is known without it.
    """

    name: str
    needs: tuple[str, ...]
    makes: tuple[str, ...]
    run: Callable[[Mapping[str, pd.DataFrame]], Tables]
    lacks: str = ""


def resolve(
    tables: Mapping[str, pd.DataFrame],
    first: str | None = None,
    told: Callable[[str, float], None] | None = None,
) -> Tables:
    """All tables of a corpus, resolved. What could not be compared is named as a problem, and the rest is kept.

    Args:
        tables: those that annotation makes, or all tables of a stored corpus, without people's corrections; and what
            was compared before, where that is known: it makes no difference to the tables.
        first: only this resolver runs, and those behind it that need what it makes; None runs all.
        told: called with the name of each resolver that ran and its seconds.

    Returns:
        Every table of the schema, and what was compared now.

    Raises:
        ValueError: there is no resolver of that name.
    """
    done = {name: tables[name] if name in tables else schema.empty(name) for name in schema.TABLES}
    done[compared.NAME] = tables.get(compared.NAME, compared.nothing())
    done[events.KIN] = pd.DataFrame()
    plain: Tables = {}
    chosen = _from(first)
    with _uncollected():
        for n, resolver in enumerate(chosen, start=1):
            start = perf_counter()
            resolved = _run(resolver, done, plain)
            done |= resolved
            needed = {name for later in chosen[n:] for name in later.needs} - resolved.keys()
            plain = {name: plain[name] for name in plain.keys() & needed}
            if told is not None:
                told(resolver.name, perf_counter() - start)
    return done


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python does not look for what refers to itself meanwhile: nothing does, and a sixth of the time went there."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _run(resolver: Resolver, tables: Tables, plain: Tables) -> Tables:
    """What a resolver makes, and the problems; where it fails and can be spared, none of what it alone makes.

    `plain` is where tables are kept as resolvers read them.
    """
    problems = tables["problems"]
    others = problems[(problems["stage"] != STAGE) | (problems["source"] != resolver.name)]
    try:
        for name in set(resolver.needs) - {"tokens", *plain}:
            plain[name] = compared.plain(tables[name])
        frames = resolver.run({name: plain.get(name, tables[name]) for name in resolver.needs})
    except (
        Exception
    ) as err:  # whatever is wrong with a comparison is said, and the corpus is there without it
        if not resolver.lacks:
            raise
        _log.warning("%s could not be resolved", resolver.name, exc_info=True)
        apart = set(resolver.makes) - set(resolver.needs)
        frames = {name: schema.empty(name) for name in apart & schema.TABLES.keys()}
        failed = (resolver.name, None, STAGE, f"{type(err).__name__}: {err}", f"left out: {resolver.lacks}")
        others = pd.concat([others, pd.DataFrame([failed], columns=problems.columns)], ignore_index=True)
    frames = {"problems": others, **frames}
    return {
        name: schema.conform(frame, name) if name in schema.TABLES else frame
        for name, frame in frames.items()
    }


def _from(first: str | None) -> list[Resolver]:
    """The resolver of that name and those that come after it because they need what is made anew."""
    if first is None:
        return list(RESOLVERS)
    if first not in NAMES:
        raise ValueError(f"there is no resolver {first!r}; there are {', '.join(NAMES)}")
    chosen: list[Resolver] = []
    anew: set[str] = set()
    for resolver in RESOLVERS[NAMES.index(first) :]:
        if resolver.name == first or anew & set(resolver.needs):
            chosen.append(resolver)
            anew.update(resolver.makes)
    return chosen


def _entities(tables: Mapping[str, pd.DataFrame]) -> Tables:
    toponyms = annotated.toponyms_of(tables["toponyms"], tables["overruled"], tables["chains"])
    own = annotated.mentions_of(tables["mentions"], tables["chains"], toponyms)
    read = own.assign(text=own["text"].map(reading))
    mentions, uncounted = entities.resolve(tables["documents"], read, toponyms)
    mentions["text"] = mentions["mention_id"].map(own.set_index("mention_id")["text"])
    blocks = tables["sentences"].merge(tables["blocks"][["block_id", "counted"]], on="block_id")
    shown = set(blocks.loc[blocks.counted, "sentence_id"])
    counts = mentions["sentence_id"].astype(object).isin(shown)  # Arrow's strings take ten times as long
    names = mentions[(mentions.form == "name") & counts & mentions.entity_id.notna()]
    counted, variants = entities.counted_in(uncounted, names)
    return {"mentions": mentions, "entities": counted, "variants": variants}


def _places(tables: Mapping[str, pd.DataFrame]) -> Tables:
    own = annotated.toponyms_of(tables["toponyms"], tables["overruled"], tables["chains"])
    toponyms, overruled = places.agreeing(own, tables["mentions"])
    return {"toponyms": toponyms, "overruled": overruled}


def _quotations(tables: Mapping[str, pd.DataFrame]) -> Tables:
    chains, mentions = tables["chains"], tables["mentions"][["mention_id", "entity_id"]]
    became = chains.merge(mentions.dropna(), left_on="id", right_on="mention_id")
    said, speakers = quotations.resolve(
        tables["quotations"],
        tables["quote_parts"],
        annotated.speakers_of(tables["quote_speakers"], chains),
        became.drop_duplicates(["doc_id", "chain"]),
    )
    return {"quotations": said, "quote_speakers": speakers}


def _shared_text(tables: Mapping[str, pd.DataFrame]) -> Tables:
    sentences = passages.passages(tables)
    kin = events.kin(tables)
    shared = reuse.reuse(sentences, {**tables, events.KIN: kin})
    tellings = independence.tellings({**tables, "reuse": shared}, sentences)
    return {"reuse": shared, "tellings": tellings, events.KIN: kin}


def _differences(tables: Mapping[str, pd.DataFrame]) -> Tables:
    rows, done = discrepancies.discrepancies(tables)
    return {"discrepancies": rows, compared.NAME: done}


def _articles(tables: Mapping[str, pd.DataFrame]) -> Tables:
    documents = tables["documents"]
    publishers = documents["publisher"].astype(object).where(documents["publisher"].notna(), None)
    return {
        "documents": documents.assign(short=short.names(documents["label"].tolist(), publishers.tolist()))
    }


RESOLVERS = (
    Resolver(
        "entities",
        ("documents", "blocks", "sentences", "mentions", "chains", "toponyms", "overruled"),
        ("mentions", "entities", "variants"),
        _entities,
    ),
    Resolver("places", ("toponyms", "overruled", "mentions", "chains"), ("toponyms", "overruled"), _places),
    Resolver(
        "quotations",
        ("quotations", "quote_parts", "quote_speakers", "mentions", "chains"),
        ("quotations", "quote_speakers"),
        _quotations,
    ),
    Resolver(
        "doubt",
        (
            *("documents", "blocks", "sentences", "mentions", "chains", "toponyms", "overruled"),
            *("entities", "quotations", "quote_speakers"),
        ),
        ("mentions", "quotations", "toponyms", "entities", "chains"),
        doubt.scored,
        "nothing says how sure a reading is",
    ),
    Resolver(
        "shared text",
        ("documents", "blocks", "sentences", "mentions", "quote_parts"),
        ("reuse", "tellings", events.KIN),
        _shared_text,
        "no text that articles share is known",
    ),
    Resolver(
        "discrepancies",
        (
            *("documents", "blocks", "sentences", "tokens", "mentions", "entities", "quantities", "dates"),
            *("quotations", "quote_parts", "reuse", events.KIN, compared.NAME),
        ),
        ("discrepancies", compared.NAME),
        _differences,
        "no differences between the articles are known",
    ),
    Resolver("articles", ("documents",), ("documents",), _articles),
)

NAMES = tuple(resolver.name for resolver in RESOLVERS)
