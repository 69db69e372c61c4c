"""Writing a corpus: all its tables, the descriptor that names them, and the exchange for the corpus before it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from tellings import schema
from tellings.errors import CorpusError
from tellings.folder import descriptor, exchange, parquet

LICENCE = "The articles stay their publishers'; the tables were made from them."


def write(
    tables: Mapping[str, pd.DataFrame], out: Path, *, title: str | None, made_by: Mapping[str, Any]
) -> None:
    """Write a corpus and put it in the place of the one that is there, with its corrections.

    Args:
        tables: every table of the schema, by name.
        out: the corpus folder.
        title: what people call the corpus; None keeps the title that it had, else takes the folder's name.
        made_by: the versions that made it, see :func:`tellings.folder.versions.describe`.

    Raises:
        CorpusError: the folder may not be replaced, or the new corpus is not whole. The old one is then as it was.
    """
    new = exchange.prepare(out)
    try:
        resources = [_write_table(tables[name], new, name) for name in schema.TABLES]
        described = {
            "profile": "data-package",
            "name": out.name.lower(),
            "title": title or _title(out) or out.name,
            "licenses": [{"name": "other", "title": LICENCE}],
            "tellings": {**made_by, "sources_hash": _sources_hash(tables["documents"])},
            "resources": resources,
        }
        descriptor.write(new, described)
        exchange.exchange(out, new)
    finally:
        shutil.rmtree(new, ignore_errors=True)  # there only where it did not come into its place


def _write_table(frame: pd.DataFrame, folder: Path, name: str) -> dict[str, Any]:
    """Write a table; returns what the descriptor says of it."""
    parquet.write(frame, folder, name)
    return {
        "name": name,
        "path": parquet.path_of(folder, name).name,
        "format": "parquet",
        "description": schema.table(name).description,
        "rows": len(frame),
        "hash": parquet.digest(folder, name),
        "schema": schema.table(name).frictionless(),
    }


def _sources_hash(documents: pd.DataFrame) -> str:
    listed = (f"{d.doc_id}\0{d.sha256}\n" for d in documents.sort_values("doc_id").itertuples())
    return hashlib.sha256("".join(listed).encode()).hexdigest()


def _title(out: Path) -> str | None:
    """The title that the corpus had before."""
    try:
        title = exchange.read_descriptor(out).get("title")
    except CorpusError:
        return None
    return str(title) if title else None
