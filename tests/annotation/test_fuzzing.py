"""However a text arrives, it is annotated, and every span is what stands there."""

from __future__ import annotations

import pytest

from tests.annotation.fuzzing import faults, texts

pytestmark = pytest.mark.model


def test_no_text_is_lost_and_every_span_is_true() -> None:
    assert faults(list(texts(130, seed=2))) == []
