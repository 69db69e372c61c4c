"""Quote marks: glyphs, odd numbers, apostrophes, paragraphs; and that nothing breaks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.annotation.speech.marks import marked
from tellings.corpus.blocks import Block, find_blocks


def pieces(text: str) -> list[str]:
    """What stands in marks in one paragraph."""
    return [text[p.start : p.end] for p in marked(text, (Block(0, len(text), "paragraph", True),))]


def over_paragraphs(text: str) -> list[tuple[str, bool]]:
    """What stands in marks, and whether it goes on from the paragraph before."""
    blocks, at = [], 0
    for line in text.split("\n\n"):
        blocks.append(Block(at, at + len(line), "paragraph", True))
        at += len(line) + 2
    return [(text[p.start : p.end], p.resumes) for p in marked(text, tuple(blocks))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agree,” she said.", ["We agree,"]),
        ('"We agree," she said.', ["We agree,"]),
        ("''We agree,'' she said.", ["We agree,"]),
        ("``We agree,'' she said.", ["We agree,"]),
        ("«We agree», she said.", ["We agree"]),
        ("„We agree“, she said.", ["We agree"]),
        ("‘We agree,’ she said.", ["We agree,"]),
        ("'We agree,' she said.", ["We agree,"]),
        ('“We agree," she said. “Go.”', ["We agree,", "Go."]),  # two glyphs for one pair
        ("“We agree.“ Then he left.", ["We agree."]),  # an opening glyph that closes
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),  # nested: the outer piece
        ("‘He told me “no” twice,’ she said.", ["He told me “no” twice,"]),
        ("The workers’ rights aren’t theirs.", []),  # apostrophes
        ("‘The workers’ rights matter,’ she said.", ["The workers’ rights matter,"]),
        ("Rock ’n’ roll in the ’90s wasn’t bad.", []),
        ("‘It’s fine,’ he said, ‘isn’t it?’", ["It’s fine,", "isn’t it?"]),
        ("A 6'2\" man said nothing.", []),  # inches
        ("Putin ‘afraid’", ["afraid"]),
        ("He called it “odd.” She called it “even.”", ["odd.", "even."]),
        ('He said: \u202e"We agree."\u202c Then \u2067“go”\u2069.', ["We agree.", "go"]),  # direction marks
        ("No marks at all.", []),
        ("“”", []),
        ('"""', []),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_mark_that_is_never_closed_costs_its_own_piece() -> None:
    text = "He said “the plan is bad. Nobody agreed. Then “It is fine,” she said."
    assert pieces(text) == ["the plan is bad.", "It is fine,"]


def test_an_open_paragraph_is_gone_on_with() -> None:
    text = "“We begin here.\n\n“We go on.\n\n“We end,” she said.\n\n“New.”"
    assert over_paragraphs(text) == [
        ("We begin here.", False),
        ("We go on.", True),
        ("We end,", True),
        ("New.", False),
    ]


@pytest.mark.parametrize("lead", ["He said: ", "Lund said, ", "“No,” she said. "])
@pytest.mark.parametrize("glyphs", ["“”", '""'])
def test_a_mark_that_is_opened_within_a_paragraph_is_gone_on_with(lead: str, glyphs: str) -> None:
    first, last = glyphs
    text = f"{lead}{first}We begin. It is late.\n\n{first}We end.{last}"
    assert over_paragraphs(text)[-2:] == [("We begin. It is late.", False), ("We end.", True)]


def test_a_stray_mark_is_not_gone_on_with() -> None:
    text = "He called it “bad. Nobody agreed.\n\n“It is fine,” she said."
    assert over_paragraphs(text) == [("bad.", False), ("It is fine,", False)]


def test_a_paragraph_that_closes_without_opening() -> None:
    assert over_paragraphs("“We begin here.\n\nWe end,” she said.") == [
        ("We begin here.", False),
        ("We end,", True),
    ]


def test_an_open_mark_does_not_reach_the_next_paragraph() -> None:
    assert over_paragraphs("He said “no.\n\nThe river is wide.") == [("no.", False)]


@given(st.text(alphabet="ab .,?!\n\"'“”‘’«»„`\u202e\u2066", max_size=300))
def test_whatever_stands_there_the_pieces_are_true(text: str) -> None:
    found = marked(text, find_blocks(text))
    at = 0
    for piece in found:
        assert at <= piece.outer_start <= piece.start < piece.end <= piece.outer_end <= len(text)
        assert not text[piece.start].isspace()
        assert not text[piece.end - 1].isspace()
        at = piece.outer_end


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "’", "''", "«", '" ', "“a”", "‘a ", "’ a"])
def test_a_hundred_thousand_marks(mark: str) -> None:
    text = mark * 100_000
    found = marked(text, (Block(0, len(text), "paragraph", True),))
    assert all(text[p.start : p.end].strip() for p in found)
