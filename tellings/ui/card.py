"""Cards and tables of entities and speakers: what they are, their printed forms, what default counts leave out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from tellings import schema
from tellings.analysis import counts, known, speech
from tellings.selection import Selection, select
from tellings.ui import address, correcting, load, show, state
from tellings.ui.frame import View, link
from tellings.ui.text import escape, label, plain

_IDS = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "geonames": ("GeoNames", "https://www.geonames.org/{}"),
    "iso": ("ISO 3166", ""),
}
_LEFT = {"scare": "scare quotes", "heading": "pieces in headings"}
_FORMS = {"demonym": "as a demonym", "nominal": "by a role or noun", "pronoun": "by a pronoun"}


def named(point: list[str]) -> Selection:
    """What a bar (entity) or a cell (entity and article) of the chart of entities opens."""
    return select("mentions", entity=point[0], **({"doc": point[1]} if point[1] else {}))


def typed(point: list[str]) -> Selection:
    """What a bar of the chart of types opens."""
    return select("mentions", type=point[0])


def entity(view: View) -> str:
    """Show the card of the entity that is open, if one is.

    Returns:
        What is open, in words: the title of the evidence below.
    """
    entity_id, kind = view.opened("entity", "type")
    if not entity_id:
        return f"Named, of type {kind}" if kind else "All that is named"
    known_as = load.ask(view.corpus, counts.entity, entity_id)
    if not known_as:
        show.note("This corpus has no such entity. Close this, or clear the filters.")
        return "Nothing"
    name, kind = known_as["name"] or entity_id, known_as["type"] or "other"
    facts = [f'<span class="t-kind">{escape(kind)}</span>']
    if known_as["country"]:
        facts.append(escape(f"of {known_as['country']}"))
    facts += [f"{title} {escape(known_as[key] or '')}" for key, (title, _) in _IDS.items() if known_as[key]]
    st.html(f'<h2 class="t-h2 t-card">{escape(name)}</h2><p class="t-note">{" · ".join(facts)}</p>')
    with st.container(horizontal=True, gap="small"):
        link("quotations", "Quotations by it", view.filters, speaker=(entity_id,))
        if kind in ("country", "region", "city", "facility", "location"):
            link("map", "On the map", view.filters, place=(entity_id,))
    correcting.for_entity(view, entity_id)
    _forms(view, entity_id)
    return _title(view, name)


def _forms(view: View, entity_id: str) -> None:
    current = view.selection or select("mentions", entity=entity_id)
    printed = load.ask(view.corpus, counts.forms, view.filters, entity_id)
    total = int(printed.n.sum())
    options: dict[Selection, str] = {select("mentions", entity=entity_id): f"all {total:,}"}
    for text, form, n in zip(printed.text, printed.form, printed.n, strict=True):
        options.setdefault(select("mentions", entity=entity_id, text=text, form=form), f"{label(text)} {n:,}")
    if not any(kind in schema.FORMS for kind in view.filters.kind):
        for form, n in load.ask(view.corpus, counts.beside, view.filters, entity_id).items():
            options[select("mentions", entity=entity_id, form=form)] = f"{_FORMS[form]} {n:,}"
    state.put("card-forms", current if current in options else None)
    st.pills(
        "Printed forms, and what counts leave out",
        list(options),
        format_func=lambda option: options[option],
        key="card-forms",
        on_change=_open_form,
    )


def _open_form() -> None:
    chosen = state.get("card-forms")
    if chosen is not None:
        address.open_selection(chosen)


def _title(view: View, name: str) -> str:
    if view.selection is None:
        return name
    text, form, doc = (view.selection.get(key) for key in ("text", "form", "doc"))
    title = f"“{text}”" if text else name
    if form and not text:
        title += f" {_FORMS.get(form, '')}"
    if doc:
        documents = load.ask(view.corpus, known.documents)
        title += f" in {dict(zip(documents.doc_id, documents.label, strict=True)).get(doc, doc)}"
    return title


def table(
    view: View, counted: pd.DataFrame, documents: pd.DataFrame
) -> tuple[pd.DataFrame, Callable[[Any, str], Any]]:
    """The entities as a table with a column for each article, and what a click on one of its cells opens."""
    shown = pd.DataFrame(
        {
            "_entity": counted.entity_id,
            "Entity": counted.name.map(plain),
            "Type": counted.type,
            "Mentions": counted.n,
            "Articles": counted.n_documents,
            "Per 1,000 words": counted.per_1000.round(2),
        }
    )
    heads: dict[str, str] = {}
    if len(documents) <= 24 and len(counted) <= 1000:
        cells = load.ask(view.corpus, counts.by_document, view.filters, tuple(counted.entity_id))
        wide = cells.pivot(index="entity_id", columns="doc_id", values="n")
        for i, (doc, title) in enumerate(zip(documents.doc_id, documents.label, strict=True), 1):
            head = f"{i} {plain(title)}"
            heads[head] = doc
            found = wide[doc] if doc in wide else pd.Series(dtype="float64")
            shown[head] = counted.entity_id.map(found).astype("Int64")

    def pick(row: Any, column: str) -> Selection:
        return select(
            "mentions", entity=row["_entity"], **({"doc": heads[column]} if column in heads else {})
        )

    return shown, pick


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
            "Speaker": [plain(name) if isinstance(name, str) else "nobody known" for name in counted.name],
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
