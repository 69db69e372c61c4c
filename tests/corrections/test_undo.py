from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings import corrections
from tests.corrections.small import KIM

AT = "2025-05-16T12:00:00Z"


def lines(*words: str) -> list[corrections.Correction]:
    """`a` is a correction with that id; `b-a` an undo of a with the id b, `c+a` a redo."""
    made = []
    for word in words:
        action = "undo" if "-" in word else "redo" if "+" in word else "rename"
        identity, _, named = word.replace("+", "-").partition("-")
        made.append(corrections.Correction(identity, AT, action, named or KIM, None if named else identity))
    return made


def in_force_of(log: list[corrections.Correction]) -> list[str]:
    """The ids of the corrections in force, without the undo and redo lines."""
    turns = ("undo", "redo")
    return [s.line.id for s in corrections.standing(log) if s.in_force and s.line.action not in turns]


@pytest.mark.parametrize(
    ("log", "in_force"),
    [
        ("a b", "a b"),
        ("a b u-a", "b"),
        ("a u-a r+a", "a"),
        ("a u-a r+a v-a", ""),
        ("a u-a v-u", "a"),  # an undone undo
        ("a u-a v-u w-v", ""),  # whose undo is undone
        ("a u-a v-u w+u", ""),  # or whose undo is redone
        ("a u-a v-a w-v", ""),  # two undos, one undone: the other holds
        ("a u-a r+a v-r", ""),  # an undone redo
        ("a r+a", "a"),  # a redo of what was never undone
        ("u-a a", "a"),  # an undo speaks of what stands before it
        ("a u-u", "a"),  # nothing undoes itself
        ("a u-x", "a"),  # nothing has this id
        ("a u-a a", ""),  # a line that stands twice counts once, where it stood first
    ],
)
def test_undo_and_redo(log: str, in_force: str) -> None:
    assert in_force_of(lines(*log.split())) == in_force.split()


@given(st.lists(st.tuples(st.sampled_from("-+"), st.integers(0, 12)), max_size=12))
def test_one_more_undo_of_the_last_line_is_as_if_it_had_not_been_written(
    history: list[tuple[str, int]],
) -> None:
    words = ["n0", "n1", *(f"n{i + 2}{sign}n{at}" for i, (sign, at) in enumerate(history))]
    log = lines(*words)
    undone = [*log, *lines(f"z-{log[-1].id}")]
    assert in_force_of(undone) == in_force_of(log[:-1])


def test_each_line_has_its_standing() -> None:
    found = corrections.standing(lines("a", "u-a", "v-x"))
    assert [(one.line.id, one.in_force, one.by, one.speaks_of) for one in found] == [
        ("a", False, "u", True),
        ("u", True, None, True),
        ("v", True, None, False),
    ]
