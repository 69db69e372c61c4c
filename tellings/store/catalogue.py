"""The corpora that there are, the files of each one's corrections, and the version of what they hold together."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tellings import corrections as people
from tellings import settings
from tellings.errors import CorpusError, system_error
from tellings.folder import descriptor, exchange, ours


def find(path: str | Path | None = None) -> Path:
    """The folder of a corpus that is named, or given as a path; the default corpus for None."""
    known = corpora()
    if path is None:
        return settings.read().data / settings.DEFAULT_CORPUS
    if isinstance(path, str) and path in known:
        return known[path]
    return Path(path)


def corpora(also: Path | None = None) -> dict[str, Path]:
    """The corpora there are, by name: the shipped ones first, then the user's own, then those of one more folder."""
    where = settings.read()
    folders: dict[str, Path] = {}
    for place in (where.data, where.home, *([also] if also else [])):
        for child in _folders(place):
            if (child / descriptor.DESCRIPTOR).is_file() or exchange.interrupted(child):
                folders.setdefault(child.name, child)
    return folders


def _folders(place: Path) -> Iterator[Path]:
    try:
        children = set(place.iterdir())
    except OSError:  # a home that is not there yet, or that this user may not see, has no corpora for them
        return
    built = {place / name for name in map(ours.corpus_of, children) if name}
    for child in sorted(children | built):
        if ours.reserved(child.name):
            continue
        with contextlib.suppress(CorpusError):  # whoever opens it is told why
            exchange.complete(child)
        yield child


def shipped(path: Path) -> bool:
    """Is this corpus part of the program, and so never written?"""
    return path.absolute().is_relative_to(settings.read().data)


def corrections_paths(path: Path) -> list[Path]:
    """The files of corrections of a corpus, in the order in which they are applied; the last is the one written."""
    own = path / ours.CORRECTIONS
    return [own, settings.read().home / path.name / ours.CORRECTIONS] if shipped(path) else [own]


def read_log(path: Path) -> people.Log:
    """The corrections of a corpus, the shipped ones first."""
    logs = [people.read(file) for file in corrections_paths(path)]
    return people.Log([line for log in logs for line in log.lines], [p for log in logs for p in log.problems])


def version(path: Path, *, corrections: bool = True) -> str:
    """The version of a corpus: another one after each build and after each correction.

    Raises:
        CorpusError: the folder cannot be read.
    """
    exchange.complete(path)
    try:
        total = hashlib.sha256((path / descriptor.DESCRIPTOR).read_bytes())
    except OSError as err:
        raise CorpusError(f"The corpus {path} cannot be opened: {system_error(err)}") from err
    total.update(str(path.absolute()).encode())
    for file in corrections_paths(path) if corrections else []:
        if file.is_file():
            state = file.stat()
            total.update(f"{file}:{state.st_size}:{state.st_mtime_ns}".encode())
    return total.hexdigest()[:16] + ("" if corrections else "-machine")


def extra_version(extra: Sequence[Any]) -> str:
    """What corrections that live in a session add to a corpus' version."""
    return f"-{hashlib.sha256(repr(list(extra)).encode()).hexdigest()[:16]}" if extra else ""
