"""What was found in an article as rows of the tables: ids, sentences, and offsets in the stored text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import count
from typing import Any

from tellings import schema
from tellings.annotation.article import Article
from tellings.annotation.entities import Mention
from tellings.annotation.places.toponyms import Toponym
from tellings.annotation.speech.quotations import Quotation
from tellings.annotation.speech.speakers import Speaker

Rows = dict[str, list[dict[str, Any]]]
"""Rows by table; spans are offsets in the document."""

Findings = Mapping[str, Any]
"""What each extractor has found in an article, by its name."""


def spans(table: str, article: Article, found: Findings) -> Rows:
    """The rows of a table whose columns are the fields of what the extractor of that name finds."""
    return {table: [_row(table, article, one) for one in found[table]]}


def blocks(article: Article, _found: Findings) -> Rows:
    """The rows of `blocks`."""
    return {"blocks": [_row("blocks", article, b, block_id=_id(article, "b", b)) for b in article.blocks]}


def sentences(article: Article, _found: Findings) -> Rows:
    """The rows of `sentences` and `tokens`."""
    rows, tokens = _sentences(article)
    return {"sentences": rows, "tokens": tokens}


def mentions(article: Article, found: Findings) -> Rows:
    """The rows of `mentions` and `toponyms`: one id for the mention and the toponym of a span."""
    everything: Sequence[Mention] = found["mentions"]
    toponyms: Sequence[Toponym] = found["toponyms"]
    ids = _ids(article, "m", everything)
    by_span: dict[tuple[int, int], str] = {}
    for mention, mention_id in zip(everything, ids, strict=True):
        by_span.setdefault((mention.start, mention.end), mention_id)
    return {
        "mentions": [
            _row("mentions", article, m, mention_id=i, entity_id=None)
            for m, i in zip(everything, ids, strict=True)
        ],
        "toponyms": [_row("toponyms", article, t, mention_id=by_span[t.start, t.end]) for t in toponyms],
    }


def chains(article: Article, found: Findings) -> Rows:
    """The rows of `chains`: of mentions, with how sure type and place are; of speakers, under their quotation's id."""
    placed = {(t.start, t.end): t.score for t in found["toponyms"]}
    everything: Sequence[Mention] = found["mentions"]
    quoted: Sequence[Quotation] = found["quotations"]
    speaking = zip(quoted, _ids(article, "q", quoted), strict=True)
    members: list[tuple[Mention | Speaker, str]] = [
        *zip(everything, _ids(article, "m", everything), strict=True),
        *((speaker, quote_id) for quotation, quote_id in speaking for speaker in quotation.speakers),
    ]
    return {
        "chains": [
            _row(
                "chains",
                article,
                one,
                id=name,
                chain=_chain(article, one.chain),
                type_score=getattr(one, "score", None),
                place_score=placed.get((one.start, one.end)) if isinstance(one, Mention) else None,
                link_score=None,
            )
            for one, name in members
            if one.chain is not None
        ]
    }


def quotations(article: Article, found: Findings) -> Rows:
    """The rows of `quotations`, `quote_parts` and `quote_speakers`."""
    quoted: Sequence[Quotation] = found["quotations"]
    ids = _ids(article, "q", quoted)
    by_key = {q.key: i for q, i in zip(quoted, ids, strict=True)}
    rows: Rows = {"quotations": [], "quote_parts": [], "quote_speakers": []}
    for quotation, quote_id in zip(quoted, ids, strict=True):
        rows["quotations"].append(
            _row(
                "quotations",
                article,
                quotation,
                quote_id=quote_id,
                turn_id=by_key.get(quotation.turn_key, quote_id),
                inside_id=by_key.get(quotation.inside_key) if quotation.inside_key else None,
                speaker_id=None,
                cluster_id=None,
            )
        )
        rows["quote_parts"] += [_row("quote_parts", article, p, quote_id=quote_id) for p in quotation.parts]
        rows["quote_speakers"] += [
            _row("quote_speakers", article, s, quote_id=quote_id, entity_id=None) for s in quotation.speakers
        ]
    return rows


def _sentences(article: Article) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    sentences: list[dict[str, Any]] = []
    tokens: list[dict[str, Any]] = []
    for sentence in article.sentences:
        block = article.block_at(sentence.start_char)
        if block is None:
            continue
        start, end = article.stored(sentence.start_char, sentence.end_char)
        sentence_id = f"{article.doc_id}:s{start}-{end}"
        block_id = _id(article, "b", block)
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
        for token in sentence:
            if token.is_space:
                continue
            first, last = article.stored(token.idx, token.idx + len(token))
            tokens.append(
                {
                    "doc_id": article.doc_id,
                    "sentence_id": sentence_id,
                    "position": next(position),
                    "start": first,
                    "end": last,
                    "lemma": token.lemma_ or token.lower_,
                    "pos": token.pos_ or "X",
                }
            )
    return sentences, tokens


def _sentence_id(article: Article, char: int) -> str:
    sentence = article.sentence_at(char)
    if sentence is None:
        raise ValueError(f"{article.doc_id}: no sentence holds the offset {char}")
    start, end = article.stored(sentence.start_char, sentence.end_char)
    return f"{article.doc_id}:s{start}-{end}"


def _row(table: str, article: Article, found: Any, **columns: Any) -> dict[str, Any]:
    """A row: the columns given, where it stands, and the fields of what was found that are called as the others."""
    row = {"doc_id": article.doc_id, **columns}
    for name in _columns(table):
        if name in row:
            continue
        if name == "sentence_id":
            row[name] = _sentence_id(article, found.start)
        else:
            row[name] = _value(article, found, name)
    return row


def _value(article: Article, found: Any, name: str) -> Any:
    """A field of what was found: offsets in the stored text, and what is printed there."""
    value = getattr(found, name)
    if value is None:
        return None
    if name == "start" or name.endswith("_start"):
        return article.stored(value, value)[0]
    if name == "end" or name.endswith("_end"):
        return article.stored(value, value)[1]
    of = _PRINTED.get(name)
    if of is None or article.shadow is None:
        return value
    start, end = (getattr(found, f"{of}{side}") for side in ("start", "end"))
    return value if start is None or end is None else article.printed(start, end)


_PRINTED = {"text": "", "speaker": "speaker_", "cue": "cue_"}
"""Columns that hold what is printed, by the beginning of the names of those that say where."""


@cache
def _columns(table: str) -> tuple[str, ...]:
    return tuple(schema.table(table).names)


def _id(article: Article, letter: str, found: Any) -> str:
    start, end = article.stored(found.start, found.end)
    return f"{article.doc_id}:{letter}{start}-{end}"


def _ids(article: Article, letter: str, found: Iterable[Any]) -> list[str]:
    """The ids of spans in order; `~2` and so on where several share a span."""
    seen: dict[str, int] = {}
    ids = []
    for item in found:
        base = _id(article, letter, item)
        seen[base] = seen.get(base, 0) + 1
        ids.append(base if seen[base] == 1 else f"{base}~{seen[base]}")
    return ids


def _chain(article: Article, chain: str) -> str:
    """A chain of a later piece of a long document is kept apart from those of the first; places are the world's."""
    if not article.offset or chain.partition(":")[0] in {"gn", "ne", "pt"}:
        return chain
    return f"{chain}@{article.offset}"
