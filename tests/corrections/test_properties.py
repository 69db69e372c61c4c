"""What holds for any corrections, in any order."""

from __future__ import annotations

from itertools import permutations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings import corrections, schema
from tellings.corrections import (
    Correction,
    NewEntity,
    Part,
    Place,
    Side,
    Speaker,
    Speakers,
    Unmarked,
    Use,
    applying,
    new,
)
from tellings.corrections.state import State
from tests.corrections import small
from tests.corrections.small import ENTITIES, QUOTATIONS, TEXTS

MENTIONS = [
    corrections.Span(row.doc_id, row.start, row.end, row.text)
    for row in small.tables()["mentions"].itertuples()
]
ENTITY, MENTION, QUOTATION = st.sampled_from(ENTITIES), st.sampled_from(MENTIONS), st.sampled_from(QUOTATIONS)
TYPE = st.sampled_from(schema.TYPES)
SOMEONE = ENTITY | st.builds(NewEntity, st.sampled_from(("Ann", "Bo")), TYPE) | st.none()
PLACE = st.sampled_from(
    (
        Place("Lyons", "city", place_id="gn:2", lat=1.0, lon=2.0, country_code="US"),
        Place("Texas", "region", lat=31.0, lon=-99.0, country_code="US", admin1_code="US-TX"),
        Place("The Sea", "water", place_id="ne:7"),
        Use("metonymic", "gn:9"),
        Use("literal"),
        None,
    )
)
MISSED_NAME = Unmarked(small.span("herald", "Minister"))
MISSED = st.sampled_from([Unmarked(small.span("herald", words)) for words in ("Minister", "spoke", "Acme")])
PART = st.builds(
    Part, st.lists(MENTION, min_size=1, max_size=3).map(tuple), st.none(), st.none()
) | st.builds(
    Part,
    st.just(()),
    st.sampled_from(("Kim", "Paris", "Lee")),
    st.none() | st.sampled_from(sorted(TEXTS)),
    st.none(),
    TYPE,
)


@st.composite
def pieces(draw: st.DrawFn) -> tuple[corrections.Span, ...]:
    """Boundaries somewhere in one article."""
    doc_id = draw(st.sampled_from(sorted(TEXTS)))
    text = TEXTS[doc_id]
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4, unique=True)))
    ends = list(zip(cuts[::2], cuts[1::2], strict=False))
    spans = [
        corrections.Span(doc_id, start, end, text[start:end])
        for start, end in ends
        if text[start:end].strip()
    ]
    return tuple(spans) or (draw(QUOTATION),)


LINE = st.one_of(
    st.builds(new, st.just("merge"), ENTITY, ENTITY),
    st.builds(new, st.just("split"), ENTITY, PART),
    st.builds(new, st.just("rename"), ENTITY, st.sampled_from(("A", "B"))),
    st.builds(new, st.just("retype"), ENTITY | MENTION, TYPE),
    st.builds(new, st.just("reject"), ENTITY | MENTION),
    st.builds(new, st.just("reject"), QUOTATION, st.just(corrections.QUOTATION)),
    st.builds(new, st.just("accept"), ENTITY | MENTION),
    st.builds(new, st.just("accept"), QUOTATION, st.just(corrections.QUOTATION)),
    st.builds(new, st.just("relink"), MENTION, SOMEONE),
    st.builds(new, st.just("relink"), MISSED, ENTITY | st.builds(NewEntity, st.just("Ann"), TYPE)),
    st.builds(new, st.just("retype"), ENTITY, st.sampled_from((Side("FR"), Side("UA"), Side(None)))),
    st.builds(
        new,
        st.just("attribute"),
        QUOTATION,
        st.builds(
            Speakers,
            st.lists(st.builds(Speaker, SOMEONE, st.none() | MENTION), max_size=3).map(tuple),
            st.booleans(),
        ),
    ),
    st.builds(new, st.just("rekind"), QUOTATION, st.sampled_from(schema.QUOTE_KINDS)),
    st.builds(new, st.just("respan"), QUOTATION, pieces()),
    st.builds(new, st.just("relocate"), ENTITY | MENTION, PLACE),
)


@st.composite
def logs(draw: st.DrawFn) -> list[Correction]:
    """A log in which some lines undo and redo others."""
    lines: list[Correction] = []
    for line in draw(st.lists(LINE | st.sampled_from(("undo", "redo")), max_size=10)):
        if isinstance(line, Correction):
            lines.append(line)
        elif lines:
            lines.append(new(line, draw(st.sampled_from(lines)).id))
    return lines


def same(one: dict[str, pd.DataFrame], other: dict[str, pd.DataFrame]) -> None:
    """The same tables changed in the same way."""
    assert one.keys() == other.keys()
    for name, frame in one.items():
        pd.testing.assert_frame_equal(frame, other[name])


@settings(max_examples=40)
@given(logs())
def test_the_corrected_tables_hold_together(lines: list[Correction]) -> None:
    machine = small.tables()
    done = corrections.apply(machine, lines)
    same(machine, small.tables())  # what came in is as it was
    tables = {**machine, **done.tables}
    for name, frame in done.tables.items():
        pd.testing.assert_frame_equal(frame, schema.conform(frame, name))
        assert not frame.equals(machine[name])
    for name in ("mentions", "quotations", "quote_parts", "quote_speakers", "toponyms"):
        for row in tables[name].itertuples():
            assert TEXTS[row.doc_id][row.start : row.end] == row.text
    counted = small.count(tables)
    pd.testing.assert_frame_equal(tables["variants"], counted["variants"])
    keys = ["entity_id", "n_mentions", "n_documents"]
    found = tables["entities"][keys].merge(counted["entities"][keys], on="entity_id", how="left")
    assert (found.n_mentions_x == found.n_mentions_y.fillna(0)).all()
    assert (found.n_documents_x == found.n_documents_y.fillna(0)).all()
    _references(tables)
    _places(tables)
    assert done.status.state.isin(("in force", "undone", "target gone", "no effect")).all()
    assert (done.status.reason[done.status.state != "in force"] != "").all()
    assert set(done.successors.values()) <= set(tables["entities"].entity_id)


def _references(tables: dict[str, pd.DataFrame]) -> None:
    entities = tables["entities"].set_index("entity_id").type
    for name, column in (
        ("mentions", "entity_id"),
        ("quotations", "speaker_id"),
        ("quote_speakers", "entity_id"),
    ):
        assert set(tables[name][column].dropna()) <= set(entities.index), name
    linked = tables["mentions"].dropna(subset=["entity_id"])
    assert (linked.type == linked.entity_id.map(entities)).all()
    for name in ("quote_parts", "quote_speakers"):
        assert set(tables[name].quote_id) <= set(tables["quotations"].quote_id)
    content = (
        tables["quote_parts"]
        .query("role == 'content'")
        .groupby("quote_id")
        .agg({"start": "min", "end": "max"})
    )
    for row in tables["quotations"].itertuples():
        assert tuple(content.loc[row.quote_id]) == (row.start, row.end)
        own = tables["quote_speakers"].query("quote_id == @row.quote_id")
        if len(own) == 1:
            assert [row.speaker_id] == own.entity_id.tolist() or (
                pd.isna(row.speaker_id) and own.entity_id.isna().all()
            )


def _places(tables: dict[str, pd.DataFrame]) -> None:
    both = tables["toponyms"].merge(tables["mentions"], on="mention_id", how="left", suffixes=("", "_m"))
    assert (both.text == both.text_m).all()
    placed = both[both.place_id.notna()]
    assert (placed.place_id == placed.entity_id).all()
    names = tables["mentions"][tables["mentions"].form.isin(("name", "demonym"))]
    there = names.type.isin(schema.PLACE_TYPES)
    assert set(names.mention_id[there]) == set(tables["toponyms"].mention_id)
    assert set(tables["toponyms"].stands_for.dropna()) <= set(tables["entities"].entity_id)


@settings(max_examples=12)
@given(logs())
def test_undoing_everything_gives_the_machines_layer(lines: list[Correction]) -> None:
    undone = [*lines, *(new("undo", line.id) for line in lines if line.action not in ("undo", "redo"))]
    done = corrections.apply(small.tables(), undone)
    assert done.tables == {}
    assert done.successors == {}


@settings(max_examples=12)
@given(st.lists(LINE, min_size=1, max_size=6), st.data())
def test_an_undone_line_is_as_if_it_had_not_been_written(
    lines: list[Correction], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(lines))
    undone = corrections.apply(small.tables(), [*lines, new("undo", gone.id)])
    same(
        undone.tables, corrections.apply(small.tables(), [line for line in lines if line is not gone]).tables
    )


@settings(max_examples=12)
@given(logs())
def test_a_log_read_back_or_written_twice_says_the_same(lines: list[Correction]) -> None:
    once = corrections.apply(small.tables(), lines)
    read = corrections.loads(corrections.export([*lines, *lines])).lines
    for log in (read, [*lines, *lines]):
        again = corrections.apply(small.tables(), log)
        same(once.tables, again.tables)
        pd.testing.assert_frame_equal(once.status, again.status)
        assert once.successors == again.successors


APART = (
    new("merge", small.JANE, small.KIM),
    new("split", small.KIM_RO, Part(form="Kim Ro", doc_id="post", name="Ro")),
    new("rename", small.LEE, "Lee Bo"),
    new("retype", small.ACME, "organisation"),
    new("relocate", small.PARIS, Place("Paris", "city", lat=33.66, lon=-95.55)),
    new("reject", small.SPRINGFIELD),
    new("rekind", small.DEAL_OFF, "direct"),
    new("respan", small.WE_AGREE, (small.span("gazette", "agree"),)),
    new("attribute", small.OVER, Speakers((Speaker(small.NEWS),))),
)


@settings(max_examples=12)
@given(st.permutations(APART), st.integers(1, len(APART)))
def test_the_order_of_corrections_of_different_things_does_not_matter(
    lines: list[Correction], n: int
) -> None:
    some = [line for line in APART if line in lines[:n]]
    same(corrections.apply(small.tables(), lines[:n]).tables, corrections.apply(small.tables(), some).tables)


def test_two_lines_about_one_thing_follow_each_other() -> None:
    first, second = new("rename", small.KIM, "A"), new("rename", small.KIM, "B")
    for lines in permutations((first, second)):
        entities = corrections.apply(small.tables(), lines).tables["entities"].set_index("entity_id")
        assert entities.loc["person:kim", "name"] == lines[-1].value


@settings(max_examples=25)
@given(logs(), st.data())
def test_going_on_from_what_was_applied_makes_no_difference(
    lines: list[Correction], data: st.DataObject
) -> None:
    cuts = data.draw(st.sets(st.integers(0, max(len(lines) - 1, 0)), min_size=1, max_size=2))
    before = None
    for n in sorted(cuts):
        before = corrections.apply(small.tables(), lines[:n], before=before)
    done, anew = (corrections.apply(small.tables(), lines, before=one) for one in (before, None))
    same(done.tables, anew.tables)
    pd.testing.assert_frame_equal(done.status, anew.status)
    pd.testing.assert_frame_equal(done.changed, anew.changed)
    assert done.successors == anew.successors


def test_a_line_more_is_applied_alone_and_one_answer_is_gone_on_from_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passes = []
    monkeypatch.setattr(applying, "State", lambda tables: passes.append(1) or State(tables))
    first = corrections.apply(small.tables(), list(APART))
    more = [*APART, new("rename", small.KIM, "A"), new("relink", MISSED_NAME, small.KIM)]
    corrections.apply(small.tables(), more, before=first)
    assert len(passes) == 1
    corrections.apply(small.tables(), more, before=first)
    assert len(passes) == 2
