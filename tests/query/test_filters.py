"""Filters: from an address and back, and as conditions that bind every value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.query import filters
from tellings.query.filters import Filters


def test_an_address_is_read() -> None:
    read, notes = filters.parse(
        {"corpus": ["elm"], "doc": ["a", "b", "a"], "type": ["person"], "q": [" Kyiv "]}
    )
    assert read == Filters(corpus="elm", doc=("a", "b"), type=("person",), q="Kyiv")
    assert notes == []


def test_what_says_nothing_is_named_and_left_out() -> None:
    read, notes = filters.parse(
        {"colour": ["red"], "type": ["dragon", "city"], "anonymous": ["maybe"], "embed": ["true"]}
    )
    assert read == Filters(type=("city",))
    assert len(notes) == 3
    assert "“colour”" in notes[0]
    assert "“dragon” is not a value of type" in notes[1]
    assert "yes, no" in notes[2]


def test_what_is_too_long_is_cut_and_said_to_be() -> None:
    read, notes = filters.parse({"q": ["x" * 10_000]})
    assert read.q == "x" * filters.MAX_LENGTH
    assert "A value of q has more than 300 characters; the first 300 are used." in notes


def test_defaults_are_left_out_of_the_address() -> None:
    assert Filters().params() == {}
    assert Filters(doc=("a", "b"), q="x").params() == {"doc": ["a", "b"], "q": "x"}


_text = st.text(min_size=1, max_size=20).map(filters._clean).filter(bool)


@given(
    st.builds(
        Filters,
        corpus=_text,
        doc=st.lists(_text, max_size=3, unique=True).map(tuple),
        speaker=st.lists(_text, max_size=3, unique=True).map(tuple),
        q=_text,
        sel=st.lists(_text, max_size=3, unique=True).map(tuple),
    )
)
def test_every_view_survives_its_address(view: Filters) -> None:
    params = {name: [value] if isinstance(value, str) else value for name, value in view.params().items()}
    assert filters.parse(params) == (view, [])
    assert filters.parse_query(view.query) == (view, [])


def test_values_are_bound_never_written() -> None:
    evil = "x'; DROP TABLE documents; --"
    view = Filters(
        doc=(evil,), publisher=(evil,), entity=(evil,), speaker=(evil,), place=(evil,), cue=(evil,), q=evil
    )
    for table in ("documents", "sentences", "mentions", "quotations", "toponyms"):
        where = view.where(table)
        assert "DROP" not in where.sql
        assert where.sql.count("?") == len(where.params)


def test_only_what_is_named_travels() -> None:
    view = Filters(corpus="c", doc=("a",), q="x", sel=("mentions",))
    assert view.only("doc") == Filters(corpus="c", doc=("a",))


def test_a_table_without_filters_is_refused() -> None:
    with pytest.raises(ValueError, match="tokens"):
        Filters().where("tokens")


def test_an_answer_does_not_depend_on_what_is_open_and_shown() -> None:
    view = Filters(doc=("a",), sort="name", view="together", page=("entities:2",), sel=("mentions", "doc:a"))
    assert view.asked == Filters(doc=("a",), sort="name")
    assert view.active == ("doc",)


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [
        ("date", "2025-05-01..", "2025-05-01.."),
        ("date", "yesterday", ""),
        ("when", "2025-05", ("2025-05",)),
        ("when", "'; DROP", ()),
        ("page", "entities:2", ("entities:2",)),
        ("page", "entities:0", ()),
        ("layer", "machine", "machine"),
        ("layer", "people", ""),
        ("once", "tellings", "tellings"),
        ("once", "articles", ""),
        ("window", "0-5", "0-5"),
        ("window", "9-9", ""),
        ("width", "90", "90"),
        ("width", "1000000", ""),
        ("unit", "lemmas", "lemmas"),
    ],
)
def test_values_with_a_shape_of_their_own(name: str, value: str, left: object) -> None:
    read, notes = filters.parse({name: [value]})
    assert getattr(read, name) == left
    assert bool(notes) == (not left)
