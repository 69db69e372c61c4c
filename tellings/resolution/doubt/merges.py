"""What it rests on that a mention is the entity that it was given to, rather than another of like name."""

from __future__ import annotations

import pandas as pd

from tellings.identity.compare import is_acronym, letters, parts
from tellings.identity.link import group_of
from tellings.resolution.doubt.binned import binned, tail, words_of


def signals(names: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """The signals of names that were brought together with others, of entities that are no place of the gazetteer.

    Args:
        names: mentions by name, resolved, with `own_score` and `own_type`.
        entities: the table.

    Returns:
        One row for each name whose entity is printed in another article or in another form as well.
    """
    known = entities.set_index("entity_id")
    rows = names[names["entity_id"].notna() & ~names["method"].str.endswith("; place")]
    rows = rows[rows["form"] == "name"]
    groups = rows[["entity_id", "doc_id", "text"]].drop_duplicates().groupby("entity_id").size()
    rows = rows[rows["entity_id"].map(groups).astype(float) > 1]
    if rows.empty:
        return pd.DataFrame(index=rows.index)
    name = rows["entity_id"].map(known["name"])
    printed = list(zip(rows["text"], name, rows["type"], strict=True))
    relations = {said: _relation(*said) for said in set(printed)}
    relation = pd.Series([relations[said] for said in printed], index=rows.index, dtype=object)
    full = {
        (doc, entity)
        for doc, entity, how in zip(rows["doc_id"], rows["entity_id"], relation, strict=True)
        if how == "the name"
    }
    whole = [
        "yes" if (doc, entity) in full else "no"
        for doc, entity in zip(rows["doc_id"], rows["entity_id"], strict=True)
    ]
    link = tail(rows["method"], "; ")
    across = rows["entity_id"].map(known["method"])
    return pd.DataFrame(
        {
            "how, in the article": link,
            "how, across articles": across,
            "both": link + " + " + across,
            "as the name shown": relation + " " + rows["type"].map(group_of),
            "the name shown stands in the article": pd.Series(whole, index=rows.index) + ": " + relation,
            "others of the last word": _rivals(rows, names),
            "others of the form": _namesakes(rows, names),
            "type": rows["type"],
            "the article's own type": (rows["own_type"] == rows["type"]).map(
                {True: "the same", False: "another"}
            ),
            "share of the evidence": binned(rows["own_score"], (0.55, 0.75, 0.95)),
            "words": words_of(rows["text"]),
            "articles of the entity": binned(rows["entity_id"].map(known["n_documents"]), (1, 3, 6)),
            "forms of the entity": binned(rows.groupby("entity_id")["text"].transform("nunique"), (1, 2, 4)),
        },
        index=rows.index,
    )


def _relation(text: str, name: str, kind: str) -> str:
    """How a printed form stands to the name shown: the name, its last or first word, an acronym, words of it, more."""
    if letters(text, kind) == letters(name, kind):
        return "the name"
    printed, whole = parts(text), parts(name)
    if is_acronym(text) != is_acronym(name):
        return "acronym"
    if len(printed) == 1 and whole:
        return (
            "last word" if printed[0] == whole[-1] else "first word" if printed[0] == whole[0] else "a word"
        )
    if set(printed) <= set(whole):
        return "words of it"
    return "more words" if set(whole) <= set(printed) else "other words"


def _last(text: str) -> str:
    words = parts(text)
    return words[-1] if words else text


def _rivals(rows: pd.DataFrame, names: pd.DataFrame) -> pd.Series:
    """How many other entities have a printed form that ends in the same word."""
    ends = {text: _last(text) for text in names["text"].unique()}
    bearers = names.assign(end=names["text"].map(ends)).groupby("end")["entity_id"].nunique()
    return binned(rows["text"].map(ends).map(bearers).fillna(1) - 1, (0, 1, 3))


def _namesakes(rows: pd.DataFrame, names: pd.DataFrame) -> pd.Series:
    bearers = names.groupby("text")["entity_id"].nunique()
    return binned(rows["text"].map(bearers).fillna(1) - 1, (0, 1))
