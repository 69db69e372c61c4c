"""The app of a corpus that counts as a large one, whose first concordance is never done: for the test that stops it.

Served in the place of `app.py`; what is patched stays so, as a module is loaded once.
"""

from __future__ import annotations

from typing import Any

from tellings.analysis import concordance
from tellings.store import connecting
from tests.store.test_stopping import ENDLESS

_answered = concordance.hits
_asked: list[object] = []


def _hits(corpus: Any, *args: Any, **options: Any) -> Any:
    _asked.append(args)
    return corpus.sql(ENDLESS) if len(_asked) == 1 else _answered(corpus, *args, **options)


connecting.HELD = 0
concordance.hits = _hits
