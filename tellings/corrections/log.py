"""The log of corrections: a file of JSON lines that only grows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from tellings.corrections.lines import Correction, dump, parse
from tellings.errors import CorpusError, CorrectionError
from tellings.folder import atomic, exchange


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that could not be used; the others hold. `file` is empty where it was not read from one."""

    line: int
    reason: str
    file: str = ""

    def __str__(self) -> str:
        return f"{self.file + ', ' if self.file else ''}line {self.line}: {self.reason}"


@dataclass(frozen=True)
class Log:
    """The corrections of a file in their order, and the lines left out."""

    lines: list[Correction] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(path: Path) -> Log:
    """Read a log. A file that does not exist is an empty log; a damaged line is named and left out.

    Raises:
        CorrectionError: the file is there and cannot be opened.
    """
    try:
        return loads(path.read_bytes(), str(path))
    except FileNotFoundError:
        return Log()
    except OSError as err:
        raise CorrectionError(f"The corrections in {path} cannot be read ({err.strerror}).") from err


def loads(data: bytes, file: str = "") -> Log:
    """Read a log from bytes, as an exported file holds them; `file` is named with each damaged line."""
    log = Log()
    seen: dict[str, Correction] = {}
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not raw.strip():
            continue
        try:
            correction = _parsed(raw)
        except UnicodeDecodeError:
            log.problems.append(Problem(number, "it is not UTF-8", file))
        except (ValueError, RecursionError):
            log.problems.append(Problem(number, "it is not JSON; it may have been cut off", file))
        except CorrectionError as err:
            log.problems.append(Problem(number, str(err), file))
        else:
            if correction.id not in seen:
                log.lines.append(seen.setdefault(correction.id, correction))
            elif seen[correction.id] != correction:
                taken = f"the id {correction.id} is taken by another line"
                log.problems.append(Problem(number, taken, file))
    return log


def append(path: Path, *corrections: Correction) -> None:
    """Write corrections to the end of the log. On return they are on the disk.

    The lock is the corpus folder's, so that a build that is exchanged at the same moment takes them along. They are
    written whole or not at all.

    Args:
        path: `corrections.jsonl` in the corpus folder; folder and file are made where there are none.
        corrections: what to write, in order.

    Raises:
        CorrectionError: the file cannot be written, or another program holds it too long.
    """
    entries = export(corrections)
    try:
        while not _appended(path, entries):
            exchange.complete(path.parent)
    except CorpusError as err:
        raise CorrectionError(f"The correction is not written. {err}") from err
    except OSError as err:
        raise CorrectionError(f"The correction cannot be written to {path} ({err.strerror or err}).") from err


def export(lines: Iterable[Correction]) -> bytes:
    """The corrections as the file holds them: UTF-8, a JSON object a line."""
    return "".join(dump(line) + "\n" for line in lines).encode()


def _appended(path: Path, data: bytes) -> bool:
    """Write under the lock; False where an exchange of the folder was interrupted and is to be completed first."""
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    with exchange.lock(path.parent):
        if exchange.interrupted(path.parent):
            return False
        path.parent.mkdir(exist_ok=True)
        atomic.append(path, data)
    return True


@lru_cache(maxsize=32_768)
def _parsed(raw: bytes) -> Correction:
    """A line; those that were read before are known, as a log is read again for each line that is added."""
    return parse(json.loads(raw.decode("utf-8"), parse_constant=_no_constant))


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")
