"""The corpus, or what the filters let through of it, in each format of `tellings.exports`, and as a project file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from tellings import exports
from tellings.analysis import known, place_records
from tellings.exports import network
from tellings.folder import project
from tellings.query.filters import Filters
from tellings.store import catalogue
from tellings.ui import address, filters, load, show
from tellings.ui.corrections import lines
from tellings.ui.text import escape
from tellings.ui.view import View

_KINDS = {
    "Tables": ("csv", "tsv", "xlsx", "jsonl", "parquet", "frictionless"),
    "Articles with what is marked in them": ("text", "tei", "conllu", "iob", "webannotation"),
    "References to cite": ("bibtex", "ris", "csl"),
    "Who is named with whom": ("gexf", "graphml"),
    "Places": tuple(exports.PLACES),
}
WHOLE = "whole"
"""The view that leaves the filters aside."""

_EMPTY = {"Who is named with whom": network.empty, "Places": place_records.empty}
"""What may be missing of an article that is not."""


def listed(view: View) -> None:
    """What filters and corrections do to the files, and a button for each format; the file is made when it is asked."""
    show.heading("The corpus in other formats", anchor="formats")
    taken = _switches(view)
    show.note("In a terminal, python -m tellings export makes the same files; what to write is behind each.")
    name = view.file_name("part" if taken.active else "all", view.corpus.n_documents)
    kinds = _KINDS if load.ask(view.corpus, known.n_documents, taken) else {}
    if not kinds:
        show.note(refused("articles"))
    for kind, formats in kinds.items():
        show.subheading(kind)
        empty = _EMPTY.get(kind)
        if empty and load.ask(view.corpus, empty, taken):
            show.note(refused(exports.FORMATS[formats[0]].unit))
            continue
        for key in formats:
            one = exports.FORMATS[key]
            file = partial(content, view, key, taken)
            _row(key, one.title, one.what, data=file, name=f"{name}{one.suffix}", mime=one.mime)
    show.subheading("All of it, for another Tellings")
    paths = catalogue.corrections_paths(view.corpus.path) if view.corpus.corrected else ()
    _row(
        "project",
        "Project file",
        "the whole corpus, whatever is filtered; Texts brings it in again",
        data=partial(project.pack, view.corpus.path, paths),
        name=f"{view.corpus.name}{project.ENDING}",
        mime="application/zip",
    )


def refused(unit: str) -> str:
    """That no file is made, as the command line says it of what there is none of."""
    said = exports.nothing(unit)
    return f"{said[0].upper()}{said[1:]}."


def content(view: View, key: str, taken: Filters) -> bytes:
    """A file of a format, of what the filters let through."""
    return exports.write(view.corpus, key, taken)[0]


def _switches(view: View) -> Filters:
    """The switches between what is filtered and all, and with corrections and without.

    Returns:
        The filters that hold.
    """
    narrowed = filters.said(view)
    whole = view.filters.view == WHOLE
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        if narrowed:
            filters.one(view, "view", "Articles", {"": "As filtered", WHOLE: "All of the corpus"})
        if lines(view.corpus) or not view.corpus.corrected:
            filters.one(
                view, "layer", "Corrections", {"": "With corrections", "machine": "As the machine found it"}
            )
    if narrowed and not whole:
        n = load.ask(view.corpus, known.n_documents, view.filters)
        of = f"{n:,} of {view.corpus.n_documents:,}"
        show.note(f"In the files: what is {'; '.join(narrowed)}. Articles: {of}.")
        st.button("Clear filters", key="clear", on_click=address.clear, type="tertiary")
    else:
        show.note(
            "In the files: all of the corpus. What is filtered on a page stays filtered here: come from that page."
        )
    return view.filters.only() if whole else view.filters


def _row(key: str, title: str, what: str, *, data: Callable[[], bytes], name: str, mime: str) -> None:
    button, said = st.columns([5, 8], vertical_alignment="center")
    with button:
        show.save(title, data, name, mime, key=f"take-{key}", type="secondary", width="stretch")
    said.html(f'<p class="t-note">{escape(what)} · <code>--to {escape(key)}</code></p>')
