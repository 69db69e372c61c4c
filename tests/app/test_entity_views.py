"""The views of the entities page, without a browser: on known numbers, on little, and on what is hard to show."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tellings.ui.entities.controls import ORDERS, VIEWS
from tests import corpora, quoted, shown
from tests.app.opening import open_page, said

ODD = (
    "محمود عباس",
    "X",
    "STORM OVER SPAIN",
    "\u202egnirts",
    "<b>Bo</b> & Co",
    "Zo\u00adran",
    "名前",
    "a" * 4_000,
)
ANN = "person:ann-harbour"
_PERSON = {"type": "person", "n_mentions": 2, "n_documents": 2, "method": "test"}


@pytest.fixture(autouse=True)
def _corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_HOME", str(tmp_path))
    shown.write(tmp_path / "elm")
    shown.write(tmp_path / "one", ("gamma",))
    quoted.write(tmp_path / "quoted")
    _odd(tmp_path / "odd")


def _odd(path: Path) -> None:
    """Every odd name twice, in articles of their own, each beside the next."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for i, name in enumerate(ODD):
        text = f"{name} met {ODD[i - 1]}."
        rows = corpora.paragraph(f"d{i}", text)
        rows["mentions"] = [
            corpora.mention(f"d{i}", text, one, f"person:odd-{ODD.index(one)}") for one in (name, ODD[i - 1])
        ]
        for table, own in rows.items():
            tables.setdefault(table, []).extend(own)
    tables["entities"] = [
        {"entity_id": f"person:odd-{i}", "name": name, **_PERSON} for i, name in enumerate(ODD)
    ]
    corpora.write(path, tables)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("corpus", ["", "elm", "one", "quoted", "odd"])
def test_every_view_opens(view: str, corpus: str) -> None:
    params = {name: value for name, value in (("view", view), ("corpus", corpus)) if value}
    page = said(open_page("entities", **params))
    assert "<h1>Entities</h1>" in page
    assert "\u202e" not in page
    assert "<b>Bo</b>" not in page


# Each name with its printed forms, as the articles print them one after another. The orders of four names are told
# apart: Zoe is most named, in one article; Moe in most articles, in most forms, ever earlier; two outlets call Bea by
# different names.
NAMED = {
    "d0": "Zoe, Zoe, Zoe, Zoe, Zoe Z, Zoe Z, Zoe Z, Bea, Bea, Moe, Moe M.",
    "d1": "Miss Bea, Miss Bea, Moe, Moe Mo.",
    "d2": "Moe, Ann, Anna.",
}
MOST, ALPHABET = ["Zoe", "Moe", "Bea", "Ann"], ["Ann", "Bea", "Moe", "Zoe"]
COUNTED = {"": MOST, "documents": ["Moe", "Bea", "Zoe", "Ann"], "name": ALPHABET}
IN_ORDER = {
    "": COUNTED,
    "rates": COUNTED,
    "spellings": {
        "": MOST,
        "differ": ["Bea", "Zoe", "Moe", "Ann"],
        "forms": ["Moe", "Zoe", "Bea", "Ann"],
        "name": ALPHABET,
    },
    "first": {
        "": MOST,
        "early": ["Bea", "Moe", "Zoe", "Ann"],
        "differ": ["Moe", "Bea", "Zoe", "Ann"],
        "name": ALPHABET,
    },
}


def _ordered(path: Path) -> None:
    tables: dict[str, list[dict[str, Any]]] = {}
    for doc, text in NAMED.items():
        rows = corpora.paragraph(doc, text)
        rows["documents"][0]["publisher"] = doc
        rows["mentions"], end = [], 0
        for form in text.rstrip(".").split(", "):
            start, end = end, end + len(form)
            name = next(name for name in ALPHABET if name in form)
            row = corpora.mention(doc, text, form, f"person:{name}")
            rows["mentions"].append(
                {**row, "mention_id": f"{doc}:m{start}-{end}", "start": start, "end": end}
            )
            end += len(", ")
        for table, own in rows.items():
            tables.setdefault(table, []).extend(own)
    tables["entities"] = [{"entity_id": f"person:{name}", "name": name, **_PERSON} for name in ALPHABET]
    corpora.write(path, tables)


def _in_order(texts: Iterable[str]) -> list[str]:
    """The four names as they come first."""
    return list(dict.fromkeys(name for text in texts for name in ALPHABET if name in text))


def test_the_orders_that_are_offered_are_tested() -> None:
    lists = {
        view: orders for view, orders in ORDERS.items() if view != "together"
    }  # which has a matrix and a network
    assert {view: list(orders) for view, orders in lists.items()} == {
        view: list(orders) for view, orders in IN_ORDER.items()
    }


@pytest.mark.parametrize("order", ORDERS["together"])
def test_who_is_named_together_is_a_matrix_or_a_network(order: str) -> None:
    page = open_page("entities", view="together", sort=order)
    (chart,) = page.get("plotly_chart")
    assert ("tickvals" in chart.proto.spec) == (order == ""), "the network is drawn where it is asked for"


@pytest.mark.parametrize(
    ("view", "sort"), [(view, sort) for view, orders in IN_ORDER.items() for sort in orders]
)
def test_every_order_of_a_view_is_that_of_its_chart_and_its_table(
    tmp_path: Path, view: str, sort: str
) -> None:
    _ordered(tmp_path / "ordered")
    page = open_page("entities", view=view, sort=sort, corpus="ordered")
    chart = json.loads(page.get("plotly_chart")[0].proto.spec)
    assert _in_order(chart["layout"]["yaxis"]["ticktext"]) == IN_ORDER[view][sort]
    [table] = [frame.value for frame in page.dataframe if "Entity" in frame.value.columns]
    assert _in_order(table.Entity) == IN_ORDER[view][sort]


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_open_in_one_view_is_open_in_the_others(view: str) -> None:
    page = said(open_page("entities", view=view, corpus="elm", sel=["mentions", f"entity:{ANN}"]))
    assert page.count("<mark>") == 5
    assert "not known for which country it acts" in page
    assert "no identifier known" in page


def test_the_card_of_a_name_that_is_hard_to_show() -> None:
    for i in range(len(ODD)):
        page = said(open_page("entities", corpus="odd", sel=["mentions", f"entity:person:odd-{i}"]))
        assert page.count("<mark>") == 2
        assert "\u202e" not in page


def test_a_pair_opens_the_names_of_both_and_says_in_how_many_sentences() -> None:
    page = open_page(
        "entities", view="together", corpus="elm", sel=["mentions", f"entity:{ANN}", "beside:gn:1"]
    )
    assert "Ann Harbour and Port Elm in 1 sentence: " in said(page)
    assert said(page).count("<mark>") == 2


def test_the_card_tells_what_the_entity_says_and_for_whom_it_acts() -> None:
    page = open_page("entities", corpus="quoted", sel=["mentions", f"entity:{quoted.ANN}"])
    assert "acts for Ukraine" in said(page)
    links = [link.proto.label for link in page.get("page_link")]
    assert any(label.startswith("Speaks in ") for label in links)
    assert any(label.startswith("Named in ") for label in links)


def test_no_two_in_one_sentence_and_only_a_filter_that_there_is_can_be_loosened() -> None:
    nothing = "No sentence names two of these."
    bare = said(open_page("entities", view="together", corpus="one"))
    assert nothing in bare
    assert "Loosen a filter" not in bare
    narrowed = open_page("entities", view="together", corpus="one", date="..2030-01-01")
    assert f"{nothing} Loosen a filter." in said(narrowed)


def test_evidence_of_nothing_says_so_and_only_a_filter_that_there_is_can_be_loosened() -> None:
    opened = ["quotations", "speaker:nobody"]
    bare = said(open_page("quotations", corpus="elm", sel=opened))
    assert "No sentence stands behind this." in bare
    assert "Loosen a filter" not in bare
    narrowed = said(open_page("quotations", corpus="elm", sel=opened, date="..2030-01-01"))
    assert "Loosen a filter" in narrowed


def test_hundreds_of_articles_and_thousands_of_names_are_shown_page_by_page(tmp_path: Path) -> None:
    dice = random.Random(7)
    tables: dict[str, list[dict[str, Any]]] = {}
    names = [f"Ann{i} Bo{i % 97}" for i in range(10_000)]
    for doc in range(300):
        own = dice.sample(names, 60)
        text = ", ".join(own) + "."
        rows = corpora.paragraph(f"d{doc}", text)
        rows["mentions"] = [corpora.mention(f"d{doc}", text, name, f"person:{name}") for name in own]
        for table, some in rows.items():
            tables.setdefault(table, []).extend(some)
    tables["entities"] = [{"entity_id": f"person:{name}", "name": name, **_PERSON} for name in names]
    corpora.write(tmp_path / "large", tables)
    for view in VIEWS:
        page = open_page("entities", view=view, corpus="large")
        assert len(said(page)) < 150_000
    page = open_page("entities", corpus="large", page=["entities:3", "articles:36"])
    assert "281 to 288 of 300 articles" in said(page)
    shown_now = sorted(f"d{doc}" for doc in range(300))[280:288]
    [chart] = [c for c in page.get("plotly_chart") if f'"{shown_now[0]}"' in c.proto.spec]
    assert all(f'"{doc}"' in chart.proto.spec for doc in shown_now)
