"""Lines broken within a sentence are read as one; lines that end something are not."""

from __future__ import annotations

import textwrap

import pytest

from tellings.corpus.shadow import shadow_of
from tellings.corpus.wrapping import one_line

STORY = (
    "The council voted on Monday to close the old harbour bridge, and said that it would not open again this year. "
    "“We have waited too long,” said Mayor Ana Ruiz of Port Salerno, who had asked for 12 million pounds in March. "
    "The ferry company, Harbour Lines, said it could carry 4,000 people a day until the new bridge stands."
)
SECOND = (
    "Dockers in the east of the town fear for their jobs. Tom Hale, who has worked on the quay for thirty years, "
    "said that nobody had asked them."
)


def lines(text: str) -> list[str]:
    return [line for line in shadow_of(text).text.split("\n") if line.strip()]


@pytest.mark.parametrize("width", range(30, 84, 3))
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_paragraphs_wrapped_at_any_width_are_read_as_paragraphs(width: int, end: str) -> None:
    text = f"{end}{end}".join(
        end.join(textwrap.wrap(part, width, break_on_hyphens=False)) for part in (STORY, SECOND)
    )
    assert [" ".join(line.split()) for line in lines(text)] == [STORY, SECOND]


def test_a_short_last_line_ends_a_paragraph_where_there_is_no_empty_line() -> None:
    text = "\n".join([*textwrap.wrap(STORY, 60), *textwrap.wrap(SECOND, 60)])
    assert lines(text) == [STORY, SECOND]


def test_an_indented_line_begins_a_paragraph() -> None:
    text = "\n".join(
        [*textwrap.wrap(STORY, 62, initial_indent="    "), *textwrap.wrap(SECOND, 62, initial_indent="    ")]
    )
    assert [line.strip() for line in lines(text)] == [STORY, SECOND]


def test_a_headline_directly_above_wrapped_lines_stays_alone() -> None:
    text = "Old bridge to close for good\n" + "\n".join(textwrap.wrap(STORY, 64))
    assert lines(text) == ["Old bridge to close for good", STORY]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He said that the gov-\nernment had fallen on Monday.", "He said that the government had fallen on Monday."),
        ("It was a well-\nknown secret in the town.", "It was a well-known secret in the town."),
        ("He met Ana Sarr-\nDiallo in the old town hall.", "He met Ana Sarr-Diallo in the old town hall."),
        ("She is a 23-year-\nold nurse in the town.", "She is a 23-year-old nurse in the town."),
        ("The new ferry-man and the old ferry-\nman met on the quay.",
         "The new ferry-man and the old ferry-man met on the quay."),
    ],
)  # fmt: skip
def test_words_hyphenated_at_the_end_of_a_line(text: str, read: str) -> None:
    assert lines(text) == [read]


@pytest.mark.parametrize(
    "text",
    [
        "HIGHLIGHTS\n• 34 deaths reported by the agency\n• 27 centres open in Sofala and Manica\n• Cholera: 9 cases",
        "Key points:\nHe was convicted of 14 charges\nThe jury cleared him of three other charges\nHe will appeal",
        "BYLINE: Jane Hollis\nSECTION: NEWS; Pg. 4\nLENGTH: 212 words",
        "Recommended Stories\nlist of 3 items\nlist 1 of 3 Why Ghana went to the polls\nend of list",
        "Perry Dunstan and Mei-Lin Zhao\nJune 5, 2025",
        "The bridge is shut.\nThe ferry runs.\nNobody was hurt.",
        "1. Ana Ruiz, Port Salerno\n2. Tom Hale, Lima\n3. Li Wei, Hanoi",
        f"{STORY}\n{SECOND}",
        f"Free ferries can help the town, official says\nPORT SALERNO - {STORY}",
    ],
)
def test_lines_that_end_something_stay(text: str) -> None:
    assert shadow_of(text).same


def test_a_name_over_two_lines_is_read_in_one() -> None:
    assert one_line("Ghana Health\nService") == "Ghana Health Service"
    assert one_line("Brand-\r\nstätter") == "Brandstätter"
    assert one_line("Sarr-\nDiallo") == "Sarr-Diallo"


def test_a_break_before_a_capital_goes_on_where_the_other_lines_are_as_wide() -> None:
    short = "On the quay stood the harbour master of many years, Tom\nHale, in the rain."
    wide = "\n\n".join("\n".join(textwrap.wrap(part, 56)) for part in (STORY, SECOND, SECOND, STORY))
    assert " ".join(short.split()) in lines(f"{wide}\n\n{short}")
    assert " ".join(short.split()) not in lines(short)
