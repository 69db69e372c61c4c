"""What is taken away: the report that was put together, and the corpus in other formats."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from tellings.store.corpus import Corpus


def written(corpus: Corpus, addresses: Sequence[str] = ()) -> tuple[bytes, int]:
    """A report of these views, or of each page's first; see :func:`tellings.ui.taking.unattended.write`.

    Streamlit's warnings that there is no browser are kept still, those that come as it is imported among them.
    """
    level = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        from tellings.ui.taking import unattended

        return unattended.write(corpus, addresses)
    finally:
        logging.disable(level)
