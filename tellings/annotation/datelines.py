"""Datelines, which say where and when a report was written and whose it is: "LONDON, May 5 (AP) - …", "Seoul — …"."""

from __future__ import annotations

import re

from tellings.annotation.article import Article

_BEHIND = re.compile(
    r"(?:, [A-Z][\w. ]{1,25})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?:, \d{4})? ?"
    r"(?:\([A-Z][\w .]{1,25}\) ?)?(?:[—–]|--?(?= )|:(?= )) ?(?=\S)"
)
_LONGEST = 80


def told_from(article: Article, start: int, end: int) -> int | None:
    """Where begins what is told behind the dateline that a place, from start to end, opens; None: it opens none."""
    block = article.block_at(start)
    if block is None or block.start != start:
        return None
    behind = _BEHIND.match(article.text, end, min(block.end, end + _LONGEST))
    return behind.end() if behind else None
