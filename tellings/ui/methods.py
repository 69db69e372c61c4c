"""What the method page says (`data/methods.toml`): how each thing is found, in plain words, and what is missed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from tellings import settings
from tellings.analysis import evaluated
from tellings.folder import older
from tellings.ui import glossary
from tellings.ui.text import escape, heading, html_table, note


@dataclass(frozen=True, slots=True)
class Method:
    """Something that is found: its key in `data/evaluation.json`, its name, how it is found, what is missed."""

    what: str
    title: str
    how: str
    misses: str


PROMISES = (
    "The text is never changed: all that is found is kept apart from it, with the place where it stands.",
    "What people correct is kept apart from what the machine found, and can be undone.",
    "Unknown is a value: a quotation without a known speaker, a name without a place and an article without a known "
    "publisher are shown as such, never lumped together and never guessed.",
    "After installation nothing leaves this machine: no map tiles, fonts, models or statistics.",
    "Borders follow the UN General Assembly's resolution 68/262: Crimea and Sevastopol are drawn and counted as "
    "Ukraine.",
)


@cache
def methods() -> tuple[Method, ...]:
    """All of them, in the order of the page."""
    told = tomllib.loads((settings.DATA / "methods.toml").read_text("utf-8"))
    return tuple(Method(**one) for one in told["method"])


def written() -> tuple[str, pd.DataFrame]:
    """What the page says of every corpus, as HTML: kept, as it is long and changes with the measured figures alone.

    Returns:
        It, and the figures (see :func:`tellings.analysis.evaluated.read`).
    """
    path = settings.read().data / "evaluation.json"
    changed = path.stat().st_mtime_ns if path.exists() else 0
    return _written(path, changed)


@st.cache_resource(max_entries=2, show_spinner=False)
def _written(path: Path, changed: int) -> tuple[str, pd.DataFrame]:
    del changed  # only the cache asks for it
    measured = evaluated.read(path)
    parts = [contents(), *(f'<p class="t-say">{escape(promise)}</p>' for promise in PROMISES)]
    if measured.empty:
        command = "python -m tellings evaluate … --save"
        parts.append(note(f"No measured figures: data/evaluation.json is missing. Make it with: {command}"))
    for method in methods():
        own = measured[measured.what == method.what]
        parts += [heading(method.title, method.what), said(method, evaluated.told(own))]
        if not own.empty:
            figures = table(own.drop(columns="what").dropna(axis="columns", how="all"))
            summary = f"<summary>{escape(method.title)}: the figures behind this</summary>"
            parts.append(f'<details class="t-behind">{summary}{figures}</details>')
    return "".join([*parts, heading("Words of the field", "words"), glossary.table()]), measured


def contents() -> str:
    """The headings of the page, each a link to where it stands."""
    heads = [*((method.what, method.title) for method in methods()), ("words", "Words of the field")]
    heads.append(("made", "What made this corpus"))
    links = "".join(
        f'<li><a href="#{anchor}" target="_self">{escape(title)}</a></li>' for anchor, title in heads
    )
    return f'<nav aria-label="On this page"><ol class="t-contents">{links}</ol></nav>'


def paragraphs(method: Method, told: str) -> tuple[tuple[str, str], ...]:
    """How often it is right, how it is found, and what is missed: each with its head, which may be empty.

    Args:
        method: what is found.
        told: its figures in words, of :func:`tellings.analysis.evaluated.told`.
    """
    parts = (("How often it is right.", told), ("", method.how), ("Known misses.", method.misses))
    return tuple(part for part in parts if part[1])


def said(method: Method, told: str) -> str:
    """The same as HTML."""
    return "".join(
        f'<p class="t-say">{f"<b>{head}</b> " if head else ""}{escape(text)}</p>'
        for head, text in paragraphs(method, told)
    )


def table(figures: pd.DataFrame) -> str:
    """Measured figures as an HTML table: a head for each text they were measured on, shares with two digits.

    Args:
        figures: `Measured on, Corrections`, then the columns as they are shown.
    """
    columns = [column for column in figures.columns if column not in ("Measured on", "Corrections")]
    body = ""
    for (text, corrections), rows in figures.groupby(["Measured on", "Corrections"], sort=False):
        said = escape(f"{text}, {corrections} corrections")
        body += f"<tr><th scope='rowgroup' colspan='{len(columns)}'>{said}</th></tr>"
        for row in rows[columns].to_dict("records"):
            body += "<tr>" + "".join(f"<td>{escape(_said(*cell))}</td>" for cell in row.items()) + "</tr>"
    return html_table(body, map(str, columns))


def _said(column: object, value: Any) -> str:
    if pd.isna(value):
        return ""
    if column == "n":
        return f"{int(value):,}"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def versions(descriptor: dict[str, Any], gaps: older.Gaps | None = None) -> str:
    """The versions of program, model, rules and tables that made a corpus, and the hash of its texts, as HTML.

    Args:
        descriptor: the corpus' descriptor.
        gaps: what an older version made it without, which a line says.
    """
    origin = descriptor.get("tellings", {})
    names = {
        "program": "Tellings",
        "model": "Language model",
        "rules": "Rules and lexica",
        "schema": "Tables",
        "sources_hash": "Source texts (hash)",
    }
    rows = "".join(
        f"<tr><th scope='row'>{title}</th><td>{escape(str(origin[key]))}</td></tr>"
        for key, title in names.items()
        if key in origin
    )
    lacking = f'<p class="t-say">{escape(older.words(descriptor, gaps))}</p>' if gaps else ""
    return f"{html_table(rows)}{lacking}"
