"""Questions on what happened that no figure answers: where, who did it, what came first, how certain it is.

Two articles answer one such question only where they tell it of the same person or thing with the same verb (or of one
day that somebody *spent* somewhere), of the same two things in their order, or of one statement that one calls certain
and another open. What people do more than once, or several do, is not compared: both may be true.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from tellings.identity.joined import unite
from tellings.resolution.answers import Answer
from tellings.resolution.clauses import Clauses, Word, read, same_happening
from tellings.resolution.company import clause
from tellings.resolution.passages import Passage
from tellings.resolution.topics import MAX_BUCKET, Topic
from tellings.resources import gazetteer, lexicon
from tellings.schema import PLACE_TYPES

_WORDS = lexicon.groups("happenings")
_MOVED = ("person", "product")
"""Whom and what a place is compared of: persons, ships."""
_ORDER = frozenset({"before", "after"})
_THEN = re.compile(
    r"^\W*only (?:then|after (?:that|this))\b|\bfirst\b[^.;]*?,? (?:and|but) (?:only )?then\b", re.IGNORECASE
)
_SURE = re.compile(
    r"\b(?:(?:confirm(?:s|ed)?|prove(?:s|d|n)?|established)|(?:no|without) doubt|(?:is|are|was) certain) that\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:not (?:yet )?(?:been )?(?:known|clear|certain|established|confirmed)|unclear|unknown|"
    r"too early[\"”’']* to (?:say|tell)|no (?:evidence|proof)) (?:whether|if|that|what|which|who|why|how)\b"
    r"|\b(?:has|have|had) not (?:yet )?been (?:established|confirmed|proved|proven|determined)\b",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"\b(?:suspect(?:s|ed)?|believe[sd]?|think|thinks|fear(?:s|ed)?|presume[sd]?) (?:that)\b", re.IGNORECASE
)
_CERTAIN = {"certain": _SURE, "open": _OPEN, "likely": _LIKELY}
_STATED, _STATED_LEAST = 0.6, 3
"""The share of the words of the shorter statement that the longer one has, and how many at least."""
_STATEMENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
NEAR_KM = 40.0
"""Places no further apart may be two names of where one thing happened: a suburb, the next town."""
_BESIDE = 4
"""Fewer characters than that stand between two sentences of which one goes on in the other."""
_SCORE = 0.85
Told = tuple[Topic, str, str]


def happenings(
    tables: Mapping[str, pd.DataFrame], event: Mapping[str, int], sentences: Sequence[Passage]
) -> Iterator[Told]:
    """Topics with their verdict and reason.

    Args:
        tables: documents, tokens, mentions, dates.
        event: the event of each article.
        sentences: the sentences of what counts.
    """
    texts = dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True))
    shown = {passage.sentence_id: passage for passage in sentences}
    told = _Told(texts, shown, event, _days(tables["dates"]))
    stated = {p.sentence_id for p in sentences if _is_stated(texts[p.doc_id][p.start : p.end])}
    tokens = tables["tokens"][tables["tokens"]["sentence_id"].isin(shown)]
    lemmas = _WORDS["once"] | _WORDS["acts"] | _WORDS["stations"] | _ORDER | {"spend", "first", "then"}
    spent = set(tokens.loc[tokens["lemma"].str.lower().isin(lemmas), "sentence_id"]) | stated
    days = {told.days[s] for s in spent if s in told.days}
    spent |= {s for s, day in told.days.items() if day in days and s in shown}
    mentions = tables["mentions"]
    names = mentions[
        (mentions["form"] == "name") & mentions["entity_id"].notna() & mentions["sentence_id"].isin(spent)
    ]
    clauses = list(read(tokens[tokens["sentence_id"].isin(spent)], names))
    yield from _where(clauses, told)
    yield from _who(clauses, told)
    yield from _order(clauses, told)
    yield from _certain([c for c in clauses if c.sentence_id in stated], told)


class _Told:
    """What is known of the sentences that are compared."""

    def __init__(
        self,
        texts: Mapping[str, str],
        shown: Mapping[str, Passage],
        event: Mapping[str, int],
        days: Mapping[str, str],
    ) -> None:
        self.texts, self.shown, self.event, self.days = texts, shown, event, days

    def answer(
        self, said: Clauses, span: tuple[int, int], kind: str, value: str, told: tuple[int, int] | None = None
    ) -> Answer:
        """An answer with the words that stand around it, or around what tells it."""
        text, passage = self.texts[said.doc_id], self.shown[said.sentence_id]
        return Answer(
            said.doc_id,
            said.sentence_id,
            *span,
            text=text[slice(*span)],
            kind=kind,
            what=f"happening {value}",
            figure=None,
            value=value,
            clause=clause(text, told or span, passage),
        )

    def other_day(self, a: str, b: str) -> bool:
        """Do two sentences speak of two days?"""
        return self.days.get(a, "") != self.days.get(b, "") != "" != self.days.get(a, "")


def _days(dates: pd.DataFrame) -> dict[str, str]:
    """By sentence, the one day of which it speaks; none where there are two."""
    by_sentence: dict[str, set[str]] = defaultdict(set)
    for sentence, value in zip(dates["sentence_id"], dates["value"], strict=True):
        if isinstance(value, str) and re.match(r"\d{4}-(?:\d\d-\d\d|W\d\d)", value):
            by_sentence[sentence].add(value[:10].removesuffix("T"))
    return {sentence: min(days) for sentence, days in by_sentence.items() if len(days) == 1}


def _apart(a: Answer, b: Answer) -> bool:
    """Can one thing not have happened at both: in two countries, or in two towns far from each other?"""
    here, there = gazetteer.load().place(a.value), gazetteer.load().place(b.value)
    if here is None or there is None:
        return False
    if here.country_code != there.country_code:
        return bool(here.country_code and there.country_code)
    towns = here.kind == there.kind == "city" and None not in (here.lat, there.lat)
    return towns and gazetteer.km(here, there) > NEAR_KM


def _where(clauses: Sequence[Clauses], told: _Told) -> Iterator[Told]:
    """Where something happened to a person or thing, or where somebody spent a day."""
    groups: dict[tuple[int, str, str], list[tuple[Answer, str]]] = defaultdict(list)
    for said in clauses:
        day = told.days.get(said.sentence_id)
        for place in said.names:
            verb = said.verb_of(place) if place.type in PLACE_TYPES else -1
            if verb < 0:
                continue
            lemma, whom = said.words[verb].lemma, said.between(verb, place.start, _MOVED)
            if whom is None and (lemma not in _WORDS["suffered"] or said.words[verb - 1].pos == "AUX"):
                subject = said.subject(verb)
                whom = subject.name if subject else None
            if whom is None or whom.type not in _MOVED or (lemma == "leave" and whom.type == "person"):
                continue
            answer = told.answer(said, (place.start, place.end), "place", place.entity)
            for what in (lemma if lemma in _WORDS["once"] else "", day if lemma in _WORDS["about"] else ""):
                if what:
                    groups[told.event[said.doc_id], whom.entity, what].append((answer, lemma))
    for (_, _, what), moves in groups.items():
        once = what in _WORDS["once"]
        if len({a.doc_id for a, _ in moves}) < 2 or not (once or any(verb == "spend" for _, verb in moves)):
            continue
        places = {(a.doc_id, a.value) for a, _ in moves}
        apart = [
            (a, b)
            for (a, verb), (b, verb_b) in combinations(moves, 2)
            if not {(a.doc_id, b.value), (b.doc_id, a.value)} & places
            and (once or "spend" in (verb, verb_b))
            and not told.other_day(a.sentence_id, b.sentence_id)
            and _apart(a, b)
        ]
        topic = _judged(
            [a for a, _ in moves], "one happening of one person or thing", apart, "are not one place"
        )
        topic[0].cluster = f"{topic[0].answers[0].place}:{what}"
        yield topic


def _who(clauses: Sequence[Clauses], told: _Told) -> Iterator[Told]:
    """Who did what one person does at a time, or what an article says that another did not do."""
    groups: dict[tuple[int, str], list[tuple[Answer, str, str, Clauses]]] = defaultdict(list)
    for said in clauses:
        for number, word in enumerate(said.words):
            at_station = word.lemma == "be" and said.head(number + 1) in _WORDS["stations"]
            if not (at_station or (word.pos == "VERB" and word.lemma in _WORDS["acts"])):
                continue
            subject = said.subject(number)
            who = subject and (subject.name or subject.denied)
            if subject is None or not who or who.type != "person":
                continue
            value = subject.name.entity if subject.name else "somebody else"
            span, acts = (subject.start, subject.end), (word.start, word.start)
            answer = told.answer(said, span, "who", value, acts)
            denied = subject.denied.entity if subject.denied else ""
            thing = "" if at_station else said.head(number)
            groups[told.event[said.doc_id], word.lemma].append((answer, thing, denied, said))
    for (_, verb), deeds in groups.items():
        apart, one, alone = [], set(), verb == "be" or verb in _WORDS["by_one"]
        for (a, thing, denied, here), (b, thing_b, denied_b, there) in combinations(deeds, 2):
            two = thing and thing_b and thing != thing_b
            if a.doc_id == b.doc_id or two or told.other_day(a.sentence_id, b.sentence_id):
                continue
            differ = a.value == denied_b or b.value == denied
            same = a.value == b.value and thing == thing_b != ""
            if differ or same or (alone and _about_one(here, there)):
                one |= {id(a), id(b)}
                if a.value != b.value:
                    apart.append((a, b))
        answers = [a for a, *_ in deeds if id(a) in one]
        if answers:
            yield _judged(answers, "one act", apart, "cannot both have done it")


def _about_one(a: Clauses, b: Clauses) -> bool:
    """Have two sentences a name in common that is no person's, or two things?"""
    names = {n.entity for n in a.names if n.type != "person"} & {
        n.entity for n in b.names if n.type != "person"
    }
    nouns = {w.lemma for w in a.words if w.pos == "NOUN"} & {w.lemma for w in b.words if w.pos == "NOUN"}
    return len(names) + len(nouns) > 1


def _order(clauses: Sequence[Clauses], told: _Told) -> Iterator[Told]:
    """What came first: clauses with *before* and *after*, or *first*, *then*."""
    sequences: dict[int, list[tuple[Answer, Sequence[Word], Sequence[Word]]]] = defaultdict(list)
    last: Clauses | None = None
    for said in clauses:
        text, own = told.texts[said.doc_id], sequences[told.event[said.doc_id]]
        then = _THEN.search(text[said.words[0].start : said.words[-1].end])
        if then:
            number = said.at(said.words[0].start + then.end() - 1)
            first, (_, behind) = said if then.start() or last is None else last, said.around(number)
            before = [w for w in first.words if w.end <= said.words[number].start]
            beside = first.doc_id == said.doc_id and said.words[0].start - first.words[-1].end < _BESIDE
            if beside and behind and any(word.lemma == "first" for word in before):
                span = before[0].start, behind[-1].end
                own.append((told.answer(said, span, "sequence", "first"), before, behind))
        for number, word in enumerate(said.words):
            if word.lemma in _ORDER:
                before, behind = said.around(number)
                if all(any(w.pos in ("VERB", "AUX") for w in side) for side in (before, behind)):
                    span = before[0].start, behind[-1].end
                    sides = (before, behind) if word.lemma == "before" else (behind, before)
                    own.append((told.answer(said, span, "sequence", word.lemma), *sides))
        last = said
    yield from _linked(sequences, _same_order, "two happenings in their order", "tell the opposite order")


def _same_order(one: Any, other: Any) -> bool | None:
    (_, first, second), (_, first_b, second_b) = one, other
    if same_happening(first, first_b) and same_happening(second, second_b):
        return True
    return False if same_happening(first, second_b) and same_happening(second, first_b) else None


def _is_stated(text: str) -> bool:
    return any(cue.search(text) for cue in _CERTAIN.values())


def _certain(clauses: Sequence[Clauses], told: _Told) -> Iterator[Told]:
    """What one article calls certain and another open."""
    statements: dict[int, list[tuple[Answer, frozenset[str]]]] = defaultdict(list)
    for said in clauses:
        start, end = said.words[0].start, said.words[-1].end
        for value, cue in _CERTAIN.items():
            for match in cue.finditer(told.texts[said.doc_id], start, end):
                passive = match[0].lower().startswith("ha")
                words = [
                    w for w in said.words if (w.end <= match.start() if passive else w.start >= match.end())
                ]
                content = frozenset(w.lemma for w in words if w.pos in _STATEMENT)
                answer = told.answer(said, match.span(), "certainty", value)
                statements[told.event[said.doc_id]].append((answer, content))
    yield from _linked(statements, _same_statement, "one statement", "do not go together")


def _same_statement(one: Any, other: Any) -> bool | None:
    (a, words), (b, words_b) = one, other
    if len(words & words_b) < max(_STATED_LEAST, _STATED * min(len(words), len(words_b))):
        return None
    return {a.value, b.value} != {"certain", "open"}


def _linked(
    found: Mapping[int, list[Any]], stands: Callable[[Any, Any], bool | None], method: str, why: str
) -> Iterator[Told]:
    """Answers of one event that go together: `stands` says whether two agree, or None."""
    for rows in found.values():
        own = rows[:MAX_BUCKET]
        group = {number: [number] for number in range(len(own))}
        apart = []
        for a, b in combinations(group, 2):
            one, other = own[a], own[b]
            agree = stands(one, other) if one[0].doc_id != other[0].doc_id else None
            if agree is not None:
                unite(group, a, b)
            if agree is False:
                apart.append((a, b))
        for numbers in {id(told): told for told in group.values()}.values():
            answers, two = (
                [own[n][0] for n in numbers],
                [(own[a][0], own[b][0]) for a, b in apart if a in numbers],
            )
            if len({answer.value for answer in answers}) > 1:  # told alike it is no question
                yield _judged(answers, method, two, why)


def _judged(answers: list[Answer], method: str, apart: Sequence[tuple[Answer, Answer]], why: str) -> Told:
    topic = Topic(sorted(answers, key=lambda a: (a.doc_id, a.start)), _SCORE, method)
    if apart:
        one, other = (" ".join(answer.text.split()) for answer in apart[0])
        return topic, "conflict", f"“{one}” and “{other}” {why}"
    same = len({answer.value for answer in answers}) == 1 or topic.answers[0].kind == "sequence"
    return (topic, "agree", "all say the same") if same else (topic, "compatible", "both may be true")
