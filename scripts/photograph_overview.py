"""Photograph docs/overview.png: the overview of the default corpus, as the README shows it.

python -m scripts.photograph_overview
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tellings.settings import ROOT
from tests.browser import chromium
from tests.browser.serving import serve
from tests.browser.visiting import Visitor

PICTURE = ROOT / "docs" / "overview.png"


def main() -> None:
    """Open the page in a browser, and keep what it shows once it stands still."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(Path(folder)) as server,
        chromium.launched() as browser,
        browser.new_context() as context,
    ):
        Visitor(context, []).open(server.url, width=1440, height=1400).screenshot(path=PICTURE)


if __name__ == "__main__":
    main()
