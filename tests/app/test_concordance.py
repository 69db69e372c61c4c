"""The search as corpus linguists do it: each view tells its numbers, and each leads to its lines."""

from __future__ import annotations

import json
import re
from pathlib import Path

import networkx
import pytest

from tellings import cli, settings
from tellings.ui.concordance_lines import ORDERS
from tests.app.opening import open_page, said


def numbers(page: str, pattern: str) -> tuple[int, ...]:
    found = re.search(pattern, page)
    assert found, page[-2000:]
    return tuple(int(n.replace(",", "")) for n in found.groups())


@pytest.mark.parametrize("order", ORDERS)
def test_as_many_lines_as_the_number_says_in_each_order(order: str) -> None:
    page = said(open_page("search", q="lemma:threaten", view="lines", sort=order))
    assert numbers(page, r"([\d,]+) lines in ([\d,]+) articles") == (4, 3)
    assert page.count('class="t-kwic-node"') == 4
    assert page.count("sel=span&amp;sel=start%3A") == 4, "each line leads to its place in the reader"


def test_lines_are_sorted_by_the_word_to_the_right() -> None:
    page = said(open_page("search", q="[person] said", view="lines", sort="r1"))
    after = re.findall(r'target="_self">[^<]*</a></td>\s*<td[^>]*>\W*(\w*)', page)
    assert len(after) > 5
    assert [word.lower() for word in after] == sorted(word.lower() for word in after)


def test_what_stands_near_leads_to_lines_of_the_same_number() -> None:
    app = open_page("search", q="talks", view="near")
    table = app.dataframe[0].value
    row = table[table.Word == "direct"].iloc[0]
    lines = said(open_page("search", q="talks {~4} direct", view="lines"))
    assert numbers(lines, r"([\d,]+) lines in") == (row.Together,)


def test_a_word_is_told_by_article_with_how_evenly() -> None:
    app = open_page("search", q="talks", view="spread")
    assert numbers(said(app), r"([\d,]+) times in (\d+) of (\d+) article") == (42, 5, 5)
    assert "DP = 0.09" in said(app)
    assert int(app.dataframe[0].value.Times.sum()) == 42


def test_frequent_words_are_counted_in_rows_and_narrowed() -> None:
    app = open_page("search", view="words", sort="2", q="talks")
    words = app.dataframe[0].value
    assert words.Word.str.contains("talks").all()
    assert words.iloc[0].Word == "the talks"


def test_key_words_ask_for_a_choice_first() -> None:
    assert "Choose a part above" in said(open_page("search", view="key"))
    app = open_page("search", view="key", publisher="AFP")
    assert "Words of what is chosen against all the rest" in said(app)
    table = app.dataframe[0].value
    assert list(table["G²"]) == sorted(table["G²"], reverse=True)


def test_a_query_that_cannot_be_read_says_where() -> None:
    page = said(open_page("search", q="said [person", view="lines"))
    assert "a bracket is not closed" in page
    assert "character 6" in page


@pytest.mark.parametrize("view", ["lines", "near", "spread", "words"])
def test_nothing_found_says_what_to_loosen_or_to_try(view: str) -> None:
    narrowed = open_page("search", q="talks", view=view, date="2030-01-01..2031-01-01")
    assert "published from 2030-01-01 to 2031-01-01" in said(narrowed)
    narrowed.button(key="clear").click().run()
    assert not narrowed.exception
    assert set(narrowed.query_params) == {"q", "view"}
    assert re.search("Try lemma:|in no row of so few", said(open_page("search", q="zzzz", view=view)))


def test_frequent_words_are_narrowed_without_regard_to_accents() -> None:
    words = open_page("search", view="words", q="Türkiye").dataframe[0].value
    assert list(words.Word) == ["turkiye"]


def test_who_says_it_opens_the_lines_that_it_counts() -> None:
    app = open_page("search", q="lemma:threaten", view="who")
    table = app.dataframe[0].value
    assert table.loc[table.Who == "Russia (country)", "Said of them"].tolist() == [2]
    page = said(open_page("search", q="lemma:threaten", view="lines", kind="cue", speaker="gn:2017370"))
    assert numbers(page, r"([\d,]+) lines in ([\d,]+) articles") == (2, 2)
    assert "Counted only: by Russia; in words of saying." in page


def test_a_sample_is_the_same_for_a_seed_and_says_of_how_many() -> None:
    first, again = (
        said(open_page("search", q="talks", view="lines", sample="20", seed="7")) for _ in range(2)
    )
    assert "20 lines of 42, at random (seed 7)" in first
    assert first == again
    assert first != said(open_page("search", q="talks", view="lines", sample="20", seed="8"))


def test_lines_are_starred_grouped_and_hidden_by_their_address() -> None:
    page = said(open_page("search", q="lemma:threaten", view="lines"))
    links = re.findall(r'href="search\?[^"]*lines=([^&"]*)"', page)
    assert len(links) == 12
    marks = [mark.replace("%3A", ":") for mark in links[:3]]
    assert [mark.partition(":")[0] for mark in marks] == ["star", "a", "hide"]
    app = open_page("search", q="lemma:threaten", view="lines", lines=[marks[0], marks[1]])
    assert app.button(key="only-star").label == "Starred 1"
    assert app.button(key="only-a").label == "Group A 1"
    hidden = open_page("search", q="lemma:threaten", view="lines", lines=marks[2])
    assert said(hidden).count('class="t-kwic-node"') == 3
    assert hidden.button(key="only-hide").label == "Hidden 1"
    only = open_page("search", q="lemma:threaten", view="lines", lines=[marks[2], "only:hide"])
    assert said(only).count('class="t-kwic-node"') == 1


def test_parts_have_names_in_the_address_and_are_compared() -> None:
    app = open_page("search", q="lemma:say", view="parts", kind="narration")
    app.text_input(key="part-name").set_value("own words").run()
    assert app.query_params["sub"] == "own words?kind=narration"
    named = open_page(
        "search", q="lemma:say", view="parts", sort="named",
        sub=["own words?kind=narration", "AFP?publisher=AFP"],
    )  # fmt: skip
    table = named.dataframe[0].value
    assert table.Part.tolist() == ["own words", "AFP"]
    assert said(named).count('class="t-part"') == 2
    names = ["AFP?publisher=AFP", "SBS?publisher=SBS+News"]
    each, rest = (
        open_page("search", view="parts", sort=sort, sub=names, unit="lemmas", stop="small")
        for sort in ("each", "named")
    )
    assert "than in the others of these together" in said(each)
    assert "than in all the rest of the corpus" in said(rest)
    assert not {"the", "of"} & set(each.dataframe[0].value.Word)
    assert each.dataframe[0].value.Elsewhere.sum() < rest.dataframe[0].value.Elsewhere.sum()
    words = open_page("search", view="parts", sort="outlets")
    assert "Key words of 5 parts" in said(words)
    assert "Name two parts or more" in said(open_page("search", view="parts", sort="named"))
    nobody = ["Said?kind=quotations", "Nobody’s?speaker=person:nobody"]
    assert "No key words: Nobody’s." in said(open_page("search", view="parts", sort="named", sub=nobody))
    assert "Nothing stands so" in said(open_page("search", view="parts", q="zzzz"))


def test_who_writes_and_or_not_is_told_what_they_are() -> None:
    told = "AND, OR and NOT are words here"
    assert told in said(open_page("search", q="talks AND war", view="lines"))
    assert told not in said(open_page("search", q="talks and zzzz", view="lines"))


def test_what_is_wrong_in_a_query_is_shown_at_its_place() -> None:
    page = said(open_page("search", q="talks [person", view="lines"))
    assert "character 7" in page
    assert "talks <mark>[</mark>person" in page


def test_a_query_is_built_and_tried_from_examples() -> None:
    app = open_page("search", view="lines", q="talks")
    app.selectbox(key="build-kind-0").set_value("type").run()
    app.selectbox(key="build-type-0").set_value("country").run()
    app.selectbox(key="build-kind-1").set_value("lemma").run()
    app.text_input(key="build-value-1").set_value("threaten").run()
    app.selectbox(key="build-between-1").set_value(2).run()
    app.button(key="build-ask").click().run()
    assert not app.exception
    assert "[country] {0,2} lemma:threaten" in str(app.query_params["q"])
    app.button(key="example-cease*|truce").click().run()
    assert "cease*|truce" in str(app.query_params["q"])


@pytest.mark.parametrize(
    ("window", "near"), [("", "talks {{~4}} {}"), ("0-5", "talks {{0,4}} {}"), ("5-0", "{} {{0,4}} talks")]
)
def test_a_window_opens_lines_of_the_same_number(window: str, near: str) -> None:
    first = open_page("search", q="talks", view="near", window=window).dataframe[0].value.iloc[0]
    page = said(open_page("search", q=near.format(first.Word), view="lines"))
    assert numbers(page, r"([\d,]+) lines? in") == (first.Together,)


def test_neighbours_are_a_network_and_taken_away_as_one(tmp_path: Path) -> None:
    app = open_page("search", q="lemma:threaten", view="near", sort="network", stop="small", unit="lemmas")
    (chart,) = app.get("plotly_chart")
    assert "Words near “lemma:threaten”" in chart.proto.alt
    assert {"GEXF", "GraphML"} <= {button.proto.label for button in app.get("download_button")}
    points = [
        point for trace in json.loads(chart.proto.spec)["data"] for point in trace.get("customdata", [])
    ]
    pairs = [tuple(point) for point in points if point[1]]
    out = tmp_path / "near.gexf"
    asked = "search?q=lemma%3Athreaten&view=near&stop=small&unit=lemmas"
    command = ["export", settings.DEFAULT_CORPUS, "--to", "gexf", "--view", asked, "--out", str(out)]
    assert cli.main(command) == cli.DONE
    graph = networkx.read_gexf(out)
    assert all(graph.has_edge(*pair) for pair in pairs)
    assert graph.nodes["lemma:threaten"]["n"] == 4
    assert "Nothing stands so" in said(open_page("search", q="zzzz", view="near", sort="network"))


def test_base_forms_are_counted_and_what_is_left_out_is_said() -> None:
    app = open_page("search", view="words", unit="lemmas", stop=["small", "Talk"])
    words = set(app.dataframe[0].value.Word)
    assert {"say", "ceasefire"} <= words
    assert not {"the", "be", "talk", "said"} & words
    assert re.search(r"Left out: \d+ \(the, .*Small is what is mostly", said(app))
    app.multiselect(key="filter-stop").set_value([]).run()
    assert {"the", "be", "talk"} <= set(app.dataframe[0].value.Word)


def test_a_word_is_told_by_date_and_by_its_places() -> None:
    app = open_page("search", q="talks", view="time")
    assert int(app.dataframe[0].value.Times.sum()) == 42
    assert "by date: 2025-05-16 13.36" in app.get("plotly_chart")[0].proto.alt
    spread = open_page("search", q="talks", view="spread").get("plotly_chart")[0].proto
    assert "and where in each article" in spread.alt
    assert len(json.loads(spread.spec)["data"][1]["y"]) == 42


def test_lines_are_as_wide_as_asked_and_have_citations() -> None:
    app = open_page("search", q="lemma:threaten", view="lines", width="150", sort="speaker")
    assert app.code[0].value.count("characters ") == 4
    first, *_ = re.findall(r't-kwic-left">([^<]*)<', said(app))
    assert 100 < len(first) <= 153
    assert "<br>Oliver Carroll</td>" in said(app)


def test_more_lines_than_can_be_looked_at_are_said_to_be_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tellings.ui.concordance_lines.MOST", 30)
    assert "30 lines of 42, the first in this order" in said(open_page("search", q="talks", view="lines"))


def test_a_part_is_chosen_by_its_name_on_any_page() -> None:
    sub = ["AFP?publisher=AFP", "his words?speaker=person%3Avolodymyr-zelenskyy"]
    app = open_page("entities", sub=sub, sort="articles")
    links = dict(re.findall(r'class="t-part" href="([^"]*)"[^>]*>([^<]*)<', said(app)))
    there = {name: address for address, name in links.items()}
    assert "publisher=AFP" in there["AFP"]
    assert there["AFP"].startswith("entities?")
    assert "sub=" in there["AFP"], "the names go along"
    assert "This page does not tell apart who speaks." in said(app)
    inside = open_page("entities", sub=sub, publisher="AFP")
    assert 'aria-current="true">AFP' in said(inside)
    assert "The whole corpus" in said(inside)
    assert "sub=AFP" in "".join(link.proto.query_string for link in inside.get("page_link"))
    named = open_page("entities", publisher="AFP")
    named.text_input(key="part-name").set_value("one").run()
    assert named.query_params["sub"] == "one?publisher=AFP"


def test_what_stands_too_often_for_its_neighbours_is_said_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tellings.ui.collocations._NEAR", 30)
    assert "“talks” stands 42 times; what stands near is counted of at most 30." in said(
        open_page("search", q="talks", view="near")
    )
