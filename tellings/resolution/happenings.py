"""Questions on what happened that no figure answers: where, who, what became of somebody, what came first, how certain.

Two articles answer one such question only where they tell one act, by whatever word, of the same person or thing (or
of one day that somebody *spent* somewhere), the same two things in their order, or one statement that one calls certain
and another open. What people do more than once, or several do, is not compared: both may be true.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from tellings.resolution.acts import WORDS
from tellings.resolution.clauses import read
from tellings.resolution.company import anchors
from tellings.resolution.doers import who
from tellings.resolution.happening import Sentences, Told
from tellings.resolution.outcomes import LEMMAS, outcomes
from tellings.resolution.passages import Passage
from tellings.resolution.statements import ORDER, certain, is_stated, order
from tellings.resolution.whereabouts import where
from tellings.resources import lexicon

_FORMS = ("name", "pronoun", "nominal")


def happenings(
    tables: Mapping[str, pd.DataFrame],
    event: Mapping[str, int],
    sentences: Sequence[Passage],
    names: Mapping[str, str],
) -> Iterator[Told]:
    """Topics with their question, verdict and reason.

    Args:
        tables: documents, tokens, mentions, dates.
        event: the event of each article.
        sentences: the sentences of what counts.
        names: of entities, by their ids.
    """
    texts = dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True))
    shown = {passage.sentence_id: passage for passage in sentences}
    told = Sentences(
        texts, shown, event, _days(tables["dates"]), anchors(tables["dates"], tables["documents"])
    )
    stated = {p.sentence_id for p in sentences if is_stated(texts[p.doc_id][p.start : p.end])}
    tokens = tables["tokens"][tables["tokens"]["sentence_id"].isin(shown)]
    acts = {
        re.split("[_:]", word)[0] for word, own in WORDS.items() if any(act.place or act.by for act in own)
    }
    lemmas = acts | lexicon.groups("happenings")["stations"] | ORDER | LEMMAS | {"spend", "then"}
    read_in = set(tokens.loc[tokens["lemma"].str.lower().isin(lemmas), "sentence_id"]) | stated
    days = {s: (event[shown[s].doc_id], day) for s, day in told.days.items() if s in shown}
    read_of = {days[s] for s in read_in if s in days}
    read_in |= {s for s, day in days.items() if day in read_of}
    mentions = tables["mentions"]
    meant = mentions["form"].isin(_FORMS) & mentions["entity_id"].notna()
    tokens, mentions = (
        tokens[tokens["sentence_id"].isin(read_in)],
        mentions[meant & mentions["sentence_id"].isin(read_in)],
    )
    clauses = list(read(tokens, mentions, texts))
    yield from where(clauses, told, names)
    yield from who(clauses, told)
    yield from outcomes(clauses, told, names)
    yield from order(clauses, told)
    yield from certain([c for c in clauses if c.sentence_id in stated], told)


def _days(dates: pd.DataFrame) -> dict[str, str]:
    """By sentence, the one day of which it speaks; none where there are two."""
    by_sentence: dict[str, set[str]] = defaultdict(set)
    for sentence, value in zip(dates["sentence_id"], dates["value"], strict=True):
        if isinstance(value, str) and re.match(r"\d{4}-(?:\d\d-\d\d|W\d\d)", value):
            by_sentence[sentence].add(value[:10].removesuffix("T"))
    return {sentence: min(days) for sentence, days in by_sentence.items() if len(days) == 1}
