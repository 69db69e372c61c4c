"""What the place of a name rests on."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from tellings.resolution.doubt.binned import agreement, binned, words_of
from tellings.resolution.places import ASSUMED
from tellings.resources import gazetteer

_NAMED = (
    (re.compile(r'^".*" (before|after) it$'), r"words \1 it"),
    (re.compile(r'^".*"'), "words beside it"),
    (re.compile(r"^listed with .*"), "listed with another"),
    (re.compile(r"^in .*, named after it$"), "in what is named after it"),
    (re.compile(r"^unknown itself.*"), "unknown itself"),
)


def signals(toponyms: pd.DataFrame) -> pd.DataFrame:
    """The signals of place names.

    Args:
        toponyms: the table, with `own_score` (how clearly the place led in its article) and `type_score`.

    For a region that is only assumed, neither other places in it speak nor namesakes: the one is why it was assumed, of
    the others none is meant.
    """
    if toponyms.empty:
        return pd.DataFrame(index=toponyms.index)
    reasons = {method: _reasons(method) for method in toponyms["method"].unique()}
    texts = toponyms["text"].unique()
    known = pd.DataFrame([_candidates(text) for text in texts], index=texts, columns=["n", "first", "lead"])
    assumed = toponyms["method"].str.contains(ASSUMED, regex=False)
    figures = known.reindex(toponyms["text"].mask(assumed)).set_index(toponyms.index)
    margin = toponyms["own_score"].where(toponyms["place_id"].notna())
    return pd.DataFrame(
        {
            "why": [", ".join(reasons[method]) for method in toponyms["method"]],
            "first reason": [reasons[method][0] for method in toponyms["method"]],
            "lead": binned(margin, (0.6, 0.75, 0.9, 0.97, 0.99, 0.999)),
            "kind": toponyms["kind"].fillna("none")
            + " "
            + toponyms["place_id"].notna().map({True: "", False: "unplaced"}),
            "use": toponyms["use"],
            "places of that name": binned(figures["n"], (0, 1, 3, 8)),
            "inhabitants of the first": binned(figures["first"], (1e3, 1e4, 1e5, 1e6)),
            "inhabitants, first to second": binned(figures["lead"], (0.5, 1, 2)),
            "its own name": (toponyms["text"] == toponyms["name"]).map({True: "yes", False: "no"}),
            "others in its country": _company(
                toponyms.assign(country_code=toponyms["country_code"].mask(assumed))
            ),
            "other articles": agreement(
                toponyms.assign(place=toponyms["place_id"].fillna("")), ["text"], "place"
            ),
            "type": binned(toponyms["type_score"], (0.7, 0.85, 0.95)),
            "words": words_of(toponyms["text"]),
        },
        index=toponyms.index,
    )


def _reasons(method: str) -> list[str]:
    """The kinds of reasons of the placing, the names in them left out; not those of the use."""
    kinds = []
    for reason in re.split(r", (?!named after)", method.partition("; ")[0]):
        for pattern, kind in _NAMED:
            reason = pattern.sub(kind, reason)
        kinds.append(reason)
    return kinds


def _candidates(text: str) -> tuple[int, float, float]:
    """How many places the gazetteer has of the name; inhabitants of the first; how many tenfolds it leads by."""
    places = gazetteer.load().candidates(text)
    people = sorted((place.population for place in places), reverse=True)[:2]
    if not people:
        return 0, float("nan"), float("nan")
    lead = np.log10((people[0] + 1) / (people[1] + 1)) if len(people) > 1 else float("nan")
    return len(places), float(people[0]), float(lead)


def _company(toponyms: pd.DataFrame) -> pd.Series:
    """What share of the article's other placed names lies in the same country; `alone` where there is no other."""
    once = toponyms[["doc_id", "text", "country_code"]].dropna().drop_duplicates()
    of_doc = once.groupby("doc_id").size()
    of_country = once.groupby(["doc_id", "country_code"]).size()
    others = toponyms["doc_id"].map(of_doc).fillna(0) - toponyms["country_code"].notna()
    keys = pd.MultiIndex.from_frame(toponyms[["doc_id", "country_code"]])
    same = of_country.reindex(keys).fillna(1).to_numpy() - 1
    share = pd.Series(same / others.clip(lower=1), index=toponyms.index)
    return binned(share.where((others > 0) & toponyms["country_code"].notna()), (0, 0.2, 0.5, 0.8))
