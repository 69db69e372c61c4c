"""What stands beside a place name and says which place it is: "Sumy region", "the city of", "Paris, Texas"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

REGION_WORDS = frozenset(
    "oblast oblasts region regions province provinces state states governorate governorates department departments "
    "prefecture prefectures voivodeship voivodeships county counties district districts territory territories krai "
    "republic canton cantons division raion autonomous".split()
)
CITY_WORDS = frozenset(
    "city cities town towns village villages capital port suburb suburbs resort metropolis municipality hamlet "
    "settlement downtown airport".split()
)
SMALL_UNITS = frozenset({"county", "counties", "district", "districts", "raion"})
COUNTRY_WORDS = frozenset({"nation", "country", "republic", "kingdom"})
WATER_WORDS = frozenset({"river", "sea", "lake", "gulf", "bay", "strait", "ocean", "canal"})
_PARTS = frozenset("parts part areas much most swathes whole rest border borders".split())
_LINKS = frozenset({",", "and", "or", "&", "as", "well", "both", "the", "/"})


@dataclass(frozen=True, slots=True)
class Cue:
    """What the text beside a name says of it.

    Attributes:
        kind: `region`, `city`, `country` or `water` where it is said.
        small: a second-level unit is meant ("Kent County").
        why: the words that say so.
    """

    kind: str | None = None
    small: bool = False
    why: str = ""


def cue(doc: Doc, first: int, last: int, coordinated: list[tuple[int, int]]) -> Cue:
    """The kind of place that the words around tokens `first` to `last` (inclusive) name.

    Args:
        doc: the parsed article.
        first: the name's first token.
        last: its last token.
        coordinated: the spans of the names that follow it in the same list ("Donetsk, Kherson and … regions").
    """
    after = _word(doc, last + 1)
    if after in REGION_WORDS and doc[last + 1].is_lower | (after in {"oblast", "county", "province", "krai"}):
        if not (after in {"states", "territories", "state"} and _word(doc, last + 2) in {"department"}):
            return Cue("region", after in SMALL_UNITS, f'"{after}" after it')
    if after in WATER_WORDS and doc[last + 1].is_lower:
        return Cue("water", why=f'"{after}" after it')
    if (
        after in CITY_WORDS
        and doc[last + 1].is_lower
        and after in {"city", "town", "village", "suburb", "airport"}
    ):
        return Cue("city", why=f'"{after}" after it')
    before = first - 1
    if before > 0 and _word(doc, before) == "of":
        word = _word(doc, before - 1)
        if word in CITY_WORDS:
            return Cue("city", why=f'"{word} of" before it')
        if word in REGION_WORDS and word not in {"republic", "territory", "territories", "part"}:
            return Cue("region", word in SMALL_UNITS, f'"{word} of" before it')
        if word in COUNTRY_WORDS:
            return Cue("country", why=f'"{word} of" before it')
    if before >= 0 and _word(doc, before) in CITY_WORDS - {"capital", "cities", "towns", "villages"}:
        return Cue("city", why=f'"{_word(doc, before)}" before it')
    if (
        before >= 0
        and _word(doc, before) in REGION_WORDS
        and doc[before].is_lower
        and not doc[before].text.endswith("s")
    ):
        return Cue("region", why=f'"{_word(doc, before)}" before it')
    if coordinated:
        end = coordinated[-1][1]
        word = _word(doc, end + 1)
        if word in REGION_WORDS and word.endswith("s"):
            return Cue("region", word in SMALL_UNITS, f'"{word}" after the list')
    return Cue()


def parts_of(doc: Doc, first: int) -> bool:
    """Does "parts of", "most of", "eastern" or the like stand before: is it something with an extent?"""
    i = first - 1
    if i >= 0 and _word(doc, i) == "the":
        i -= 1
    return i > 0 and _word(doc, i) == "of" and _word(doc, i - 1) in _PARTS


def lists(spans: list[tuple[int, int]], doc: Doc) -> dict[int, list[int]]:
    """For each name (by its place in `spans`) the names that follow it in the same list."""
    follows: dict[int, int] = {}
    for i, ((_, last), (first, _)) in enumerate(zip(spans, spans[1:], strict=False)):
        gap = [doc[j].lower_ for j in range(last + 1, first)]
        if gap and len(gap) <= 4 and all(word in _LINKS for word in gap):
            follows[i] = i + 1
    chains: dict[int, list[int]] = {}
    for i in range(len(spans)):
        chain, j = [], i
        while j in follows:
            j = follows[j]
            chain.append(j)
        chains[i] = chain
    return chains


def _word(doc: Doc, i: int) -> str:
    return doc[i].lower_ if 0 <= i < len(doc) else ""


def head_noun(token: Token) -> str:
    """The lemma of the noun that the token stands before ("Kyiv officials"), or "" where there is none."""
    return (
        token.head.lemma_.lower()
        if token.dep_ in {"compound", "nmod", "amod"} and token.head.i > token.i
        else ""
    )
