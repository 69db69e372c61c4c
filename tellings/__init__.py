"""Tellings: one event, every telling.

    >>> import tellings
    >>> corpus = tellings.open()
    >>> corpus.documents.label.tolist()  # doctest: +SKIP
"""

from __future__ import annotations

from tellings.store import Corpus, open

__version__ = "0.1.0"
__all__ = ["Corpus", "__version__", "open"]
