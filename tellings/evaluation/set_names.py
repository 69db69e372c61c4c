"""Names against a set: spans, classes (person, organisation, place), what is the same thing in and across articles.

Spans are compared without articles and titles at the front and without 's and marks at the ends. Core are persons,
organisations and places; other names of the set are neither asked for nor held against what finds them, and so are
those marked `ignore`. Where a set does not mark every name (`exhaustive` false) there is no precision.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from tellings.evaluation.matching import Span, b_cubed, f1, overlap, pairs, trimmed
from tellings.evaluation.results import Measure, records, share
from tellings.evaluation.sets import Row
from tellings.store.corpus import Corpus

_PLACES = frozenset("place country region city facility location area water".split())
_CORE = frozenset({"person", "organisation", "place"})
_FRONT = re.compile(
    r"(?:(?:the|a|an|mr|mrs|ms|miss|dr|prof|professor|sir|sen|senator|rep|gov|governor|president|prime minister|"
    r"chancellor|gen|general|col|colonel|lt|capt|captain|king|queen|pope)\b\.?\s+)(?=\w)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['\u2019]s$")


class _Identity(NamedTuple):
    """A name of the set: article, printed form, its thing, known across articles, and our entity where found."""

    doc: str
    form: str
    thing: str
    cross: bool
    ours: str | None


def measures(corpus: Corpus, articles: list[Row]) -> list[Measure]:
    """Names found (exact, by overlap), with the right class, and B-cubed within articles and across them."""
    types = {r["entity_id"]: r["type"] for r in corpus.table("entities").to_dict("records")}
    by_doc: dict[str, list[Row]] = defaultdict(list)
    for row in records(corpus.table("mentions"), [a["id"] for a in articles]):
        if row["form"] == "name":
            by_doc[row["doc_id"]].append(row | {"class": _class(types.get(row["entity_id"]) or row["type"])})
    total: Counter[str] = Counter()
    identity: list[_Identity] = []
    for article in articles:
        rows = _distinct(article["text"], by_doc[article["id"]])
        gold = [
            g | {"span": bare(article["text"], g["start"], g["end"]), "classes": _classes(g.get("type"))}
            for g in article["mentions"]
        ]
        total.update(_score(gold, rows))
        identity.extend(_identities(article, gold, rows))
    exhaustive = all(a.get("exhaustive", True) for a in articles)
    return [
        _measure("names found, exact", total["exact"], total["found"], total["asked"], exhaustive),
        _measure("names found", total["overlap"], total["found"], total["asked"], exhaustive),
        _measure(
            "names found, exact, class right",
            total["typed exact"],
            total["typed"],
            total["asked"],
            exhaustive,
        ),
        _measure(
            "names found, class right", total["typed overlap"], total["typed"], total["asked"], exhaustive
        ),
        share("class right", total["right"], total["classed"]),
        *_same_thing(identity),
    ]


def bare(text: str, start: int, end: int) -> Span:
    """The span of a name without article, title, possessive and marks."""
    start, end = trimmed(text, start, end)
    possessive = _POSSESSIVE.search(text[start:end])
    if possessive and possessive.start():
        start, end = trimmed(text, start, start + possessive.start())
    while front := _FRONT.match(text[start:end]):
        start += front.end()
    return start, end


def _class(kind: str) -> str:
    return "place" if kind in _PLACES else kind if kind in _CORE else "other"


def _classes(kind: str | None) -> frozenset[str]:
    """The classes that a type of the set takes: `place|organisation` either, `unknown` any."""
    if kind == "unknown":
        return _CORE | {"other"}
    return frozenset(_class(part.lower()) for part in (kind or "other").split("|"))


def _distinct(text: str, rows: list[Row]) -> list[Row]:
    spans: dict[Span, Row] = {}
    for row in rows:
        span = bare(text, row["start"], row["end"])
        if span[0] < span[1]:
            spans.setdefault(span, row | {"span": span})
    return list(spans.values())


def _matches(gold: list[Row], rows: list[Row]) -> tuple[list[Row], dict[int, int]]:
    asked = [g for g in gold if not g.get("ignore")]
    return asked, dict(pairs([g["span"] for g in asked], [r["span"] for r in rows]))


def _score(gold: list[Row], rows: list[Row]) -> Counter[str]:
    asked, matched = _matches(gold, rows)
    core = [bool(g["classes"] & _CORE) for g in asked]
    total = Counter(asked=sum(core))
    for i, j in matched.items():
        if core[i]:
            same, right = asked[i]["span"] == rows[j]["span"], rows[j]["class"] in asked[i]["classes"]
            total.update({"overlap": 1, "exact": same, "typed overlap": right, "typed exact": same and right})
            if asked[i]["type"] != "unknown":
                total.update({"classed": 1, "right": right})
    back = {j: i for i, j in matched.items()}
    for j, row in enumerate(rows):
        ours = row["class"] in _CORE
        if j in back:
            total.update({"found": core[back[j]], "typed": ours})
        elif ours and not _beside(row["span"], gold, asked, core):
            total.update({"found": 1, "typed": 1})
    return total


def _beside(span: Span, gold: list[Row], asked: list[Row], core: Sequence[bool]) -> bool:
    """Does an unmatched name only touch what is neither asked for nor held against anybody?"""
    ignored = [g["span"] for g in gold if g.get("ignore") and overlap(g["span"], span)]
    touches = [i for i, g in enumerate(asked) if overlap(g["span"], span)]
    if span in ignored or (ignored and not touches):
        return True
    return any(not core[i] for i in touches)


def _identities(article: Row, gold: list[Row], rows: list[Row]) -> list[_Identity]:
    asked, matched = _matches(gold, rows)
    return [
        _Identity(
            article["id"],
            " ".join(article["text"][slice(*g["span"])].lower().split()),
            g["entity"],
            g.get("cross", True),
            rows[matched[i]]["entity_id"] if i in matched else None,
        )
        for i, g in enumerate(asked)
        if g.get("entity")
    ]


def _same_thing(names: list[_Identity]) -> list[Measure]:
    if not names:
        return []
    across = [n for n in names if n.cross]
    articles: dict[str, set[str]] = defaultdict(set)
    for name in across:
        articles[name.thing].add(name.doc)
    shared = [i for i, n in enumerate(across) if len(articles[n.thing]) > 1]
    return [
        _b_cubed("same thing within an article (B-cubed)", names, True, None),
        _b_cubed("… of what is printed in several ways", names, True, _varied(names, True)),
        _b_cubed("same thing across articles (B-cubed)", across, False, None),
        _b_cubed("… of what is named in several articles", across, False, shared),
    ]


def _varied(names: list[_Identity], within: bool) -> list[int]:
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in names:
        forms[name.doc if within else "", name.thing].add(name.form)
    return [i for i, n in enumerate(names) if len(forms[n.doc if within else "", n.thing]) > 1]


def _b_cubed(label: str, names: list[_Identity], within: bool, chosen: list[int] | None) -> Measure:
    items: list[tuple[Hashable, Hashable]] = []
    for i, name in enumerate(names):
        scope = name.doc if within else ""
        items.append(((scope, name.thing), ("alone", i) if name.ours is None else (scope, name.ours)))
    n = len(items) if chosen is None else len(chosen)
    if not n:
        return Measure(label, n=0)
    precision, recall = b_cubed(items, chosen)
    return Measure(label, precision, recall, f1(precision, recall), n=n)


def _measure(name: str, right: int, found: int, asked: int, exhaustive: bool) -> Measure:
    precision = right / found if found and exhaustive else None
    recall = right / asked if asked else None
    both = f1(precision, recall)
    return Measure(name, precision, recall, both, n=asked, found=found, right=right)
