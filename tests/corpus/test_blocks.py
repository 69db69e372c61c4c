"""Blocks: what a line is told by its form and its neighbours."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tellings.corpus.blocks import find_blocks

BODY = "The council voted on Monday to close the old harbour bridge, and said that it would not open again this year."


def kinds(text: str, title: str | None = None) -> list[str]:
    return [b.kind for b in find_blocks(text, title=title)]


def test_what_a_format_knows_of_some_blocks_leaves_the_others_to_their_form() -> None:
    pieces = [
        ("headline", "Bridge to close"),
        ("", "BYLINE: Ana Ruiz"),
        ("", BODY),
        ("paragraph", "LENGTH: 9 m"),
    ]
    text = "\n\n".join(said for _, said in pieces)
    known = [(text.index(said), text.index(said) + len(said), kind) for kind, said in pieces]
    found = [(block.kind, block.counted) for block in find_blocks(text, known=known)]
    assert found == [("headline", True), ("metadata", False), ("paragraph", True), ("paragraph", True)]


def test_a_date_glued_to_the_first_sentence_is_metadata() -> None:
    text = f" date 2024-02-29 {BODY}"
    first, second = find_blocks(text)
    assert (first.kind, first.counted, text[first.start : first.end]) == (
        "metadata",
        False,
        "date 2024-02-29",
    )
    assert (second.kind, text[second.start : second.end]) == ("paragraph", BODY)


def test_names_alone_above_the_story_are_its_byline() -> None:
    head = "Old bridge to close for good"
    assert kinds(f"{head}\n\nAna Ruiz and Mei-Lin Zhao\nJune 5, 2025 — 4.12pm\n\n{BODY}")[1] == "byline"
    assert kinds(f"{head}\n\nAna Ruiz, Tom Hale and Li Wei\n\n{BODY}")[1] == "byline"
    assert kinds(f"{head}\n\nSiobhan Keane and HTA\n\n{BODY}")[1] == "byline"
    assert kinds(f"{head}\n\nR. Subramanian and agencies\n\n{BODY}")[1] == "byline"
    assert kinds(f"{head}\n\nRuiz and NATO\n\n{BODY}")[1] != "byline"
    assert kinds(f"{head}\n\nAna Ruiz\n3 March 2024\n\n{BODY}")[1] == "byline"
    assert (
        kinds(f"{head}\n\n{BODY}\n\nAnalysis\n\nTom Hale, political correspondent\n\n{BODY}")[3] == "byline"
    )
    body = "\n\n".join(f"{BODY} {n}." for n in range(9))
    assert kinds(f"{head}\n\n{body}\n\nAnalysis\n\nTom Hale, Radio Lima\n\n{BODY}")[11] == "byline"
    assert kinds(f"{head}\n\nA Quiet End\n\n{BODY}")[1] == "subheading"
    assert kinds(f"Ana Ruiz and Tom Hale\n\n{BODY}")[0] == "headline"


def test_a_name_with_a_place_or_outlet_below_the_headline_is_a_byline() -> None:
    head = "Old bridge to close for good"
    lines = ("A. Rao | Pune", "Ana Ruiz in Lima", "Tom Hale, Canal 9", "Mei-Lin Zhao/Staff Reporter",
             "By R. Suresh Rao", "EXCLUSIVE by Ana Ruiz", "Ana Ruiz in Quito and Tom Hale")  # fmt: skip
    assert [kinds(f"{head}\n\n{line}\n\n{BODY}\n\n{BODY} 2")[1] for line in lines] == ["byline"] * len(lines)
    for line in ("Two Dead in Leeds", "Four Dead, Nine Missing", "Floods in Lima and Quito"):
        assert kinds(f"{head}\n\n{line}\n\n{BODY}\n\n{BODY} 2")[1] != "byline"


def test_what_an_agency_signs_with_is_no_part_of_the_story() -> None:
    head = "Old bridge to close for good"
    for line in ("PTI SKV KVK", "CNA/nb/2026", "-- Reporting by Ana Ruiz; editing by T. Hale",
                 "This report by Canal Press was first published Oct. 2, 2025."):  # fmt: skip
        assert kinds(f"{head}\n\n{BODY}\n\n{line}")[2] in ("byline", "boilerplate", "metadata"), line
    assert kinds(f"{head}\n\n{BODY}\n\nNO RAIN YET\n\n{BODY} 2")[2] != "byline"


def test_links_below_their_heading_are_none_of_the_story() -> None:
    links = "Recommended Stories\n\nWhy Peru went to the polls\n\nThe trial of a president\n\n"
    assert kinds(f"{BODY}\n\n{links}{BODY} Again.") == ["paragraph", *["boilerplate"] * 3, "paragraph"]


def test_section_heads_in_capitals_are_not_counted() -> None:
    blocks = find_blocks(
        f"HIGHLIGHTS\n\n{BODY}\n\nWHAT HAPPENED NEXT\n\n{BODY} Again.\n\nFUNDING:\n{BODY} Once more."
    )
    assert [(b.kind, b.counted) for b in blocks[::2]] == [("subheading", False)] * 3
    headline = find_blocks(f"HARBOUR BRIDGE TO CLOSE\n\n{BODY}")[0]
    assert (headline.kind, headline.counted) == ("headline", True)


def test_the_labels_of_an_export_are_metadata_and_its_outlet_is_no_headline() -> None:
    text = (
        "The Northern Courier\n\nMarch 12, 2025 Wednesday\n\nOld bridge to close\n\nBYLINE: Ana Ruiz\n\n"
        f"SECTION: NEWS; Pg. 4\n\nLENGTH: 212 words\n\n{BODY}\n\nLOAD-DATE: March 13, 2025"
    )
    expected = ["metadata", "metadata", "headline", *["metadata"] * 3, "paragraph", "metadata"]
    assert kinds(text) == expected


def test_the_field_codes_of_an_export_are_split_off() -> None:
    text = f"SE News\nHD Old bridge to close\nBY By Ana Ruiz\nWC 212 words\nPD 3 March 2024\nLP {BODY}\n"
    text += "TD “No,” said Ana Ruiz."
    blocks = find_blocks(text)
    assert [text[b.start : b.end] for b in blocks if b.counted] == [
        "Old bridge to close",
        BODY,
        "“No,” said Ana Ruiz.",
    ]
    text = (
        f"HD\nOld bridge to close\nWC\n212 words\nLP\n{BODY}\nNS\nglab : Labour\nAN\nDocument MERC0000202503"
    )
    assert [text[b.start : b.end] for b in find_blocks(text) if b.counted] == ["Old bridge to close", BODY]
    assert kinds(f"IN {BODY}\nHe said no.") == ["paragraph"] * 2


def test_a_paragraph_in_another_language_is_not_counted() -> None:
    french = (
        "Le maire de Lyon a déclaré lundi que le pont serait fermé pendant trois mois, selon la préfecture."
    )
    blocks = find_blocks(f"{BODY}\n\n{french}\n\n{BODY} Again.")
    assert [(b.kind, b.counted) for b in blocks] == [
        ("paragraph", True),
        ("paragraph", False),
        ("paragraph", True),
    ]


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


def test_single_newlines_separate_paragraphs() -> None:
    assert kinds(f"{BODY}\n{BODY} Again.\n{BODY} Once more.") == ["paragraph"] * 3


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_blocks_hold_every_character_that_is_not_space(text: str) -> None:
    blocks = find_blocks(text)
    covered = {i for b in blocks for i in range(b.start, b.end)}
    assert all(i in covered for i, ch in enumerate(text) if not ch.isspace())
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert all(b.start < b.end for b in blocks)
