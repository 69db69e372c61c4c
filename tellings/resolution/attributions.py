"""Who said it: one utterance, or some words of it told alike, that articles lay into the mouths of several."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from textwrap import shorten
from typing import NamedTuple

import pandas as pd

from tellings.identity.joined import unite
from tellings.plural import plural
from tellings.resolution.answers import Answer
from tellings.resolution.offices import Judged
from tellings.resolution.topics import Topic
from tellings.resolution.wording import wording
from tellings.resources import lexicon
from tellings.schema import SPEECH_KINDS

_SEXES = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_PRONOUNS = frozenset({*_SEXES, *"it they we i you".split()})
"""Whom a pronoun stands for is too unsure for a difference in who speaks; but *she* is not *he*."""
_CLAUSE = re.compile(r"[^.,;:!?()“”\"–—…]+")
_WORD = re.compile(r"[^\W_]+")
_APART = re.compile(r"(?<=\w)(?:n['’]t\b|['’](?:m|re|ve|ll|d)\b)")
_SHORT = {"n": " not", "m": " am", "r": " are", "v": " have", "l": " will", "d": " would"}
_COMMONPLACE = lexicon.groups("things")["commonplaces"]
"""Words of what many say: our thoughts and prayers."""
_TELLING, _WHOLE = 3, 6
"""So many words with content in one clause are hardly said by two; or so many of whatever kind, if they are all."""
_DATELINE = re.compile(r"[(\W]*[A-Z][A-Z ]+\b[^a-z:]*:\s")
"""Where a report was written, before what it tells: CHENNAI: At least two …; LYON), FEB 3 (AFP): Two …"""
_SCORE = 0.9
_LONGEST = 80
_SAYS = frozenset("say tell add continue state note go".split())
_PAST = {
    past: past for past in "put saw wrote swore spoke forbade foresaw sought thought laid gave vowed".split()
}
_PREPOSITIONS = frozenset(["", *"against for of on to".split()])
"""What stands between a cue and what is said, and is read with the cue."""


class _Said(NamedTuple):
    """An utterance as an article tells it.

    Attributes:
        quote_id: its id.
        answer: its speaker, whose value is the entity's id or the words for one without.
        text: what is said.
        kind: direct, mixed, indirect.
        is_named: is it told by a name or noun?
        is_known: is the speaker somebody with a name, told so here?
        sex: of the pronoun, or of whom the name means; "" where it is not known.
        cue: the words that say that somebody says it, with a preposition behind them: called for.
    """

    quote_id: str
    answer: Answer
    text: str
    kind: str
    is_named: bool
    is_known: bool
    sex: str
    cue: str


def attributions(
    tables: Mapping[str, pd.DataFrame], event: Mapping[str, int], names: Mapping[str, str]
) -> Iterator[Judged]:
    """Topics on the speakers of one utterance.

    Args:
        tables: mentions, quotations, quote_parts.
        event: the event of each article.
        names: of entities, by their ids.
    """
    rows = tables["quotations"]
    rows = rows[rows["speaker_start"].notna() & rows["kind"].isin(SPEECH_KINDS) & rows["inside_id"].isna()]
    parts = _first_parts(tables["quote_parts"])
    texts = dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True))
    said = {one.quote_id: one for one in _said(rows, _sexes(tables["mentions"]), texts)}
    for cluster, quotes in _one_utterance(rows, tables["quote_parts"], event).items():
        told = [said[quote] for quote in quotes]
        told = [one for one in told if event[one.answer.doc_id] == event[told[0].answer.doc_id]]
        verdict, reason = _verdict(told, names)
        answers = [one.answer for one in told if one.is_named or reason == _TWO]
        if verdict and len({answer.doc_id for answer in answers}) > 1:
            topic = Topic(sorted(answers, key=lambda a: (a.doc_id, a.start)), _SCORE, "one utterance")
            topic.cluster = cluster
            shown = min(told, key=lambda one: (one.kind != "direct", _DATELINE.match(one.text) is not None))
            is_direct = shown.kind == "direct"
            words = parts.get(shown.quote_id, shown.text) if is_direct else shown.text
            yield topic, _asked(words, "said" if is_direct else _did(shown.cue)), verdict, reason


def _first_parts(parts: pd.DataFrame) -> dict[str, str]:
    """The words of each quotation up to where its speaker is told between them."""
    rows = parts[parts["role"] == "quoted"].sort_values("start").drop_duplicates("quote_id")
    return dict(zip(rows["quote_id"], rows["text"], strict=True))


def _asked(words: str, did: str) -> str:
    """Who said these words, or demanded it: of many as many whole ones as fit, quoted within them in single marks."""
    short = shorten(re.sub('[“”"]', "'", words), _LONGEST, placeholder=" …")
    return f"Who {did} “{short.rstrip(' ,;')}”?"


def _did(cue: str) -> str:
    """What is asked that somebody did: denied, was accusing, called for; said, where the cue is no word for it alone.

    >>> _did("Denies"), _did("accusing"), _did("called for"), _did("told"), _did("according to"), _did("statement")
    ('denies', 'was accusing', 'called for', 'said', 'said', 'said')
    """
    verb, _, behind = cue.lower().partition(" ")
    did = _asked_of().get(verb)
    return f"{did} {behind}".rstrip() if did and behind in _PREPOSITIONS else "said"


@cache
def _asked_of() -> dict[str, str]:
    """How the forms of verbs that report are asked for: demands for demand, was demanding for demanding."""
    asked = dict(_PAST)
    for verb in lexicon.words("reporting_verbs") - _SAYS:
        thirds = f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeiou" else plural(verb)
        stem = verb.removesuffix("e")
        asked |= dict.fromkeys((verb, thirds), thirds)
        asked |= {f"{stem}{more}ing": f"was {stem}{more}ing" for more in ("", verb[-1])}
        pasts = [f"{verb[:-1]}ied", f"{stem}ed", f"{stem}{verb[-1]}ed"]
        asked |= {past: past for past in pasts}
    return asked


_TWO = "a man and a woman are said to have said the same words"


def _verdict(told: Iterable[_Said], names: Mapping[str, str]) -> tuple[str, str]:
    """How the speakers of one utterance stand to each other, "" where that cannot be told, and why."""
    told = list(told)
    speakers = list(dict.fromkeys(one.answer.what for one in told if one.is_named))
    known = {one.answer.what for one in told if one.is_known}
    persons = [who for who in speakers if who in known and who.startswith("person:")]
    if all(one.kind == "direct" for one in told):
        if len(persons) == len(speakers) > 1:
            two = f"{names.get(speakers[0], speakers[0])} and {names.get(speakers[-1], speakers[-1])}"
            return "conflict", f"the same words are {two}'s"
        by_sex = {sex: {one.answer.doc_id for one in told if one.sex == sex} for sex in "mf"}
        if all(by_sex.values()) and by_sex["m"].isdisjoint(by_sex["f"]):
            return "conflict", _TWO
    if len(speakers) == 1 or len({one.answer.text.lower() for one in told if one.is_named}) == 1:
        return "agree", "all name one speaker" if known else "all call the speaker the same"
    if len(persons) > 1 or not speakers:
        return "", ""
    apart = all(who.startswith("person:") for who in speakers)
    return "compatible", "who has no name may be the same" if apart else "one may speak for the other"


def _said(rows: pd.DataFrame, sexes: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[_Said]:
    columns = (
        "quote_id doc_id sentence_id speaker_start speaker_end speaker speaker_id text kind anonymous".split()
    )
    cues = (_cue(texts[doc], *place) for doc, *place in zip(*(rows[c] for c in _CUE), strict=True))
    for cue, quote, doc, sentence, start, end, speaker, who, text, kind, anonymous in zip(
        cues, *(rows[c] for c in columns), strict=True
    ):
        words = str(speaker).lower()
        value = who if isinstance(who, str) else words
        place = (doc, sentence, int(start), int(end))
        answer = Answer(*place, text=str(speaker), kind="attribution", what=value, figure=None, value=value)
        sex = _SEXES.get(words, sexes.get(value, ""))
        named = words not in _PRONOUNS
        yield _Said(
            quote, answer, text, kind, is_named=named, is_known=named and not anonymous, sex=sex, cue=cue
        )


_CUE = ("doc_id", "cue_start", "cue", "start")


def _cue(text: str, at: float, cue: str | None, start: float) -> str:
    """The cue as it is printed, and the preposition between it and what is said."""
    if not isinstance(cue, str):
        return ""
    behind = text[int(at) + len(cue) : int(start)].strip() if at < start else ""
    return f"{cue} {behind}" if behind in _PREPOSITIONS else cue


def _sexes(mentions: pd.DataFrame) -> dict[str, str]:
    """Of persons, whether all pronouns that mean them are a man's or a woman's."""
    meant = mentions[(mentions["form"] == "pronoun") & mentions["entity_id"].notna()]
    by: dict[str, set[str]] = defaultdict(set)
    for entity, text in zip(meant["entity_id"], meant["text"].str.lower(), strict=True):
        by[entity].add(_SEXES.get(text, ""))
    return {entity: min(own - {""}) for entity, own in by.items() if len(own - {""}) == 1}


def _one_utterance(
    rows: pd.DataFrame, parts: pd.DataFrame, event: Mapping[str, int]
) -> Mapping[str, list[str]]:
    """Quotations of one utterance, by the id of its cluster or of the first: of one cluster, or with words alike."""
    group = {quote: [quote] for quote in rows["quote_id"]}
    clusters: dict[str, str] = {}
    alike: dict[tuple[int, str], str] = {}
    for quote, cluster in zip(rows["quote_id"], rows["cluster_id"], strict=True):
        if isinstance(cluster, str):
            unite(group, clusters.setdefault(cluster, quote), quote)
    direct = set(rows.loc[rows["kind"] == "direct", "quote_id"])
    quoted = parts[(parts["role"] == "quoted") & parts["quote_id"].isin(direct)].sort_values("start")
    pieces: dict[tuple[str, str], list[str]] = defaultdict(list)
    for doc, quote, text in zip(quoted["doc_id"], quoted["quote_id"], quoted["text"], strict=True):
        pieces[doc, quote].append(text)
    for (doc, quote), own in sorted(pieces.items()):
        for words in _telling(own):
            unite(group, alike.setdefault((event[doc], words), quote), quote)
    named = {first: cluster for cluster, first in reversed(clusters.items())}
    wholes = {id(own): own for own in group.values() if len(own) > 1}
    return {next((named[q] for q in own if q in named), f"cluster:{own[0]}"): own for own in wholes.values()}


def _telling(pieces: Iterable[str]) -> set[str]:
    """The clauses of a quotation, and the whole, that are hardly said by two."""
    clauses = [_words(clause) for clause in _CLAUSE.findall(" ".join(pieces))]
    told = {" ".join(own) for own in clauses if len(wording(" ".join(own))) >= _TELLING}
    every = " ".join(word for own in clauses for word in own)
    told |= {every} if len(every.split()) >= _WHOLE and len(wording(every)) > 1 else set()
    return {words for words in told if _COMMONPLACE.isdisjoint(words.split())}


def _words(clause: str) -> list[str]:
    return _WORD.findall(_APART.sub(lambda short: _SHORT[short[0].strip("'’")[0]], clause.lower()))
