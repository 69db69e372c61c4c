"""Names of any letters and marks: they are compared, linked within an article and across a corpus without an error."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tellings.identity.compare import letters, parts, slug
from tellings.identity.link import Form, link_forms
from tellings.resolution.matching import cluster
from tellings.resolution.units import Unit
from tellings.schema import TYPES

ODD = [
    "' 𬚃 \U0010f2d9🌣",
    "☀",
    "…",
    "’s",
    "The",
    "Co.",
    "THE ☀",
    "S.A.",
    "GM",
    "Ford Motor Co.",
    "Łódź",
    "北京",
    "-",
    "A&",
]
names = st.one_of(
    st.sampled_from(ODD),
    st.lists(st.sampled_from(ODD), min_size=2, max_size=3).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
)
forms = st.lists(st.tuples(names, st.sampled_from(TYPES)), max_size=8, unique=True)


@given(forms)
def test_any_names_are_linked_each_once(found: list[tuple[str, str]]) -> None:
    links = link_forms([Form(*one) for one in found])
    assert [link.text for link in links] == [text for text, _ in found]
    assert all(links[link.root].root == link.root for link in links)


@given(forms)
def test_any_names_become_entities_each_once(found: list[tuple[str, str]]) -> None:
    units = [
        Unit(f"d{i % 3}", f"{kind}:{i}", kind, Counter({text: 1}), named=True)
        for i, (text, kind) in enumerate(found)
    ]
    expected = sorted((u.doc_id, u.chain) for u in units)
    assert sorted(unit for one in cluster(units, Counter()) for unit in one.units) == expected


@given(names)
def test_a_name_of_marks_alone_is_compared_as_printed(a: str) -> None:
    assert parts(a)
    assert slug(a)
    for kind in ("person", "organisation", "other"):
        assert letters(a, kind)


def test_symbols_are_told_apart() -> None:
    assert len({letters(text, "organisation") for text in ("☀", "☂", "…")}) == 3
