"""Terms of the field on the page: the plain word first, the term behind it, its meaning on hover, focus and tap."""

from __future__ import annotations

from tellings.resources.glossary import entries
from tellings.ui.text import escape, html_table

_SHORTER = {"scare": "scare quote", "metonymic": "metonymy"}
"""Values of the tables to the terms that they are an example of."""


def term(name: str, shown: str = "") -> str:
    """A term as HTML; its meaning is shown by `frame_component.js`.

    Args:
        name: the term, or a value of the tables; one that the glossary does not have is shown as it is.
        shown: other plain words than the glossary's, such as a plural.
    """
    entry = entries().get(_SHORTER.get(name, name))
    if entry is None:
        return escape(shown or name)
    said = f"{escape(shown or entry.plain)} <small>({escape(entry.term)})</small>"
    return f'<button type="button" class="t-term" aria-description="{escape(entry.meaning)}">{said}</button>'


def words(name: str, shown: str = "") -> str:
    """A term for places that read no HTML, such as the options of a control: “retold (indirect)”."""
    entry = entries().get(_SHORTER.get(name, name))
    return f"{shown or entry.plain} ({entry.term})" if entry else shown or name


def meaning(*names: str) -> str:
    """What these terms mean, for the help of a control."""
    return "\n\n".join(f"{words(name)}: {entries()[_SHORTER.get(name, name)].meaning}" for name in names)


def table() -> str:
    """The whole glossary as an HTML table, the plain words first."""
    rows = "".join(
        f"<tr><th scope='row'>{escape(row.plain)}</th><td>{escape(row.term)}</td><td>{escape(row.meaning)}</td></tr>"
        for row in sorted(entries().values(), key=lambda row: row.plain)
    )
    return html_table(rows, ("in plain words", "term", "what it means"))
