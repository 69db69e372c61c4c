"""How well Tellings finds: its tables held against a hand-made key or a set of annotated articles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tellings import settings
from tellings.errors import SourceError
from tellings.evaluation import (
    key_names,
    key_places,
    key_speech,
    key_times,
    results,
    set_names,
    set_places,
    set_speech,
    sets,
)
from tellings.evaluation.key import Key
from tellings.evaluation.results import Measure, Result, as_record, shown
from tellings.plural import several
from tellings.store import corpus as store
from tellings.store.corpus import Corpus

__all__ = ["WHAT", "Measure", "Result", "command", "evaluate"]

WHAT = ("entities", "quotations", "toponyms", "dates", "quantities")
"""The extractors that can be measured."""

FILE = "evaluation.json"
"""The file in `data/` that the method page reads."""

_BY_KEY: dict[str, Callable[[Corpus, Key], list[Measure]]] = {
    "entities": key_names.measures,
    "quotations": key_speech.measures,
    "toponyms": key_places.measures,
    "dates": key_times.dates,
    "quantities": key_times.quantities,
}
_BY_SET: dict[str, Callable[[Corpus, list[sets.Row]], list[Measure]]] = {
    "entities": set_names.measures,
    "quotations": set_speech.measures,
    "toponyms": set_places.measures,
}


def evaluate(
    what: str,
    gold: Path,
    *,
    corpus: Path | str | None = None,
    corrected: bool = False,
    model: str | None = None,
) -> Result:
    """Hold what was found against what should have been.

    Args:
        what: `entities`, `quotations`, `toponyms`, `dates` or `quantities`.
        gold: the folder of a key, or a set as JSONL (.gz).
        corpus: the corpus that is measured; without one a key measures the default corpus, and a set's articles are
            annotated first, into a corpus that is not kept.
        corrected: with people's corrections applied.
        model: the spaCy model for articles that are annotated first.

    Returns:
        The figures, and the versions that they are of.

    Raises:
        ValueError: `what` is none of the extractors.
        SourceError: the key cannot be read, or the corpus has not all of its documents.
        CorpusError: the corpus cannot be read.
    """
    if what not in WHAT:
        raise ValueError(f"what is {what!r}; it may be {', '.join(WHAT)}")
    if gold.is_dir():
        key = Key(gold)
        with store.open(corpus, corrections=corrected) as opened:
            _has(opened, key.ids, gold)
            about = f"{several(len(key.ids), 'article')} of “{opened.title}”, by hand"
            measured = _BY_KEY[what](opened, key)
            return _result(
                opened, measured, what, about, key=opened.name, n=len(key.ids), corrected=corrected
            )
    articles = sets.read(gold, what)
    name = gold.name.removesuffix(".gz").removesuffix(".jsonl")
    about = f"{several(len(articles), 'article')} of {sets.called(name)}"
    if corpus is None:
        with sets.annotated(articles, model=model) as opened:
            measured = _BY_SET[what](opened, articles)
            return _result(opened, measured, what, about, key=name, n=len(articles))
    with store.open(corpus, corrections=corrected) as opened:
        _has(opened, frozenset(a["id"] for a in articles), gold, some=True)
        measured = _BY_SET[what](opened, articles)
        return _result(opened, measured, what, about, key=name, n=len(articles), corrected=corrected)


def command(
    what: str,
    gold: Path,
    *,
    corpus: Path | str | None = None,
    corrected: bool = False,
    as_json: bool = False,
    save: bool = False,
) -> None:
    """The command `evaluate`: print the figures and, where asked, keep them for the method page.

    Raises:
        SourceError: there is nothing to measure.
        CorpusError: the corpus cannot be read.
    """
    result = evaluate(what, gold, corpus=corpus, corrected=corrected)
    print(json.dumps(as_record(result), indent=1, ensure_ascii=False) if as_json else shown(result))
    if save:
        results.save(result, settings.read().data / FILE)


def _has(corpus: Corpus, ids: frozenset[str], gold: Path, *, some: bool = False) -> None:
    """Of a key every document must be there; of a set one that could not be annotated counts as one without a find."""
    missing = sorted(ids - set(corpus.table("documents")["doc_id"]))
    if len(missing) == len(ids) or (missing and not some):
        raise SourceError(
            f"The corpus {corpus.name} lacks {len(missing)} of the {len(ids)} documents of {gold}, such as "
            f"{missing[0]}. Give the corpus that was made of the key's texts with --corpus."
        )


def _result(
    corpus: Corpus,
    measures: list[Measure],
    what: str,
    about: str,
    *,
    key: str,
    n: int,
    corrected: bool = False,
) -> Result:
    origin = corpus.descriptor["tellings"]
    versions = {name: origin.get(name) for name in ("program", "model", "rules")}
    return Result(what, key, about, n, corrected, versions=versions, measures=tuple(measures))
