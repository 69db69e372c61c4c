"""Tellings: one event, every telling.

>>> import tellings
>>> corpus = tellings.open()
>>> corpus.documents.label.tolist()  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tellings.settings import VERSION

if TYPE_CHECKING:
    from tellings.library import Corpus, open

__version__ = VERSION
__all__ = ["Corpus", "__version__", "open"]


def __getattr__(name: str) -> Any:
    """`open` and `Corpus` when they are first asked for: a server that starts does not wait for pandas."""
    if name in ("Corpus", "open"):
        return getattr(import_module("tellings.library"), name)
    raise AttributeError(f"module 'tellings' has no attribute {name!r}")
