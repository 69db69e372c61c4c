"""No kind of fault comes back: the made-up inputs are right as often as `docs/evaluation.md` says."""

from __future__ import annotations

import re

import pytest

from tellings.settings import ROOT
from tests.eval import small_cases

_ROW = re.compile(r"^\| ([^|]+) \| (\d+) \| \d+ \| (\d+) \|$", re.M)
SAID = {
    kind: (int(n), int(right))
    for kind, n, right in _ROW.findall((ROOT / "docs/evaluation.md").read_text("utf-8"))
}
CASES = small_cases.read()
KINDS = sorted({case.kind for case in CASES})


def _asked(kind: str) -> int:
    return sum(len(case.asks) for case in CASES if case.kind == kind)


def test_the_docs_tell_of_every_kind() -> None:
    assert {kind: n for kind, (n, _) in SAID.items()} == {kind: _asked(kind) for kind in KINDS} | {
        "all": sum(map(_asked, KINDS))
    }
    assert SAID["all"][1] == sum(right for kind, (_, right) in SAID.items() if kind != "all")


@pytest.mark.model
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_right_as_often_as_the_docs_say(kind: str) -> None:
    wrong = [ask for case in CASES if case.kind == kind for ask in small_cases.wrong(case)]
    assert _asked(kind) - len(wrong) >= SAID[kind][1], wrong
