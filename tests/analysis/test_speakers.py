"""Who is quoted, held against a corpus whose every number is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.analysis import evidence, speakers
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.query.sql import UNKNOWN
from tellings.store.corpus import Corpus
from tests import shown


def test_speakers_by_number_and_words(corpus: Corpus) -> None:
    found = speakers.speakers(corpus, Filters()).set_index("speaker")
    assert found.n.to_dict() == {"person:ann-harbour": 1, "person:an-official": 1, UNKNOWN: 1}
    assert found.words.to_dict() == {"person:ann-harbour": 7, "person:an-official": 4, UNKNOWN: 2}
    assert found.anonymous.to_dict() == {
        "person:ann-harbour": False,
        "person:an-official": True,
        UNKNOWN: False,
    }
    assert found.index[-1] == UNKNOWN


@pytest.mark.parametrize(
    ("filters", "n"),
    [
        (Filters(), 3),
        (Filters(kind=("scare",)), 1),
        (Filters(anonymous="no"), 2),
        (Filters(cue=("Said",)), 3),
        (Filters(speaker=("person:ann-harbour",)), 1),
        (Filters(speaker=(UNKNOWN, "person:ann-harbour")), 2),
        (Filters(q="sail"), 1),
        (Filters(q="official"), 1),
        (Filters(entity=("gn:1",)), 1),
        (Filters(publisher=("unknown:gamma",)), 1),
    ],
)
def test_totals_speakers_and_evidence_agree(corpus: Corpus, filters: Filters, n: int) -> None:
    assert evidence.count(corpus, filters, select("quotations")) == n
    found = speakers.speakers(corpus, filters)
    assert found.n.sum() == n
    for speaker, said in zip(found.speaker, found.n, strict=True):
        opened = select("quotations", speaker=speaker)
        assert evidence.count(corpus, filters, opened) == said
        assert len(evidence.passages(corpus, filters, opened)) == said


def test_a_quotation_inside_another_has_no_words_of_its_own(tmp_path: Path) -> None:
    path = shown.write(tmp_path / "nested")
    with Corpus(path) as before:
        rows = before.quotations
    rows.loc[rows.doc_id == "gamma", "inside_id"] = rows.quote_id.iloc[0]
    from tellings.folder import parquet

    parquet.write(rows, path, "quotations")
    with Corpus(path) as corpus:
        found = speakers.speakers(corpus, Filters()).set_index("speaker")
        assert found.n[UNKNOWN] == 1
        assert found.words[UNKNOWN] == 0


def test_pieces_are_marked_and_what_interrupts_them_is_not(corpus: Corpus) -> None:
    [passage] = evidence.passages(corpus, Filters(), select("quotations", speaker="person:ann-harbour"))
    [mark] = passage.marks
    text = corpus.documents.set_index("doc_id").text[passage.doc_id]
    assert [text[start:end] for start, end in mark.parts] == ["We will sail at dawn,", "Nobody stays."]
    assert passage.text == text[passage.start : passage.end]


def test_kinds_and_details(corpus: Corpus) -> None:
    assert speakers.kinds(corpus, Filters()) == {"direct": 2, "indirect": 1, "scare": 1}
    quotes = tuple(corpus.quotations.quote_id)
    found = speakers.details(corpus, quotes)
    assert found[quotes[0]]["names"] == "Ann Harbour"
    assert found[quotes[1]]["anonymous"] is True
    assert found[quotes[2]]["names"] is None
