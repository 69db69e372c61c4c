"""A report that is made without a browser: from the command line and from a notebook."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings
from tellings import cli, corrections
from tellings.corrections import Entity, Span
from tests import shown
from tests.app.correcting import ANN, BO


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path / "home"))
    return shown.write(tmp_path / "anywhere" / "elm")


def asked(path: Path, out: Path, *more: str) -> int:
    return cli.main(["export", str(path), "--to", "report", "--out", str(out), *more])


def test_chosen_views_are_a_report_with_their_sentences_and_corrections(path: Path, tmp_path: Path) -> None:
    one, other = (
        Entity(BO, Span("alpha", 16, 23, "Bo Quay")),
        Entity(ANN, Span("alpha", 0, 11, "Ann Harbour")),
    )
    corrections.append(path / "corrections.jsonl", corrections.new("merge", one, other, "one and the same"))
    out = tmp_path / "report.html"
    views = ["https://example.org/tellings/entities?doc=alpha", "quotations"]
    assert asked(path, out, *(part for view in views for part in ("--view", view))) == cli.DONE
    said = out.read_text("utf-8")
    assert said.count('<section class="view"') == 2
    assert "Ann Harbour" in said
    assert "one and the same" in said
    assert asked(path, out) == cli.NOTHING, "a file that is there stays"
    assert asked(path, out, "--view", "entities", "--machine", "--force") == cli.DONE
    assert "one and the same" not in out.read_text("utf-8")


def test_without_views_each_page_has_its_first(path: Path, tmp_path: Path) -> None:
    with tellings.open(path) as corpus:
        said = corpus.export(tmp_path / "report.html", "report").read_text("utf-8")
    for title in ("Overview", "Entities", "Quotations", "Map", "Timeline", "Coverage", "Wording"):
        assert f"{title}" in said


@pytest.mark.parametrize(
    ("views", "reason"),
    [(["dance"], "no page 'dance'"), (["map?colour=red"], "colour"), (["map"] * 201, "200 views")],
)
def test_what_is_no_view_is_said(
    path: Path, tmp_path: Path, views: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.html"
    assert asked(path, out, *(part for view in views for part in ("--view", view))) != cli.DONE
    assert reason in capsys.readouterr().err
    assert not out.exists()
