"""Bringing articles: files, a pasted text or a folder; what was recognised is shown before anything is read."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from tellings import schema
from tellings.build import incoming, jobs
from tellings.corpus.taught import of_record
from tellings.errors import CorpusError, TellingsError
from tellings.folder import descriptor, parquet
from tellings.plural import several
from tellings.store import catalogue
from tellings.ui import show, state
from tellings.ui.text import escape, plain
from tellings.ui.texts import home, projects, teaching
from tellings.ui.view import View

_STAGED, _WAY = "bring-staged", "bring-way"
FILES, PASTE, FOLDER = "Files", "A pasted text", "A folder on this computer"
_SHOWN = 500
"""Articles of a preview that are listed; the others are counted."""
_PROBLEMS = 20
"""Problems that are in sight at once; the others are behind a click."""


def bring(view: View) -> None:
    """The forms that bring articles, and below them what was recognised."""
    saved = home.mode() == "saved"
    ways = [FILES, PASTE, *([FOLDER] if saved else [])]
    way = st.segmented_control("What do you bring?", ways, key=_WAY, default=FILES) or FILES
    if not saved:
        show.note(
            "What you bring on this server is seen in this window only and goes when it is closed. Save it as a "
            "project file to keep it."
        )
    {FILES: _files, PASTE: _paste, FOLDER: _folder}[way]()
    if state.get(_STAGED):
        _recognised(view, state.get(_STAGED))


def _files() -> None:
    files = st.file_uploader(
        "Articles, downloads of a newspaper database, or a project file (.tellings.zip)",
        accept_multiple_files=True,
        key=state.round_of("bring-files"),
        help="One file or many; what can be read stands below. Nothing leaves this machine.",
    )
    st.button(
        "Look at them",
        key="bring-look",
        type="primary",
        on_click=_look_at_files,
        disabled=not files,  # files that are still on their way too
        help=None if files else "Choose files first.",
    )
    if home.mode() == "saved":
        show.note(f"Larger than {st.get_option('server.maxUploadSize')} MB? Name it under “{FOLDER}”.")


def _look_at_files() -> None:
    files: list[Any] = state.get(state.round_of("bring-files")) or []
    packed = [file for file in files if file.name.lower().endswith(projects.ENDING)]
    articles = [(file.name, file.getvalue()) for file in files if file not in packed]
    if articles:
        staged = incoming.stage(home.folder(), articles)
        first = Path(articles[0][0]).stem
        more = f" and {several(len(articles) - 1, 'other file')}" if len(articles) > 1 else ""
        _stage({"staged": str(staged), "sources": [str(staged)]}, f"{first}{more}")
    if packed:
        projects.take_in([(file.name, file.getvalue()) for file in packed])


def _paste() -> None:
    left, middle, right = st.columns(3)
    left.text_input("Headline", key="paste-title")
    middle.text_input("Outlet", key="paste-publisher", help="Left empty, it stays unknown.")
    right.text_input("Date", key="paste-date", placeholder="2025-05-16", help="Left empty, it stays unknown.")
    st.text_area("The article", key="paste-text", height=220)
    st.button("Look at it", key="bring-pasted", type="primary", on_click=_look_at_pasted)


def _look_at_pasted() -> None:
    text = state.get("paste-text") or ""
    if not text.strip():
        state.refuse("Paste an article first.")
        return
    record = {"id": "pasted", "text": text}
    for name in ("title", "publisher", "date"):
        record[name] = (state.get(f"paste-{name}") or "").strip()
    line = json.dumps({k: v for k, v in record.items() if v}, ensure_ascii=False)
    staged = incoming.stage(home.folder(), [("pasted.jsonl", line.encode())])
    _stage({"staged": str(staged), "sources": [str(staged)]}, record["title"] or "Pasted article")


def _folder() -> None:
    st.text_input(
        "Folder, file or project file",
        key="bring-path",
        placeholder="/home/me/articles",
        help="It is read where it is, and may be larger than what can be uploaded.",
    )
    st.button("Look at it", key="bring-folder", type="primary", on_click=_look_at_folder)


def _look_at_folder() -> None:
    said = (state.get("bring-path") or "").strip().strip('"')
    path = Path(said).expanduser()
    if not said or not path.exists() or home.mode() != "saved":
        state.refuse(f"There is no folder or file {said!r} on this computer." if said else "Name a folder.")
        return
    if path.is_file() and path.name.lower().endswith(projects.ENDING):
        projects.take_in_from([path])
        return
    _stage({"staged": "", "sources": [str(path.absolute())]}, path.absolute().stem)


def _stage(what: dict[str, Any] | None, name: str = "") -> None:
    """Keep what was brought, with the name that is proposed for it; None forgets it."""
    state.done(None)
    if state.get(_STAGED) and what is None:  # the form is empty again
        state.clicked("bring-files")
        state.clicked(None)
    state.put(_STAGED, what and {**what, "at": time.time_ns(), "taught": {}})
    state.put("bring-name", " ".join(name.split()))
    teaching.anew()


def _look_again(taught: dict[str, Any]) -> None:
    state.done(None)
    state.put(_STAGED, {**state.get(_STAGED), "at": time.time_ns(), "taught": taught})


@st.cache_data(max_entries=16, show_spinner="Looking at what you brought…", ttl=3_600)
def _looked(sources: tuple[str, ...], at: int, taught: str, into: str, made: int) -> list[dict[str, Any]]:
    del at, made  # only the cache asks: a folder or corpus that is looked at again may hold something else
    paths = [Path(source) for source in sources]
    return incoming.look(paths, of_record(json.loads(taught)), Path(into) if into else None)


def _recognised(view: View, brought: dict[str, Any]) -> None:
    """What was recognised, and the button that has it read."""
    grown = [job for job in jobs.jobs(home.folder()) if jobs.state(job).stage != "deleted"]
    chosen = next((job for job in grown if job.name == state.get("bring-into")), None)
    at = _made(chosen.corpus) if chosen else 0
    own = _documents(str(chosen.corpus) if chosen else "", at)
    into = (str(chosen.corpus), at) if chosen and len(own) else ("", 0)
    try:
        rows = _looked(tuple(brought["sources"]), brought["at"], json.dumps(brought["taught"]), *into)
    except TellingsError as err:
        st.html(f'<p class="t-note" role="alert">⚠ {escape(str(err))}</p>')
        st.button("Leave it", key="bring-leave", on_click=_stage, args=(None,))
        return
    recognised = pd.DataFrame(rows)
    articles = recognised[recognised.doc_id.notna()] if len(recognised) else recognised
    show.heading("This was recognised")
    st.html(f'<p class="t-say" role="status">{escape(summary(recognised))}</p>')
    if chosen:
        had = articles[articles.had.astype(bool)] if "had" in articles else articles.iloc[:0]
        st.html(f'<p class="t-say" role="status">{escape(standing(chosen.name, own, len(had)))}</p>')
        names = dict(zip(own.doc_id, own.short, strict=True))
        articles = articles.assign(
            copy_of=articles.copy_of.where(~articles.index.isin(had.index), had.copy_of.map(names))
        )
    columns = {
        "title": "Headline", "publisher": "Outlet", "published": "Date", "source": "File", "language": "Language",
        "n_words": "Words", "copy_of": "Copy of",
    }  # fmt: skip
    if len(articles):
        shown = (
            articles.reindex(columns=list(columns)).rename(columns=columns).dropna(axis="columns", how="all")
        )
        shown = shown.head(_SHOWN).map(lambda said: plain(said) if isinstance(said, str) else said)
        show.table(shown, view, key="recognised", alt=f"What was recognised: {summary(recognised)}")
    _problems(rows)
    teaching.first_article(rows)
    if rows:
        teaching.teach(rows, brought["taught"], _look_again)
    if articles.empty:
        st.button("Leave it", key="bring-leave", on_click=_stage, args=(None,))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Make",
            ["", *(job.name for job in grown)],
            key="bring-into",
            format_func=lambda name: f"Add to {name}" if name else "a new corpus",
        )
        if not state.get("bring-into"):
            st.text_input("Its name", key="bring-name", placeholder="Ferry accident, June 2025")
        st.button("Read them", key="bring-go", type="primary", on_click=_go, args=(brought,))
        st.button("Leave it", key="bring-leave", on_click=_stage, args=(None,))


def _made(corpus: Path) -> int:
    """When a corpus was made, by its descriptor; 0 where it is not made yet."""
    try:
        return (corpus / descriptor.DESCRIPTOR).stat().st_mtime_ns
    except OSError:
        return 0


@st.cache_data(max_entries=2, show_spinner=False)
def _documents(corpus: str, at: int) -> pd.DataFrame:
    """The articles that a corpus has, without their texts; none where it was not made (`at` is 0) or is damaged."""
    try:
        whole = parquet.read(Path(corpus), "documents") if at else schema.empty("documents")
    except CorpusError:
        whole = schema.empty("documents")
    return whole.drop(columns="text")


def standing(name: str, own: pd.DataFrame, n_had: int) -> str:
    """What a corpus has already to which articles are to be added, in words.

    Args:
        name: the corpus' name.
        own: its articles.
        n_had: how many of the new ones say the same as one of these.
    """
    if own.empty:
        return f"{name} has no article yet."
    has = f"{name} has {summary(own.assign(problem=None, copy_of=None))}"
    said = several(n_had, "of the new ones is a copy", "of the new ones are copies")
    copies = (
        f"{said} of articles that it has: see “Copy of”."
        if n_had
        else "None of the new ones is a copy of these."
    )
    return f"{has} {copies}"


def _problems(rows: list[dict[str, Any]]) -> None:
    """What is wrong with files and articles, each with its whole sentence: a cell of a table would cut it."""
    told = [
        f'<p class="t-say">⚠ <b>{escape(row["source"])}</b>: {escape(row["problem"])}</p>'
        for row in rows
        if row["problem"]
    ]
    if told:
        st.html("".join(told[:_PROBLEMS]))
    if more := told[_PROBLEMS:]:
        with st.expander(f"{several(len(more), 'problem')} more"):
            st.html("".join(more[:_SHOWN]))


def summary(found: pd.DataFrame) -> str:
    """What was recognised, in a sentence.

    Args:
        found: a row for each article or problem, as `look --json` tells them.
    """
    if found.empty:
        return "Nothing that can be read."
    articles = found[found.doc_id.notna()]
    said = [several(len(articles), "article")]
    if outlets := articles.publisher.nunique():
        said.append(f"from {several(outlets, 'outlet')}")
    if dates := sorted(articles.published.dropna()):
        said.append(f"of {dates[0]}" if dates[0] == dates[-1] else f"from {dates[0]} to {dates[-1]}")
    unknown, copies, problems = (
        int(n) for n in (articles.publisher.isna().sum(), articles.copy_of.count(), found.problem.count())
    )
    undated = int(articles.published.isna().sum())
    foreign = int((~articles.language.isin(["en", None])).sum())
    more = {
        f"{unknown:,} without a known outlet": unknown,
        f"{undated:,} without a known date": undated,
        several(copies, "copy"): copies,
        f"{foreign:,} in another language, which can be read and in which nothing is looked for": foreign,
        several(problems, "problem"): problems,
    }
    rest = ", ".join(words for words, n in more.items() if n)
    return f"{' '.join(said)}{'; ' if rest else ''}{rest}."


def _go(brought: dict[str, Any]) -> None:
    place = home.folder()
    staged = Path(brought["staged"]) if brought["staged"] else None
    sources = [] if staged else [Path(source) for source in brought["sources"]]
    taught = of_record(brought["taught"])
    into = state.get("bring-into") or ""
    chosen = next((job for job in jobs.jobs(place) if job.name == into), None)
    title = " ".join((state.get("bring-name") or "").split())
    if chosen is None and not title:
        state.refuse("Give it a name first.")
        return
    try:
        if chosen is not None:
            jobs.add(chosen, staged=staged, sources=sources, taught=taught)
        else:
            name = incoming.free_name(place, incoming.folder_name(title), catalogue.corpora(state.home()))
            jobs.begin(place, name, title, staged=staged, sources=sources, taught=taught)
    except CorpusError as err:
        state.refuse(str(err))
        return
    _stage(None)
