"""What the type of a name rests on."""

from __future__ import annotations

import pandas as pd

from tellings.identity.link import group_of
from tellings.resolution.doubt.binned import agreement, binned, head, tail, words_of
from tellings.resources import gazetteer, lexicon
from tellings.schema import PLACE_TYPES


def signals(names: pd.DataFrame) -> pd.DataFrame:
    """The signals of names.

    Args:
        names: mentions by name, resolved, with `own_type` (as their article alone gives it), `own_score` (the share of
            the article's evidence for it), `block_kind` and `first` (does a sentence begin with it?).
    """
    if names.empty:
        return pd.DataFrame(index=names.index)
    said = head(names["method"], ";")
    printed = names["text"].unique()
    about, letters = ({text: tells(text) for text in printed} for tells in (_known, _letters))
    own = names["own_type"].map(_class)
    kind = names["type"].map(_class)
    by, share = tail(said, ", "), binned(names["own_score"], (0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 0.999))
    times = names.groupby(["doc_id", "text"])["text"].transform("size")
    articles = names.groupby("text")["doc_id"].transform("nunique")
    return pd.DataFrame(
        {
            "found by": head(said, ", "),
            "decided by": by + " → " + kind,
            "share of the evidence": share,
            "share, by what": by + " " + binned(names["own_score"], (0.55, 0.75, 0.95)),
            "type": names["type"],
            "in the lists": names["text"].map(about) + " → " + kind,
            "the article's own type": (own == kind).map({True: "the same", False: "another"}),
            "other articles": agreement(names.assign(own=own), ["text"], "own"),
            "words": words_of(names["text"]) + " → " + kind,
            "letters": names["text"].map(letters) + " → " + kind,
            "times in the article": binned(times, (1, 3)),
            "in articles": binned(articles, (1, 3)),
            "block": names["block_kind"],
            "begins a sentence": names["first"].map({True: "yes", False: "no"}),
        },
        index=names.index,
    )


def _class(kind: str) -> str:
    return "place" if kind in PLACE_TYPES else group_of(kind)


def _known(text: str) -> str:
    """Which lists know the name: places, first names, last names."""
    parts = text.lower().split()
    lists = ["place"] if gazetteer.load().candidates(text) else []
    lists += ["first name"] if parts[0] in lexicon.words("first_names") else []
    lists += ["last name"] if parts[-1] in lexicon.words("last_names") else []
    lists += ["organisation word"] if set(parts) & lexicon.words("organisation_words") else []
    return ", ".join(lists) or "none"


def _letters(text: str) -> str:
    if text.isupper():
        return "acronym" if len(text) <= 6 else "capitals"
    return "mixed" if any(ch.isupper() for word in text.split() for ch in word[1:]) else "plain"
