"""Answers are kept for all who ask, and whoever asks may change their own."""

from __future__ import annotations

from pathlib import Path

import tellings
from tellings.analysis import known
from tellings.query.filters import Filters
from tellings.ui import load
from tests import shown


def test_what_one_does_to_an_answer_no_other_sees(tmp_path: Path) -> None:
    shown.write(tmp_path / "elm")
    with tellings.open(tmp_path / "elm") as corpus:
        documents, missing = (
            load.ask(corpus, known.documents),
            load.ask(corpus, known.missing, Filters(doc=("no",))),
        )
        documents.loc[0, "label"] = "changed"
        documents["more"] = 1
        missing["doc"].append("changed")
        assert "changed" not in set(load.ask(corpus, known.documents).label)
        assert "more" not in load.ask(corpus, known.documents)
        assert load.ask(corpus, known.missing, Filters(doc=("no",))) == {"doc": ["no"]}


def test_the_corpus_of_an_address_asks_no_question_anew(tmp_path: Path) -> None:
    shown.write(tmp_path / "elm")
    asked = []
    with tellings.open(tmp_path / "elm") as corpus:
        for filters in (Filters(), Filters(corpus="elm", view="words")):
            load.ask(corpus, lambda corpus, filters: asked.append(filters), filters)
    assert asked == [Filters()]
