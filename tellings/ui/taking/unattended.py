"""A report without a browser: the pages are drawn as for a visitor, and each is added as *Add to report* adds it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from streamlit.testing.v1 import AppTest

from tellings import settings
from tellings.errors import CorpusError
from tellings.exports.report import Shown, as_html
from tellings.query.filters import Filters, parse_query
from tellings.store import catalogue
from tellings.store.corpus import Corpus
from tellings.ui import recorded, registry, state
from tellings.ui.taking import report
from tellings.ui.view import View

FIRST = tuple(page.name for page in registry.PAGES if page.section != "Corpus" and page.name != "search")
"""The pages whose first views a report has where none are chosen; the search has nothing to show before it is asked."""

_PATIENCE = 600
"""Seconds that a page may take."""


def write(corpus: Corpus, addresses: Sequence[str] = ()) -> tuple[bytes, int]:
    """A report of views as one HTML file; its figures are told as tables, as only a browser draws them.

    Args:
        corpus: opened from its folder, with its corrections or without.
        addresses: `page?query` or the whole address of each view; without any the first view of each page.

    Returns:
        The bytes, and how many views they hold.

    Raises:
        ValueError: an address names no page or asks what there is not, or there are more than a report holds.
        CorpusError: a page cannot be drawn.
    """
    asked = [_read(one) for one in addresses] or [(page, Filters()) for page in FIRST]
    if len(asked) > recorded.MOST:
        raise ValueError(
            f"a report holds {recorded.MOST} views, and these are {len(asked):,}; make several reports"
        )
    layer = "" if corpus.corrected else "machine"
    home, name = _found(corpus.path)
    views = [
        _drawn(page, filters.change(corpus=name, layer=layer or filters.layer), home)
        for page, filters in asked
    ]
    chosen = tuple({one.id: one for one in views}.values())
    view = View("export", corpus, Filters(), None, "light")
    content = report.made(view, chosen, corpus.title, tuple(report.corrections(view)))
    return as_html.write(content), len(chosen)


def _read(said: str) -> tuple[str, Filters]:
    """The page and the filters of an address."""
    parts = urlsplit(said)
    page = parts.path.rstrip("/").rpartition("/")[2] or "overview"
    filters, wrong = parse_query(parts.query)
    if wrong:
        raise ValueError(f"{said}: {' '.join(wrong)}")
    return registry.entry(page).name, filters


def _drawn(page: str, filters: Filters, home: Path) -> Shown:
    """A view, as it stands on its page."""
    app = AppTest.from_file(settings.ROOT / "app.py", default_timeout=_PATIENCE)
    state.settle(home, app.session_state)
    app.switch_page(registry.entry(page).path)
    for key, value in filters.params().items():
        app.query_params[key] = value
    app.run()
    if not app.exception:
        app.button(key="add-to-report").click().run()
    if app.exception:
        raise CorpusError(f"The page {page} cannot be drawn: {app.exception[0].message}")
    added: Shown
    (added,) = state.report(filters.corpus, app.session_state)
    return added


def _found(path: Path) -> tuple[Path, str]:
    """The folder in which the app is to look for the corpus, and its name there."""
    path = path.absolute()
    if catalogue.corpora().get(path.name, path).absolute() != path:
        raise CorpusError(f"There is another corpus {path.name} among your own; rename the folder {path}.")
    return path.parent, path.name
