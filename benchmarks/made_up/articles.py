"""Articles made up for corpora of any size: many outlets, names, places, quotations, figures.

Names, places, outlets, cues and words are drawn by Zipf's law, so that a few are everywhere and most are rare, and new
ones go on appearing as a corpus grows; a twentieth of the articles take over a passage of an earlier one. The places
are real ones, so that maps can be drawn. The same size always gives the same corpus.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from tellings import schema, settings

BLOCK = 1000
"""Articles made and written together."""

_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ov")]
_FUNCTION = (
    "the of to and in a that for it with as on by at from this but not be an which or their has".split()
)
_ENDINGS = {
    "NOUN": ("", "ion", "ment", "er"),
    "VERB": ("ed", "s", "es", "ing"),
    "ADJ": ("al", "ive", "ous", "ic"),
}
_CUES = "said told announced warned claimed added stated reported insisted argued wrote noted".split()
_FORMS = (("person", 0.52), ("organisation", 0.2), ("place", 0.22), ("event", 0.03), ("other", 0.03))
_PLACED = ["place_id", "name", "kind", "country_code", "admin1_code", "lat", "lon"]
_BODIES = ("Bank", "Motors", "University", "Union", "Ministry", "Agency", "Group", "Council")


@dataclass(slots=True)
class Thing:
    """What can be named: its printed forms, each as the numbers of its tokens."""

    id: str
    name: str
    type: str
    forms: list[list[int]]
    country: str | None
    place: int = -1


@dataclass(slots=True)
class Sentence:
    """A sentence by its tokens, and what stands in it by the places of its tokens."""

    tokens: list[int]
    names: list[tuple[int, int, int, str]] = field(default_factory=list)  # from, to, thing, form
    said: list[tuple[int, int, str, int, int, int, int]] = field(default_factory=list)
    """From, to, kind; the speaker's from, to and thing (-1: not known); the cue."""
    figures: list[tuple[int, int, float]] = field(default_factory=list)
    days: list[tuple[int, str]] = field(default_factory=list)
    place: tuple[int, int] = (0, 0)
    """Where it stands in its article, in characters, once it is laid."""
    told_as: list[str] = field(default_factory=list)
    """The utterance of each quotation, where it was told before."""


@dataclass(slots=True)
class Article:
    """An article: its paragraphs of sentences, where it came out, and the sentences that it took from another."""

    number: int
    outlet: str | None
    day: dt.date
    blocks: list[tuple[str, list[Sentence]]]
    taken: list[tuple[Sentence, int, Sentence]] = field(default_factory=list)  # own, of article, its sentence


class World:
    """Everything that articles of a corpus of n can name."""

    def __init__(self, n: int) -> None:
        self.rng = random.Random(n)
        self.printed: list[str] = []
        self.pos: list[str] = []
        self._known: dict[str, int] = {}
        self.comma, self.stop, self.open, self.close = (self.token(mark, "PUNCT") for mark in ",.“”")
        self.that = self.token("that", "SCONJ")
        self.he = self.token("he", "PRON")
        self.function = [self.token(word, "ADP") for word in _FUNCTION]
        self.cues = [self.token(cue, "VERB") for cue in _CUES]
        self.words = self.function + [self._word(i) for i in range(12_000)]
        self.people = self.token("people", "NOUN")
        self.places = _places()
        self.known_places = (
            self.places[_PLACED].astype(object).where(self.places.notna(), None).to_dict("records")
        )
        self.things = [self._thing(i) for i in range(600 + int(1.5 * n))]
        self.outlets = [f"The {self._name()} {kind}" for kind in ("Times", "Post", "Herald")
                        for _ in range(max(2, min(300, n // 30)))]  # fmt: skip

    def token(self, printed: str, pos: str = "PROPN") -> int:
        """The number of a token."""
        if printed not in self._known:
            self._known[printed] = len(self.printed)
            self.printed.append(printed)
            self.pos.append(pos)
        return self._known[printed]

    def ranks(self, n: int, of: int, exponent: float = 1.0) -> list[int]:
        """So many ranks below `of`, by Zipf's law."""
        drawn = np.random.default_rng(self.rng.getrandbits(32)).random(n)
        weights = np.cumsum(1.0 / np.arange(1, of + 1) ** exponent)
        found: list[int] = np.searchsorted(weights, drawn * weights[-1]).tolist()
        return found

    def _stem(self) -> str:
        return "".join(self.rng.choices(_SYLLABLES, k=self.rng.choice((1, 2, 2, 3))))

    def _word(self, i: int) -> int:
        pos = ("NOUN", "VERB", "ADJ", "NOUN")[i % 4]
        return self.token(self._stem() + self.rng.choice(_ENDINGS[pos]), pos)

    def _name(self) -> str:
        return "".join(self.rng.choices(_SYLLABLES, k=self.rng.choice((2, 3)))).capitalize()

    def _thing(self, i: int) -> Thing:
        if i < 40:  # the countries that the news is made of
            return self._place(i)
        kind = self.rng.choices([name for name, _ in _FORMS], [share for _, share in _FORMS])[0]
        if kind == "place":
            return self._place(int(40 * (len(self.places) / 40) ** self.rng.random()))
        country = self.rng.choice(("US", "RU", "UA", "FR", "DE", None, None))
        if kind == "person":
            words = [self._name(), self._name()]
            forms = [words, words[1:]]
        else:
            words = [self._name(), self._name(), self.rng.choice(_BODIES)]
            forms = [words, ["".join(word[0] for word in words)]]
        id = f"{kind}:{'-'.join(words).lower()}"
        return Thing(id, " ".join(words), kind, [[self.token(w) for w in form] for form in forms], country)

    def _place(self, i: int) -> Thing:
        row = self.places.iloc[i]
        words = [self.token(word) for word in str(row["name"]).split()]
        return Thing(row.place_id, row["name"], schema.TYPE_OF_KIND[row.kind], [words], row.country_code, i)


class Writer:
    """Articles, one after another, as lists of tokens and of what stands in them."""

    def __init__(self, n: int) -> None:
        self.world = World(n)
        self.n = n
        self._recent: list[Article] = []

    def blocks(self) -> Iterator[list[Article]]:
        """The articles, so many at a time as are written together."""
        for first in range(0, self.n, BLOCK):
            self._draw(min(BLOCK, self.n - first))
            yield [self._article(number) for number in range(first, min(self.n, first + BLOCK))]

    def _draw(self, articles: int) -> None:
        world = self.world
        self._words = iter(world.ranks(articles * 1400, len(world.words), 1.05))
        self._things = iter(world.ranks(articles * 160, len(world.things), 0.9))
        self._cues = iter(world.ranks(articles * 80, len(world.cues)))
        self._outlets = iter(world.ranks(articles, len(world.outlets), 0.8))

    def _article(self, number: int) -> Article:
        rng, outlet = self.world.rng, next(self._outlets)
        day = dt.date(2025, 5, 1) + dt.timedelta(days=int(rng.triangular(0, 60, 16)))
        whole = Article(number, None if rng.random() < 0.05 else self.world.outlets[outlet], day, [])
        cast = [next(self._things) for _ in range(12)]
        whole.blocks.append(("headline", [self._plain(cast)]))
        for _ in range(rng.randint(13, 21)):
            whole.blocks.append(("paragraph", [self._sentence(cast) for _ in range(rng.choice((2, 2, 3)))]))
        if self._recent and rng.random() < 0.05:
            self._take_over(whole, rng.choice(self._recent))
        if rng.random() < 0.3:
            whole.blocks.append(("boilerplate", [Sentence([*self._some(6), self.world.stop])]))
        self._recent = [*self._recent[-200:], whole]
        return whole

    def _take_over(self, own: Article, other: Article) -> None:
        source = next(sentences for _, sentences in other.blocks[1:])
        copied = [replace(s, told_as=s.told_as) for s in source]  # one list: an utterance told again
        own.blocks.insert(1, ("paragraph", copied))
        own.taken = [(a, other.number, b) for a, b in zip(copied, source, strict=True)]

    def _some(self, n: int) -> list[int]:
        words, rank = self.world.words, self._words
        return [words[next(rank)] for _ in range(n)]

    def _sentence(self, cast: list[int]) -> Sentence:
        drawn = self.world.rng.random()
        if drawn < 0.62:
            return self._plain(cast)
        return self._direct(cast) if drawn < 0.8 else self._indirect(cast)

    def _put(self, sentence: Sentence, thing: int, form: str = "name") -> tuple[int, int]:
        forms, at = self.world.things[thing].forms, len(sentence.tokens)
        sentence.tokens += forms[0 if len(forms) == 1 or self.world.rng.random() < 0.5 else 1]
        sentence.names.append((at, len(sentence.tokens) - 1, thing, form))
        return at, len(sentence.tokens) - 1

    def _plain(self, cast: list[int]) -> Sentence:
        rng, made = self.world.rng, Sentence([])
        made.tokens += self._some(rng.randint(2, 6))
        self._put(made, rng.choice(cast))
        made.tokens += self._some(rng.randint(4, 9))
        drawn = rng.random()
        if drawn < 0.4:
            self._put(made, rng.choice(cast) if drawn < 0.3 else next(self._things))
        elif drawn < 0.55:
            figure = rng.choice((2, 3, 10, 100, rng.randint(1, 5000)))
            at = len(made.tokens)
            made.tokens += [self.world.token(str(figure), "NUM"), self.world.people]
            made.figures.append((at, at + 1, float(figure)))
        elif drawn < 0.65:
            day = dt.date(2025, 5, 1) + dt.timedelta(days=rng.randint(0, 60))
            made.days.append((len(made.tokens), day.isoformat()))
            made.tokens.append(self.world.token(day.isoformat(), "NUM"))
        elif drawn < 0.75:
            made.names.append((len(made.tokens), len(made.tokens), rng.choice(cast), "pronoun"))
            made.tokens.append(self.world.he)
        made.tokens += [*self._some(rng.randint(2, 6)), self.world.stop]
        made.tokens[0] = self.world.token(self.world.printed[made.tokens[0]].capitalize())
        return made

    def _speaker(self, made: Sentence, cast: list[int]) -> tuple[int, int, int]:
        if self.world.rng.random() < 0.2:
            at = len(made.tokens)
            made.tokens += self._some(2)
            return at, at + 1, -1
        who = self.world.rng.choice(cast[:4])
        return (*self._put(made, who), who)

    def _direct(self, cast: list[int]) -> Sentence:
        rng, world, made = self.world.rng, self.world, Sentence([self.world.open])
        made.tokens += self._some(rng.randint(4, 10))
        made.tokens[1] = world.token(world.printed[made.tokens[1]].capitalize())
        if rng.random() < 0.35:
            self._put(made, rng.choice(cast))
            made.tokens += self._some(3)
        end = len(made.tokens) - 1
        made.tokens += [world.comma, world.close]
        speaker = self._speaker(made, cast)
        made.said.append((1, end, "direct", *speaker, len(made.tokens)))
        made.tokens += [world.cues[next(self._cues)], world.stop]
        return made

    def _indirect(self, cast: list[int]) -> Sentence:
        rng, world, made = self.world.rng, self.world, Sentence([])
        speaker = self._speaker(made, cast)
        cue, start = len(made.tokens), len(made.tokens) + 2
        made.tokens += [world.cues[next(self._cues)], world.that, *self._some(rng.randint(4, 9))]
        if rng.random() < 0.4:
            self._put(made, rng.choice(cast))
            made.tokens += self._some(2)
        made.said.append((start, len(made.tokens) - 1, "indirect", *speaker, cue))
        made.tokens.append(world.stop)
        return made


def _places() -> pd.DataFrame:
    """Real places: countries, then their largest cities and regions."""
    known = pd.read_parquet(settings.ROOT / "data" / "gazetteer" / "places.parquet")
    known = known[known.geonames.notna() & known.kind.isin(("country", "region", "city"))]
    known = known[(known.kind != "region") | known.iso.notna()]
    rank = known.kind.map({"country": 0, "region": 1, "city": 1})
    known = known.assign(rank=rank).sort_values(["rank", "population"], ascending=[True, False]).head(6000)
    return known.assign(
        place_id="gn:" + known.geonames.astype(int).astype(str),
        admin1_code=known.admin1_code.fillna(known.iso.where(known.kind == "region")),
        lat=known.lat / 1000,
        lon=known.lon / 1000,
    ).reset_index(drop=True)
