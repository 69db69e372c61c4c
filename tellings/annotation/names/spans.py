"""Where names stand: the model's spans repaired, and capitalised runs that the model passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tellings.annotation.article import Article
from tellings.annotation.names.brackets import defined
from tellings.annotation.names.edges import is_letters, is_office, pieces, trimmed
from tellings.annotation.names.joins import mended
from tellings.annotation.names.lands import with_associations
from tellings.annotation.names.tokens import HYPHENS, Candidate, Tokens, is_seated
from tellings.identity.compare import PARTICLES
from tellings.resources.lexicon import known_names, words

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer

NAMES = frozenset("PERSON ORG GPE LOC FAC NORP EVENT PRODUCT LAW WORK_OF_ART LANGUAGE".split())
"""The model's labels that are names; dates, times and numbers are not."""

_INNER = PARTICLES | frozenset("y e san st st. ap wa ka ole".split())
"""Small words inside a name; they neither begin nor end one."""

_BETWEEN_HYPHENS = frozenset(
    "a à au aux by d de des en l la le les o on of sous super sur the under upon".split()
)
"""Small words between hyphens inside a name: Mar-a-Lago, Stratford-upon-Avon, Port-au-Prince."""

_NOBLE = frozenset({"von", "van"})
_AFTER_NOBLE = frozenset({"der", "den", "dem", "de", "'t"})
_GLUED_BEFORE = frozenset("al el ul ad as an ash at ar sub abd".split())
_ROADS = frozenset("highway hwy route rte interstate autoroute motorway freeway road rd".split())
_OF_ROADS = frozenset(
    "state county national federal provincial forest ranch us u.s. trans-canada old".split()
)
"""What stands before the number of a road, and before that."""

_DATELINE = frozenset({":", ",", "(", "-", "–", "—", "--", "|", "/"})
"""What stands behind the town of a dateline."""

_COMPOUNDS = frozenset(
    "based led owned born backed style era run controlled elect designate like inspired related linked aligned "
    "appointed funded held made built affiliated operated".split()
)
"""What a name is joined to by a hyphen without becoming longer: the Clinton-era rules."""


def candidates(article: Article, tokens: Tokens, gazetteer: Gazetteer) -> list[Candidate]:
    """All possible names of the article that stand where anything is looked for, in order, none overlapping."""
    names: list[Candidate] = []
    taken = [False] * len(tokens.text)
    for entity in article.doc.ents:
        if entity.label_ in NAMES and article.annotated(entity.start_char):
            whole = Candidate(entity.start, entity.end, entity.label_, "model")
            end = entity.start
            for piece in pieces(tokens, whole, gazetteer):
                names.append(piece)
                start = end if piece.titled else piece.start  # a title that was cut off is no name of its own
                taken[start : piece.end] = [True] * (piece.end - start)
                end = piece.end
    names = [_grown(tokens, one, taken, gazetteer) for one in names]
    for sentence in article.annotated_sentences:
        names.extend(_runs(tokens, sentence.start, sentence.end, taken, gazetteer))
    names = _with_datelines(article, tokens, _with_roads(article, tokens, names), gazetteer)
    names = apart(with_associations(article, tokens, names, gazetteer))
    names = defined(tokens, mended(tokens, names, gazetteer))
    return _particled(tokens, _without_letters(tokens, names))


def _with_datelines(
    article: Article, tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer
) -> list[Candidate]:
    """The candidates with the towns in capitals that open a report, whatever stood there: "KUALA LUMPUR: A judge …"."""
    lines = []
    for sentence in article.annotated_sentences:
        i = end = sentence.start
        while end < min(i + 4, sentence.end) and tokens.text[end].isupper() and tokens.text[end].isalpha():
            end += 1
        if i < end < len(tokens.text) and tokens.text[end] in _DATELINE:
            name = tokens.span(i, end)
            if len(name) > 3 and gazetteer.is_name(name) and _opens_block(article, tokens, i):
                lines.append(Candidate(i, end, "GPE", "dateline"))
    inside = {i for line in lines for i in range(line.start, line.end)}
    return [*(one for one in found if inside.isdisjoint(range(one.start, one.end))), *lines]


def _opens_block(article: Article, tokens: Tokens, i: int) -> bool:
    block = article.block_at(tokens.start[i])
    return block is not None and block.kind == "paragraph" and block.start == tokens.start[i]


def _with_roads(article: Article, tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """The candidates with roads that have a number instead of what stood at their place: State Route 309."""
    roads = []
    for i, word in enumerate(tokens.lower[:-1]):
        if word.rstrip(".") not in _ROADS or not tokens.capital[i] or not tokens.text[i + 1][0].isdigit():
            continue
        start = i
        while start > 0 and tokens.capital[start - 1] and tokens.lower[start - 1] in _OF_ROADS:
            start -= 1
        if article.annotated(tokens.start[start]):
            roads.append(Candidate(start, i + 2, "LOC", "road"))
    inside = {i for road in roads for i in range(road.start, road.end)}
    return [*(one for one in found if inside.isdisjoint(range(one.start, one.end))), *roads]


def _without_letters(tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """The candidates without letters behind a person's name that the model took for a name: "Ana Ruiz, SC, said"."""
    ends = {
        one.end for one in found if one.label == "PERSON" or tokens.lower[one.start] in words("first_names")
    }
    return [
        one
        for one in found
        if not (
            one.end - one.start == 1
            and is_letters(tokens.text[one.start])
            and (one.start in ends or (tokens.text[one.start - 1] == "," and one.start - 1 in ends))
        )
    ]


def _particled(tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """Last names grown over the small word that they have in a full name: "Pieter de Vries", then "de Vries"."""
    known = {
        (tokens.text[i], tokens.text[i + 1])
        for one in found
        for i in range(one.start + 1, one.end - 1)
        if tokens.text[i] in _INNER and tokens.text[i] not in ("y", "e") and i + 2 == one.end
    }
    if not known:
        return found
    return [
        replace(one, start=one.start - 1)
        if one.start
        and one.end - one.start == 1
        and (tokens.text[one.start - 1], tokens.text[one.start]) in known
        else one
        for one in found
    ]


def apart(found: list[Candidate]) -> list[Candidate]:
    """In order; of two that overlap the longer."""
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda c: (c.start, -c.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
        else:
            kept.append(one)
    return kept


def _grown(tokens: Tokens, one: Candidate, taken: list[bool], gazetteer: Gazetteer) -> Candidate:
    """The span grown over capitalised neighbours of the same name that the model left out."""
    start, end = _hyphened(tokens, one, taken, gazetteer)
    noble = start > 0 and tokens.lower[start - 1] in _NOBLE | _AFTER_NOBLE
    people = one.label == "NORP" and (end - start > 1 or gazetteer.demonym(tokens.text[start]) is not None)
    if people and not noble and (start, end) == (one.start, one.end):
        return one
    n = len(tokens.text)
    while end < n and not taken[end] and tokens.proper[end] and not tokens.first[end] and _joins(tokens, end):
        end += 1
    if (
        one.label == "PERSON"
        and end + 1 < n
        and tokens.lower[end] in _INNER
        and tokens.proper[end + 1]
        and not (taken[end] or taken[end + 1] or tokens.first[end])
        and _joins(tokens, end + 1)
    ):
        end += 2
    while start > 0 and not tokens.first[start] and not taken[start - 1]:
        i = start - 1
        if (
            ((tokens.proper[i] or tokens.is_given(i)) and _joins(tokens, i) and _may_begin(tokens, i, one))
            or tokens.lower[i] in _NOBLE
            or (i and tokens.lower[i] in _AFTER_NOBLE and tokens.lower[i - 1] in _NOBLE)
            or (
                one.label == "PERSON"
                and tokens.lower[i] in PARTICLES
                and i
                and tokens.proper[i - 1]
                and not taken[i - 1]
            )
        ):
            start = i
        else:
            break
    taken[start:end] = [True] * (end - start)
    if (start, end) == (one.start, one.end):
        return one
    small = start < one.start and tokens.glued(start + 2)
    grown = replace(one, start=start, end=end)
    if tokens.lower[start] in _NOBLE:
        return replace(grown, label="PERSON")
    return grown if small else trimmed(tokens, grown, gazetteer) or one


def _hyphened(tokens: Tokens, one: Candidate, taken: list[bool], gazetteer: Gazetteer) -> tuple[int, int]:
    """The span with what is joined to it by a hyphen: al-Qaida, sub-Saharan Africa, Ortega-Murillo."""
    start, end, n = one.start, one.end, len(tokens.text)
    while tokens.glued(start) and not taken[start - 2] and start > 1:
        left = tokens.text[start - 2]
        if start > 3 and _is_linked(tokens, start - 3) and tokens.capital[start - 4]:
            start -= 4
            continue
        if not (
            tokens.lower[start - 2] in _GLUED_BEFORE
            or (tokens.capital[start - 2] and not gazetteer.is_name(left))
        ):
            break
        start -= 2
    while end + 1 < n and tokens.text[end] in HYPHENS and tokens.glued(end + 1) and not taken[end + 1]:
        right = tokens.text[end + 1]
        if _is_linked(tokens, end):
            end += 4
            continue
        person = one.label == "PERSON" and end - start > 1 and right.isalpha() and right not in _COMPOUNDS
        if not person and not (
            tokens.capital[end + 1] and tokens.proper[end + 1] and not gazetteer.is_name(right)
        ):
            break
        end += 2
    return start, end


def _is_linked(tokens: Tokens, i: int) -> bool:
    """Does a small word between hyphens stand here, and then more of the name: "-a-Lago"?"""
    return (
        i + 3 < len(tokens.text)
        and tokens.glued(i + 1)
        and tokens.text[i + 1] in _BETWEEN_HYPHENS
        and tokens.glued(i + 3)
        and tokens.capital[i + 3]
    )


def _may_begin(tokens: Tokens, i: int, one: Candidate) -> bool:
    """May the word begin the name that follows? A post, a field of government or a body does not begin a person's."""
    word = tokens.lower[i].rstrip(".")
    if tokens.first[i] and word not in words("first_names") and one.label != "PERSON":
        return False
    if one.label == "PERSON" or one.end - one.start == 1:
        if (
            word in words("portfolio_words")
            or word in words("generic_words")
            or word in words("organisation_words")
        ):
            return False
        if (
            one.label == "PERSON"
            and len(word) > 2
            and tokens.text[i].isupper()
            and not tokens.text[one.start].isupper()
        ):
            return False
    return True


def _joins(tokens: Tokens, i: int) -> bool:
    """May this capitalised word belong to the name beside it?"""
    word = tokens.lower[i].rstrip(".")
    if i + 1 < len(tokens.lower) and f"{word} {tokens.lower[i + 1]}" in words("titles"):
        return False
    if i and f"{tokens.lower[i - 1]} {word}" in words("titles"):
        return False
    return (
        tokens.capital[i]
        and tokens.text[i][0].isalpha()
        and not tokens.heading[i]
        and not is_letters(tokens.text[i])
        and not any(word in words(name) for name in ("honorifics", "titles", "calendar_words", "posts"))
    )


def _runs(
    tokens: Tokens, first: int, last: int, taken: list[bool], gazetteer: Gazetteer
) -> Iterator[Candidate]:
    """Runs of proper nouns that the model passed over."""
    i = first
    while i < last:
        begins = tokens.proper[i] or (tokens.is_given(i) and i + 1 < last and tokens.proper[i + 1])
        begins = begins or is_seated(tokens, i)
        if taken[i] or not begins or not tokens.capital[i] or not tokens.text[i][0].isalpha():
            i += 1
            continue
        j = i + 1
        while j < last and not taken[j] and not tokens.first[j]:
            if tokens.capital[j] and (tokens.proper[j] or (j == i + 1 and tokens.is_last(j))):
                j += 1
            elif _is_linked(tokens, j) and j + 3 < last:
                j += 4
            elif (
                tokens.text[j] in HYPHENS and j + 1 < last and tokens.glued(j + 1) and tokens.capital[j + 1]
            ) or (tokens.lower[j] in _INNER and j + 1 < last and tokens.proper[j + 1] and not taken[j + 1]):
                j += 2
            else:
                break
        end = j - _rank_length(tokens, i, j) if j < last and taken[j] else j
        one = trimmed(tokens, Candidate(i, end, None, "capitals"), gazetteer) if end > i else None
        if one is not None and _is_new(tokens, one):
            yield one
        i = j


def _rank_length(tokens: Tokens, start: int, end: int) -> int:
    """How many words at the end of a run before a name are a rank in several words, or an office in letters."""
    if is_office(tokens.lower[end - 1]):
        return end - start if end - start == 2 else 1
    return next(
        (n for n in (3, 2) if end - n >= start and " ".join(tokens.lower[end - n : end]) in words("titles")),
        0,
    )


def _is_new(tokens: Tokens, one: Candidate) -> bool:
    """Is the run a name by its look: not one generic word, not a heading's capitals?"""
    if tokens.text[one.start] == "The":
        return True
    if one.end - one.start == 1:
        word = tokens.text[one.start]
        if len(word) < 2:
            return _is_platform(tokens, one.start)
        if any(word.lower().rstrip(".") in words(name) for name in ("generic_words", "titles", "posts")):
            return False
    if not tokens.heading[one.start] or one.titled:
        return True
    return one.end - one.start > 1 and tokens.span(one.start, one.end) in known_names()


def _is_platform(tokens: Tokens, i: int) -> bool:
    """Is the one letter the network X ("said on X", "X users", "X, formerly Twitter"), and not an unknown or a size?"""
    if tokens.text[i] != "X" or i + 1 >= len(tokens.text):
        return False
    before, after = tokens.lower[i - 1] if i else "", tokens.lower[i + 1]
    if after == "-" or after[0].isdigit() or tokens.capital[i + 1]:
        return False
    return before in ("on", "to", "via", "platform", "network") or after in (
        "account",
        "post",
        "users",
        "user",
    )
