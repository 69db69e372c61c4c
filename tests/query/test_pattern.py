"""The query language of the concordance: what each mark means, and what is said where it cannot be read."""

from __future__ import annotations

import re

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from tellings.query.pattern import LONGEST, Part, PatternError, misread, parse


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("Talks", [("folded", "talks")]),
        ("threat*", [("folded", "threat.*")]),
        ("?ar", [("folded", ".ar")]),
        ("war|conflict", [("folded", "war|conflict")]),
        ("don't", [("folded", "do"), ("folded", "n['’]t")]),
        ("Putin’s", [("folded", "putin"), ("folded", "['’]s")]),
        ("cease-fire", [("folded", "cease"), ("folded", "fire")]),
        ("talks, said", [("folded", "talks"), ("folded", "said")]),
        ("U.S.", [("folded", r"u\.s\.?")]),
        ("Mr|Mrs.", [("folded", r"mr|mrs\.?")]),
        ('"The U.N."', [("exact", "The"), ("exact", r"U\.N\.?")]),
        ("“The U.N.” said", [("exact", "The"), ("exact", r"U\.N\.?"), ("folded", "said")]),
        ("/cease.?fire/", [("regex", "(?i)cease.?fire")]),
        ("lemma:say", [("lemma", "say")]),
        ("lemma: say", [("lemma", "say")]),
        ("lemma:/m\\./ b", [("lemma", r"(?i)m\."), ("folded", "b")]),
        ("24/7 win/win", [("folded", "24/7"), ("folded", "win"), ("folded", "win")]),
        ("war/talks/", [("folded", "war"), ("regex", "(?i)talks")]),
        ('"talks — ended."', [("exact", "talks"), ("exact", r"ended\.?")]),
        ("LEMMA:Warn|threat*", [("lemma", "warn|threat.*")]),
        ("pos:verb", [("pos", "VERB")]),
        ("Pos:verb|aux", [("pos", "VERB|AUX")]),
        ("[person|Organization] said", [("type", "person|organisation"), ("folded", "said")]),
        ("[Putin | Zelensky]", [("entity", "Putin|Zelensky")]),
        ("[person|Putin]", [("entity", "person|Putin")]),
        ("(talks) \u202esaid\u202c", [("folded", "talks"), ("folded", "said")]),
        ("[Person] said", [("type", "person"), ("folded", "said")]),
        ("[ Vladimir  Putin ]", [("entity", "Vladimir Putin")]),
    ],
)
def test_each_mark_means_something(query: str, parts: list[tuple[str, str]]) -> None:
    (found,) = parse(query)
    assert [(part.kind, part.value) for part in found] == parts


@pytest.mark.parametrize(
    "word",
    "F-16 COVID-19-related mid-2025 2024-25 10-to-12 16-year-old Al-Qaeda O'Brien a.m. Feb. U.S. 1,000 don't can't "
    "cannot gotta cease-fire's 3.5% $1,000 £23m. US$5 (5%), #talks @mayor +44 20°C résumé… (non-starters). "
    "Café-owners’ 1990s' '90s ended—badly (MDH). low'. they'd've doin' AT&T win/win 50/50 5pm 3m-long C++ "
    "Brigid's. anna-maria@site.org (a.b-c_d@my-site.co.uk), www.my-site.org/a-b https://x-y.org:8080 my-site.org. "
    "http://x-y.org/a/b. Site-X.Org @user-name".split(),
)
def test_a_word_is_parted_as_the_words_of_texts_are(word: str) -> None:
    tokens = [token.text.lower() for token in spacy.blank("en")(word) if re.search(r"\w", token.text)]
    (parts,) = parse(word)
    assert len(parts) == len(tokens)
    assert all(re.fullmatch(part.value, token) for part, token in zip(parts, tokens, strict=True))
    assert not any(re.fullmatch(part.value, "x") for part in parts)


def test_words_between_belong_to_the_word_behind() -> None:
    assert parse("a {2} b {0,3} [person]")[0] == (
        Part("folded", "a"),
        Part("folded", "b", 2, 2),
        Part("type", "person", 0, 3),
    )


def test_either_of_two_may_come_first() -> None:
    found = parse("a b {~4} c")
    assert [[(part.value, part.high) for part in parts] for parts in found] == [
        [("a", 0), ("b", 0), ("c", 4)],
        [("c", 0), ("a", 4), ("b", 0)],
    ]


def test_what_may_come_first_may_itself_stand_near_another() -> None:
    found = {"".join(part.value for part in parts) for parts in parse("a {~4} b {~4} c")}
    assert found == {"abc", "cab", "bac", "cba"}


def test_a_choice_of_several_words_makes_several_patterns() -> None:
    found = parse("a {1} cease-fire|truce")
    assert [[(part.value, part.low) for part in parts] for parts in found] == [
        [("a", 0), ("cease", 1), ("fire", 0)],
        [("a", 0), ("truce", 1)],
    ]


@pytest.mark.parametrize(
    ("query", "said", "at"),
    [
        ("", "no word", 0),
        ('said "abc', "a quote mark is not closed", 5),
        ("a [person", "a bracket is not closed", 2),
        ("a /b", "a slash is not closed", 2),
        ("person] said", "a bracket is not closed, or not opened", 6),
        ('a "—"', "no word", 3),
        ("a [] b", "nothing between", 3),
        ("{2} a", "none before", 0),
        ("a {2}", "none behind", 5),
        ("a {~2}", "none behind", 6),
        ("{~2} a", "none before", 0),
        ("a {~2} {~2} c", "none before", 7),
        ("a {3,1} b", "words between are written", 3),
        ("a {99} b", "at most 20", 3),
        ("pos:FOO", "parts of speech are", 4),
        ("pos:VERB|FOO", "parts of speech are", 4),
        ("a lemma: [b]", "nothing behind lemma:", 9),
        ("pos:", "nothing behind pos:", 4),
        ("war|", "both sides", 0),
        ("[person]|[city]", "both sides", 8),
        ('[lemma="threaten"] b', "a type or a name", 1),
        ("said (((", "no word", 5),
        ("a ...", "no word", 2),
        ("x" * (LONGEST + 1), "may have 1,000", LONGEST),
        ("a " * 21, "20 words", 40),
        ("a-b|c " * 7, "50 choices", 30),
        ("a-b|c " * 150, "50 choices", 30),
        ("said “abc", "a quote mark is not closed", 5),
    ],
)
def test_what_is_wrong_is_said_where_it_is(query: str, said: str, at: int) -> None:
    with pytest.raises(PatternError, match=said) as error:
        parse(query)
    assert error.value.at == at
    assert f"character {at + 1}" in str(error.value)


@given(st.text(alphabet=st.sampled_from('ab*?|"/[]{}:,0123 .-’pos lemma'), max_size=40))
def test_a_query_is_read_or_refused(query: str) -> None:
    at = 0
    try:
        patterns = parse(query)
    except PatternError as error:
        patterns, at = ((Part("refused", ""),),), error.at
    assert 0 <= at <= max(len(query), 1)
    assert patterns
    assert all(patterns)


@pytest.mark.parametrize(
    ("query", "said", "told", "at"),
    [
        ("a /(b+/", "missing ): (?i)(b+", "missing \\)", 3),
        ("said / (b+ /", "missing ): (?i)(b+", "missing \\)", 7),
        ("/(bc)/ /(b/", "missing ): (?i)(b", "missing \\)", 8),
        ("/b)/", "unexpected ): (?i)b)", "unexpected \\)", 2),
        ("/b)|(c/", "unexpected ): (?i)b)|(c", "unexpected \\)", 2),
        ("/((b)(/", "missing ): (?i)((b)(", "missing \\)", 5),
        ("/[)]\\)(/", "missing ): (?i)[)]\\)(", "missing \\)", 6),
        ("/b[[:alpha:]c/", "missing ]: [[:alpha:]c", "missing \\]", 2),
        ("/(bc){1001}/", "invalid repetition size: {1001}", r"size: \{1001\}", 5),
        ("/ab(?=c)/", "invalid perl operator: (?=", r"operator: \(\?=", 3),
    ],
)
def test_a_regular_expression_is_wrong_where_it_is(query: str, said: str, told: str, at: int) -> None:
    *_, part = (part for part in parse(query)[0] if part.kind == "regex")
    error = misread(query, part, said)
    assert error.at == at
    assert re.search(told, str(error))
    assert "(?i)" not in str(error), "what stands before it is not the user's"
