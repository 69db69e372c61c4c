"""Two tellings word by word: nothing of either is lost, and what is marked as shared is shared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.analysis import differences
from tellings.analysis.differences import compare, shared, words

TEXTS = st.text(alphabet=st.sampled_from(list("abAB -’'“”.,\n\u202e7…é")), max_size=60) | st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_the_pieces_of_either_side_give_its_text_again(left: str, right: str) -> None:
    pieces = compare(left, right)
    assert "".join(piece.left for piece in pieces) == left
    assert "".join(piece.right for piece in pieces) == right
    assert all(piece.right == "" for piece in pieces if piece.kind == "left")
    assert all(piece.left == "" for piece in pieces if piece.kind == "right")


@given(TEXTS)
def test_a_text_does_not_differ_from_itself_nor_by_capitals(text: str) -> None:
    assert {piece.kind for piece in compare(text, text)} <= {"same"}
    same, ours, theirs = shared(text, text)
    assert same == ours == theirs


@given(TEXTS)
def test_words_and_spaces_give_the_text_again(text: str) -> None:
    assert "".join(word + space for word, space in words(text)) == text


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        ("a cease-fire, now", "A ceasefire now.", ["same"]),
        ("we’ve agreed", "we've agreed", ["same"]),
        ("peace talks", "peace negotiations", ["same", "changed"]),
        ("“no” comment", "no further comment", ["same", "right", "same"]),
        ("", "any", ["right"]),
        ("", "", []),
        ("to capture Ukraine’s Sumy and Kharkiv regions", "to occupy Kharkiv and Sumy regions",
         ["same", "changed", "moved", "same", "moved", "same"]),
        ("if it rains we stay", "We stay if it rains", ["moved", "same", "moved"]),
    ],
)  # fmt: skip
def test_spelling_and_punctuation_are_no_difference_and_words_are(
    left: str, right: str, kinds: list[str]
) -> None:
    assert [piece.kind for piece in compare(left, right)] == kinds


def test_what_is_too_far_on_is_given_back_uncompared() -> None:
    long = "word " * (differences.MOST + 7)
    pieces = compare(long, "word")
    assert pieces[-1].kind == "beyond"
    assert pieces[-1].left == "word " * 7
    assert "".join(piece.left for piece in pieces) == long


@given(TEXTS, TEXTS)
def test_words_that_moved_are_in_both_and_words_only_in_one_are_not_in_the_other(
    left: str, right: str
) -> None:
    pieces = compare(left, right)
    moved = {side: sorted(_words(pieces, side, {"moved"})) for side in ("left", "right")}
    assert moved["left"] == moved["right"]
    assert not set(_words(pieces, "left", {"left", "changed"})) & set(
        _words(pieces, "right", {"right", "changed"})
    )


@pytest.mark.parametrize(
    ("left", "right", "counted"),
    [
        ("to capture Ukraine’s Sumy and Kharkiv regions", "to occupy Kharkiv and Sumy regions", (5, 7, 6)),
        ("the one and the other", "the other", (2, 5, 2)),
        ("… “Yes” — …", "yes", (1, 1, 1)),
        (" … ", "", (0, 0, 0)),
    ],
)
def test_words_are_counted_wherever_they_stand_and_marks_are_none(
    left: str, right: str, counted: tuple[int, int, int]
) -> None:
    assert tuple(shared(left, right)) == counted


def _words(pieces: list[differences.Piece], side: str, kinds: set[str]) -> list[str]:
    return [
        word
        for piece in pieces
        if piece.kind in kinds
        for word in differences._keys(differences._words(differences._chunks(getattr(piece, side))))
    ]
