"""To check: the decisions that the machine is least sure of, one at a time; a key accepts one or chooses another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from tellings import corrections
from tellings.analysis import doubt, evidence
from tellings.corrections import MENTION, QUOTATION, Part, Place, Span, Speaker, Speakers
from tellings.plural import several
from tellings.query.selection import select
from tellings.ui import address, load, paging, show, state
from tellings.ui import evidence as sentences
from tellings.ui.correcting.form import Made, span, target
from tellings.ui.correcting.place import candidates
from tellings.ui.corrections import may_correct, write
from tellings.ui.text import escape, label
from tellings.ui.view import View

LIST = "check"
_TABLES = {"speaker": ("quotations", "quote"), "place": ("toponyms", "mention")}
_KINDS = {
    "check": "all decisions",
    "check-types": "types",
    "check-merges": "whose a name is",
    "check-speakers": "speakers",
    "check-places": "places",
}
_PLACES = 3
"""Places that are offered beside the one that a name was given."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be said of a decision instead: in words, and the corrections that say it."""

    words: str
    make: Callable[[], list[Made]]


def to_check(view: View) -> None:
    """The decision that is next, of the kind that the view names, with what may be said of it."""
    state.put("check-kind", view.filters.view)
    st.segmented_control(
        "Decisions", list(_KINDS), format_func=lambda one: _KINDS[one], key="check-kind", on_change=_turn_to,
        label_visibility="collapsed",
    )  # fmt: skip
    left = load.ask(view.corpus, doubt.doubtful, view.filters, doubt.VIEWS[view.filters.view])
    number = paging.number(len(left), key=LIST, size=1)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="check-ways"):
        _ways(view, number, len(left))
    if left.empty:
        show.note(
            "Nothing is left that the machine is unsure of: each decision here is right in nine of ten cases, or "
            "somebody has looked at it. A corpus that an older Tellings made does not say how sure it was; make it "
            "again from its texts."
        )
        return
    row = left.iloc[number - 1]
    table, key = _TABLES.get(row["decision"], ("mentions", "mention"))
    with st.container(key="check-one"):
        st.html(f'<h2 class="t-h2">{_question(row)}</h2>')
        shown = load.ask(
            view.corpus, evidence.passages, view.filters.only(), select(table, **{key: row["id"]})
        )
        sentences.passages(shown, view, table=table)
        if may_correct(view.corpus):
            _choices(view, row)


def _turn_to() -> None:
    address.change(view=state.get("check-kind") or LIST)


def _ways(view: View, number: int, n: int) -> None:
    of = f"{number:,} of {n:,} left to check, the least sure first" if n else "Nothing left to check"
    st.html(f'<p class="t-note" role="status">{of}</p>', width="content")
    st.button(
        "Previous",
        key="check-previous",
        shortcut="Left",
        disabled=number < 2,
        on_click=paging.turn_to,
        args=(LIST, number - 1),
    )
    st.button(
        "Next",
        key="check-next",
        shortcut="Right",
        disabled=number >= n,
        on_click=paging.turn_to,
        args=(LIST, number + 1),
    )
    if may_correct(view.corpus):
        st.button(
            "Take back",
            key="check-undo",
            shortcut="U",
            icon=":material/undo:",
            disabled=not _standing(view),
            on_click=_undo,
            args=(view,),
        )


def _question(row: Any) -> str:
    words = escape(evidence.quoted(row["text"]))
    name = escape(row["name"]) if isinstance(row["name"], str) else ""
    sure = f'<span class="t-note"> · {float(row["score"]):.0%} sure</span>'
    match row["decision"]:
        case "type":
            return f"{words} is of the type {escape(row['type'])}{sure}"
        case "merge":
            return f"{words} is {name} ({escape(row['type'])}){sure}"
        case "speaker":
            return f"Said by {name or 'nobody known by name'}{sure}"
    where = [row["place"], row["kind"], row["country_code"]] if isinstance(row["place_id"], str) else []
    said = (
        ", ".join(escape(one) for one in where if isinstance(one, str))
        or "a place that cannot be put on the map"
    )
    return f"{words} is {said}{sure}"


def _choices(view: View, row: Any) -> None:
    accept = ("accept", span(row), QUOTATION if row["decision"] == "speaker" else MENTION)
    choices = [Choice("Accept", lambda: [accept]), *_others(view, row)]
    with st.container(horizontal=True, gap="small", key="check-choices"):
        for number, choice in enumerate(choices):
            st.button(
                label(choice.words),
                key=f"check-{number}-{row['decision']}-{row['id']}",
                shortcut=str(number) if number else "Enter",
                type="secondary" if number else "primary",
                on_click=_decide,
                args=(view, choice),
            )


def _decide(view: View, choice: Choice) -> None:
    decisions = [corrections.new(*one) for one in choice.make()]
    words = f"{choice.words}: {several(len(decisions), 'mention')}." if len(decisions) > 1 else ""
    if write(view.corpus, *decisions, said=words):
        state.decide(view.corpus.name, tuple(line.id for line in decisions))


def _standing(view: View) -> list[list[str]]:
    """The decisions of this session that are in force, each the ids of its corrections."""
    status = (
        view.corpus.corrections.status if view.corpus.corrections else pd.DataFrame(columns=["id", "state"])
    )
    force = set(status.loc[status["state"] == "in force", "id"])
    decided = ([one for one in ids if one in force] for ids in state.decided(view.corpus.name))
    return [ids for ids in decided if ids]


def _undo(view: View) -> None:
    for ids in _standing(view)[-1:]:
        back = [corrections.new("undo", one) for one in reversed(ids)]
        write(view.corpus, *back, said="" if len(back) == 1 else f"Undone: {several(len(back), 'line')}.")


def _others(view: View, row: Any) -> list[Choice]:
    match row["decision"]:
        case "type":
            return _other_types(view, row)
        case "merge":
            return _other_entities(view, row)
        case "speaker":
            return _other_speakers(view, row)
    return _other_places(view, row)


def _alike(view: View, row: Any) -> list[Span]:
    rows = load.ask(view.corpus, doubt.alike, row["doc_id"], int(row["start"]))
    return [span(one) for one in rows.to_dict("records")]


def _no_name(view: View, row: Any) -> Choice:
    return Choice("no name", lambda: [("reject", one) for one in _alike(view, row)])


def _other_types(view: View, row: Any) -> list[Choice]:
    def retyped(kind: str) -> Choice:
        return Choice(kind, lambda: [("retype", target(view.corpus, row["entity_id"]), kind)])

    return [*map(retyped, doubt.other_types(row["type"])), _no_name(view, row)]


def _other_entities(view: View, row: Any) -> list[Choice]:
    def linked(entity_id: str, name: str, kind: str) -> Choice:
        def make() -> list[Made]:
            it = target(view.corpus, entity_id)
            return [("relink", one, it) for one in _alike(view, row)]

        return Choice(f"{name} ({kind})", make)

    def split() -> list[Made]:
        part = Part((), row["text"], row["doc_id"])
        return [("split", target(view.corpus, row["entity_id"]), part)]

    known = load.ask(view.corpus, doubt.others, row["text"], row["entity_id"])
    links = [linked(*map(str, one)) for one in known.itertuples(index=False)]
    return [*links, Choice("somebody or something else", split), _no_name(view, row)]


def _other_speakers(view: View, row: Any) -> list[Choice]:
    there = span(row)

    def by(entity_id: str, name: str) -> Choice:
        return Choice(
            name, lambda: [("attribute", there, Speakers((Speaker(target(view.corpus, entity_id)),)))]
        )

    known = load.ask(view.corpus, doubt.beside, row["id"])
    named = [by(*one) for one in zip(known.entity_id, known.name, strict=True)]
    nobody = Choice("nobody known", lambda: [("attribute", there, Speakers())])
    none = Choice("no quotation", lambda: [("reject", there, QUOTATION)])
    return [*named, *([nobody] if isinstance(row["entity_id"], str) else []), none]


def _other_places(view: View, row: Any) -> list[Choice]:
    def put(place: Place | None, words: str) -> Choice:
        return Choice(words, lambda: [("relocate", one, place) for one in _alike(view, row)])

    known = [(one, words) for one, words in candidates(row["text"]) if one.place_id != row["place_id"]]
    choices = [put(one, words) for one, words in known[:_PLACES]]
    unplaced = [put(None, "cannot be placed")] if isinstance(row["place_id"], str) else []
    return [*choices, *unplaced, _no_name(view, row)]
