"""Words as they are read, for SQL: what :mod:`tellings.corpus.shadow` mends in the texts hides no word."""

from __future__ import annotations

import unicodedata
from functools import reduce

from tellings.letters import FORMS, INVISIBLE, UNACCENTED

_LIGATURES = [form for form, read in FORMS.items() if len(read) > 1]
_WIDE = [form for form, read in FORMS.items() if len(read) == 1]
_NARROW = "".join(FORMS[form] for form in _WIDE).replace("'", "''")
_JOINED = r"regexp_replace(text, '(\pL)-\s*[\n\r]\s*(\pL)', '\1\2', 'g')"
_SHOWN = f"regexp_replace({_JOINED}, '[{INVISIBLE}]|\\s*[\\n\\r]\\s*', '', 'g')"
_PARTED = reduce(lambda sql, form: f"replace({sql}, '{form}', '{FORMS[form]}')", _LIGATURES, _SHOWN)

SEEN = f"translate({_PARTED}, '{''.join(_WIDE)}', '{_NARROW}')"
"""SQL: a word as it is read: whole where a line ends in it, nothing invisible in it, its letters common ones."""

_ALONE = {letter: typed for letter, typed in UNACCENTED.items() if len(typed) == 1}
_UNACCENTED = str.maketrans(UNACCENTED)


def plain(sql: str) -> str:
    """SQL: a text without accents, strokes and letters that are two (Łódź: Lodz, straße: strasse)."""
    alone = f"translate(strip_accents({sql}), '{''.join(_ALONE)}', '{''.join(_ALONE.values())}')"
    parted = UNACCENTED.keys() - _ALONE.keys()
    return reduce(
        lambda one, letter: f"replace({one}, '{letter}', '{UNACCENTED[letter]}')", sorted(parted), alone
    )


FOLDED = f"lower({plain('seen')})"
"""SQL: a word that is read so, without capitals and accents."""

_READ = str.maketrans(FORMS)


def as_read(word: str) -> str:
    """A word of a question as :data:`SEEN` gives those of the texts.

    >>> as_read("oﬃce")
    'office'
    """
    return word.translate(_READ)


def folded(word: str) -> str:
    """A word in small letters without accents, as words are counted.

    >>> folded("Łódź")
    'lodz'
    """
    parted = unicodedata.normalize("NFKD", word.translate(_UNACCENTED).lower())
    return "".join(ch for ch in parted if not unicodedata.combining(ch))
