"""Watching articles being read: how far each job is, stopping it and going on."""

from __future__ import annotations

import streamlit as st

from tellings.build import jobs
from tellings.errors import CorpusError
from tellings.plural import several
from tellings.query.filters import Filters
from tellings.ui import frame, load, show, state
from tellings.ui.text import escape, label
from tellings.ui.texts import home

_EVERY = 1.0
"""Seconds between two looks at a job that is under way."""


def watch() -> None:
    """The jobs of this visitor, looked at again and again while one of them is under way."""
    going = any(jobs.state(job).going for job in jobs.jobs(home.folder()))
    st.fragment(_jobs, run_every=_EVERY if going else None)(going)


def _jobs(going: bool) -> None:
    every = [(job, jobs.state(job)) for job in jobs.jobs(home.folder())]
    if going != any(now.going for _, now in every):
        st.rerun()  # the page has a corpus more, or something to look at again and again
    if every:
        show.heading("What you brought")
    for job, now in every:
        _job(job, now)


def _job(job: jobs.Job, now: jobs.State) -> None:
    title = load.titles().get(job.name) or str(job.about().get("title") or job.name)
    with st.container(horizontal=True, vertical_alignment="center", key=f"job-{job.name}"):
        if now.going:
            st.progress(now.done / now.total if now.total else 0.0, text=label(told(title, now)))
            st.button("Stop", key=f"stop-{job.name}", on_click=jobs.stop, args=(job,))
            return
        mark = "✓" if now.stage == "done" else "⚠"
        st.html(f'<p class="t-say" role="status">{mark} {escape(told(title, now))}</p>', width="stretch")
        if now.stage == "done":
            frame.link("overview", "Open it", Filters(corpus=job.name))
        else:
            again = "Read again" if now.stage == "deleted" else "Go on"
            st.button(again, key=f"on-{job.name}", type="primary", on_click=jobs.start, args=(job,))
            st.button("Forget it", key=f"forget-{job.name}", on_click=_forget, args=(job,))


def _forget(job: jobs.Job) -> None:
    try:
        jobs.forget(job)
    except CorpusError as err:
        state.refuse(str(err))


def told(title: str, now: jobs.State) -> str:
    """How far a job is, in words."""
    if now.stage == "waiting":
        return f"{title}: waits for its turn"
    if now.stage == "running":
        if not now.total:
            return f"{title}: the files are being read"
        left = now.seconds_left
        more = "" if left is None else f", about {_lasting(left)} left"
        return f"{title}: {now.done:,} of {several(now.total, 'article')} done{more}"
    if now.stage == "done":
        return f"{title}: {now.message}."
    if now.stage == "failed":
        return f"{title} could not be read. {now.message}"
    if now.stage == "deleted":
        return f"{title} was deleted; what you brought for it is kept."
    kept = f" after {now.done:,} of {several(now.total, 'article')}" if now.total else ""
    why = "was stopped" if now.stage == "stopped" else "was interrupted"
    return f"{title} {why}{kept}; what is done is kept."


def _lasting(seconds: float) -> str:
    return (
        several(max(1, round(seconds)), "second") if seconds < 90 else several(round(seconds / 60), "minute")
    )
