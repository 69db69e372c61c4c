"""The views of quotations, held against a corpus whose every number is known; each number opens as many spans."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tellings.analysis import anonymous_sources, cues, evidence, quoted, spoken_about, utterances
from tellings.analysis.spoken_about import ANONYMOUS, naming
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.query.sql import UNKNOWN
from tellings.store.corpus import Corpus
from tests import quoted as small
from tests.quoted import ANN, BO, CY, SOURCE


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus(small.write(tmp_path_factory.mktemp("corpora") / "elm")) as corpus:
        yield corpus


def test_utterances_are_those_that_two_articles_tell(corpus: Corpus) -> None:
    found = utterances.utterances(corpus, Filters()).set_index("cluster_id")
    assert found.n.to_dict() == {"cluster:dawn": 3, "cluster:deep": 2}
    assert found.words["cluster:dawn"] == "At dawn we sail,", "the shortest of those in marks"
    assert utterances.utterances(corpus, Filters(doc=("alpha",))).empty
    cells = utterances.cells(corpus, Filters(), ("cluster:dawn",))
    assert cells.set_index("outlet").n.to_dict() == {"Quay Times": 1, "The Elm Post": 1, "unknown:gamma": 1}
    for cluster, n in found.n.items():
        assert evidence.count(corpus, Filters(), select("quotations", cluster=str(cluster), left="x")) == n


def test_tellings_say_who_speaks_as_printed_and_as_resolved(corpus: Corpus) -> None:
    found = utterances.tellings(corpus, Filters(), "cluster:dawn")
    assert found.speaker.fillna("").tolist() == ["Harbour", "Harbour", ""]
    assert found["name"].fillna("").tolist() == ["Ann Harbour", "Ann Harbour", ""]
    assert found.cue.fillna("").tolist() == ["said", "insisted", ""]


def test_who_else_tells_it(corpus: Corpus) -> None:
    quotes = tuple(corpus.quotations.quote_id)
    told = utterances.told(corpus, quotes)
    assert sorted(told.values()) == [("cluster:dawn", 3)] * 3 + [("cluster:deep", 2)] * 2
    assert utterances.told(corpus, ()) == {}


def test_words_quoted_stand_against_mentions_by_others(corpus: Corpus) -> None:
    found = spoken_about.voices(corpus, Filters())
    sums = found.groupby("entity_id", sort=False)[["n", "words", "mentions"]].sum()
    assert sums.loc[ANN].tolist() == [2, 16, 1], "named twice as the speaker, once by gamma"
    assert sums.loc[BO].tolist() == [3, 11, 0], "what stands inside another has no words of its own"
    assert sums.loc[CY].tolist() == [0, 0, 4]
    assert sums.loc[ANONYMOUS].tolist() == [1, 7, 0]
    assert sums.loc[UNKNOWN].tolist() == [1, 4, 0]
    assert list(sums.index)[-2:] == [ANONYMOUS, UNKNOWN]
    assert "gn:1" not in sums.index, "a city is not looked for among those who never speak"


@pytest.mark.parametrize(
    "filters", [Filters(), Filters(publisher=("Quay Times",)), Filters(side=("RU",)), Filters(speaker=(BO,))]
)
def test_voices_open_what_they_count(corpus: Corpus, filters: Filters) -> None:
    found = spoken_about.voices(corpus, filters)
    assert (found.mentions + found.n).sum() > 0
    for row in found.itertuples():
        if row.mentions:
            opened = select("mentions", entity=row.entity_id, others="yes", publisher=row.outlet)
            assert evidence.count(corpus, naming(filters), opened) == row.mentions
        if row.n and row.entity_id != ANONYMOUS:
            opened = select("quotations", speaker=row.entity_id, anonymous="no", publisher=row.outlet)
            assert evidence.count(corpus, filters, opened) == row.n


def test_voices_of_some_and_of_all_outlets_together_are_those_of_all(corpus: Corpus) -> None:
    every, sums = (spoken_about.voices(corpus, Filters(), by_outlet=one) for one in (True, False))
    of_each = every.groupby("entity_id", sort=False)[["n", "words", "mentions"]].sum().reset_index()
    assert sums[list(of_each)].to_dict("list") == of_each.to_dict("list")
    some = spoken_about.voices(corpus, Filters(), among=(ANN, ANONYMOUS))
    own = every[every.entity_id.isin([ANN, ANONYMOUS])]
    assert some.to_dict("list") == own.to_dict("list")


def test_voices_of_nothing_are_none(corpus: Corpus) -> None:
    assert spoken_about.voices(corpus, Filters(doc=("nowhere",))).empty


def test_those_never_quoted_come_first_when_asked_for(corpus: Corpus) -> None:
    assert spoken_about.voices(corpus, Filters(sort="silent")).entity_id.iloc[0] == CY
    assert spoken_about.voices(corpus, Filters(sort="words")).entity_id.iloc[0] == ANN


@pytest.mark.parametrize("by", ["side", "speaker"])
@pytest.mark.parametrize("filters", [Filters(), Filters(anonymous="no"), Filters(kind=("direct",))])
def test_cues_open_what_they_count(corpus: Corpus, by: str, filters: Filters) -> None:
    found = cues.used(corpus, filters, by)
    assert len(found)
    sums = found.groupby(["outlet", "who", "kind"], as_index=False).n.sum()
    for row in sums.itertuples():
        opened = select("quotations", publisher=row.outlet, **{by: row.who}, saying=row.kind)
        assert evidence.count(corpus, filters, opened) == row.n
    for row in found.itertuples():
        opened = select(
            "quotations",
            publisher=row.outlet,
            **{by: row.who},
            cue=row.cue if isinstance(row.cue, str) else UNKNOWN,
        )
        assert evidence.count(corpus, filters, opened) == row.n


def test_verbs_of_saying_are_told_by_kind(corpus: Corpus) -> None:
    found = cues.used(corpus, Filters(), "side")
    kinds = dict(zip(found.cue.fillna("-"), found.kind, strict=True))
    assert kinds == {"said": "says", "claimed": "claims", "insisted": "claims", "threatened": "warns",
                     "warned": "warns", "-": "no cue"}  # fmt: skip
    assert found.who.iloc[-1] == UNKNOWN
    with pytest.raises(ValueError, match="side or speaker"):
        cues.used(corpus, Filters(), "colour")


def test_the_ledger_says_what_is_said_of_a_source(corpus: Corpus) -> None:
    found = anonymous_sources.sources(corpus, Filters())
    assert found.source.tolist() == [SOURCE]
    [entry] = anonymous_sources.entries(corpus, Filters(), found)
    assert entry["condition"] == ["on condition of anonymity"]
    assert entry["tells"] == ["what another said", "figures"]
    assert (entry["vias"], entry["cues"], entry["about"]) == (["AFP"], ["said"], ["Bo Quay"])
    assert entry["articles"] == [("alpha", "The Elm Post")]
    assert anonymous_sources.sources(corpus, Filters(publisher=("Quay Times",))).empty


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("She asked not to be named.", "asked not to be named"),
        ("who spoke on the condition of anonymity", "on the condition of anonymity"),
        ("He was not authorised to speak to the press, he said", "not authorised to speak to the press"),
        ("The aide requested anonymity politely and declined to be identified", "declined to be identified"),
        ("He named the ship.", None),
    ],
)
def test_conditions_are_found_as_printed(sentence: str, condition: str | None) -> None:
    found = anonymous_sources.CONDITION.search(sentence)
    assert (found.group() if found else None) == condition


def test_the_table_to_take_away_has_all_that_is_known(corpus: Corpus) -> None:
    found = quoted.table(corpus, Filters(), select("quotations"))
    texts = corpus.documents.set_index("doc_id").text
    assert len(found) == 7
    assert [texts[row.doc_id][row.start : row.end] for row in found.itertuples()] == found.text.tolist()
    row = found[found.speaker == "Quay"].iloc[0]
    assert (row.resolved, row.resolved_ids, row.types, row.countries) == ("Bo Quay", BO, "person", "RU")
    assert (row.cue, row.cue_kind, row.cluster_id) == ("claimed", "claims", "cluster:deep")
    said = json.loads(quoted.as_json(found, "elm, n = 7"))
    assert said["source"] == "elm, n = 7"
    assert said["quotations"][0]["countries"] == ["UA"]
    assert said["quotations"][0]["pieces"] == [[1, 38]]
    assert said["quotations"][-1]["speaker"] is None


def test_a_quotation_alone_is_opened_whatever_its_kind(corpus: Corpus) -> None:
    quote = str(corpus.quotations.quote_id.iloc[0])
    assert evidence.count(corpus, Filters(kind=("scare",)), select("quotations", quote=quote)) == 1
