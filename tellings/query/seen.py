"""Words as they are read, for SQL: what :mod:`tellings.corpus.shadow` mends in the texts hides no word."""

from __future__ import annotations

import unicodedata
from functools import reduce

_FORMS = {
    chr(c): unicodedata.normalize("NFKC", chr(c)) for c in (*range(0xFB00, 0xFB07), *range(0xFF01, 0xFF5F))
}
"""Ligatures, and letters and marks of full width, with what they are read as."""
_LIGATURES = [form for form, read in _FORMS.items() if len(read) > 1]
_WIDE = [form for form, read in _FORMS.items() if len(read) == 1]
_NARROW = "".join(_FORMS[form] for form in _WIDE).replace("'", "''")
_HIDDEN = r"[\x{AD}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2064}\x{2066}-\x{2069}\x{FEFF}]|\s*[\n\r]\s*"
_JOINED = r"regexp_replace(text, '(\pL)-\s*[\n\r]\s*(\pL)', '\1\2', 'g')"
_SHOWN = f"regexp_replace({_JOINED}, '{_HIDDEN}', '', 'g')"
_PARTED = reduce(lambda sql, form: f"replace({sql}, '{form}', '{_FORMS[form]}')", _LIGATURES, _SHOWN)

SEEN = f"translate({_PARTED}, '{''.join(_WIDE)}', '{_NARROW}')"
"""SQL: a word as it is read: whole where a line ends in it, nothing invisible in it, its letters common ones."""

FOLDED = "lower(strip_accents(seen))"
"""SQL: a word that is read so, without capitals and accents."""

_READ = str.maketrans(_FORMS)


def as_read(word: str) -> str:
    """A word of a question as :data:`SEEN` gives those of the texts.

    >>> as_read("oﬃce")
    'office'
    """
    return word.translate(_READ)
