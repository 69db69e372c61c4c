"""Places and their names as they are gathered, and the two files that they are written to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tellings.resources.gazetteer import ACTOR
from tellings.resources.placename_key import key

PLACES = pa.schema(
    [
        ("place_id", pa.string()),  # null where it is made of the GeoNames id
        ("name", pa.string()),
        ("kind", pa.string()),
        ("country_code", pa.string()),
        ("admin1_code", pa.string()),
        ("lat", pa.int32()),  # in thousandths of a degree
        ("lon", pa.int32()),
        ("population", pa.int32()),
        ("geonames", pa.int32()),
        ("wikidata", pa.string()),
        ("iso", pa.string()),
        ("level", pa.int8()),
    ]
)


class Table:
    """Places and their names as they are gathered."""

    def __init__(self) -> None:
        self.places: list[dict[str, Any]] = []
        self.names: dict[tuple[str, int], int] = {}
        self.by_id: dict[str, int] = {}

    def add(self, **place: Any) -> int:
        """Add a place, return its row; a place that is there already keeps its row."""
        place_id = place["place_id"]
        if place_id in self.by_id:
            if self.places[self.by_id[place_id]]["name"] != place["name"] and place_id.startswith("pt:"):
                raise ValueError(
                    f"{place['name']} has the point of {self.places[self.by_id[place_id]]['name']}"
                )
            return self.by_id[place_id]
        row = {"population": 0, "level": 0, **place}
        for column in ("lat", "lon"):
            if row.get(column) is not None:
                row[column] = round(float(row[column]) * 1000)
        self.by_id[place_id] = len(self.places)
        row["place_id"] = None if row.get("geonames") else place_id
        self.places.append({name: row.get(name) for name in PLACES.names})
        return len(self.places) - 1

    def call(self, row: int, name: str, use: int) -> None:
        """Let the place be found by the name; the strongest use of a name wins."""
        sought = key(name)
        if len(sought) > 1:
            before = self.names.get((sought, row), use)
            self.names[sought, row] = ACTOR if ACTOR in (use, before) else min(use, before)

    def write(self, folder: Path) -> None:
        """Write both files, names sorted by their UTF-8 bytes; whoever reads meanwhile reads the old ones."""
        places = pa.Table.from_pylist(self.places, schema=PLACES)
        pq.write_table(places, folder / "places.new", compression="zstd", compression_level=19)
        entries = sorted((sought.encode(), row, use) for (sought, row), use in self.names.items())
        names = pa.table(
            {
                "key": pa.array([k.decode() for k, _, _ in entries], pa.string()),
                "place": pa.array([row for _, row, _ in entries], pa.int32()),
                "use": pa.array([use for _, _, use in entries], pa.int8()),
            }
        )
        pq.write_table(
            names,
            folder / "names.new",
            compression="zstd",
            compression_level=19,
            use_dictionary=["use"],
            column_encoding={"key": "DELTA_BYTE_ARRAY"},
        )
        for file in ("places", "names"):
            (folder / f"{file}.new").replace(folder / f"{file}.parquet")
