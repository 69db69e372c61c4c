"""Comparing printed names: the same name in other letters, a short form of a longer one, an acronym of its words.

Nothing here knows articles or the model: the same rules bring names together within an article and across a corpus.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

from tellings.resources.lexicon import classes, groups, known_names, teams, words

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_MARKS = re.compile(r"[.'’‘`´ʻ]")

PARTICLES = frozenset(
    "de del della di da do dos das du des la las le les los el al ul ur bin bint ibn ben van von der den ter ten af av "
    "zu".split()
)
"""Small words in the names of persons and places, between two words or before the last."""

SMALL = PARTICLES | frozenset("of the and for in on at to y e und et a an die".split())
"""Words that an acronym may skip."""

CLUBS = frozenset({"fc", "ac", "afc", "fk", "sc", "sv", "rb", "cd", "cf", "nk", "vfb", "vfl"})
"""What stands before a club's name: FC Barcelona is Barcelona."""

MISSPELT = 7
"""Words of this many letters may differ in one and still be one name."""

STATE_BODIES = frozenset({"congress", "senate", "parliament", "treasury", "knesset"})
"""Bodies that one state has one of: in an article with one, "Congress" is the "U.S. Congress"."""

_RULING, _ALONE, _AREAS, _TURNED = (groups("things")[of] for of in ("ruling", "alone", "within", "turned"))
"""Words in the names of bodies, as things.tsv tells of them."""

GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The name in small ASCII letters and digits with single spaces: diacritics, case, script and marks aside."""
    return _NOT_WORD.sub(" ", anyascii(_MARKS.sub("", text)).lower().replace("'", "")).strip()


def slug(text: str) -> str:
    """The name as part of an id: "vladimir-putin"; the code points where no letter is left."""
    return plain(text).replace(" ", "-") or "-".join(f"u{ord(ch):x}" for ch in text[:12])


@lru_cache(maxsize=65536)
def parts(text: str) -> tuple[str, ...]:
    """The words of a name, in plain letters; as printed where it has neither letter nor digit ("☀")."""
    return tuple(plain(text).split()) or (text,)


def is_acronym(text: str) -> bool:
    """Does the form look like one: two to eight letters, most of them capitals, in one word?"""
    letters = [ch for ch in text if ch.isalpha()]
    return (
        2 <= len(letters) <= 8
        and " " not in text
        and sum(ch.isupper() for ch in letters) >= max(2, 0.6 * len(letters))
    )


def stands_for(acronym: str, full: str) -> bool:
    """Is the acronym made of the initials of the words of the full form, small words taken or skipped?

    Two letters must be the initials of just two words: GM is General Motors, US not the University of Sheffield.
    """
    letters = plain(acronym).replace(" ", "")
    names = [plain(word) for word in re.split(r"[\s\-–—/,]+", full)]
    names = [word for word in names if word]
    if names and names[0] == "the":
        names = names[1:]
    if len(names) > 3 and _is_headed(names) and stands_for(acronym, " ".join(names[1:])):
        return len(letters) > 2  # CBP, the U.S. Customs and Border Protection
    if len(letters) > 2 and names[-2:-1] == ["and"] and stands_for(acronym, " ".join(names[:-2])):
        return True  # CDC, the Centers for Disease Control and Prevention
    while len(names) > 2 and names[-1] in words("company_forms") and len(letters) < len(names):
        names.pop()
    if len(names) < 2 or len(letters) < 2:
        return False
    if len(letters) == 2:
        return len(names) == 2 and letters == names[0][0] + names[1][0]
    big = [word for word in names if word not in SMALL]
    return any(
        letters == "".join(word[0] for word in chosen) for chosen in (big, names)
    ) or _letters_in_order(letters, big)


def _is_headed(names: Sequence[str]) -> bool:
    """Does a body's kind stand behind its country or state: the U.S. Customs, the Texas Department of Public Safety?"""
    return names[0] in ("us", "uk") or (names[1] in words("organisation_words") and names[2] in ("of", "for"))


def _letters_in_order(letters: str, big: list[str]) -> bool:
    """Looser: every word gives its initial and some give more (UNESCO-like), the first letters in order."""
    if len(letters) < 3 or len(big) < 2 or len(letters) < len(big):
        return False
    at = 0
    for word in big:
        if at >= len(letters) or letters[at] != word[0]:
            return False
        at += 1
        within = 1
        rest = big[big.index(word) + 1 :]
        while at < len(letters) and len(letters) - at > len(rest):
            within = word.find(letters[at], within) + 1
            if not within:
                return False
            at += 1
    return at == len(letters)


def beginnings(full: str) -> set[str]:
    """The first two letters that an acronym of the full name may have: what to look it up under."""
    names = [word for word in parts(full) if word != "the"]
    if len(names) < 2:
        return set()
    own = beginnings(" ".join(names[1:])) if len(names) > 2 and _is_headed(names) else set()
    return own | {names[0][0] + word[0] for word in names[1:4]} | {names[0][:2]}


def spellings(word: str) -> set[str]:
    """Keys that two words share if they are `similar`: the word, its sound, and long words without one letter."""
    keys = {word, "~" + sound(word)}
    if len(word) >= MISSPELT:
        keys.update(word[:i] + word[i + 1 :] for i in range(len(word)))
    return keys


def same_given(a: str, b: str) -> bool:
    """May two given names (or initials) be one: equal, an initial, a known short form, or spelt alike?"""
    if a == b or ((len(a) == 1 or len(b) == 1) and a[:1] == b[:1]):
        return True
    short = classes("short_names")
    if short.get(a, a) == short.get(b, b) or (
        len(a) > 5 and _UNSTRESSED.sub("", a) == _UNSTRESSED.sub("", b)
    ):
        return True
    return similar(a, b)


_UNSTRESSED = re.compile(r"[aeiou](?=[lnr]$)")
"""The vowel that no ear tells from another: Skylar and Skyler, Damian and Damien; not Hassan and Hussein."""


def initial(given: str) -> str:
    """The letter under which a given name is looked up: that of what it is short for."""
    return classes("short_names").get(given, given)[:1]


def similar(a: str, b: str) -> bool:
    """Are two words spelt alike, as transliterations of one name are? Short words must be equal."""
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or a[:1] != b[:1]:
        return False
    if sound(a) == sound(b):
        return True
    return DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1 and min(len(a), len(b)) >= MISSPELT


_SOUND = (
    (re.compile(r"(?<=[aou])e(?=[^aeiou])"), ""),
    (re.compile(r"kh|ch(?=[aou])"), "h"),
    (re.compile(r"sch|sh|sz"), "s"),
    (re.compile(r"tch|ch|cz|ts|tz"), "c"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|q|g(?=h)|c(?=[aou])"), "k"),
    (re.compile(r"ou|oo|u|w"), "u"),
    (re.compile(r"ee|ie|iy|yi|yy|ij|y|j|ii|i"), "i"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"(?<=[a-z])h"), ""),
)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The word with the letters in which transliterations differ made one: for Zelenskyy, Zelenskiy and Zelensky."""
    for pattern, letter in _SOUND:
        word = pattern.sub(letter, word)
    return re.sub(r"(.)\1+", r"\1", word)


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """May two full names (two words or more, last name last) be one person's?

    One may have an initial, a middle name or a suffix more than the other; two that differ in one are two persons.
    """
    a, generation_a = generation(a)
    b, generation_b = generation(b)
    if len(a) < 2 or len(b) < 2 or (generation_a != generation_b and generation_a and generation_b):
        return False
    if not similar(a[-1], b[-1]):
        return False
    if not same_given(a[0], b[0]):
        return False
    middle_a, middle_b = a[1:-1], b[1:-1]
    if not (middle_a and middle_b):
        return True
    if len(middle_a[0]) == len(middle_b[0]) == 1 and middle_a[0] != middle_b[0]:
        return False
    return all(any(same_given(x, y) for y in middle_b) for x in middle_a) or all(
        any(same_given(x, y) for y in middle_a) for x in middle_b
    )


def told_apart(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Do two full names of one article tell a parent from a child: "Ana Cole" and "Ana Cole Jr."?

    Where the one with the suffix is also fuller by an initial, it is the form in which the press introduces somebody:
    "Roger J. Stone Jr.", then "Roger Stone".
    """
    (name_a, generation_a), (name_b, generation_b) = generation(a), generation(b)
    if bool(generation_a) == bool(generation_b):
        return False
    return len(name_a) <= len(name_b) if generation_a else len(name_b) <= len(name_a)


def generation(name: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The name without what only tells it from a relative's, and that: ("ana", "cole") and "jr"."""
    return (name[:-1], name[-1]) if len(name) > 1 and name[-1] in GENERATION else (name, "")


def shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Is the short name of a body the long one without what only says its kind or place?

    "Ford" is short for "Ford Motor", "Supreme Court" for "Supreme Court of India", "Dolphins" for "Miami Dolphins";
    "Alabama", where it is a body's name, for "University of Alabama". The Acme Foundation is a body of its own.
    """
    if not short or len(short) >= len(long):
        return False
    kinds = words("organisation_words") | words("company_forms") | classes("place_words").keys()
    trades = kinds | words("trade_words")
    if short == long[-1:] and short[0] in _ALONE:
        return True
    if len(long) > 2 and long[1] in _AREAS and (long[0], *long[2:]) == short and long[-1] != "university":
        return True  # Ashwick City Council, Ashwick Council; not Ohio State University
    if short[0] in STATE_BODIES and len(long) == 2 and long[1] == short[0]:
        return True
    if all(word in kinds or word in SMALL for word in short) and len(short) == 1:
        return False
    if long == ("university", "of", *short):
        return True
    if long[: len(short)] == short:
        rest = long[len(short) :]
        if words("own_bodies").intersection(rest) or (len(short) > 1 and short in _known(standing=False)):
            return False  # the United Nations Command is a body of the United Nations
        if rest[0] in ("of", "for", "in"):
            return len(short) > 1
        if len(short) == 1 and rest[-1] in _RULING:
            return False
        named = len(short[0]) > 2 and all(word in trades or word == "and" for word in rest)
        return named or (len(long) == 2 and len(short[0]) > 3 and _is_partner(rest[0]))
    ends = long[-len(short) :] == short and len(long) - len(short) == 1 and len(short[0]) > 3
    return ends and short not in _known(standing=True)  # Democrats, of the Social Democrats


@cache
def _known(*, standing: bool) -> frozenset[tuple[str, ...]]:
    """The known names that stand for another's (Democrats, the Democratic Party's), or those that do not."""
    names = known_names().items()
    return frozenset(core(name) for name, (_, full) in names if (full not in ("", name)) == standing)


def _is_partner(word: str) -> bool:
    """Is the second word of a firm's name a partner's: "Goldman" of "Goldman Sachs"?"""
    return word in words("last_names") and word not in words("generic_words")


_VESSELS = groups("things")["ship_letters"] | groups("things")["storms"]
"""What stands before the names of ships and storms."""

_VESSELS_IN_TWO_WORDS = frozenset({("space", "shuttle"), ("tropical", "storm"), ("tropical", "cyclone")})


_STRENGTHS = frozenset({"severe", "super", "tropical"})


def vessel(name: tuple[str, ...]) -> str | None:
    """The word with which the name of a ship, spacecraft or storm says what it is: *hms*, *storm*; None for others."""
    if len(name) > 2 and name[0] in _STRENGTHS - {"tropical"}:
        return vessel(name[1:])
    if len(name) > 2 and name[:2] in _VESSELS_IN_TWO_WORDS:
        return name[1]
    return name[0] if len(name) > 1 and name[0] in _VESSELS else None


_STREETS = {
    "ave": "avenue", "av": "avenue", "blvd": "boulevard", "dr": "drive", "hwy": "highway", "ln": "lane",
    "pkwy": "parkway", "rd": "road", "sq": "square", "st": "street",
}  # fmt: skip
"""How streets are abbreviated: Elm Ave and Elm Avenue are one."""

NUMBERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "one": "1", "two": "2", "three": "3", "four": "4"}
"""How a number at the end of a name is compared: World War II and World War Two are one."""


def letters(text: str, kind: str) -> str:
    """What the forms of a thing must share to be printed alike: letters and digits, legal forms and numerals aside."""
    if kind == "organisation":
        text = known_names().get(text, ("", ""))[1] or teams().get(text) or text
    name = list(_turned(core(text)) if kind == "organisation" else parts(text))
    while name[0] in _STRENGTHS and vessel(tuple(name)):
        name.pop(0)
    if kind in ("product", "other") and len(name) > 2 and vessel(tuple(name)) and name[0] not in _STRENGTHS:
        name.pop(0)  # MV Nordic Pearl, the Nordic Pearl
    if kind == "city" and len(name) > 2 and name[1] == "of" and name[0] in ("city", "town", "village"):
        del name[:2]  # the City of Riverdale
    if kind != "person" and len(name) > 1:
        name[-1] = NUMBERS.get(name[-1], name[-1])
    if kind in ("location", "facility") and len(name) > 1:
        name[-1] = _STREETS.get(name[-1], name[-1])
    return " ".join(name) or text


_IN_SHORT = {
    "pharma": "pharmaceuticals",
    "telecom": "telecommunications",
    "tech": "technologies",
    "bros": "brothers",
    "fa": "football association",
}
"""How trades and the associations of football are abbreviated."""


def _turned(name: tuple[str, ...]) -> tuple[str, ...]:
    """A body's words in one order, whatever is "of" or "at" another, and its trade in full."""
    if not _TURNED.isdisjoint(name):
        return tuple(sorted({*name} - {"of", "at", "the"}))
    return (*name[:-1], _IN_SHORT.get(name[-1], name[-1])) if len(name) > 1 else name


def core(text: str) -> tuple[str, ...]:
    """The words of a body's name without article and legal form: "Ford Motor" of "the Ford Motor Co."."""
    rest = list(parts(text))
    forms = words("company_forms")
    while len(rest) > 1 and rest[-1] in forms and rest[-1] not in words("own_bodies"):
        rest.pop()
    if len(rest) > 1 and (rest[0] == "the" or rest[0] in CLUBS):
        rest.pop(0)
    return tuple(rest)
