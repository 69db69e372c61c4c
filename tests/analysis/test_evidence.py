"""Passages: sentences with the counted spans, whatever overlaps or stands outside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import tellings
from tellings.analysis import evidence
from tellings.analysis.evidence import Mark, Passage
from tellings.query.filters import Filters
from tellings.query.selection import Selection, select
from tellings.store.corpus import Corpus
from tests import corpora


def test_spans_that_overlap_stand_apart_and_others_share_their_sentence(tmp_path: Path) -> None:
    text = "New York Times and New York."
    rows = corpora.paragraph("a", text)
    rows["mentions"] = [
        corpora.mention("a", text, "New York Times", "x"),
        corpora.mention("a", text, "York Times", "x"),
        {**corpora.mention("a", text, "New York.", "x"), "mention_id": "z"},
    ]
    with Corpus(corpora.write(tmp_path / "c", rows)) as corpus:
        found = evidence.passages(corpus, Filters(), select("mentions", entity="x"))
    assert sum(len(passage.marks) for passage in found) == 3
    for passage in found:
        ends = [0, *(mark.end for mark in passage.marks)]
        assert all(mark.start >= end for mark, end in zip(passage.marks, ends, strict=False))


def test_a_page_of_evidence_is_a_part_of_it(tmp_path: Path) -> None:
    names = [f"N{i}" for i in range(100, 229)]
    text = " ".join(names)
    rows = corpora.paragraph("a", text)
    rows["mentions"] = [corpora.mention("a", text, name, "x") for name in names]
    with Corpus(corpora.write(tmp_path / "c", rows)) as corpus:
        opened = select("mentions", entity="x")
        assert evidence.count(corpus, Filters(), opened) == 129
        pages = [evidence.spans(corpus, Filters(), opened, limit=50, offset=at) for at in (0, 50, 100)]
    assert [len(page) for page in pages] == [50, 50, 29]
    assert len({key for page in pages for key in page.id}) == 129


@pytest.mark.parametrize(
    ("filters", "opened"),
    [
        (Filters(), select("mentions")),
        (Filters(), select("mentions", entity="gn:1")),
        (Filters(), select("mentions", entity="gn:1", form="demonym")),
        (Filters(when=("2025",)), select("mentions")),
        (Filters(), select("mentions", entity="gn:1", beside="person:ann-harbour")),
        (Filters(), select("quotations")),
        (Filters(sort="longest"), select("quotations")),
        (Filters(), select("toponyms", place="gn:1")),
        (Filters(doc=("alpha",)), select("words")),
    ],
)
def test_pages_together_are_all_in_their_order(corpus: Corpus, filters: Filters, opened: Selection) -> None:
    whole = evidence.spans(corpus, filters, opened, limit=None)
    n = evidence.count(corpus, filters, opened)
    assert n == len(whole)
    for size in (1, 2, 5):
        pages = [
            evidence.spans(corpus, filters, opened, limit=size, offset=at) for at in range(0, n + size, size)
        ]
        assert pages[-1].empty
        told = [row for page in pages for row in page.to_dict("records")]
        assert str(told) == str(whole.to_dict("records"))
    texts, params = evidence.articles(filters, opened)
    assert set(corpus.sql(texts, params).doc_id) == set(whole.doc_id)


@pytest.mark.parametrize("when", [(), ("2025", "2022-03")])
@pytest.mark.parametrize(
    "q", ["talks", "threat*", "denial", "direct talks", "d*ct t?lk*", "Russia* the 15", "zzzz"]
)
def test_the_first_places_of_words_are_the_first_of_all(q: str, when: tuple[str, ...]) -> None:
    filters, opened = Filters(q=q, when=when), select("words")
    with tellings.open() as corpus:
        whole = evidence.spans(corpus, filters, opened, limit=None)
        assert evidence.count(corpus, filters, opened) == len(whole)
        page = evidence.spans(corpus, filters, opened, limit=7, offset=3)
        assert page.id.tolist() == whole.id.tolist()[3:10]


@pytest.mark.parametrize("q", ["talks", "direct talks", "d*ct talks"])
def test_of_words_that_are_counted_each_form_is_asked_once(q: str) -> None:
    counted, _ = evidence.articles(Filters(q=q), select("words"))
    quoted, _ = evidence.articles(Filters(q=q), select("quotations"))
    assert "FROM words" not in counted + evidence.where(Filters(q=q), select("words")).sql
    assert "strip_accents(text)" not in quoted
    assert "base IN (" in counted
    assert "base IN (" in quoted
    assert "(lemma)" not in counted + quoted


def test_offsets_are_code_points(tmp_path: Path) -> None:
    text = "😀 e\u0301 “Ann” spoke."
    rows = corpora.paragraph("a", text)
    rows["mentions"] = [corpora.mention("a", text, "Ann", "x")]
    with Corpus(corpora.write(tmp_path / "c", rows)) as corpus:
        [passage] = evidence.passages(corpus, Filters(), select("mentions", entity="x"))
    [mark] = passage.marks
    assert passage.text == text
    assert passage.text[mark.start : mark.end] == "Ann"


def test_a_citation_says_words_article_publisher_date_and_offsets() -> None:
    marks = (Mark("m", 12, 15, ((12, 15),)),)
    passage = Passage("a", "A strike", "The Post", date(2025, 5, 16), None, 10, 20, "Ann\n  left.", marks)
    assert passage.cite("elm") == "“Ann left.” — A strike, The Post, 2025-05-16, a, characters 12–15, elm."
    unknown = Passage("a", "A strike", None, None, None, 10, 20, "Ann left.", marks)
    assert "publisher unknown, date unknown" in unknown.cite("elm")
