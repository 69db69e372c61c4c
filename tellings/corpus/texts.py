"""A text file is one article, or an export of a newspaper database; its stem is the id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tellings.corpus import found
from tellings.corpus.databases import lines
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

    Raises:
        SourceError: it is no text, or too large.
    """
    content = load(entry, limits.document, "document") if extract else load(entry, limits.file)
    decoded = decode(content)
    export = None if extract else found.export_of(lines.of_text(decoded.text), limits, wrapped=True)
    if not extract:
        yield from found.not_so(export, entry, limits)
    if decoded.guessed:
        reason = f"it is not UTF-8; read as {decoded.encoding}, which is a guess"
        about = None if export else entry.path.stem
        yield Problem(entry.name, reason, "check its special characters", about)
    if export is not None:
        yield from found.of_export(export, entry, limits, "text")
        return
    if len(content) > limits.document:
        raise SourceError(too_large(len(content), limits.document))
    text, known = extract(decoded.text) if extract else (decoded.text, {})
    by = f"{'Markdown' if extract else 'text'}, {decoded.encoding}; Tellings {VERSION}"
    document = Document(entry.path.stem, text, entry.name, digest(content), reader=by)
    yield from usable(document, {**known, **fields})
