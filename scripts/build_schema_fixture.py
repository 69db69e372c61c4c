"""Make the small corpus by which tests know that tables of this version can be read by later programs.

    python -m scripts.build_schema_fixture

It writes `tests/fixtures/schema-<version>`: two articles of ours, annotated, with a correction. Run it once, when the
tables of a version are final and before `schema.VERSION` is raised: a corpus of an older version cannot be made later.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tellings import corrections, schema
from tellings.build import pipeline
from tellings.folder import ours
from tellings.settings import ROOT

FIXTURES = ROOT / "tests" / "fixtures"
ARTICLES = ("ferry-strike.txt", "operator.txt", "metadata.csv")


def build(folder: Path) -> None:
    """Annotate the articles to a corpus folder, and rename one person in it."""
    with tempfile.TemporaryDirectory() as place:
        sources, made = Path(place) / "articles", Path(place) / folder.name
        sources.mkdir()
        for name in ARTICLES:
            shutil.copyfile(FIXTURES / "harbour" / name, sources / name)
        report = pipeline.annotate([sources], made, title="A strike of ferries")
        entity, span = _someone(made)
        line = corrections.new(
            "rename", corrections.Entity(entity, span), "Renamed by a person", why="a fixture"
        )
        corrections.append(made / ours.CORRECTIONS, line)
        if folder.exists():
            shutil.rmtree(folder)
        shutil.copytree(made, folder, ignore=shutil.ignore_patterns(ours.MARK))
    print(f"{folder}: {report.n_documents} articles, tables of version {schema.VERSION}.")


def _someone(made: Path) -> tuple[str, corrections.Span]:
    """A person of the corpus, and where the name stands first."""
    from tellings.store import corpus as store

    with store.open(made) as opened:
        row = opened.sql(
            "SELECT m.* FROM mentions m JOIN entities e USING (entity_id) "
            "WHERE e.type = 'person' AND m.form = 'name' "
            "ORDER BY e.n_mentions DESC, m.entity_id, m.doc_id, m.start LIMIT 1"
        ).iloc[0]
    return str(row.entity_id), corrections.Span(str(row.doc_id), int(row.start), int(row.end), str(row.text))


if __name__ == "__main__":
    build(FIXTURES / f"schema-{schema.VERSION}")
