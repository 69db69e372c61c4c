"""What the forms of corrections offer and need: entities to choose among, spans by which things are found again.

What corrections changed is asked of the table `corrected` that a corpus holds beside its own.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pandas as pd

from tellings.analysis.evidence import quoted
from tellings.analysis.source import Corpus
from tellings.identity.compare import parts, same_given
from tellings.identity.link import group_of
from tellings.query.filters import Filters
from tellings.query.openable import OPENABLE
from tellings.query.sql import told_apart

OFFERED = 300
"""Entities that a list offers; others are found by typing their name."""

_ALIKE = 0.88
"""Jaro-Winkler similarity from which two names are offered before others (Zelensky, Zelenskyy)."""


def anchor(corpus: Corpus, entity_id: str) -> dict[str, Any]:
    """One mention by which an entity is found again after another build: a name, and one that no correction moved.

    Returns:
        `doc_id, start, end, text`; empty where the entity is nowhere in print.
    """
    return _first(
        corpus.sql(
            'SELECT doc_id, start, "end", text FROM mentions WHERE entity_id = ? '
            "ORDER BY starts_with(method, 'correction:'), form <> 'name', doc_id, start LIMIT 1",
            [entity_id],
        )
    )


def offered(
    corpus: Corpus, name: str, *, kind: str = "", doc_id: str = "", without: str = ""
) -> pd.DataFrame:
    """The entities that a mention or an entity may be, the likeliest first: those that share a word with its name or
    are spelt much alike, those of the article, those of its type, then by number of mentions.

    Args:
        corpus: where to look.
        name: its name, or what is printed.
        kind: its type.
        doc_id: the article in which it stands.
        without: an entity to be left out.

    Returns:
        `entity_id, name` (namesakes of one type are numbered), `type, n_mentions`, at most :data:`OFFERED` rows.
    """
    return corpus.sql(
        f"""
        WITH likely AS (
            SELECT entity_id, row_number() OVER (ORDER BY
                len(list_intersect(string_split(lower(name), ' '), string_split(lower($name), ' '))) > 0
                    OR jaro_winkler_similarity(lower(name), lower($name)) >= $alike DESC,
                EXISTS (SELECT 1 FROM mentions m WHERE m.entity_id = e.entity_id AND m.doc_id = $doc) DESC,
                type = $kind DESC, n_mentions DESC, name, entity_id) AS place
            FROM entities e WHERE entity_id <> $without QUALIFY place <= $most
        )
        SELECT entity_id, n.name, n.type, n.n_mentions
        FROM likely JOIN ({told_apart("SELECT entity_id FROM likely")}) n USING (entity_id) ORDER BY place""",
        {"name": name, "kind": kind, "doc": doc_id, "without": without, "alike": _ALIKE, "most": OFFERED},
    )


def named(corpus: Corpus, words: str) -> pd.DataFrame:
    """The entities of this very name or printed form, upper and lower case aside: `entity_id, name, type`."""
    return corpus.sql(
        "SELECT entity_id, name, type FROM entities WHERE lower(name) = lower($words) OR entity_id IN "
        "(SELECT entity_id FROM variants WHERE lower(text) = lower($words)) ORDER BY n_mentions DESC, entity_id",
        {"words": words},
    )


def printed(corpus: Corpus, entity_id: str) -> pd.DataFrame:
    """The printed forms of an entity, in all blocks: `text, n`, the most frequent first."""
    return corpus.sql(
        "SELECT text, count(*) AS n FROM mentions WHERE entity_id = ? GROUP BY text ORDER BY n DESC, text",
        [entity_id],
    )


def articles_of(corpus: Corpus, entity_id: str) -> pd.DataFrame:
    """The articles that mention an entity: `doc_id, short, n`."""
    return corpus.sql(
        "SELECT doc_id, d.short, count(*) AS n FROM mentions JOIN documents d USING (doc_id) WHERE entity_id = ? "
        "GROUP BY doc_id, d.short ORDER BY n DESC, doc_id",
        [entity_id],
    )


def pieces(corpus: Corpus, quote_id: str) -> pd.DataFrame:
    """The pieces of a quotation's content in order: `doc_id, start, end, text`."""
    return corpus.sql(
        'SELECT doc_id, start, "end", text FROM content_spans WHERE quote_id = ? ORDER BY start',
        [quote_id],
    )


def speakers(corpus: Corpus, quote_id: str) -> list[str]:
    """The entities that are said to speak a quotation, in their order in print."""
    spoken = corpus.sql(
        "SELECT entity_id FROM quotation_speakers s LEFT JOIN quote_speakers p USING (quote_id, entity_id) "
        "WHERE quote_id = ? GROUP BY entity_id ORDER BY min(p.start), entity_id",
        [quote_id],
    )
    return [str(one) for one in spoken.entity_id]


def text(corpus: Corpus, doc_id: str) -> str:
    """The text of an article; empty where there is none of that id."""
    article = corpus.sql("SELECT text FROM documents WHERE doc_id = ?", [doc_id])
    return str(article.text.iloc[0]) if len(article) else ""


def marked_at(corpus: Corpus, doc_id: str, start: int, end: int) -> dict[str, Any]:
    """What has a card in the reader and this very span, a mention before a quotation, date or quantity: its `kind` (the
    table) and `id`.
    """
    marked = " UNION ALL ".join(
        f"SELECT '{one.table}' AS kind, {one.id} AS id, {place} AS place FROM {one.table} "
        'WHERE doc_id = $doc AND start = $start AND "end" = $end'
        for place, one in enumerate(OPENABLE.values())
        if one.key
    )
    return _first(
        corpus.sql(
            f"SELECT kind, id FROM ({marked}) ORDER BY place LIMIT 1",
            {"doc": doc_id, "start": start, "end": end},
        )
    )


def unmarked(corpus: Corpus, doc_id: str, words: str) -> list[tuple[int, int]]:
    """Where these words stand in an article without being part of a mention, in order."""
    whole, unmarked_spans, at = text(corpus, doc_id), [], 0
    taken = corpus.sql('SELECT start, "end" FROM mentions WHERE doc_id = ?', [doc_id])
    spans = list(zip(taken["start"].tolist(), taken["end"].tolist(), strict=True))
    while words and (at := whole.find(words, at)) >= 0:
        end = at + len(words)
        if not any(start < end and last > at for start, last in spans):
            unmarked_spans.append((at, end))
        at = end
    return unmarked_spans


def countries(corpus: Corpus) -> pd.DataFrame:
    """The countries that the corpus places: `entity_id, name, country_code`."""
    return corpus.sql(
        "SELECT DISTINCT place_id AS entity_id, name, country_code FROM toponyms "
        "WHERE kind = 'country' AND place_id IS NOT NULL ORDER BY name"
    )


def of_articles(corpus: Corpus, filters: Filters) -> list[str]:
    """The ids of the corrections that changed something in the articles that the filters let through."""
    where = filters.where("corrected")
    changed = corpus.sql(
        f"SELECT DISTINCT correction_id AS id FROM corrected WHERE {where.sql} ORDER BY id", where.params
    )
    return [str(one) for one in changed["id"]]


_YEAR = r"(1[5-9]\d\d|20\d\d)"
_BORN = re.compile(
    rf"^,? ?\(?(?:who (?:was|is) |was |is )?(?:born|b\.) [^.;:()]{{0,40}}?\b{_YEAR}\b|^ ?\({_YEAR} ?[-–]"
)
_AGED = re.compile(r"^, (?:aged )?(\d{1,3})[,.;)]")
_YEARS_OLD = re.compile(r"\b(\d{1,3})-year-old (?:[^\W\d]+ ){0,3}$")


class _Birth(NamedTuple):
    """When somebody was born, as the text says it: between two years, counted from `since` (0, or an article)."""

    since: str
    first: int
    last: int
    words: str


def warnings_of_merge(corpus: Corpus, a: str, b: str) -> list[str]:
    """What speaks against two entities being one, each a sentence; empty where nothing that the corpus says does.

    Two kinds of things, two places of the gazetteer, two countries, given names that cannot be one name's, and years of
    birth, said as such or by an age, that exclude each other.
    """
    columns = "entity_id, name, type, country, geonames, wikidata"
    rows = corpus.sql(f"SELECT {columns} FROM entities WHERE entity_id IN (?, ?)", [a, b]).to_dict("records")
    both = {str(row["entity_id"]): row for row in rows}
    if len(both) < 2:
        return []
    one, other = both[a], both[b]
    names = quoted(one["name"]), quoted(other["name"])
    warnings = []
    if group_of(one["type"]) != group_of(other["type"]):
        warnings.append(f"{names[0]} is of the type {one['type']}, {names[1]} of the type {other['type']}.")
    if _differ(one, other, "geonames") or _differ(one, other, "wikidata"):
        warnings.append(f"{names[0]} and {names[1]} are two entries of the gazetteer.")
    if _differ(one, other, "country"):
        known = countries(corpus)
        called = dict(zip(known.country_code, known.name, strict=True))
        told = [called.get(row["country"], row["country"]) for row in (one, other)]
        warnings.append(f"{names[0]} belongs to {told[0]}, {names[1]} to {told[1]}.")
    if one["type"] == other["type"] == "person":
        first_names, others = _given_names(corpus, a), _given_names(corpus, b)
        if first_names and others and not any(same_given(x, y) for x in first_names for y in others):
            printed = [", ".join(some.values()) for some in (first_names, others)]
            warnings.append(f"Their first names differ: {printed[0]} and {printed[1]}.")
        apart = [(x, y) for x in _births(corpus, a) for y in _births(corpus, b)
                 if x.since == y.since and (x.last < y.first or y.last < x.first)]  # fmt: skip
        if apart:
            x, y = apart[0]
            warnings.append(f"The text says that {names[0]} {x.words}, and that {names[1]} {y.words}.")
    return warnings


def _differ(one: dict[Any, Any], other: dict[Any, Any], column: str) -> bool:
    return bool(pd.notna(one[column]) and pd.notna(other[column]) and one[column] != other[column])


def _given_names(corpus: Corpus, entity_id: str) -> dict[str, str]:
    """The first words of a person's names of two words or more, in plain letters, and as they are printed."""
    forms = [part for part in printed(corpus, entity_id).text if len(parts(part)) > 1]
    return {parts(form)[0]: form.split()[0] for form in forms}


def _births(corpus: Corpus, entity_id: str) -> list[_Birth]:
    """What the text says, right beside a person's names, of when they were born."""
    beside = corpus.sql(
        "SELECT m.doc_id, substr(d.text, greatest(m.start - 59, 1), least(m.start, 60)) AS before, "
        'substr(d.text, m."end" + 1, 80) AS after, year(try_cast(d.published AS DATE)) AS year '
        "FROM mentions m JOIN documents d USING (doc_id) WHERE entity_id = ? AND form = 'name' ORDER BY doc_id, start",
        [entity_id],
    )
    births = []
    for doc_id, before, after, year in beside.itertuples(index=False):
        if born := _BORN.search(after):
            at = int(born[1] or born[2])
            births.append(_Birth("", at, at, f"was born in {at}"))
        if aged := _AGED.search(after) or _YEARS_OLD.search(before):
            since, now = (doc_id, 0) if pd.isna(year) else ("", int(year))
            age = int(aged[1])
            births.append(_Birth(since, now - age - 1, now - age, f"is {age} years old"))
    return births


def _first(rows: pd.DataFrame) -> dict[str, Any]:
    return {str(name): rows[name].iloc[0] for name in rows.columns} if len(rows) else {}
