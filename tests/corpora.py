"""Small corpora for tests, made from the schema without a language model."""

from __future__ import annotations

import pickle
import re
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from tellings import schema
from tellings.folder import descriptor, exchange, parquet


def write(path: Path, rows: Mapping[str, list[dict[str, Any]]] | None = None, **tellings: Any) -> Path:
    """Write a corpus folder of the given rows; tables and columns that are not given are empty.

    Args:
        path: the folder; an existing corpus is exchanged.
        rows: rows by table; columns that are left out are null.
        tellings: what the descriptor says of versions, over the defaults.
    """
    new = exchange.prepare(path)
    for name in schema.TABLES:
        parquet.path_of(new, name).write_bytes(_file(name, pickle.dumps((rows or {}).get(name, []))))
    about = {
        "program": "0",
        "model": "none 0",
        "rules": "0",
        "schema": schema.VERSION,
        "sources_hash": "0" * 64,
    }
    tables = [{"name": name, "schema": schema.table(name).frictionless()} for name in schema.TABLES]
    descriptor.write(
        new, {"name": path.name, "title": path.name, "tellings": {**about, **tellings}, "resources": tables}
    )
    exchange.exchange(path, new)
    return path


@cache
def _file(name: str, pickled: bytes) -> bytes:
    """The file of a table; made once for the same rows, since most tests stand on the same few corpora."""
    rows = pickle.loads(pickled)
    frame = pd.DataFrame(rows, columns=schema.table(name).names) if rows else schema.empty(name)
    with tempfile.TemporaryDirectory() as folder:
        parquet.write(frame, Path(folder), name)
        return parquet.path_of(Path(folder), name).read_bytes()


def document(doc_id: str, text: str, **columns: Any) -> dict[str, Any]:
    """A row of `documents`."""
    row = {
        "doc_id": doc_id,
        "label": doc_id,
        "short": columns.get("publisher") or columns.get("label", doc_id),
        "title": None,
        "publisher": None,
        "published": None,
        "url": None,
        "language": "en",
        "source": f"{doc_id}.txt",
        "reader": "text",
        "sha256": "0" * 64,
        "n_chars": len(text),
        "n_words": len(text.split()),
        "text": text,
    }
    return {**row, **columns}


def paragraph(
    doc_id: str, text: str, *, kind: str = "paragraph", counted: bool = True
) -> dict[str, list[dict[str, Any]]]:
    """Rows of `documents`, `blocks` and `sentences` for a text of one sentence."""
    span = {"doc_id": doc_id, "start": 0, "end": len(text)}
    block_id, sentence_id = f"{doc_id}:b0-{len(text)}", f"{doc_id}:s0-{len(text)}"
    return {
        "documents": [document(doc_id, text)],
        "blocks": [{**span, "block_id": block_id, "kind": kind, "counted": counted}],
        "sentences": [{**span, "sentence_id": sentence_id, "block_id": block_id}],
    }


def sentences(
    texts: Mapping[str, str], pos: Mapping[str, str], lemmas: Mapping[str, str]
) -> dict[str, list[dict[str, Any]]]:
    """Rows of articles of one sentence each, by their ids, with their tokens; see :func:`tokens`."""
    rows: dict[str, list[dict[str, Any]]] = {"tokens": []}
    for doc, text in texts.items():
        for name, made in paragraph(doc, text).items():
            rows.setdefault(name, []).extend(made)
        rows["tokens"] += tokens(doc, text, pos, lemmas)
    return rows


def tokens(doc_id: str, text: str, pos: Mapping[str, str], lemmas: Mapping[str, str]) -> list[dict[str, Any]]:
    """Rows of `tokens` for a text of one sentence whose words stand between spaces; a word is its own lemma, and `X`,
    where none is given.
    """
    return [
        {"doc_id": doc_id, "sentence_id": f"{doc_id}:s0-{len(text)}", "position": i, "start": word.start(),
         "end": word.end(), "lemma": lemmas.get(word[0], word[0]), "pos": pos.get(word[0], "X")}
        for i, word in enumerate(re.finditer(r"\S+", text))
    ]  # fmt: skip


def mention(
    doc_id: str, text: str, name: str, entity_id: str, *, form: str = "name", type: str = "person"
) -> dict[str, Any]:
    """A row of `mentions` for the first place where the name stands in a text of one sentence."""
    start = text.index(name)
    end = start + len(name)
    return {
        "doc_id": doc_id,
        "mention_id": f"{doc_id}:m{start}-{end}",
        "sentence_id": f"{doc_id}:s0-{len(text)}",
        "start": start,
        "end": end,
        "text": name,
        "form": form,
        "type": type,
        "entity_id": entity_id,
        "method": "test",
        "score": None,
    }
