"""The few errors that users meet. Each message says what is wrong and what to do."""

from __future__ import annotations

import errno
from collections.abc import Sequence

NOT_AN_ARTICLE, HIDDEN = NO_TROUBLE = ("not an article", "not read")
"""What is done with a file that is about the articles, and with hidden ones: said, and counted as no problem."""


class TellingsError(Exception):
    """Anything that Tellings can explain: shown as one sentence, never as a traceback."""


class TableError(TellingsError):
    """A table is not as `schema.py` says."""


class CorpusError(TellingsError):
    """A corpus folder is missing, damaged or of a newer version."""


class SourceError(TellingsError):
    """A source text cannot be read; the rest goes on without it."""


class ColumnsError(SourceError):
    """A table of which nobody has said which column holds the texts.

    Attributes:
        columns: the names of its columns.
    """

    def __init__(self, message: str, columns: Sequence[str]) -> None:
        super().__init__(message)
        self.columns = tuple(columns)


class ModelError(TellingsError):
    """The language model is not installed."""


class ClusterError(TellingsError):
    """There is no cluster to annotate on, or it went away."""


class CorrectionError(TellingsError):
    """A correction cannot be read or applied."""


def first_line(err: BaseException) -> str:
    """The first line of what another library says of an error, to stand in a sentence of ours."""
    return str(err).strip().splitlines()[0] if str(err).strip() else type(err).__name__


_REMEDIES = {
    errno.ENOSPC: "The disk is full: free some space, and call the same command again.",
    errno.EDQUOT: "Your share of the disk is used up: free some space, and call the same command again.",
    errno.EFBIG: "The file system takes no file as large as this: name a folder on another disk.",
    errno.EROFS: "The disk is read-only: name a folder on another one.",
    errno.EACCES: "Name a folder that you may write to, or ask for permission.",
    errno.EPERM: "Name a folder that you may write to, or ask for permission.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
    errno.EXDEV: "The folder is where another disk begins: name a folder inside of it.",
    errno.EBUSY: "Another program holds it: close that, and call the same command again.",
}


def system_error(err: OSError) -> str:
    """What the operating system refused, and what to do about it, in a sentence or two."""
    what = err.strerror or first_line(err)
    where = f"{err.filename} cannot be read or written: " if err.filename else ""
    remedy = _REMEDIES.get(err.errno or 0, "See to it that the file or folder can be used, and call again.")
    return f"{where}{what}. {remedy}"
