"""Two tellings of one utterance side by side, what differs marked by type and said in words."""

from __future__ import annotations

from typing import Any

import streamlit as st

from tellings.analysis import differences
from tellings.analysis.differences import Piece
from tellings.analysis.evidence import quoted
from tellings.plural import several
from tellings.ui.glossary import term
from tellings.ui.text import escape, plain, short, unknown

_FOLD = 4000
_MARKS = " \t\r\n,;:.–—“”„‟‘’‚‹›«»\"'`"
_TAG = {"left": "del", "right": "ins"}
_SAID = {"changed": "changed", "moved": "in another place"}


def name(telling: Any) -> str:
    """A telling in a few words: outlet or article, kind and speaker as printed."""
    speaker = telling.speaker if isinstance(telling.speaker, str) else "nobody known"
    return plain(f"{telling.short}: {speaker[:40]}, {telling.kind}, {quoted(telling.said[:24] + '…')}")


def show(left: Any, right: Any) -> None:
    """Show both tellings, and in words what only one of them has.

    Args:
        left: a row of `tellings.analysis.utterances.tellings`.
        right: another.
    """
    pieces = differences.compare(left.said, right.said)
    st.html(
        f'<div class="t-diff">{_telling(left, pieces, "left")}{_telling(right, pieces, "right")}</div>'
        f'<p class="t-note">{summary(pieces, *differences.shared(left.said, right.said))}</p>'
    )


def aligned(left: str, right: str) -> str:
    """Two texts side by side as HTML, what differs marked by type of line as well as weight."""
    pieces = differences.compare(left, right)
    sides = (
        f'<section><p class="t-passage">{_text(pieces, side)}</p></section>' for side in ("left", "right")
    )
    return f'<div class="t-diff">{"".join(sides)}</div>'


def summary(pieces: list[Piece], same: int, ours: int, theirs: int) -> str:
    """The difference in words, as HTML."""
    parts = [
        f"{several(same, 'word is', 'words are')} in both, of {ours:,} on the left and {theirs:,} on the right."
    ]
    moved = [(piece.left, piece.right) for piece in pieces if piece.kind == "moved"]
    elsewhere = [f"“{escape(_bare(text))}”" for text, _ in moved if text]
    changed = [
        f"“{escape(_bare(piece.left))}” / “{escape(_bare(piece.right))}”"
        for piece in pieces
        if piece.kind == "changed"
    ]
    for title, words in (
        ("In both, but in another place", elsewhere),
        ("Only on the left", [f"“{escape(_bare(p.left))}”" for p in pieces if p.kind == "left"]),
        ("Only on the right", [f"“{escape(_bare(p.right))}”" for p in pieces if p.kind == "right"]),
        ("Left / right in the same place", changed),
    ):
        if words:
            more = f" and {len(words) - 12:,} more" if len(words) > 12 else ""
            parts.append(f"<strong>{title}:</strong> {', '.join(words[:12])}{more}.")
    if any(piece.kind == "beyond" for piece in pieces):
        parts.append(f"Only the first {differences.MOST:,} words of each are compared.")
    return " ".join(parts)


def _telling(telling: Any, pieces: list[Piece], side: str) -> str:
    printed = telling.speaker if isinstance(telling.speaker, str) else ""
    who = f'<span class="t-who">{escape(printed[:120])}</span>' if printed else unknown("speaker unknown")
    resolved = telling.name
    if isinstance(resolved, str) and resolved != printed:
        who += f" → {escape(resolved)}"
    if isinstance(telling.told_by, str):
        who += f", as {escape(telling.told_by)} tells it"
    facts = [who, term(telling.kind)]
    facts.append(
        f"{term('cue')} “{escape(telling.cue)}”" if isinstance(telling.cue, str) else "no word of saying"
    )
    if isinstance(telling.via, str):
        facts.append(f"via “{escape(telling.via)}”")
    return (
        f'<section><h2 class="t-h3">{escape(telling.short)}</h2><p class="t-passage">{_text(pieces, side)}</p>'
        f'<p class="t-how">{" · ".join(facts)}</p></section>'
    )


def _text(pieces: list[Piece], side: str) -> str:
    out, length = [], 0
    for piece in pieces:
        text = piece.left if side == "left" else piece.right
        if not text:
            continue
        if length > _FOLD:
            out.append(" […]")
            break
        shown = text[:_FOLD]
        length += len(shown)
        bare = shown.rstrip(_MARKS) or shown
        if piece.kind in _SAID or piece.kind == side:
            said = _SAID.get(piece.kind, "only here")
            tag = "i" if piece.kind == "moved" else _TAG[side]
            out.append(
                f'<{tag}><span class="t-unheard">[{said}: </span>{escape(bare)}<span class="t-unheard">]</span></{tag}>'
            )
            out.append(escape(shown[len(bare) :]))
        else:
            out.append(escape(shown))
    return "".join(out)


def _bare(text: str) -> str:
    return short(" ".join(text.split()).strip(_MARKS) or text, 160)
