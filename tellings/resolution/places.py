"""The place names of the corpus after resolution: what the corpus knows to be no place has no place."""

from __future__ import annotations

import pandas as pd

from tellings.schema import PLACE_KINDS, PLACE_TYPES, TABLES, conform

_OWN_KIND = frozenset(PLACE_TYPES).intersection(PLACE_KINDS)
"""Types that are also kinds; a `location` is a water or an area, which a name alone does not tell."""

ASSUMED = "; assumed: "
"""In the method of an unknown building of which no text says where it stands."""

_MOST = 2
"""Articles in which a site must be assumed to hold for others."""

ELSEWHERE = "a place elsewhere in the corpus"
"""The method of a row that no article has by itself."""


def agreeing(toponyms: pd.DataFrame, mentions: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `toponyms` and `overruled` in agreement with the resolved mentions.

    The corpus may know better than the article: a last name that stood for an unplaced name there is a person's where
    another article gives the full name. One decision holds for both tables.

    Args:
        toponyms: as found article by article.
        mentions: resolved, with the final `type`.

    Returns:
        `toponyms` without the rows of names that are no places, the unplaced ones with the kind of their mention's
        type, with a row for each name that only the corpus showed to be a place, and with the place that the corpus
        gave a name. `overruled`: the rows that are left out or changed, as they were.
    """
    types = dict(zip(mentions["mention_id"], mentions["type"], strict=True))
    named = mentions[mentions["form"] == "name"]
    names = set(named["mention_id"])
    of_row = [types.get(mention_id) for mention_id in toponyms["mention_id"]]
    keep = [
        kind in PLACE_TYPES or mention_id not in names
        for kind, mention_id in zip(of_row, toponyms["mention_id"], strict=True)
    ]
    kept = toponyms[pd.Series(keep, index=toponyms.index, dtype=bool)].copy()
    kept["kind"] = pd.Series(
        [
            _kind(kind, str(of)) if mention_id in names and not isinstance(place_id, str) else kind
            for kind, of, place_id, mention_id in zip(
                kept["kind"],
                [types.get(mention_id) for mention_id in kept["mention_id"]],
                kept["place_id"],
                kept["mention_id"],
                strict=True,
            )
        ],
        index=kept.index,
        dtype=object,
    )
    known = toponyms.dropna(subset=["place_id"]).drop_duplicates("place_id").set_index("place_id", drop=False)
    entities = dict(zip(named["mention_id"], named["entity_id"], strict=True))
    _place(kept, kept["mention_id"].map(entities), known)
    _stand(kept, kept["mention_id"].map(entities))
    before = toponyms.loc[kept.index, ["kind", "place_id"]].fillna("")
    changed = (kept[["kind", "place_id"]].fillna("") != before).any(axis=1)
    overruled = toponyms.drop(kept.index[~changed])
    new = named[named["type"].isin(PLACE_TYPES) & ~named["mention_id"].isin(set(toponyms["mention_id"]))]
    if len(new):
        added = conform(_unplaced(new), "toponyms")
        _place(added, added["mention_id"].map(entities), known)
        kept = pd.concat([kept, added], ignore_index=True).sort_values(
            ["doc_id", "start"], kind="stable", ignore_index=True
        )
    return conform(kept, "toponyms"), conform(overruled, "overruled")


def _kind(kind: object, of: str) -> str | None:
    if of in _OWN_KIND:
        return of
    return kind if isinstance(kind, str) and kind in ("water", "area") else None


def _place(rows: pd.DataFrame, wanted: pd.Series, known: pd.DataFrame) -> None:
    """Give the rows whose name the corpus places elsewhere than their article did that place."""
    moved = wanted.isin(known.index) & (wanted != rows["place_id"]) & (rows["use"] != "demonym")
    if moved.any():
        for column in ("place_id", "name", "kind", "country_code", "admin1_code", "lat", "lon"):
            rows.loc[moved, column] = known.loc[wanted[moved], column].to_numpy()
        rows.loc[moved, "method"] = ELSEWHERE


def _stand(rows: pd.DataFrame, entities: pd.Series) -> None:
    """Give an unknown place of which nothing says where it lies what is said of it elsewhere in the corpus.

    What is only assumed holds for others where at least two articles assume one region, and no other is assumed as
    often as in half of them; where one does alone, for those that tell of another place in that region.
    """
    unplaced = rows["place_id"].isna() & (rows["use"] != "demonym")
    assumed = rows["method"].str.contains(ASSUMED, regex=False)
    alone = _sites(rows[unplaced & rows["lat"].notna() & assumed], entities, 1)
    known = rows[rows["place_id"].notna() & rows["admin1_code"].notna()]
    told = set(zip(known["doc_id"], known["admin1_code"], strict=True))
    sites = _sites(rows[unplaced & rows["lat"].notna() & assumed], entities, _MOST)
    sites |= _sites(rows[unplaced & rows["lat"].notna() & ~assumed], entities, 1)
    lost = unplaced & (rows["lat"].isna() | assumed) & entities.isin(sites.keys() | alone.keys())
    for row in rows.index[lost]:
        site = sites.get(entities[row], alone.get(entities[row]))
        if site is None or rows.at[row, "admin1_code"] == site["admin1_code"]:
            continue
        if entities[row] not in sites and (rows.at[row, "doc_id"], site["admin1_code"]) not in told:
            continue
        for column in ("country_code", "admin1_code", "lat", "lon"):
            rows.at[row, column] = site[column]
        rows.at[row, "method"] = f"{ELSEWHERE}: {site['method']}"


def _sites(rows: pd.DataFrame, entities: pd.Series, least: int) -> dict[str, pd.Series]:
    """The row that tells where a thing stands, by entity, where `least` articles tell one region.

    All must where one is enough; else twice as many as tell others.
    """
    told = rows.sort_values(["doc_id", "start"])  # however they were gathered
    sites = {}
    for of, some in told.groupby(entities.reindex(told.index)):
        regions = some["admin1_code"].fillna("")
        n = some.groupby(regions)["doc_id"].nunique().sort_values(ascending=False)
        others = n.iloc[1:].sum()
        if n.iloc[0] >= max(least, 2 * others) and not (least == 1 and others) and (least == 1 or n.index[0]):
            sites[str(of)] = some[regions == n.index[0]].iloc[0]
    return sites


def _unplaced(mentions: pd.DataFrame) -> pd.DataFrame:
    rows = mentions[["doc_id", "mention_id", "sentence_id", "start", "end", "text", "type"]].assign(
        use="literal", method=ELSEWHERE, score=float("nan")
    )
    rows["kind"] = [_kind(None, kind) for kind in rows["type"]]
    return rows.drop(columns="type").reindex(columns=TABLES["toponyms"].names)
