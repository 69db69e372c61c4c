"""The examples in docstrings do what they say; the questions of docs/recipes.md are answered in five lines each."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path
from typing import Any

import pytest

from tellings.settings import ROOT

WITH_EXAMPLES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted((ROOT / "tellings").rglob("*.py"))
    if ">>> " in path.read_text("utf-8")
]
RECIPES = re.findall(
    r"^## (.+?)\n.*?^```python\n(.*?)^```", (ROOT / "docs/recipes.md").read_text("utf-8"), re.M | re.S
)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_in_docstrings_give_what_they_say(name: str) -> None:
    done = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert done.attempted > 0
    assert done.failed == 0


def test_there_are_as_many_questions_as_are_said() -> None:
    assert len(RECIPES) == 11, "the title of docs/recipes.md says eleven"
    assert len({title for title, _ in RECIPES}) == 11


@pytest.mark.parametrize(("title", "code"), RECIPES, ids=[title for title, _ in RECIPES])
def test_a_question_is_answered_in_five_lines(
    title: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(code.strip().splitlines()) <= 5
    said: dict[str, Any] = {}
    exec(compile(f"import tellings\ncorpus = tellings.open()\n{code}", title, "exec"), said)
    answer = said["answer"]
    assert len(answer) > 0
