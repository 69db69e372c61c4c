"""The timeline: what it counts is what it opens; where there is nothing to draw, it says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import corpora, dated
from tests.app.opening import open_page, said


@pytest.fixture(autouse=True)
def _corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    dated.write(tmp_path / "bridge")
    dated.write(tmp_path / "silent", ("rowan",))
    many = {"documents": [], "blocks": [], "sentences": [], "dates": []}
    text = " ".join(str(year) for year in range(1700, 1900))
    for name, rows in corpora.paragraph("long", text).items():
        many[name] += rows
    many["dates"] = [
        {"doc_id": "long", "sentence_id": f"long:s0-{len(text)}", "start": 5 * i, "end": 5 * i + 4,
         "text": str(1700 + i), "type": "date", "value": str(1700 + i), "method": "test"}
        for i in range(200)
    ]  # fmt: skip
    corpora.write(tmp_path / "many", many)


def test_the_page_counts_what_it_shows_and_says_what_is_not_on_the_axis() -> None:
    page = said(open_page("timeline", corpus="bridge"))
    assert "<strong>8 of 8</strong> dates and times shown" in page
    assert "Lengths of time: 1; clock times without a day: 1." in page
    assert "<dt>2024-03-06</dt><dd>oak</dd>" in page
    assert "<dt>no date</dt><dd>rowan</dd>" in page


def test_a_period_opens_its_sentences_with_a_title_in_words() -> None:
    sel = ["dates", "value:2024-03-05", "mod:unknown"]
    page = said(open_page("timeline", corpus="bridge", sel=sel))
    assert '5 March 2024: <span class="t-n">2</span> dates and times' in page
    assert page.count("<mark>") == 2
    assert "&lt;b&gt;all" in page
    one = said(open_page("timeline", corpus="bridge", sel=[*sel, "doc:pine"]))
    assert '5 March 2024, pine: <span class="t-n">1</span> date or time' in one


@pytest.mark.parametrize(
    ("corpus", "asked", "words"),
    [
        ("silent", {}, "No date or time is told in these articles."),
        ("bridge", {"doc": "rowan"}, "No date or time is told in these articles."),
        ("bridge", {"when": "1850"}, "Nothing is left. Loosen a filter: time spoken of."),
        ("many", {"page": "periods:3"}, "37 to 54 of 200 periods"),
    ],
)
def test_few_none_and_hundreds(corpus: str, asked: dict[str, str], words: str) -> None:
    app = open_page("timeline", corpus=corpus, **asked)
    assert not app.exception
    assert words in said(app)


def test_a_period_without_a_beginning_or_an_end_is_open_there_in_the_table(tmp_path: Path) -> None:
    text = "Fallen by 2019, closed since 2021."
    rows = corpora.paragraph("elm", text)
    rows["dates"] = [
        {"doc_id": "elm", "sentence_id": f"elm:s0-{len(text)}", "start": (at := text.index(year)), "end": at + 4,
         "text": year, "type": "date", "value": year, "mod": mod, "method": "test"}
        for year, mod in (("2019", "less_than"), ("2021", "since"))
    ]  # fmt: skip
    corpora.write(tmp_path / "open", rows)
    table = open_page("timeline", corpus="open").dataframe[0].value
    assert table.Period.tolist() == ["up to 2019", "since 2021"]
    assert table["From"].tolist() == ["open", "2021-01-01 00:00"]
    assert table["To before"].tolist() == ["2020-01-01 00:00", "open"]


def test_the_page_says_of_which_half_of_the_globe_its_seasons_are(tmp_path: Path) -> None:
    for season, value in (("spring", "2024-SP"), ("summer", "2024-SU")):
        told: dated.Said = {"elm": (f"It fell in {season}.", [(season, "date", value, None)])}
        dated.write(tmp_path / season, said=told, lats={"elm": -33})
        assert "else those of the north" in said(open_page("timeline", corpus=season))
    assert "those of the north" not in said(open_page("timeline", corpus="many"))


def test_a_date_in_the_reader_leads_here() -> None:
    oak = dated.SAID["oak"][0]
    start = oak.index("Tuesday")
    card = open_page("reader", corpus="bridge", doc="oak", sel=["dates", f"date:oak:d{start}-{start + 7}"])
    [link] = [one.proto for one in card.get("page_link") if one.proto.label.startswith("All that say")]
    assert link.page == "timeline"
