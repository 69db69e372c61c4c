"""Cached reads: corpora by their version, answers by version, question and filters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import streamlit as st

from tellings import settings, store
from tellings.filters import Filters
from tellings.store import Corpus

P = ParamSpec("P")
T = TypeVar("T")


def names() -> list[str]:
    """The corpora there are, the default first."""
    return sorted(store.catalogue(), key=lambda name: name != settings.DEFAULT_CORPUS)


def corpus(name: str) -> Corpus:
    """The corpus of that name, corrections applied.

    Raises:
        CorpusError: it is damaged, or of a newer version.
        KeyError: there is none of that name.
    """
    path = store.catalogue()[name]
    return _open(str(path), store.version(path))


@st.cache_resource(max_entries=8, show_spinner="Opening the corpus…")
def _open(path: str, version: str) -> Corpus:
    del version  # only the cache asks for it
    return Corpus(Path(path))


def ask(corpus: Corpus, question: Callable[Concatenate[Any, P], T], *args: P.args, **options: P.kwargs) -> T:
    """The answer of an analysis to a corpus, kept per version of the corpus.

    Args:
        corpus: the first argument of the analysis.
        question: a function `(corpus, …)` of `tellings.analysis`.
        args: its other arguments; their `repr` must tell them apart, as that of filters and selections does.
        options: its keyword arguments, likewise.
    """
    asked = tuple(arg.asked if isinstance(arg, Filters) else arg for arg in args)
    key = f"{question.__module__}.{question.__qualname__}{asked!r}{sorted(options.items())!r}"
    return cast(T, _answer(corpus.version, key, corpus, question, asked, options))


@st.cache_data(max_entries=512, show_spinner=False)
def _answer(
    version: str, key: str, _corpus: Corpus, _question: Callable[..., Any], _args: Any, _options: Any
) -> Any:
    del version, key  # only the cache asks for them
    return _question(_corpus, *_args, **_options)


def keep(corpus: Corpus, key: tuple[Any, ...], build: Callable[[], T]) -> T:
    """What `build` makes (a figure, a table to be shown), kept per version of the corpus; nobody may change it.

    Args:
        corpus: whose version counts.
        key: all else that it depends on, told apart by its `repr`.
        build: makes it, where it is not kept yet.
    """
    return cast(T, _kept(corpus.version, repr(key), build))


@st.cache_resource(max_entries=256, show_spinner=False)
def _kept(version: str, key: str, _build: Callable[[], Any]) -> Any:
    del version, key  # only the cache asks for them
    return _build()
