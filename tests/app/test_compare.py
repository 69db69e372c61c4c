"""The pages that compare: what they count is what they open, and their addresses say what is open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import tellings
from tellings.analysis import discrepancies, evidence, shared_text
from tellings.exports import taken
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.resolution import independence, passages, reuse
from tellings.resolution.resolvers import STAGE
from tellings.ui.shared_text import alone
from tests import corpora
from tests.app.correcting import lines, send
from tests.app.opening import drawn, open_page, said
from tests.resolution.stories import tables_of

STORIES = {
    "ash": [
        "A crane fell on a market hall in Kaunas on Monday and hurt nine traders, the fire service said.",
        "The hall, built in 1932, holds two hundred stalls and opens at six in the morning.",
    ],
    "birch": [
        "A crane fell on a market hall in Kaunas on Monday and hurt nine traders, firemen said.",
        "The hall, built in 1932, holds two hundred stalls and opens at six in the morning.",
    ],
    "cedar": [
        "Eleven traders were hurt when a crane came down in Kaunas, says the fire service <b>chief</b>."
    ],
}

TOPIC = "topic:number:ash"


@pytest.fixture(autouse=True)
def compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The corpus, found by its name."""
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    return market(tmp_path / "market")


def market(path: Path) -> Path:
    """A corpus of three articles, two of one copy, that disagree on a figure."""
    named = {"place:kaunas": ["Kaunas"], "body:fire": ["fire service"]}
    tables = tables_of(STORIES, named=named)
    sentences = passages.passages(tables)
    shared = reuse.reuse(sentences, tables)
    told = independence.tellings({**tables, "reuse": shared}, sentences)
    rows: dict[str, list[dict[Any, Any]]] = {
        name: frame.to_dict("records") for name, frame in tables.items() if name in ("blocks", "sentences")
    }
    rows["documents"] = [
        corpora.document(doc, " ".join(story), publisher=doc) for doc, story in STORIES.items()
    ]
    rows["reuse"] = shared.to_dict("records")
    rows["tellings"] = told.astype(object).where(pd.notna(told), None).to_dict("records")
    rows["discrepancies"] = [
        _answer(doc, word, value)
        for doc, word, value in (("ash", "nine", "9"), ("birch", "nine", "9"), ("cedar", "Eleven", "11"))
    ]
    return corpora.write(path, rows)


def _answer(doc: str, word: str, value: str) -> dict[str, Any]:
    story = STORIES[doc]
    start = story[0].index(word)
    return {
        "topic_id": TOPIC,
        "topic": "How many people were injured?",
        "kind": "number",
        "doc_id": doc,
        "sentence_id": f"{doc}:s0-{len(story[0])}",
        "start": start,
        "end": start + len(word),
        "text": word,
        "value": value,
        "verdict": "conflict",
        "reason": "“nine” and “Eleven” cannot both be right",
        "method": "test",
        "score": 0.9,
    }


def test_the_overview_and_the_page_say_how_many_tellings_there_are() -> None:
    assert "Three articles, two tellings" in said(open_page("shared_text", corpus="market"))
    links = [link.proto.label for link in open_page("overview", corpus="market").get("page_link")]
    assert "**Three articles, two tellings**" in links
    assert {"Where do they differ?", "Which sentences do they share?"} <= set(links)


def test_two_articles_stand_side_by_side_with_their_differences_marked() -> None:
    page = said(open_page("shared_text", corpus="market"))
    assert "2 sentences of ash in birch" in page
    assert "of the words in one order · compared word by word" in page
    assert "<del>" in page
    assert "<ins>" in page


def test_the_matrix_says_what_its_colours_mean_and_who_has_no_row() -> None:
    app = open_page("shared_text", corpus="market")
    for told in (said(app), drawn(app)):
        assert "the stronger its colour, the larger the part of the row" in told
        assert "cedar shares no sentence with the others, and so has no row and no column." in told


@pytest.mark.parametrize(
    ("names", "begins"),
    [
        ([], None),
        (["AFP"], "AFP shares no sentence with the others, and so has no row"),
        (["AFP", "Elm", "Oak"], "AFP, Elm and Oak share no sentence with the others, and so have no row"),
        (list("abcdefg"), "a, b, c, d, e, f and 1 more share no sentence"),
    ],
)
def test_articles_without_a_row_are_named(names: list[str], begins: str | None) -> None:
    sentences = alone(names)
    assert [bool(begins and sentence.startswith(begins)) for sentence in sentences] == [True] * bool(begins)


def test_what_the_matrix_and_the_passages_count_is_what_they_open(compared: Path) -> None:
    with tellings.open(compared) as corpus:
        each = shared_text.sharing(corpus, Filters())
        assert each[["doc_id", "n", "other", "most"]].values.tolist() == [
            ["ash", 2, "birch", 2],
            ["birch", 2, "ash", 2],
        ]
        cells = shared_text.matrix(corpus, Filters(), ("ash", "birch", "cedar"))
        assert len(cells) == 2
        assert shared_text.matrix(corpus, Filters(), ("ash", "cedar")).empty
        assert shared_text.any_shared(corpus, Filters(doc=("ash", "birch")))
        assert not shared_text.any_shared(corpus, Filters(doc=("ash", "cedar")))
        for cell in cells.itertuples():
            opened = select("shared", doc=str(cell.doc_id), other=str(cell.other))
            assert evidence.count(corpus, Filters(), opened) == cell.n == 2
        for passage in shared_text.passages(corpus, Filters()).itertuples():
            opened = select("shared", passage=str(passage.group_id))
            assert evidence.count(corpus, Filters(), opened) == passage.n == 2
        assert shared_text.own(corpus, "ash").empty
        assert len(shared_text.own(corpus, "cedar")) == 1


def test_a_card_has_each_answer_and_opens_its_sentences(compared: Path) -> None:
    page = said(open_page("discrepancies", corpus="market"))
    assert "How many people were injured?" in page
    assert "<strong>“nine”</strong> ash, birch" in page
    assert "<strong>“Eleven”</strong> cedar" in page
    assert page.count("<mark>") == 3
    assert "&lt;b&gt;chief" in page
    with tellings.open(compared) as corpus:
        topic = discrepancies.topics(corpus, Filters(), "conflict").iloc[0]
        opened = select("discrepancies", topic=topic.topic_id)
        assert evidence.count(corpus, Filters(), opened) == topic.n == 3


def test_filters_leave_questions_that_two_articles_answer() -> None:
    assert "0 of 1" in said(open_page("discrepancies", corpus="market", doc=["ash"]))
    assert "1 of 1" in said(open_page("discrepancies", corpus="market", doc=["ash", "cedar"]))
    assert "0 of 1" in said(open_page("discrepancies", corpus="market", view="agree")), (
        "those of the view count"
    )
    assert "0 of 1" in said(open_page("discrepancies", corpus="market", q="dead"))
    agreed = said(open_page("discrepancies", corpus="market", view="agree"))
    assert "No question of this kind" in agreed


def test_tellings_are_counted_once_where_that_is_asked(compared: Path) -> None:
    once = Filters(once="tellings")
    with tellings.open(compared) as corpus:
        topic = discrepancies.topics(corpus, Filters(), "conflict").iloc[0]
        assert (topic.n_documents, topic.n_tellings) == (3, 2)
        [counted] = discrepancies.topics(corpus, once, "conflict").itertuples()
        assert (counted.n, counted.n_documents, counted.n_tellings) == (2, 2, 2)
        opened = select("discrepancies", topic=str(counted.topic_id))
        assert evidence.count(corpus, once, opened) == counted.n
        assert shared_text.spread(corpus, Filters(), opened) == (3, 2)
        assert taken.tables(corpus, once, ("documents",))["documents"].num_rows == 2
        assert len(shared_text.tellings(corpus, once)) == 3
        assert len(shared_text.sharing(corpus, once)) == 2
        named = corpus.sql("SELECT doc_id FROM told_once WHERE NOT fullest").doc_id.tolist()
        asked = once.change(doc=named)
        where = asked.where("documents")
        assert len(corpus.sql(f"SELECT 1 FROM documents WHERE {where.sql}", where.params)) == 1


def test_the_switch_writes_the_address_and_the_page_says_what_is_counted() -> None:
    page = open_page("discrepancies", corpus="market")
    assert "3 articles, 2 tellings" in said(page)
    page.toggle(key="once").set_value(True).run()
    assert "tellings" in page.query_params["once"]
    assert "tellings counted once" in said(page)
    assert "2 articles ·" in said(page)
    assert all("once=tellings" in link.proto.query_string for link in page.sidebar.get("page_link"))
    assert "Three articles, two tellings" in said(open_page("shared_text", corpus="market", once="tellings"))


def test_nothing_is_to_be_switched_where_each_article_is_a_telling(tmp_path: Path) -> None:
    rows = {"documents": [corpora.document("oak", "One story."), corpora.document("elm", "Another one.")]}
    corpora.write(tmp_path / "apart", rows)
    assert "once" not in [toggle.key for toggle in open_page("overview", corpus="apart").toggle]


def test_a_question_is_judged_otherwise_parted_dismissed_and_undone(compared: Path) -> None:
    def counted() -> dict[str, int]:
        with tellings.open(compared) as corpus:
            return discrepancies.counts(corpus, Filters())

    page = send(open_page("discrepancies", corpus="market"), f"verdict-{TOPIC}", "Change", to="compatible")
    assert "Judged" in said(page)
    assert "changed in 3 articles" in said(page)
    assert counted() == {"compatible": 1}
    send(open_page("discrepancies", corpus="market", view="compatible"), f"part-{TOPIC}", "Split", some=[2])
    assert counted() == {"compatible": 1}
    page = send(open_page("discrepancies", corpus="market", view="compatible"), f"dismiss-{TOPIC}", "Dismiss")
    assert counted() == {}
    made = lines(compared.parent, "market")
    assert [line.action for line in made] == ["verdict", "part", "dismiss"]
    for button in [one for one in page.button if one.label == "Undo"]:
        button.click().run()
    assert counted() == {"compatible": 1}
    ledger = open_page("corrections", corpus="market")
    assert {"Judged", "Parted", "Dismissed"} <= {
        word for word in ("Judged", "Parted", "Dismissed") if word in said(ledger)
    }


@pytest.mark.parametrize(
    ("page", "comparison", "instead"),
    [
        ("discrepancies", "discrepancies", "No question of this kind"),
        ("shared_text", "shared text", "was never looked for"),
        ("coverage", "shared text", "Nothing is told by two"),
    ],
)
def test_a_comparison_that_failed_is_not_said_to_have_found_nothing(
    compared: Path, page: str, comparison: str, instead: str
) -> None:
    rows = {"documents": [corpora.document("oak", "One story."), corpora.document("elm", "Another one.")]}
    failed = {"source": comparison, "stage": STAGE, "reason": "KeyError: 'sum'", "action": "left out: all"}
    corpora.write(compared.parent / "failed", {**rows, "problems": [failed]})
    corpora.write(compared.parent / "older", rows)
    unknown = "is not known: this comparison failed"
    lost = said(open_page(page, corpus="failed"))
    assert unknown in lost
    assert instead not in lost
    assert ("</strong> questions shown" in lost, "</strong> articles shown" in lost) == (False, False)
    older = said(open_page(page, corpus="older"))
    assert unknown not in older
    assert instead in older


def test_what_was_never_looked_for_is_not_said_to_be_left_out_by_a_filter(compared: Path) -> None:
    rows = {"documents": [corpora.document("oak", "One story."), corpora.document("elm", "Another one.")]}
    corpora.write(compared.parent / "older", rows)
    older = said(open_page("shared_text", corpus="older", doc="oak"))
    assert "was never looked for" in older
    assert "Loosen a filter" not in older


@pytest.mark.parametrize("page", ["entities", "quotations", "map", "timeline"])
def test_no_page_stops_without_a_word(compared: Path, page: str) -> None:
    corpora.write(compared.parent / "bare", {"documents": [corpora.document("oak", "One story.")]})
    assert "these articles" in said(open_page(page, corpus="bare")).lower()


PAID = {
    "elm": ["The crane cost 9 million litai ($3 million).", "Nine million litai is much."],
    "fir": ["It cost 12 million litai."],
}


def test_an_article_stands_once_in_an_answer_with_its_sentences_beneath(tmp_path: Path) -> None:
    tables = tables_of(PAID, named={})
    rows: dict[str, list[dict[Any, Any]]] = {
        name: tables[name].to_dict("records") for name in ("blocks", "sentences")
    }
    rows["documents"] = [corpora.document(doc, " ".join(told), publisher=doc) for doc, told in PAID.items()]
    rows["discrepancies"] = [
        _paid(rows["sentences"], doc, words, value)
        for doc, words, value in (
            ("elm", "9 million litai", "9000000"),
            ("elm", "$3 million", "3000000"),
            ("elm", "Nine million litai", "9000000"),
            ("fir", "12 million litai", "12000000"),
        )
    ]
    corpora.write(tmp_path / "paid", rows)
    page = said(open_page("discrepancies", corpus="paid"))
    assert "<strong>“9 million litai”, “$3 million”, “Nine million litai”</strong> elm</li>" in page
    assert "<strong>“12 million litai”</strong> fir</li>" in page
    shown = page[page.index("t-evidence") :]
    assert (shown.count("<li>"), shown.count("<mark>")) == (2, 4)
    assert shown.count(">elm</a>") == 1
    assert shown.index(">elm</a>") < shown.index("The crane cost")


def _paid(sentences: list[dict[Any, Any]], doc: str, words: str, value: str) -> dict[str, Any]:
    start = " ".join(PAID[doc]).index(words)
    within = (row for row in sentences if row["doc_id"] == doc and row["start"] <= start < row["end"])
    return _answer("ash", "nine", value) | {
        "topic": "How much did it cost?",
        "doc_id": doc,
        "sentence_id": next(within)["sentence_id"],
        "start": start,
        "end": start + len(words),
        "text": words,
    }
