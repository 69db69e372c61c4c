"""What every form of corrections is made of: a button that opens it, its fields, a reason, and what it writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from tellings import schema
from tellings.analysis import correcting
from tellings.corrections import Entity, NewEntity, Span, new
from tellings.errors import CorrectionError
from tellings.store.corpus import Corpus
from tellings.ui import corrections, show, state
from tellings.ui.text import plain
from tellings.ui.view import View

Read = Callable[[str], Any]
"""Gives the value of a field by its name, as it was sent."""
Made = tuple[Any, ...]
"""A correction as a form makes it: action, target and, where it has one, value; the reason joins them."""

NOBODY = ""
"""The choice of nobody known."""


def form(
    view: View,
    label: str,
    key: str,
    fields: Callable[[str], None],
    make: Callable[[Read], list[Made]],
    *,
    send: str,
    above: Callable[[str], bool] | None = None,
) -> None:
    """A button that opens a form. Its fields are made when it is opened, not before.

    Args:
        view: the page's view.
        label: what the button says.
        key: the form's name, another one for each thing that is corrected.
        fields: draws the fields; their keys begin with what it is given.
        make: the corrections, from the fields' values.
        send: what the form's button says.
        above: drawn over the fields, outside of the form; false where there is nothing to be sent yet.

    Raises:
        CorrectionError: from `make`, where the fields say nothing that can be written; told on the page.
    """
    name = f"correct-{key}"
    opened = st.popover(label, key=name, on_change="rerun", type="tertiary")
    if not opened.open:
        return
    with opened:
        if above is not None and not above(f"{name}-"):
            return
        with st.form(f"{name}-form", border=False):
            fields(f"{name}-")
            st.text_input("Why (may be left out)", key=f"{name}-why", max_chars=1_000)
            st.form_submit_button(send, type="primary", on_click=_sent, args=(view.corpus, name, make))


def simple(view: View, label: str, key: str, said: str, make: Callable[[], Made], *, send: str) -> None:
    """A form that says what it does, and asks for the reason alone; see :func:`form`."""
    form(view, label, key, lambda _: show.note(said), lambda _: [make()], send=send)


def _sent(corpus: Corpus, name: str, make: Callable[[Read], list[Made]]) -> None:
    why = state.get(f"{name}-why") or ""
    try:
        sent = make(lambda field: state.get(f"{name}-{field}"))
        entries = [new(action, it, value[0] if value else None, why) for action, it, *value in sent]
    except CorrectionError as err:
        state.refuse(str(err))
        return
    corrections.write(corpus, *entries)
    state.put(name, False)


def target(corpus: Corpus, entity_id: str) -> Entity:
    """An entity as corrections name it: by its id and one of its mentions."""
    anchor = correcting.anchor(corpus, entity_id)
    return Entity(entity_id, span(anchor) if anchor else None)


def span(facts: Any) -> Span:
    """The span of a row."""
    return Span(str(facts["doc_id"]), int(facts["start"]), int(facts["end"]), str(facts["text"]))


def names(offered: pd.DataFrame) -> dict[str, str]:
    """The entities of a list by id, as a person tells them apart."""
    return {
        str(entity): f"{plain(str(name))} · {kind} · {n:,}"
        for entity, name, kind, n in zip(
            offered.entity_id, offered.name, offered.type, offered.n_mentions, strict=True
        )
    }


def who(key: str, label: str, offered: pd.DataFrame, *, nobody: str = "") -> None:
    """A field for an entity: chosen from a list; typed, where there are more than the list has.

    Args:
        key: the field's key.
        label: what it asks.
        offered: as :func:`tellings.analysis.correcting.offered` gives them.
        nobody: what the choice of nobody known is called; none where it is empty.
    """
    known = ({NOBODY: nobody} if nobody else {}) | names(offered)
    st.selectbox(
        label,
        list(known),
        index=None,
        key=key,
        format_func=lambda one: known.get(one, one),
        accept_new_options=len(offered) >= correcting.OFFERED,
        placeholder="a name",
    )


def somebody_new(key: str, *, kind: str | None = "person", printed: str = "") -> None:
    """Fields for an entity that is not there yet: its name and its type; their keys end with `new` and `kind`."""
    name, of = st.columns([3, 2])
    name.text_input(
        "Or one that is not listed", key=f"{key}new", max_chars=500, placeholder=printed or "its name"
    )
    index = schema.TYPES.index(kind) if kind else None
    of.selectbox("Its type", schema.TYPES, index=index, key=f"{key}kind", placeholder="choose")


def meant(corpus: Corpus, read: Read) -> Entity | NewEntity | None:
    """Whom the fields `who`, `new` and `kind` of a form name.

    Raises:
        CorrectionError: nothing is chosen, or two things are.
    """
    new = str(read("new") or "").strip()
    if not new:
        return chosen(corpus, read("who"))
    if read("who") is not None:
        raise CorrectionError("Choose one from the list or name a new one, not both.")
    return NewEntity(new, type_of(read))


def type_of(read: Read) -> str:
    """The type that a form gives a new entity.

    Raises:
        CorrectionError: none is chosen.
    """
    if read("kind") is None:
        raise CorrectionError("Choose its type: a name that is new has none yet.")
    return str(read("kind"))


def chosen(corpus: Corpus, said: object) -> Entity | None:
    """The entity that a field names, None for nobody known.

    Args:
        corpus: where the entities are.
        said: the field's value: an id, or words that were typed.

    Raises:
        CorrectionError: nothing is chosen, no entity bears the name, or several do.
    """
    words = "" if said is None else str(said).strip()
    if said == NOBODY:
        return None
    if not words:
        raise CorrectionError("Choose a name first.")
    if len(corpus.sql("SELECT 1 FROM entities WHERE entity_id = ?", [words])):
        return target(corpus, words)
    bearers = correcting.named(corpus, words)
    if len(bearers) == 1:
        return target(corpus, str(bearers.entity_id.iloc[0]))
    if len(bearers) > 1:
        raise CorrectionError(f"{len(bearers)} entities bear the name “{words}”; choose one from the list.")
    raise CorrectionError(f"This corpus has no entity of the name “{words}”.")


def existing(corpus: Corpus, said: object) -> Entity:
    """The same for an entity that must be there.

    Raises:
        CorrectionError: nothing is chosen, no entity bears the name, or several do.
    """
    entity = chosen(corpus, said)
    if entity is None:
        raise CorrectionError("Choose a name first.")
    return entity
