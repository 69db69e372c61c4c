"""Which names of an article name the same thing: the article's own chains."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tellings.annotation.article import Article
from tellings.annotation.names.finding import Name
from tellings.annotation.reference.roles import kin_of
from tellings.identity.compare import is_acronym, slug
from tellings.identity.link import Form, Link, link_forms
from tellings.schema import TYPE_OF_KIND

if TYPE_CHECKING:
    from tellings.annotation.places.toponyms import Toponym

_HOW = "(?:(?:also|better|widely|commonly|popularly|otherwise|locally|simply) )?"
_BRACKET = re.compile(rf" [(\[](?:the )?|,? {_HOW}(?:known|abbreviated) (?:simply )?as (?:the )?")
_ALIAS = re.compile(
    rf",? {_HOW}(?:known|referred to) (?:simply )?(?:as|by) [(\"“'‘]?(?:the )?|"
    rf"(?:, {_HOW}| (?:better|widely|commonly|popularly|otherwise|locally) )(?:called|nicknamed|dubbed)"
    r"(?: by \w+(?: \w+)? as)? [(\"“'‘]?(?:the )?|"
    r",? (?:alias|a\.?k\.?a\.?|whose (?:real|stage|given|birth|pen) name (?:is|was)) [(\"“'‘]?(?:the )?"
)
"""What stands between a person's two names: "Bello, popularly called Kwaro"; not a verb, as in "Bello called Kwaro"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or refers to something.

    Attributes:
        start: offset of its first character.
        end: offset after its last.
        text: as printed.
        form: `name`, `demonym`, `nominal` or `pronoun`.
        type: a type of the table `mentions`.
        chain: the article's key of what is meant; a placed name's is its place's id. None: not resolved.
        method: how the span was found, what decided its type, and how it came to its chain.
        score: how sure the type and the chain are, 0 to 1.
    """

    start: int
    end: int
    text: str
    form: str
    type: str
    chain: str | None
    method: str
    score: float | None = None


def mentions(article: Article, names: list[Name], toponyms: list[Toponym]) -> list[Mention]:
    """The article's names as mentions, each with the chain of what it names.

    Args:
        article: where they stand.
        names: as found by `names.find_names`.
        toponyms: the place names and demonyms among them, placed or not.

    Returns:
        One mention a name, in order.
    """
    placed = {(t.start, t.end): t for t in toponyms}
    rows: list[tuple[Name, str, str | None]] = []
    for name in names:
        toponym = placed.get((name.start, name.end))
        kind = name.type
        if toponym is not None and toponym.kind:
            kind = TYPE_OF_KIND[toponym.kind]
        if kind == "demonym":
            kind = "other"
        rows.append((name, kind, toponym.place_id if toponym is not None else None))
    text_first = sorted(rows, key=lambda row: _in_heading(article, row[0]))
    forms = Counter((name.text, kind) for name, kind, place_id in text_first if place_id is None)
    order = {form: i for i, form in reversed(list(enumerate(forms)))}
    defined = [(order[full], order[short]) for full, short in _defined(article, rows)]
    kin = _kin(article, names)
    explained = {name.text for name in names if name.method.endswith("full name")}
    links = link_forms(
        [
            Form(
                text,
                kind,
                n,
                kin=kind == "person" and (text in kin or text.partition(" ")[0] in kin),
                explained=text in explained,
            )
            for (text, kind), n in forms.items()
        ],
        defined,
    )
    chains = _chains(links)
    named = []
    for name, kind, place_id in rows:
        form = "demonym" if name.type == "demonym" else "name"
        if place_id is not None:
            named.append(
                Mention(
                    name.start,
                    name.end,
                    name.text,
                    form=form,
                    type=kind,
                    chain=place_id,
                    method=f"{name.method}; place",
                    score=name.score,
                )
            )
            continue
        link = links[order[name.text, kind]]
        chain = chains[link.root]
        score = round(min(name.score, link.score), 3)
        named.append(
            Mention(
                name.start,
                name.end,
                name.text,
                form=form,
                type=link.type,
                chain=chain,
                method=f"{name.method}; {link.method}",
                score=score,
            )
        )
    return named


def _in_heading(article: Article, name: Name) -> bool:
    """Does it stand in a heading, which may name by the last name alone whom the text below introduces?"""
    block = article.block_at(name.start)
    return block is not None and block.kind in ("headline", "subheading")


def _kin(article: Article, names: list[Name]) -> set[str]:
    """The persons' names that are introduced as a relative's, who is alive to be meant by the surname alone."""
    return {
        name.text
        for name in names
        if name.type == "person"
        and kin_of(article.text, name.start, name.end) not in (None, "widow", "widower")
    }


def _defined(
    article: Article, rows: list[tuple[Name, str, str | None]]
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Full names and the short ones in brackets beside them: "Italian Episcopal Conference (CEI)", or the reverse.

    And what a person is called besides: "Musa Bello, popularly called Kwaro".
    """
    for left, right in pairwise(rows):
        if left[1] == "person" and right[2] is None and _is_alias(article.text, left[0], right[0]):
            yield (left[0].text, "person"), (right[0].text, right[1])
            continue
        if not _BRACKET.fullmatch(article.text, left[0].end, right[0].start):
            continue
        (full, kind, full_place), (short, short_kind, short_place) = (
            (left, right) if is_acronym(right[0].text) else (right, left)
        )
        if (
            article.text[right[0].end : right[0].end + 1] in (")", "]", ",", ";", ".")
            and is_acronym(short.text)
            and " " in full.text
            and full_place is None
            and short_place is None
            and kind != "person"
        ):
            yield (full.text, kind), (short.text, short_kind)


def _is_alias(text: str, left: Name, right: Name) -> bool:
    """Do the words between make the second name the first one's? "A minister, Ana Holm, called Ruiz's plan" do not."""
    between = _ALIAS.fullmatch(text, left.end, right.start)
    verb = between is not None and between[0].startswith(", called")
    return between is not None and not (
        verb
        and (text[: left.start].endswith(", ") or text[right.end : right.end + 1] not in (",", ")", ".", ";"))
    )


def _chains(links: list[Link]) -> dict[int, str]:
    """A key for each root: type and slug of its form, numbered where two collide."""
    keys: dict[int, str] = {}
    seen: dict[str, int] = defaultdict(int)
    for link in links:
        if link.root not in keys:
            base = f"{link.type}:{slug(links[link.root].text)}"
            seen[base] += 1
            keys[link.root] = base if seen[base] == 1 else f"{base}-{seen[base]}"
    return keys
