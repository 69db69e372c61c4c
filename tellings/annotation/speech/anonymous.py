"""Speakers whose identity is withheld: one chain for what the text says is one source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tellings.annotation.article import Article
from tellings.annotation.entities import Mention
from tellings.annotation.reference.epithets import FEW
from tellings.annotation.reference.unnamed import INDEFINITE, in_office, leads
from tellings.annotation.speech.model import Pieces
from tellings.annotation.speech.speakers import HIDES, Mentions, Speaker, phrase
from tellings.annotation.speech.turns import Draft
from tellings.resources.lexicon import beneath, is_person, one_of, sex_of_noun

_WORD = re.compile(r"\w+")
_DEFINITE = frozenset({"the", "this", "that", "same"})
STAND_INS = frozenset({"they", "it", "he", "she", "him", "them"})
_PLAIN = frozenset({"the man", "the woman", "the person"})
"""Plain words for one, as good as a pronoun right after a source."""

_OTHERS = frozenset(
    "another|a second|a third|the other|the others|the second|the third|others|one|a few|some|one of them|"
    "two of them".split("|")
)
"""Who is told of so right after a source is one more of them."""
_ONE_MORE = re.compile(r"(?:another|a (?:second|third|fourth)|(?:one|two|some) of the) ", re.IGNORECASE)

_ONE = frozenset("a an one another the".split())
_EMPTY = frozenset("a an the one another this that same of in with to on from who and".split())

_SOME = "|".join(sorted(INDEFINITE | FEW))
_FEW = 4
_END = re.compile(r"[a-z]\.(?=\s)|\n")
"""The end of a sentence, roughly."""
_COMPLEMENT = re.compile(r"\b(?:in|of|with|at|from|who|whose|on|close|familiar|briefed|involved)\b|,")

MAX_LEAD = 8
"""Sentences in which somebody without a name may be told of who goes on as *he* or *she*."""
MAX_SINCE = 5_000
"""Characters within which "the man" may be one of whom an article has told without a name."""

NEAR = 2
"""Blocks within which "they" or "it" may go on with the source that spoke last."""


def linked(article: Article, pieces: Pieces, drafts: list[Draft], mentions: Mentions) -> None:
    """Give "the source" and its "they" or "it" the chain of the source that they go on with, in place.

    A definite phrase goes on with the last source of the same noun, the one that shares most words; an indefinite one
    ("another source") is somebody new. A pronoun right behind a source is the source's, whoever the article tells of
    in other paragraphs.
    """
    known: list[Speaker] = []
    last: tuple[Speaker, int] | None = None
    said: tuple[int, int] = (
        0,
        0,
    )  # what the last source says: who speaks within it does not displace the source
    hulls: list[tuple[int, int]] = []
    for draft in sorted(drafts, key=_place):
        hulls.append(draft.hull)
        for i, speaker in enumerate(draft.speakers):
            block = _block(article, speaker.start)
            if _is_told_of(article, draft, speaker, mentions):
                speaker = replace(speaker, chain=None)
            here = last is not None and block == last[1]
            bare = replace(speaker, chain=None)
            if (
                last is not None
                and _is_far(article, speaker, block, mentions)
                and (
                    here
                    or (
                        _nobody_between(last[0], speaker, mentions, hulls)
                        and _stands_in(article, pieces, bare, draft, last)
                    )
                )
            ):
                speaker = bare
            if speaker.anonymous:
                before = _same(speaker, known)
                if before is not None:
                    speaker = replace(speaker, chain=before.chain)
                known.append(speaker)
                last, said = (speaker, block), draft.hull
            elif (at := _led_in(article, pieces, speaker, mentions)) is not None and (
                last is None or last[0].start < at
            ):
                speaker = replace(speaker, chain=f"anon:{at}", anonymous=True)
                last, said = (speaker, block), draft.hull
            elif last is not None and _stands_in(article, pieces, speaker, draft, last):
                speaker = replace(speaker, chain=last[0].chain, anonymous=True)
                last = replace(last[0], start=speaker.start, end=speaker.end), block
            elif speaker.chain is None and (before := _one_of(speaker, known)) is not None:
                speaker = replace(speaker, chain=before.chain, anonymous=True)
                last, said = (speaker, block), draft.hull
            elif (
                speaker.chain is None and last is not None and here and _names_anew(article, speaker, last[0])
            ):
                speaker = replace(speaker, chain=last[0].chain, anonymous=True)
                last = speaker, block
            elif speaker.chain is None and (at := _introduced(article, speaker, mentions)) is not None:
                speaker = replace(speaker, chain=f"anon:{at}", anonymous=True)
                known.append(speaker)
                last, said = (speaker, block), draft.hull
            elif _is_one_more(speaker, known) or (here and speaker.text.lower() in _OTHERS):
                speaker = replace(speaker, chain=f"anon:{speaker.start}", anonymous=True)
                last, said = (speaker, block), draft.hull
            elif speaker.text.lower() not in STAND_INS | _PLAIN and not said[0] <= draft.hull[0] < said[1]:
                last = None
            draft.speakers[i] = speaker


def _place(draft: Draft) -> int:
    return draft.speakers[0].start if draft.speakers else draft.hull[0]


def _block(article: Article, char: int) -> int:
    """The number of the block that holds the character."""
    return bisect_right(article.blocks, char, key=lambda block: block.start)


def _stands_in(
    article: Article, pieces: Pieces, speaker: Speaker, draft: Draft, last: tuple[Speaker, int]
) -> bool:
    """Does a pronoun, or a plain word for one, go on with the source that spoke last?"""
    (source, its_block), block = last, _block(article, speaker.start)
    if (
        speaker.chain is not None
        or speaker.text.lower() not in STAND_INS | _PLAIN
        or block - its_block > NEAR
    ):
        return False
    near = block == its_block or _leads(article, pieces, speaker, draft)
    return near and _agrees(speaker, source)


def _nobody_between(
    source: Speaker, speaker: Speaker, mentions: Mentions, hulls: list[tuple[int, int]]
) -> bool:
    """Is nobody named between the two but in what is said?"""
    named = (
        m for m in mentions.between(source.start, speaker.start) if m.type == "person" and m.form == "name"
    )
    return all(any(start <= m.start < end for start, end in hulls[-_FEW:]) for m in named)


def _leads(article: Article, pieces: Pieces, speaker: Speaker, draft: Draft) -> bool:
    """Does the pronoun stand first in its block, marked words and what is said aside?"""
    block = _block(article, speaker.start)
    at = article.blocks[block - 1].start if block else 0
    if not any(ch.isalnum() for ch in article.text[at : draft.hull[0]]):
        at = min(max(at, draft.hull[1]), speaker.start)
    for piece in pieces.touching(at, speaker.start):
        if any(ch.isalnum() for ch in article.text[at : piece.outer_start]):
            return False
        at = piece.outer_end
    rest = article.text[at : speaker.start].strip().lower().removeprefix("according to")
    return not any(ch.isalnum() for ch in rest)


def _agrees(pronoun: Speaker, source: Speaker) -> bool:
    """May the pronoun stand for the source: *he* and *it* for one, *they* for one or several?"""
    first = source.text.split()[0].lower()
    if pronoun.text.lower() == "it" and is_person(_noun(source)):
        return False
    return pronoun.text.lower() == "they" or first in _ONE or source.text.lower() == pronoun.text.lower()


def _is_far(article: Article, speaker: Speaker, block: int, mentions: Mentions) -> bool:
    """Does a pronoun stand for somebody whom its paragraph does not tell of before it?"""
    if speaker.text.lower() not in ("he", "she") or speaker.anonymous:
        return False
    start = article.blocks[block - 1].start if block else 0
    told = mentions.between(start, speaker.start)
    return all(m.chain != speaker.chain for m in told if m.form != "pronoun")


def _is_told_of(article: Article, draft: Draft, speaker: Speaker, mentions: Mentions) -> bool:
    """Is the only one for whom *he* or *she* may stand named in what is said: "Ana Ruiz “only sang,” she said"?"""
    if speaker.text.lower() not in ("he", "she") or speaker.chain is None or speaker.anonymous:
        return False
    start = article.blocks[max(_block(article, speaker.start) - NEAR, 0)].start
    told = [
        m for m in mentions.between(start, speaker.start) if m.chain == speaker.chain and m.form != "pronoun"
    ]
    return bool(told) and all(draft.hull[0] <= m.start < draft.hull[1] for m in told)


def _noun(source: Speaker) -> str:
    """The noun that a source is told of by: *officer* of "a customs officer in Kivumo"."""
    words: list[str] = _WORD.findall(_COMPLEMENT.split(source.text.lower())[0])
    return words[-1] if words else ""


def _names_anew(article: Article, speaker: Speaker, source: Speaker) -> bool:
    """As in "a singer said ... the soprano added": one of whom the article has not told before its source."""
    words = _WORD.findall(speaker.text.lower())
    if len(words) != 2 or words[0] != "the" or source.text.split()[0].lower() not in _ONE:
        return False
    return is_person(words[1]) and not re.search(
        rf"\b{words[1]}", article.text[: source.start], re.IGNORECASE
    )


def _introduced(article: Article, speaker: Speaker, mentions: Mentions) -> int | None:
    """Where somebody without a name is told of first: "A man was led out … the man said"; no name in between."""
    first, *said = _WORD.findall(speaker.text.lower()) or [""]
    noun = said[-1] if said else ""
    if first not in _DEFINITE or len(said) >= _FEW or not is_person(one_of(noun)):
        return None
    nouns = {noun, *beneath(noun)}
    told = re.compile(
        rf"\b(?:{_SOME})(?:\s+[\w’'-]+){{0,3}}\s+(?:{'|'.join(map(re.escape, sorted(nouns)))})\b(?!,?\s+(?-i:[A-Z]))",
        re.IGNORECASE,
    )
    since = max(speaker.start - MAX_SINCE, 0)
    matches = list(told.finditer(article.text, since, speaker.start))
    if len({word for match in matches for word in _WORD.findall(match.group().lower())} & nouns) > 1:
        return None  # a violinist and a cellist, of whom one is the musician
    for match in reversed(matches):
        between = mentions.between(match.start(), speaker.start)
        ends = _END.search(article.text, match.end(), speaker.start)
        until = ends.end() if ends else speaker.start
        if in_office(noun) and not HIDES.search(article.text, match.start(), until):
            continue
        if set(said[:-1]) <= set(_WORD.findall(match.group().lower())):
            return None if any(m.type == "person" and m.form == "name" for m in between) else match.start()
    return None


def introduced(article: Article, said: Sequence[Mention]) -> list[Mention]:
    """The phrases by which those who are quoted without a name were told of before they spoke: "A nurse sat outside".

    Args:
        article: parsed.
        said: the mentions of its speakers.
    """
    starts = {m.start for m in said}
    found = {}
    for mention in said:
        at = (
            int((mention.chain or "").removeprefix("anon:"))
            if (mention.chain or "").startswith("anon:")
            else -1
        )
        if at < 0 or at in starts:
            continue
        sentence = article.tokens(at, at + 1)[0].sent
        end = next((end for start, end in map(phrase, filter(leads, sentence)) if start == at), None)
        if end is not None:
            text = article.text[at:end]
            found[at] = replace(mention, start=at, end=end, text=text, form="nominal")
    return list(found.values())


def _led_in(article: Article, pieces: Pieces, speaker: Speaker, mentions: Mentions) -> int | None:
    """Where somebody without a name is told of in the sentence before: "A nurse sat outside. “It fell,” she said."."""
    sex = {"he": "m", "she": "f"}.get(speaker.text.lower())
    if speaker.chain is not None or sex is None:
        return None
    block = _block(article, speaker.start)
    start = article.blocks[max(block - NEAR, 0)].start
    before = article.sentences_until(speaker.start, MAX_LEAD)
    for token in (token for sentence in before[::-1] for token in reversed(list(sentence))):
        if token.idx < start:
            break
        led = token.idx < speaker.start and leads(token) and sex_of_noun(token.lower_) in (None, sex)
        if led and pieces.at(token.idx) is None:
            at = phrase(token)[0]
            between = (m for m in mentions.between(at, speaker.start) if m.type == "person")
            return None if any(pieces.at(m.start) is None for m in between) else at
    return None


def _is_one_more(speaker: Speaker, known: list[Speaker]) -> bool:
    """As in "a second midwife" and "one of the bankers", behind a midwife or bankers who are not named."""
    behind = _ONE_MORE.match(speaker.text)
    if speaker.chain is not None or behind is None:
        return False
    noun = one_of(_noun(replace(speaker, text=speaker.text[behind.end() :])))
    return bool(noun) and any(one_of(_noun(source)) == noun for source in known[-12:])


def _one_of(speaker: Speaker, known: list[Speaker]) -> Speaker | None:
    """As in "the official": the last source that was told of as an official, an aide, a diplomat."""
    words = _WORD.findall(speaker.text.lower())
    if not words or words[0] not in _DEFINITE or len(words) > _FEW:
        return None
    for other in reversed(known[-12:]):
        theirs = _WORD.findall(_COMPLEMENT.split(other.text.lower())[0])
        if words[-1] in (theirs if is_person(words[-1]) else theirs[-1:]) and (set(words) - _EMPTY) <= set(
            _WORD.findall(other.text.lower())
        ):
            return other
    return None


def _same(speaker: Speaker, known: list[Speaker]) -> Speaker | None:
    words = _WORD.findall(speaker.text.lower())
    if len(words) == 1 and words[0].endswith("s"):
        return next(
            (other for other in known if other.text.lower() == words[0]), None
        )  # residents, and again
    if not words or words[0] not in _DEFINITE:
        return None
    content = set(words) - _EMPTY
    best: tuple[int, int, Speaker] | None = None
    for i, other in enumerate(known[-12:]):
        theirs = set(_WORD.findall(other.text.lower())) - _EMPTY
        shared = len(content & theirs)
        if shared and (best is None or (shared, i) > best[:2]):
            best = shared, i, other
    return None if best is None else best[2]
