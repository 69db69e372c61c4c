"""All extractors over one article: the list of them, each with what it requires and the tables that it makes.

Who is who is known within the article alone here (`chains`); `resolution` makes the corpus' entities of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from tellings.annotation import entities, tables
from tellings.annotation.amounts.quantities import quantities
from tellings.annotation.article import Article
from tellings.annotation.entities import Mention
from tellings.annotation.names.finding import Name, find_names
from tellings.annotation.places.home import home
from tellings.annotation.places.toponyms import Toponym, locate
from tellings.annotation.reference import bodies, coreference, surnames
from tellings.annotation.speech.anonymous import introduced
from tellings.annotation.speech.quotations import Quotation, quotations, speaker_mentions
from tellings.annotation.tables import Findings, Rows
from tellings.annotation.times.dates import dates
from tellings.resources.gazetteer import Gazetteer


class Extractor(NamedTuple):
    """Something that is looked for in an article.

    Attributes:
        name: under which others require what it finds.
        requires: the extractors whose findings it takes after the article, in this order; or `gazetteer`.
        find: takes the article and what is required.
        makes: the tables that it fills.
        rows: their rows, once all extractors have run; None where it only finds what others require.
    """

    name: str
    requires: tuple[str, ...]
    find: Callable[..., Any]
    makes: tuple[str, ...] = ()
    rows: Callable[[Article, Findings], Rows] | None = None


def annotate(article: Article, gazetteer: Gazetteer) -> Rows:
    """Everything that is found in one article (or piece of one).

    Returns:
        Rows of every table that an extractor makes. What an article holds for one thing has one key in `chains`.
    """
    extracted: dict[str, Any] = {"gazetteer": gazetteer}
    for extractor in EXTRACTORS:
        extracted[extractor.name] = extractor.find(article, *(extracted[name] for name in extractor.requires))
    rows: Rows = {}
    for extractor in EXTRACTORS:
        if extractor.rows is not None:
            rows |= extractor.rows(article, extracted)
    return rows


def outline(article: Article) -> Rows:
    """The blocks and sentences of an article in which nothing is looked for; none of them counts."""
    blocks = tuple(replace(block, counted=False) for block in article.blocks)
    article = replace(article, blocks=blocks)
    return {**tables.blocks(article, {}), **tables.sentences(article, {})}


def n_words(article: Article) -> int:
    """The tokens with a letter or digit in counted blocks: the base of every rate."""
    total = 0
    for sentence in article.sentences:
        block = article.block_at(sentence.start_char)
        if block is not None and block.counted:
            total += sum(any(ch.isalnum() for ch in token.text) for token in sentence)
    return total


def _named(article: Article, names: list[Name], toponyms: list[Toponym]) -> list[Mention]:
    """The names as mentions, those of one surname told apart."""
    return surnames.told_apart(article, entities.mentions(article, names, toponyms))


def _references(article: Article, named: list[Mention]) -> list[Mention]:
    """The names, with the pronouns and nouns that refer to them."""
    return _in_order([*named, *coreference.resolve(article, named), *bodies.resolve(article, named)])


def _mentions(article: Article, references: list[Mention], quoted: list[Quotation]) -> list[Mention]:
    """All mentions: also the speakers of quotations that are neither a name nor refer to one."""
    said = speaker_mentions(quoted, references)
    return _in_order([*references, *said, *introduced(article, said)])


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda m: (m.start, m.end))


EXTRACTORS = (
    Extractor("blocks", (), lambda article: article.blocks, ("blocks",), tables.blocks),
    Extractor("sentences", (), lambda article: article.sentences, ("sentences", "tokens"), tables.sentences),
    Extractor("names", ("gazetteer",), find_names),
    Extractor("toponyms", ("names", "gazetteer"), locate),
    Extractor("named", ("names", "toponyms"), _named),
    Extractor("references", ("named",), _references),
    Extractor(
        "quotations",
        ("references",),
        quotations,
        ("quotations", "quote_parts", "quote_speakers"),
        tables.quotations,
    ),
    Extractor("mentions", ("references", "quotations"), _mentions, ("mentions", "toponyms"), tables.mentions),
    Extractor("chains", ("mentions", "quotations"), lambda *_: None, ("chains",), tables.chains),
    Extractor("home", ("toponyms", "gazetteer"), home),
    Extractor("dates", ("home",), dates, ("dates",), partial(tables.spans, "dates")),
    Extractor(
        "quantities", ("dates", "home"), quantities, ("quantities",), partial(tables.spans, "quantities")
    ),
)
"""In an order in which everything is found before it is required."""
