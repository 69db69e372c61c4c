"""From bytes to text, without changing a character."""

from __future__ import annotations

import codecs
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
_MAX_CONTROL = 0.02
"""A larger share of control characters than this is no text."""


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
                return Decoded(data.decode(encoding), encoding, False)
            except UnicodeDecodeError as err:
                raise SourceError(f"begins as {encoding} but is damaged at byte {err.start}") from err
    try:
        return Decoded(_checked(data.decode("utf-8")), "utf-8", False)
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(_checked(data.decode("cp1252")), "cp1252", True)
    except UnicodeDecodeError:
        pass
    best = from_bytes(data).best()
    if best is None:
        raise SourceError("is in no encoding that can be told; save it as UTF-8")
    return Decoded(_checked(str(best)), best.encoding, True)


def _checked(text: str) -> str:
    controls = sum(ch < " " and ch not in "\t\n\r\x0b\x0c" for ch in text[:100_000])
    if controls > _MAX_CONTROL * min(len(text), 100_000) + 1:
        raise SourceError("is not a text file")
    return text
