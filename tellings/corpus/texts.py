"""A text file is one article, or an export of a newspaper database; its stem is the id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from tellings.corpus import found
from tellings.corpus.databases import exports, lines
from tellings.corpus.documents import Document, Problem, digest, usable
from tellings.corpus.encoding import decode
from tellings.corpus.entries import Entry, Limits, load, too_large
from tellings.errors import SourceError
from tellings.settings import VERSION

Extract = Callable[[str], tuple[str, Mapping[str, str]]]
"""From the text of a file to that of its article and what the file knows of it."""


def read(
    entry: Entry, fields: Mapping[str, str], limits: Limits, extract: Extract | None = None
) -> Iterator[Document | Problem]:
    """The articles, or why there is none.

    Args:
        entry: the file.
        fields: what `metadata.csv` says of it; it wins over what the file knows.
        limits: a larger file or article is left out.
        extract: takes the article out of a file that holds more than it; a file without is one article as it stands.
    """
    most = limits.document if extract else limits.file
    if entry.size > most:
        yield Problem(entry.name, "read", too_large(entry.size, most), "skipped", entry.path.stem)
        return
    try:
        data = load(entry, most)
        decoded = decode(data)
    except SourceError as err:
        yield Problem(entry.name, "read", f"the file {err}", "skipped")
        return
    if decoded.guessed:
        reason = f"it is not UTF-8; read as {decoded.encoding}, which is a guess"
        yield Problem(entry.name, "read", reason, "check its special characters", entry.path.stem)
    export = None if extract else exports.read(lines.of_text(decoded.text), wrapped=True)
    if export is not None:
        yield from found.of_export(export, entry, limits, "text")
    elif len(data) > limits.document:
        yield Problem(entry.name, "read", too_large(len(data), limits.document), "skipped", entry.path.stem)
    else:
        text, known = extract(decoded.text) if extract else (decoded.text, {})
        given = {name: value for name, value in fields.items() if value}
        document = Document(entry.path.stem, text, entry.name, digest(data))
        by = f"{'Markdown' if extract else 'text'}, {decoded.encoding}; Tellings {VERSION}"
        yield from usable(replace(document, reader=by), {**known, **given})
