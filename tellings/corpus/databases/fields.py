"""The fields of one article of an export: labels with values, lines without a label, and the words of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tellings.corpus.databases.forms import Form, Label, matches
from tellings.corpus.databases.lines import Line

_LONGEST_VALUE = {"graphic": 20, "other": 1}
"""Paragraphs that may stand under a label that has no value beside it, where more than one."""

_ONCE = frozenset({"title", "publisher", "published", "year", "edition", "language", "url"})
"""Fields with one value, however many labels give it: the outlet and its short name, a title and the same again."""
_NEAR_THE_TOP = 8
_FEWEST = 3
_GAPS = 4
"""A gap behind codes is the file's own where no other is so many times as frequent."""
_ACRONYM = 4
"""Letters of a label that is printed in capitals everywhere (ISSN, URL)."""

Sign = tuple[bool | None, ...]
"""How a file prints its labels: in capitals, with a no-break space behind the colon; None where it cannot be told."""


@dataclass
class Fields:
    """What one article's lines hold: values by field, lines without a label, and the text's lines."""

    values: dict[str, list[Line]] = field(default_factory=dict)
    loose: list[Line] = field(default_factory=list)
    text: list[Line] = field(default_factory=list)
    n_labels: int = 0
    tailed: bool = False

    said_by: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, label: str, lines: Sequence[Line]) -> None:
        """More lines of a field; of those that have one value, what the first label says that says anything."""
        if name in _ONCE and lines and self.said_by.setdefault(name, label) != label:
            return
        self.values.setdefault(name, []).extend(lines)


class Reader:
    """Reads the labels of one file's articles by its form."""

    def __init__(self, form: Form, lines: Sequence[Line]) -> None:
        self.form = form
        self._sign = self._usual(lines)
        labels = [form.labelled(line.text) for line in lines] if form.colons else []
        beside = sum(bool(label.value) for label in labels if label)
        empty = sum(
            not label.value and after is not None and label.folded not in form.bare
            for label, after in pairwise(labels)
            if label
        )
        self._beside = empty > 0 and 2 * beside > sum(label is not None for label in labels)
        self._gaps = frozenset[str]()
        if form.ordered:
            codes = (line for line in lines if (label := form.labelled(line.text)) and label.field != "text")
            gaps = Counter(gap for line in codes if (gap := self._between(line)) is not None)
            most = max(gaps.values(), default=0)
            self._gaps = frozenset(gap for gap, n in gaps.items() if _GAPS * n >= most)

    def read(self, lines: Sequence[Line]) -> Fields:
        """The fields of the article that stands in these lines."""
        fields = Fields()
        if self.form.ordered:
            self._codes(lines, fields)
            return fields
        start = self._text_begins(lines)
        if start is None:
            dated = self._dated(lines)
            fields.loose += lines[:dated]
            fields.text = list(lines[dated + self._walk(lines[dated:], fields, above=True) :])
        else:
            dated = self._dated(lines[:start])
            fields.loose += lines[:dated]
            self._walk(lines[dated:start], fields, above=False)
            value = label.value if (label := self._label(lines[start])) else ""
            inline = bool(value) and not matches(self.form.furniture, value)
            fields.text = [Line(value)] * inline + list(lines[start + 1 :])
        while len(fields.text) > 1 and matches(self.form.lines["copyright"], fields.text[0].text):
            del fields.text[0]
        tail = self._tail(fields.text)
        fields.tailed = tail < len(fields.text)
        above = list(fields.loose)
        self._walk(fields.text[tail:], fields, above=False)
        fields.text, fields.loose = fields.text[:tail], above
        return fields

    def _empty(self, label: str) -> bool:
        """Has a label without a value beside it none, as the file writes most values beside and leaves some out?"""
        return self._beside and label not in self.form.bare

    def _label(self, line: Line) -> Label | None:
        label = self.form.labelled(line.text)
        if label is None or not self.form.colons or (sign := _sign(line.text)) is None:
            return label
        unlike = (
            None not in (usual, is_so) and is_so != usual
            for usual, is_so in zip(self._sign, sign, strict=True)
        )
        return None if next(unlike) or (label.value and next(unlike)) else label

    def _usual(self, lines: Sequence[Line]) -> Sign:
        """The sign that most of a file's labels bear, where there are enough to tell."""
        signs = [
            sign for line in lines if self.form.labelled(line.text) and (sign := _sign(line.text)) is not None
        ]
        return tuple(_mostly([sign[i] for sign in signs if sign[i] is not None]) for i in (0, 1))

    def _text_begins(self, lines: Sequence[Line]) -> int | None:
        """The line with the label of the text; a headline may look like it, so the first two are asked last."""
        there = [i for i, line in enumerate(lines) if (label := self._label(line)) and label.field == "text"]
        if not self.form.colons and there:  # an abstract and a text under codes: the longer one
            return max(there, key=lambda i: sum(len(line.text) for line in lines[i : self._next(lines, i)]))
        return next((i for i in there if i > 1), there[0] if there else None)

    def _next(self, lines: Sequence[Line], at: int) -> int:
        """The next line with a label."""
        return next((i for i in range(at + 1, len(lines)) if self._label(lines[i])), len(lines))

    def _dated(self, lines: Sequence[Line]) -> int:
        """Behind the date's line: above it nothing has a label, whatever it looks like; nor has a headline on top."""
        letters = [self.form.letter(line) for line in lines[:_NEAR_THE_TOP]]
        dated = [i for i, letter in enumerate(letters) if letter in "DU"]
        if dated == [0] and self.form.cites_first:
            return 2  # the headline is beneath, and may look like a label
        if dated:  # a headline on top may begin with a date
            return next((i for i in dated if i), dated[0]) + 1
        copied = (matches(self.form.lines["copyright"], line.text) is not None for line in lines)
        top = next((i for i, is_so in enumerate(copied) if not is_so), 0)  # of the article before
        label = self._label(lines[top]) if lines else None
        return top + int(label is not None and label.field == "other")

    def _walk(self, lines: Sequence[Line], found: Fields, *, above: bool) -> int:
        """Take fields from the lines; above the text, stop where a paragraph follows the labels. Returns where."""
        at = 0
        seen: set[str] = set()
        while at < len(lines):
            label = self._label(lines[at])
            if above and label is not None and label.folded in seen:
                return at
            if label is None:
                if above and found.n_labels and lines[at].new:
                    return at
                found.loose.append(lines[at])
                at += 1
                continue
            name, printed, value = label
            seen.add(printed)
            found.n_labels += 1
            end = self._value_ends(lines, at, name, given=bool(value) or self._empty(printed))
            found.add(name, printed, [Line(value)] * bool(value) + list(lines[at + 1 : end]))
            at = end
        return at

    def _value_ends(self, lines: Sequence[Line], at: int, name: str, *, given: bool) -> int:
        """Where the value of the label at a line ends: its paragraph, or the next ones where it stands beneath."""
        paragraphs = 0 if given else _LONGEST_VALUE.get(name, 1)
        end = at + 1
        while (
            end < len(lines)
            and self._label(lines[end]) is None
            and not matches(self.form.lines["copyright"], lines[end].text)
        ):
            if lines[end].new:
                if not paragraphs:
                    break
                paragraphs -= 1
            end += 1
        return end

    def _tail(self, lines: Sequence[Line]) -> int:
        """Where the labels under a text begin, asked from the end: nothing but labels and their values follows."""
        start = len(lines)
        for at in range(len(lines) - 1, -1, -1):
            label = self._label(lines[at])
            if label is None:
                near = start - at <= 1 or (start - at == 2 and not lines[at + 1].new)
                copyright_ = near and matches(self.form.lines["copyright"], lines[at].text)
                if copyright_ or (at == start - 1 < len(lines) - 1 and self._labelled(lines[at])):
                    start = at
                continue
            own_value = bool(label.value) or self._empty(label.folded)
            if self._value_ends(lines[:start], at, label.field, given=own_value) < start:
                break
            start = at
        return start

    def _labelled(self, line: Line) -> bool:
        """Does a line begin as this file's labels do, where they can be told from words of the text?"""
        sign = _sign(line.text)
        if sign is None or True not in self._sign or self.form.label.fullmatch(line.text) is None:
            return False
        return all(usual is None or is_so == usual for usual, is_so in zip(self._sign, sign, strict=True))

    def _between(self, line: Line) -> str | None:
        r"""What parts a code from its value: white space, or "\n" where that stands on the next line."""
        match = self.form.label.fullmatch(line.text)
        if match is None:
            return None
        return "\n" if not match["value"] else line.text[match.end("label") : match.start("value")]

    def _coded(self, line: Line) -> Label | None:
        """The code of a line that parts it from its value as the file does, or has a text beneath it."""
        gap, label = self._between(line), self.form.labelled(line.text)
        usual = gap in self._gaps or (gap == "\n" and label is not None and label.field == "text")
        return label if usual else None

    def _codes(self, lines: Sequence[Line], found: Fields) -> None:
        """Codes come in their order, as the file writes most of them; under the text, each where it stands last."""
        last = {label.folded: i for i, line in enumerate(lines) if (label := self._coded(line)) is not None}
        rank, name, code, in_text, fresh = -1, "", "", False, False
        for i, line in enumerate(lines):
            label = self._coded(line)
            place = self.form.ordered.index(label.folded) if label else -1
            if label and place > rank and not (in_text and label.field != "text" and last[label.folded] != i):
                rank, name, in_text = place, label.field, in_text or label.field == "text"
                found.n_labels += 1
                code = label.folded
                found.add(name, code, [Line(label.value)] * bool(label.value))
            elif name:
                found.add(name, code, [line._replace(new=line.new or fresh)])
            else:
                found.loose.append(line)
            fresh = label is not None and not label.value
        found.tailed = in_text and name != "text"
        found.text = found.values.pop("text", [])


def _sign(text: str) -> Sign | None:
    head, colon, rest = text.partition(":")
    capitals = head.isupper() if len(head) > _ACRONYM else None
    return (capitals, rest[0] == "\u00a0" if rest else None) if colon else None


def _mostly(votes: Sequence[bool | None]) -> bool | None:
    """What most say; None where there are few, or they differ."""
    if len(votes) < _FEWEST:
        return None
    share = sum(vote is True for vote in votes) / len(votes)
    return share > 0.5 if abs(share - 0.5) >= 0.2 else None
