"""What is known of one entity beside its mentions: what it says, what is said of it, why its mentions are one."""

from __future__ import annotations

from tellings.analysis.source import Corpus
from tellings.query.filters import Filters


def by_and_about(corpus: Corpus, filters: Filters, entity_id: str) -> tuple[int, int]:
    """How many quotations the entity speaks, and how many name or mean it: as the quotations page counts them with
    these texts and times, `speaker` or `entity` set.
    """
    own = about(filters)
    by, of = (own.change(**{key: (entity_id,)}).where("quotations") for key in ("speaker", "entity"))
    found = corpus.sql(
        f"SELECT (SELECT count(*) FROM quotations WHERE {by.sql}) AS by, "
        f"(SELECT count(*) FROM quotations WHERE {of.sql}) AS about",
        [*by.params, *of.params],
    )
    return int(found.by.iloc[0]), int(found.about.iloc[0])


def about(filters: Filters) -> Filters:
    """The filters that bear on an entity's quotations: its texts and times."""
    return filters.only("doc", "publisher", "date", "when")


def reasons(corpus: Corpus, entity_id: str) -> tuple[list[str], str, float | None]:
    """Why the mentions of an entity are one.

    Returns:
        How its names were linked within articles, the most frequent way first; how its articles' entities were brought
        together, as in `entities.method`; the score of the least sure step, None where there was none.
    """
    linked = corpus.sql(
        """
        SELECT CASE WHEN starts_with(method, 'correction:') THEN 'correction'
                    ELSE trim(split_part(method, ';', -1)) END AS way, count(*) AS n
        FROM mentions WHERE entity_id = ? AND form = 'name' GROUP BY way ORDER BY n DESC, way
        """,
        [entity_id],
    )
    found = corpus.sql("SELECT method, score FROM entities WHERE entity_id = ?", [entity_id])
    if found.empty:
        return linked.way.tolist(), "", None
    score = found.score.iloc[0]
    return linked.way.tolist(), str(found.method.iloc[0]), None if score != score else float(score)
