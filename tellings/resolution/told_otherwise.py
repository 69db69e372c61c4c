"""Questions on persons that no figure answers: who said it, which rank somebody holds, how somebody is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

import pandas as pd

from tellings.identity.compare import plain
from tellings.resolution.answers import Answer
from tellings.resolution.attributions import attributions
from tellings.resolution.misspelt import spelt_otherwise
from tellings.resolution.offices import Judged, offices
from tellings.resolution.topics import Topic

_NAMED = ("organisation", "facility", "product", "law", "event", "other")
SURE = 0.9


def within(tables: Mapping[str, pd.DataFrame], event: Mapping[str, int]) -> Iterator[Judged]:
    """What the articles of each event tell otherwise: a person's rank and post.

    Args:
        tables: documents, mentions, entities.
        event: the event of each article.
    """
    persons, names = _persons(tables)
    yield from offices(tables, persons, event, names)


def across(tables: Mapping[str, pd.DataFrame], event: Mapping[str, int]) -> Iterator[Judged]:
    """What depends on articles on other events too: an utterance's speaker, a person's name.

    Args:
        tables: mentions, entities, quotations.
        event: the event of each article.
    """
    persons, names = _persons(tables)
    yield from attributions(tables, event, names)
    misspelt = [*spelt_otherwise(persons, event, names)]
    yield from misspelt
    apart = {answer.place for topic, *_ in misspelt for answer in topic.answers}
    yield from _spellings(persons, event, names, apart)
    yield from _bodies(tables["mentions"], event, names)


def _persons(tables: Mapping[str, pd.DataFrame]) -> tuple[pd.DataFrame, dict[str, str]]:
    """The persons as they are named, and the names of entities."""
    mentions = tables["mentions"]
    named = (mentions["form"] == "name") & (mentions["type"] == "person") & mentions["entity_id"].notna()
    return mentions[named], dict(
        zip(tables["entities"]["entity_id"], tables["entities"]["name"], strict=True)
    )


def _answer(place: tuple[str, str, float, float], text: str, kind: str, value: str) -> Answer:
    doc, sentence, start, end = place
    return Answer(
        doc, sentence, int(start), int(end), text=text, kind=kind, what=value, figure=None, value=value
    )


def _topic(told: Sequence[Answer], method: str, cluster: str) -> Topic:
    return Topic(sorted(told, key=lambda a: (a.doc_id, a.start)), SURE, method, cluster=cluster)


def _spellings(
    persons: pd.DataFrame, event: Mapping[str, int], names: Mapping[str, str], told: Collection[str]
) -> Iterator[Judged]:
    """A person whose full name articles print in different forms, if that is not told already."""
    whole = persons[persons["text"].str.contains(r"\s")].sort_values(["entity_id", "doc_id", "start"])
    places = whole["doc_id"].astype(str) + ":" + whole["start"].astype(str) + "-" + whole["end"].astype(str)
    whole = whole[~places.isin(told)]
    yield from _called(
        whole.drop_duplicates(["entity_id", "doc_id", "text"]), event, names, "one person's name"
    )


def _bodies(mentions: pd.DataFrame, event: Mapping[str, int], names: Mapping[str, str]) -> Iterator[Judged]:
    """A body, building or thing that articles first name in different forms: in full, in short, by its letters."""
    named = mentions["type"].isin(_NAMED) & (mentions["form"] == "name") & mentions["entity_id"].notna()
    first = mentions[named].sort_values(["entity_id", "doc_id", "start"])
    yield from _called(first.drop_duplicates(["entity_id", "doc_id"]), event, names, "names of one thing")


def _called(
    mentions: pd.DataFrame, event: Mapping[str, int], names: Mapping[str, str], why: str
) -> Iterator[Judged]:
    entities: dict[str, list[Answer]] = defaultdict(list)
    for doc, sentence, start, end, text, entity in zip(
        *(mentions[c] for c in ("doc_id", "sentence_id", "start", "end", "text", "entity_id")), strict=True
    ):
        entities[entity].append(_answer((doc, sentence, start, end), text, "name", text))
    for entity, answers in entities.items():
        told = [answer for answer in answers if event[answer.doc_id] == event[answers[0].doc_id]]
        forms = list(dict.fromkeys(" ".join(a.text.split()) for a in told))
        if len({a.doc_id for a in told}) > 1 and len({form.casefold() for form in forms}) > 1:
            verdict = "agree" if len({plain(form) for form in forms}) == 1 else "compatible"
            name = names.get(entity, entity)
            written = verdict == "agree" or entity.startswith("person:")
            question = f"How is the name {name} written?" if written else f"What do the articles call {name}?"
            reason = f"“{forms[0]}” and “{forms[-1]}” are {why}"
            yield _topic(told, "names of one entity", entity), question, verdict, reason
