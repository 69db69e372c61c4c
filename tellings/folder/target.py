"""Where a build may be put: a new or empty folder, or a corpus that Tellings made and nothing else is in."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from tellings.errors import CorpusError
from tellings.folder import descriptor, ours
from tellings.settings import ROOT

_ELSEWHERE = "Name a new folder, such as --out my-corpus."


def check(out: Path, sources: Sequence[Path] = ()) -> Path:
    """The folder that a build is put into, links followed.

    Args:
        out: the folder as it was named.
        sources: what is read; the folder may not hold any of it, nor lie in it.

    Raises:
        CorpusError: what stands there is not Tellings' to replace; the message says what to name instead.
    """
    folder = ours.real(out)
    if ours.reserved(folder.name):
        endings = ", ".join(ours.RESERVED)
        raise CorpusError(
            f"{out}: names that end in {endings} are kept for what a build puts beside a corpus. {_ELSEWHERE}"
        )
    if _within(ours.real(Path.cwd()), folder):
        raise CorpusError(f"{out} is the folder you stand in, or lies around it. {_ELSEWHERE}")
    if _within(ROOT, folder) or _same(ROOT / "data", folder):
        raise CorpusError(f"{out} holds the program itself. {_ELSEWHERE}")
    for source in sources:
        _check_source(folder, out, source)
    check_content(folder, out)
    return folder


def check_content(folder: Path, named: Path | None = None) -> None:
    """May what stands at this path be exchanged for a build?

    Args:
        folder: the path, links followed.
        named: the path as it was named.

    Raises:
        CorpusError: it may not; the message says why.
    """
    named = named or folder
    if named.is_symlink() and not folder.exists():
        raise CorpusError(f"{named} is a link to {folder}, which is not there. {_ELSEWHERE}")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise CorpusError(f"{named} is a file, not a folder. {_ELSEWHERE}")
    if not any(folder.iterdir()):
        return
    try:
        about = descriptor.read(folder)
    except CorpusError as err:
        raise CorpusError(
            f"{named} is neither empty nor a corpus made by Tellings; it stays as it is. {_ELSEWHERE}"
        ) from err
    strange = ours.foreign(folder, about)
    if strange:
        more = f" and {len(strange) - 3} more" if len(strange) > 3 else ""
        raise CorpusError(
            f"{named} is a corpus, but holds what is not Tellings' own: {', '.join(strange[:3])}{more}. "
            "Move that elsewhere, or name a new folder."
        )


def around(path: Path) -> Path | None:
    """The corpus folder in which a path lies, links followed; None where it lies in none."""
    for folder in ours.real(path).parents:
        with contextlib.suppress(CorpusError):
            descriptor.alone(folder)
            return folder
    return None


def _check_source(folder: Path, out: Path, source: Path) -> None:
    read = ours.real(source)
    if _within(read, folder) or _within(read, ours.beside(folder, ".work")):
        raise CorpusError(
            f"The source {source} lies in {out}, which the new corpus would replace. {_ELSEWHERE}"
        )
    if _within(folder, read):
        raise CorpusError(
            f"{out} lies in the source {source}, where it would be read as articles. Name a folder outside of it."
        )


def _within(inner: Path, outer: Path) -> bool:
    """Is `inner` the same as `outer`, or anywhere in it? By the file system's own word, whatever the spelling."""
    return any(_same(path, outer) for path in (inner, *inner.parents))


def _same(first: Path, second: Path) -> bool:
    try:
        return first == second or os.path.samefile(first, second)
    except OSError:
        return False
