"""Questions that may take long on a large corpus: the page says how long they have taken, and they can be stopped.

A question is asked in a thread of its own. What is not answered soon ends the run of the page there, with a line that
looks again each second; so the page, its menu and its filters stay usable. Whoever turns to another question or page
stops it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from dataclasses import dataclass, field
from functools import partial
from threading import Thread
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import streamlit as st

from tellings.plural import several
from tellings.store.stopping import Watch
from tellings.ui import load, recorded, state
from tellings.ui.view import View

P = ParamSpec("P")
T = TypeVar("T")

SOON, EVERY = 1.5, 1.0
"""Seconds in which an answer is waited for without a word, and between two looks at one that takes longer."""


@dataclass
class Job:
    """A question that is being answered for a visitor.

    Attributes:
        place: the page, and its view, on which it is asked.
        key: what is asked.
        watch: stops it.
        answer: once it is there.
        since: when it was asked, by the monotonic clock.
    """

    place: tuple[str, str]
    key: str
    watch: Watch = field(default_factory=Watch)
    answer: Future[Any] = field(default_factory=Future)
    since: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> int:
        """How long it has taken."""
        return int(time.monotonic() - self.since)

    def start(self, question: Callable[[], Any]) -> None:
        """Ask it."""
        Thread(target=self._ask, args=(question,), name=f"question {self.key[:40]}", daemon=True).start()

    def _ask(self, question: Callable[[], Any]) -> None:
        try:
            with self.watch.hold():
                self.answer.set_result(question())
        except BaseException as err:  # whoever waits is told
            self.answer.set_exception(err)


def ask(view: View, question: Callable[Concatenate[Any, P], T], *args: P.args, **options: P.kwargs) -> T:
    """The answer of an analysis, as :func:`tellings.ui.load.ask` gives it; of a large corpus, where it does not come
    soon, the page ends here until it does.
    """
    if not view.corpus.large:
        return load.ask(view.corpus, question, *args, **options)
    key = f"{view.corpus.version} {question.__qualname__} {args!r} {sorted(options.items())!r}"
    before = state.job()
    if before is not None and before.key == key:
        job = before
    else:
        job = Job((view.page, view.filters.view), key)
        job.start(partial(load.ask, view.corpus, question, *args, **options))
        wait_for([job.answer], timeout=SOON)
        if job.answer.done():
            return cast(T, job.answer.result())
        turned("", "")
        state.keep_job(job)
    if job.watch.stopped:
        _stopped()
    elif not job.answer.done():
        recorded.broken_off()
        st.fragment(_look, run_every=EVERY)(job, view.corpus.n_documents)
        st.stop()
    state.keep_job(None)
    return cast(T, job.answer.result())


def turned(page: str, view: str) -> None:
    """A visitor turned to this view of a page: what another asked is stopped."""
    job = state.job()
    if job is not None and job.place != (page, view):
        job.watch.stop()
        state.keep_job(None)


def _look(job: Job, n: int) -> None:
    """How long it has taken, and how it is stopped; the page goes on once the answer is there."""
    if job.answer.done():
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", key="patience"):
        st.html(
            f'<p class="t-say" role="status">Looking through {several(n, "article")}: '
            f"{several(job.seconds, 'second')} so far.</p>",
            width="content",
        )
        st.button("Stop", key="patience-stop", on_click=job.watch.stop)


def _stopped() -> None:
    st.html(
        '<p class="t-note" role="status">Stopped. Look in a part (an outlet, some dates, what is quoted), or ask for '
        "more than this word.</p>"
    )
    st.button("Ask again", key="patience-again", on_click=state.keep_job, args=(None,))
    recorded.broken_off()
    st.stop()
