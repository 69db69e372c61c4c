"""Applying corrections to the small corpus, and looking at what became of its rows."""

from __future__ import annotations

import pandas as pd

from tellings import corrections
from tellings.corrections import Correction
from tests.corrections import small


def applied(*lines: Correction) -> dict[str, pd.DataFrame]:
    """All tables, corrected; every line must have had an effect."""
    machine = small.tables()
    done = corrections.apply(machine, lines)
    assert done.status.state.tolist() == ["in force"] * len(lines), done.status.reason.tolist()
    return {**machine, **done.tables}


def entity(tables: dict[str, pd.DataFrame], entity_id: str) -> pd.Series:
    found = tables["entities"][tables["entities"].entity_id == entity_id]
    assert len(found) == 1
    return found.iloc[0]


def variants(tables: dict[str, pd.DataFrame], entity_id: str) -> dict[str, int]:
    some = tables["variants"][tables["variants"].entity_id == entity_id]
    return dict(zip(some.text, some.n_mentions, strict=True))


def mention(tables: dict[str, pd.DataFrame], at: corrections.Span) -> pd.Series:
    some = tables["mentions"]
    return some[(some.doc_id == at.doc_id) & (some.start == at.start) & (some.end == at.end)].iloc[0]


def toponym(tables: dict[str, pd.DataFrame], at: corrections.Span) -> pd.Series | None:
    some = tables["toponyms"]
    some = some[(some.doc_id == at.doc_id) & (some.start == at.start)]
    return some.iloc[0] if len(some) else None


def quotation(tables: dict[str, pd.DataFrame], at: corrections.Span) -> pd.Series:
    some = tables["quotations"]
    machine = small.tables()["quotations"]
    quote_id = machine[(machine.doc_id == at.doc_id) & (machine.start == at.start)].quote_id.iloc[0]
    return some[some.quote_id == quote_id].iloc[0]


def pieces(tables: dict[str, pd.DataFrame], row: pd.Series, role: str) -> list[str]:
    some = tables["quote_parts"]
    return some[(some.quote_id == row.quote_id) & (some.role == role)].text.tolist()


def said(tables: dict[str, pd.DataFrame], row: pd.Series) -> dict[str, str | None]:
    some = tables["quote_speakers"]
    some = some[some.quote_id == row.quote_id]
    return dict(zip(some.text, (None if pd.isna(one) else one for one in some.entity_id), strict=True))
