r"""The query language of the concordance: what is looked for, word by word.

A query is a row of words with spaces between; each is one of

| written | finds |
| --- | --- |
| `talks` | the word, in capitals or not, with accents or without |
| `threat*`, `?ar` | `*` any letters, `?` one letter |
| `war\|conflict` | one or the other |
| `"Round of talks"` | these words exactly, with their capitals and accents; “ and ” are quote marks too |
| `/cease.?fire/` | the whole words that the regular expression describes (RE2, in capitals or not), with hyphens |
| `lemma:threaten`, `lemma:warn\|threat*` | every form of the word, of either, of all that begin so |
| `lemma:/threat(en)?/` | every form of the words whose base form the regular expression describes whole |
| `pos:VERB`, `pos:VERB\|AUX` | the part of speech (Universal Dependencies), one or the other |
| `[person]`, `[person\|organisation]` | a name of such a thing: person, organisation, country, region, city … |
| `[Vladimir Putin]` | whatever the entity of that name, or so printed, is called |
| `{2}`, `{0,3}` | so many words between, of any kind |
| `{~4}` | at most so many between, and either may come first |

Marks between words are no words. All stands within one sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tellings import schema
from tellings.query.parting import pieces
from tellings.query.seen import as_read, plain
from tellings.query.sql import Where

LONGEST, MOST_WORDS, MOST_CHOICES, MOST_BETWEEN = 1_000, 20, 50, 20
"""Characters of a query, its words, the patterns that its choices make, and words between two words."""

POS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
)  # fmt: skip

_PIECE = re.compile(
    r"""\s*(?:
    ["“”„](?P<exact>[^"“”„]*)["“”„]
  | /(?P<regex>(?:[^/\\]|\\.)*)/
  | \[(?P<named>[^\]]*)\]
  | \{(?P<turn>~)?(?P<low>\d{1,3})(?:,(?P<high>\d{1,3}))?\}
  | (?i:lemma):\s*/(?P<base>(?:[^/\\]|\\.)*)/
  | (?i:lemma):\s*(?P<lemma>[^\s"“”„/\[\]{}]*)
  | (?i:pos):\s*(?P<pos>[^\s"“”„/\[\]{}]*)
  | (?P<word>[\w+.-]+://[^\s"“”„\[\]{}]++|[^\s"“”„/\[\]{}]++(?:/[^\s"“”„/\[\]{}]++(?!/))*+)
    )""",
    re.VERBOSE,
)
_UNCLOSED = {
    **dict.fromkeys('"“”„', "a quote mark"), "/": "a slash", **dict.fromkeys("[]", "a bracket"),
    **dict.fromkeys("{}", "a brace"),
}  # fmt: skip
_BARE = re.compile(r"\w+")
_CQL = re.compile(r"\w+\s*!?=")
_ANY_CASE = "(?i)"


class PatternError(ValueError):
    """A query that cannot be read: `args[0]` says what is wrong, `at` at which character (from 0)."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(f"{message} (character {at + 1})")
        self.at = at


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a pattern: a word or a name, and how many words may stand before it.

    Attributes:
        kind: `folded` or, where the user wrote it, `regex` (a regular expression on the word without capitals and
            accents), `exact` (on the word as it is), `lemma`, `pos`, `type`, `entity`.
        value: what it must be.
        low: words that stand at least between this part and the one before.
        high: words that stand at most between them.
    """

    kind: str
    value: str
    low: int = 0
    high: int = 0

    @property
    def whole(self) -> bool:
        """Does it ask for whole words, of which those that hyphens join are one (cease-fire, not fire)?"""
        return self.kind in ("regex", "lemma") and self.value.startswith(_ANY_CASE)

    @property
    def named(self) -> bool:
        """Is it a name, of one word or several?"""
        return self.kind in ("type", "entity")

    def where(self) -> Where:
        """The condition on a form of a word (a row of `forms`), or on a mention of it."""
        value = as_read(self.value)
        if self.kind in ("folded", "regex"):
            return Where((f"regexp_full_match(folded, {plain('?')})",), (value,))
        if self.kind == "exact":
            return Where(("regexp_full_match(seen, ?)",), (value,))
        if self.kind == "lemma":
            return Where((f"regexp_full_match(base, {plain('?')})",), (value,))
        if self.kind == "pos":
            return Where(("pos IN (SELECT unnest(string_split(?, '|')))",), (self.value,))
        if self.kind == "type":
            return Where(("m.type IN (SELECT unnest(string_split(?, '|')))",), (self.value,))
        return Where((f"m.entity_id IN ({_BEARERS})",), (self.value,))


_NAMED = f"replace(lower({plain('{}')}), '’', chr(39))"
_ASKED = f"IN (SELECT unnest(string_split({_NAMED.format('asked.said')}, '|')))"
_BEARERS = (
    f"WITH asked AS (SELECT ? AS said) SELECT entity_id FROM variants, asked WHERE {_NAMED.format('text')} {_ASKED} "
    f"UNION SELECT entity_id FROM entities, asked WHERE {_NAMED.format('name')} {_ASKED}"
)
"""SQL: the entities that bear just this name, or one of several, or are printed so."""


def parse(query: str) -> tuple[tuple[Part, ...], ...]:
    """Read a query.

    Returns:
        The patterns, any of which is looked for: one, unless a choice has words of several parts (`cease-fire|truce`).

    Raises:
        PatternError: it cannot be read; says what is wrong, and where.

    >>> [(part.kind, part.value) for part in parse("[person] said")[0]]
    [('type', 'person'), ('folded', 'said')]
    >>> parse("[Vladimir Putin] {0,2} talk*")[0][1]
    Part(kind='folded', value='talk.*', low=0, high=2)
    """
    if len(query) > LONGEST:
        raise PatternError(f"a query may have {LONGEST:,} characters", LONGEST)
    patterns: list[list[Part]] = [[]]
    gap: tuple[int, int] | None = None
    before: list[list[Part]] = []
    around = 0
    at, end = 0, len(query.rstrip())
    while at < end:
        match = _PIECE.match(query, at)
        if match is None or not match.group():
            at += len(query[at:]) - len(query[at:].lstrip())
            raise PatternError(
                f"{_UNCLOSED.get(query[at], 'a mark')} is not closed, or not opened before", at
            )
        if match["turn"] and patterns[0] and gap is None:
            before, patterns, around = _near(before, patterns, around), [[]], _between(match, first=False)[1]
        elif match["low"] is not None:
            gap = _between(match, first=not patterns[0] or gap is not None or bool(match["turn"]))
        else:
            choices = [_after(gap, parts) for parts in _choices(match)]
            patterns = [[*some, *parts] for some in patterns for parts in choices]
            _bounded(patterns, match.start(match.lastgroup or 0))
            gap = None
        at = match.end()
    if gap is not None:
        raise PatternError("words between stand between two words: there is none behind", at)
    if not patterns[0] and before:
        raise PatternError("words between stand between two words: there is none behind", at)
    if not patterns[0]:
        raise PatternError("the query has no word", 0)
    return tuple(map(tuple, _near(before, patterns, around)))


def _near(before: list[list[Part]], behind: list[list[Part]], around: int) -> list[list[Part]]:
    """What stands before and behind a `{~4}`, either of which may come first; before the first there is nothing."""
    if not before:
        return behind
    either = [pair for a in before for b in behind for pair in ((a, b), (b, a))]
    patterns = [[*a, *_after((0, around), b)] for a, b in either]
    _bounded(patterns)
    return patterns


def _bounded(patterns: list[list[Part]], at: int = 0) -> None:
    """Refuse patterns that are too many or too long, before the next choice multiplies them; `at` is where it grew."""
    if len(patterns) > MOST_CHOICES or max(map(len, patterns)) > MOST_WORDS:
        raise PatternError(f"a query may have {MOST_WORDS} words and {MOST_CHOICES} choices", at)


def _after(gap: tuple[int, int] | None, parts: list[Part]) -> list[Part]:
    return [replace(parts[0], low=gap[0], high=gap[1]), *parts[1:]] if gap else parts


def _between(match: re.Match[str], *, first: bool) -> tuple[int, int]:
    if first:
        raise PatternError(
            "words between stand between two words: there is none before",
            match.string.index("{", match.start()),
        )

    low = int(match["low"])
    high = int(match["high"]) if match["high"] else low
    if low > high or high > MOST_BETWEEN:
        raise PatternError(
            f"words between are written {{2}} or {{0,3}}, at most {MOST_BETWEEN}", match.start("low")
        )
    return low, high


def _choices(match: re.Match[str]) -> list[list[Part]]:
    """What stands for one place of the query: choices, each of one part or several."""
    kind = match.lastgroup or ""
    said, at = match[kind].strip(), match.start(kind)
    if not said:
        where = f"behind {kind}:" if kind in ("lemma", "pos") else "between these marks"
        raise PatternError(f"there is nothing {where}", at)
    if kind == "exact":
        return [[Part("exact", _pointed(re.escape(piece))) for piece in _pieces(said, at)]]
    if kind == "regex":
        return [[Part("regex", f"{_ANY_CASE}{said}")]]
    if kind == "base":
        return [[Part("lemma", f"{_ANY_CASE}{said}")]]
    choices = [" ".join(choice.split()) for choice in said.split("|")]
    if not all(choices):
        raise PatternError("a choice has both sides: war|conflict, lemma:warn|threaten, [person|city]", at)
    if kind == "named":
        return [[_name(choices, at)]]
    if kind == "lemma":
        return [[Part("lemma", "|".join(map(_wild, choices)))]]
    if kind == "pos":
        if not {choice.upper() for choice in choices}.issubset(POS):
            raise PatternError(f"parts of speech are {', '.join(POS)}", at)
        return [[Part("pos", said.upper())]]
    return _words(choices, at)


def _name(choices: list[str], at: int) -> Part:
    if any(_CQL.match(choice) for choice in choices):
        raise PatternError(
            "in brackets stands a type or a name; write lemma:say and pos:VERB without them", at
        )
    kinds = [choice.lower().replace("organization", "organisation") for choice in choices]
    return Part("type", "|".join(kinds)) if {*kinds} <= {*schema.TYPES} else Part("entity", "|".join(choices))


def _words(said: list[str], at: int) -> list[list[Part]]:
    choices = [_pieces(choice, at) for choice in said]
    if all(len(parted) == 1 for parted in choices):
        return [[Part("folded", "|".join(_wild(parted[0]) for parted in choices))]]
    return [[Part("folded", _wild(piece)) for piece in parted] for parted in choices]


def _pieces(said: str, at: int) -> list[str]:
    each = (piece for word in said.split() for piece in pieces(word))
    parted = [piece for piece in each if any(ch.isalnum() or ch in "*?" for ch in piece)]
    if not parted:
        raise PatternError("this is no word", at)
    return parted


def written(word: str, *, whole: bool = False) -> str:
    r"""How a query asks for just this word, as :data:`tellings.query.seen.FOLDED` gives it.

    Args:
        word: the word.
        whole: is it not to be found where hyphens join it to others?

    >>> written("talks"), written("fire", whole=True), written("1/2"), written("cease-fire")
    ('talks', '/fire/', '/1\\/2/', '/cease\\-fire/')
    """
    escaped = re.escape(word).replace("/", r"\/")
    return word if _BARE.fullmatch(word) and not whole else f"/{escaped}/"


def _wild(word: str) -> str:
    """A word with wildcards as a regular expression, in small letters; either apostrophe is the other, and a word is
    found without the point at its end.
    """
    escaped = _pointed(re.escape(word.lower()))
    return re.sub("['’]", "['’]", escaped.replace(r"\*", ".*").replace(r"\?", "."))


def _pointed(escaped: str) -> str:
    return re.sub(r"\\\.$", r"\\.?", escaped)


_SKIPPED = re.compile(r"\\.|\[\^?\]?(?:\[:\w+:\]|\[(?!:)|\\.|[^\[\]\\])*\]", re.DOTALL)
"""In a regular expression: what is escaped, and whole classes of characters."""


def misread(query: str, part: Part, said: str) -> PatternError:
    r"""That a regular expression of a query cannot be run, from what RE2 says of it, and where it is wrong.

    >>> misread("said /a)|(b/", Part("regex", "(?i)a)|(b"), "unexpected ): (?i)a)|(b").args[0]
    'the regular expression cannot be read: unexpected ) (character 8)'
    """
    regex = part.value.removeprefix(_ANY_CASE)
    typed = re.search(rf"/\s*{re.escape(regex)}\s*/", query)
    begins = query.index(regex, typed.start()) if typed else 0
    why, _, piece = said.partition(": ")
    piece = piece.removeprefix(_ANY_CASE)
    at = _unbalanced(regex) if why.endswith(("(", ")", "[", "]")) else max(0, regex.find(piece))
    told = why if piece in ("", regex) or why.endswith((")", "]")) else f"{why}: {piece}"
    return PatternError(f"the regular expression cannot be read: {told}", begins + at)


def _unbalanced(regex: str) -> int:
    """Where a bracket stands that has no other."""
    opened: list[int] = []
    for at, char in enumerate(_SKIPPED.sub(lambda match: " " * len(match[0]), regex)):
        if char == "[" or (char == ")" and not opened):
            return at
        if char == "(":
            opened.append(at)
        elif char == ")":
            opened.pop()
    return opened[-1] if opened else 0
