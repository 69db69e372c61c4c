"""Answers are kept for all who ask, and whoever asks may change their own."""

from __future__ import annotations

from pathlib import Path

import tellings
from tellings import corrections
from tellings.analysis import known
from tellings.query.filters import Filters
from tellings.store.corpus import Corpus
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


def test_what_one_visitor_corrects_has_no_answer_of_another_made_anew(tmp_path: Path) -> None:
    shown.write(tmp_path / "elm")
    asked: list[str] = []

    def question(corpus: Corpus) -> int:
        asked.append(corpus.version)
        return len(corpus.entities)

    theirs = Corpus(tmp_path / "elm")
    named = theirs.entities.entity_id.iloc[0]
    load.ask(theirs, question)
    line = corrections.new("rename", corrections.Entity(named), "Another Name")
    for extra in ((line,), (line, corrections.new("undo", line.id))):
        own = Corpus(tmp_path / "elm", extra=extra)
        load.ask(own, question)
        load.keep(own, ("figure",), lambda: asked.append("figure"))
        load.ask(Corpus(tmp_path / "elm"), question)  # another visitor, at the same corpus
    assert asked.count(theirs.version) == 1
    assert len(set(asked) - {"figure"}) == 3
    for n in range(300):  # many of one visitor's push out none of the others'
        load.keep(own, ("figure", n), lambda n=n: n)
        load.ask(own, lambda corpus, n: n, n)
    load.ask(theirs, question)
    assert asked.count(theirs.version) == 1
