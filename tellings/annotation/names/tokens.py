"""The words of an article as the search for names needs them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from tellings.resources.lexicon import groups, words

HYPHENS = frozenset("-‐‑")
POSSESSIVE = frozenset({"'s", "’s", "'", "’", "`s", "s'", "´s"})

_OPENING = frozenset("\"“‘'«")

SHIPS = groups("things")["ships"]
"""What stands before a ship's name: the tanker Nordic Pearl."""


_SEATED = groups("things")["members"] | frozenset(
    "councillor councillors councilor councilors lawmaker lawmakers legislator legislators".split()
)
"""Who sits for a party in an assembly."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name.

    Attributes:
        start: its first token.
        end: after its last token.
        label: the model's label, if it had one.
        method: how it was found.
        titled: did a title or honorific stand in front?
    """

    start: int
    end: int
    label: str | None
    method: str
    titled: bool = False


class Tokens:
    """A doc's tokens as plain lists: asking spaCy for the same string again and again costs most of the time."""

    def __init__(self, doc: Doc) -> None:
        """Read the doc once."""
        self.doc = doc
        self.raw = doc.text
        self.text: list[str] = [doc.vocab.strings[orth] for orth in doc.to_array("ORTH").tolist()]
        self.lower = [text.lower() for text in self.text]
        table = doc.to_array(["IDX", "TAG", "SPACY", "SENT_START"])
        proper = [doc.vocab.strings["NNP"], doc.vocab.strings["NNPS"]]
        self.start: list[int] = table[:, 0].astype("int64").tolist()
        self.proper: list[bool] = ((table[:, 1] == proper[0]) | (table[:, 1] == proper[1])).tolist()
        self.adjective: list[bool] = (table[:, 1] == doc.vocab.strings["JJ"]).tolist()
        self.space: list[bool] = (table[:, 2] != 0).tolist()
        self.capital = [is_capital(text) for text in self.text]
        starts: list[bool] = (table[:, 3] == 1).tolist()
        self.first = [start or i == 0 or self._split(i) for i, start in enumerate(starts)]
        for i, text in enumerate(self.text[:-1]):
            # A body of a quotation keeps its article: “The Court has spoken.”
            if self.first[i] and text in _OPENING and self.text[i + 1] != "The":
                self.first[i + 1] = True

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the article prints in small letters."""
        return frozenset(text for text in self.text if text.islower())

    @cached_property
    def adjectives(self) -> Container[str]:
        """The adjectives and participles of English, as the model's lemmatizer knows them (WordNet)."""
        return self._english("adj")

    @cached_property
    def nouns(self) -> Container[str]:
        """The nouns of English in the singular, likewise."""
        return self._english("noun")

    def _english(self, kind: str) -> Container[str]:
        lookups = self.doc.vocab.lookups
        known: Container[str] = lookups.get_table(kind) if lookups.has_table(kind) else ()
        return known

    def is_english(self, word: str) -> bool:
        """Is it a noun, in the singular or plural, or an adjective of English?"""
        return word in self.nouns or word.removesuffix("s") in self.nouns or word in self.adjectives

    def is_verb(self, word: str) -> bool:
        """Is it a verb of English, in the first or third person?"""
        return word in self._english("verb") or word.removesuffix("s") in self._english("verb")

    def is_last(self, i: int) -> bool:
        """Is it a last name behind a first one that the model took for a verb or the like: Roland Savoie had …?"""
        word = self.lower[i]
        listed = word in words("last_names") and not self.heading[i]
        return listed and self.is_given(i - 1) and not (self.is_english(word) or self.is_verb(word))

    def is_given(self, i: int) -> bool:
        """Is it a first name by the lists and no word of English, whatever its tag: the *Iain* of "Iain Holm spoke"?"""
        word = self.lower[i]
        called = self.capital[i] and len(word) > 3 and word in words("first_names")
        return called and not (
            word in self.small
            or word in words("common_words")
            or self.doc[i].is_stop
            or self.is_english(word)
            or self.is_verb(word)
            or self.heading[i]
        )

    @cached_property
    def ships(self) -> bool:
        """Does the article speak of a ship?"""
        return any(ship in self.small or f"{ship}s" in self.small for ship in SHIPS)

    @cached_property
    def heading(self) -> list[bool]:
        """For each token: does its line, without a full stop, print nearly all words with a capital?"""
        flags = [False] * len(self.text)
        starts = [i for i, first in enumerate(self.first) if first and self._opens(i)]
        for start, end in zip(starts, [*starts[1:], len(self.text)], strict=True):
            if "." in self.text[max(start, end - 3) : end]:
                continue
            long = [i for i in range(start, end) if len(self.text[i]) > 3 and self.text[i].isalpha()]
            if len(long) > 2 and sum(self.capital[i] for i in long) >= 0.8 * len(long):
                flags[start:end] = [True] * (end - start)
        return flags

    def _opens(self, i: int) -> bool:
        """Does a line or sentence begin with it by what stands before, not by the parse of a headline alone?"""
        return i == 0 or not self.space[i - 1] or not self.text[i - 1][-1].isalnum()

    def _split(self, i: int) -> bool:
        """Was the word glued to the one before it, though the parse does not let a sentence begin with it?"""
        return self.text[i][0].isupper() and not self.space[i - 1] and self.text[i - 1][-1].isalpha()

    def glued(self, i: int) -> bool:
        """Does the token follow a hyphen without a space, as "ching" in Wai-ching?"""
        return i > 1 and self.text[i - 1] in HYPHENS and not (self.space[i - 1] or self.space[i - 2])

    def is_in_sentence(self, one: Candidate) -> bool:
        """Do the words of a headline's name stand in a sentence too?"""
        said = self.text[one.start : one.end]
        places = (i for i, text in enumerate(self.text) if text == said[0] and not self.heading[i])
        return any(self.text[i : i + len(said)] == said for i in places)

    def span(self, start: int, end: int) -> str:
        """The text from token to token."""
        return (
            self.raw[self.start[start] : self.start[end - 1] + len(self.text[end - 1])] if end > start else ""
        )


def is_seated(tokens: Tokens, i: int) -> bool:
    """Are they letters before those who sit for a party: "DA councillor Jan Botha", not "TWO councillors"?"""
    text, word = tokens.text[i], tokens.lower[i]
    behind = tokens.text[i + 1 : i + 2]
    letters = text.isalpha() and text.isupper() and 1 < len(text) < 6 and not tokens.heading[i]
    common = tokens.doc[i].is_stop or (len(text) > 2 and (tokens.is_english(word) or tokens.is_verb(word)))
    sits = [text.lower() for text in behind if not text.isupper()]
    return letters and not common and word not in ("ex", "tv") and bool(_SEATED.intersection(sits))


def is_capital(text: str) -> bool:
    """Does the word begin with a capital, or is it in a script without them?"""
    first = text[0] if text[0].isalnum() else text.lstrip("'‘’ʻ`")[:1]
    return first.isupper() or (first.isalpha() and not first.islower())
