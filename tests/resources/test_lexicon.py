"""The word lists hold together: no row stands twice, and each says where it comes from."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tellings.resources.lexicon import is_person, kinds_of, one_of, sex_of_noun
from tellings.settings import ROOT

FOLDER = ROOT / "data" / "lexicon"
_SOURCE = re.compile(r"(?i)source:|hand-kept|kept by hand")
LISTS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".tsv"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: str(path.name))
def test_no_row_stands_twice(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    rows = Counter(line for line in lines if line and not line.startswith("#"))
    assert [row for row, n in rows.items() if n > 1] == []


def test_every_list_says_where_it_comes_from() -> None:
    told = (FOLDER / "README.md").read_text("utf-8")
    silent = [
        path.name
        for path in LISTS
        if f"`{path.name}`" not in told and not _SOURCE.search(path.read_text("utf-8")[:400])
    ]
    assert silent == []


@pytest.mark.parametrize(
    "noun",
    [
        "pupil",
        "welder",
        "mortician",
        "flautist",
        "ex-miner",
        "co-owner",
        "dad-of-two",
        *("scaffolder", "fan", "film-maker", "policy-maker", "producer", "developer", "brewer"),
    ],
)
def test_a_noun_for_a_person_is_known(noun: str) -> None:
    assert is_person(noun)


@pytest.mark.parametrize(
    "noun",
    [
        *("letter", "computer", "newspaper", "statement", "house", "poll", "plant"),
        *("figure", "body", "carrier", "maker", "shipmaker", "chip-maker", "supplier", "operator"),
        *("trawler", "tanker", "ferry", "character", "voucher", "mutation", "printer", "airline"),
    ],
)
def test_what_only_ends_as_doers_do_is_none(noun: str) -> None:
    assert not is_person(noun)


@pytest.mark.parametrize(
    ("nouns", "one"),
    [
        ("women", "woman"),
        ("witnesses", "witness"),
        ("midwives", "midwife"),
        ("detectives", "detective"),
        ("deputies", "deputy"),
        ("coaches", "coach"),
        ("grandchildren", "grandchild"),
        ("people", "person"),
        ("nurse", "nurse"),
        ("houses", "houses"),
    ],
)
def test_one_of_several_persons(nouns: str, one: str) -> None:
    assert one_of(nouns) == one


@pytest.mark.parametrize(
    ("noun", "sex"),
    [
        ("mrs", "f"),
        ("wife", "f"),
        ("dad", "m"),
        ("frenchman", "m"),
        ("spokeswoman", "f"),
        ("soprano", "f"),
        ("german", None),
        ("human", None),
        ("cousin", None),
        ("minister", None),
    ],
)
def test_the_sex_that_a_noun_tells(noun: str, sex: str | None) -> None:
    assert sex_of_noun(noun) == sex


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("soprano", "singer"), ("violinist", "musician"), ("surgeon", "doctor"), ("trucker", "driver")],
)
def test_what_a_person_is_besides(noun: str, kind: str) -> None:
    assert kind in kinds_of(noun)
    assert noun not in kinds_of(kind)


@pytest.mark.parametrize("noun", ["skipper", "coach", "bowler", "convict", "bride", "cashier", "detainee"])
def test_what_means_several_persons_or_a_relation_has_no_kind(noun: str) -> None:
    assert kinds_of(noun) == ()
