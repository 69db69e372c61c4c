"""Applying a log: what each line changed, and what is not read."""

from __future__ import annotations

import pandas as pd

from tellings import corrections
from tellings.corrections import new
from tests.corrections import small
from tests.corrections.small import (
    KIM,
    KIM_RO,
    LEE,
    LYON,
)


def test_the_status_counts_what_each_line_changed() -> None:
    lines = [
        new("merge", KIM, KIM_RO, "one person"),
        new("rename", LEE, "Lee"),
        new("rename", LEE, "Lee Bo"),
        undone := new("reject", LYON),
        new("undo", undone.id),
        new("undo", "nothing"),
    ]
    status = corrections.apply(small.tables(), lines).status
    assert status.columns.tolist() == list(corrections.COLUMNS)
    assert status.id.tolist() == [line.id for line in lines]
    assert status.state.tolist() == ["in force", "no effect", "in force", "undone", "in force", "target gone"]
    assert status.n_mentions.tolist() == [6, 0, 3, 0, 0, 0]
    assert status.n_quotations.tolist() == [3, 0, 0, 0, 0, 0]
    assert status.n_documents.tolist() == [2, 0, 3, 0, 0, 0]
    assert status.target.tolist()[:5] == ["Kim", "Lee", "Lee", "Lyon", "reject Lyon"]
    assert status.why[0] == "one person"


def test_no_lines_change_nothing_and_read_nothing() -> None:
    done = corrections.apply({}, [])
    assert done.tables == {}
    assert done.successors == {}
    assert done.status.columns.tolist() == list(corrections.COLUMNS)


def test_tables_that_are_not_needed_are_not_read() -> None:
    machine, asked = small.tables(), []

    def read(name: str) -> pd.DataFrame:
        asked.append(name)
        return machine[name]

    corrections.apply(corrections.Tables(read), [new("rename", KIM, "Kim Il")])
    assert len(asked) == len(set(asked))
    assert not {"documents", "quote_parts"} & set(asked)
