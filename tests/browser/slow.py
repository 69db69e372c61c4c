"""Streamlit's command with a Tellings for which any corpus is a large one and the first concordance is never done: for
the test that stops it. `python -m tests.browser.slow run app.py`
"""

from __future__ import annotations

from typing import Any

from streamlit.web import cli

from tellings.analysis import concordance
from tellings.store import connecting
from tests.store.test_stopping import ENDLESS

_answered = concordance.hits
_asked: list[object] = []


def _hits(corpus: Any, *args: Any, **options: Any) -> Any:
    _asked.append(args)
    return corpus.sql(ENDLESS) if len(_asked) == 1 else _answered(corpus, *args, **options)


if __name__ == "__main__":
    connecting.HELD = 0
    concordance.hits = _hits
    cli.main()
