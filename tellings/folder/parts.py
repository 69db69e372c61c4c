"""The work folder of a build: annotated documents in parts, so that a build resumes and only what changed is redone.

It stands beside the corpus folder (`NAME.tellings.work`) and may be deleted when no build is running: the next build
is then a fresh one.
A part is a folder of Parquet files, one a table; `index.jsonl` says which documents each part holds. A part counts
only when its line in the index is written, so a build that is killed leaves nothing half done.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tellings import schema
from tellings.corpus.documents import Document
from tellings.errors import CorpusError, TableError, first_line
from tellings.folder import atomic, ours

INDEX = "index.jsonl"

WHERE = ("source", "sha256", "part", "reader")
"""What is said of where a document was found: its annotation does not depend on it, nor on its id."""
_IDS = ("block_id", "sentence_id", "mention_id", "quote_id", "turn_id", "inside_id", "id")
"""The columns whose values begin with the document's id."""


def key(document: Document, made_by: str) -> str:
    """What a document's annotation depends on: its text, what is known of it, and what annotates it.

    Under whatever id and in whatever file it is found again, it is not annotated again.
    """
    about = replace(document, doc_id="", copy_of=None, source="", sha256="", part=None, reader="")
    return hashlib.sha256(f"{about!r} {made_by}".encode("utf-8", "backslashreplace")).hexdigest()


def folder_of(corpus: Path) -> Path:
    """The work folder of a corpus folder."""
    return ours.beside(corpus, ".work")


def write(work: Path, tables: Mapping[str, pd.DataFrame], keys: Iterable[str]) -> str:
    """Write a part, without entering it in the index; returns its name."""
    keys = list(keys)
    name = "part-" + hashlib.sha256("".join(keys).encode()).hexdigest()[:16]
    fresh = work / f"{name}.tmp"
    if fresh.exists():
        shutil.rmtree(fresh)
    fresh.mkdir(parents=True)
    for table, rows in tables.items():
        pq.write_table(schema.to_arrow(rows, table), fresh / f"{table}.parquet", compression="zstd")
    final = work / name
    if final.exists():
        shutil.rmtree(final)
    fresh.rename(final)
    return name


def enter(work: Path, part: str, keys: Mapping[str, str]) -> None:
    """Enter a written part in the index; `keys` gives the doc_id of each key."""
    atomic.append(work / INDEX, _line(part, keys))


def _line(part: str, keys: Mapping[str, str]) -> bytes:
    return (json.dumps({"part": part, "keys": dict(keys)}) + "\n").encode()


def index(work: Path) -> dict[str, tuple[str, str]]:
    """For each key of an annotated document: its part and its doc_id. Lines that are damaged count as not there."""
    places: dict[str, tuple[str, str]] = {}
    file = work / INDEX
    if not file.is_file():
        return places
    for line in file.read_text("utf-8", errors="replace").splitlines():
        try:
            entry = json.loads(line)
            part, keys = str(entry["part"]), dict(entry["keys"])
        except (ValueError, KeyError, TypeError):
            continue
        if (work / part).is_dir():
            places.update({k: (part, doc_id) for k, doc_id in keys.items()})
    return places


def gather(work: Path, wanted: Mapping[str, Mapping[str, Sequence[str]]], table: str) -> pd.DataFrame:
    """The rows of a table from the parts, for the documents wanted of each part.

    Args:
        work: the work folder.
        wanted: by part, for the id of a document in it the ids that it has now: several where texts are the same.
        table: its name.

    Raises:
        CorpusError: a part is damaged.
    """
    found = [schema.table(table).arrow().empty_table()]
    for part, names in sorted(wanted.items(), key=lambda item: min(map(min, item[1].values()))):
        file = work / part / f"{table}.parquet"
        try:
            rows = schema.cast(pq.ParquetFile(file).read(use_threads=False), table)
        except (OSError, pa.ArrowException, TableError) as err:
            raise CorpusError(
                f"{file} is damaged ({first_line(err)}). Annotate everything again, with --fresh."
            ) from err
        kept = pc.is_in(
            rows["doc_id"], pa.array([old for old, ids in names.items() if old in ids], pa.string())
        )
        found.append(rows if pc.all(kept, min_count=0).as_py() else rows.filter(kept))
        for old, ids in names.items():
            if others := [one for one in ids if one != old]:
                own = schema.from_arrow(rows.filter(pc.equal(rows["doc_id"], old)), table)
                found += [schema.to_arrow(_under(own, old, one), table) for one in others]
    return schema.from_arrow(pa.concat_tables(found), table)


def _under(own: pd.DataFrame, old: str, new: str) -> pd.DataFrame:
    """The rows of one document under another id."""
    ids = {name: new + own[name].str.slice(len(old)) for name in _IDS if name in own}
    return own.assign(doc_id=new, **ids)


def sound(work: Path, part: str, tables: Iterable[str]) -> bool:
    """Are these tables of a part there and readable, with the columns that they have today?"""
    try:
        for table in tables:
            columns = pq.read_schema(work / part / f"{table}.parquet")
            if not set(schema.table(table).names) <= set(columns.names):
                return False
    except (OSError, pa.ArrowException):
        return False
    return True


def recall(work: Path, name: str) -> pd.DataFrame | None:
    """A working table that an earlier build left; None where it left none of that name that can be read."""
    try:
        frame: pd.DataFrame = pq.read_table(work / name).to_pandas()
    except (OSError, pa.ArrowException):
        return None
    return frame


def remember(work: Path, name: str, frame: pd.DataFrame) -> None:
    """Leave a working table for the next build, in the place of those of other names."""
    for old in work.glob("*.parquet"):
        old.unlink()
    pq.write_table(
        pa.Table.from_pandas(frame, preserve_index=False), work / f"{name}.tmp", compression="zstd"
    )
    (work / f"{name}.tmp").replace(work / name)


def keep(work: Path, used: Mapping[str, tuple[str, str]]) -> None:
    """Delete the parts that no document of the corpus uses, and what was left half written.

    Args:
        work: the work folder, held by the build that calls.
        used: for each key of a document in the corpus its part and its doc_id, as :func:`index` gives them.
    """
    by_part: dict[str, dict[str, str]] = {}
    for name, (part, doc_id) in used.items():
        by_part.setdefault(part, {})[name] = doc_id
    atomic.replace(work / INDEX, b"".join(_line(part, keys) for part, keys in sorted(by_part.items())))
    for folder in list(work.glob("part-*")):
        if folder.name not in by_part:
            shutil.rmtree(folder, ignore_errors=True)
