"""What the speaker of a quotation rests on."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

import numpy as np
import pandas as pd

from tellings.resolution.doubt.binned import binned, head, words_of

_SAYS = frozenset("said says say told tell tells according added".split())


def signals(
    quotations: pd.DataFrame,
    speakers: pd.DataFrame,
    mentions: pd.DataFrame,
    entities: pd.DataFrame,
    texts: dict[str, str],
) -> pd.DataFrame:
    """The signals of quotations that somebody is said to speak.

    Args:
        quotations: of these kinds, with `block_kind`.
        speakers: the table `quote_speakers`.
        mentions: with `link_score`.
        entities: the table.
        texts: of the articles, by their id.
    """
    if quotations.empty:
        return pd.DataFrame(index=quotations.index)
    start, end, cue_start, cue_end = (
        quotations[name].astype("Float64").astype(float)
        for name in ("speaker_start", "speaker_end", "cue_start", "cue_end")
    )
    at = mentions.drop_duplicates(["doc_id", "start", "end"]).set_index(["doc_id", "start", "end"])
    keys = pd.MultiIndex.from_arrays([quotations["doc_id"], start, end])
    there = at.reindex(keys).set_index(quotations.index)
    printed = quotations["speaker"].fillna("")
    form = there["form"].where(there["form"].notna(), printed.ne("").map({True: "phrase", False: "nobody"}))
    several = quotations["quote_id"].map(speakers.groupby("quote_id").size()).fillna(0)
    who = several.clip(upper=2).map({0.0: "none", 1.0: "one", 2.0: "several"})
    named = quotations["speaker_id"].notna().map({True: "resolved", False: "not"})
    cue = head(quotations["cue"].fillna("none").str.lower(), " ")
    gap = (start - quotations["end"]).where(start >= quotations["end"], quotations["start"] - end)
    to_cue = (cue_start - end).where(cue_start >= end, start - cue_end)
    kind = quotations["speaker_id"].map(entities.set_index("entity_id")["type"]).astype(object)
    focus = _focus(quotations, mentions)
    between = [
        _between(texts[doc], *span)
        for doc, *span in zip(quotations["doc_id"], start, end, cue_start, cue_end, strict=True)
    ]
    return pd.DataFrame(
        {
            "rule": quotations["method"],
            "rule, speaker": quotations["method"] + ", " + form,
            "speaker": form + " " + named + " " + who,
            "speaker's words": words_of(printed) + " " + form,
            "pronoun": printed.str.lower().where(form == "pronoun", "none"),
            "begins": head(printed, " ").str.lower().where(form == "phrase", "none"),
            "type": form + " " + kind.fillna("none"),
            "kind": quotations["kind"],
            "cue": cue,
            "cue's form": cue.map(_form),
            "inside another": quotations["inside_id"].notna().map({True: "yes", False: "no"}),
            "goes on": (quotations["turn_id"] != quotations["quote_id"]).map({True: "yes", False: "no"}),
            "speaker to words": binned(gap, (-1, 3, 15, 40, 120, 400)),
            "speaker to cue": binned(to_cue, (-1, 2, 8, 25, 80)),
            "between speaker and cue": pd.Series(between, index=quotations.index),
            "named before": form + " " + binned(focus["back"], (120, 300, 600)),
            "others named since": form + " " + binned(focus["others"], (0, 1, 2)),
            "order": (start < quotations["start"])
            .map({True: "before", False: "after"})
            .where(start.notna(), "none"),
            "same sentence": (there["sentence_id"] == quotations["sentence_id"]).map(
                {True: "yes", False: "no"}
            ),
            "link": binned(there["link_score"], (0.8, 0.9, 0.97)),
            "length": binned(quotations["end"] - quotations["start"], (20, 60, 200)),
            "block": quotations["block_kind"],
        },
        index=quotations.index,
    )


def _form(cue: str) -> str:
    for end in ("ing", "ed", "s"):
        if cue.endswith(end):
            return end
    return "said" if cue in _SAYS else "another"


def _between(text: str, start: float, end: float, cue_start: float, cue_end: float) -> str:
    """What parts the speaker from the cue: nothing, words, one comma or more."""
    if start != start or cue_start != cue_start:
        return "no cue"
    a, b = (end, cue_start) if cue_start >= end else (cue_end, start)
    gap = text[int(a) : int(b)]
    marks = sum(gap.count(mark) for mark in ",;—–(")
    return "nothing" if not gap.strip() else "words" if not marks else "a comma" if marks == 1 else "commas"


def _focus(quotations: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """How far before the speaker's phrase the speaker was named last, and how many other persons were named since.

    Of one who is not resolved, how many persons were named in the 300 characters before.
    """
    persons = mentions[
        (mentions["type"] == "person") & (mentions["form"] == "name") & mentions["entity_id"].notna()
    ]
    names: dict[str, tuple[list[int], list[str]]] = defaultdict(lambda: ([], []))
    rows = persons.sort_values("start", kind="stable")
    for doc, start, entity in zip(rows["doc_id"], rows["start"], rows["entity_id"], strict=True):
        starts, ids = names[doc]
        starts.append(start)
        ids.append(entity)
    distances = []
    columns = ("doc_id", "speaker_start", "start", "speaker_id")
    for doc, printed_at, said_at, who in zip(*(quotations[name] for name in columns), strict=True):
        starts, ids = names[doc]
        at = int(printed_at) if pd.notna(printed_at) else int(said_at)
        until = bisect_left(starts, at)
        mine = next((i for i in range(until - 1, -1, -1) if ids[i] == who), None)
        last = at - 300 if mine is None else starts[mine]
        since = set(ids[bisect_left(starts, last) : until])
        distances.append((np.nan if mine is None else at - last, len(since - {who})))
    return pd.DataFrame(distances, columns=["back", "others"], index=quotations.index, dtype=float)
