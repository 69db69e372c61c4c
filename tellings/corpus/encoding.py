"""From bytes to text, without changing a character."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

from tellings.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 100_000
"""Characters by which it is told whether a file is text."""
_MAX_STRANGE = 0.02
"""A larger share of characters that no text has than this is no text."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FOREIGN = re.compile(r"[\u00c0-\u00ff]{3,}")
"""Three such letters in a row: hardly a word of those written in Windows-1252, but any Cyrillic or Greek one."""

_SINGLE = ["cp1251", "koi8_r", "cp1253", "cp1256"]
"""What is tried first for these: the alphabets with an encoding of one byte a letter that files are still saved in."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, the encoding that read it, and whether that encoding is a guess."""

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes) -> Decoded:
    """Decode a file: by its byte order mark, else strict UTF-8, else Windows-1252, else a guess that is flagged.

    The byte order mark is a sign of the encoding and no part of the text; everything else stays, line ends included.

    Raises:
        SourceError: the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(_checked(data.decode(encoding), wide=mark != codecs.BOM_UTF8), encoding, False)
            except UnicodeDecodeError as err:
                raise SourceError(
                    f"begins as {encoding} but is damaged at byte {err.start}; save it again as UTF-8"
                ) from err
    if (halves := _without_a_mark(data)) is not None:
        return halves
    try:
        return Decoded(_checked(data.decode("utf-8")), "utf-8", False)
    except UnicodeDecodeError:
        pass
    try:
        western = _checked(data.decode("cp1252"))
    except UnicodeDecodeError:
        western = None
    if western is not None and not _looks_foreign(western):
        return Decoded(western, "cp1252", True)
    best = from_bytes(data, cp_isolation=_SINGLE).best() if western is not None else None
    best = best or from_bytes(data).best()
    if best is not None:
        return Decoded(_checked(str(best)), best.encoding, True)
    if western is not None:
        return Decoded(western, "cp1252", True)
    raise SourceError("is in no encoding that can be told; save it as UTF-8")


def _without_a_mark(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: every second byte of what is mostly Latin is zero."""
    head = data[: 2 * (_LOOKED_AT // 2)]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(data) % 2 == 0 and zeros.count(0) > 0.7 * len(zeros) > 1 and head.count(0) < 0.6 * len(head):
            try:
                return Decoded(_checked(data.decode(encoding), wide=True), encoding, True)
            except (UnicodeDecodeError, SourceError):
                continue
    return None


def _looks_foreign(text: str) -> bool:
    """Are most of the letters beyond ASCII in runs that no word of Western Europe has?"""
    beyond = sum("\u00c0" <= ch <= "\u00ff" for ch in text[:_LOOKED_AT])
    return sum(len(run) for run in _FOREIGN.findall(text[:_LOOKED_AT])) > beyond / 2


def _checked(text: str, *, wide: bool = False) -> str:
    """The text, if it is one; read as UTF-16 or UTF-32, bytes of anything give characters that nobody has assigned."""
    head = text[:_LOOKED_AT]
    strange = len(_CONTROL.findall(head))
    if wide:
        strange += sum(unicodedata.category(ch) in ("Cn", "Co") for ch in head)
    if strange > _MAX_STRANGE * len(head) + 1:
        raise SourceError("is not a text file; give text in UTF-8")
    return text
