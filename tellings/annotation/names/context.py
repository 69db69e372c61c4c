"""What speaks for a name's type beside it: titles before, nouns after, what it does in its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tellings.annotation.grammar import SAYING
from tellings.annotation.names.edges import FIRMS
from tellings.annotation.names.evidence import WEIGHT, Evidence
from tellings.annotation.names.firms import of_firms
from tellings.annotation.names.tokens import POSSESSIVE, SHIPS, Candidate, Tokens
from tellings.annotation.names.whereabouts import PARTS, TOWNS, WITHIN, is_corner, within
from tellings.annotation.reference.epithets import of_age
from tellings.resources.lexicon import classes, groups, is_person, words

_SPEAK = SAYING | frozenset(
    "ask argue explain insist reply recall admit write hope feel know smile laugh marry die born graduate "
    "resign".split()
)
_REACH = groups("deeds")["reach"]
"""What is done to a place: those who fled Goma."""

_SUFFER = groups("deeds")["suffer"]
"""What is done to a person."""

_TAKE = frozenset("take capture seize storm".split())
"""What is mostly done to one."""

_RETORTS = frozenset({"hit back", "lash out", "weigh in", "speak out", "step down", "fire back", "chime in"})
"""What persons do, in two words."""

_PLAY = frozenset("beat thrash outplay trounce relegate sign host edge hammer".split())
_AT = frozenset("at outside inside near".split())
_PUBLISHED = frozenset({"published", "appeared", "appears", "serialised", "serialized", "reported"})
_NATURAL = frozenset("rivers lakes delta basin mountains".split())
_OF_SEVERAL = _NATURAL | frozenset(
    "provinces districts regions states counties oblasts towns villages cities suburbs islands valleys streets avenues "
    "roads".split()
)
_LONGEST_LIST = 12
"""Tokens that a list of places may have behind one of them, up to the noun that says what they are."""

_INHABITANTS = frozenset({"population", "inhabitants"})
_SETTLED = groups("things")["areas"] | TOWNS | PARTS
_RULERS = groups("things")["rulers"]
_HOUSE = frozenset("family clan dynasty camp couple brothers sisters".split())
_HIS = frozenset(
    "administration presidency premiership candidacy doctrine aide aides loyalist loyalists nominee nominees appointee "
    "appointees surrogate surrogates".split()
)
"""What a person has, or who is with one: the Obama administration, Merkel aides."""

_MEMBER = groups("things")["members"]
"""Who sits for a place: the MP for Tamale South."""

_PREMISES = frozenset("store shop warehouse club bookshop takeaway eatery".split())
"""What else than its own word tells of a building: Holm Corner, a convenience store."""

_LEGAL = frozenset("plc inc ltd llc llp gmbh".split())
"""Legal forms as they stand behind a name, in small letters too."""

_TELL = frozenset({"told", "tell", "tells", "telling", "texted", "emailed"})
_BY_PAPERS = frozenset("obtained seen reviewed contacted interviewed published approached".split())
_CAN = frozenset("understand reveal learn".split())
"""What papers do: the Comet understands, can reveal, has learned."""

_WHOSE = frozenset({"his", "her", "their", "its", "my", "our"})
_NATIVES = frozenset(
    "couple family man woman teenager pensioner boy girl mother father mum dad resident".split()
)
_STORMS = groups("things")["storms"]

_SAIL = frozenset("sink capsize founder sail dock moor berth ram collide overturn".split())
_ABOARD = frozenset(
    "aboard survivors crew captain skipper passengers wreck hull deck sinking capsizing".split()
)
"""What ships do, and what is had of one: survivors of the Nordic Pearl."""

_BARE = frozenset("bay beach cape cove creek hill island lake harbour harbor head point".split())
"""What ends the names of places that have no article: a ship is called "the Aurora Bay", a bay Hawke Bay."""


def from_beside(tokens: Tokens, one: Candidate) -> Iterator[tuple[Evidence, float]]:
    """Evidence from the words beside one mention."""
    n, start, end = len(tokens.text), one.start, one.end
    before = tokens.lower[start - 1] if start else ""
    before2 = tokens.lower[start - 2] if start > 1 else ""
    after = tokens.lower[end] if end < n else ""
    after2 = tokens.lower[end + 1] if end + 1 < n else ""
    word = before.rstrip(".")
    bracketed = before == ")" and before2.rstrip(".") in words("honorifics")  # Dr (Mrs) Ada Nwosu
    if one.titled or bracketed or (word in words("honorifics") and tokens.capital[start - 1]):
        yield ("person", "title"), WEIGHT["title"]
    elif word in words("titles") or word in words("roles") or f"{before2} {word}" in words("titles"):
        yield ("person", "role"), WEIGHT["role"]
    elif word in FIRMS:
        yield ("organisation", "noun before"), WEIGHT["noun before"] * (2 if _is_closed(tokens, one) else 1)
    elif word in SHIPS:
        yield ("product", "noun before"), WEIGHT["ship"]
    elif _is_calling(tokens, one):
        yield ("person", "role"), WEIGHT["apposition"]
    elif before == "," and before2 in words("roles"):
        yield ("person", "apposition"), WEIGHT["apposition"]
    elif before == "," and before2 in FIRMS:
        yield ("organisation", "apposition"), WEIGHT["kind"]
    if (
        after == ","
        and len(after2) == 2
        and after2.isdigit()
        and tokens.text[end + 2 : end + 3] in ([","], ["."], [")"])
    ):
        yield ("person", "age"), WEIGHT["age"]
    if after in _LEGAL:
        yield ("organisation", "form"), WEIGHT["form"]  # Holm Brothers plc
    whole = tokens.doc[end - 1].dep_ != "compound"  # not a 24-year-old Leeds man
    if whole and start and of_age(tokens.doc[start - 1]):
        yield ("person", "age"), WEIGHT["age"]
    if after in ("who", "whose") or (after == "," and after2 in ("who", "whose")):
        yield ("person", "who"), WEIGHT["who"]
    elif _has_family(tokens, end):
        yield ("person", "family"), WEIGHT["apposition"]
    elif after == "," and after2 == "which":
        yield ("person", "which"), -WEIGHT["who"]
    if before == "for" and before2 in _MEMBER:
        yield ("place", "member for"), WEIGHT["city of"]
    elif before == "in" and before2 in _PUBLISHED and tokens.doc[end - 1].dep_ == "pobj":
        yield ("organisation", "published in"), WEIGHT["noun before"]
    elif before == "the" and (
        before2 in _TELL or (before2 == "by" and tokens.lower[start - 3] in _BY_PAPERS)
    ):
        yield ("organisation", "told"), WEIGHT["noun before"]  # she told the Rocket
    elif before in WITHIN:
        yield ("place", "preposition"), within(tokens, one)
    if after == "," and (
        after2 == "near" or classes("directions").get(after2) == "side"
    ):  # Enerhodar, near Nikopol
        yield ("place", "direction"), WEIGHT["direction"]
    if before in words("directions"):
        yield ("place", "direction"), WEIGHT["direction"]
    if before == "of" and before2 in _RULERS and tokens.lower[start - 3 : start - 2] == ["the"]:
        yield ("place", "town"), 2 * WEIGHT["city of"]  # the Mayor of Tumkala
    elif before == "of" and before2 in _SETTLED:
        yield ("place", _settled(before2) or "kind"), WEIGHT["city of"]
    if before == "of" and before2 == "," and start > 2 and after in (",", ".", "who"):
        yield ("place", "of whom"), WEIGHT["kind"]  # Ana Holm, 61, of Ashwick, said
    if before == "the" and end - start == 2 and tokens.lower[end - 1] in _NATIVES | {"lady"}:
        yield ("person", "epithet"), WEIGHT["role"]  # the Iron Lady
    if before == "the" and before2 in _AT and classes("place_words").get(tokens.lower[end - 1]) == "facility":
        yield ("facility", "at"), WEIGHT["plays"]
    if before == "the" and end - start == 1 and after not in _HIS:
        yield ("person", "article"), WEIGHT["article"]
        if tokens.text[start].isupper() and len(tokens.text[start]) < 4:
            yield ("place", "article"), WEIGHT["article"]  # the VA, no state
        if tokens.lower[start].endswith("s") and tokens.doc[start].tag_ == "NNPS":
            yield ("organisation", "plural"), WEIGHT["plural"]
    if _is_dateline(tokens, one):
        yield ("place", "dateline"), WEIGHT["dateline"]
    if before == "the" and tokens.ships and _is_ship(tokens, one, before2):
        yield ("product", "ship"), WEIGHT["ship"]
    if (after == "home" and before in _WHOSE) or (after in _NATIVES and _of_one(tokens, start)):
        yield ("place", "kind"), WEIGHT["kind"]  # his Croydon home, a retired Croydon couple
    else:
        yield from _noun_after(after, after2)
    if (
        before == "since"
        and after == "in"
        and after2[:2] in ("19", "20")
        and not _STORMS.isdisjoint(tokens.small)
    ):
        yield ("event", "storm"), WEIGHT["ship"]  # the worst cyclone since Winston in 2016
    if is_corner(tokens, one):
        yield ("place", "kind"), WEIGHT["city of"]
    elif after in (",", "and", "&") and _of_a_list(tokens, end):
        yield ("place", "kind"), WEIGHT["kind"]
    yield from _syntax(tokens, one)
    yield from of_firms(tokens, one)


def _is_calling(tokens: Tokens, one: Candidate) -> bool:
    """Does a verb follow the name, and what somebody does stand before it: "cook Mallamma has boiled rice"?"""
    start, end = one.start, one.end
    noun = tokens.text[start - 1] if start else ""
    acts = end < len(tokens.text) and tokens.doc[end].tag_ in ("VBZ", "VBD")
    one_of_many = start > 0 and tokens.doc[start - 1].tag_ == "NN"  # not: many people Acme observed
    called = one_of_many and noun.islower() and noun not in FIRMS and is_person(noun)
    return acts and called and end - start < 3


def _is_closed(tokens: Tokens, one: Candidate) -> bool:
    """Does the phrase end with it, so that the noun before is what it is: "their lawyers, the firm Abel Holm, said"?

    Not "at school Ana Holm, 17", nor after a noun that is a person's trade too.
    """
    i, behind = one.start - 2, tokens.text[one.end : one.end + 2]
    at = i < 0 or tokens.lower[i] in WITHIN or tokens.first[i + 1]
    about = behind[:1] == [","] and (behind[-1].isdigit() or behind[-1] in ("who", "whose", "a", "an"))
    closed = not behind or behind[0] in (",", ".", ";", ")")
    return closed and not (at or about or is_person(tokens.lower[i + 1]))


def _has_family(tokens: Tokens, end: int) -> bool:
    """Does a relative follow: "Ana Ruiz's husband", "Ana Ruiz and her elder sister"; not a firm's sister company?"""
    behind = tokens.lower[end : end + 4]
    own = 2 if behind[:2] in (["and", "his"], ["and", "her"]) else int(not POSSESSIVE.isdisjoint(behind[:1]))
    kin = (end + own + n for n, word in enumerate(behind[own : own + 2]) if own and word in words("kin"))
    return any(i + 1 == len(tokens.doc) or tokens.doc[i + 1].pos_ != "NOUN" for i in kin)


def _of_one(tokens: Tokens, start: int) -> bool:
    """Does "a" stand before the name, with at most two small words between?"""
    for i in range(start - 1, max(-1, start - 4), -1):
        if tokens.lower[i] in ("a", "an", "another"):
            return True
        if not tokens.text[i].islower():
            return False
    return False


def _is_dateline(tokens: Tokens, one: Candidate) -> bool:
    """Does it open a text in capitals, before an outlet's letters in brackets or a state: "TYLER (KYTX) -"?"""
    after = tokens.text[one.end : one.end + 4]
    if not tokens.first[one.start] or len(after) < 4 or not tokens.span(one.start, one.end).isupper():
        return False
    return after[0] == "(" and after[1].isupper() and after[2] == ")" and after[3] in _DASHES


_DASHES = frozenset({"-", "–", "—", "--"})


def _is_ship(tokens: Tokens, one: Candidate, of: str) -> bool:
    """Does it sink or sail, or had it a crew: "the Nordic Pearl sank", "survivors of the Nordic Pearl"?

    Or is it called so after a comma, "two boats, the Nordic Pearl and the Vega", or named as no place is?
    """
    head = tokens.doc[one.end - 1]
    if one.end - one.start > 1 and tokens.lower[one.end - 1] in _BARE and head.dep_ != "compound":
        return True
    i = one.start - 1
    while i > 0 and (tokens.lower[i] in ("the", "and", ",") or tokens.capital[i]):
        i -= 1
    listed = tokens.text[i + 1] == "," and {tokens.lower[i], tokens.lower[i].removesuffix("s")} & SHIPS
    if listed and head.dep_ not in ("nsubj", "nsubjpass"):  # "They sank the ship, the Kremlin said"
        return True
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_ in _SAIL:
        return True
    before = tokens.lower[one.start - 3] if of == "of" and one.start > 2 else of
    return before in _ABOARD


def _answers(verb: Token) -> bool:
    return any(f"{verb.lemma_} {word.lower_}" in _RETORTS for word in verb.rights)


def _of_a_list(tokens: Tokens, i: int) -> bool:
    """Does a list go on that ends in what its names are: "Elbe and Weser rivers"?"""
    for j in range(i, min(i + _LONGEST_LIST, len(tokens.text))):
        if tokens.lower[j] in _OF_SEVERAL:
            return j > i + 1
        if not tokens.capital[j] and tokens.lower[j] not in (",", "and", "&", "-"):
            return False
    return False


def _noun_after(after: str, after2: str) -> Iterator[tuple[Evidence, float]]:
    """What the name is used to qualify: the Tura district, the Dymarla company, a Kano-based firm."""
    if after in _SETTLED or after in _NATURAL or after in ("residents", "locals"):
        yield ("place", "kind"), WEIGHT["kind"]
    elif after in _HOUSE or after in _HIS:
        yield ("person", "noun after"), WEIGHT["noun after"]
    elif after in FIRMS:
        yield ("organisation", "noun after"), WEIGHT["noun after"]
    elif after in classes("place_words") and classes("place_words")[after] == "facility":
        yield ("facility", "noun after"), WEIGHT["noun after"]
    elif after == "-" and after2 == "based":
        yield ("place", "kind"), WEIGHT["city of"]
    elif after == "-" and after2 in ("owned", "operated", "backed", "affiliated", "related"):
        yield ("organisation", "noun after"), WEIGHT["noun after"] * 0.5


def _syntax(tokens: Tokens, one: Candidate) -> Iterator[tuple[Evidence, float]]:
    """Evidence from the parse: who speaks, what an apposition calls it."""
    head = tokens.doc[one.end - 1]
    if head.dep_ == "nsubj" and head.head.lemma_ in _SPEAK:
        yield ("person", "speaks"), WEIGHT["speaks"]
    if head.dep_ == "nsubj" and one.end - one.start == 2 and _answers(head.head):
        yield ("person", "speaks"), WEIGHT["answers"]
    if head.dep_ in ("nsubj", "dobj", "nsubjpass") and head.head.lemma_ in _PLAY:
        yield ("organisation", "plays"), WEIGHT["plays"]
    if head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_ in _REACH:
        yield ("place", "reached"), WEIGHT["reached"]
    elif head.dep_ == "nsubjpass" and head.head.lemma_ in _SUFFER:
        yield ("person", "suffers"), WEIGHT["reached"]
    elif head.dep_ == "dobj" and head.head.lemma_ in _TAKE:
        yield ("place", "taken"), WEIGHT["taken"]
    elif head.dep_ == "nsubj" and (
        head.head.lemma_ in _CAN and tokens.lower[one.start - 1 : one.start] == ["the"]
    ):
        yield ("organisation", "employs"), WEIGHT["apposition"]
    if head.dep_ == "nsubj" and head.head.lemma_ == "have" and _has_people(head.head):
        yield ("place", "town"), WEIGHT["apposition"]
    for noun in _called(head):
        if noun in words("roles") or noun in words("titles") or noun in words("posts") or is_person(noun):
            yield ("person", "apposition"), WEIGHT["apposition"]
        elif noun in FIRMS:
            yield ("organisation", "apposition"), WEIGHT["kind"]
        elif noun in _SETTLED:
            said = _settled(noun)
            yield ("place", said or "apposition"), WEIGHT["dateline" if said else "apposition"]
        elif noun in SHIPS:
            yield ("product", "apposition"), WEIGHT["ship"]
        elif noun in _PREMISES or classes("place_words").get(noun) == "facility":
            yield ("facility", "apposition"), WEIGHT["noun before"]


def _settled(noun: str) -> str | None:
    """Is it called a town, or a part of one?"""
    return "town" if noun in TOWNS else "part" if noun in PARTS else None


def _has_people(verb: Token) -> bool:
    """Does what has them have a population or inhabitants: "Holm has a population of 900", "has 40 inhabitants"?"""
    return any(child.dep_ == "dobj" and child.lower_ in _INHABITANTS for child in verb.rights)


def _before_place(verb: Token) -> str | None:
    """The noun that a participle is of, over the place where that is: "a crossing in Tijuana called Holm"."""
    before = reversed(verb.doc[max(verb.sent.start, verb.i - 8) : verb.i])
    first = next((token for token in before if token.pos_ not in ("PROPN", "ADP", "DET", "PUNCT")), verb)
    return first.lower_ if first.pos_ == "NOUN" else None


def _called(head: Token) -> Iterator[str]:
    """What the sentence says that it is: "Holm, a grocer", "a crossing called Holm", "Holm is a village"."""
    for child in head.rights:
        if child.dep_ == "appos" and not child.ent_type_:
            yield child.lower_
        if child.dep_ == "appos" and child.lower_ == "one":  # Holm Coal, one of the largest companies
            yield from (word.lemma_ for of in child.rights for word in of.rights if word.dep_ == "pobj")
        if child.dep_ == "relcl" and child.lemma_ in ("be", "become"):  # Holm, which became a city last year
            yield from (word.lower_ for word in child.rights if word.dep_ == "attr" and _settled(word.lower_))
    verb = head.head
    if head.dep_ == "oprd" and verb.lemma_ in ("call", "name") and verb.dep_ in ("acl", "advcl"):
        yield _before_place(verb) or verb.head.lower_
    elif head.dep_ == "nsubj" and verb.lemma_ == "be":
        for child in verb.rights:
            if child.dep_ == "attr" and child.pos_ == "NOUN":
                yield child.lower_
