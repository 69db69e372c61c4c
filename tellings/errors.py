"""The few errors that users meet. Each message says what is wrong and what to do."""

from __future__ import annotations


class TellingsError(Exception):
    """Anything that Tellings can explain: shown as one sentence, never as a traceback."""


class TableError(TellingsError):
    """A table is not as `schema.py` says."""


class CorpusError(TellingsError):
    """A corpus folder is missing, damaged or of a newer version."""


class SourceError(TellingsError):
    """A source text cannot be read; the rest goes on without it."""


class ModelError(TellingsError):
    """The language model is not installed."""


class CorrectionError(TellingsError):
    """A correction cannot be read or applied."""


def first_line(err: BaseException) -> str:
    """The first line of what another library says of an error, to stand in a sentence of ours."""
    return str(err).strip().splitlines()[0] if str(err).strip() else type(err).__name__
