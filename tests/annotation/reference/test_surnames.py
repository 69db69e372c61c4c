"""Persons of one surname, told apart by honorific, title, family noun and order, and else not named."""

from __future__ import annotations

import re

import pytest

from tellings.annotation.entities import Mention
from tellings.annotation.reference.surnames import told_apart
from tests.annotation.made import made


def chains(text: str, *full: str) -> list[str | None]:
    """The chains of the surname's mentions alone, where words alone gave all of them to the first full name."""
    surname = full[0].split()[-1]
    ids = {name: f"person:{name.lower().replace(' ', '-')}" for name in full}
    known = ids | {
        "Ray": "person:ray",
        surname: ids[full[0]] if len(full) == 1 else f"person:{surname.lower()}",
    }
    pattern = "|".join(rf"\b{name}\b" for name in sorted(known, key=len, reverse=True))
    names = [
        Mention(m.start(), m.end(), m.group(), "name", "person", known[m.group()], "made; last name", 0.9)
        for m in re.finditer(pattern, text)
    ]
    told = told_apart(made(text), names)
    assert [(m.start, m.end) for m in told] == [(m.start, m.end) for m in names]
    return [m.chain for m in told if m.text == surname]


@pytest.mark.parametrize(
    ("text", "full", "expected"),
    [
        (
            "Ravi Iyer and his wife Lata Iyer came. Mrs Iyer spoke. Mr Iyer did not.",
            ("Ravi Iyer", "Lata Iyer"),
            ["person:lata-iyer", "person:ravi-iyer"],
        ),
        (
            "Tom Quill wept. His daughter, Dr Ines Quill, did not. Dr Quill spoke.",
            ("Tom Quill", "Ines Quill"),
            ["person:ines-quill"],
        ),
        (
            "Tom Quill won.\n\nHis uncle, Dan Quill, slew a bull. He wept, said Chief Quill.\n\nQuill slept.",
            ("Tom Quill", "Dan Quill"),
            ["person:dan-quill", "person:quill"],
        ),
        ("Tom Quill lost all. Mrs Quill wept.", ("Tom Quill",), ["person:quill"]),
        (
            "Dan Kell spoke. Sir Tom Quill said so. His wife, Lady Quill, wept.",
            ("Tom Quill", "Dan Kell"),
            ["person:quill"],
        ),
        ("Ray and Mary Marsh left. Mr Marsh spoke.", ("Mary Marsh",), ["person:ray"]),
        ("Mary Marsh fell. Her husband, Ray, ran. Mr Marsh spoke.", ("Mary Marsh",), ["person:ray"]),
        (
            "Marsh's brother, Ray, ran. Mr Marsh spoke. Marsh left.",
            ("Mary Marsh",),
            ["person:mary-marsh", "person:ray", "person:mary-marsh"],
        ),
        (
            "They sued Mr Marsh; his son, Ray, and a banker. Mr Marsh spoke. Marsh left.",
            ("Marsh",),
            ["person:marsh", "person:marsh", "person:marsh"],
        ),
        (
            "They sued Mrs Marsh and her son, Ray. Mr Marsh spoke. Mrs Marsh left.",
            ("Marsh",),
            ["person:marsh", "person:ray", "person:marsh"],
        ),
        (
            "Xqz Marsh fell. Mr Marsh and his brother, Ray, had run. Mr Marsh spoke.",
            ("Xqz Marsh",),
            ["person:xqz-marsh", "person:xqz-marsh"],
        ),
        (
            "President Hale and Mary Hale landed. Mr. Hale spoke. Hale left.",
            ("Mary Hale",),
            ["person:hale", "person:hale", "person:hale"],
        ),
        (
            "President Hale and Mary Hale landed. President Hale spoke.",
            ("Mary Hale",),
            ["person:hale", "person:hale"],
        ),
        (
            "Tom Quill spoke. Quill left. Mrs Quill stayed.",
            ("Tom Quill",),
            ["person:tom-quill", "person:quill"],
        ),
        (
            "Senator Mary Cole met her husband, Paul Cole. Senator Cole spoke.",
            ("Mary Cole", "Paul Cole"),
            ["person:mary-cole"],
        ),
        ("John Marsh and James Marsh came. Mr Marsh spoke.", ("John Marsh", "James Marsh"), [None]),
        (
            "John Marsh came. Mr Marsh spoke. His uncle, James Marsh, left. Mr Marsh wept.",
            ("John Marsh", "James Marsh"),
            ["person:john-marsh", None],
        ),
        (
            "Mary Marsh came. Mr Marsh spoke. It was John Marsh who left.",
            ("John Marsh", "Mary Marsh"),
            ["person:john-marsh"],
        ),
        (
            "Xqz Marsh and Mary Marsh came. Mr Marsh spoke. Marsh left.",
            ("Xqz Marsh", "Mary Marsh"),
            ["person:xqz-marsh", "person:xqz-marsh"],
        ),
        ("Xqz Marsh came. Mr Marsh spoke.", ("Xqz Marsh",), ["person:xqz-marsh"]),
        ("Mary Marsh came. President Marsh spoke.", ("Mary Marsh",), ["person:mary-marsh"]),
    ],
)
def test_a_surname_alone(text: str, full: tuple[str, ...], expected: list[str | None]) -> None:
    assert chains(text, *full) == expected


def test_who_has_no_surname_of_his_own_is_meant_and_not_named() -> None:
    text = "Ray and Mary Marsh left. Mr Marsh spoke."
    spans = [("Ray", "person:ray"), ("Mary Marsh", "person:mary-marsh"), ("Marsh", "person:mary-marsh")]
    names = []
    at = 0
    for form, chain in spans:
        at = text.index(form, at)
        names.append(Mention(at, at + len(form), form, "name", "person", chain, "made", 0.9))
        at += len(form)
    assert [(m.form, m.chain) for m in told_apart(made(text), names)][-1] == ("nominal", "person:ray")
