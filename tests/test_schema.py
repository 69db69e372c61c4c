"""The tables' contract: types, nulls, keys, values."""

from __future__ import annotations

import datetime as dt
import random

import pandas as pd
import pytest

from tellings import schema
from tellings.errors import TableError


@pytest.mark.parametrize("name", schema.TABLES)
def test_an_empty_table_has_all_columns_and_survives_conform(name: str) -> None:
    empty = schema.empty(name)
    assert list(empty.columns) == schema.table(name).names
    assert len(empty) == 0
    assert schema.conform(empty, name).dtypes.tolist() == empty.dtypes.tolist()


def _dates(**change: object) -> pd.DataFrame:
    row = {
        "doc_id": "a",
        "sentence_id": "a:s0-9",
        "start": 0,
        "end": 4,
        "text": "2025",
        "type": "date",
        "value": "2025",
        "mod": None,
        "method": "year",
    }
    return pd.DataFrame([{**row, **change}])


def test_conform_orders_rows_and_drops_foreign_columns() -> None:
    frame = pd.concat([_dates(start=10, end=14), _dates()], ignore_index=True).assign(strange=1)
    checked = schema.conform(frame, "dates")
    assert checked.start.tolist() == [0, 10]
    assert "strange" not in checked.columns
    assert "strange" in frame.columns, "the argument stays as it is"


def test_conform_orders_rows_as_pandas_does_whatever_is_in_them() -> None:
    rng = random.Random(5)
    doc_ids = ["a", "b~2", "é", "z", "\U0001f600", "\ufb01", "A"]
    rows = [
        {"doc_id": rng.choice(doc_ids), "start": start, "end": rng.randrange(2**40)}
        for start in rng.sample(range(2**40), 500)
    ]
    frame = pd.concat([_dates(**row) for row in rows], ignore_index=True)
    order = list(schema.table("dates").order)
    by_pandas = frame.sort_values(order, kind="stable")["start"].tolist()
    checked = schema.conform(frame, "dates")
    assert checked["start"].tolist() == by_pandas
    assert schema.conform(checked, "dates")["start"].tolist() == by_pandas


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": None}, "null"),
        ({"type": "century"}, "century"),
        ({"start": "first"}, "start"),
    ],
)
def test_conform_names_what_is_wrong(change: dict[str, object], said: str) -> None:
    with pytest.raises(TableError, match=said):
        schema.conform(_dates(**change), "dates")


def test_conform_names_a_missing_column_and_a_repeated_key() -> None:
    with pytest.raises(TableError, match="method"):
        schema.conform(_dates().drop(columns="method"), "dates")
    with pytest.raises(TableError, match="key"):
        schema.conform(pd.concat([_dates(), _dates()]), "dates")


def test_nullable_whole_numbers_and_dates_keep_their_type() -> None:
    empty = schema.empty("quotations")
    assert str(empty.speaker_start.dtype) == "Int64"
    documents = pd.DataFrame(
        [
            {
                "doc_id": "a",
                "label": "A",
                "short": "A",
                "title": None,
                "publisher": None,
                "published": dt.date(2025, 5, 16),
                **dict.fromkeys(("byline", "section", "edition", "part", "copy_of")),
                "url": None,
                "language": "en",
                "source": "a.txt",
                "reader": "text",
                "sha256": "0",
                "n_chars": 1,
                "n_words": 1,
                "text": "A",
            }
        ]
    )
    assert schema.conform(documents, "documents").published.iloc[0] == dt.date(2025, 5, 16)


def test_an_unknown_table_is_answered_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="documents"):
        schema.table("articles")
