"""The words that each outlet chooses: for one thing, in the same place of a sentence, and more than the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from tellings.analysis import measures
from tellings.analysis.source import Corpus
from tellings.query.filters import Filters
from tellings.query.sql import Where, marks
from tellings.resources import lexicon

FORMS = ("name", "nominal", "demonym")
"""Forms of mentions that are words chosen for a thing; pronouns are none."""
MOST = 2000
"""Pairs of sentences that are aligned, at most."""
_POS = ("NOUN", "PROPN", "VERB", "ADJ")
_SAYING = ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "INTJ")
"""Parts of speech that a key word has: the others say how a text is built, not what it is about."""
_LINKS = frozenset("according including regarding concerning following due owing".split())
"""Words that only join others to a sentence, though they look like verbs: “according to X” is “X said”."""
_LONGEST = 4
"""Words that may stand in one place, on either side."""
_COMMON = 1 / 3
"""The share of its letters from which a word is the other in another spelling or form: then it is no other word."""
LEAST = 6.63
"""The G² of a key word."""
_WORD = "regexp_full_match(text, '[\\p{L}][\\p{L}''’\\-]*|([\\p{L}][.])+[\\p{L}]?')"


def named(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The things for which at least two outlets have words, those for which they differ most first.

    Args:
        corpus: the corpus.
        filters: of the page; with `kind` the forms that count as words for a thing.

    Returns:
        `entity_id, name, type, n` (mentions), `n_forms` (however capitalised), `n_outlets`.
    """
    where = filters.where("mentions")
    return corpus.sql(
        f"""
        WITH said AS (
            SELECT entity_id, lower(text) AS text, outlet FROM (SELECT * FROM mentions WHERE {where.sql})
            JOIN outlets USING (doc_id)
        ), told AS (
            SELECT entity_id, count(*) AS n, count(DISTINCT text) AS n_forms, count(DISTINCT outlet) AS n_outlets
            FROM said GROUP BY entity_id HAVING count(DISTINCT outlet) > 1
        )
        SELECT entity_id, e.name, e.type, t.n, t.n_forms, t.n_outlets FROM told t JOIN entities e USING (entity_id)
        ORDER BY t.n_forms > 1 DESC, t.n_outlets DESC, t.n_forms DESC, t.n DESC, entity_id
        """,
        where.params,
    )


def honorifics(corpus: Corpus, filters: Filters, entity_id: str) -> list[str]:
    """The honorifics printed right before an entity's names (Mr, Dr, Capt.), the most frequent first.

    How often each stands there is told by `select("mentions", entity=…, role=…)`, which opens those names.
    """
    where = filters.where("mentions").also("entity_id = ?", entity_id)
    before = corpus.sql(
        f"""
        SELECT w.text, count(*) AS n FROM (SELECT * FROM mentions WHERE {where.sql}) m
        JOIN words w ON w.sentence_id = m.sentence_id AND w."end" BETWEEN m.start - 2 AND m.start - 1
        GROUP BY w.text ORDER BY n DESC, w.text
        """,
        where.params,
    )
    known = lexicon.words("honorifics")
    return [str(text) for text in before.text if text.rstrip(".").lower() in known and text[:1].isupper()]


class Word(NamedTuple):
    """A word of a sentence."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str

    @property
    def said(self) -> str:
        """The word for people: a name as printed, another by its lemma."""
        return self.text if self.pos == "PROPN" else self.lemma


def swaps(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """The words that stand in the same place of one sentence that two articles have otherwise.

    Two articles' versions of a sentence are aligned word by word (longest matching blocks, Ratcliff and Metzener 1988);
    where a few words of one stand for a few of the other, and each side has one content word or is one name, these are
    held against each other. They count where both are of one part of speech, no forms or spellings of one word, no
    days, and both stand behind a number or neither.

    Returns:
        `pair` (the two lemmas, names as printed, by alphabet), `pos, doc_id, start, end, text, other, other_start,
        other_end, other_text, group_id`; the first side is that whose lemma comes first. Pairs in most places
        come first.
    """
    where = _edited(filters)
    rows = corpus.sql(
        'SELECT doc_id, start, "end", other, other_start, other_end, group_id FROM shared '
        f"WHERE {where.sql} ORDER BY ALL LIMIT {MOST}",
        where.params,
    )
    sides = {(doc, int(start)) for doc, start in zip(rows.doc_id, rows.start, strict=True)}
    sides |= {(doc, int(start)) for doc, start in zip(rows.other, rows.other_start, strict=True)}
    words = _words(corpus, sorted(sides))
    places = []
    row: Any
    for row in rows.itertuples():
        ours, theirs = (
            words.get((row.doc_id, int(row.start)), []),
            words.get((row.other, int(row.other_start)), []),
        )
        for one, another in _places(ours, theirs):
            first, second = (row.doc_id, one), (row.other, another)
            (doc, a), (other, b) = sorted((first, second), key=lambda side: (side[1].lemma, side[0]))
            places.append((f"{a.said} / {b.said}", a.pos, doc, a.start, a.end, a.text, other, b.start, b.end, b.text,
                          row.group_id))  # fmt: skip
    names = "pair pos doc_id start end text other other_start other_end other_text group_id".split()
    pairs = pd.DataFrame(places, columns=names)
    order = pairs.assign(n=pairs.groupby("pair").pair.transform("size") if len(pairs) else [])
    ordered: pd.DataFrame = order.sort_values(["n", "pair"], ascending=[False, True], kind="stable")
    return ordered.drop(columns="n").reset_index(drop=True)


def n_edited(corpus: Corpus, filters: Filters) -> int:
    """How many pairs of sentences two articles have otherwise; :func:`swaps` looks at the first :data:`MOST`."""
    where = _edited(filters)
    return int(corpus.sql(f"SELECT count(*) AS n FROM shared WHERE {where.sql}", where.params).n.iloc[0])


def _edited(filters: Filters) -> Where:
    texts = filters.where("documents")
    where = filters.where("shared").also("kind <> 'identical' AND doc_id < other")
    return where.also(f"other IN (SELECT doc_id FROM documents WHERE {texts.sql})", *texts.params)


def _words(corpus: Corpus, sides: Sequence[tuple[str, int]]) -> dict[tuple[str, int], list[Word]]:
    """The words of the sentences that begin at these places."""
    docs = sorted({doc for doc, _ in sides})
    rows = corpus.sql(
        f"""
        SELECT w.doc_id, s.start AS at, w.start, w."end", w.text, lower(w.lemma) AS lemma, w.pos
        FROM words w JOIN sentences s USING (sentence_id)
        WHERE w.doc_id IN ({marks(docs)}) AND w.pos NOT IN ('PUNCT', 'SPACE') ORDER BY w.doc_id, s.start, w.start
        """,
        docs,
    )
    wanted, out = set(sides), {}
    told: Any = rows.itertuples(index=False, name=None)
    for (doc, at), group in groupby(told, key=lambda word: (word[0], int(word[1]))):
        if (doc, at) in wanted:
            out[doc, at] = [Word(int(word[2]), int(word[3]), *word[4:]) for word in group]
    return out


def _places(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """The words that stand for each other."""
    matcher = SequenceMatcher(None, [w.lemma for w in ours], [w.lemma for w in theirs], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what != "replace" or b - a > _LONGEST or d - c > _LONGEST:
            continue
        one, another = _content(ours[a:b]), _content(theirs[c:d])
        whole = ("".join(word.text for word in some).lower() for some in (ours[a:b], theirs[c:d]))
        if (
            one
            and another
            and one.pos == another.pos
            and not (_alike(one.lemma, another.lemma) or _alike(*whole) or _dates(one, another))
            and _numbered(ours[max(a - 1, 0) : b]) == _numbered(theirs[max(c - 1, 0) : d])
        ):
            yield one, another


def _content(words: Sequence[Word]) -> Word | None:
    """The one content word among a few, or the name that they are; none where there are several."""
    while len(words) > 1 and words[0].lemma.rstrip(".") in lexicon.words("honorifics"):
        words = words[1:]
    content = [word for word in words if word.pos in _POS and word.text.lower() not in _LINKS]
    if len(content) > 1 and all(word.pos == "PROPN" for word in words):
        text = " ".join(word.text for word in words)
        return Word(words[0].start, words[-1].end, text, text.lower(), "PROPN")
    return content[0] if len(content) == 1 else None


def _alike(one: str, another: str) -> bool:
    """Are they forms or spellings of one word, or is one the other's initials?

    >>> _alike("p.m.", "pm"), _alike("kilometre", "kilometer"), _alike("war", "conflict")
    (True, True, False)
    >>> _alike("us", "united states"), _alike("united nations", "u.n."), _alike("us", "ukraine")
    (True, True, False)
    """
    a, b = ("".join(filter(str.isalnum, word)) for word in (one, another))
    if a == _initials(another) or b == _initials(one):
        return True
    longer = max(len(a), len(b), 1)
    begin = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return longer - begin <= longer * _COMMON


def _initials(name: str) -> str:
    """The first letters of a name of several words; none of one word."""
    words = name.split()
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _dates(one: Word, another: Word) -> bool:
    """Is one a day or month, and no march? Then they tell no one thing in two words."""
    days = lexicon.words("calendar_words")
    known = [word.pos == "PROPN" for word in (one, another) if word.lemma.rstrip(".") in days]
    return any(known) or len(known) > 1


def _numbered(words: Sequence[Word]) -> bool:
    """Is there a number? “40 km” is no other word for “the capital”."""
    return any(word.pos == "NUM" for word in words)


def key_words(corpus: Corpus, filters: Filters, docs: tuple[str, ...], *, most: int = 8) -> pd.DataFrame:
    """The words that each article has more often than all the others together.

    Args:
        corpus: the corpus.
        filters: which articles are compared.
        docs: those whose words are wanted.
        most: so many words of each.

    Returns:
        `doc_id, word, printed` (its most frequent form), `n, n_reference` (in the others), `g2` (two cells, Rayson and
        Garside 2000), `log_ratio` (Hardie 2014); for each article by G². Only content words that stand twice or more in
        it and for which G² is above 6.63 (chance alone would give it once in a hundred). What hyphens join is one word
        (cease-fire).
    """
    if not docs:
        return pd.DataFrame(
            {name: [] for name in ("doc_id", "word", "printed", "n", "n_reference", "g2", "log_ratio")}
        )
    where = filters.where("sentences").sql
    counted = corpus.sql(
        f"""
        WITH told AS (SELECT sentence_id FROM sentences WHERE {where}),
        parted AS (SELECT d.doc_id, n.start FROM compound_parts p JOIN numbered n USING (nth)
                   JOIN numbered_documents d ON d.doc = n.doc),
        w AS (
            SELECT doc_id, lower(text) AS word, text, pos FROM words
            WHERE sentence_id IN (FROM told) AND {_WORD} AND (doc_id, start) NOT IN (FROM parted)
            UNION ALL
            SELECT d.doc_id, lower(substr(d.text, c.start + 1, c."end" - c.start)),
                   substr(d.text, c.start + 1, c."end" - c.start), 'NOUN'
            FROM compounds c JOIN numbered_sentences USING (s) JOIN documents d USING (doc_id)
            WHERE sentence_id IN (FROM told)
        ), whole AS (SELECT word, count(*) AS n FROM w GROUP BY word),
        sizes AS (SELECT doc_id, count(*) AS n FROM w GROUP BY doc_id),
        own AS (
            SELECT doc_id, word, count(*) AS n, mode(text ORDER BY text) AS printed
            FROM w WHERE doc_id IN ({marks(docs)}) GROUP BY ALL
            HAVING count(*) FILTER (pos IN {_SAYING!r}) * 2 > count(*)
        )
        SELECT doc_id, word, printed, own.n, whole.n - own.n AS n_reference, sizes.n AS size,
               (SELECT sum(n) FROM sizes) - sizes.n AS reference
        FROM own JOIN whole USING (word) JOIN sizes USING (doc_id) WHERE own.n > 1 ORDER BY doc_id, word
        """,
        [*filters.where("sentences").params, *docs],
    )
    counts = (counted.n, counted["size"], counted.n_reference, counted.reference)
    ratio = measures.log_ratio(*counts)
    counted["g2"] = np.where(ratio < 0, -1, 1) * measures.log_likelihood_keyness(*counts)
    counted["log_ratio"] = ratio
    kept = counted[counted.g2 > LEAST].sort_values(["doc_id", "g2", "word"], ascending=[True, False, True])
    top: pd.DataFrame = kept.groupby("doc_id", sort=False).head(most)
    return top[["doc_id", "word", "printed", "n", "n_reference", "g2", "log_ratio"]].reset_index(drop=True)
