"""Which values of an address a corpus has."""

from __future__ import annotations

from datetime import date

import pandas as pd

from tellings import schema
from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import UNKNOWN, marks, told_apart

_KNOWN = {
    "doc": "documents WHERE doc_id = ?",
    "publisher": "outlets WHERE outlet = ?",
    "entity": "entities WHERE entity_id = ?",
    "speaker": "entities WHERE entity_id = ?",
    "side": "entities WHERE country = ?",
    "place": "toponyms WHERE place_id = ?",
    "cue": "cue_counts WHERE cue = ?",
}
"""SQL: where a value of each parameter stands."""


def missing(corpus: Corpus, filters: Filters) -> dict[str, list[str]]:
    """The values of each parameter that the corpus does not have, by parameter."""
    asked = [
        (name, value)
        for name in _KNOWN
        for value in getattr(filters, name)
        if not (value == UNKNOWN and name in ("speaker", "side", "place"))
    ]
    if not asked:
        return {}
    queries = " UNION ALL ".join(
        f"SELECT ? AS name, ? AS value WHERE NOT EXISTS (SELECT 1 FROM {_KNOWN[name]})" for name, _ in asked
    )
    params = [
        part for name, value in asked for part in (name, value, value.lower() if name == "cue" else value)
    ]
    lacking = corpus.sql(queries, params)
    return {str(name): group.value.tolist() for name, group in lacking.groupby("name")}


_LETTERS = "regexp_replace(lower(strip_accents(text)), '[.''’‘`]', '', 'g')"
_SLUG = f"trim(regexp_replace({_LETTERS}, '[^0-9a-z]+', '-', 'g'), '-')"
"""SQL: a printed form as an entity's id has it."""


def renamed(corpus: Corpus, ids: tuple[str, ...]) -> dict[str, str]:
    """Where addresses of an older build lead: an id that is gone, to the entity that holds most of what was named so.

    An id is a type and the fullest form. Where a later build knows a fuller one ("Donald J. Trump"), the old form is
    still among those printed.

    Returns:
        The entity by the id, for those that no entity has and whose form an entity of the type bears.
    """
    heirs = {}
    for old in ids:
        kind, _, slug = old.partition(":")
        if not slug or len(corpus.sql("SELECT 1 FROM entities WHERE entity_id = ?", [old])):
            continue
        bearers = corpus.sql(
            "SELECT entity_id FROM variants v JOIN entities e USING (entity_id) "
            f"WHERE e.type = ? AND {_SLUG} = ? GROUP BY entity_id "
            "ORDER BY sum(v.n_mentions) DESC, entity_id LIMIT 1",
            [kind, slug],
        )
        if len(bearers):
            heirs[old] = str(bearers.entity_id.iloc[0])
    return heirs


def failed(corpus: Corpus) -> frozenset[str]:
    """The comparisons that failed when the corpus was made (`shared text`, `discrepancies`): what they would have found
    is not known, though their tables are empty.
    """
    return frozenset(corpus.sql("SELECT source FROM problems WHERE stage = 'resolve'").source)


def entities(corpus: Corpus) -> pd.DataFrame:
    """The 500 entities that are named most, the most named first: what a filter offers.

    Returns:
        `entity_id, name` (namesakes of one type are numbered), `type, n_mentions`.
    """
    return corpus.sql(
        f"""
        WITH most AS (
            SELECT entity_id FROM entities WHERE n_mentions > 0 ORDER BY n_mentions DESC, name, entity_id LIMIT 500
        )
        SELECT entity_id, name, type, n_mentions FROM ({told_apart("SELECT entity_id FROM most")})
        ORDER BY n_mentions DESC, name, entity_id
        """
    )


def name(corpus: Corpus, entity: str) -> str | None:
    """The name of an entity by its id, numbered where others of its type share it; None where there is no such."""
    names = corpus.sql(f"SELECT name FROM ({told_apart('SELECT ?')})", [entity, entity]).name
    return str(names.iloc[0]) if len(names) else None


def namesakes(corpus: Corpus) -> pd.DataFrame:
    """The places whose name and type others share, and where they lie.

    Returns:
        `place` (its id), `bears` (its name), `key` (that name in small letters), `type, country, region` (codes, null
        where they are not known).
    """
    return corpus.sql(
        f"""
        SELECT entity_id AS place, e.name AS bears, lower(e.name) AS key, e.type, min(country_code) AS country,
               min(admin1_code) AS region
        FROM (SELECT entity_id, name, type FROM entities WHERE type IN ({marks(schema.PLACE_TYPES)})
              QUALIFY count(*) OVER (PARTITION BY lower(name), type) > 1) e
        JOIN toponyms ON place_id = entity_id GROUP BY ALL ORDER BY place
        """,
        list(schema.PLACE_TYPES),
    )


def documents(corpus: Corpus) -> pd.DataFrame:
    """Every article without its text, by date and id.

    Returns:
        `doc_id, label, short, title, publisher, outlet, outlet_label, published, url, source, language, copy_of,
        n_chars, n_words, fullest`; `outlet` is the publisher's name, or `unknown:` and the article's id; `outlet_label`
        what a reader calls it; `fullest`: has no other of its telling more words?
    """
    return corpus.sql(
        "SELECT doc_id, d.label, short, title, publisher, outlet, o.label AS outlet_label, published, url, source, "
        "language, copy_of, n_chars, n_words, fullest "
        "FROM documents d JOIN outlets o USING (doc_id) JOIN told_once USING (doc_id) "
        "ORDER BY published NULLS LAST, doc_id"
    )


def n_documents(corpus: Corpus, filters: Filters) -> int:
    """How many articles the filters let through."""
    where = filters.where("documents")
    return int(corpus.sql(f"SELECT count(*) AS n FROM documents WHERE {where.sql}", where.params).n.iloc[0])


def days(corpus: Corpus) -> list[date]:
    """The days on which the articles were published, in order."""
    known = corpus.sql(
        "SELECT DISTINCT published FROM documents WHERE published IS NOT NULL ORDER BY published"
    )
    return list(known.published)


def sides(corpus: Corpus) -> pd.DataFrame:
    """The countries for which those who are quoted act, the most quoted first.

    Returns:
        `side` (ISO 3166-1 alpha-2), `name` (the country's, where the corpus names it), `n` (quotations).
    """
    return corpus.sql(
        """
        SELECT side, any_value(c.name) AS name, n
        FROM side_counts LEFT JOIN entities c ON c.country = side AND c.type = 'country'
        GROUP BY side, n ORDER BY n DESC, side
        """
    )


def countries(corpus: Corpus) -> list[str]:
    """The countries (ISO 3166-1 alpha-2) where named entities lie or for which they act, the most named first."""
    codes = corpus.sql(
        "SELECT country FROM entities WHERE country IS NOT NULL GROUP BY country ORDER BY sum(n_mentions) DESC, country"
    )
    return [str(code) for code in codes.country]


def cues(corpus: Corpus) -> list[str]:
    """The cues of quotations, in lower case, the most frequent first."""
    printed = corpus.sql("SELECT cue FROM cue_counts ORDER BY n DESC, cue")
    return [str(cue) for cue in printed.cue]
