"""A bound for the time that one document may take."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_AGAIN = 1.0
"""Seconds after which one who did not hear it is told again."""


class OutOfTimeError(BaseException):
    """The time is over. No `Exception`, so that nothing that names the faults of a document catches it on its way."""


@contextmanager
def within(seconds: float) -> Iterator[Callable[[], None]]:
    """Raise where what stands inside computes for longer.

    The processor's time is counted, not the clock's: a busy or sleeping machine costs no document. On Linux and macOS,
    in a program's main thread, the work is interrupted wherever it is, in a regular expression too; elsewhere it is
    when it asks.

    Args:
        seconds: how long it may take.

    Yields:
        What the work calls at times, to be interrupted where the system does not do it.

    Raises:
        OutOfTimeError: it took longer.
    """

    def late(*_: object) -> None:
        raise OutOfTimeError

    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        before = signal.signal(signal.SIGPROF, late)
        signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
        try:
            yield lambda: None
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)
        return
    end = time.thread_time() + seconds

    def ask() -> None:
        if time.thread_time() > end:
            raise OutOfTimeError

    yield ask
