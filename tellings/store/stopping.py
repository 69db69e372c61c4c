"""Stopping a question that takes long: whoever asks it from another thread holds a watch, and stops it there."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import duckdb

from tellings.errors import CorpusError

_AGAIN = 0.05
"""Seconds between two interruptions."""


class StoppedError(CorpusError):
    """The question was stopped before it was answered."""


class Watch:
    """Stops what is asked of a corpus within :meth:`hold`, now and later."""

    def __init__(self) -> None:
        self.stopped = False
        self._asking: duckdb.DuckDBPyConnection | None = None
        self._lock = threading.Lock()

    def stop(self) -> None:
        """Stop what is being asked; what comes after it is not asked any more."""
        self.stopped = True
        threading.Thread(target=self._interrupt, name="stop a question", daemon=True).start()

    def _interrupt(self) -> None:
        """Interrupt until it holds: the database forgets an interruption that comes just before a question begins."""
        while True:
            with self._lock:
                if self._asking is None:
                    return
                self._asking.interrupt()
            time.sleep(_AGAIN)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """What this thread asks of any corpus is watched."""
        before = _held.set(self)
        try:
            yield
        finally:
            _held.reset(before)

    def change(self, asking: duckdb.DuckDBPyConnection | None) -> None:
        """Say what is being asked now.

        Raises:
            StoppedError: it is not to be asked.
        """
        with self._lock:
            self._asking = asking
            if self.stopped and asking is not None:
                raise StoppedError("The question was stopped.")


_held: ContextVar[Watch | None] = ContextVar("the watch that this thread holds", default=None)


@contextmanager
def watched(cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """What the cursor is asked can be stopped by whoever holds a watch.

    Raises:
        StoppedError: it was.
    """
    watch = _held.get()
    if watch is None:
        yield
        return
    try:
        watch.change(cursor)
        yield
    except duckdb.InterruptException as err:
        raise StoppedError("The question was stopped.") from err
    finally:
        watch.change(None)
