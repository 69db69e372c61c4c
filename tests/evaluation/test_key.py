"""A key: its dates, and corpora that it does not fit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tellings import evaluation
from tellings.errors import SourceError
from tests import corpora
from tests.evaluation.small import NAMES, TEXT, set_of


def _key(tmp_path: Path, dates: list[dict[str, Any]]) -> Path:
    folder = tmp_path / "key"
    folder.mkdir()
    line = {"start": 0, "end": 4}
    (folder / "documents.json").write_text(json.dumps({"documents": [{"id": "a", "boilerplate": [line]}]}))
    (folder / "dates.json").write_text(json.dumps({"expressions": dates}))
    return folder


def test_dates_of_a_key(tmp_path: Path) -> None:
    text = "Menu On Friday it rained for two hours; in March it will not. Now it snows."

    def at(piece: str) -> dict[str, Any]:
        return {"start": text.index(piece), "end": text.index(piece) + len(piece)}

    def row(piece: str, value: str | None) -> dict[str, Any]:
        about = {"doc_id": "a", "sentence_id": "a:s0", "text": piece, "type": "date", "method": "hand"}
        return about | at(piece) | {"value": value}

    def gold(piece: str, value: str, level: str = "core") -> dict[str, Any]:
        return at(piece) | {"doc": "a", "value": value, "level": level}

    key = _key(
        tmp_path,
        [
            gold("Menu", "2025"),
            gold("Friday", "2025-05-16"),
            gold("two hours", "PT2H"),
            gold("March", "2026-03"),
            gold("Now", "2025", "peripheral"),
        ],
    )
    found = [row("Friday", "2025-05-16"), row("hours", "PT3H"), row("Now", None), row("rained", None)]
    corpus = corpora.write(tmp_path / "c", {"documents": [corpora.document("a", text)], "dates": found})
    result = evaluation.evaluate("dates", key, corpus=corpus)
    measure = result["dates found"]
    assert (measure.n, measure.right, measure.precision) == (3, 2, 0.75)
    assert result["value right"].value == 0.5


def test_a_corpus_without_the_keys_documents_is_refused(tmp_path: Path, corpus: Path) -> None:
    key = _key(tmp_path, [])
    other = corpora.write(tmp_path / "other", {"documents": [corpora.document("b", TEXT)]})
    with pytest.raises(SourceError, match="lacks 1 of the 1 documents"):
        evaluation.evaluate("dates", key, corpus=other)
    with pytest.raises(SourceError, match=r"quotes\.json cannot be read"):
        evaluation.evaluate("quotations", key, corpus=corpus)
    with pytest.raises(SourceError, match="give a key's folder"):
        evaluation.evaluate("dates", set_of(tmp_path, NAMES), corpus=corpus)
    with pytest.raises(SourceError, match="each with id, text and quotes"):
        evaluation.evaluate("quotations", set_of(tmp_path, NAMES), corpus=corpus)
    with pytest.raises(ValueError, match="it may be entities"):
        evaluation.evaluate("verbs", key)
