"""Saying on the page *Texts* how sources are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tellings import settings
from tellings.folder import project
from tests.app.opening import open_page

LINE = "Articles begin with a line like this"


def _shown(app: AppTest) -> str:
    return " ".join(html.proto.body for html in app.get("html"))


def _paste(app: AppTest, text: str) -> None:
    app.text_area(key="paste-text").set_value(text)
    app.button(key="bring-pasted").click().run()
    assert not app.exception


def test_what_was_said_of_one_source_is_not_said_of_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    app = open_page("texts")
    app.get("button_group")[0].set_value("A pasted text").run()
    _paste(app, "The bridge at Sumy opens in June, its builder said.")
    app.text_input(key="teach-begins").set_value("Article 1")
    app.checkbox(key="teach-folders").check()
    app.button(key="teach-again").click().run()
    assert app.text_input(key="teach-begins").value == "Article 1"
    assert app.checkbox(key="teach-folders").value
    _paste(app, "Another bridge opens in July, its builder said.")
    assert app.text_input(key="teach-begins").value == ""
    assert not app.checkbox(key="teach-folders").value


def test_problems_are_whole_sentences_and_a_name_is_proposed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path / "home"))
    press = tmp_path / "press cuttings"
    press.mkdir()
    (press / "a.txt").write_text(
        "Die Brücke über den Fluss wird im Mai eröffnet, sagte der Bürgermeister.", "utf-8"
    )
    for n in range(22):
        (press / f"{n}.pkl").write_bytes(b"cos\nsystem\n(S'touch gone'\ntR.")
    app = open_page("texts")
    app.get("button_group")[0].set_value("A folder on this computer").run()
    app.text_input(key="bring-path").set_value(str(press))
    app.button(key="bring-folder").click().run()
    assert not app.exception
    assert app.text_input(key="bring-name").value == "press cuttings"
    table = app.dataframe[0].value
    assert table["File"].tolist() == ["a.txt"]
    assert "Problem" not in table
    told = [line for html in app.get("html") for line in html.proto.body.split("<p ") if ".pkl</b>" in line]
    assert len(told) == 22
    assert all("are not read; give .txt" in line for line in told)
    assert [box.label for box in app.expander if "more" in box.label] == ["2 problems more"]
    assert "It is in another language" in _shown(app)
    assert "Greyed" not in _shown(app)


def test_a_project_file_is_opened_by_its_path_and_the_way_for_large_files_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path / "home"))
    file = tmp_path / "talks.tellings.zip"
    file.write_bytes(project.pack(settings.read().data / "istanbul-2025-05-16", ()))
    app = open_page("texts")
    assert "Larger than 20 MB? Name it under “A folder on this computer”." in _shown(app)
    app.get("button_group")[0].set_value("A folder on this computer").run()
    app.text_input(key="bring-path").set_value(str(file))
    app.button(key="bring-folder").click().run()
    assert not app.exception
    assert "is here." in _shown(app)
    assert (tmp_path / "home" / "istanbul-2025-05-16-2" / "datapackage.json").is_file()


def test_the_headline_that_stands_above_a_pasted_text_is_its_headline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    app = open_page("texts")
    app.get("button_group")[0].set_value("A pasted text").run()
    _paste(app, "Ferry late again\n\nThe ferry to Odesa was two hours late on Monday, its captain said.")
    assert "headline unknown" not in _shown(app)
    assert _shown(app).count("Ferry late again") == 1
    assert app.text_input(key="bring-name").value == "Pasted article"
    _paste(app, "The ferry to Odesa was two hours late on Monday, its captain said.")
    assert "headline unknown" in _shown(app)
