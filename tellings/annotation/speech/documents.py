"""Documents that say something: a lawsuit, a report, a poll; each a source of its own, that is nobody."""

from __future__ import annotations

import re
from dataclasses import replace

from tellings.annotation.speech.speakers import Speaker
from tellings.annotation.speech.turns import Draft
from tellings.resources.lexicon import groups

PREFIX = "document:"
"""How the chain of a document begins."""

DOCUMENTS = groups("things")["documents"]
"""Nouns for what is written and says something."""

_BEHIND = re.compile(
    r"\b(?:of|(?:(?:seen|shown|\w+ed) )?by|from|in|on|for|to|with|that|which|who|calling|saying|released|published)\b|,"
)
_WORD = re.compile(r"[\w-]+")
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her", "their"})


def told(drafts: list[Draft]) -> None:
    """Give each document that speaks a chain, in place: "the report" goes on with the last report told of."""
    last: dict[str, str] = {}
    for draft in sorted(drafts, key=lambda d: d.hull):
        for i, speaker in enumerate(draft.speakers):
            noun = _noun(speaker)
            if noun is None:
                continue
            words = _WORD.findall(speaker.text.lower())
            again = words[0] in _DEFINITE and len(words) == 2
            chain = last.get(noun) if again else None
            last[noun] = chain or f"{PREFIX}{speaker.start}"
            draft.speakers[i] = replace(speaker, chain=last[noun])


def _noun(speaker: Speaker) -> str | None:
    """The noun of a document, where the speaker is one: the last word before any complement; None for others."""
    if speaker.chain is not None or speaker.anonymous:
        return None
    last = _WORD.findall(_BEHIND.split(speaker.text.lower())[0])[-1:]
    return next((noun for word in last for noun in (word, word.removesuffix("s")) if noun in DOCUMENTS), None)
