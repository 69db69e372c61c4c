"""Which post articles give one person: told by its whole form, with the body whose it is, and when two are at odds."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tellings.resources import lexicon

Spans = Sequence[tuple[int, int]]
_HELD = {form: post for post, _, forms in lexicon.rows("posts_held") for form in forms.split("|")}
_SPHERES = {post: set(spheres.split()) for post, spheres, _ in lexicon.rows("posts_held")}
_LISTS = ("posts", "roles", "titles")
_BEFORE = lexicon.classes("post_qualifiers")
STEPS = frozenset(word for word, kind in _BEFORE.items() if kind in ("below", "above"))
"""Words that make another post of one, or another rank: deputy, chief."""
_BELOW = frozenset(word for word, kind in _BEFORE.items() if kind == "below")
_NOT_NOW = frozenset(word for word, kind in _BEFORE.items() if kind == "not now")
_COURTESY = frozenset({"chief", "professor"})
"""Posts by which those below are called too."""
_FIELDS = lexicon.words("portfolio_words")
_TOLD_APART = lexicon.groups("things")["bodies told apart"] | lexicon.words("place_words")
"""Words for bodies that are hardly another's: a choir, a council; a club may have any name."""
_BODIES = lexicon.groups("things")["bodies"] | _TOLD_APART
_OPENS = frozenset("the a an its their his her our and by said says told with".split())
"""What may stand before a post and is no part of its form."""
_OF = frozenset("of at for in".split())
_WORD = re.compile(r"[\w'’&-]+")
_MARK = re.compile(r"[^\w\s'’&-]")
_REACH = 80
"""So many characters before and behind a name its post stands."""
_LONGEST = 3
"""So many words a post has at most."""


class Post(NamedTuple):
    """A post as an article tells it: where it stands, its one name, whose it is, and what that is: a union."""

    start: int
    end: int
    value: str
    bodies: frozenset[str]
    kinds: frozenset[str] = frozenset()

    def excludes(self, other: Post) -> bool:
        """Can nobody hold both at once: a post and its deputy's, or two of one sphere, of one body?"""
        one, two = self.value, other.value
        if self.bodies and other.bodies and self.bodies.isdisjoint(other.bodies):
            return False
        below, beneath = (post.partition(" ")[0] in _BELOW for post in (one, two))
        if below and beneath:
            return one != two and one.partition(" ")[2] == two.partition(" ")[2]
        if below or beneath:
            deputy, head = (one, two) if below else (two, one)
            return head not in _COURTESY and deputy.partition(" ")[2] == head
        spheres = _SPHERES.get(one, set()) & _SPHERES.get(two, set())
        together = self.bodies & other.bodies or self.kinds & other.kinds
        return one != two and bool(spheres if together else spheres - {"officers"})


def is_post(word: str) -> bool:
    """Is a word an office or what somebody is?"""
    return any(word.lower() in lexicon.words(name) for name in _LISTS)


def _forms_of_address() -> list[str]:
    """Words between a post and a name that are no post: Datuk, Tan Sri, Dr.; the longest first."""
    own = {word for word in lexicon.words("honorifics") if not is_post(word)}
    styles = {words for words in lexicon.words("titles") if own & set(words.split()) and " " in words}
    own |= {words for words in styles if not any(map(is_post, words.split()))}
    return sorted(map(re.escape, own), key=len, reverse=True)


_ADDRESS = re.compile(rf"(?:\b(?:{'|'.join(_forms_of_address())})\.?\s+)+$", re.IGNORECASE)
_BESIDE = re.compile(r"(?: (?:of|from) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)?(?:, (?:aged )?\d\d?)?(?=,)")
"""What may stand between a name and the post behind it: of Split, 45."""


def posts(text: str, start: int, end: int, names: Spans) -> list[Post]:
    """The posts before a name (Mayor Ana Vidal; the mayor of Split, Ana Vidal, said) and behind it.

    Args:
        text: of the article.
        start: of the name.
        end: of the name.
        names: where the article names what is no person, in order.
    """
    low = max(0, start - _REACH)
    before, told = _ADDRESS.sub("", text[low:start]).rstrip(), []
    if not before.endswith(",") or re.match(r"[,.;:)]|$", text[end:]):
        before = before.removesuffix(",")
        opened = max((mark.end() for mark in _MARK.finditer(before)), default=0)
        words = [*_WORD.finditer(text, low + opened, low + len(before))]
        told.append(_post(words, reversed(range(len(words))), names))
    beside = _BESIDE.match(text, end)
    end = beside.end() if beside else end
    mark = _MARK.search(text, end + 1, end + _REACH)
    if mark and text[end] == ",":
        words = [*_WORD.finditer(text, end + 1, mark.start())]
        told.append(_post(words, range(len(words)), names))
    return [post for post in told if post]


def _post(words: Sequence[re.Match[str]], order: Iterable[int], names: Spans) -> Post | None:
    ends = (n for n in order if n + 1 == len(words) or words[n + 1][0].lower() in _OF)
    return next((post for n in ends if (post := _ending(words, n, names))), None)


def _ending(words: Sequence[re.Match[str]], last: int, names: Spans) -> Post | None:
    """The post that ends with a word, if its whole form is one that somebody holds now."""
    lower = [word[0].lower() for word in words]
    forms = [(n, " ".join(lower[n : last + 1])) for n in range(max(0, last + 1 - _LONGEST), last + 1)]
    first, form = next((told for told in forms if told[1] in _HELD), forms[-1])
    if form not in _HELD and not is_post(form):
        return None
    if form == "secretary" and not (first and lower[first - 1] in _FIELDS):
        return None
    below = first > 0 and lower[first - 1] in _BELOW
    first -= below
    n = first - 1
    while n >= 0 and _is_part(words[n], names):
        n -= 1
    stray = n >= 0 and n == first - 1 and lower[n] not in _OPENS
    if stray and (words[n][0][0].isupper() or words[last][0].islower()):
        return None
    if any(word in _NOT_NOW or word.startswith("ex-") for word in lower[max(n, 0) : first]):
        return None
    before = lower[: n + 1] if stray or n < 0 or lower[n] not in _OPENS else lower[:n]
    if before[-1:] == ["of"] and lexicon.is_person(*before[-2:-1] or ("",)):  # the wife of the mayor
        return None
    own = [(_whose(word), _is_named(word, names)) for word in (*words[n + 1 : first], *words[last + 1 :])]
    bodies = frozenset(word for word, is_named in own if is_named or word in _TOLD_APART)
    kinds = frozenset(word for word, _ in own if word in _BODIES)
    value = f"{lower[first]} {_HELD.get(form, form)}" if below else _HELD.get(form, form)
    return Post(words[first].start(), words[last].end(), value, bodies, kinds)


def _is_part(word: re.Match[str], names: Spans) -> bool:
    """Does a word before a post say whose it is, or is one held beside it: the Split union's, mayor and?"""
    lower = word[0].lower()
    own = lower != _whose(word) or lower in _FIELDS or lower in _BODIES or _is_named(word, names)
    return own or lower == "and" or is_post(lower)


def _whose(word: re.Match[str]) -> str:
    return re.sub(r"['’]s?$", "", word[0].lower())


def _is_named(word: re.Match[str], names: Spans) -> bool:
    before = bisect(names, (word.start(), word.end())) - 1
    return any(start <= word.start() < end for start, end in names[max(0, before) : before + 2])
