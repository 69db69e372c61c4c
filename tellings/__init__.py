"""Tellings: one event, every telling.

>>> import tellings
>>> corpus = tellings.open()
>>> corpus.documents.label.tolist()  # doctest: +SKIP
"""

from __future__ import annotations

from tellings.store import Corpus, open
from tellings.versions import PROGRAM

__version__ = PROGRAM
__all__ = ["Corpus", "__version__", "open"]
