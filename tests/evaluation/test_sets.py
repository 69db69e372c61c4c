"""Development sets: the figures of small ones worked out by hand, and the scorers' agreement."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tellings import evaluation, settings
from tellings.evaluation import sets
from tellings.store import corpus as store
from tests import corpora
from tests.eval import predictions, score_names, score_places, score_quotes
from tests.evaluation.small import NAMES, PLACES, QUOTES, TEXT, set_of


def test_names_of_a_set(tmp_path: Path, corpus: Path) -> None:
    result = evaluation.evaluate("entities", set_of(tmp_path, NAMES), corpus=corpus)
    with store.open(corpus) as opened:
        scored = score_names.score({"a": NAMES}, predictions.names(opened, ["a"]))
    found, exact, typed = (
        result["names found"],
        result["names found, exact"],
        result["names found, class right"],
    )
    # Lee and the second Peru are missed, Mary is short by a name, the bank is a person, "deal" is beyond the classes
    assert (found.n, found.found, found.right, exact.right, typed.right) == (8, 6, 6, 5, 5)
    core = scored["core"]
    for measure, name in ((found, "overlap"), (exact, "exact"), (typed, "typed_overlap")):
        assert [measure.precision, measure.recall, measure.f1] == pytest.approx(
            [core[name][k] for k in "PRF"]
        )
    assert result["class right"].value == core["type"]["accuracy"] == pytest.approx(5 / 6)
    same = result["same thing within an article (B-cubed)"]
    assert [same.precision, same.recall] == pytest.approx([scored["identity"]["within"][k] for k in "PR"])


def test_quotations_of_a_set(tmp_path: Path, corpus: Path) -> None:
    result = evaluation.evaluate("quotations", set_of(tmp_path, QUOTES), corpus=corpus)
    with store.open(corpus) as opened:
        scored = score_quotes.score({"a": QUOTES}, predictions.quotes(opened, ["a"]))
    direct = result["direct quotations found, speaker right"]
    assert (direct.n, direct.found, direct.right) == (2, 2, 1)
    assert result["reported speech found"].recall == pytest.approx(3 / 4)
    for scope, label in (("direct", "direct quotations"), ("speech", "reported speech")):
        for suffix, name in (("", "overlap"), (", speaker right", "end_to_end")):
            measure = result[f"{label} found{suffix}"]
            figures = [measure.precision, measure.recall, measure.f1]
            assert figures == pytest.approx([scored[scope][name][k] for k in "PRF"])
        assert result[f"speaker's name right, {label}"].value == scored[scope]["canonical"]["accuracy"]


def test_places_of_a_set(tmp_path: Path, corpus: Path) -> None:
    result = evaluation.evaluate("toponyms", set_of(tmp_path, PLACES), corpus=corpus)
    with store.open(corpus) as opened:
        scored = score_places.score([PLACES], list(predictions.places(opened, ["a"]).values()))
    assert result["place names found"].f1 == scored["overlap"]["f1"] == 1
    assert result["placed right"].value == scored["resolution"]["acc161"] == 0.5
    both = result["found and placed right"]
    assert [both.precision, both.recall] == [scored["end_to_end"][k] for k in "pr"] == [0.5, 0.5]


@pytest.mark.model
def test_the_articles_of_a_packed_set_are_annotated_first(tmp_path: Path) -> None:
    text = "Anna Smith said: “We will fight it.” She lives in Lima."
    start = text.index("“")
    quote = {"quote_start": start, "quote_end": start + len("“We will fight it.”"), "speaker": "Anna Smith"}
    name = {"start": 0, "end": 10, "type": "person", "entity": "A"}
    article = {
        "id": "b",
        "text": text,
        "quotes": [quote | {"kind": "direct"}],
        "mentions": [name],
        "exhaustive": False,
    }
    packed = tmp_path / "set.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps(article).encode()))
    said = evaluation.evaluate("quotations", packed)
    assert said["direct quotations found, speaker right"].f1 == 1
    names = evaluation.evaluate("entities", packed)
    assert (names["names found"].recall, names["names found"].precision) == (1, None)


def test_an_empty_corpus_finds_nothing(tmp_path: Path) -> None:
    empty = corpora.write(tmp_path / "empty", {"documents": [corpora.document("a", TEXT)]})
    for what, article in (("entities", NAMES), ("quotations", QUOTES), ("toponyms", PLACES)):
        result = evaluation.evaluate(what, set_of(tmp_path, article), corpus=empty)
        assert all(m.recall in (0, None) for m in result.measures if "found" in m.name)


def test_what_a_set_holds_is_said_in_words_not_by_the_name_of_its_file() -> None:
    kept = json.loads((settings.DATA / "evaluation.json").read_text("utf-8"))["results"]
    assert len(kept) > 10
    assert [result for result in kept if result["key"] in result["about"]] == []
    assert sets.called("polnear-dev") == "news of politics in the United States (PolNeAR)"
    assert sets.called("mine") == "the set mine"
