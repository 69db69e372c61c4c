"""What is taken away: held against the formats' own rules and against the tables."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd
import pytest

from tellings import cli, exports
from tellings.analysis import place_records
from tellings.exports import geojson, linked_places, lp_tsv
from tellings.exports.gathered import FEATURE_CLASS
from tellings.exports.values import position
from tellings.query.filters import Filters
from tellings.settings import ROOT
from tellings.store import corpus as store
from tellings.store.corpus import Corpus
from tests import corpora, shown

ABOUT = exports.About("elm", "The elm", "0" * 64, "Tellings 0", "as the machine found it", "none", "The elm")


@pytest.fixture(scope="module")
def corpus() -> Iterator[Corpus]:
    with store.open(corrections=False) as corpus:
        yield corpus


def mention(number: int, text: str, **columns: Any) -> dict[str, Any]:
    row = dict.fromkeys(
        (
            "name",
            "kind",
            "country_code",
            "admin1_code",
            "stands_for",
            "wikidata",
            "title",
            "publisher",
            "published",
            "url",
        )
    )
    row |= {
        "mention_id": f"a:m{number}",
        "doc_id": "a",
        "start": number,
        "end": number + len(text),
        "text": text,
    }
    row |= {
        "place_id": f"gn:{text}",
        "lat": 1.0,
        "lon": 2.0,
        "use": "literal",
        "method": "test",
        "score": None,
    }
    row |= {"entity_id": None, "label": "A", "sentence_start": 0, "sentence_end": 9, "sentence": text}
    return {**row, **columns}


def made(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(rows)


def test_geojson_has_a_feature_for_every_mention_with_all_columns(corpus: Corpus) -> None:
    content, n = exports.write(corpus, "geojson")
    document = json.loads(content)
    found = place_records.mentions(corpus, Filters())
    texts = corpus.documents.set_index("doc_id").text
    assert n == len(found) == len(document["features"]) == document["tellings"]["n"]
    assert set(found.columns) - {"lat", "lon"} == set(geojson.FIELDS)
    for feature in document["features"]:
        said = feature["properties"]
        text = texts[said["doc_id"]]
        assert text[said["start"] : said["end"]] == said["text"]
        assert text[said["sentence_start"] : said["sentence_end"]] == said["sentence"]
        assert feature["id"] == said["mention_id"]
    assert document["tellings"]["sources_hash"].startswith(corpus.hash)
    assert "CC BY 4.0" in document["tellings"]["licence"]


def test_geojson_is_read_by_geopandas(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "places.geojson"
    path.write_bytes(exports.write(corpus, "geojson")[0])
    read = geopandas.read_file(path)
    found = place_records.mentions(corpus, Filters())
    assert read.crs.to_epsg() == 4326
    assert len(read) == len(found)
    assert read.geometry.notna().sum() == found.lat.notna().sum()
    points = read[read.geometry.notna()]
    assert points.geometry.x.round(6).tolist() == found[found.lat.notna()].lon.round(6).tolist()


def test_geojson_holds_to_rfc_7946(corpus: Corpus) -> None:
    document = json.loads(exports.write(corpus, "geojson")[0])
    assert document["type"] == "FeatureCollection"
    west, south, east, north = document["bbox"]
    for feature in document["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        if feature["geometry"]:
            lon, lat = feature["geometry"]["coordinates"]
            assert west <= lon <= east
            assert south <= lat <= north
            assert (round(lon, 6), round(lat, 6)) == (lon, lat)


@pytest.mark.parametrize(
    ("lon", "lat", "there"),
    [
        (180, 0, [180.0, 0.0]),
        (-180, 0, [-180.0, 0.0]),
        (190.5, -17, [-169.5, -17.0]),
        (30.12345678, 90, [30.123457, 90.0]),
        (0, -90, [0.0, -90.0]),
        (0, 91, None),
        (None, 1, None),
        (float("nan"), 1, None),
    ],
)
def test_positions(lon: float, lat: float, there: list[float] | None) -> None:
    assert position(lon, lat) == there


@pytest.mark.parametrize(
    ("points", "box"),
    [
        ([[178.0, -18.0], [-179.0, -17.0]], [178.0, -18.0, -179.0, -17.0]),
        ([[10.0, 1.0], [20.0, 2.0]], [10.0, 1.0, 20.0, 2.0]),
        ([[5.0, 90.0]], [5.0, 90.0, 5.0, 90.0]),
        ([[-100.0, 0.0], [0.0, 0.0], [100.0, 0.0]], [-100.0, 0.0, 100.0, 0.0]),
    ],
)
def test_the_box_may_cross_the_antimeridian(points: list[list[float]], box: list[float]) -> None:
    assert geojson.bbox(points) == box


def test_an_unplaced_name_is_kept_without_a_geometry() -> None:
    rows = made(
        mention(0, "Nowhere", place_id=None, lat=None, lon=None), mention(9, "Suva", lon=178.4, lat=-18.1)
    )
    document = json.loads(geojson.write(rows, ABOUT))
    assert [feature["geometry"] is None for feature in document["features"]] == [True, False]
    assert document["features"][0]["properties"]["place_id"] is None


def test_linked_places_have_what_the_format_requires(corpus: Corpus) -> None:
    document = json.loads(exports.write(corpus, "lpf")[0])
    assert document["type"] == "FeatureCollection"
    assert document["@context"].endswith(".jsonld")
    places = {row.place_id for row in corpus.toponyms.itertuples() if row.use != "demonym"}
    identifiers = [feature["@id"] for feature in document["features"]]
    assert len(identifiers) == len(set(identifiers))
    assert {feature["properties"]["place_id"] for feature in document["features"]} <= places
    for feature in document["features"]:
        assert uuid.UUID(feature["@id"])
        assert feature["properties"]["title"]
        assert set(feature["properties"]["fclasses"]) <= set("AHLPRST")
        assert all(re.fullmatch("[A-Z]{2}", code) for code in feature["properties"]["ccodes"])
        assert feature["geometry"]["type"] == "GeometryCollection"
        assert feature["names"][0]["toponym"]
        assert feature["names"][0]["citations"][0]["label"]
        assert all(span["start"]["in"] for span in feature["when"]["timespans"])
        assert all(link["identifier"].startswith("http") for link in feature["links"])
        assert sum(1 for name in feature["names"]) == len({name["toponym"] for name in feature["names"]})


def test_linked_places_keep_every_printed_form(corpus: Corpus) -> None:
    document = json.loads(exports.write(corpus, "lpf")[0])
    names = {f["properties"]["title"]: {n["toponym"] for n in f["names"]} for f in document["features"]}
    assert names["Dolmabahçe Palace"] == {"Dolmabahçe Palace", "Dolmabahce Palace"}
    assert geopandas.read_file(io.BytesIO(exports.write(corpus, "lpf")[0])).geometry.geom_type.notna().any()


def test_a_record_keeps_its_identifier_and_says_when_nothing_is_dated() -> None:
    rows = made(mention(0, "Suva", kind="city", name="Suva"))
    first, second = (json.loads(linked_places.write(rows, ABOUT))["features"][0] for _ in range(2))
    assert first == second
    assert "when" not in first
    assert first["properties"]["fclasses"] == ["P"]


def test_lp_tsv_has_the_required_columns_and_no_stray_mark(corpus: Corpus) -> None:
    text = exports.write(corpus, "lp-tsv")[0].decode("utf-8")
    lines = text.splitlines()
    assert tuple(lines[0].split("\t")) == lp_tsv.COLUMNS
    assert '"' not in text
    rows = [dict(zip(lp_tsv.COLUMNS, line.split("\t"), strict=True)) for line in lines[1:]]
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["title"]
        assert row["title_source"]
        assert row["fclasses"] in FEATURE_CLASS.values()
        assert row["attestation_year"] == "2025"
        assert not row["aat_types"] or row["types"]


def test_lp_tsv_keeps_hostile_names_in_their_cells() -> None:
    rows = made(
        mention(0, 'Port\t"Elm"\nNorth', name="Port Elm", place_id="gn:1", published=date(2024, 2, 1)),
        mention(40, "A;B@c", place_id="gn:1"),
    )
    lines = lp_tsv.write(rows, ABOUT).decode("utf-8").splitlines()
    assert [len(line.split("\t")) for line in lines] == [len(lp_tsv.COLUMNS)] * 2
    variants = lines[1].split("\t")[lp_tsv.COLUMNS.index("variants")]
    assert len(variants.split(";")) == 2
    assert variants.count("@") == 2


def test_lp_tsv_never_holds_a_formula() -> None:
    rows = made(
        mention(
            0,
            "=HYPERLINK(1)",
            name="@SUM(1)",
            place_id="+gn:1",
            lon=-73.9,
            lat=-40.7,
            published=date(2024, 2, 1),
        ),
        mention(40, "\t-1", place_id="+gn:1"),
    )
    cells = lp_tsv.write(rows, ABOUT).decode("utf-8").splitlines()[1].split("\t")
    assert [cell for cell in cells if cell[:1] in set("=+-@")] == ["-73.9", "-40.7"]
    assert {cell for cell in cells if cell.startswith("'")} == {
        "'+gn:1",
        "'@SUM(1)",
        "'-1@en;=HYPERLINK(1)@en",
    }


@pytest.mark.parametrize("to", ["lpf", "lp-tsv", "geojson"])
def test_a_file_links_to_addresses_in_the_web_only(to: str) -> None:
    rows = made(
        mention(0, "Suva", name="Suva", url="javascript:alert(1)"),
        mention(40, "Nadi", name="Nadi", url="https://example.org/a"),
    )
    text = exports.FORMATS[to].writer(rows, ABOUT).decode("utf-8")
    assert "javascript" not in text
    assert "https://example.org/a" in text


def test_csv_is_as_rich_and_never_a_formula() -> None:
    rows = made(mention(0, "=HYPERLINK(1)", sentence="+1"))
    read = list(csv.reader(io.StringIO(exports.FORMATS["places"].writer(rows, ABOUT).decode("utf-8-sig"))))
    assert set(read[0]) >= {*geojson.FIELDS, "lat", "lon"}
    assert "'=HYPERLINK(1)" in read[1]
    assert "'+1" in read[1]


def test_another_format_is_refused(corpus: Corpus) -> None:
    with pytest.raises(ValueError, match="geojson"):
        exports.write(corpus, "shapefile")


@pytest.mark.parametrize("to", exports.PLACES)
def test_the_command_writes_what_the_library_writes(
    to: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = shown.write(tmp_path / "elm"), tmp_path / "places.out"
    assert cli.main(["export", str(path), "--to", to, "--out", str(out)]) == cli.DONE
    assert "5 place names" in capsys.readouterr().out
    with store.open(path) as corpus:
        assert out.read_bytes() == exports.write(corpus, to)[0]


def test_a_file_that_is_there_is_replaced_only_when_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = shown.write(tmp_path / "elm"), tmp_path / "thesis.txt"
    out.write_text("a year's work")
    command = ["export", str(path), "--to", "places", "--out", str(out)]
    assert cli.main(command) == cli.NOTHING
    assert "--force" in capsys.readouterr().err
    assert out.read_text() == "a year's work"
    assert cli.main([*command, "--force"]) == cli.DONE
    assert out.read_text("utf-8-sig").startswith("mention_id,")


def test_a_corpus_without_places_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = corpora.write(tmp_path / "none", corpora.paragraph("a", "Nothing.")), tmp_path / "places.out"
    assert cli.main(["export", str(path), "--to", "geojson", "--out", str(out)]) == cli.NOTHING
    assert "no place names to take" in capsys.readouterr().err
    assert not out.exists()


def test_a_full_disk_is_said_and_leaves_what_was_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out = shown.write(tmp_path / "elm"), tmp_path / "places.csv"
    out.write_text("a year's work")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tellings.folder.atomic.os.fsync", full)
    assert cli.main(["export", str(path), "--to", "places", "--out", str(out), "--force"]) == cli.NOTHING
    assert "The disk is full" in capsys.readouterr().err
    assert out.read_text() == "a year's work"
    assert not [
        one for one in tmp_path.iterdir() if one.name.startswith((".places", "places")) and one != out
    ]


def test_a_file_that_cannot_be_written_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shown.write(tmp_path / "elm")
    assert cli.main(["export", str(path), "--to", "places", "--out", str(tmp_path)]) == cli.NOTHING
    assert "cannot be read or written" in capsys.readouterr().err
    assert cli.main(["export", str(path), "--to", "shapefile", "--out", "x"]) == cli.USAGE
    nowhere = tmp_path / "none" / "x.csv"
    assert cli.main(["export", str(path), "--to", "places", "--out", str(nowhere)]) == cli.NOTHING
    assert f"no folder {nowhere.parent}; make it" in capsys.readouterr().err


def test_a_full_disk_leaves_the_file_that_was_to_be_replaced(tmp_path: Path) -> None:
    path, out = shown.write(tmp_path / "elm"), tmp_path / "thesis.txt"
    out.write_text("a year's work")
    code = (
        "import resource, sys; from tellings import cli; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); sys.exit(cli.main(sys.argv[1:]))"
    )
    command = ["export", str(path), "--to", "places", "--out", str(out), "--force"]
    done = subprocess.run(
        [sys.executable, "-c", code, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == cli.NOTHING, done.stderr
    assert "too large" in done.stderr.lower()
    assert out.read_text() == "a year's work"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("thesis")] == ["thesis.txt"]
