"""What the machine decided is right: a person says so, and nothing else changes."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings import corrections
from tellings.corrections import MENTION, QUOTATION, Correction, Entity, Span, new
from tellings.errors import CorrectionError
from tests.corrections import small
from tests.corrections.looking import applied, entity, mention, quotation, toponym
from tests.corrections.small import KIM, PARIS, WE_AGREE

SAID_BY = ["method", "score"]


def at(entity_id: str) -> Span:
    row = small.tables()["mentions"].query("entity_id == @entity_id").iloc[0]
    return Span(row.doc_id, int(row.start), int(row.end), row.text)


def doubtful() -> dict[str, pd.DataFrame]:
    """The machine's tables, in which it is sure of nothing."""
    tables = small.tables()
    for name in ("mentions", "entities", "quotations", "toponyms"):
        tables[name] = tables[name].assign(score=0.5)
    return tables


def changed(line: Correction) -> dict[str, pd.DataFrame]:
    machine = doubtful()
    done = corrections.apply(machine, [line])
    assert done.status.state.tolist() == ["in force"]
    for name, frame in done.tables.items():
        pd.testing.assert_frame_equal(frame.drop(columns=SAID_BY), machine[name].drop(columns=SAID_BY))
    return {**machine, **done.tables}


@pytest.mark.parametrize("entity_id", [KIM.entity_id, PARIS.entity_id])
def test_a_mention_is_accepted_alone(entity_id: str) -> None:
    line = new("accept", at(entity_id))
    assert line.value == MENTION
    tables = changed(line)
    row = mention(tables, at(entity_id))
    assert row.method == f"correction:{line.id}"
    assert pd.isna(row.score)
    assert tables["mentions"].score.isna().sum() == 1
    place = toponym(tables, at(entity_id))
    assert place is None or (place.method == f"correction:{line.id}" and pd.isna(place.score))


def test_an_entity_is_accepted_with_all_its_mentions() -> None:
    line = new("accept", Entity(KIM.entity_id, KIM.span))
    tables = changed(line)
    assert entity(tables, KIM.entity_id).method == f"correction:{line.id}"
    assert pd.isna(entity(tables, KIM.entity_id).score)
    own = tables["mentions"].entity_id == KIM.entity_id
    assert (tables["mentions"].score.isna() == own).all()


def test_the_speaker_of_a_quotation_is_accepted() -> None:
    line = new("accept", WE_AGREE, QUOTATION)
    row = quotation(changed(line), WE_AGREE)
    assert row.method == f"correction:{line.id}"
    assert pd.isna(row.score)


def test_what_a_correction_says_needs_no_second() -> None:
    rename = new("relink", at(PARIS.entity_id), KIM)
    accept = new("accept", at(PARIS.entity_id))
    status = corrections.apply(small.tables(), [rename, accept]).status
    assert status.state.tolist() == ["in force", "no effect"]
    assert mention(applied(rename), at(PARIS.entity_id)).method == f"correction:{rename.id}"


def test_undone_it_is_as_doubtful_as_it_was() -> None:
    line = new("accept", WE_AGREE, QUOTATION)
    assert corrections.apply(doubtful(), [line, new("undo", line.id)]).tables == {}


def test_a_later_line_may_say_otherwise() -> None:
    tables = applied(new("accept", at(PARIS.entity_id)), new("relink", at(PARIS.entity_id), KIM))
    assert mention(tables, at(PARIS.entity_id)).entity_id == KIM.entity_id


def test_a_quotation_is_accepted_by_its_span() -> None:
    with pytest.raises(CorrectionError, match="accepted by its span"):
        new("accept", KIM, QUOTATION)
