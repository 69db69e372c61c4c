"""The people's layer in the app: where corrections are kept, writing them, undoing them, and saying what was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from tellings import corrections, schema, settings
from tellings.analysis import known
from tellings.analysis.evidence import quoted
from tellings.corrections import Correction
from tellings.errors import CorrectionError
from tellings.plural import several
from tellings.query.filters import Filters
from tellings.store import catalogue
from tellings.store.corpus import Corpus
from tellings.ui import address, browser_memory, glossary, load, security, state
from tellings.ui.text import escape, short

MOST = 2_000
"""Corrections that one session may hold."""

LONGEST = 140
"""Characters of a passage where a correction is told in words."""

ACTIONS = {
    "merge": "Merged",
    "split": "Split off",
    "rename": "Renamed",
    "retype": "Changed",
    "reject": "Rejected",
    "accept": "Accepted",
    "relink": "Linked",
    "attribute": "Attributed",
    "rekind": "Changed",
    "respan": "New boundaries",
    "relocate": "Placed",
    "shorten": "Called",
    "confirm": "Confirmed",
    "dismiss": "Dismissed",
    "retitle": "Asked",
    "verdict": "Judged",
    "join": "Joined",
    "part": "Parted",
    "undo": "Undone",
    "redo": "Redone",
}
"""What an action did, for people."""

STATES = {
    "in force": "in force",
    "undone": "undone",
    "target gone": "no longer fits: what it corrects is not found",
    "no effect": "changes nothing",
}
"""What became of a correction, as its status has it, and for people."""


def mode() -> str:
    """Where this visitor's corrections go: `saved` (on this machine), `session` (the window only) or `off`."""
    asked = st.context.headers.items()
    return security.corrections_mode(settings.read().corrections, security.address(), asked)


def may_correct(corpus: Corpus) -> bool:
    """Are there forms? Not where corrections are switched off, and not on the machine's own layer."""
    return corpus.corrected and mode() != "off"


def write(corpus: Corpus, *made: Correction, said: str = "") -> bool:
    """Keep corrections; on return they are on the disk, or in the session. The page tells what became of the last.

    Args:
        corpus: what is corrected.
        made: the corrections, in order.
        said: what was done, where no single correction tells it.

    Returns:
        Were they kept?
    """
    kept = mode()
    try:
        if kept == "session":
            if len(state.corrections(corpus.name)) + len(made) > MOST:
                raise CorrectionError(f"A session holds {MOST:,} corrections; export them and undo some.")
            state.correct(corpus.name, made)
        elif kept == "saved":
            corrections.append(catalogue.corrections_paths(corpus.path)[-1], *made)
    except CorrectionError as err:
        state.refuse(str(err))
        return False
    state.done(("said", said) if said else ("line", corpus.name, made[-1].id))
    return True


def taken_away(corpus: Corpus, table: str, ids: Sequence[str]) -> dict[str, str]:
    """Those of these entities that the corpus has without corrections, with their names.

    Args:
        corpus: in which they are missing.
        table: what they are, a name of a filter; `entity`, `speaker` and `place` are entities.
        ids: their ids.
    """
    if table not in ("entity", "speaker", "place") or not corpus.corrected or not lines(corpus):
        return {}
    machine = load.corpus(corpus.name, machine=True)
    named = {one: load.ask(machine, known.name, one) for one in ids}
    return {one: name for one, name in named.items() if name}


def undo(corpus: Corpus, identity: str) -> None:
    """Take a line back."""
    write(corpus, corrections.new("undo", identity))


def redo(corpus: Corpus, identity: str) -> None:
    """Let a line that was undone hold again."""
    write(corpus, corrections.new("redo", identity))


def lines(corpus: Corpus) -> list[Correction]:
    """All lines of a corpus: shipped, saved, and this session's."""
    return [*(corpus.log.lines if corpus.log else ()), *state.corrections(corpus.name)]


_IN_WORDS = {
    "relocate": {"literal": "the place", "metonymic": "its government", "demonym": "its people"},
    "rekind": {kind: glossary.words(kind) for kind in schema.QUOTE_KINDS},
}
"""What values of the tables are called, by the correction that sets them."""


def words(row: Any) -> str:
    """A row of the status of corrections in words: what, from what to what."""
    said_so = _IN_WORDS.get(str(row.action), {})
    before, after, target = (
        short(said_so.get(str(one), str(one)), LONGEST) for one in (row.before, row.after, row.target)
    )
    said = quoted(before if row.action in ("merge", "split", "rename") and before else target)
    if row.action not in ("merge", "split", "rename", "respan", "reject", "accept") and before not in (
        "",
        target,
    ):
        said += f": {before}"
    return f"{said} → {after}" if after else said


def effect(row: Any) -> str:
    """The effect of a correction in numbers, in words."""
    counted = [
        several(n, noun)
        for n, noun in ((int(row.n_mentions), "mention"), (int(row.n_quotations), "quotation"))
        if n
    ]
    if not counted and row.n_documents:
        return f"changed in {several(int(row.n_documents), 'article')}"
    if not counted:
        return "no mention and no quotation changed"
    articles = int(row.n_documents)
    return f"{' and '.join(counted)} in {several(articles, 'article')}"


def notices(corpus: Corpus, filters: Filters, page: str) -> None:
    """What every page says of the people's layer: that it is left out, that a line of it is damaged, what was done."""
    if not corpus.corrected:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="machine-layer"):
            st.html(
                '<p class="t-note" role="status">⚠ Without corrections: this is what the machine found.</p>',
                width="content",
            )
            st.button("Show with corrections", key="layer-off", type="tertiary", on_click=_layer, args=("",))
    damaged = len(corpus.log.problems) if corpus.log else 0
    if damaged:
        listed = address.link("corrections", filters.only(), "Corrections")
        said = (
            "One line of the corrections is" if damaged == 1 else f"{damaged:,} lines of the corrections are"
        )
        st.html(
            f'<p class="t-note" role="status">⚠ {said} damaged and left out; {listed} names what is wrong.</p>'
        )
    if mode() == "session":
        browser_memory.keep(corpus.name, MOST)
    _tell(corpus, page)


def switch(corpus: Corpus) -> None:
    """The switch between the layers, where there is anything to be switched."""
    if corpus.corrected and not lines(corpus):
        return
    state.put("layer", not corpus.corrected)
    st.toggle(
        "Without corrections",
        key="layer",
        on_change=_switched,
        help="Show what the machine found, before people corrected it",
    )


def _switched() -> None:
    _layer("machine" if state.get("layer") else "")


def _layer(layer: str) -> None:
    current, _ = address.read()
    state.clicked(None)
    address.write(current.change(layer=layer))


def _tell(corpus: Corpus, page: str) -> None:
    done = state.last_done(page)
    if done is None:
        return
    kind, *rest = done
    if kind == "line" and (rest[0] != corpus.name or corpus.corrections is None):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="done"):
        if kind != "line":
            mark = "⚠ " if kind == "failed" else "✓ "
            st.html(f'<p class="t-note" role="status">{mark}{escape(rest[0])}</p>', width="content")
        else:
            _tell_line(corpus, rest[1])
        st.button("Close", key="done-close", type="tertiary", on_click=state.done, args=(None,))


def _tell_line(corpus: Corpus, identity: str) -> None:
    status = corpus.corrections.status if corpus.corrections else None
    lines_of_it = status[status["id"] == identity] if status is not None else None
    if lines_of_it is None or lines_of_it.empty:
        return
    row: Any = next(iter(lines_of_it.itertuples()))
    said = f"{ACTIONS[row.action]}: {words(row)}"
    if row.action not in ("undo", "redo"):
        said += f" · {effect(row)}" if row.state == "in force" else f" · {STATES[row.state]}: {row.reason}"
    st.html(f'<p class="t-note" role="status">✓ {escape(said)}</p>', width="content")
    if row.state == "in force":
        st.button("Undo", key="done-undo", type="tertiary", on_click=undo, args=(corpus, identity))
