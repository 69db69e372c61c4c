"""Blocks: what a line is told by its form and its neighbours."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.corpus.blocks import find_blocks

BODY = "The council voted on Monday to close the old harbour bridge, and said that it would not open again this year."


def kinds(text: str, title: str | None = None) -> list[str]:
    return [b.kind for b in find_blocks(text, title=title)]


def test_a_date_glued_to_the_first_sentence_is_metadata() -> None:
    text = f" date 2024-02-29 {BODY}"
    first, second = find_blocks(text)
    assert (first.kind, first.counted, text[first.start : first.end]) == (
        "metadata",
        False,
        "date 2024-02-29",
    )
    assert (second.kind, text[second.start : second.end]) == ("paragraph", BODY)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Skip to main content", "boilerplate"),
        ("Share and Follow", "boilerplate"),
        ("Follow live: Storm reaches the coast", "boilerplate"),
        ("Subscribe to our newsletter", "boilerplate"),
        ("© 2024 The Daily", "boilerplate"),
        ("By Jane Doe in Lima", "byline"),
        ("-Agence France-Presse", "byline"),
        ("(Reuters)", "byline"),
        ("Reporting by Ana Ruiz; editing by Tom Hale", "byline"),
        ("Published: 3 March 2024, 10:15 GMT", "metadata"),
        ("5 min read", "metadata"),
        ("2024-02-29", "metadata"),
        ("The mayor at the harbour on Monday (file photo)", "caption"),
        ("The bridge after the storm (Photo: City of Lima)", "caption"),
        ("The bridge after the storm. Getty Images", "caption"),
    ],
)
def test_furniture_is_known_by_its_form(line: str, kind: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY} Again.")[1] == kind


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to that view if you like, the minister said, but do not ask the others to pay for it with you.",
        "Share prices fell by a tenth on Monday.",
        "By Friday, the water had reached the second floor of the library and the old court next to it.",
        "Copyright law was written for another age, she said.",
    ],
)
def test_prose_that_begins_like_furniture_stays_a_paragraph(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY} Again.")[1] == "paragraph"


def test_a_caption_printed_twice_counts_once() -> None:
    line = "The mayor opens the new bridge in the harbour on Monday"
    blocks = find_blocks(f"{BODY}\n\n{line}\n{line}\n\n{BODY} Again.")
    assert [(b.kind, b.counted) for b in blocks[1:3]] == [("caption", True), ("caption", False)]


def test_headline_and_subheadings() -> None:
    text = f"Old bridge to close for good\n\n{BODY}\n\nWho pays?\n\n{BODY} Again.\n\nA quiet end\n\n{BODY} Once more."
    assert kinds(text) == ["headline", "paragraph", "subheading", "paragraph", "subheading", "paragraph"]


def test_a_title_from_metadata_is_the_headline_wherever_it_stands() -> None:
    text = f"{BODY}\n\nOld bridge to close for good\n\n{BODY} Again."
    assert kinds(text, title="Old Bridge To Close For Good")[1] == "headline"


def test_a_short_line_of_talk_is_no_subheading() -> None:
    assert kinds(f"{BODY}\n\n“We will never go back to it\n\n{BODY} Again.")[1] == "paragraph"


def test_single_newlines_separate_paragraphs_but_wrapped_lines_are_joined() -> None:
    assert kinds(f"{BODY}\n{BODY} Again.\n{BODY} Once more.") == ["paragraph"] * 3
    words = (BODY + " ") * 6
    lines, line = [], ""
    for word in words.split():
        if len(line) + len(word) > 70:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    wrapped = "\n".join([*lines, line])
    assert kinds(f"{wrapped}\n\n{wrapped}") == ["paragraph", "paragraph"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_blocks_hold_every_character_that_is_not_space(text: str) -> None:
    blocks = find_blocks(text)
    covered = {i for b in blocks for i in range(b.start, b.end)}
    assert all(i in covered for i, ch in enumerate(text) if not ch.isspace())
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert all(b.start < b.end for b in blocks)
