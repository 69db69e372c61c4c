"""A download of a newspaper database, from the file to the tables."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tellings.build.pipeline import annotate
from tests.corpus import files
from tests.corpus.databases import made_up, nexis
from tests.corpus.databases.made_up import ARTICLES

pytestmark = pytest.mark.model


def test_what_the_export_knows_is_in_the_tables(tmp_path: Path) -> None:
    paragraphs = [p for a, dated in made_up.varied(ARTICLES, 0) for p in nexis.paragraphs(a, dated)]
    path = files.write_docx(tmp_path / "files.docx", paragraphs)
    report = annotate([path], tmp_path / "corpus")
    assert report.n_documents == len(ARTICLES)
    documents = pd.read_parquet(tmp_path / "corpus" / "documents.parquet").set_index("doc_id")
    blocks = pd.read_parquet(tmp_path / "corpus" / "blocks.parquet")
    assert documents.part.tolist() == [f"article {n} of 10" for n in range(1, 11)]
    assert documents.byline["files-01"] == "By Ann Lowe"
    assert documents.copy_of.dropna().to_dict() == {
        "files-05": "files-03",
        "files-06": "files-04",
        "files-07": "files-02",
        "files-08": "files-03",
        "files-09": "files-01",
        "files-10": "files-03",
    }
    dam = blocks[blocks.doc_id == "files-02"]
    said = [(row.kind, documents.text["files-02"][row.start : row.end]) for row in dam.itertuples()]
    assert said == [
        ("headline", ARTICLES[1].title),
        ("byline", ARTICLES[1].byline),
        *(("paragraph", paragraph) for paragraph in made_up.DAM),
    ]
