"""The card of an entity: what it is, its printed forms, its roles and company in print, why its mentions are one."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from tellings import schema
from tellings.analysis import cooccurrence, entity_counts, introduced, known, roles, shared_text
from tellings.analysis.evidence import quoted
from tellings.plural import several
from tellings.query.selection import Selection, select
from tellings.ui import address, filters, load, show, state
from tellings.ui.correcting.entity import for_entity
from tellings.ui.corrections import taken_away
from tellings.ui.frame import link
from tellings.ui.reasons import linked, together
from tellings.ui.text import articles, country_name, escape, label, plain, unknown
from tellings.ui.view import View

_IDS = {"wikidata": "Wikidata", "geonames": "GeoNames", "iso": "ISO 3166"}
_FORMS = {"demonym": "as a word for a people", "nominal": "by a role or noun", "pronoun": "by a pronoun"}
_COMPANY, _FROM = 8, 40
"""So many of its company are shown, and looked for among so many of those with most sentences."""


def entity(view: View) -> str:
    """Show the card of the entity that is open, if one is.

    Returns:
        What is open, in words: the title of the evidence below.
    """
    entity_id, kind = view.opened("entity", "type")
    if not entity_id:
        return f"Named, of type {kind}" if kind else "All that is named"
    known_as = load.ask(view.corpus, entity_counts.entity, entity_id)
    if not known_as:
        gone = taken_away(view.corpus, "entity", [entity_id])
        if gone:
            show.note("Since it was corrected, nothing counts as this. The page Corrections can undo that.")
            return gone[entity_id]
        show.note("This corpus has no such entity. Close this, or clear the filters.")
        return "Nothing"
    name, kind = known_as["name"] or entity_id, known_as["type"] or "other"
    st.html(
        f'<h2 class="t-h2 t-card">{escape(name)}</h2><p class="t-note"><span class="t-kind">{escape(kind)}</span> '
        f"{' · '.join(_facts(known_as, kind))}</p>"
    )
    _most(view, entity_id)
    _ways(view, entity_id, kind)
    said = "Its forms, corrections, roles, company, first mentions"
    with st.expander(said, key="card-more", on_change="rerun" if view.corpus.large else "ignore") as box:
        if box.open is not False:  # of a large corpus it is asked for when it is opened
            for_entity(view, entity_id)
            _forms(view, entity_id)
            _more(view, entity_id, kind)
    return _title(view, name)


def pair(view: View) -> str:
    """Which two are open, and in how many sentences, in words."""
    said = " and ".join(filters.name_of(view, one) for one in view.opened("entity", "beside"))
    k = load.ask(view.corpus, cooccurrence.n_sentences, view.filters, view.selection or select("mentions"))
    return f"{said} in {several(k, 'sentence')}"


def _facts(known_as: Mapping[str, str | None], kind: str) -> list[str]:
    facts = []
    country = known_as["country"]
    if kind in schema.PLACE_TYPES:
        if country and kind != "country":
            facts.append(f"in {escape(country_name(country))}")
    elif country:
        facts.append(f"acts for {escape(country_name(country))}")
    else:
        facts.append(unknown("not known for which country it acts"))
    ids = [f"{title} {escape(known_as[key] or '')}" for key, title in _IDS.items() if known_as[key]]
    return [*facts, *(ids or [unknown("no identifier known")])]


def _most(view: View, entity_id: str) -> None:
    """Say which article names it most, by count and, where there are several, for its length."""
    cells = load.ask(view.corpus, entity_counts.by_document, view.filters, (entity_id,))
    if cells.empty:
        return
    labels = filters.article_names(view)

    def most(column: str) -> str:
        """The articles with the greatest value, by name."""
        documents = cells.doc_id[cells[column] == cells[column].max()]
        return " and ".join(labels[doc] for doc in documents[:3])

    spread = load.ask(view.corpus, shared_text.spread, view.filters, select("mentions", entity=entity_id))
    said = f"Named in {articles(*spread)}, most in {most('n')}: {several(int(cells.n.max()), 'time')}."
    if len(cells) > 1:
        said += (
            f" For its length, most in {most('per_1000')}: {cells.per_1000.max():.1f} times in 1,000 words."
        )
    show.note(said)


def _ways(view: View, entity_id: str, kind: str) -> None:
    quotations = load.ask(view.corpus, entity_counts.by_and_about, view.filters, entity_id)
    own = entity_counts.about(view.filters)
    with st.container(horizontal=True, gap="small", key="card-ways"):
        link("quotations", f"Speaks in {several(quotations.by, 'quotation')}", own, speaker=(entity_id,))
        link("quotations", f"Named in {several(quotations.about, 'quotation')}", own, entity=(entity_id,))
        if kind in schema.PLACE_TYPES:
            link("map", "On the map", own, place=(entity_id,))
        link("entities", "Who is named with it", own, entity=(entity_id,), view="together")


def _forms(view: View, entity_id: str) -> None:
    printed = load.ask(view.corpus, entity_counts.forms, view.filters, entity_id)
    total = int(printed.n.sum())
    options: dict[Selection, str] = {select("mentions", entity=entity_id): f"all {total:,}"}
    for text, form, n in zip(printed.text, printed.form, printed.n, strict=True):
        options.setdefault(select("mentions", entity=entity_id, text=text, form=form), f"{label(text)} {n:,}")
    if not any(kind in schema.FORMS for kind in view.filters.kind):
        for form, n in load.ask(view.corpus, entity_counts.beside, view.filters, entity_id).items():
            options[select("mentions", entity=entity_id, form=form)] = f"{_FORMS[form]} {n:,}"
    current = view.selection or select("mentions", entity=entity_id)
    _choices("Printed forms, and what counts leave out", "card-forms", options, current)


def _more(view: View, entity_id: str, kind: str) -> None:
    current = view.selection or select("mentions", entity=entity_id)
    if kind == "person":
        in_print = load.ask(view.corpus, roles.roles, view.filters, entity_id)
        options = {
            select("mentions", entity=entity_id, role=role): f"{label(role)} {n:,}"
            for role, n in load.ask(
                view.corpus, roles.counted, view.filters, entity_id, tuple(in_print)
            ).items()
        }
        _choices("Roles printed beside the name", "card-roles", options, current)
    near = load.ask(view.corpus, cooccurrence.neighbours, view.filters, entity_id, limit=_FROM)
    places = near.type.isin(schema.PLACE_TYPES)
    for said, key, some in (
        ("Named with it, by sentences", "card-company", near[~places]),
        ("Places named with it, by sentences", "card-places", near[places]),
    ):
        options = {
            select("mentions", entity=entity_id, beside=other): f"{label(name)} {n:,}"
            for other, name, n in some.head(_COMPANY)[["entity_id", "name", "n_sentences"]].itertuples(
                index=False, name=None
            )
        }
        _choices(said, key, options, current)
    _first(view, entity_id)
    why = load.ask(view.corpus, entity_counts.reasons, entity_id)
    across = together(why.together, why.score)
    show.note(
        f"Why these names are one. Within an article: {linked(why.linked)}. Between articles: {across}."
    )


def _first(view: View, entity_id: str) -> None:
    beginnings = load.ask(view.corpus, introduced.first, view.filters, (entity_id,), articles=100)
    called = filters.article_names(view)
    table = pd.DataFrame(
        {
            "_mention": beginnings.mention_id,
            "Paragraph": beginnings.paragraph,
            "First as": beginnings.text.map(plain),
            "In": [plain(called.get(doc, doc)) for doc in beginnings.doc_id],
            "Mentions": beginnings.n,
        }
    )
    if len(table):
        show.table(
            table,
            view,
            key="card-first",
            alt="Where each article names it first",
            pick=lambda row, _: select("mentions", entity=entity_id, mention=row["_mention"]),
        )


def _choices(said: str, key: str, options: dict[Selection, str], current: Selection) -> None:
    if not options:
        return
    state.put(key, current if current in options else None)
    st.pills(
        said,
        list(options),
        format_func=lambda option: options[option],
        key=key,
        on_change=_open,
        args=(key,),
        wrap=True,
    )


def _open(key: str) -> None:
    chosen = state.get(key)
    if chosen is not None:
        address.open_selection(chosen)


def _title(view: View, name: str) -> str:
    if view.selection is None:
        return name
    text, form, doc, role, outlet = (
        view.selection.get(key) for key in ("text", "form", "doc", "role", "publisher")
    )
    if view.selection.get("beside"):
        return pair(view)
    documents = load.ask(view.corpus, known.documents)
    title = quoted(text) if text else name
    if view.selection.get("mention"):
        title += ", this mention"
    if role:
        title += f", {quoted(role)} beside it"
    if form and not text:
        title += f" {_FORMS.get(form, '')}"
    if doc:
        title += f" in {filters.article_names(view).get(doc, doc)}"
    if outlet:
        title += f" in {filters.outlet_names(documents).get(outlet, outlet)}"
    return title
