"""An article cut where marks begin and end."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tellings
from tellings.analysis import reading
from tellings.analysis.reading import Segment, segments
from tests import shown


def test_marks_within_marks_are_listed_from_the_widest() -> None:
    found = segments("Ann saw Bo.", 10, [(18, 20, 0), (10, 20, 1), (0, 99, 2)])
    assert found == [Segment(10, "Ann saw ", (2, 1)), Segment(18, "Bo", (2, 1, 0)), Segment(20, ".", (2,))]


def test_marks_outside_the_block_are_left_out() -> None:
    assert segments("Ann", 10, [(0, 10, 0), (13, 20, 1)]) == [Segment(10, "Ann", ())]


@given(
    st.text(max_size=40),
    st.integers(0, 50),
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 40)), max_size=8),
)
def test_segments_are_the_text_and_know_their_marks(
    text: str, start: int, lengths: list[tuple[int, int]]
) -> None:
    spans = [(s, s + n, number) for number, (s, n) in enumerate(lengths)]
    found = segments(text, start, spans)
    assert "".join(segment.text for segment in found) == text
    at = start
    for segment in found:
        assert segment.start == at
        at += len(segment.text)
        inside = {number for s, e, number in spans if s <= segment.start and e >= at and segment.text}
        assert set(segment.marks) == inside or not segment.text


@pytest.fixture
def corpus(tmp_path: Path) -> tellings.Corpus:
    return tellings.open(shown.write(tmp_path / "elm"))


def test_everything_found_is_marked_with_its_group(corpus: tellings.Corpus) -> None:
    marks = reading.marks(corpus, "alpha")
    assert marks.groupby("group").size().to_dict() == {"people": 3, "places": 3, "quotations": 3}
    text = dict(zip(corpus.documents.doc_id, corpus.documents.text, strict=True))["alpha"]
    assert [text[s:e] for s, e in zip(marks.start, marks.end, strict=True)] == marks.text.tolist()
    assert "demonym for a city" in " ".join(marks.title)


def test_facts_join_the_entity_and_the_place(corpus: tellings.Corpus) -> None:
    marks = reading.marks(corpus, "alpha")
    place = marks[marks.text == "Port Elm"].iloc[0]
    facts = reading.facts(corpus, "mentions", place.id)
    assert (facts["entity"], facts["entity_type"], facts["use"]) == ("Port Elm", "city", "literal")
    quote = marks[marks.kind == "quotations"].iloc[0]
    assert reading.facts(corpus, "quotations", quote.id)["entity"] == "Ann Harbour"
    assert reading.facts(corpus, "mentions", "nothing") == {}
    assert reading.facts(corpus, "dates", "nothing") == {}
    with pytest.raises(ValueError, match="dates"):
        reading.facts(corpus, "documents", "alpha")


def test_several_speakers_of_one_quotation_are_named_and_not_unknown() -> None:
    with tellings.open() as corpus:
        told = corpus.sql(
            "SELECT quote_id FROM quotation_speakers GROUP BY quote_id HAVING count(*) > 1 ORDER BY quote_id"
        )
        names = {reading.facts(corpus, "quotations", quote)["entity"] for quote in told.quote_id}
    assert "Russia and Ukraine" in names
    assert None not in names
