"""What Tellings makes of sources, in this process and in memory: a build without its folders and child process."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from tellings import schema
from tellings.annotation.batches import annotate_batch
from tellings.build.pipeline import with_reading
from tellings.corpus.copies import with_copies
from tellings.corpus.documents import Document, Problem
from tellings.corpus.readers import read_sources
from tellings.resolution.resolvers import resolve

MAX_BYTES = 1_000_000


def tables(source: Path) -> dict[str, pd.DataFrame]:
    """All tables of the articles in a source."""
    items = list(with_copies(read_sources([source], max_bytes=MAX_BYTES)))
    documents = sorted((item for item in items if isinstance(item, Document)), key=lambda one: one.doc_id)
    problems = [item for item in items if isinstance(item, Problem)]
    resolved = resolve(with_reading(annotate_batch(documents, None), documents, problems))
    return {name: schema.conform(resolved[name], name) for name in schema.TABLES}
