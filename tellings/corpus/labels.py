"""Labels of fields before their values, as they stand in the text of any article: of pasted exports and of pages.

What a database's form is made of (`data/formats/`) is asked only of files that are such exports. These
(`data/lexicon/labels.toml`) are asked of each line of every text, and so are only words with which hardly a sentence
begins.
"""

from __future__ import annotations

import re

from tellings.corpus import patterns

_LINES = patterns.read("lexicon/labels.toml")["lines"]
_LABEL, _EXPORT, FIELD = (re.compile(_LINES[name]) for name in ("label", "export", "field"))
PARTS: str = _LINES["parts"]
"""Lines that part the articles of an export, as a pattern in small letters."""
FIELDS_OF_TEXT = frozenset({"LP", "TD", "HD", "BY"})
_SEVERAL = tuple(re.compile(f"^{form}", re.MULTILINE) for form in _LINES["several"])


def n_articles(text: str) -> int:
    """How many articles a database's export holds, by what stands once in each of them; at least one."""
    return max(1, *(sum(1 for _ in form.finditer(text)) for form in _SEVERAL))


def is_label(line: str) -> bool:
    """Is it a label of an export or a page with its value?"""
    return _LABEL.match(line) is not None


def is_export(line: str) -> bool:
    """Is it a label that nothing but a newspaper database prints?"""
    return _EXPORT.match(line) is not None
