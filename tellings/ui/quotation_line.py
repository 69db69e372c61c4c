"""What is known of a quotation, as the lines below it in a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tellings import schema
from tellings.analysis.evidence import quoted
from tellings.analysis.utterances import Told
from tellings.plural import several
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.query.sql import UNTRACED
from tellings.ui import address, glossary, reasons
from tellings.ui.text import escape, short, unknown

_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_LONG = 120


class Said(NamedTuple):
    """What is known of a quotation, as HTML: who speaks and who else tells it; and how it was found, to be folded."""

    first: str
    how: str


def joined(some: Iterable[Said]) -> Said:
    """The same of several quotations that stand in one passage."""
    lines = list(some)
    return Said("".join(one.first for one in lines), "".join(one.how for one in lines))


def said(
    facts: dict[str, Any], kept: Filters, told: Told | None, found: Sequence[str] = (), q: str = ""
) -> Said:
    """Who speaks, how and by which rule it was found, with links to what it stands in and who else tells it.

    Args:
        facts: of `tellings.analysis.speakers.details`.
        kept: what links keep of the address (:meth:`Filters.only`).
        told: its cluster and in how many articles it is told, where there are several.
        found: the places in which it has the words that were searched for.
        q: these words.
    """
    by = f", as {escape(short(facts['told_by'], _LONG))} tells it" if facts["told_by"] else ""
    parts = [f"{_who(facts)}{by}"]
    if facts["anonymous"]:
        parts.append(glossary.term("anonymous"))
    if told:
        view = kept.change(view="words", sel=select("quotations", cluster=told.cluster).sel)
        parts.append(address.link("quotations", view, f"told by {several(told.n_documents, 'article')}"))
    parts += [f"“{escape(short(q, _LONG))}” found in {escape(' and '.join(found))}"] if found else []
    how = [
        glossary.term(facts["kind"]),
        f"{glossary.term('cue')} “{escape(facts['cue'])}”" if facts["cue"] else _no_cue(facts),
        f"via “{escape(facts['via'])}”" if facts["via"] else "",
        f"why: {escape(reasons.quotation(facts['method']))}",
    ]
    if facts["inside_id"]:
        whose = escape(short(facts["outer_speaker"], _LONG)) if facts["outer_speaker"] else "somebody"
        outer = escape(quoted(short(facts["outer"] or "", _LONG)))
        inside = kept.change(sel=select("quotations", quote=facts["inside_id"]).sel)
        how.append(f"inside what {whose} says: {address.link('quotations', inside, outer)}")
    first, rest = (" · ".join(filter(None, some)) for some in (parts, how))
    return Said(f'<p class="t-said">{first}</p>', f'<p class="t-how">{rest}</p>')


def _who(facts: dict[str, Any]) -> str:
    printed, names = facts["speaker"], facts["names"]
    if not printed:
        named = f' → <span class="t-who">{escape(names)}</span>' if names else ""
        return unknown("speaker unknown") + named
    shown = escape(short(printed, _LONG))
    if not names:
        return f'<span class="t-who">{shown}</span> → {unknown(UNTRACED)}'
    if printed.lower() in _RELATIVE:
        return f'<span class="t-who">{escape(names)}</span>, printed “{shown}”'
    arrow = "" if names == printed else f" → {escape(names)}"
    return f'<span class="t-who">{shown}</span>{arrow}'


def _no_cue(facts: dict[str, Any]) -> str:
    if facts["kind"] not in schema.SPEECH_KINDS:
        return ""
    return "no word of saying: the turn goes on" if facts["method"] == "turn goes on" else "no word of saying"
