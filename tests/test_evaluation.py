"""Evaluation: the figures of small keys and sets worked out by hand, the scorers' agreement, saving, the command."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tellings import evaluation, store
from tellings.errors import SourceError
from tellings.evaluation.matching import b_cubed, iou, km, pairs
from tellings.evaluation.results import Measure, Result, save
from tests import corpora
from tests.eval import predictions, score_names, score_places, score_quotes

TEXT = (
    "President Anna Smith of the Bank of Peru met Mr. Lee in Lima. “It is a bad deal,” said John Smith, a lawyer. "
    "“We will fight it.” Mary Jones said that taxes would rise. He said the plan was “terrible”. Smith left Peru."
)


def _at(piece: str, nth: int = 0) -> dict[str, Any]:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(piece, at + 1)
    return {"start": at, "end": at + len(piece), "text": piece}


def _mention(piece: str, kind: str, entity: str, nth: int = 0, form: str = "name") -> dict[str, Any]:
    span = {
        "doc_id": "a",
        "sentence_id": "a:s0",
        "form": form,
        "type": kind,
        "entity_id": entity,
        "method": "hand",
    }
    return span | _at(piece, nth) | {"mention_id": f"a:m{piece}{nth}", "score": None}


def _entity(entity: str, name: str, kind: str) -> dict[str, Any]:
    return {
        "entity_id": entity,
        "name": name,
        "type": kind,
        "n_mentions": 1,
        "n_documents": 1,
        "method": "hand",
    }


def _quotation(
    name: str, piece: str, kind: str, speaker: str, entity: str | None, nth: int = 0
) -> dict[str, Any]:
    said = _at(speaker, nth)
    about = {
        "doc_id": "a",
        "quote_id": name,
        "turn_id": name,
        "sentence_id": "a:s0",
        "kind": kind,
        "anonymous": False,
    }
    who = {
        "speaker": speaker,
        "speaker_start": said["start"],
        "speaker_end": said["end"],
        "speaker_id": entity,
    }
    return about | _at(piece) | who | {"method": "hand"}


def _toponym(piece: str, nth: int, place: str, lat: float, lon: float) -> dict[str, Any]:
    about = {
        "doc_id": "a",
        "sentence_id": "a:s0",
        "mention_id": f"a:m{piece}{nth}",
        "name": piece,
        "kind": "city",
    }
    return (
        about
        | _at(piece, nth)
        | {"place_id": place, "lat": lat, "lon": lon, "use": "literal", "method": "hand"}
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    quotations = [
        _quotation("q1", "It is a bad deal,", "direct", "John Smith", "person:john-smith"),
        _quotation("q2", "We will fight it.", "direct", "Mary Jones", "person:mary-jones"),
        _quotation("q3", "taxes would rise", "indirect", "Mary Jones", "person:mary-jones"),
        _quotation("q4", "Lima", "scare", "He", None),
    ]
    rows = {
        "documents": [corpora.document("a", TEXT)],
        "mentions": [
            _mention("Anna Smith", "person", "person:anna-smith"),
            _mention("Bank of Peru", "person", "organisation:bank-of-peru"),
            _mention("Lima", "city", "gn:3936456"),
            _mention("John Smith", "person", "person:john-smith"),
            _mention("Mary", "person", "person:mary-jones"),
            _mention("Smith", "person", "person:john-smith", 2),
            _mention("deal", "product", "product:deal"),
            _mention("He", "person", "person:john-smith", form="pronoun"),
        ],
        "entities": [
            _entity("person:anna-smith", "Anna Smith", "person"),
            _entity("organisation:bank-of-peru", "Bank of Peru", "person"),
            _entity("gn:3936456", "Lima", "city"),
            _entity("person:john-smith", "John Smith", "person"),
            _entity("person:mary-jones", "Mary Jones", "person"),
            _entity("product:deal", "deal", "product"),
        ],
        "quotations": quotations,
        "quote_parts": [
            {k: q[k] for k in ("doc_id", "quote_id", "start", "end", "text")} | {"role": "content"}
            for q in quotations
        ],
        "toponyms": [
            _toponym("Lima", 0, "gn:3936456", -12.04, -77.03),
            _toponym("Peru", 1, "gn:1", 48.2, 16.4),
        ],
    }
    return corpora.write(tmp_path / "small", rows)


def _gold(layer: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": "a", "text": TEXT, layer: rows}


NAMES = _gold(
    "mentions",
    [
        _at("Anna Smith") | {"type": "person", "entity": "A"},
        _at("Bank of Peru") | {"type": "organisation", "entity": "B"},
        _at("Peru") | {"type": "place", "entity": "P", "ignore": True},
        _at("Lee") | {"type": "person", "entity": "L"},
        _at("Lima") | {"type": "city", "entity": "M"},
        _at("John Smith") | {"type": "person", "entity": "J"},
        _at("Mary Jones") | {"type": "person", "entity": "R"},
        _at("Smith", 2) | {"type": "person", "entity": "A"},
        _at("Peru", 1) | {"type": "country", "entity": "P"},
    ],
)


def _said(piece: str, kind: str, speaker: str, nth: int = 0, **more: Any) -> dict[str, Any]:
    span, who = _at(piece), _at(speaker, nth)
    about = {"quote_start": span["start"], "quote_end": span["end"], "kind": kind, "speaker": speaker}
    return about | {"speaker_start": who["start"], "speaker_end": who["end"]} | more


QUOTES = _gold(
    "quotes",
    [
        _said("“It is a bad deal,”", "direct", "John Smith", speaker_canonical="John Smith"),
        _said("“We will fight it.”", "direct", "John Smith", speaker_canonical="John Smith"),
        _said("that taxes would rise", "indirect", "Mary Jones", speaker_canonical="Mary Jones"),
        _said("the plan was “terrible”", "mixed", "He", nth=0, speaker_aliases=["John Smith"]),
    ],
)
PLACES = _gold(
    "places",
    [
        _at("Lima") | {"name": "Lima", "lat": -12.05, "lon": -77.04, "geonameid": 3936456},
        _at("Peru", 1) | {"name": "Peru", "lat": -9.2, "lon": -75.0, "geonameid": 3932488},
        _at("Bank") | {"name": "Bank", "lat": None, "lon": None, "geonameid": None},
    ],
)


def _set(tmp_path: Path, article: dict[str, Any]) -> Path:
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(article) + "\n", "utf-8")
    return path


def test_names_of_a_set(tmp_path: Path, corpus: Path) -> None:
    result = evaluation.evaluate("entities", _set(tmp_path, NAMES), corpus=corpus)
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
    result = evaluation.evaluate("quotations", _set(tmp_path, QUOTES), corpus=corpus)
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
    result = evaluation.evaluate("toponyms", _set(tmp_path, PLACES), corpus=corpus)
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
        result = evaluation.evaluate(what, _set(tmp_path, article), corpus=empty)
        assert all(m.recall in (0, None) for m in result.measures if "found" in m.name)


def _key(tmp_path: Path, dates: list[dict[str, Any]]) -> Path:
    folder = tmp_path / "key"
    folder.mkdir()
    line = {"start": 0, "end": 4}
    (folder / "documents.json").write_text(json.dumps({"documents": [{"id": "a", "boilerplate": [line]}]}))
    (folder / "dates.json").write_text(json.dumps({"expressions": dates}))
    return folder


def test_dates_of_a_key(tmp_path: Path) -> None:
    text = "Menu On Friday it rained for two hours; in March it will not. Now it snows."

    def at(piece: str) -> dict[str, Any]:
        return {"start": text.index(piece), "end": text.index(piece) + len(piece)}

    def row(piece: str, value: str | None) -> dict[str, Any]:
        about = {"doc_id": "a", "sentence_id": "a:s0", "text": piece, "type": "date", "method": "hand"}
        return about | at(piece) | {"value": value}

    def gold(piece: str, value: str, level: str = "core") -> dict[str, Any]:
        return at(piece) | {"doc": "a", "value": value, "level": level}

    key = _key(
        tmp_path,
        [
            gold("Menu", "2025"),
            gold("Friday", "2025-05-16"),
            gold("two hours", "PT2H"),
            gold("March", "2026-03"),
            gold("Now", "2025", "peripheral"),
        ],
    )
    found = [row("Friday", "2025-05-16"), row("hours", "PT3H"), row("Now", None), row("rained", None)]
    corpus = corpora.write(tmp_path / "c", {"documents": [corpora.document("a", text)], "dates": found})
    result = evaluation.evaluate("dates", key, corpus=corpus)
    measure = result["dates found"]
    assert (measure.n, measure.right, measure.precision) == (3, 2, 0.75)
    assert result["value right"].value == 0.5


def test_a_corpus_without_the_keys_documents_is_refused(tmp_path: Path, corpus: Path) -> None:
    key = _key(tmp_path, [])
    other = corpora.write(tmp_path / "other", {"documents": [corpora.document("b", TEXT)]})
    with pytest.raises(SourceError, match="lacks 1 of the 1 documents"):
        evaluation.evaluate("dates", key, corpus=other)
    with pytest.raises(SourceError, match=r"quotes\.json cannot be read"):
        evaluation.evaluate("quotations", key, corpus=corpus)
    with pytest.raises(SourceError, match="give a key's folder"):
        evaluation.evaluate("dates", _set(tmp_path, NAMES), corpus=corpus)
    with pytest.raises(SourceError, match="each with id, text and quotes"):
        evaluation.evaluate("quotations", _set(tmp_path, NAMES), corpus=corpus)
    with pytest.raises(ValueError, match="it may be entities"):
        evaluation.evaluate("verbs", key)


def test_saving_replaces_what_was_measured_before_and_keeps_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "evaluation.json"

    def result(what: str, value: float) -> Result:
        return Result(what, "key", "by hand", 2, False, {"rules": "1"}, (Measure("share", value=value, n=3),))

    save(result("dates", 0.5), path)
    save(result("quantities", 0.25), path)
    before = path.read_bytes()
    save(result("dates", 0.5), path)
    assert path.read_bytes() == before
    save(result("dates", 0.123456), path)
    saved = json.loads(path.read_text("utf-8"))["results"]
    assert [(r["what"], r["measures"][0]["value"]) for r in saved] == [
        ("dates", 0.1235),
        ("quantities", 0.25),
    ]


def test_the_command_prints_figures_or_a_reason(
    tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _set(tmp_path, PLACES)
    assert evaluation.command("toponyms", path, corpus=corpus, as_json=True) == 0
    assert json.loads(capsys.readouterr().out)["what"] == "toponyms"
    assert evaluation.command("toponyms", path, corpus=corpus) == 0
    assert "placed right" in capsys.readouterr().out
    assert evaluation.command("toponyms", tmp_path / "none.jsonl", corpus=corpus) == 1
    assert "cannot be read" in capsys.readouterr().out


def test_pairs_are_one_to_one_and_exact_ones_come_first() -> None:
    assert pairs([(0, 10), (10, 20)], [(0, 10), (5, 20), (11, 12)]) == [(0, 0), (1, 1)]
    assert pairs([(0, 5)], [(5, 9)]) == []
    assert iou((0, 10), (5, 15)) == pytest.approx(1 / 3)


def test_figures_of_the_literature() -> None:
    # Bagga and Baldwin (1998), their second response: precision 0.76 over twelve names in three chains of 5, 2 and 5
    key = [*["a"] * 5, *["b"] * 2, *["c"] * 5]
    response = [*["x"] * 5, *["y"] * 7]
    precision, recall = b_cubed(list(zip(key, response, strict=True)))
    assert (round(precision, 2), recall) == (0.76, 1.0)
    assert km((0, 0), (0, 1)) == pytest.approx(111.195, abs=0.01)
