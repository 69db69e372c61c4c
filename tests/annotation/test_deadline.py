"""A document may take so long and no longer, and costs no other its annotation."""

from __future__ import annotations

import re
import signal
import threading
import time
from typing import Any

import pytest

from tellings.annotation import batches
from tellings.annotation.deadline import OutOfTimeError, within
from tellings.corpus.documents import Document

INTERRUPTS = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system interrupts nothing")


def spin(seconds: float = 60) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


@INTERRUPTS
def test_work_is_interrupted_wherever_it_is_and_the_handler_put_back() -> None:
    before = signal.getsignal(signal.SIGPROF)
    for work in (spin, lambda: re.match("(a+)+b", "a" * 64)):
        with pytest.raises(OutOfTimeError), within(0.1):
            work()
    assert signal.getsignal(signal.SIGPROF) is before
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


@INTERRUPTS
def test_nothing_that_catches_every_fault_stops_it() -> None:
    def work() -> None:
        try:
            spin()
        except Exception:  # as the annotation of a batch does
            pytest.fail("caught on its way")

    with pytest.raises(OutOfTimeError), within(0.1):
        work()


def test_elsewhere_work_is_stopped_when_it_asks() -> None:
    raised = []

    def work() -> None:
        try:
            with within(0.1) as ask:
                while True:
                    ask()
        except OutOfTimeError:
            raised.append(True)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(60)
    assert raised == [True]


def test_what_is_done_in_time_is_left_alone() -> None:
    with within(30) as ask:
        ask()
        done = sum(range(1000))
    assert done == 499_500


@INTERRUPTS
@pytest.mark.model
def test_a_document_that_takes_too_long_is_named_and_the_others_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    annotate = batches.annotate

    def slow(article: Any, places: Any) -> Any:
        if article.doc_id == "b":
            spin()
        return annotate(article, places)

    monkeypatch.setattr(batches, "annotate", slow)
    monkeypatch.setenv("TELLINGS_MAX_DOCUMENT_SECONDS", "2")
    texts = {"a": "Ann Tully spoke.", "b": "Bob Ames spoke.", "c": "Cy Reed spoke."}
    found = batches.annotate_batch([Document(n, text, f"{n}.txt", "") for n, text in texts.items()], None)
    assert found["documents"].doc_id.tolist() == ["a", "c"]
    (problem,) = found["problems"].itertuples()
    assert (problem.doc_id, problem.source, problem.action) == ("b", "b.txt", "skipped")
    assert "more than 2 seconds" in problem.reason
    assert "TELLINGS_MAX_DOCUMENT_SECONDS" in problem.reason


@pytest.mark.model
@pytest.mark.parametrize("sign", ["abcdefghij", "("])
def test_a_megabyte_without_a_break_is_annotated_in_seconds_of_the_processor(
    monkeypatch: pytest.MonkeyPatch, sign: str
) -> None:
    monkeypatch.setenv("TELLINGS_MAX_DOCUMENT_SECONDS", "4")  # 24 for so many characters
    text = f"The ferry ran. {sign * (1_000_000 // len(sign))} It sank."
    tables = batches.annotate_batch([Document("a", text, "a", "")], None)
    assert tables["documents"]["text"].tolist() == [text]
    assert not len(tables["problems"])
