"""The forms of databases' exports, read from `data/formats/`; its README says what stands in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple

from tellings.corpus.calendar import months
from tellings.corpus.credits import NAME_ALONE, TWO_NAMES
from tellings.corpus.databases.lines import Line
from tellings.corpus.publication_dates import Order, leading
from tellings.settings import ROOT

FOLDER = ROOT / "data" / "formats"
_SHARED = "labels"
_LABEL = r"(?P<label>[^\W\d_][^:.!?\u201c\u201d\"]{0,48}?|©)\s?:(?:[\s\u00a0]*(?P<value>\S.*))?"
_MOST_BEHIND_A_DATE = 9
"""Words: a line with more behind its date is a sentence, or a headline."""
_LONGEST = 3000
_BULLETS = "•▪◦·*- "

Patterns = tuple[re.Pattern[str], ...]


class Label(NamedTuple):
    """A line with a label: the field that it stands for, the label as it is known, and the value behind it."""

    field: str
    folded: str
    value: str


@dataclass(frozen=True)
class Form:
    """One form of an export; the attributes are the keys of its file."""

    name: str
    begins: Patterns
    ends: Patterns
    second: Patterns
    first: frozenset[str]
    label: re.Pattern[str]
    labels: Mapping[str, str]
    bare: Mapping[str, str]
    own: frozenset[str]
    needs: frozenset[str]
    ordered: tuple[str, ...]
    alone: int
    order: Order | None
    heads: Patterns
    values: Mapping[str, Patterns]
    cover: Patterns
    furniture: Patterns
    marks: Mapping[str, Patterns]
    lines: Mapping[str, Patterns] = field(repr=False)
    colons: bool = True

    def knowing(self, labels: Mapping[str, str]) -> Form:
        """The same form, with more labels and their fields."""
        return replace(self, labels={**labels, **self.labels})

    @cached_property
    def _cites(self) -> bool:
        return any("U" in head.pattern for head in self.heads)

    @cached_property
    def cites_first(self) -> bool:
        """Does the outlet with the date stand above the headline?"""
        cited = [head.pattern.partition("?P<title>")[0] for head in self.heads]
        return any("?P<citation>" in above for above in cited)

    def labelled(self, line: str) -> Label | None:
        """What a line with a label says; None for any other line."""
        if len(line) > _LONGEST:
            return None
        if (match := self.label.fullmatch(line)) is not None:
            label = _folded(match["label"])
            known = self.labels.get(label, "" if self.colons else "other")
            if known:
                return Label(known, label, (match["value"] or "").strip())
        label = _folded(line.lstrip(_BULLETS))
        return Label(self.bare[label], label, "") if label in self.bare else None

    def letter(self, line: Line) -> str:
        """What a line without a label may be, as a letter that the patterns of `heads` know."""
        for mark in reversed(line.mark.split()):  # the innermost says most
            for letter, patterns in self.marks.items():
                if matches(patterns, mark):
                    return letter
        text = line.text[:_LONGEST]
        if (dated := leading(text)) is not None and len(dated[1].split()) <= _MOST_BEHIND_A_DATE:
            return "D"
        if _MONTH.fullmatch(text) and text.split()[-2].casefold().rstrip(".") in months():
            return "D"
        if self._cites and cited(text):
            return "U"
        for letter, kind in (
            ("C", "copyright"),
            ("W", "words"),
            ("T", "time"),
            ("L", "language"),
            ("B", "byline"),
        ):
            if matches(self.lines[kind], text):
                return letter
        if line.centred:
            return "E"
        if text.upper() == text and matches(self.lines["code"], text):
            return "K"
        name = _WHERE.sub("", text)
        if len(text.split()) <= 12 and (NAME_ALONE.fullmatch(name) or TWO_NAMES.fullmatch(name)):
            return "N"
        return "x"


_WHERE = re.compile(r" in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?$")
"""Where somebody who is named above a text writes from."""
_BESIDE = re.compile(r"(?<=\s)[|–—·-]\s+|,\s+|\s(?:vom|vom:|du|del|van|of)\s+")
_LONGEST_CITATION, _MOST_BESIDE = 140, 40
"""Letters of a line with an outlet and a date, and of what stands behind the date."""
_MONTH = re.compile(
    r"(?:\d{1,2} ?[-–/] ?\d{1,2} )?[^\W\d_]{3,12}\.?(?: ?[-–/] ?[^\W\d_]{3,12}\.?)? \d{4}(?:,.*)?"
)
"""A magazine's date: "March 2019", "May/June 2019"."""


def cited(text: str) -> tuple[str, str] | None:
    """The outlet or section, and the date behind it, of a line that holds both; None for any other."""
    if len(text) > _LONGEST_CITATION or leading(text) is not None:
        return None  # a weekday before a date is no outlet
    for match in _BESIDE.finditer(text):
        dated = leading(text[match.end() :]) if match.start() > 1 else None
        if dated is not None and len(dated[1]) <= _MOST_BESIDE:
            return text[: match.start()].strip(" ,|"), dated[0]
    return None


def matches(patterns: Patterns, text: str) -> re.Match[str] | None:
    """The match of the first pattern that fits a whole line; a very long one is of the text."""
    if len(text) > _LONGEST:
        return None
    return next((match for pattern in patterns if (match := pattern.fullmatch(text)) is not None), None)


@lru_cache(maxsize=1000)
def marked(classes: str) -> bool:
    """Is one of an element's classes what a form knows its parts by?"""
    patterns = [patterns for form in known() for patterns in form.marks.values()]
    return any(matches(some, name.lower()) for name in classes.split() for some in patterns)


@cache
def known() -> tuple[Form, ...]:
    """All forms that there is a file of."""
    shared = _file(_SHARED)
    files = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != _SHARED)
    return tuple(_form(_file(name), shared) for name in files)


@cache
def plain() -> Form:
    """The form of a file that no form knows: the words that all of them share."""
    return _form(
        {"name": "", "furniture": ["[-_=*~ ]{4,}", r"(?:page|seite|página|pagina) \d+(?: \w+ \d+)?"]},
        _file(_SHARED),
    )


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _form(said: Mapping[str, Any], shared: Mapping[str, Any]) -> Form:
    own = _by_label(said.get("labels", {}))
    return Form(
        name=said["name"],
        begins=_patterns(said.get("begins", ())),
        ends=_patterns(said.get("ends", ())),
        second=_patterns(said.get("second", ())),
        first=frozenset(said.get("first", ())),
        label=re.compile(said.get("label", _LABEL)),
        labels=own if "label" in said else {**_by_label(shared["labels"]), **own},
        bare=_by_label(said.get("bare", {})),
        own=frozenset(own),
        needs=frozenset(said.get("needs", ())),
        ordered=tuple(said.get("ordered", ())),
        alone=said.get("alone", 0),
        order=said.get("order"),
        heads=tuple(re.compile(form) for form in said.get("heads", ())),
        values={name: _patterns(forms) for name, forms in said.get("values", {}).items()},
        cover=_patterns(said.get("cover", ())),
        furniture=_patterns(said.get("furniture", ())),
        marks={letter: _patterns(forms) for letter, forms in said.get("marks", {}).items()},
        lines={name: _patterns(forms) for name, forms in shared["lines"].items()},
        colons="label" not in said,
    )


def _by_label(fields: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {_folded(label): name for name, labels in fields.items() for label in labels}


def _folded(label: str) -> str:
    return " ".join(label.casefold().replace("\u00a0", " ").split())


def _patterns(forms: Iterable[str]) -> Patterns:
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)
