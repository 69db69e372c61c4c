"""Bounds from the environment: a number, or a sentence that names the variable."""

from __future__ import annotations

import pytest

from tellings import settings


@pytest.mark.parametrize(
    ("variable", "attribute", "default", "set_to"),
    [
        ("TELLINGS_MAX_DOCUMENT_MB", "max_document_bytes", 5_000_000, 2_500_000),
        ("TELLINGS_MAX_DOCUMENT_SECONDS", "max_document_seconds", 60, 2.5),
    ],
)
def test_a_bound_is_a_number(
    monkeypatch: pytest.MonkeyPatch, variable: str, attribute: str, default: float, set_to: float
) -> None:
    assert getattr(settings.read(), attribute) == default
    monkeypatch.setenv(variable, "2.5")
    assert getattr(settings.read(), attribute) == set_to
    for wrong in ("many", "0", "-1", "nan", "inf"):
        monkeypatch.setenv(variable, wrong)
        with pytest.raises(ValueError, match=f"{variable} is '{wrong}'; give a number of"):
            settings.read()
