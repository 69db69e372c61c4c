"""Floors under the clusters of quotations, on utterances of our own making."""

from __future__ import annotations

import pytest

from tests.eval.utterance_cases import measure, read


@pytest.mark.parametrize(
    ("unseen", "floors"),
    [(False, {"P": 0.88, "R": 0.84}), (True, {"P": 0.91, "R": 0.99})],
    ids=["open half", "unseen half"],
)
def test_invented_utterances(unseen: bool, floors: dict[str, float]) -> None:
    reached, errors = measure(unseen=unseen)
    assert {k: v for k, v in reached.items() if v < floors.get(k, 0)} == {}, "\n".join(errors)


def test_there_are_enough_of_them() -> None:
    cases = read()
    assert len(cases) >= 70
    assert len({utterance.doc_id for _, utterance in cases}) >= 30
