"""Sources and results in object storage: fetched here, made here, put there, by any path that fsspec knows."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tellings import settings
from tellings.errors import CorpusError, SourceError, TellingsError, first_line
from tellings.folder import descriptor


def is_remote(path: str) -> bool:
    """Is it an address such as s3://bucket/articles, not a path of this machine?"""
    return "://" in path


@contextmanager
def fetched(sources: Sequence[str]) -> Iterator[list[Path]]:
    """The sources as paths of this machine; those that lie elsewhere as copies, until the end.

    Raises:
        SourceError: one cannot be fetched.
    """
    with tempfile.TemporaryDirectory(prefix="tellings-") as folder:
        paths = []
        for n, source in enumerate(sources):
            if not is_remote(source):
                paths.append(Path(source))
                continue
            files, path = _files(source)
            here = Path(folder) / str(n) / path.rstrip("/").rsplit("/", 1)[-1]
            _copied(source, partial(_get, files, path, here))
            paths.append(here)
        yield paths


@contextmanager
def kept(out: str) -> Iterator[Path]:
    """The folder in which a corpus is made; where it is to lie elsewhere, it is put there at the end.

    What was annotated before stays in the user's own folder of corpora, so that a build that ended early goes on.

    Raises:
        CorpusError: something else lies there.
        SourceError: what is there cannot be fetched, or the corpus cannot be put there.
    """
    if not is_remote(out):
        yield Path(out)
        return
    files, path = _files(out)
    _copied(out, partial(_check, files, path, out))
    name = path.rstrip("/").rsplit("/", 1)[-1]
    here = settings.read().home / "remote" / hashlib.sha256(out.encode()).hexdigest()[:16] / name
    shutil.rmtree(here, ignore_errors=True)
    here.parent.mkdir(parents=True, exist_ok=True)
    _copied(out, lambda: _get(files, path, here) if files.exists(path) else None)
    yield here
    _copied(out, partial(_put, files, here, path))


def _files(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise SourceError(
            f"Reading {address} needs a package more: pip install 'tellings[dask]', or pip install fsspec."
        ) from None
    try:
        files, path = url_to_fs(address)
    except (ImportError, ValueError) as err:  # the message names the package of that kind of storage
        raise SourceError(f"{address} cannot be opened: {first_line(err)}") from err
    return files, str(path)


def _check(files: Any, path: str, out: str) -> None:
    """Nothing that is no corpus is fetched, however large it is, nor written into."""
    something = files.exists(path) and (files.isfile(path) or files.ls(path, detail=False))
    if something and not files.exists(f"{path.rstrip('/')}/{descriptor.DESCRIPTOR}"):
        raise CorpusError(
            f"{out} holds something that is no corpus; name an address at which nothing lies, such as "
            f"{out.rstrip('/')}/my-corpus."
        )


def _copied(address: str, copy: Callable[[], None]) -> None:
    try:
        copy()
    except TellingsError:
        raise
    except Exception as err:  # each kind of storage has errors of its own
        raise SourceError(f"{address} cannot be reached ({type(err).__name__}: {first_line(err)}).") from err


def _get(files: Any, path: str, here: Path) -> None:
    """Copy a file, or a folder with all in it; no name leads out of it."""
    if files.isfile(path):
        here.parent.mkdir(parents=True, exist_ok=True)
        files.get_file(path, str(here))
        return
    if not files.isdir(path):
        raise FileNotFoundError(path)
    here.mkdir(parents=True)
    for one in files.find(path):
        inside = (here / one[len(path.rstrip("/")) + 1 :]).resolve()
        if not inside.is_relative_to(here.resolve()):
            raise ValueError(f"{one} leads out of {path}")
        inside.parent.mkdir(parents=True, exist_ok=True)
        files.get_file(one, str(inside))


def _put(files: Any, here: Path, path: str) -> None:
    """Copy a corpus, its descriptor last: until then what is there is not taken for whole."""
    own = [file for file in sorted(here.rglob("*")) if file.is_file()]
    for file in sorted(own, key=lambda file: file.name == descriptor.DESCRIPTOR):
        to = f"{path.rstrip('/')}/{file.relative_to(here).as_posix()}"
        files.makedirs(to.rsplit("/", 1)[0], exist_ok=True)
        files.put_file(str(file), to)
