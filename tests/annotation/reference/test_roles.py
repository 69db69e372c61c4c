"""Which sex an article tells of the persons it names."""

from __future__ import annotations

import pytest

from tellings.annotation.reference.roles import sex_of


@pytest.mark.parametrize(
    ("text", "name", "sex"),
    [
        ("Mr. Vance spoke.", "Vance", "m"),
        ("Mrs Vance spoke.", "Vance", "f"),
        ("spokeswoman Vance spoke.", "Vance", "f"),
        ("spokesman Vance spoke.", "Vance", "m"),
        ("Mary Vance spoke.", "Mary Vance", "f"),
        ("James Vance spoke.", "James Vance", "m"),
        ("His wife, Dr Xqz Vance, spoke.", "Xqz Vance", "f"),
        ("Xqz Vance, Marsh's son-in-law, spoke.", "Xqz Vance", "m"),
        ("Gareth Vance spoke.", "Gareth Vance", "m"),
        ("Sinéad Vance spoke.", "Sinéad Vance", "f"),
        ("Yetunde Vance spoke.", "Yetunde Vance", "f"),
        ("Segun Vance spoke.", "Segun Vance", "m"),
        ("Priyanka Vance spoke.", "Priyanka Vance", "f"),
        ("Przemysław Vance spoke.", "Przemysław Vance", "m"),
        ("Blessing Vance spoke.", "Blessing Vance", None),  # of both in Nigeria
        ("Jean Vance spoke.", "Jean Vance", None),  # of both in France and Britain
        ("Xqz Vance spoke.", "Xqz Vance", None),
        ("Vance spoke.", "Vance", None),
        ("Mrs. Vance spoke.", "Vance", "f"),
        ("The German Xqz Vance spoke.", "Xqz Vance", None),
        ("The policewoman Xqz Vance spoke.", "Xqz Vance", "f"),
        ("Her mum Xqz Vance spoke.", "Xqz Vance", "f"),
        ("His wife, Dr. Xqz Vance, spoke.", "Xqz Vance", "f"),
        ("It was for his mother. Xqz Vance spoke.", "Xqz Vance", None),
        ("They thanked the chairman. Xqz Vance spoke.", "Xqz Vance", None),
        ("He lives with his wife Mary. Xqz Vance spoke.", "Xqz Vance", None),
        ("She left her husband.\n\nXqz Vance spoke.", "Xqz Vance", None),
        ("Police name the mother\n\nXqz Vance spoke.", "Xqz Vance", None),
        ("In Oman Xqz Vance spoke.", "Xqz Vance", None),
        ("In Roman Xqz Vance spoke.", "Xqz Vance", None),
        ("Judge Freeman Xqz Vance spoke.", "Xqz Vance", None),
        ("To Newman Xqz Vance spoke.", "Xqz Vance", None),
        ("The Irishman Xqz Vance spoke.", "Xqz Vance", "m"),
        ("Frenchman Xqz Vance spoke.", "Xqz Vance", "m"),
        ("Fisherman Xqz Vance spoke.", "Xqz Vance", "m"),
        ("The salesman Xqz Vance spoke.", "Xqz Vance", "m"),
        ("The prize went to the actress. Xqz Vance spoke.", "Xqz Vance", None),
    ],
)
def test_sex(text: str, name: str, sex: str | None) -> None:
    start = text.index(name)
    assert sex_of(text, start, start + len(name)) == sex
