"""The table of speakers, what its bars and cells open, and what default counts leave out."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings import schema
from tellings.analysis import speakers as speech
from tellings.query.selection import Selection, select
from tellings.query.sql import UNTRACED
from tellings.ui import address, load
from tellings.ui.frame import View
from tellings.ui.text import escape, plain

_LEFT = {"scare": "scare quotes", "heading": "pieces in headings"}


def spoken(point: list[str]) -> Selection:
    """What a speaker's bar opens: the quotations, or those whose words are counted."""
    return select("quotations", speaker=point[0], **({"outermost": "yes"} if point[1] == "words" else {}))


def spoken_row(row: Any, column: str) -> Selection:
    """What a cell of the table of speakers opens."""
    return spoken([row["_speaker"], "words" if column == "Words" else "n"])


def speakers(counted: pd.DataFrame) -> pd.DataFrame:
    """Who is quoted, as a table to be shown."""
    return pd.DataFrame(
        {
            "_speaker": counted.speaker,
            "Speaker": [plain(name) if isinstance(name, str) else UNTRACED for name in counted.name],
            "Type": counted.type,
            "Anonymous": counted.anonymous,
            "Quotations": counted.n,
            "Words": counted.words,
            "Articles": counted.n_documents,
        }
    )


def kinds_left_out(view: View) -> None:
    """Say how many pieces in quote marks nobody is said to speak, which are counted only when asked for."""
    if any(kind in schema.QUOTE_KINDS for kind in view.filters.kind):
        return
    found = load.ask(view.corpus, speech.kinds, view.filters)
    left = {kind: found[kind] for kind in ("scare", "heading") if found.get(kind)}
    if left:
        said = " and ".join(f"{n} {_LEFT[kind]}" for kind, n in left.items())
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f'<p class="t-note">Left out: {escape(said)}, said by nobody.</p>', width="content")
            st.button(
                "Show them",
                key="left-out",
                type="tertiary",
                on_click=address.change,
                kwargs={"kind": tuple(left)},
            )
