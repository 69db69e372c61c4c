"""How a place's name is looked up: the same key for "Saint-Denis", "St. Denis" and "ST DENIS"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tellings.letters import UNACCENTED

_APOSTROPHES = str.maketrans("", "", "'’‘ʼʹʻ`´ʿʾ.")
_SEPARATORS = re.compile(r"[\s\-‐-―/]+")
_LETTERS = str.maketrans(UNACCENTED)
_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "&": "and"}


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The form under which a name is stored and sought: no accents, case, dots or apostrophes; one space between words.

    >>> key("Saint-Étienne"), key("St. Louis"), key("the Luhans'k"), key("U.S.")
    ('saint etienne', 'saint louis', 'luhansk', 'us')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch)).translate(_APOSTROPHES).casefold()
    words = [w for w in _SEPARATORS.split(plain.replace(",", " ").replace("(", " ").replace(")", " ")) if w]
    if len(words) > 1:
        if words[0] == "the":
            words = words[1:]
        words = [_WORDS.get(w, w) for w in words]
    return " ".join(words)
