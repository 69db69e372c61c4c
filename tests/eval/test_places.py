"""Floors under the quality of places, on the hard cases of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.eval.places_cases import figures, read

if TYPE_CHECKING:
    from spacy.language import Language

FLOORS = {"found": 0.98, "placed": 0.95, "kind": 0.96, "use": 0.93, "kept out": 0.85}


@pytest.mark.parametrize("even", [False, True], ids=["open half", "unseen half"])
def test_hard_cases(nlp: Language, even: bool) -> None:
    reached = figures(nlp, even=even)
    assert {k: v for k, v in reached.items() if v < FLOORS.get(k, 0)} == {}


def test_there_are_enough_of_them() -> None:
    cases = read()
    assert len(cases) >= 150
    codes = {
        case.code[:2]
        for _, _, marked in cases
        for case in marked
        if case.kind in {"country", "region", "city"}
    }
    assert len(codes) >= 12
