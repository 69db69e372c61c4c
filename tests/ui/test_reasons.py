"""Why a name was found, typed and linked, in plain words."""

from __future__ import annotations

import ast

import tellings
from tellings.settings import ROOT
from tellings.ui import reasons


def test_how_a_mention_was_found_typed_and_linked() -> None:
    assert reasons.mention("model, full name; last name") == [
        ("found by", "the language model"),
        ("typed by", "its full name elsewhere in the article"),
        ("linked by", "a last name that one person in the article bears"),
    ]
    assert reasons.mention("pronoun") == [("found by", "a pronoun")]
    assert reasons.mention("correction:c1") == [("found by", "a correction by hand")]
    assert reasons.mention("a new way, guess; luck") == [
        ("found by", "a new way"),
        ("typed by", "guess"),
        ("linked by", "luck"),
    ]


def test_every_way_of_the_default_corpus_has_words() -> None:
    with tellings.open(corrections=False) as corpus:
        methods = corpus.sql("SELECT DISTINCT method FROM mentions").method
    assert len(methods) > 5
    for method in methods:
        finding, _, way = method.partition("; ")
        words = [said for _, said in reasons.mention(method)]
        assert not {*finding.split(", "), *([way] if way else [])} & set(words), method


def _evidence(code: str) -> set[str]:
    """The evidence that code on types yields or writes into its votes: the second of `(type, evidence)`."""
    pairs = [
        node.value.elts[0] if isinstance(node, ast.Yield) else node.slice
        for node in ast.walk(ast.parse(code))
        if (isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple))
        or (isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple))
    ]
    seconds = [pair.elts[1] for pair in pairs if isinstance(pair, ast.Tuple) and len(pair.elts) == 2]
    return {one.value for one in seconds if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def test_every_evidence_on_a_type_has_words() -> None:
    files = sorted((ROOT / "tellings/annotation/names").glob("*.py"))
    evidence = set.union(*(_evidence(file.read_text("utf-8")) for file in files))
    assert {"title", "whose", "one of them", "full name"} <= evidence
    assert evidence - reasons.words()["typed"].keys() == set()
