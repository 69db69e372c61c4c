"""Sets of things joined two at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellings.identity.joined import Joined

pairs = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20)


@given(pairs)
def test_two_things_are_of_one_set_just_where_a_chain_of_pairs_joins_them(
    joined: list[tuple[int, int]],
) -> None:
    sets, expected = Joined(12), [{i} for i in range(12)]
    for a, b in joined:
        if sets.root(a) != sets.root(b):
            sets.join(sets.root(a), sets.root(b))
        one = expected[a] | expected[b]
        for i in one:
            expected[i] = one
    for i in range(12):
        assert {j for j in range(12) if sets.root(i) == sets.root(j)} == expected[i]
    assert sum(sets.is_root(i) for i in range(12)) == len({min(one) for one in expected})
