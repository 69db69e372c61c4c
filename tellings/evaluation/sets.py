"""Sets of annotated articles as JSONL: one article a line, `{"id", "text", "mentions" | "places" | "quotes": […]}`."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tellings.errors import SourceError
from tellings.store import corpus as store
from tellings.store.corpus import Corpus

Row = dict[str, Any]

LAYERS = {"entities": "mentions", "toponyms": "places", "quotations": "quotes"}
"""Which list of an article holds the key of which extractor. Sets of dates and quantities come as key folders only."""

_KNOWN = {
    "gum-news": "Wikinews (GUM)",
    "meantime": "Wikinews on firms (MEANTIME)",
    "msnbc": "MSNBC (its set of names)",
    "polnear": "news of politics in the United States (PolNeAR)",
    "trnews": "local and national news in English (TR-News)",
    "worldwide": "news from Africa, Asia, Latin America and the Middle East (Worldwide newswire)",
}
"""What the articles of public sets are, by how the names of their files begin; docs/evaluation.md cites each."""


def called(file: str) -> str:
    """What the articles of a set are, in words; of a set that is not known the name of its file."""
    return next((words for name, words in _KNOWN.items() if file.startswith(name)), f"the set {file}")


def read(path: Path, what: str) -> list[Row]:
    """The articles of a set.

    Raises:
        SourceError: the file cannot be read, or holds no key for this extractor.
    """
    layer = LAYERS.get(what)
    if layer is None:
        raise SourceError(
            f"A set as JSONL can be a key for {', '.join(LAYERS)}; for {what} give a key's folder."
        )
    try:
        packed = path.read_bytes()
        text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
        articles = [json.loads(line) for line in text.split("\n") if line.strip()]
        good = all({"id", "text", layer} <= article.keys() for article in articles)
    except (OSError, EOFError, ValueError, AttributeError) as err:
        raise SourceError(f"The set {path} cannot be read ({err}).") from err
    if not articles or not good:
        raise SourceError(f"The set {path} should hold one article a line, each with id, text and {layer}.")
    return articles


@contextmanager
def annotated(articles: list[Row], *, model: str | None = None) -> Iterator[Corpus]:
    """A corpus of the articles, annotated now, that is gone when the block is left."""
    from tellings.build import pipeline

    with tempfile.TemporaryDirectory(prefix="tellings-") as folder:
        source = Path(folder) / "set.jsonl"
        known = ("id", "text", "title", "publisher", "published")
        lines = (json.dumps({k: a[k] for k in known if a.get(k) is not None}) for a in articles)
        source.write_text("\n".join(lines) + "\n", "utf-8")
        pipeline.annotate([source], Path(folder) / "corpus", model=model)
        with store.open(Path(folder) / "corpus", corrections=False) as corpus:
            yield corpus
