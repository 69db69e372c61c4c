"""A text file is one article; its stem is the id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tellings.corpus.documents import Document, Problem, digest, usable
from tellings.corpus.encoding import decode
from tellings.corpus.entries import Entry, load, too_large
from tellings.errors import SourceError

Extract = Callable[[str], tuple[str, Mapping[str, str]]]
"""From the text of a file to that of its article and what the file knows of it."""


def _as_it_is(text: str) -> tuple[str, Mapping[str, str]]:
    return text, {}


def read(
    entry: Entry, fields: Mapping[str, str], max_bytes: int, extract: Extract = _as_it_is
) -> Iterator[Document | Problem]:
    """The article, or why there is none.

    Args:
        entry: the file.
        fields: what `metadata.csv` says of it; it wins over what the file knows.
        max_bytes: a larger file is left out.
        extract: takes the article out of a file that holds more than it.
    """
    if entry.size > max_bytes:
        yield Problem(entry.name, "read", too_large(entry.size, max_bytes), "skipped", entry.path.stem)
        return
    try:
        data = load(entry)
        decoded = decode(data)
    except SourceError as err:
        yield Problem(entry.name, "read", f"the file {err}", "skipped")
        return
    if decoded.guessed:
        reason = f"it is not UTF-8; read as {decoded.encoding}, which is a guess"
        yield Problem(entry.name, "read", reason, "check its special characters", entry.path.stem)
    text, known = extract(decoded.text)
    given = {name: value for name, value in fields.items() if value}
    yield from usable(Document(entry.path.stem, text, entry.name, digest(data)), {**known, **given})
