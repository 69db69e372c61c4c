"""Cached reads: corpora by their version, answers by version, question and filters.

What holds a visitor's own corrections is kept apart: it is found by their ids, which nobody else has, it pushes
nothing out that others share, and there is never more than a few of it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from weakref import WeakValueDictionary

import pandas as pd
import streamlit as st

from tellings import settings
from tellings.analysis import known
from tellings.errors import CorpusError
from tellings.folder import descriptor
from tellings.query.filters import Filters
from tellings.store import catalogue
from tellings.store.corpus import Corpus
from tellings.ui import namesakes, state

P = ParamSpec("P")
T = TypeVar("T")


def names() -> list[str]:
    """The corpora there are, the default first."""
    return sorted(catalogue.corpora(state.home()), key=lambda name: name != settings.DEFAULT_CORPUS)


def titles() -> dict[str, str]:
    """What each corpus is called; those of one title are told apart by their folders."""
    paths = catalogue.corpora(state.home())
    said = {name: _title(str(path), _changed(path)) or name for name, path in paths.items()}
    return {
        name: f"{title} ({name})" if list(said.values()).count(title) > 1 else title
        for name, title in said.items()
    }


def _changed(path: Path) -> int:
    try:
        return (path / descriptor.DESCRIPTOR).stat().st_mtime_ns
    except OSError:
        return 0


@st.cache_data(max_entries=512, show_spinner=False)
def _title(path: str, changed: int) -> str:
    del changed  # only the cache asks for it
    try:
        return str(descriptor.alone(Path(path)).get("title") or "")
    except CorpusError:  # whoever opens it is told why
        return ""


def corpus(name: str, *, machine: bool = False) -> Corpus:
    """The corpus of that name, with all corrections and those of this session; or as the machine left it.

    Raises:
        CorpusError: it is damaged, or of a newer version.
        KeyError: there is none of that name.
    """
    path = catalogue.corpora(state.home())[name]
    version = catalogue.version(path, corrections=not machine)
    extra = () if machine else state.corrections(name)
    whose = extra[0].id if extra else "machine" if machine else ""
    before = _opened().get((str(path), whose))
    if extra:
        version += catalogue.extra_version(extra)
        opened = _open_of_session(str(path), version, extra, before)
    else:
        opened = _open(str(path), version, machine, before)
        if before is not None and before.version != version:
            _open.clear(
                str(path), before.version, machine
            )  # each correction makes another, each a whole corpus
    _opened()[str(path), whose] = opened
    return opened


@st.cache_resource(max_entries=8, show_spinner="Opening the corpus…")
def _open(path: str, version: str, machine: bool, _before: Corpus | None) -> Corpus:
    del version  # only the cache asks for it
    return Corpus(Path(path), corrections=not machine, before=_before)


@st.cache_resource(max_entries=16, show_spinner="Opening the corpus…")
def _open_of_session(path: str, version: str, _extra: tuple[Any, ...], _before: Corpus | None) -> Corpus:
    del version  # only the cache asks for it
    return Corpus(Path(path), extra=_extra, before=_before)


@st.cache_resource(max_entries=1, show_spinner=False)
def _opened() -> WeakValueDictionary[tuple[str, str], Corpus]:
    """The corpora that were opened last, by their folder and whose corrections they hold; as long as they are kept."""
    return WeakValueDictionary()


def ask(corpus: Corpus, question: Callable[Concatenate[Any, P], T], *args: P.args, **options: P.kwargs) -> T:
    """The answer of an analysis to a corpus, kept per version of the corpus; whoever asks may change their own.

    The rows of a table are copied where they are changed, not before: of a large corpus, that is most of the wait.
    Places of one name have in it where they lie.

    Args:
        corpus: the first argument of the analysis.
        question: a function `(corpus, …)` of `tellings.analysis`.
        args: its other arguments; their `repr` must tell them apart, as that of filters and selections does.
        options: its keyword arguments, likewise.
    """
    asked = tuple(arg.asked if isinstance(arg, Filters) else arg for arg in args)
    key = f"{question.__module__}.{question.__qualname__}{asked!r}{sorted(options.items())!r}"
    answer = _answer_of_session if corpus.of_session else _answer
    said: Callable[..., T] = question
    kept = answer(corpus.version, key, partial(said, corpus, *asked, **options))
    if not isinstance(kept, pd.DataFrame):
        return cast(T, copy.deepcopy(kept))
    names = namesakes_of(corpus) if namesakes.named(kept) else {}
    return cast(T, namesakes.apart(kept, names) if names else kept.copy(deep=False))


def namesakes_of(corpus: Corpus) -> dict[str, str]:
    """The names to print for places that share theirs, by their ids."""
    return keep(corpus, ("namesakes",), lambda: namesakes.called(known.namesakes(corpus)))


@st.cache_resource(max_entries=512, show_spinner=False)
def _answer(version: str, key: str, _question: Callable[[], Any]) -> Any:
    del version, key  # only the cache asks for them
    return _question()


@st.cache_resource(max_entries=256, show_spinner=False)
def _answer_of_session(version: str, key: str, _question: Callable[[], Any]) -> Any:
    del version, key  # only the cache asks for them
    return _question()


def keep(corpus: Corpus, key: tuple[Any, ...], build: Callable[[], T]) -> T:
    """What `build` makes (a figure, a table to be shown), kept per version of the corpus; nobody may change it.

    Args:
        corpus: whose version counts.
        key: all else that it depends on, told apart by its `repr`.
        build: makes it, where it is not kept yet.
    """
    kept = _kept_of_session if corpus.of_session else _kept
    return cast(T, kept(corpus.version, repr(key), build))


@st.cache_resource(max_entries=256, show_spinner=False)
def _kept(version: str, key: str, _build: Callable[[], Any]) -> Any:
    del version, key  # only the cache asks for them
    return _build()


@st.cache_resource(max_entries=128, show_spinner=False)
def _kept_of_session(version: str, key: str, _build: Callable[[], Any]) -> Any:
    del version, key  # only the cache asks for them
    return _build()
