"""The page of corrections, what other windows see, and what is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings import corrections
from tellings.corrections import Entity, Span
from tellings.store import corpus
from tellings.ui import registry
from tests import shown
from tests.app.correcting import ANN, BO, lines, mention, opened, send
from tests.app.opening import open_page, said

TARGET = Entity(BO, Span("alpha", 16, 23, "Bo Quay"))
INTO = Entity(ANN, Span("alpha", 0, 11, "Ann Harbour"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    monkeypatch.setenv("TELLINGS_CORRECTIONS", "saved")
    shown.write(tmp_path / "elm")
    return tmp_path


def log(home: Path) -> Path:
    return home / "elm" / "corrections.jsonl"


def merge(home: Path, why: str = "one and the same") -> corrections.Correction:
    line = corrections.new("merge", TARGET, INTO, why)
    corrections.append(log(home), line)
    return line


def test_without_corrections_it_says_how_to_make_one() -> None:
    assert "There are no corrections yet." in said(open_page("corrections", corpus="elm"))


def test_every_line_is_listed_with_its_effect(home: Path) -> None:
    line = merge(home)
    lost = corrections.new("rename", Entity("person:nobody"), "Somebody")
    corrections.append(log(home), lost)
    app = open_page("corrections", corpus="elm")
    page = said(app)
    assert "2 corrections: 1 in force, 1 no longer fits" in page
    assert "“Bo Quay” → Ann Harbour" in page
    assert "one and the same" in page
    assert "there is no person:nobody any more" in page
    assert page.index("person:nobody") < page.index("Ann Harbour"), "the newest first"
    assert app.button(key=f"open-mention-{line.id}").label == "1 mention"


def test_marks_in_what_was_corrected_are_not_doubled(home: Path) -> None:
    corrections.append(log(home), corrections.new("reject", Span("alpha", 0, 11, "“Bo” Quay’s")))
    assert "“‘Bo’ Quay’s”" in said(open_page("corrections", corpus="elm"))


def test_a_number_opens_the_spans(home: Path) -> None:
    line = merge(home)
    app = open_page("corrections", corpus="elm")
    app.button(key=f"open-mention-{line.id}").click().run()
    page = said(app)
    assert '<span class="t-n">1</span>' in page
    assert page.count("<mark>") == 1
    assert "<b>Bo Quay</b>" in page


def test_undo_and_redo_of_each_and_of_the_last(home: Path) -> None:
    line = merge(home)
    app = open_page("corrections", corpus="elm")
    app.button(key=f"undo-{line.id}").click().run()
    assert BO in corpus.open("elm").entities.entity_id.tolist()
    app.button(key=f"redo-{line.id}").click().run()
    assert BO not in corpus.open("elm").entities.entity_id.tolist()
    app.button(key="undo-last").click().run()
    assert BO in corpus.open("elm").entities.entity_id.tolist()
    assert app.button(key="undo-last").disabled
    app.button(key="redo-last").click().run()
    assert BO not in corpus.open("elm").entities.entity_id.tolist()
    assert len(lines(home)) == 5


def test_only_some_are_shown(home: Path) -> None:
    line = merge(home)
    corrections.append(log(home), corrections.new("undo", line.id))
    assert "1 shown" in said(open_page("corrections", corpus="elm", view="undone"))
    assert "0 shown" in said(open_page("corrections", corpus="elm", doc="gamma"))


def test_the_link_to_a_merged_entity_leads_to_its_successor(home: Path) -> None:
    merge(home)
    page = said(open_page("entities", corpus="elm", sel=["mentions", f"entity:{BO}"]))
    assert "Ann Harbour" in page
    assert "no such entity" not in page


@pytest.mark.parametrize("page", [entry.name for entry in registry.PAGES])
def test_a_damaged_line_is_named_and_the_others_hold(home: Path, page: str) -> None:
    merge(home)
    with log(home).open("ab") as file:
        file.write(b'{"id": "half", "at"\n')
    told = said(open_page(page, corpus="elm"))
    assert "One line of the corrections is damaged and left out" in told
    if page == "corrections":
        assert f"{log(home)}, line 2: it is not JSON" in told
        assert "Ann Harbour" in told


def test_another_window_sees_a_correction_at_its_next_run_and_none_is_lost(home: Path) -> None:
    key, other = mention("Bo Quay"), mention("Port Elm")
    first = opened("reader", "mentions", "mention", key)
    second = opened("reader", "mentions", "mention", other)
    send(first, f"reject-{key}", "Reject")
    send(second, f"reject-{other}", "Reject")
    assert [line.target for line in lines(home)] == [
        Span("alpha", 16, 23, "Bo Quay"),
        Span("alpha", 27, 35, "Port Elm"),
    ]
    second.run()
    assert "no such" not in said(second)
    listed = said(second.switch_page("pages/corrections.py").run())
    assert "Bo Quay" in listed
    assert "Port Elm" in listed


def test_a_visitors_own_corrections_are_seen_by_nobody_else(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_CORRECTIONS", "session")
    key = mention("Bo Quay")
    mine = send(opened("reader", "mentions", "mention", key), f"reject-{key}", "Reject")
    assert "Rejected: “Bo Quay”" in said(mine)
    assert not log(home).exists()
    mine.switch_page("pages/corrections.py").run()
    assert "this window" in said(mine)
    assert [one.label for one in mine.get("download_button")][:1] == ["Export all"]
    theirs = open_page("corrections", corpus="elm")
    assert "There are no corrections yet." in said(theirs)


def test_a_log_is_imported_and_its_damaged_lines_named(home: Path) -> None:
    line = corrections.new("merge", TARGET, INTO)
    app = open_page("corrections", corpus="elm")
    data = corrections.export([line]) + b"nonsense\n"
    app.file_uploader(key="import-file").upload("more.jsonl", data, "application/x-ndjson").run()
    app.button(key="import").click().run()
    assert "1 of 1 corrections added; 1 damaged line was left out: line 2: it is not JSON" in said(app)
    assert lines(home) == [line]


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe", b"<html>", b"[1, 2]\n"])
def test_a_file_without_corrections_is_told(home: Path, data: bytes) -> None:
    app = open_page("corrections", corpus="elm")
    app.file_uploader(key="import-file").upload("more.jsonl", data, "text/plain").run()
    app.button(key="import").click().run()
    assert "This file holds no corrections" in said(app)
    assert not log(home).exists()


def test_a_log_that_is_no_file_is_told(home: Path) -> None:
    key = mention("Bo Quay")
    app = opened("reader", "mentions", "mention", key)
    log(home).mkdir()
    page = said(send(app, f"reject-{key}", "Reject"))
    assert "corrections.jsonl" in page
    assert "cannot be" in page


def test_what_people_write_is_no_markup(home: Path) -> None:
    hostile = "<img src=x onerror=alert(1)> ![x](http://evil.example/p.png) $x$"
    corrections.append(log(home), corrections.new("rename", INTO, hostile, hostile))
    for page in ("corrections", "entities"):
        told = said(open_page(page, corpus="elm", **({"view": "in force"} if page == "corrections" else {})))
        assert "<img" not in told
    key = mention("Ann Harbour")
    app = opened("reader", "mentions", "mention", key)
    app.session_state[f"correct-reject-{key}"] = True
    app.run()
    assert "<img" not in said(app)
