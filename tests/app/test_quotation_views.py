"""The views of the quotations page, without a browser: on known numbers, on little, and on what is hard to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.ui.quotes.controls import VIEWS
from tellings.views import utterances
from tests import corpora, quoted
from tests.app.opening import drawn, open_page, said

ENDLESS = "“Never " + "ending words " * 20_000 + "\u202eabc\u2066 " + "”" * 2_000


@pytest.fixture(autouse=True)
def _corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    quoted.write(tmp_path / "elm")
    quoted.write(tmp_path / "one", ("alpha",))
    quoted.write(tmp_path / "silent", said=0)
    _only_anonymous(tmp_path / "hidden")
    _endless(tmp_path / "endless")


def _only_anonymous(path: Path) -> None:
    rows = corpora.paragraph("a", "A source said that it rained.")
    span = {"doc_id": "a", "start": 19, "end": 28, "text": "it rained"}
    rows["quotations"] = [
        {**span, "quote_id": "a:q19-28", "turn_id": "a:q19-28", "sentence_id": rows["sentences"][0]["sentence_id"],
         "kind": "indirect", "speaker": "A source", "anonymous": True, "cue": "said", "method": "clause"}
    ]  # fmt: skip
    rows["quote_parts"] = [{**span, "quote_id": "a:q19-28", "role": "content"}]
    corpora.write(path, rows)


def _endless(path: Path) -> None:
    rows = corpora.paragraph("a", ENDLESS)
    span = {"doc_id": "a", "start": 1, "end": len(ENDLESS), "text": ENDLESS[1:]}
    rows["quotations"] = [
        {**span, "quote_id": "a:q1", "turn_id": "a:q1", "sentence_id": rows["sentences"][0]["sentence_id"],
         "kind": "direct", "anonymous": False, "speaker": "\u202eEvil <b>" + "x" * 5_000, "method": "marked"}
    ]  # fmt: skip
    rows["quote_parts"] = [{**span, "quote_id": "a:q1", "role": "content"}]
    corpora.write(path, rows)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("corpus", ["", "elm", "one", "silent", "hidden", "endless"])
def test_every_view_opens(view: str, corpus: str) -> None:
    params = {name: value for name, value in (("view", view), ("corpus", corpus)) if value}
    page = said(open_page("quotations", **params))
    assert "<h1>Quotations</h1>" in page
    assert "\u202e" not in page
    assert len(page) < 100_000, "long quotations are folded"


def test_an_endless_quotation_is_folded_and_stays_one() -> None:
    page = said(open_page("quotations", corpus="endless"))
    assert page.count("<mark>") == 1
    assert "characters …]" in page


def test_each_quotation_says_how_it_was_found_and_what_it_stands_in() -> None:
    page = said(open_page("quotations", corpus="elm"))
    assert page.count("<mark>") == 7
    assert "no word of saying: the turn goes on" in page
    assert "inside what An official close to the talks says: " in page
    assert "via “AFP”" in page
    assert "why: the clause that depends on the word of saying (said that …)" in page
    assert page.count("told by 3 articles") == 3
    assert page.count(">Correct</a>") == 7


def test_one_quotation_has_an_address_and_a_citation_of_its_own() -> None:
    page = open_page("quotations", corpus="elm", sel=["quotations", "quote:alpha:q1-38"])
    assert said(page).count("<mark>") == 1
    [cite] = page.code
    assert cite.value.startswith(
        "“‘We will sail at dawn with every boat,’ Harbour said.” — The alpha article, The Elm Post"
    )
    assert "sel=quote%3Aalpha%3Aq1-38" in cite.value


def test_a_search_says_where_it_hit() -> None:
    page = said(open_page("quotations", corpus="elm", q="threat"))
    assert "2 of 7" in page
    assert "“threat” found in the word of saying" in page
    assert "“threat” found in what is said" in page


def test_inner_speech_keeps_its_layer() -> None:
    page = said(open_page("quotations", corpus="elm", cue="threatened"))
    assert "Bo Quay, as an anonymous source tells it" in page


def test_two_tellings_are_compared_in_words_as_the_address_says() -> None:
    sel = ["quotations", "cluster:cluster:dawn", "left:alpha:q1-38", "right:gamma:q1-17"]
    page = said(open_page("quotations", corpus="elm", view="words", sel=sel))
    assert page.count("<mark>") == 3
    assert "4 words are in both, of 8 on the left and 4 on the right" in page
    assert "[only here: " in page
    assert "<del>" in page


def test_a_row_whose_tellings_name_different_speakers_says_so() -> None:
    page = said(
        open_page("quotations", corpus="elm", view="words", sel=["quotations", "cluster:cluster:dawn"])
    )
    assert (
        "as Ann Harbour’s in The Elm Post and Quay Times; as nobody’s known by name in The gamma article"
        in page
    )
    assert "as Bo Quay" not in page


def test_the_colours_of_what_several_articles_tell_are_explained() -> None:
    picture = drawn(open_page("quotations", corpus="elm", view="words"))
    assert "Blue: words of a person, green: of a country" in picture
    assert "the stronger, the more often it is told there" in picture


def test_the_other_telling_is_chosen() -> None:
    app = open_page("quotations", corpus="elm", view="words")
    app.selectbox(key="telling-right").set_value("gamma:q1-17").run()
    assert not app.exception
    assert app.query_params["sel"][-1] == "right:gamma:q1-17"


def test_words_that_more_outlets_tell_than_have_a_column_are_shown_in_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(utterances, "MOST", 1)
    app = open_page("quotations", corpus="elm", view="words")
    assert len(app.get("plotly_chart")) == 1


def test_filters_of_speakers_are_said_by_name() -> None:
    page = said(open_page("quotations", corpus="elm", side="RU"))
    assert "3 of 7</strong> quotations shown, by speakers for Russia" in page
    page = said(open_page("quotations", corpus="elm", cluster="yes", type="person"))
    assert "4 of 7" in page


def test_a_source_of_the_ledger_opens_what_it_said() -> None:
    app = open_page("quotations", corpus="elm", view="sources")
    page = said(app)
    assert "an official close to the talks" in page
    assert "“on condition of anonymity”" in page
    assert "what another said, figures</p>" in page.replace("; names Bo Quay", "")
    app.button(key="open-person:an-official").click().run()
    assert not app.exception
    assert said(app).count("<mark>") == 1
