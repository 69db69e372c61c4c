"""From sources to a corpus folder: read, annotate, resolve, write, exchange.

Documents are annotated in batches, by one process or several; each batch is kept as a part, so that an interrupted
build resumes and a later one annotates only what is new or changed (see `parts`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from tellings import schema, settings
from tellings.annotation.batches import ANNOTATED, annotate_batch
from tellings.annotation.parsing import model_name
from tellings.build.distributed import cluster, made_by
from tellings.corpus.confined import read_sources
from tellings.corpus.copies import with_copies
from tellings.corpus.documents import Document, Problem
from tellings.corpus.taught import Taught
from tellings.errors import SourceError
from tellings.folder import parts, record, target, versions, writing
from tellings.folder.building import building
from tellings.resolution import compared
from tellings.resolution.resolvers import resolve
from tellings.store import derived

BATCH, LEAST, STEPS = 64, 8, 20
"""Documents annotated and kept together: at most, at least, and so few that all are done in so many steps."""

Result = TypeVar("Result")
Progress = Callable[[int, int], None]
"""Told how many documents are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: documents in the corpus, of these annotated now, and problems."""

    path: Path
    n_documents: int
    n_annotated: int
    problems: pd.DataFrame


def annotate(
    sources: Sequence[Path],
    out: Path,
    *,
    title: str | None = None,
    model: str | None = None,
    workers: int = 1,
    dask: str | None = None,
    fresh: bool = False,
    taught: Taught | None = None,
    progress: Progress | None = None,
) -> Report:
    """Build a corpus folder.

    Args:
        sources: files, folders, zips or record files.
        out: the corpus folder; an existing corpus is exchanged for the new one, with its corrections.
        title: what people call the corpus; the folder's name where there is none.
        model: a spaCy model; None takes the setting, else the best installed.
        workers: processes that annotate.
        dask: the address of a Dask cluster that annotates in their place; "local" makes one of `workers` processes.
        fresh: forget what was annotated before.
        taught: what was said of the sources; None for what the corpus that is there was made with.
        progress: called as documents are done.

    Raises:
        CorpusError: `out` is not Tellings' to replace, or another build of it is under way; nothing is written.
        SourceError: there is nothing usable in the sources; nothing is written.
    """
    folder = target.check(out, sources)
    model = model or settings.read().model
    taught = record.taught(folder) if taught is None else taught
    items = list(with_copies(read_sources(sources, taught), taught.copies))
    documents = sorted((d for d in items if isinstance(d, Document)), key=lambda d: d.doc_id)
    problems = [p for p in items if isinstance(p, Problem)]
    if not documents:
        reasons = "; ".join(f"{p.source}: {p.reason}" for p in problems[:5]) or "no sources were given"
        raise SourceError(
            f"There is no article to annotate ({reasons}). Give .txt files or JSONL records with a text."
        )
    rules = made_by(model)
    alike: dict[str, list[Document]] = {}
    for document in documents:
        alike.setdefault(parts.key(document, rules), []).append(document)
    with building(folder) as work:
        known = {} if fresh else _usable(work, alike)
        todo = [(k, same[0]) for k, same in alike.items() if k not in known]
        done = sum(len(alike[k]) for k in known)
        tell = progress or _silent
        tell(done, len(documents))
        for part, some in _annotated(todo, work, model, workers, dask):
            parts.enter(work, part, {k: d.doc_id for k, d in some})
            known.update({k: (part, d.doc_id) for k, d in some})
            done += sum(len(alike[k]) for k, _ in some)
            tell(done, len(documents))
        wanted: dict[str, dict[str, list[str]]] = {}
        for k, same in alike.items():
            part, doc_id = known[k]
            wanted.setdefault(part, {})[doc_id] = [d.doc_id for d in same]
        tables = {name: parts.gather(work, wanted, name) for name in ANNOTATED}
        gathered = with_reading(tables, documents, problems)
        if taught.copies == "once":
            gathered = counted_once(gathered)
        remembered = f"{compared.NAME}-{_digest(f'{rules} {versions.rules()}')}.parquet"
        before = None if fresh else parts.recall(work, remembered)
        tables = resolve(gathered if before is None else {**gathered, compared.NAME: before})
        if not len(tables["documents"]):
            first = tables["problems"].iloc[0]
            raise SourceError(f"No article could be annotated ({first.source}: {first.reason}).")
        description = versions.describe(model_name(model))
        writing.write(tables, folder, title=title, made_by={**description, **record.of(taught)})
        parts.remember(work, remembered, tables[compared.NAME])
        annotated = set(tables["documents"].doc_id)  # what was skipped is tried again by the next build
        kept = [k for k, same in alike.items() if any(d.doc_id in annotated for d in same)]
        parts.keep(work, {k: known[k] for k in kept})
    derived.prepare(folder)
    return Report(out, len(annotated), sum(d.doc_id in annotated for _, d in todo), tables["problems"])


def _digest(rules: str) -> str:
    return hashlib.sha256(rules.encode()).hexdigest()[:12]


_KEPT_OF_COPIES = frozenset({"documents", "blocks", "sentences", "tokens", "problems"})
"""The tables in which an article stands of which nothing is counted, as one in another language does."""


def counted_once(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables with nothing found in articles that are copies: those can be read, and are counted in no figure."""
    copies = set(tables["documents"].loc[tables["documents"]["copy_of"].notna(), "doc_id"])
    counted = {
        name: table
        if name in _KEPT_OF_COPIES
        else table[~table["doc_id"].isin(copies)].reset_index(drop=True)
        for name, table in tables.items()
    }
    counted["documents"] = counted["documents"].assign(
        n_words=counted["documents"]["n_words"].where(~counted["documents"]["doc_id"].isin(copies), 0)
    )
    counted["blocks"] = counted["blocks"].assign(
        counted=counted["blocks"]["counted"].astype(bool) & ~counted["blocks"]["doc_id"].isin(copies)
    )
    return counted


def _silent(_done: int, _total: int) -> None:
    """Nobody wants to know."""


def _usable(work: Path, keys: Iterable[str]) -> dict[str, tuple[str, str]]:
    index = parts.index(work)
    places = {k: index[k] for k in keys if k in index}
    whole = {part: parts.sound(work, part, ANNOTATED) for part in {part for part, _ in places.values()}}
    return {k: (part, doc_id) for k, (part, doc_id) in places.items() if whole[part]}


_Batch = list[tuple[str, Document]]


def _annotated(
    todo: _Batch, work: Path, model: str | None, workers: int, dask: str | None
) -> Iterator[tuple[str, _Batch]]:
    """The batches, annotated and written as parts, as they are finished."""
    if dask and todo:
        with cluster(dask, workers, model) as (executor, n):
            for tables, batch in _finished(todo, executor, n, partial(_tables, model=model)):
                yield parts.write(work, tables, [k for k, _ in batch]), batch
    elif workers > 1:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield from _finished(todo, pool, workers, partial(_part, work=work, model=model))
    else:
        for batch in _batches(todo, 1):
            yield _part(batch, work, model), batch


def _batches(todo: _Batch, n: int) -> Iterator[_Batch]:
    """So few articles in each that all of the `n` that work at once have some, and progress is told in steps.

    The last ones are small: nobody waits long for who has them.
    """
    most = min(BATCH, max(LEAST, -(-len(todo) // STEPS)))
    least = min(LEAST, -(-len(todo) // n))
    at = 0
    while at < len(todo):
        share = -(-(len(todo) - at) // (2 * n)) if n > 1 else most
        size = min(most, max(least, share))
        yield todo[at : at + size]
        at += size


def _finished(
    todo: _Batch, executor: Executor, n: int, task: Callable[[_Batch], Result]
) -> Iterator[tuple[Result, _Batch]]:
    """What comes of each batch, as it is finished; no more wait at once than keep `n` workers busy."""
    running: dict[Future[Result], _Batch] = {}
    for batch in _batches(todo, n):
        running[executor.submit(task, batch)] = batch
        if len(running) >= 2 * n:
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield future.result(), running.pop(future)
    while running:
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            yield future.result(), running.pop(future)


def _tables(batch: _Batch, model: str | None) -> dict[str, pd.DataFrame]:
    return annotate_batch([d for _, d in batch], model)


def _part(batch: _Batch, work: Path, model: str | None) -> str:
    return parts.write(work, _tables(batch, model), [k for k, _ in batch])


def with_reading(
    tables: Mapping[str, pd.DataFrame], documents: Sequence[Document], problems: Sequence[Problem]
) -> dict[str, pd.DataFrame]:
    """What was found article by article, the problems with reading them, and where the articles are found now."""
    now = pd.DataFrame([_where(d) for d in documents]).set_index("doc_id")
    articles, remarks = tables["documents"], tables["problems"]
    articles = articles.assign(
        label=articles["label"].mask(articles["label"] == "", articles["doc_id"]),
        **{name: articles["doc_id"].map(now[name]) for name in ("copy_of", *parts.WHERE)},
    )
    remarks = remarks.assign(source=remarks["doc_id"].map(now["source"]))
    if problems:
        read = pd.DataFrame([_as_row(p) for p in problems], columns=schema.table("problems").names)
        remarks = pd.concat([read, remarks], ignore_index=True)
    return {**tables, "documents": articles, "problems": remarks}


def _where(document: Document) -> dict[str, str | None]:
    return {name: getattr(document, name) for name in ("doc_id", "copy_of", *parts.WHERE)}


def _as_row(problem: Problem) -> dict[str, Any]:
    return {name: getattr(problem, name) for name in schema.table("problems").names}
