"""Text of articles on a page: exactly its characters, never markup."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tellings.analysis.evidence import Mark, Passage
from tellings.settings import ROOT
from tellings.ui.text import escape, label, marked, plain

UNSEEN = "\u202e\u200b\u0000\u2066\ufeff"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markup: str) -> _Reader:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_escaped_text_shows_its_characters_and_has_no_tags(text: str) -> None:
    reader = read(escape(text))
    assert reader.tags == []
    assert reader.text == text


@given(st.text())
def test_escaped_text_has_no_tags_but_the_boxes_of_unseen_characters(text: str) -> None:
    assert set(read(escape(text)).tags) <= {"span"}


def test_unseen_characters_are_shown() -> None:
    assert not set(UNSEEN) & set(escape(UNSEEN))
    assert "U+202E" in escape(UNSEEN)
    assert "[U+200B]" in plain(UNSEEN)


@given(st.text(alphabet="![]()<>$:*_`~#|\\ ahtp/.w@-+=1"))
def test_a_label_takes_every_mark_of_markdown_literally(text: str) -> None:
    said = label(text)
    assert re.sub(r"\\(.)", r"\1", said) == " ".join(text.split())
    assert not re.search(r"(?<!\\)(?:\\\\)*[!\[\]()<>$:*_`~#|.@/]", said)


def test_marks_are_as_many_as_the_spans_and_hold_their_text() -> None:
    text = "<b>Ann</b> & Bo met. Ann left."
    spans = [(3, 6), (13, 15), (21, 24)]
    passage = Passage(
        "a", "A", None, None, None, 0, len(text), text, tuple(Mark(str(s), *s, (s,)) for s in spans)
    )
    held = [
        html.unescape(re.sub("<[^>]+>", "", m)) for m in re.findall(r"<mark>(.*?)</mark>", marked(passage))
    ]
    assert held == ["Ann", "Bo", "Ann"]
    assert html.unescape(re.sub("</?(mark|b)>", "", marked(passage))) == text


def test_what_stands_between_the_parts_of_a_quotation_is_inside_its_mark_and_not_set_off() -> None:
    text = "“We sail,” she said. “Now.”"
    parts = ((1, 9), (22, 26))
    passage = Passage("a", "A", None, None, None, 10, 10 + len(text), text,
                      (Mark("q", 11, 36, tuple((s + 10, e + 10) for s, e in parts)),))  # fmt: skip
    assert "<mark><b>We sail,</b>” she said. “<b>Now.</b></mark>" in marked(passage)


@given(st.lists(st.integers(0, 9_000), min_size=2, max_size=12, unique=True), st.integers(100, 3_000))
def test_a_long_passage_is_folded_with_every_mark_and_every_character_accounted_for(
    edges: list[int], most: int
) -> None:
    text = "abcdefghij" * 900
    edges = sorted(edges)
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    passage = Passage(
        "a", "A", None, None, None, 0, len(text), text, tuple(Mark(str(s), *s, (s,)) for s in spans)
    )
    shown = marked(passage, most=most)
    assert shown.count("<mark>") == shown.count("</mark>") == len(spans)
    left_out = sum(int(n.replace(",", "")) for n in re.findall(r"\[… ([\d,]+) characters …\]", shown))
    seen = re.sub(r"<[^>]+>| \[… [\d,]+ characters …\] ", "", shown)
    assert len(seen) + left_out == len(text)


def test_what_is_drawn_in_two_themes_is_called_neither_dark_nor_pale() -> None:
    said = "".join(path.read_text("utf-8") for path in sorted((ROOT / "tellings" / "ui").rglob("*.py")))
    assert re.findall(r"darker|paler|brighter|pale to|to dark|pale:", said) == []
