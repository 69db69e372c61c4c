"""All annotators over one article, their findings as rows of the tables.

Ids of entities are still the article's own here ("chains"); `resolution` makes corpus-wide ones of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from tellings.annotation import entities
from tellings.annotation.amounts.quantities import quantities
from tellings.annotation.article import Article
from tellings.annotation.names import finding as names
from tellings.annotation.places import toponyms
from tellings.annotation.reference import coreference
from tellings.annotation.speech import quotations
from tellings.annotation.times.dates import dates
from tellings.resources.gazetteer import Gazetteer

Rows = dict[str, list[dict[str, Any]]]
"""Rows by table; spans are offsets in the document."""


def annotate(article: Article, gazetteer: Gazetteer) -> Rows:
    """Everything that is found in one article (or piece of one).

    Returns:
        Rows of blocks, sentences, tokens, mentions, toponyms, quotations, quote_parts, quote_speakers, dates and
        quantities. `entity_id` and `speaker_id` hold the article's own chains.
    """
    rows: Rows = {}
    rows["blocks"] = list(_blocks(article))
    rows["sentences"], rows["tokens"] = _sentences(article)
    found = names.find_names(article, gazetteer)
    placed = toponyms.locate(article, found, gazetteer)
    named = entities.mentions(article, found, placed)
    everything = sorted([*named, *coreference.resolve(article, named)], key=lambda m: (m.start, m.end))
    quoted = quotations.quotations(article, everything)
    everything = sorted(
        [*everything, *quotations.speaker_mentions(quoted, everything)], key=lambda m: (m.start, m.end)
    )
    ids = _ids(article, "m", everything)
    by_span: dict[tuple[int, int], str] = {}
    for mention, mention_id in zip(everything, ids, strict=True):
        by_span.setdefault((mention.start, mention.end), mention_id)
    rows["mentions"] = [
        _row(
            article,
            m,
            mention_id=i,
            form=m.form,
            type=m.type,
            entity_id=_chain(article, m.chain),
            score=m.score,
        )
        for m, i in zip(everything, ids, strict=True)
    ]
    rows["toponyms"] = [
        _row(
            article,
            t,
            mention_id=by_span[t.start, t.end],
            place_id=t.place_id,
            name=t.name,
            kind=t.kind,
            country_code=t.country_code,
            admin1_code=t.admin1_code,
            lat=t.lat,
            lon=t.lon,
            use=t.use,
            stands_for=t.stands_for,
            score=t.score,
        )
        for t in placed
    ]
    rows.update(_quotations(article, quoted))
    when = dates(article)
    rows["dates"] = [_row(article, d, type=d.type, value=d.value, mod=d.mod) for d in when]
    rows["quantities"] = [
        _row(article, q, value=q.value, low=q.low, high=q.high, unit=q.unit, of=q.of, hedge=q.hedge)
        for q in quantities(article, when)
    ]
    return rows


def n_words(article: Article) -> int:
    """The tokens with a letter or digit in counted blocks: the base of every rate."""
    total = 0
    for sentence in article.sentences:
        block = article.block_at(sentence.start_char)
        if block is not None and block.counted:
            total += sum(any(ch.isalnum() for ch in token.text) for token in sentence)
    return total


def _blocks(article: Article) -> Iterator[dict[str, Any]]:
    for block in article.blocks:
        start, end = block.start + article.offset, block.end + article.offset
        yield {
            "doc_id": article.doc_id,
            "block_id": f"{article.doc_id}:b{start}-{end}",
            "start": start,
            "end": end,
            "kind": block.kind,
            "counted": block.counted,
        }


def _sentences(article: Article) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    sentences: list[dict[str, Any]] = []
    tokens: list[dict[str, Any]] = []
    for sentence in article.sentences:
        block = article.block_at(sentence.start_char)
        if block is None:
            continue
        start, end = sentence.start_char + article.offset, sentence.end_char + article.offset
        sentence_id = f"{article.doc_id}:s{start}-{end}"
        block_id = f"{article.doc_id}:b{block.start + article.offset}-{block.end + article.offset}"
        sentences.append(
            {
                "doc_id": article.doc_id,
                "sentence_id": sentence_id,
                "block_id": block_id,
                "start": start,
                "end": end,
            }
        )
        position = count()
        tokens.extend(
            {
                "doc_id": article.doc_id,
                "sentence_id": sentence_id,
                "position": next(position),
                "start": token.idx + article.offset,
                "end": token.idx + len(token) + article.offset,
                "lemma": token.lemma_ or token.lower_,
                "pos": token.pos_ or "X",
            }
            for token in sentence
            if not token.is_space
        )
    return sentences, tokens


def _sentence_id(article: Article, char: int) -> str:
    sentence = article.sentence_at(char)
    if sentence is None:
        raise ValueError(f"{article.doc_id}: no sentence holds the offset {char}")
    return f"{article.doc_id}:s{sentence.start_char + article.offset}-{sentence.end_char + article.offset}"


def _row(article: Article, found: Any, **columns: Any) -> dict[str, Any]:
    return {
        "doc_id": article.doc_id,
        "sentence_id": _sentence_id(article, found.start),
        "start": found.start + article.offset,
        "end": found.end + article.offset,
        "text": found.text,
        "method": found.method,
        **columns,
    }


def _ids(article: Article, letter: str, found: Iterable[Any]) -> list[str]:
    """The ids of spans in order; `~2` and so on where several share a span."""
    seen: dict[str, int] = {}
    ids = []
    for item in found:
        base = f"{article.doc_id}:{letter}{item.start + article.offset}-{item.end + article.offset}"
        seen[base] = seen.get(base, 0) + 1
        ids.append(base if seen[base] == 1 else f"{base}~{seen[base]}")
    return ids


def _chain(article: Article, chain: str | None) -> str | None:
    """A chain of a later piece of a long document is kept apart from those of the first; places are the world's."""
    if chain is None or not article.offset or chain.partition(":")[0] in {"gn", "ne", "pt"}:
        return chain
    return f"{chain}@{article.offset}"


def _moved(article: Article, char: int | None) -> int | None:
    return None if char is None else char + article.offset


def _quotations(article: Article, quoted: list[quotations.Quotation]) -> Rows:
    ids = _ids(article, "q", quoted)
    by_key = {q.key: i for q, i in zip(quoted, ids, strict=True)}
    rows: Rows = {"quotations": [], "quote_parts": [], "quote_speakers": []}
    for quotation, quote_id in zip(quoted, ids, strict=True):
        one = quotation.speakers[0] if len(quotation.speakers) == 1 else None
        rows["quotations"].append(
            _row(
                article,
                quotation,
                quote_id=quote_id,
                turn_id=by_key.get(quotation.turn_key, quote_id),
                inside_id=by_key.get(quotation.inside_key) if quotation.inside_key else None,
                kind=quotation.kind,
                speaker_start=_moved(article, quotation.speaker_start),
                speaker_end=_moved(article, quotation.speaker_end),
                speaker=quotation.speaker,
                speaker_id=_chain(article, one.chain) if one else None,
                anonymous=quotation.anonymous,
                cue=quotation.cue,
                cue_start=_moved(article, quotation.cue_start),
                cue_end=_moved(article, quotation.cue_end),
                via=quotation.via,
                cluster_id=None,
                score=quotation.score,
            )
        )
        shared = {"doc_id": article.doc_id, "quote_id": quote_id}
        rows["quote_parts"].extend(
            {
                **shared,
                "role": part.role,
                "start": part.start + article.offset,
                "end": part.end + article.offset,
                "text": part.text,
            }
            for part in quotation.parts
        )
        rows["quote_speakers"].extend(
            {
                **shared,
                "start": speaker.start + article.offset,
                "end": speaker.end + article.offset,
                "text": speaker.text,
                "entity_id": _chain(article, speaker.chain),
            }
            for speaker in quotation.speakers
        )
    return rows
