"""The table `discrepancies`: questions that several articles answer, their answers, how these stand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from tellings import schema
from tellings.resolution import compared, figures, questions
from tellings.resolution.answers import PARTS_OF, Answer, answers
from tellings.resolution.at_odds import in_one_unit, same_words
from tellings.resolution.events import events_of, heard_together
from tellings.resolution.happenings import happenings
from tellings.resolution.latecomers import with_others
from tellings.resolution.offices import Judged
from tellings.resolution.passages import passages
from tellings.resolution.told_otherwise import across, within
from tellings.resolution.topics import Topic, shared_sentences, topics

_GRAVE = ("agree", "compatible", "conflict")


def discrepancies(tables: Mapping[str, pd.DataFrame]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The table `discrepancies`, and what was compared, for the next time.

    Args:
        tables: documents, blocks, sentences, tokens, mentions, entities, quantities, dates, quotations, quote_parts,
            reuse, kin, and what was compared before.
    """
    before = tables[compared.NAME]
    together = {*zip(tables["reuse"]["doc_a"], tables["reuse"]["doc_b"], strict=True)}
    event = events_of(tables, sorted(together | heard_together(tables["quotations"])))
    digest = compared.digests(tables, event)
    known = set(before["event"])
    new = {doc: number for doc, number in event.items() if digest[doc] not in known}
    some = compared.of_articles(tables, new)
    rows = _frame(_within({**some, "tokens": compared.plain(some["tokens"])}, new))
    done = compared.taken_over(before, rows, digest)
    whole = pd.concat(
        [done.loc[done["topic_id"] != "", rows.columns], _frame(across(tables, event))], ignore_index=True
    )
    return schema.conform(whole, "discrepancies"), done


def _within(tables: Mapping[str, pd.DataFrame], event: Mapping[str, int]) -> Iterator[Judged]:
    """What the articles of each event answer: what other articles say makes no difference."""
    sentences = passages(tables)
    names = dict(zip(tables["entities"]["entity_id"], tables["entities"]["name"], strict=True))
    found, shared = answers(tables, sentences, event), shared_sentences(tables["reuse"])
    told = [*with_others(topics(found, event, tables["reuse"]), found, event, shared)]
    printed = {said.lower(): said for said in sorted(tables["quotations"]["speaker"].dropna().unique())}
    answered = [(event[topic.answers[0].doc_id], topic.answers) for topic in told]
    for topic, question in zip(told, questions.asked(answered, names), strict=True):
        yield topic, question, *judge(topic.answers, printed | names)
    yield from within(tables, event)
    for topic, asked, verdict, reason in happenings(tables, event, sentences, names):
        yield topic, asked or questions.question(topic.answers, names), verdict, reason


def _frame(judged: Iterable[Judged]) -> pd.DataFrame:
    rows = [row for topic in judged for row in _rows(*topic)]
    table = schema.table("discrepancies")
    return pd.DataFrame(rows, columns=table.names).drop_duplicates(list(table.key))


def _rows(topic: Topic, question: str, verdict: str, reason: str) -> Iterator[dict[str, Any]]:
    first = topic.answers[0]
    for answer in topic.answers:
        yield {
            "topic_id": f"topic:{first.kind}:{topic.cluster or first.place}",
            "topic": question,
            "kind": first.kind,
            "doc_id": answer.doc_id,
            "sentence_id": answer.sentence_id,
            "start": answer.start,
            "end": answer.end,
            "text": answer.text,
            "value": answer.value,
            "of": answer.of,
            "said_by": answer.said_by,
            "verdict": verdict,
            "reason": reason,
            "method": topic.method,
            "score": topic.score,
        }


def judge(told: Sequence[Answer], names: Mapping[str, str]) -> tuple[str, str]:
    """The verdict on the answers to one question, and why, in words."""
    worst, reason = 0, "all say the same"
    for a, b in combinations(told, 2):
        both = in_one_unit(a, b)
        if both is None or same_words(a, b):
            continue
        parts = PARTS_OF in (a.what, b.what) and a.what != b.what
        if figures.same(*both) and not parts:
            continue
        adds_up = parts and figures.equal(*both)
        why = "its parts add up" if adds_up else figures.compatible(*both)
        if why is None and (a.again or b.again):
            continue
        grave = 2 if why is None else 1
        if grave > worst:
            worst = grave
            said = f"{_said(a, names)} and {_said(b, names)}"
            if why is None:
                sources = a.source and b.source and a.source != b.source
                reason = f"{said} cannot both be right{': two sources' if sources else ''}"
            else:
                reason = f"{said}: {why}"
    return _GRAVE[worst], reason


def _said(answer: Answer, names: Mapping[str, str]) -> str:
    told = f"“{' '.join(answer.text.split())}”"
    return f"{told} ({names.get(answer.source, answer.source)})" if answer.source else told
