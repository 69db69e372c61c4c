"""What speaks against merging two entities, in plain words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tellings.analysis.correcting import warnings_of_merge
from tellings.store.corpus import Corpus
from tests import corpora

A, B = "person:a", "person:b"


def merged(
    path: Path, *texts: tuple[str, str], published: dt.date | None = None, **columns: tuple[object, object]
) -> list[str]:
    """The warnings for two entities.

    Args:
        path: where the corpus is made.
        texts: of each article its sentence, and which of the names in it are whose: "Kim Il=a, Kim Bo=b".
        published: when all articles were.
        columns: of both entities.
    """
    rows: dict[str, list[dict[str, object]]] = {
        "documents": [],
        "blocks": [],
        "sentences": [],
        "mentions": [],
    }
    forms: dict[str, set[str]] = {A: set(), B: set()}
    for number, (text, whose) in enumerate(texts):
        doc_id = f"d{number}"
        for name, some in corpora.paragraph(doc_id, text).items():
            rows[name] += some
        rows["documents"][-1]["published"] = published
        for part in whose.split(", "):
            name, _, which = part.partition("=")
            rows["mentions"].append(corpora.mention(doc_id, text, name, f"person:{which}"))
            forms[f"person:{which}"].add(name)
    rows["entities"] = [
        {"entity_id": key, "name": max(forms[key], key=len), "type": "person", "method": "test",
         "n_mentions": 1, "n_documents": 1} | {name: values[i] for name, values in columns.items()}
        for i, key in enumerate((A, B))
    ]  # fmt: skip
    rows["variants"] = [
        {"entity_id": key, "text": form, "n_mentions": 1, "n_documents": 1}
        for key in forms
        for form in forms[key]
    ]
    with Corpus(corpora.write(path / "two", rows)) as corpus:
        return warnings_of_merge(corpus, A, B)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([("Ana Roe met Eva Roe.", "Ana Roe=a, Eva Roe=b")], "first names differ: Ana and Eva"),
        ([("Jo Roe (born 1952) met Jo A. Roe, born in May 1975.", "Jo Roe=a, Jo A. Roe=b")], "born in 1952"),
        (
            [("Jo Roe (1901–1980) taught Jo A. Roe, who was born in Ulm in 1975.", "Jo Roe=a, Jo A. Roe=b")],
            "born in 1975",
        ),
        ([("Jo Roe, 45, met Jo A. Roe, 62.", "Jo Roe=a, Jo A. Roe=b")], "is 45 years old"),
        (
            [("The 45-year-old baker Jo Roe met Jo A. Roe, aged 62, there.", "Jo Roe=a, Jo A. Roe=b")],
            "is 62 years old",
        ),
    ],
)
def test_the_text_says_that_they_are_two(tmp_path: Path, texts: list[tuple[str, str]], said: str) -> None:
    (warning,) = merged(tmp_path, *texts)
    assert said in warning


@pytest.mark.parametrize(
    "texts",
    [
        [("Joseph Roe met Joe Roe.", "Joseph Roe=a, Joe Roe=b")],
        [("J. Roe met Joseph Roe.", "J. Roe=a, Joseph Roe=b")],
        [("Roe met Ana Ray.", "Roe=a, Ana Ray=b")],
        [("Jo Roe (born 1952) met Jo A. Roe.", "Jo Roe=a, Jo A. Roe=b")],
        [("Jo Roe, 45, met Jo A. Roe, 44.", "Jo Roe=a, Jo A. Roe=b")],
        [("Jo Roe, 45 people say, met Jo A. Roe, born leader in 1999 words.", "Jo Roe=a, Jo A. Roe=b")],
        [("Jo Roe, 45, spoke.", "Jo Roe=a"), ("Jo A. Roe, 62, spoke.", "Jo A. Roe=b")],
    ],
)
def test_nothing_is_said_where_they_may_be_one(tmp_path: Path, texts: list[tuple[str, str]]) -> None:
    assert merged(tmp_path, *texts) == []


def test_ages_in_two_articles_are_compared_by_the_days_of_these(tmp_path: Path) -> None:
    texts = [("Jo Roe, 45, spoke.", "Jo Roe=a"), ("Jo A. Roe, 62, spoke.", "Jo A. Roe=b")]
    (warning,) = merged(tmp_path, *texts, published=dt.date(2025, 5, 16))
    assert "“Jo Roe” is 45 years old, and that “Jo A. Roe” is 62 years old" in warning
    born = [("Jo Roe, 45, spoke.", "Jo Roe=a"), ("Jo A. Roe, born 1979, spoke.", "Jo A. Roe=b")]
    assert merged(tmp_path / "other", *born, published=dt.date(2025, 5, 16)) == []


def test_types_countries_and_the_gazetteer_are_compared(tmp_path: Path) -> None:
    texts = [("Roe met Ray.", "Roe=a, Ray=b")]
    (warning,) = merged(tmp_path, *texts, country=("UA", "RU"))
    assert "“Roe” belongs to UA, “Ray” to RU" in warning
    (warning,) = merged(tmp_path / "types", *texts, type=("person", "organisation"))
    assert "of the type person" in warning
    (warning,) = merged(tmp_path / "places", *texts, type=("city", "city"), geonames=("1", "2"))
    assert "two entries of the gazetteer" in warning
    assert merged(tmp_path / "one", *texts, country=("UA", None), geonames=(None, "2")) == []
