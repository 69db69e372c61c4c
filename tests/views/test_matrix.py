"""Matrices on a telephone: labels stand above their cells, and leave the width to these."""

from __future__ import annotations

import pytest

from tellings.views import matrix
from tellings.views.heads import heads
from tellings.views.larger import larger
from tellings.views.rows import rows, words
from tellings.views.theme import TELEPHONE, Look

LABELS = ["Organization for Security and Co-operation", "Ann", "Bo Quay"]
CELLS = [
    matrix.Cell(row=row, column=column, n=row + 1, colour="#211e1a", opens=(str(row),), says=("so",))
    for row in range(3)
    for column in range(2)
]
GROUPS = ["in 2/2", "in 2/2", "in 1/2"]


@pytest.mark.parametrize("groups", [[], GROUPS])
def test_labels_leave_the_width_to_the_cells(groups: list[str]) -> None:
    columns = heads(["all", "Ash"])
    wide = matrix.figure(LABELS, columns, CELLS, left=300, groups=groups)
    narrow = matrix.figure(LABELS, columns, CELLS, left=300, groups=groups, look=Look(room="telephone"))
    assert wide.layout.meta["least"] > TELEPHONE >= narrow.layout.meta["least"]
    assert narrow.layout.margin.l < 0.1 * TELEPHONE
    assert narrow.layout.yaxis.ticklabelposition == "inside"
    assert [row.point for row in rows(narrow).values()] == [row.point for row in rows(wide).values()]
    assert len(narrow.layout.shapes) == len(wide.layout.shapes)


@pytest.mark.parametrize("n", [3, 5, 6, 11])
def test_all_columns_are_in_sight(n: int) -> None:
    look = Look(room="telephone")
    columns = heads(["all", *["“Ukraine and Russia agreed …”"] * (n - 1)], matrix.room(look, 300))
    assert matrix.figure(LABELS, columns, CELLS, left=300, look=look).layout.meta["least"] <= TELEPHONE


def test_a_group_is_said_with_its_first_row() -> None:
    narrow = matrix.figure(
        LABELS, heads(["all", "Ash"]), CELLS, left=300, groups=GROUPS, look=Look(room="telephone")
    )
    said = narrow.layout.yaxis.ticktext
    assert [("in 2/2" in text, "in 1/2" in text) for text in said] == [
        (True, False),
        (False, False),
        (False, True),
    ]


def test_a_long_label_gives_way_to_its_group() -> None:
    faint = "<span style='color:#777'>told & heard</span>".replace("&", "&amp;")
    labels = [f"Words &lt;of&gt; a thing that is told at some length {faint}", f"Ann {faint}"]
    narrow = matrix.figure(
        labels, heads(["all"]), CELLS[:1], left=300, groups=["Ash", "Oak"], look=Look(room="telephone")
    )
    long, brief = narrow.layout.yaxis.ticktext
    assert len(words(long)) <= 46
    assert "Words &lt;of&gt; a thing" in long
    assert long.endswith(f"… {faint}")
    assert brief == f"<b>Oak</b>  Ann {faint}"


def test_a_larger_one_keeps_its_labels_above_their_cells() -> None:
    narrow = matrix.figure(LABELS, heads(["all", "Ash"]), CELLS, left=300, look=Look(room="telephone"))
    by = larger(narrow).layout.yaxis.ticklabelshift / narrow.layout.yaxis.ticklabelshift
    assert by == pytest.approx(1.3, abs=0.05)
