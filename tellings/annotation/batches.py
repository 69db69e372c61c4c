"""Annotating a batch of documents: what one worker does. A document that fails is named, and the rest goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pandas as pd

from tellings import schema, settings
from tellings.annotation.article import Article
from tellings.annotation.deadline import OutOfTimeError, within
from tellings.annotation.pipeline import Text, load_model, read_articles
from tellings.annotation.remarks import remarks
from tellings.annotation.rows import EXTRACTORS, annotate, n_words, outline
from tellings.annotation.tables import Rows
from tellings.corpus.documents import Document
from tellings.corpus.language import language_of
from tellings.resources import gazetteer

_log = logging.getLogger(__name__)

ANNOTATED = ("documents", *(table for extractor in EXTRACTORS for table in extractor.makes), "problems")
"""The tables that annotation fills, document by document."""

LABEL_WORDS = 9
_PER_CHARS = 100_000
"""Characters for each of which a document has half as much time again."""


def annotate_batch(documents: Sequence[Document], model: str | None) -> dict[str, pd.DataFrame]:
    """Annotate documents.

    Args:
        documents: what is to be annotated, with unique ids.
        model: the spaCy model, None for the best installed.

    Returns:
        For each table that annotation fills, its rows; no entity is known yet, but the articles' own chains.
    """
    gathered: Rows = {name: [] for name in ANNOTATED}
    load_model(model)  # before any document's time begins
    gazetteer.load()
    try:
        with within(_seconds(documents)) as ask:
            batch = list(_annotated(documents, model, ask))
    except (Exception, OutOfTimeError) as err:  # one bad document must not stop its batch
        _log.warning(
            "a batch of %d is annotated one by one after %s: %s", len(documents), type(err).__name__, err
        )
        batch = [row for document in documents for row in _alone(document, model)]
    for rows in batch:
        for name, some in rows.items():
            gathered[name].extend(some)
    return {
        name: pd.DataFrame(rows, columns=schema.table(name).names) if rows else schema.empty(name)
        for name, rows in gathered.items()
    }


def _seconds(documents: Sequence[Document]) -> float:
    """How long documents may take together."""
    most = settings.read().max_document_seconds
    return most * (1 + sum(len(document.text) for document in documents) // _PER_CHARS / 2)


def _alone(document: Document, model: str | None) -> list[Rows]:
    seconds = _seconds([document])
    try:
        with within(seconds) as ask:
            return list(_annotated([document], model, ask))
    except OutOfTimeError:
        _log.warning("%s took too long", document.doc_id)
        reason = (
            f"annotating it takes more than {seconds:g} seconds; part it into its articles, or set "
            "TELLINGS_MAX_DOCUMENT_SECONDS to more"
        )
        return [_failed(document, reason)]
    except Exception as err:  # whatever is wrong with it is said, and the rest goes on
        _log.warning("%s could not be annotated", document.doc_id, exc_info=True)
        return [_failed(document, f"{type(err).__name__}: {err}")]


def _failed(document: Document, reason: str) -> Rows:
    problem = {
        "source": document.source,
        "doc_id": document.doc_id,
        "stage": "annotate",
        "reason": reason,
        "action": "skipped",
    }
    return {"problems": [problem]}


def _annotated(documents: Sequence[Document], model: str | None, ask: Callable[[], None]) -> Iterator[Rows]:
    nlp, places = load_model(model), gazetteer.load()
    texts = [Text(d.doc_id, d.text, d.published, d.publisher, d.title, blocks=d.blocks) for d in documents]
    pieces: dict[str, list[Article]] = {}
    by_id = {d.doc_id: d for d in documents}
    waiting = iter(documents)
    current = next(waiting, None)
    for article in read_articles(nlp, texts):
        ask()
        while current is not None and current.doc_id != article.doc_id:
            yield _finished(by_id[current.doc_id], pieces.pop(current.doc_id, []), places)
            current = next(waiting, None)
        pieces.setdefault(article.doc_id, []).append(article)
    while current is not None:
        yield _finished(by_id[current.doc_id], pieces.pop(current.doc_id, []), places)
        current = next(waiting, None)


def _finished(document: Document, pieces: Sequence[Article], places: gazetteer.Gazetteer) -> Rows:
    """The rows of one document, or the reason why there are none."""
    rows: Rows = {}
    words = 0
    language = language_of(pieces[0].text) if pieces else "und"
    try:
        for article in pieces:
            tables = annotate(article, places) if language == "en" else outline(article)
            for name, some in tables.items():
                rows.setdefault(name, []).extend(_once(name, some))
            words += n_words(article) if language == "en" else 0
    except Exception as err:  # a rule that fails on one document is named with it
        _log.warning("%s could not be annotated", document.doc_id, exc_info=True)
        return _failed(document, f"{type(err).__name__}: {err}")
    rows["documents"] = [_document(document, pieces, words, language)]
    rows["problems"] = remarks(document, pieces, language)
    return rows


def _once(name: str, rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows of a table without those whose key stood before: what is found twice is one thing."""
    key, seen = schema.table(name).key, set()
    for row in rows:
        values = tuple(row[column] for column in key)
        if values not in seen:
            seen.add(values)
            yield row


def _document(document: Document, pieces: Sequence[Article], words: int, language: str) -> dict[str, Any]:
    return {
        "doc_id": document.doc_id,
        "label": document.title or _label(pieces),  # where it has no words, the build says its id
        "short": "",  # the corpus says, which knows the others
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "byline": document.byline,
        "section": document.section,
        "edition": document.edition,
        "url": document.url,
        "language": language,
        "source": document.source,
        "reader": document.reader,
        "part": document.part,
        "copy_of": None,  # the build says it, of all documents together
        "sha256": document.sha256,
        "n_chars": len(document.text),
        "n_words": words,
        "text": document.text,
    }


def _label(pieces: Sequence[Article]) -> str:
    """The first words of what is counted; a headline whole, if it is not long."""
    for article in pieces:
        for block in article.blocks:
            if block.counted:
                words = article.text[block.start : block.end].split()
                most = 2 * LABEL_WORDS if block.kind == "headline" else LABEL_WORDS
                return " ".join(words) if len(words) <= most else " ".join(words[:LABEL_WORDS]) + " …"
    return ""
