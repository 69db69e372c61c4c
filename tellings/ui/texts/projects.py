"""The visitor's own corpora: rename, take away as a file, delete and undo it; taking a project file in."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from tellings.build import incoming, jobs
from tellings.errors import TellingsError
from tellings.folder import exchange, project
from tellings.query.filters import Filters
from tellings.store import catalogue, derived
from tellings.ui import address, frame, load, show, state
from tellings.ui.text import escape, label
from tellings.ui.texts import home
from tellings.ui.view import View

ENDING = project.ENDING
_TRASH = ".deleted"


def listed(view: View) -> None:
    """Every corpus that this visitor may open, and what can be done with it."""
    place = home.folder() if home.mode() != "off" else None
    titles = load.titles()
    show.heading("Corpora")
    for name, path in catalogue.corpora(state.home()).items():
        own = path.parent == place
        with st.container(horizontal=True, vertical_alignment="center", key=f"corpus-{name}"):
            with st.container(width="stretch"):
                frame.link(
                    "overview",
                    label(titles.get(name, name)) + (" (open now)" if name == view.corpus.name else ""),
                    Filters(corpus=name),
                )
            said = "The corpus with its corrections as one file, which can be opened here or elsewhere"
            content = partial(project.pack, path, catalogue.corrections_paths(path))
            show.save(
                "Project file", content, f"{name}{ENDING}", "application/zip",
                key=f"pack-{name}", type="secondary", help=said,
            )  # fmt: skip
            if own:
                _change(name, path, titles.get(name, name))
    deleted = sorted((place / _TRASH).glob("*/*")) if place and (place / _TRASH).is_dir() else []
    for path in deleted:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(f'<p class="t-note">{escape(path.name)} is deleted.</p>', width="content")
            st.button(
                "Undo", key=f"undelete-{path.parent.name}", type="tertiary", on_click=_undelete, args=(path,)
            )
            st.button(
                "For good", key=f"gone-{path.parent.name}", type="tertiary", on_click=_gone, args=(path,)
            )


def _change(name: str, path: Path, title: str) -> None:
    with st.popover("Change", key=f"change-{name}"):
        st.text_input("Title", value=title, key=f"title-{name}")
        st.button("Rename", key=f"rename-{name}", on_click=_rename, args=(name, path))
        st.button("Delete", key=f"delete-{name}", on_click=_delete, args=(name, path))


def _rename(name: str, path: Path) -> None:
    title = " ".join(str(state.get(f"title-{name}") or "").split())
    if not title:
        state.refuse("A corpus needs a title.")
        return
    _do(lambda: exchange.retitle(path, title))


def _delete(name: str, path: Path) -> None:
    if any(job.name == name and jobs.state(job).going for job in jobs.jobs(path.parent)):
        state.refuse(f"{name} is being read. Stop it first.")
        return
    bin_ = path.parent / _TRASH / str(time.time_ns())
    bin_.mkdir(parents=True)
    derived.forget(path)
    _do(lambda: path.rename(bin_ / name))
    if name == address.read()[0].corpus:
        frame.go("texts", Filters())


def _undelete(path: Path) -> None:
    place = path.parent.parent.parent
    free = not (place / path.name).exists()  # then it is again what its addresses and its job call it
    _do(lambda: path.rename(place / (path.name if free else incoming.free_name(place, path.name, ()))))
    path.parent.rmdir()


def _gone(path: Path) -> None:
    shutil.rmtree(path.parent, ignore_errors=True)


def take_in(files: Sequence[tuple[str, bytes]]) -> None:
    """Take project files in that were uploaded."""
    staged = incoming.stage(home.folder(), files)
    take_in_from(sorted(staged.iterdir()))
    shutil.rmtree(staged, ignore_errors=True)


def take_in_from(paths: Sequence[Path]) -> None:
    """Take project files in, each in a process of its own, and say what came of it."""
    said = [incoming.take_in(path, home.folder()) for path in paths]
    state.done(("said" if all(done for done, _ in said) else "failed", " ".join(words for _, words in said)))


def _do(what: Any) -> None:
    state.done(None)
    try:
        what()
    except TellingsError as err:
        state.refuse(str(err))
    except OSError as err:
        state.refuse(f"That could not be done ({err.strerror or err}).")
