"""Articles that came twice: word for word, or nearly so."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from zlib import crc32

from tellings.corpus.documents import Document, Problem
from tellings.corpus.shadow import shadow_of
from tellings.corpus.taught import COPIES

SHARE = 0.8
"""The share of their passages that two articles have in common (Jaccard) where one is a copy of the other."""
LENGTH = 0.9
"""And of their words the shorter has so many: one that is added to, or cut, is no copy."""
MIN_WORDS = 20
_PASSAGE = 6
"""Words of a passage."""
_EVERY = 4
"""Of passages, one in so many is compared, chosen by its words."""
_WHOLE = 200
"""Passages of a short article: of such two all are compared, where one in four would tell too little."""
_MOST = 30
"""Articles that are compared for one passage; more share a notice, not a story."""
STAGE = "compare"
"""The stage under which a copy is named."""
_DONE = {
    "keep": "kept and counted; --copies once or drop does otherwise",
    "drop": "left out",
    "once": "kept; counted once",
}
_WORD = re.compile(r"\w+")


def with_copies(found: Iterable[Document | Problem], copies: str = COPIES[0]) -> Iterator[Document | Problem]:
    """The same, where a document that is a copy of one before it names that one, and a problem says so.

    Args:
        found: what readers found.
        copies: what becomes of a copy, one of `COPIES`; one that is to `drop` is left out of what is yielded.

    Source:
        Broder (1997), On the resemblance and containment of documents: passages of words, sampled by their hashes.
    """
    whole: dict[str, str] = {}
    passages: dict[int, list[str]] = {}
    sizes: dict[str, tuple[int, int]] = {}
    short: dict[str, array[int]] = {}
    for item in found:
        if not isinstance(item, Document):
            yield item
            continue
        words = _WORD.findall(_body(item).casefold())
        exact, every = " ".join(words), _passages(words)
        some = {value for value in every if value % _EVERY == 0} or every
        original = whole.setdefault(exact, item.doc_id) if words else item.doc_id
        share = 1.0
        if original == item.doc_id and len(words) >= MIN_WORDS:
            common = Counter(doc_id for passage in some for doc_id in passages.get(passage, ()))
            for doc_id, n in common.most_common(1):
                n_passages, n_words = sizes[doc_id]
                share = n / (len(some) + n_passages - n)
                if doc_id in short and len(every) <= _WHOLE:
                    share = len(every & set(short[doc_id])) / len(every | set(short[doc_id]))
                alike = min(n_words, len(words)) >= LENGTH * max(n_words, len(words))
                original = doc_id if share >= SHARE and alike else original
        if original == item.doc_id:
            sizes[item.doc_id] = len(some), len(words)
            if len(every) <= _WHOLE:
                short[item.doc_id] = array("I", every)
            for passage in some:
                if len(known := passages.setdefault(passage, [])) < _MOST:
                    known.append(item.doc_id)
            yield item
            continue
        if copies != "drop":
            yield replace(item, copy_of=original)
        how = "it says the same as" if share == 1.0 else f"{round(100 * share)} of 100 passages are those of"
        named = item.doc_id if copies != "drop" else None
        yield Problem(item.source, f"{how} {original}", _DONE[copies], named, stage=STAGE)


def _body(document: Document) -> str:
    """The article's text as it is read, without headline and byline where its format knows them."""
    body = [document.text[start:end] for start, end, kind in document.blocks if kind in ("paragraph", "")]
    return shadow_of("\n".join(body) or document.text).text


def _passages(words: list[str]) -> set[int]:
    """The hashes of all passages."""
    return {
        crc32(" ".join(words[i : i + _PASSAGE]).encode("utf-8", "replace"))
        for i in range(len(words) - _PASSAGE + 1)
    }
