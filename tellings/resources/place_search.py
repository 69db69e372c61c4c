"""The shipped gazetteer, searched by name: for people who say where a place is. Read from disk when it is asked.

`data/gazetteer/README.md` states sources and licences; finding places in texts is `tellings.annotation`'s work.
"""

from __future__ import annotations

import re
import unicodedata

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tellings import settings

MOST = 40

_DEMONYM, _ABBREVIATION = 3, 5
"""What a name may be to its place, of `names.parquet`, that no search is for."""

_DROPPED = re.compile(r"['’‘ʼʹʻ`´ʿʾ.]")
_APART = re.compile(r"[\s\-‐-―/,()]+")
COLUMNS = ("place_id", "name", "kind", "country_code", "admin1_code", "lat", "lon", "population")


def search(words: str) -> pd.DataFrame:
    """The places that bear a name, or whose name begins with it.

    Args:
        words: a name in any spelling the gazetteer has; accents, case and apostrophes do not matter.

    Returns:
        `place_id, name, kind, country_code, admin1_code, lat, lon, population`: those of the very name first, the
        most populous first, at most :data:`MOST`. Empty where nothing is found or the gazetteer is not there.
    """
    sought = _key(words)
    folder = settings.read().data / "gazetteer"
    if len(sought) < 2 or not (folder / "names.parquet").is_file():
        return pd.DataFrame(columns=list(COLUMNS))
    within = [("key", ">=", sought), ("key", "<", sought + "\U0010ffff")]
    names = pq.read_table(folder / "names.parquet", filters=within)
    names = names.filter(
        pc.invert(pc.is_in(names["use"], value_set=pa.array([_DEMONYM, _ABBREVIATION], pa.int8())))
    )
    exact = set(names.filter(pc.equal(names["key"], sought))["place"].to_pylist())
    rows = names["place"].unique()
    found = pq.read_table(folder / "places.parquet").take(rows).to_pandas()
    found["exact"] = [row in exact for row in rows.to_pylist()]
    found["place_id"] = found["place_id"].where(
        found["place_id"].notna(), "gn:" + found["geonames"].astype("Int64").astype("str")
    )
    found[["lat", "lon"]] = found[["lat", "lon"]] / 1000
    found = found.sort_values(["exact", "population"], ascending=False, kind="stable").head(MOST)
    kept: pd.DataFrame = found[list(COLUMNS)].reset_index(drop=True)
    return kept


def _key(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words)
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch))
    return " ".join(_APART.split(_DROPPED.sub("", plain).casefold().strip()))
