"""What a page shows is added to the report in one act: whole, with its pictures, and no more than there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from streamlit.runtime.scriptrunner import RerunException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from tellings.exports.report import Shown
from tellings.query.filters import Filters
from tellings.store import corpus as store
from tellings.ui import frame, recorded, state
from tellings.ui.view import View


@pytest.fixture
def view(monkeypatch: pytest.MonkeyPatch) -> Iterator[View]:
    monkeypatch.setattr(state.st, "session_state", {})
    with store.open() as corpus:
        view = View("map", corpus, Filters(), None, "light")
        drawn(view)
        yield view


def drawn(view: View) -> None:
    with recorded.drawing():
        recorded.begin(view)
        recorded.figure("areas", "Regions", "Regions by name", [])


def added(view: View) -> tuple[Shown, ...]:
    return state.report(view.corpus.name)


def test_pictures_come_with_the_view_that_they_were_taken_of(view: View) -> None:
    recorded.add({"areas": "<svg/>"})
    assert [figure.svg for figure in added(view)[0].figures] == ["<svg/>"]
    drawn(replace(view, filters=Filters(publisher=("AFP",))))
    recorded.add()
    assert [figure.svg for one in added(view) for figure in one.figures] == ["<svg/>", ""]


def test_a_report_has_room_for_so_many_pictures(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorded, "ROOM", 10)
    recorded.add({"areas": "<svg></svg>"})
    assert added(view) == ()
    assert "no room" in (state.last_done("map") or ("", ""))[1]
    recorded.add({"areas": "<svg/>"})
    assert len(added(view)) == 1


class Half:
    """A page that is broken off by the next run."""

    url_path = "map"

    def run(self) -> None:
        raise RerunException(RerunData())


def test_half_a_page_is_not_added(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "_pages", list)
    monkeypatch.setattr(frame, "_navigation", lambda *_, **__: None)
    monkeypatch.setattr(frame.st, "navigation", lambda *_, **__: Half())
    monkeypatch.setattr(frame.style, "apply", lambda **_: None)
    monkeypatch.setattr(frame.frame_component, "mount", lambda _, **__: None)
    recorded.begin(view)
    with pytest.raises(RerunException):
        frame.run()
    recorded.add()
    assert [len(one.figures) for one in added(view)] == [1], "as it was last drawn to its end"
    recorded.begin(replace(view, filters=Filters(publisher=("AFP",))))
    with pytest.raises(RerunException):
        frame.run()
    recorded.add()
    assert len(added(view)) == 1
    assert "not complete yet" in (state.last_done("map") or ("", ""))[1]
