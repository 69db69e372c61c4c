"""Names in pieces made whole, also by the letters in brackets behind them; two names taken for one made two."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tellings.annotation.names.edges import ARTICLES, FIRMS, is_firm_of
from tellings.annotation.names.evidence import OF_LANDS, is_land
from tellings.annotation.names.nicknames import nicknamed
from tellings.annotation.names.tokens import HYPHENS, POSSESSIVE, SHIPS, Candidate, Tokens
from tellings.identity.compare import CLUBS, PARTICLES, vessel
from tellings.resources.lexicon import classes, known_names, words

if TYPE_CHECKING:
    from tellings.resources.gazetteer import Gazetteer

_LINKS = PARTICLES | {"and", "of", "the", "&", "y"}
_OF = frozenset({"of", "for", "on"})
_NOT_LEADING = frozenset("news post records media press development data technology energy aid".split())
_ON = frozenset("committee commission council conference subcommittee panel".split())
"""Bodies that are about their subject: Committee on Foreign Relations."""

_OFFICES = ("titles", "posts", "roles", "honorifics", "generic_words", "portfolio_words", "calendar_words")
"""Lists of words that "of the" leads on without making a name: Governor of the Bank, Members of the Senate."""

_FIELDS = frozenset("police tourism sport health elections immigration fisheries parks historic".split())
_OFFICE_FIELDS = frozenset("foreign interior home prime".split())


def mended(tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Candidates in order, none overlapping, with what belongs together joined.

    Args:
        tokens: the article's words.
        found: in order, none overlapping.
        gazetteer: knows "Trinidad and Tobago" to be one.
    """
    found = _places(tokens, _pairs(tokens, _buildings(tokens, found)), gazetteer)
    found = _lands(tokens, found, gazetteer)
    return _bodies(tokens, _people(tokens, nicknamed(tokens, found), gazetteer), gazetteer)


def _buildings(tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """A town with the building behind it that is called by its kind: "San Fernando" + "General Hospital"."""
    out: list[Candidate] = []
    for one in found:
        town = out[-1] if out and out[-1].end == one.start and out[-1].label == "GPE" else None
        kind = tokens.lower[one.start : one.end]
        called = len(kind) > 1 and classes("place_words").get(kind[-1]) == "facility"
        if town and called and one.method == "capitals" and not tokens.heading[one.start]:
            out[-1] = Candidate(town.start, one.end, "FAC", "joined")
        else:
            out.append(one)
    return out


def _pairs(tokens: Tokens, found: list[Candidate]) -> list[Candidate]:
    """Two names that were taken for one, made two where they stand elsewhere alone: "Juncá and Araúz", "Trump-Abe"."""
    alone = {tokens.lower[one.end - 1] for one in found if one.end - one.start < 3}
    out: list[Candidate] = []
    for one in found:
        middle = one.start + 1
        if (
            one.end - one.start == 3
            and tokens.capital[one.end - 1]
            and (
                (
                    tokens.lower[middle] == "and"
                    and {tokens.lower[one.start], tokens.lower[one.end - 1]} & alone
                )
                or (
                    tokens.text[middle] in HYPHENS
                    and {tokens.lower[one.start], tokens.lower[one.end - 1]} <= alone
                )
            )
        ):
            out += [replace(one, end=middle, label=None), replace(one, start=middle + 1, label=None)]
        else:
            out.append(one)
    return out


def _places(tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Names grown over small words where the whole is known: "Trinidad" + "and Tobago"."""
    out: list[Candidate] = []
    for one in found:
        if out and one.start < out[-1].end:
            continue
        if (
            one.start and tokens.span(one.start - 1, one.end) in known_names()
        ):  # Reform + UK, Scottish + Labour
            one = Candidate(one.start - 1, one.end, "ORG", "joined")
            if out and out[-1].end > one.start:
                if out[-1].start < one.start:
                    one = replace(one, start=one.start + 1)
                else:
                    out.pop()
        end, n = one.end, len(tokens.text)
        if end + 1 < n and tokens.lower[end] in _LINKS and one.label != "NORP":
            stop = end + 1
            while stop < n and tokens.lower[stop] in _LINKS and stop < end + 3:
                stop += 1
            for last in (stop + 2, stop + 1):
                whole = tokens.span(one.start, min(last, n))
                if (
                    last <= n
                    and tokens.capital[last - 1]
                    and (gazetteer.is_name(whole) or whole in known_names())
                ):
                    one = replace(one, end=last)
                    break
        elif (
            _owns(tokens, one, gazetteer)
            or _is_hyphened(tokens, one, gazetteer)
            or (tokens.text[end : end + 1] == [","] and tokens.lower[end + 1 : end + 2] in (["d.c."], ["dc"]))
        ):
            one = replace(one, end=end + 2)
        out.append(one)
    return out


def _owns(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> bool:
    """Is it a saint or one word whose building stands behind: St Aelred's + Infirmary, Guy's + Hospital?"""
    last = one.end + 1
    if last >= len(tokens.text) or tokens.text[one.end] not in POSSESSIVE or tokens.heading[one.start]:
        return False
    saint = tokens.lower[one.start].rstrip(".") in ("st", "saint")
    building = classes("place_words").get(tokens.lower[last]) == "facility" and tokens.capital[last]
    alone = one.end - one.start == 1 and not gazetteer.is_name(tokens.text[one.start])
    return building and tokens.proper[last] and (saint or alone) and not one.titled


def _lands(tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Bodies named by what they do and their country made whole: "Air" + "New Zealand", "Police Scotland"."""
    out: list[Candidate] = []
    for one in found:
        i = one.start - 1
        free = not out or out[-1].end <= i
        if (
            (i >= 0 and free and one.label in (None, "GPE", "ORG") and tokens.space[i])
            and (tokens.text[i] in OF_LANDS if tokens.first[i] or tokens.heading[i] else _is_field(tokens, i))
            and is_land(tokens.span(one.start, one.end), gazetteer)
        ):
            one = Candidate(i, one.end, "ORG", "joined")
        out.append(one)
    return out


def _is_field(tokens: Tokens, i: int) -> bool:
    """Is it a field of government or a force with a capital, and no name goes before it?"""
    word = tokens.lower[i]
    field = word in _FIELDS or (word in words("portfolio_words") and word not in _OFFICE_FIELDS)
    return tokens.capital[i] and (tokens.text[i] in OF_LANDS or field) and not tokens.capital[i - 1]


def _is_hyphened(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> bool:
    """Is it the first half of a place's name: "Guinea" of "Guinea-Bissau"?"""
    last = one.end + 1
    if last >= len(tokens.text) or not tokens.glued(last) or not tokens.capital[last]:
        return False
    return gazetteer.is_name(tokens.span(one.start, last + 1))


def _people(tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """A first and a last name with small words between them: "Ursula" + "von der Leyen", "Maria" + "dos" + "Santos"."""
    out: list[Candidate] = []
    for one in found:
        last = out[-1] if out else None
        if (
            last is not None
            and last.end <= one.start <= last.end + 2
            and (last.end < one.start or tokens.lower[one.start] in PARTICLES)
            and all(word in PARTICLES for word in tokens.lower[last.end : one.start])
            and tokens.lower[last.end - 1] in words("first_names")
            and last.end - last.start < 3
            and not tokens.first[one.start]
        ):
            out[-1] = replace(last, end=one.end, label="PERSON")
            continue
        beside = last is not None and last.end == one.start and one.label != "NORP"
        if last and beside and _called_as_a_place(tokens, last.start, one.end, gazetteer):
            out[-1] = replace(last, end=one.end, label="PERSON")
        elif one.label == "GPE" and _called_as_a_place(tokens, one.start, one.end, gazetteer):
            out.append(replace(one, label="PERSON"))
        else:
            out.append(one)
    return out


def _called_as_a_place(tokens: Tokens, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Are the two words a person whose first name is a place's too ("London Breedlove"), and no place or body?"""
    if end - start != 2 or not tokens.space[start] or tokens.first[start + 1] or tokens.heading[start]:
        return False
    word = tokens.lower[start + 1]
    return (
        tokens.lower[start] in words("first_names")
        and tokens.proper[start + 1]
        and word.isalpha()
        and not tokens.text[start + 1].isupper()
        and not any(
            word in words(name) for name in (*_OFFICES, "organisation_words", "company_forms", "trade_words")
        )
        and not (
            word in classes("place_words") or word in classes("event_words") or word in words("not_names")
        )
        and not (end < len(tokens.text) and tokens.capital[end] and tokens.proper[end])
        and not gazetteer.is_name(tokens.span(start, end))
        and not gazetteer.is_name(tokens.text[start + 1])
        and gazetteer.demonym(tokens.text[start + 1]) is None
        and tokens.span(start, end) not in known_names()
    )


def _bodies(tokens: Tokens, found: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Names in two pieces made one: a body and what it is for ("Directorate" of "Culture"), a people's body."""
    out: list[Candidate] = []
    for one in found:
        last = out[-1] if out else None
        if last is not None and last.end == one.start and _one_body(tokens, last, one, gazetteer):
            out[-1] = Candidate(last.start, one.end, "ORG", "joined", last.titled)
            continue
        if last is not None and _two_fields(tokens, last, one, gazetteer):
            out[-1] = Candidate(last.start, one.end, "ORG", "joined")
            continue
        start = None if is_firm_of(tokens, one.start - 1, one.end, gazetteer) else _body_before(tokens, one)
        if start is None:
            start = _of_the(tokens, one, gazetteer)
            if start is not None and last is not None and last.end > start and not _is_noun(tokens, last):
                start = None  # Uzra Zeya of the Foreign Office
        if start is not None and (last is None or start >= last.start):
            if last is not None and start < last.end:
                out.pop()
                start = last.start
            out.append(Candidate(start, one.end, "ORG", "joined"))
            continue
        out.append(one)
    return out


def _one_body(tokens: Tokens, left: Candidate, right: Candidate, gazetteer: Gazetteer) -> bool:
    """Are two adjoining names one body: "Indonesian" + "Navy", "Windhoek" + "High Court"?"""
    if not tokens.space[left.end - 1] or tokens.first[right.start] or tokens.heading[right.start]:
        return False
    body = words("organisation_words")
    if left.end - left.start == 1 and (
        tokens.lower[left.start] in CLUBS or vessel((tokens.lower[left.start], "")) is not None
    ):
        return True
    if not all(
        word in body or word in words("portfolio_words") for word in tokens.lower[right.start : right.end]
    ):
        return False
    if tokens.lower[right.end - 1] not in body:
        return False
    text = tokens.span(left.start, left.end)
    return left.label == "NORP" or gazetteer.demonym(text) is not None or left.label == "ORG"


def _two_fields(tokens: Tokens, left: Candidate, right: Candidate, gazetteer: Gazetteer) -> bool:
    """Are the two one body that is for two things: "the Nursing" and "Midwifery Council"?"""
    first, word = left.start, tokens.text[left.start]
    return (
        left.end - first == 1
        and right.start == left.end + 1
        and tokens.lower[left.end] in ("and", "&")
        and first > 0
        and tokens.lower[first - 1] == "the"
        and right.end - right.start == 2
        and tokens.lower[right.end - 1] in words("organisation_words")
        and not (left.titled or word.isupper() or gazetteer.is_name(word) or gazetteer.demonym(word))
        and not (tokens.lower[first] in words("organisation_words") or word in known_names())
    )


def _body_before(tokens: Tokens, one: Candidate) -> int | None:
    """Where the name really begins if a body's word and "of" or "for" stand before it: "Ministry of" + "Health"."""
    i = one.start - 1
    if i > 0 and tokens.lower[i] == "the" and tokens.lower[i - 1] in _OF:
        i -= 1
    if i < 1 or tokens.lower[i] not in _OF or tokens.first[i] or tokens.first[one.start] or one.titled:
        return None
    head = i - 1
    word = tokens.lower[head]
    if tokens.lower[i] == "on" and word not in _ON:
        return None
    if not tokens.capital[head] or not (
        (word in words("organisation_words") and word not in _NOT_LEADING)
        or word in ("museum", "port", "municipality", "hospital")
    ):
        return None
    while (
        head > 0
        and not tokens.first[head]
        and tokens.capital[head - 1]
        and tokens.text[head - 1][0].isalpha()
        and tokens.lower[head - 1] not in ARTICLES
        and not any(
            tokens.lower[head - 1] in words(name) for name in ("titles", "honorifics", "calendar_words")
        )
    ):
        head -= 1
    return head


def _is_noun(tokens: Tokens, one: Candidate) -> bool:
    """Is it one word, and nothing that has a name of its own: Gift, but not Zeya, Chinese or Arizona?"""
    named = one.label in ("PERSON", "NORP", "GPE") and not tokens.first[one.start]
    return one.end - one.start == 1 and not named and not one.titled


def _of_the(tokens: Tokens, one: Candidate, gazetteer: Gazetteer) -> int | None:
    """Where a name with "of the" in it begins: "Gift of the" + "Givers"; of a ship also "Spirit of" + "Lamu".

    A noun that is printed with a capital in the middle of a sentence begins a name, if it is nobody's office. Where a
    sentence begins with it, something must tell: the same in mid-sentence, "…, a charity", or a post behind.
    """
    of = one.start - (2 if tokens.lower[one.start - 1] == "the" else 1)
    head = of - 1
    if head < 0 or tokens.lower[of] != "of" or any(tokens.first[of : one.start + 1]) or one.titled:
        return None
    word = tokens.lower[head]
    if not tokens.capital[head] or not word.isalpha() or tokens.heading[head]:
        return None
    if not tokens.first[head] and tokens.lower[head - 1] in SHIPS:
        return head
    if of + 1 == one.start or word.removesuffix("s") in words("titles") | words("posts"):
        return None
    after = tokens.lower[one.end : one.end + 3]
    if after[:2] in ([",", "a"], [",", "an"]) and after[-1] in FIRMS:
        return head
    inner = set(tokens.lower[one.start : one.end])
    named = one.label in ("GPE", "NORP") or inner & words("organisation_words")
    office = any(word in words(name) for name in _OFFICES) or (after and after[0] in words("honorifics"))
    if (
        office
        or named
        or word in classes("place_words")
        or gazetteer.is_name(tokens.span(one.start, one.end))
    ):
        return None
    if not tokens.first[head]:
        return head
    if re.search(rf"[a-z,] {re.escape(tokens.span(head, one.end))}\b", tokens.raw):
        return head
    return head if after and after[0] in words("roles") | words("titles") else None
