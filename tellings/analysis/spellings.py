"""In which ways each thing is printed, and by whom: the forms of its name by outlet."""

from __future__ import annotations

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import marks

_ORDER = {
    "": "w.n_forms > 1 DESC, w.n DESC, e.name",
    "differ": "w.n_forms > 1 DESC, c.n_first_choices DESC, w.n DESC, e.name",
    "forms": "w.n_forms DESC, w.n DESC, e.name",
    "name": "w.n_forms > 1 DESC, e.name, w.n DESC",
}


def forms(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The printed forms of every entity, those of entities printed in several ways first.

    The entities are ordered as `sort` says: most named first; `differ`, by how many different forms are the first
    choice of an outlet; `forms`, by how many forms there are; `name`. The forms of one by their number.

    Returns:
        `entity_id, name, type, text, n, n_outlets` (that print it so), `n_forms` (of the entity), `n_first_choices`
        (different forms that outlets print most often; of forms equally frequent in an outlet the first by alphabet).
    """
    where = filters.where("mentions")
    return corpus.sql(
        f"""
        WITH printed AS (
            SELECT entity_id, outlet, text, count(*) AS n
            FROM (SELECT entity_id, doc_id, text FROM mentions WHERE {where.sql}) JOIN outlets USING (doc_id)
            GROUP BY ALL
        ), choices AS (
            SELECT entity_id, count(DISTINCT text) AS n_first_choices FROM (
                SELECT entity_id, text FROM printed
                QUALIFY row_number() OVER (PARTITION BY entity_id, outlet ORDER BY n DESC, text) = 1
            ) GROUP BY entity_id
        ), whole AS (
            SELECT entity_id, sum(n)::BIGINT AS n, count(DISTINCT text) AS n_forms FROM printed GROUP BY entity_id
        ), told AS (
            SELECT entity_id, text, sum(n)::BIGINT AS k, count(*) AS n_outlets FROM printed GROUP BY entity_id, text
        )
        SELECT entity_id, e.name, e.type, t.text, t.k AS n, t.n_outlets, w.n_forms, c.n_first_choices
        FROM whole w JOIN choices c USING (entity_id) JOIN told t USING (entity_id) JOIN entities e USING (entity_id)
        ORDER BY {_ORDER.get(filters.sort, _ORDER[""])}, entity_id, t.k DESC, t.text
        """,
        where.params,
    )


def cells(corpus: Corpus, filters: Filters, entity_ids: tuple[str, ...]) -> pd.DataFrame:
    """How often each outlet prints each form of these entities.

    Returns:
        `entity_id, text, outlet, n`, without the outlets that do not print it.
    """
    where = filters.where("mentions").also(f"entity_id IN ({marks(entity_ids)})", *entity_ids)
    return corpus.sql(
        f"""
        SELECT entity_id, text, outlet, count(*) AS n
        FROM (SELECT entity_id, doc_id, text FROM mentions WHERE {where.sql}) JOIN outlets USING (doc_id)
        GROUP BY ALL ORDER BY ALL
        """,
        where.params,
    )
