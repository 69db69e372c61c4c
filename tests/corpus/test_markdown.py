"""Markdown files: what they say without their marks, and what they know of themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.corpus import markdown
from tellings.corpus.documents import Document, Problem
from tellings.corpus.readers import read_sources

ARTICLE = """---
title: "Bridge shut: what now?"
source: The Post
date: 2025-03-12
link: https://post.example/bridge
mood: grim
---
# Bridge *shut*

The mayor, [Ann Lee](https://lee.example), said **nobody** was hurt.
The river rose.

> “We heard a crack,” she said.

- Two lanes are open
- ![The bridge at dusk](bridge.jpg)
"""


def _read(folder: Path) -> list[Document]:
    return [item for item in read_sources([folder], max_bytes=10_000) if isinstance(item, Document)]


def test_an_article_is_read_without_marks_and_addresses(tmp_path: Path) -> None:
    (tmp_path / "bridge.md").write_text(ARTICLE, "utf-8")
    (article,) = _read(tmp_path)
    assert article.text.split("\n\n") == [
        "Bridge shut",
        "The mayor, Ann Lee, said nobody was hurt.\nThe river rose.",
        "“We heard a crack,” she said.",
        "Two lanes are open",
        "The bridge at dusk",
    ]
    assert (article.doc_id, article.title, article.publisher) == (
        "bridge",
        "Bridge shut: what now?",
        "The Post",
    )
    assert (article.published, article.url) == (date(2025, 3, 12), "https://post.example/bridge")


def test_the_first_heading_is_the_title_where_nothing_else_says_it(tmp_path: Path) -> None:
    (tmp_path / "a.markdown").write_text("# Flood in *Beira*\n\nRain fell.", "utf-8")
    assert [article.title for article in _read(tmp_path)] == ["Flood in Beira"]


def test_metadata_wins_over_front_matter(tmp_path: Path) -> None:
    (tmp_path / "bridge.md").write_text(ARTICLE, "utf-8")
    (tmp_path / "metadata.csv").write_text("file,publisher\nbridge.md,The Star\n", "utf-8")
    assert [(a.publisher, a.title) for a in _read(tmp_path)] == [("The Star", "Bridge shut: what now?")]


@pytest.mark.parametrize("text", ["---\ntitle: only\n---\n", "***\n", "![](x.png)\n"])
def test_a_file_without_words_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text, "utf-8")
    found = list(read_sources([tmp_path], max_bytes=10_000))
    assert [item.reason for item in found if isinstance(item, Problem)] == ["it has no words"]


def test_a_readme_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# About\n\nThese are articles.", "utf-8")
    assert _read(tmp_path) == []


@given(st.text())
def test_whatever_the_text_it_is_read(text: str) -> None:
    said, known = markdown.extract(text)
    assert isinstance(said, str)
    assert known.keys() <= {"title", "publisher", "published", "url"}
