"""Reading sources in a process of its own, with bounds of memory, time and output.

A file from outside may be made to hurt whoever reads it, and libraries have had endless loops on small files. So no
format is read in the program's own process: a child reads, tells what it finds a line at a time, and is ended where a
file takes too long. The next child goes on with the file after that one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from tellings import settings
from tellings.corpus.documents import Document, Problem, unique
from tellings.corpus.readers import read_sources as read_here
from tellings.corpus.taught import NOTHING, Taught, of_record
from tellings.plural import several

_DATE, _BLOCKS = "published", "blocks"
_START = 60.0
"""Seconds that a child may take to begin, on a busy machine."""
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def read_sources(sources: Sequence[Path], taught: Taught = NOTHING) -> Iterator[Document | Problem]:
    """Read all sources as :func:`tellings.corpus.readers.read_sources` does, within the bounds of the settings.

    Args:
        sources: files, folders and archives.
        taught: what their user has said of them.

    Yields:
        Documents with unique ids, and problems; of a file that was too much, what was found before, and why it ended.
    """
    yield from unique(_read(sources, settings.read(), taught))


def _read(sources: Sequence[Path], bounds: settings.Settings, taught: Taught) -> Iterator[Document | Problem]:
    said: set[Problem] = set()
    done, fatal = -1, list[int]()
    while True:
        child = _Child(sources, bounds, taught, done + 1, fatal)
        at, name = done, ""
        for told in child.lines():
            if "ready" in told:
                continue
            if "file" in told:
                at, name = told["at"], told["file"]
            elif "end" in told:
                return
            elif "doc_id" in told and "text" in told:
                yield _document(told)
            elif (problem := _problem(told)) not in said:
                said.add(problem)
                yield problem
        if at == done:
            yield Problem(
                "", f"the reader broke off before its first file ({child.why()})", "nothing is read"
            )
            return
        yield Problem(name, child.why(), "the rest of it is skipped")
        done = at
        fatal.append(at)


class _Child:
    """A process that reads sources, beginning with the file of a number, without archives that ended one before."""

    def __init__(
        self,
        sources: Sequence[Path],
        bounds: settings.Settings,
        taught: Taught,
        first: int,
        fatal: Sequence[int],
    ) -> None:
        self._seconds = bounds.reader_seconds
        self._late = False
        request = {
            "sources": [str(source) for source in sources],
            "first": first,
            "fatal": list(fatal),
            "document": bounds.max_document_bytes,
            "file": bounds.max_file_bytes,
            "memory": bounds.reader_memory_bytes,
            "taught": taught.record(),
        }
        path = os.pathsep.join(filter(None, (str(settings.ROOT), os.environ.get("PYTHONPATH", ""))))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tellings.corpus.confined"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_ENVIRONMENT, "PYTHONPATH": path},
        )
        assert self._process.stdin is not None
        with self._process.stdin as stream:
            stream.write(json.dumps(request).encode("ascii"))

    def lines(self) -> Iterator[dict[str, Any]]:
        """What it tells, until it ends or has told nothing for too long; while nobody asks, time stands still."""
        stream = self._process.stdout
        assert stream is not None
        seconds = self._seconds + _START
        try:
            while True:
                watch = threading.Timer(seconds, self._stop)
                watch.start()
                try:
                    line = stream.readline()
                finally:
                    watch.cancel()
                if not line.endswith(b"\n"):
                    return
                seconds = self._seconds
                yield json.loads(line)
        finally:
            self._process.kill()
            self._process.wait()
            stream.close()

    def _stop(self) -> None:
        self._late = True
        self._process.kill()

    def why(self) -> str:
        """Why it ended before it was done."""
        if self._late:
            seconds = several(round(self._seconds), "second")
            return f"reading it takes more than {seconds}; part it, or set TELLINGS_READER_SECONDS to more"
        return f"its reader broke off ({self._process.returncode}); save it again, or in another format"


def _document(told: dict[str, Any]) -> Document:
    day = told[_DATE]
    blocks = tuple((start, end, kind) for start, end, kind in told[_BLOCKS])
    return Document(**{**told, _DATE: date.fromisoformat(day) if day else None, _BLOCKS: blocks})


def _problem(told: dict[str, Any]) -> Problem:
    return Problem(**{**told, "columns": tuple(told["columns"])})


def _told(item: Document | Problem) -> dict[str, Any]:
    told = {field.name: getattr(item, field.name) for field in fields(item)}
    if isinstance(item, Document) and item.published:
        told[_DATE] = item.published.isoformat()
    return told


def main() -> None:
    """What the child does: read what it is asked for, and tell it."""
    request = json.loads(sys.stdin.buffer.read())
    out, sys.stdout = sys.stdout.buffer, sys.stderr
    bounded(request["memory"])
    number = -1

    def tell(told: dict[str, Any]) -> None:
        out.write(json.dumps(told).encode("ascii") + b"\n")
        out.flush()

    def step(name: str, archive: bool) -> bool:
        nonlocal number
        number += 1
        if number >= request["first"]:
            tell({"file": name, "at": number})
        return number not in request["fatal"] if archive else bool(number >= request["first"])

    tell({"ready": True})
    sources = [Path(source) for source in request["sources"]]
    items: Iterable[Document | Problem] = read_here(
        sources,
        max_bytes=request["document"],
        max_file_bytes=request["file"],
        taught=of_record(request["taught"]),
        step=step,
    )
    for item in items:
        tell(_told(item))
    tell({"end": True})


def bounded(memory: int) -> None:
    """Bound the memory of this process where the system can: on Linux, and partly on macOS; not on Windows."""
    try:
        import resource
    except ImportError:
        return
    for what in ("RLIMIT_AS", "RLIMIT_DATA"):
        if hasattr(resource, what):
            try:
                resource.setrlimit(getattr(resource, what), (memory, memory))
            except (ValueError, OSError):  # macOS refuses some
                continue


if __name__ == "__main__":
    main()
