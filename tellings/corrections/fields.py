"""The single values of a correction's line as JSON has them: texts, offsets, degrees, objects; each read or refused.

Each raises :class:`CorrectionError` with a sentence that says what the value has to be.
"""

from __future__ import annotations

import math
from typing import Any

from tellings.errors import CorrectionError

LONGEST_NAME = 500
"""Characters of a name, a reason or an id that a person gives; spans may be longer."""


def text(value: object, what: str, *, longest: int | None = LONGEST_NAME) -> str:
    """Read a text that is not empty and can be written as UTF-8."""
    if not isinstance(value, str) or not value.strip():
        raise CorrectionError(f"{what} is a text that is not empty")
    if longest is not None and (len(value) > longest or any(ch < " " for ch in value)):
        raise CorrectionError(f"{what} is one line of at most {longest} characters")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as err:
        raise CorrectionError(f"{what} holds half a character (a lone surrogate)") from err
    return value


def maybe(value: object, what: str) -> str | None:
    """Read a text or null."""
    return None if value is None else text(value, what)


def one_of(value: object, what: str, values: tuple[str, ...]) -> str:
    """Read one of the values there are."""
    if not isinstance(value, str) or value not in values:
        raise CorrectionError(f"{what} is {str(value)[:40]!r}; it may be {', '.join(values)}")
    return value


def fields_of(value: object, what: str, *needed: str, optional: tuple[str, ...] = ()) -> dict[str, Any]:
    """Read an object that has the fields needed, and none but those and the optional ones."""
    if not isinstance(value, dict):
        raise CorrectionError(f"{what} has the fields {', '.join((*needed, *optional))}")
    lacking, strange = [n for n in needed if n not in value], sorted(set(value) - {*needed, *optional})
    if lacking or strange:
        raise CorrectionError(f"{what} has the fields {', '.join((*needed, *optional))}")
    return value


def whole(value: object) -> int:
    """Read an offset."""
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > 2**53:
        raise CorrectionError("start and end are whole numbers")
    return value


def degrees(value: object, what: str, bound: float) -> float | None:
    """Read a latitude or longitude, or null."""
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise CorrectionError(f"{what} is a number of degrees")
    if abs(value) > bound:
        raise CorrectionError(f"{what} is {value}; it may be -{bound:g} to {bound:g}")
    return float(value)
