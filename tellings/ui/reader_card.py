"""The reader's card: what a mark is, how it was found, and the ways on from it."""

from __future__ import annotations

import textwrap
from typing import Any

import streamlit as st

from tellings.analysis import correcting, reading
from tellings.analysis.evidence import quoted
from tellings.query.openable import OPENABLE
from tellings.query.selection import SPAN, Selection, select
from tellings.ui import address, glossary, load, reasons, show
from tellings.ui.correcting.mention import find_missed, for_mention, for_missed
from tellings.ui.correcting.quotation import for_quotation
from tellings.ui.frame import link
from tellings.ui.text import definitions, escape, label, unknown
from tellings.ui.view import View

_FIRST = 2
"""Facts that are told at once; the others are folded away."""
_UNKNOWN = unknown("unknown")


def opened(view: View, docs: tuple[str, ...]) -> tuple[str, dict[str, Any]]:
    """The kind and the facts of what the address has open in these articles; empty where nothing is."""
    selection = view.selection
    if selection is None:
        return "", {}
    table = selection.table
    identifier = selection.get(OPENABLE[table].key) if table in OPENABLE else None
    if identifier:
        kind = "mentions" if table == "toponyms" else table
        facts = load.ask(view.corpus, reading.facts, kind, identifier)
        return (kind, facts) if facts.get("doc_id") in docs else ("", {})
    start, end = selection.get("start") or "", selection.get("end") or ""
    if table == SPAN and start.isdigit() and end.isdigit():
        marked = load.ask(view.corpus, correcting.marked_at, docs[0], int(start), int(end))
        if marked:
            return marked["kind"], load.ask(view.corpus, reading.facts, marked["kind"], marked["id"])
        passage = load.ask(view.corpus, correcting.text, docs[0])[int(start) : int(end)]
        return SPAN, {"doc_id": docs[0], "start": int(start), "end": int(end), "text": passage}
    return "", {}


def selection_of(picked: str) -> Selection:
    """What a click on a mark opens, given its kind and id."""
    kind, _, identifier = picked.partition(" ")
    if kind in OPENABLE:
        return select(kind, **{OPENABLE[kind].key: identifier})
    start, _, end = identifier.rpartition(":")[2][1:].partition("-")
    return select(SPAN, start=start, end=end)


def show_card(view: View, docs: tuple[str, ...], kind: str, facts: dict[str, Any]) -> None:
    """Show the card, with its links, its forms and a button that closes it."""
    with st.container(key="reader-card"):
        if not kind:
            show.note("Click a mark, or press Enter on it, to see what was found and how.")
            find_missed(view, docs[0])
            return
        if kind == SPAN:
            passage = str(facts["text"])
            said = textwrap.shorten(passage, 80, placeholder="…")
            show.note(
                f"The passage that was asked for: {quoted(said)}."
                if said
                else "There is no text at that place."
            )
            for_missed(view, facts["doc_id"], facts["start"], facts["end"])
            st.button("Close", key="card-close", on_click=address.close, type="tertiary")
            return
        head, button = st.columns([4, 1.3], vertical_alignment="center")
        head.html(f'<h2 class="t-h2">{escape(str(facts["text"])[:160])}</h2>')
        button.button("Close", key="card-close", on_click=address.close, type="tertiary")
        rows = {"mentions": _mention, "quotations": _quotation, "dates": _date, "quantities": _quantity}[
            kind
        ](facts)
        folded = f"<details><summary>How it was found</summary>{definitions(rows[_FIRST:])}</details>"
        st.html(definitions(rows[:_FIRST]) + folded)
        _links(view, kind, facts)
        if kind == "mentions":
            for_mention(view, facts)
        elif kind == "quotations":
            for_quotation(view, facts)


def _said(value: Any) -> str:
    return _UNKNOWN if value is None or value == "" else escape(str(value))


def _by(method: Any) -> str:
    return "a correction" if str(method or "").startswith("correction:") else _said(method)


def _score(value: Any) -> list[tuple[str, str]]:
    return [] if value is None else [("score", f"{float(value):.2f}")]


def _span(facts: dict[str, Any]) -> tuple[str, str]:
    return ("characters", f"{facts['start']:,}–{facts['end']:,}")


def _mention(facts: dict[str, Any]) -> list[tuple[str, str]]:
    rows = [("stands for", _said(facts["entity"])), ("type", _said(facts["entity_type"] or facts["type"]))]
    rows += [("form", glossary.term(str(facts["form"] or "unknown")))]
    rows += [(title, escape(words)) for title, words in reasons.mention(str(facts["method"] or ""))]
    rows += _score(facts["score"])
    if facts["entity_method"]:
        rows.append(
            (
                "one with other articles’ names because",
                escape(reasons.together(str(facts["entity_method"]), None)),
            )
        )
    if facts["use"]:
        where = ", ".join(str(v) for v in (facts["place"], facts["admin1_code"], facts["country_code"]) if v)
        rows += [
            ("place", _said(where)),
            ("kind of place", _said(facts["place_kind"])),
            ("use", glossary.term(str(facts["use"]))),
        ]
        rows += [("placed by", _by(facts["place_method"])), *_score(facts["place_score"])]
    return [*rows, _span(facts)]


def _quotation(facts: dict[str, Any]) -> list[tuple[str, str]]:
    rows = [("speaker", _said(facts["entity"])), ("in marks or retold", glossary.term(str(facts["kind"])))]
    rows += [
        ("speaker as printed", _said(facts["speaker"])),
        ("anonymous", "yes" if facts["anonymous"] else "no"),
    ]
    rows += [("word of saying (cue)", _said(facts["cue"]))]
    if facts["via"]:
        rows.append(("told to or through", _said(facts["via"])))
    if facts["told_by"]:
        rows.append(("as told by", _said(facts["told_by"])))
    if facts["inside_id"]:
        rows.append(("stands in", "another quotation: its words are counted as that one's"))
    return [
        *rows,
        ("found by", escape(reasons.quotation(str(facts["method"] or "")))),
        *_score(facts["score"]),
        _span(facts),
    ]


def _date(facts: dict[str, Any]) -> list[tuple[str, str]]:
    rows = [("type", _said(facts["type"])), ("value", _said(facts["value"]))]
    if facts["mod"]:
        rows.append(("modified", _said(str(facts["mod"]).replace("_", " "))))
    return [*rows, ("found by", _by(facts["method"])), _span(facts)]


def _quantity(facts: dict[str, Any]) -> list[tuple[str, str]]:
    value = facts["value"]
    rows = [("value", _UNKNOWN if value is None else f"{value:,.10g}")]
    if facts["low"] is not None or facts["high"] is not None:
        low, high = (("…" if v is None else f"{v:,.10g}") for v in (facts["low"], facts["high"]))
        rows.append(("range", f"{low} to {high}"))
    for name in ("unit", "of", "hedge"):
        if facts[name]:
            rows.append((name, _said(facts[name])))
    return [*rows, ("found by", _by(facts["method"])), _span(facts)]


def _links(view: View, kind: str, facts: dict[str, Any]) -> None:
    plain = view.filters.only()
    if kind == "mentions" and facts["entity_id"]:
        sel = select("mentions", entity=str(facts["entity_id"])).sel
        link("entities", "All its mentions", plain, sel=sel)
        link("quotations", "Quotations by it", plain, speaker=(str(facts["entity_id"]),))
        if facts["place_id"]:
            link("map", "On the map", plain, sel=select("toponyms", place=str(facts["place_id"])).sel)
    elif kind == "quotations":
        link(
            "quotations",
            "On the page Quotations",
            plain,
            sel=select("quotations", quote=str(facts["quote_id"])).sel,
        )
        if facts["speaker_id"]:
            link("quotations", "All by this speaker", plain, speaker=(str(facts["speaker_id"]),))
    elif kind == "dates" and facts["value"]:
        sel = select("dates", value=str(facts["value"])).sel
        link("timeline", label(f"All that say {facts['value']}"), plain, sel=sel)
    elif kind == "quantities":
        told = {key: str(facts[key]) for key in ("of", "unit") if facts[key]}
        same = told or {"value": "unknown" if facts["value"] is None else str(facts["value"])}
        sel = select("quantities", **same).sel
        link(
            "overview",
            label(f"All numbers of {' '.join(told.values())}") if told else "All equal numbers",
            plain,
            sel=sel,
        )
