"""Patterns that are kept as data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tellings import settings
from tellings.corpus import patterns

SAID = r"""
[parts]
day = '\d{1,2}'
span = '{day}-{day} {months}'

[lines]
date = '''
  (?:{day}|{span})
  [ ]{months}'''
several = ['{day}', 'x{2}']
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    (tmp_path / "said.toml").write_text(SAID, "utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_parts_stand_in_parts_and_patterns_and_may_be_given() -> None:
    read = patterns.read("said.toml", months="May|June")
    assert read["lines"]["date"] == r"(?:\d{1,2}|\d{1,2}-\d{1,2} May|June)[ ]May|June"
    assert [re.fullmatch(one, "xx") is not None for one in read["lines"]["several"]] == [False, True]


@pytest.mark.usefixtures("folder")
def test_a_part_that_nobody_gives_is_named() -> None:
    with pytest.raises(KeyError, match="months"):
        patterns.read("said.toml")


def test_a_table_of_words_is_read_by_its_first_column(folder: Path) -> None:
    (folder / "words.tsv").write_text("# code; name\nde\tGerman\nen\tEnglish\tor so\n\n", "utf-8")
    assert patterns.table("words.tsv") == {"de": "German", "en": "English\tor so"}
