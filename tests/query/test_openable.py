"""What is counted can be opened: every table of `OPENABLE`, dates and quantities among them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tellings.analysis import correcting, evidence, reading, times
from tellings.query.filters import Filters
from tellings.query.openable import OPENABLE
from tellings.query.selection import Selection, select
from tellings.store.corpus import Corpus
from tests import corpora

TEXT = "On 16 May 2025 they freed 1,000 prisoners, and in May 300 more; nobody knows when the 1,000 left."
DATES = (("16 May 2025", "2025-05-16"), ("May 300", "2025-05"), ("when", None))
QUANTITIES = (("1,000", 1000.0, "prisoners"), ("300", 300.0, "prisoners"), ("the 1,000", 1000.0, None))


def _found(printed: str, **columns: Any) -> dict[str, Any]:
    start = TEXT.rindex(printed) if printed == "the 1,000" else TEXT.index(printed)
    span = {"doc_id": "a", "sentence_id": f"a:s0-{len(TEXT)}", "start": start, "end": start + len(printed)}
    return {**span, "text": printed, "method": "test", **columns}


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    rows = corpora.paragraph("a", TEXT)
    rows["dates"] = [_found(printed, type="date", value=value) for printed, value in DATES]
    rows["quantities"] = [_found(printed, value=value, of=of) for printed, value, of in QUANTITIES]
    apart = corpora.paragraph("b", TEXT, counted=False)
    for name, some in apart.items():
        rows[name] += some
    rows["dates"].append({**rows["dates"][0], "doc_id": "b", "sentence_id": f"b:s0-{len(TEXT)}"})
    with Corpus(corpora.write(tmp_path / "c", rows)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("opened", "printed"),
    [
        (select("dates"), ["16 May 2025", "May 300", "when"]),
        (select("dates", period="2025-05"), ["16 May 2025", "May 300"]),
        (select("dates", value="2025-05"), ["May 300"]),
        (select("dates", value="unknown"), ["when"]),
        (select("dates", doc="b"), []),
        (select("quantities", of="prisoners"), ["1,000", "300"]),
        (select("quantities", value="1000"), ["1,000", "the 1,000"]),
        (select("quantities", value="many"), []),
        (select("quantities", of="unknown"), ["the 1,000"]),
        (select("quantities", unit="unknown", text="300"), ["300"]),
    ],
)
def test_dates_and_quantities_open_as_many_marked_spans_as_are_counted(
    corpus: Corpus, opened: Selection, printed: list[str]
) -> None:
    assert evidence.count(corpus, Filters(), opened) == len(printed)
    passages = evidence.passages(corpus, Filters(), opened)
    marked = [TEXT[mark.start : mark.end] for passage in passages for mark in passage.marks]
    assert marked == printed
    assert all(passage.text == TEXT for passage in passages)


def test_filters_bear_on_dates_and_quantities(corpus: Corpus) -> None:
    assert evidence.count(corpus, Filters(q="300"), select("quantities")) == 1
    assert evidence.count(corpus, Filters(when=("2024",)), select("dates")) == 0
    spoken = times.spoken_of(corpus, Filters(), "quantities")
    assert dict(zip(spoken.period, spoken.n, strict=True)) == {"2025": 3, "2025-05": 3}


@pytest.mark.parametrize("table", OPENABLE)
def test_every_table_opens_with_all_its_keys(corpus: Corpus, table: str) -> None:
    for key in (*OPENABLE[table].picks, "doc", "publisher", "text"):
        assert evidence.count(corpus, Filters(), select(table, **{key: "nothing"})) >= 0
        assert evidence.spans(corpus, Filters(), select(table, **{key: "nothing"})) is not None


@pytest.mark.parametrize("table", [name for name, one in OPENABLE.items() if one.key])
def test_the_reader_knows_what_its_marks_are(corpus: Corpus, table: str) -> None:
    for mark in reading.marks(corpus, "a").itertuples():
        assert reading.facts(corpus, mark.kind, mark.id)["text"] == mark.text
        found = correcting.marked_at(corpus, "a", int(mark.start), int(mark.end))
        assert found == {"kind": mark.kind, "id": mark.id}
    assert reading.facts(corpus, table, "nothing") == {}


def test_one_row_or_several_have_their_words() -> None:
    assert [OPENABLE["quantities"].noun(n) for n in (0, 1, 2)] == ["quantities", "quantity", "quantities"]
