"""JSON Lines: an article a record, a record a line."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping

from tellings.corpus.documents import Document, Problem, digest, printable, usable, whole
from tellings.corpus.entries import UNREADABLE, Entry, Limits, said, too_large
from tellings.corpus.taught import Taught
from tellings.settings import VERSION


def read(entry: Entry, _fields: Mapping[str, str], limits: Limits) -> Iterator[Document | Problem]:
    """The articles of a file, a record a line: `id` (or `doc_id`), `text`, and what is known beside.

    Args:
        entry: the file, perhaps packed by gzip.
        limits: a larger record is left out.
    """
    max_bytes = limits.document
    stem = re.sub(r"\.(?:jsonl|ndjson)(?:\.gz)?$", "", entry.path.name, flags=re.IGNORECASE)
    try:
        with entry.open() as raw:
            stream = gzip.GzipFile(fileobj=raw) if entry.path.suffix.lower() == ".gz" else raw
            number = 0
            while line := stream.readline(max_bytes + 1):
                number += 1
                where = f"{entry.name}, line {number}"
                if len(line) > max_bytes:
                    yield Problem(where, f"it {too_large(None, max_bytes)}", "skipped")
                    while line and not line.endswith(b"\n"):
                        line = stream.readline(1 << 20)
                elif line.strip():
                    yield from _record(line, where, f"{stem}-{number}", limits.taught)
    except UNREADABLE as err:
        yield Problem(entry.name, f"it cannot be read to its end ({said(err)})", "the rest is skipped")


def _record(line: bytes, where: str, default_id: str, taught: Taught) -> Iterator[Document | Problem]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as err:
        yield Problem(where, f"it is no JSON record ({err}); write one record a line", "skipped")
        return
    if isinstance(record, dict):
        record |= {name: record[field] for name, field in taught.columns if field in record}
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        columns = tuple(map(printable, record)) if isinstance(record, dict) else ()
        reason = 'it has no "text"; give each record its text, or say which field that is'
        yield Problem(where, reason, "skipped", columns=columns)
        return
    field = record.get("id", record.get("doc_id"))
    doc_id = str(field).strip() if isinstance(field, str | int) and str(field).strip() else default_id
    text = record["text"]
    if not whole(text):
        reason = "its text has halves of characters (lone surrogates); save it again as UTF-8"
        yield Problem(where, reason, "skipped", printable(doc_id))
        return
    if not whole(doc_id):
        reason = "its id has halves of characters (lone surrogates); give another"
        yield Problem(where, reason, f"named {default_id}", default_id)
        doc_id = default_id
    document = Document(
        doc_id, text, where, digest(text.encode("utf-8")), reader=f"JSON Lines; Tellings {VERSION}"
    )
    yield from usable(document, record)
