"""Words as they are read, for SQL: what :mod:`tellings.corpus.shadow` mends in the texts hides no word."""

from __future__ import annotations

from functools import reduce

from tellings.letters import FORMS, INVISIBLE

_LIGATURES = [form for form, read in FORMS.items() if len(read) > 1]
_WIDE = [form for form, read in FORMS.items() if len(read) == 1]
_NARROW = "".join(FORMS[form] for form in _WIDE).replace("'", "''")
_JOINED = r"regexp_replace(text, '(\pL)-\s*[\n\r]\s*(\pL)', '\1\2', 'g')"
_SHOWN = f"regexp_replace({_JOINED}, '[{INVISIBLE}]|\\s*[\\n\\r]\\s*', '', 'g')"
_PARTED = reduce(lambda sql, form: f"replace({sql}, '{form}', '{FORMS[form]}')", _LIGATURES, _SHOWN)

SEEN = f"translate({_PARTED}, '{''.join(_WIDE)}', '{_NARROW}')"
"""SQL: a word as it is read: whole where a line ends in it, nothing invisible in it, its letters common ones."""

FOLDED = "lower(strip_accents(seen))"
"""SQL: a word that is read so, without capitals and accents."""

_READ = str.maketrans(FORMS)


def as_read(word: str) -> str:
    """A word of a question as :data:`SEEN` gives those of the texts.

    >>> as_read("oﬃce")
    'office'
    """
    return word.translate(_READ)
