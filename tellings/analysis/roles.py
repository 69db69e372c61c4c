"""As what people are introduced: the titles and roles printed beside their names.

A role stands right before the name ("Defence Minister Ana Kovac"), before or after it with a comma ("Peru's top
negotiator, Juan Ruiz"). It is a run of nouns, names and adjectives whose head is a title or a noun for what
people are or do (`data/lexicon/titles.txt`, `roles.txt`, `posts.txt`, `role_nouns.txt`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

import pandas as pd

from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.selection import select
from tellings.resources import lexicon

LOOKED_AT = 400
"""Of so many mentions the words around are looked at; what is found is then counted in all."""

_REACH, _LONGEST = 120, 9
_RUN = frozenset({"NOUN", "PROPN", "ADJ"})
_JOINS = frozenset({"of", "for", "’s", "'s", "’", "'", "-", "–"})


def roles(corpus: Corpus, filters: Filters, entity_id: str, *, limit: int = 8) -> list[str]:
    """The roles printed beside an entity's names, the most frequent first, each as it is printed.

    How often each stands there is told by `select("mentions", entity=…, role=…)`, which opens those names.
    """
    where = filters.where("mentions").also("entity_id = ?", entity_id)
    tokens = corpus.sql(
        f"""
        WITH picked AS (
            SELECT mention_id, doc_id, sentence_id, start, "end" FROM mentions WHERE {where.sql}
            ORDER BY doc_id, start LIMIT {LOOKED_AT}
        )
        SELECT p.mention_id, p.start AS at, p."end" AS till, t.start, t."end", lower(t.lemma) AS lemma, t.pos,
               substr(d.text, t.start + 1, t."end" - t.start) AS word,
               EXISTS (SELECT 1 FROM mentions o WHERE o.sentence_id = t.sentence_id AND o.form = 'name'
                       AND o.type = 'person' AND o.start <= t.start AND o."end" >= t."end") AS person
        FROM picked p JOIN tokens t ON t.sentence_id = p.sentence_id
             AND t.start >= p.start - {_REACH} AND t."end" <= p."end" + {_REACH}
        JOIN documents d ON d.doc_id = p.doc_id ORDER BY p.mention_id, t.start
        """,
        where.params,
    )
    words: Counter[str] = Counter()
    rows: list[Any] = tokens.to_dict("records")
    for _, group in groupby(rows, key=lambda row: row["mention_id"]):
        words.update(set(_beside(list(group))))
    return [role for role, _ in words.most_common(limit)]


def counted(corpus: Corpus, filters: Filters, entity_id: str, roles: tuple[str, ...]) -> dict[str, int]:
    """How many names of the entity have each of these roles printed beside them, the most first.

    A longer role has the shorter one in it: "Defence Minister" counts for "Minister" too, as what is opened does.
    """
    several = {}
    for role in roles:
        selection = select("mentions", entity=entity_id, role=role)
        where = filters.where("mentions") & selection.where()
        n = corpus.sql(f"SELECT count(*) AS n FROM mentions WHERE {where.sql}", where.params).n.iloc[0]
        several[role] = int(n)
    return dict(sorted(several.items(), key=lambda item: -item[1]))


def _beside(tokens: list[dict[str, Any]]) -> Iterator[str]:
    before = [token for token in tokens if token["end"] <= token["at"]]
    after = [token for token in tokens if token["start"] >= token["till"]]
    if before and before[-1]["word"] == ",":
        before = before[:-1]
    elif before and before[-1]["word"] in _JOINS:  # the Bishop of Beira is somebody else
        before = []
    run = list(reversed(_run(list(reversed(before)))))
    while run and not _is_head(run):
        cut = [i for i, token in enumerate(run) if token["word"] in ("of", "for")]
        run = run[cut[0] + 1 :] if cut else []
    if run:
        yield _printed(run)
    if after and after[0]["word"] == ",":
        own = after[1:]
        article = own[:1] if own and own[0]["pos"] == "DET" else []
        run = _run(own[len(article) :])
        if run and _is_head(run) and not run[-1]["person"]:  # else it is the next of a list of people
            yield _printed([*article, *run])


def _run(tokens: list[dict[str, Any]]) -> list[dict[str, Any]]:
    run = []
    for token in tokens[:_LONGEST]:
        if token["pos"] not in _RUN and token["word"] not in _JOINS:
            break
        run.append(token)
    while run and run[-1]["word"] in _JOINS:
        run.pop()
    return run


def _is_head(run: list[dict[str, Any]]) -> bool:
    """Is the head of a run a role: its last word, or the one before its first "of" or "for"?"""
    joined = [i for i, token in enumerate(run) if token["word"] in ("of", "for")]
    head = run[joined[0] - 1] if joined and joined[0] else run[-1]
    return head["pos"] in _RUN and (head["lemma"] in _known() or head["word"].lower() in _known())


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*(lexicon.words(name) for name in ("titles", "roles", "posts", "role_nouns")))


def _printed(run: list[dict[str, Any]]) -> str:
    parts = pd.DataFrame(run)
    said = ""
    end = int(parts.start.iloc[0])
    for start, stop, word in zip(parts.start, parts.end, parts.word, strict=True):
        said += " " * (int(start) - end) + str(word)
        end = int(stop)
    return said
