"""The charts of the quotations page: what is drawn, and what each mark opens."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from tellings.analysis import cues, spoken_about
from tellings.analysis import utterances as clusters
from tellings.analysis.spoken_about import ANONYMOUS
from tellings.query.filters import Filters
from tellings.query.sql import UNKNOWN, UNTRACED
from tellings.store.corpus import Corpus
from tellings.views import cues as verbs
from tellings.views import spoken_about as voices
from tellings.views import utterances
from tellings.views.rows import words as plain_words
from tellings.views.theme import DARK, LIGHT, Look
from tests import quoted
from tests.quoted import ANN, CY

OUTLETS = {
    "The Elm Post": "The Elm Post",
    "Quay Times": "Quay Times",
    "unknown:gamma": "“Gamma”",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus(quoted.write(tmp_path_factory.mktemp("corpora") / "elm")) as corpus:
        yield corpus


def test_utterances_have_a_sum_and_a_cell_for_each_outlet(corpus: Corpus) -> None:
    told = clusters.utterances(corpus, Filters())
    cells = clusters.cells(corpus, Filters(), tuple(told.cluster_id))
    figure = utterances.figure(told, cells, OUTLETS, look=Look(selected=("cluster:dawn", "")))
    points = figure.data[0]
    opens = [list(point) for point in points.customdata]
    assert dict(zip(map(tuple, opens), points.text, strict=True))[("cluster:dawn", "")] == "3"
    assert ["cluster:deep", "unknown:gamma"] not in opens
    assert list(figure.layout.xaxis.ticktext) == ["all", "The Elm<br>Post", "Quay<br>Times", "“Gamma”"]
    assert points.marker.line.color[opens.index(["cluster:dawn", ""])] == LIGHT.accent
    assert utterances.figure(told, cells, {str(i): "x" for i in range(40)}).layout.xaxis.ticktext == ("all",)


def test_a_row_of_several_speakers_bears_the_name_and_colour_of_none(corpus: Corpus) -> None:
    told = clusters.utterances(corpus, Filters())
    cells = clusters.cells(corpus, Filters(), tuple(told.cluster_id))
    figure = utterances.figure(told, cells, OUTLETS)
    points = figure.data[0]
    printed = {tuple(opens): (text, hue, says) for opens, text, hue, says in zip(
        points.customdata, points.text, points.marker.color, points.hovertemplate, strict=True)}  # fmt: skip
    labels = " ".join(figure.layout.yaxis.ticktext)
    assert "2 speakers" in labels
    assert "Ann Harbour" not in labels
    assert "Bo Quay" in labels, "one speaker in all tellings"
    assert printed[("cluster:dawn", "The Elm Post")][0] == "1"
    assert printed[("cluster:dawn", "unknown:gamma")][0] == "1n"
    assert printed[("cluster:dawn", "The Elm Post")][1] != printed[("cluster:dawn", "unknown:gamma")][1]
    assert "as Ann Harbour’s in The Elm Post and Quay Times; as nobody’s" in printed[("cluster:dawn", "")][2]
    assert "as the words of nobody known by name" in printed[("cluster:dawn", "unknown:gamma")][2]


@pytest.mark.parametrize(
    ("look", "least"),
    [(Look(), 26), (Look(room="roomy"), 44), (Look(room="telephone"), 32), (Look(room="half"), 52)],
    ids=["", "roomy", "telephone", "half"],
)
def test_what_is_said_is_cut_behind_a_whole_word_where_its_room_ends(
    corpus: Corpus, look: Look, least: int
) -> None:
    told = clusters.utterances(corpus, Filters())
    words = "they had always wanted the harbour to stay open for everybody who comes by boat or on foot in the winter"
    cells = clusters.cells(corpus, Filters(), tuple(told.cluster_id))
    figure = utterances.figure(told.assign(words=words, speaker="Bo Quay"), cells, OUTLETS, look=look)
    for label, whole in zip(figure.layout.yaxis.ticktext, figure.layout.meta["rows"], strict=True):
        shown = plain_words(label)
        said = shown.partition("they")[1] + shown.partition("they")[2].removesuffix("…")
        assert words.startswith(f"{said} ")
        assert least <= len(shown if look.narrow else said) <= least + 12
        assert whole.endswith(f": {words}")
    assert figure.layout.meta["heads"] == ["all", *OUTLETS.values()]


def test_layers_of_an_utterance_are_said() -> None:
    cells = pd.DataFrame({
        "outlet": ["a", "b", "c"],
        "voices": [(("Russia", "an anonymous source"),), (("Lee", ""), ("Russia", "")), (("Lee", ""),)],
    })  # fmt: skip
    outlets = {"a": "AFP", "b": "BBC", "c": "CNN"}
    assert utterances.spoken(cells, outlets) == (
        "as Russia’s, as an anonymous source tells it, in AFP; as Lee’s in BBC and CNN; as Russia’s in BBC"
    )
    assert utterances.spoken(cells[2:], outlets) == ""


def test_words_and_mentions_stand_back_to_back(corpus: Corpus) -> None:
    found = spoken_about.voices(corpus, Filters())
    figure = voices.figure(found, OUTLETS, look=Look("dark", selected=(ANN, "", "words")))
    assert len(figure.data) == 2 * (1 + len(OUTLETS))
    words, mentions = figure.data[0], figure.data[1]
    assert dict(zip((entity for entity, *_ in words.customdata), words.x, strict=True)) == {
        ANN: 16, "person:bo-quay": 11, ANONYMOUS: 7, UNKNOWN: 4
    }  # fmt: skip
    assert [CY, "", "mentions"] in [list(point) for point in mentions.customdata]
    assert set(mentions.marker.color) == {DARK.paper}, "mentions are hollow"
    labels = list(figure.layout.yaxis.ticktext)
    assert sum("never quoted" in label for label in labels) == 1
    assert UNTRACED in labels[-1]
    reach = figure.layout.xaxis.range
    assert reach[0] > reach[1] == 0, "words grow to the left, from zero"


def test_on_a_telephone_all_outlets_together_have_room_beside_the_names(corpus: Corpus) -> None:
    named = spoken_about.voices(corpus, Filters()).assign(name="Ministry of Primary Industries and Waters")
    figure = voices.figure(named, {}, look=Look(room="telephone"))
    assert figure.layout.meta["least"] <= 327
    labels = list(figure.layout.yaxis.ticktext)
    assert any("<br>" in label and "never quoted" in label for label in labels)
    assert UNTRACED in labels[-1], "it is not cut"


@pytest.mark.parametrize("outlet_first", [True, False])
def test_verbs_are_counted_in_rows_of_outlet_and_side(corpus: Corpus, outlet_first: bool) -> None:
    used = cues.used(corpus, Filters(), "side")
    rows = verbs.rows_of(used, outlet_first=outlet_first)
    figure = verbs.figure(used, rows, OUTLETS, {"UA": "Ukraine", "RU": "Russia"}, outlet_first=outlet_first)
    points = {
        tuple(point): int(n) for point, n in zip(figure.data[0].customdata, figure.data[0].text, strict=True)
    }
    assert points[("The Elm Post", "RU", "claims")] == 1
    assert points[("The Elm Post", "RU", "")] == 2
    assert sum(n for (_, _, kind), n in points.items() if not kind) == 7
    assert sum(n for (_, _, kind), n in points.items() if kind) == 7
    heads = list(figure.layout.xaxis.ticktext)
    assert heads[:2] == ["all", "says"]
    assert "promises" not in heads, "only kinds that there are"
    names = [note.text for note in figure.layout.annotations]
    assert any("The Elm Post" in name for name in names) == outlet_first


def test_outlets_are_told_from_those_on_other_pages_of_the_rows(corpus: Corpus) -> None:
    used = cues.used(corpus, Filters(), "side")
    rows = verbs.rows_of(used)
    first, other = rows.outlet.unique()[:2]
    outlets = {first: "“Harbour and Quay agreed on a plan …”", other: "“Harbour and Quay quarrel …”"}
    figure = verbs.figure(used, rows[rows.outlet == first], outlets, {})
    [name] = [note.text for note in figure.layout.annotations if note.text.startswith("<b>")]
    assert "“Harbour… agreed on a…" in name
