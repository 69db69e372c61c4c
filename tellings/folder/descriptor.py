"""The descriptor of a corpus folder, `datapackage.json`: reading and writing it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tellings.errors import CorpusError
from tellings.folder import atomic

DESCRIPTOR = "datapackage.json"
_AGAIN = "Move the folder away and annotate the sources again."


def read(folder: Path) -> dict[str, Any]:
    """The descriptor of a corpus folder, in which all may be opened.

    Raises:
        CorpusError: where there is no such folder, or it is no corpus, or its descriptor is damaged; or a pipe, a
            device or a socket stands in it or in a table's folder; or one of these may not be read.
    """
    described = alone(folder)
    try:
        for entry in folder.iterdir():
            _check_kind(entry)
            for part in entry.rglob("*") if entry.suffix == ".parquet" and entry.is_dir() else ():
                _check_kind(part)
    except OSError as err:
        raise _unreadable(Path(err.filename or folder), err) from err
    return described


def alone(folder: Path) -> dict[str, Any]:
    """The descriptor of a corpus folder, whatever else stands there.

    Raises:
        CorpusError: where there is no such folder, or it is no corpus, or its descriptor is damaged or may not be read.
    """
    path = folder / DESCRIPTOR
    try:
        return parsed(_content(folder, path), path)
    except OSError as err:
        raise _unreadable(path, err) from err


def _content(folder: Path, path: Path) -> bytes:
    if folder.is_symlink() and not folder.exists():
        raise CorpusError(
            f"{folder} is a link to {os.readlink(folder)}, which is not there. Mend the link, or name the folder."
        )
    if not folder.is_dir():
        raise CorpusError(
            f"There is no corpus at {folder}. Make one with: python -m tellings annotate SOURCE --out {folder}"
        )
    _check_kind(path)
    try:
        return path.read_bytes()
    except FileNotFoundError as err:
        raise CorpusError(
            f"{folder} is not a corpus: it has no {DESCRIPTOR}. Name a folder made by annotate."
        ) from err


def _unreadable(path: Path, err: OSError) -> CorpusError:
    return CorpusError(
        f"{path} cannot be read ({err.strerror or err}). See to it that you may read the folder."
    )


def _check_kind(path: Path) -> None:
    """Whoever opens a pipe waits for its other end, so nothing is opened that is neither file nor folder.

    Raises:
        CorpusError: it is neither; what is not there is left to whoever reads it.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise CorpusError(f"{path} is a pipe, a device or a socket, and no part of a corpus. Move it away.")


def parsed(data: bytes, path: Path) -> dict[str, Any]:
    """A descriptor from the bytes of its file; `path` is what messages call it.

    Raises:
        CorpusError: it is damaged, or describes something else.
    """
    try:
        descriptor = json.loads(data.decode("utf-8"))
    except RecursionError as err:
        raise CorpusError(f"{path} is damaged (it is nested too deeply). {_AGAIN}") from err
    except ValueError as err:
        raise CorpusError(f"{path} is damaged ({err}). {_AGAIN}") from err
    if not isinstance(descriptor, dict) or not isinstance(descriptor.get("tellings"), dict):
        raise CorpusError(f"{path} does not describe a corpus of Tellings. {_AGAIN}")
    return descriptor


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Do both describe one build? Another title makes none."""
    return {**one, "title": ""} == {**other, "title": ""}


def tables(descriptor: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The tables that a descriptor names, with what it says of each."""
    resources = descriptor.get("resources")
    return {
        resource["name"]: resource
        for resource in (resources if isinstance(resources, list) else [])
        if isinstance(resource, dict) and isinstance(resource.get("name"), str)
    }


def write(folder: Path, descriptor: Mapping[str, Any]) -> None:
    """Write the descriptor: the last thing of a build, so that a folder with one is whole."""
    atomic.replace(
        folder / DESCRIPTOR, (json.dumps(descriptor, indent=1, ensure_ascii=False) + "\n").encode()
    )
