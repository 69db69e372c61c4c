"""To check with the keyboard alone: accept, choose, take back, turn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import shown
from tests.analysis.test_doubt import SCORES
from tests.browser.serving import Server
from tests.browser.visiting import run

ONE = ".st-key-check-one h2"
NAME = "doubted"
"""A corpus of its own: the server keeps one that it has opened under a name and a descriptor."""


@pytest.fixture(autouse=True)
def _corpus(server: Server) -> Iterator[None]:
    shown.write(server.home / NAME, scores=SCORES)
    yield
    (server.home / NAME / "corrections.jsonl").unlink(missing_ok=True)


def log(server: Server) -> list[dict[str, Any]]:
    lines = (server.home / NAME / "corrections.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def press(page: Page, key: str) -> None:
    with run(page):
        page.keyboard.press(key)


def test_one_key_a_decision(server: Server, visit: Callable[..., Page]) -> None:
    page = visit("corrections?corpus=doubted&view=check-types")
    question = page.locator(ONE)
    expect(question).to_contain_text("“Bo Quay” is of the type person")
    press(page, "Enter")
    expect(question).to_contain_text("“Harbour” is of the type person")
    assert [line["action"] for line in log(server)] == ["accept"]
    press(page, "u")
    expect(question).to_contain_text("“Bo Quay” is of the type person")
    press(page, "ArrowRight")
    expect(question).to_contain_text("“Harbour” is of the type person")
    press(page, "ArrowLeft")
    expect(question).to_contain_text("“Bo Quay” is of the type person")
    press(page, "1")
    expect(question).to_contain_text("“Harbour” is of the type person")
    assert [line["action"] for line in log(server)] == ["accept", "undo", "retype"]
    assert log(server)[-1]["value"] == "organisation"
