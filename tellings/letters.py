"""Characters that hide a word from who looks for it: of no width, of full width, ligatures, letters hard to type."""

from __future__ import annotations

import unicodedata

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters of no width, as a class of a regular expression."""

FORMS = {
    chr(code): unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFB00, 0xFB07), *range(0xFF01, 0xFF5F))
}
"""Ligatures, and letters and marks of full width, with what they are read as."""

UNACCENTED = {
    "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ħ": "h", "Ħ": "H",
    "ŧ": "t", "Ŧ": "T", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "ə": "e", "Ə": "E",
}  # fmt: skip
"""Letters whose stroke or other form is no accent for Unicode, with what is typed for them."""
