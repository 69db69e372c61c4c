"""Made-up articles as tables: every token in its place, and the rows of all that stands in the articles."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa

from benchmarks.made_up.articles import Article, Sentence, World
from tellings import schema


@dataclass
class Laid:
    """A block of articles with every token in its place."""

    world: World
    articles: list[Article]

    def __post_init__(self) -> None:
        tokens: list[int] = []
        before: list[int] = []  # the width of what stands before a token: nothing, a space, an empty line
        self.sentences: list[tuple[int, int, int, Sentence]] = []  # article, block, first token, sentence
        self.blocks: list[tuple[int, str, int, int]] = []  # article, kind, first and last token
        self.first: list[int] = []
        for at, article in enumerate(self.articles):
            self.first.append(len(tokens))
            for kind, sentences in article.blocks:
                start = len(tokens)
                for sentence in sentences:
                    self.sentences.append((at, len(self.blocks), len(tokens), sentence))
                    tokens += sentence.tokens
                self.blocks.append((at, kind, start, len(tokens) - 1))
                before.append(start)
        world = self.world
        ids = np.array(tokens)
        gap = np.ones(len(ids), dtype=np.int64)
        gap[np.isin(ids, [world.comma, world.stop, world.close])] = 0
        gap[1:][ids[:-1] == world.open] = 0
        gap[before] = 2
        gap[self.first] = 0
        widths = np.array([len(p) for p in world.printed])[ids]
        ends = np.cumsum(widths + gap)
        offset = np.concatenate([[0], ends])[self.first]
        self.bounds = [*self.first, len(ids)]
        self.article_of = np.repeat(np.arange(len(self.articles)), np.diff(self.bounds))
        self.ends = ends - offset[self.article_of]
        self.starts = self.ends - widths
        self.ids, self.gap = ids, gap

    @cached_property
    def texts(self) -> list[str]:
        """The text of each article."""
        printed = [before + word for word in self.world.printed for before in ("", " ", "\n\n")]
        pieces = np.array(printed, dtype=object)[self.ids * 3 + self.gap]
        return ["".join(pieces[a:b]) for a, b in zip(self.bounds[:-1], self.bounds[1:], strict=True)]


class Columns:
    """The columns of the tables of a block of articles, made from the places of tokens."""

    def __init__(self, laid: Laid) -> None:
        self.laid, self.world = laid, laid.world
        self.ids = np.array([f"a{article.number:07d}" for article in laid.articles], dtype=object)
        first = np.array([at for _, _, at, _ in laid.sentences])
        self.lengths = np.array([len(sentence.tokens) for *_, sentence in laid.sentences])
        self.sentence_of = np.repeat(np.arange(len(first)), self.lengths)
        self.sentences = self.spans(first, first + self.lengths - 1)
        self.sentence_ids = self.named("s", self.sentences)
        for (*_, sentence), start, end in zip(
            laid.sentences, self.sentences["start"].tolist(), self.sentences["end"].tolist(), strict=True
        ):
            sentence.place = (start, end)

    def spans(self, first: Any, last: Any) -> dict[str, Any]:
        """`doc_id, start, end` from the first token of each to its last."""
        first, last = np.asarray(first, dtype=np.int64), np.asarray(last, dtype=np.int64)
        doc_id = self.ids[self.laid.article_of[first]]
        return {"doc_id": doc_id, "start": self.laid.starts[first], "end": self.laid.ends[last]}

    def found(self, first: Any, last: Any) -> dict[str, Any]:
        """The same with `sentence_id, text`."""
        spans, at = self.spans(first, last), np.asarray(first, dtype=np.int64)
        of, texts = self.laid.article_of[at].tolist(), self.laid.texts
        places = zip(of, spans["start"].tolist(), spans["end"].tolist(), strict=True)
        return {
            **spans,
            "sentence_id": self.sentence_ids[self.sentence_of[at]],
            "text": [texts[a][start:end] for a, start, end in places],
        }

    @staticmethod
    def named(letter: str, spans: dict[str, Any]) -> Any:
        """The ids of spans."""
        rows = zip(spans["doc_id"], spans["start"].tolist(), spans["end"].tolist(), strict=True)
        return np.array([f"{doc}:{letter}{start}-{end}" for doc, start, end in rows], dtype=object)

    def all(self, what: str) -> list[tuple[int, tuple[Any, ...]]]:
        """What stands in the sentences, each with the first token of its sentence."""
        return [(at, row) for _, _, at, sentence in self.laid.sentences for row in getattr(sentence, what)]


def of_block(laid: Laid) -> dict[str, pa.Table]:
    """The tables of these articles but those that stand across articles."""
    columns = Columns(laid)
    documents = [
        _document(article, doc_id, text)
        for article, doc_id, text in zip(laid.articles, columns.ids, laid.texts, strict=True)
    ]
    kinds = [kind for _, kind, _, _ in laid.blocks]
    blocks = columns.spans([first for _, _, first, _ in laid.blocks], [last for *_, last in laid.blocks])
    block_ids = columns.named("b", blocks)
    counted = [kind != "boilerplate" for kind in kinds]
    within = block_ids[[block for _, block, _, _ in laid.sentences]]
    alone = {"share": 0.1, "method": "shares no half of its words"}
    tellings = [{"doc_id": doc, "telling_id": f"telling:{doc}", **alone} for doc in columns.ids]
    return {
        "documents": _table("documents", len(documents), **_turned(documents)),
        "blocks": _table("blocks", len(kinds), **blocks, block_id=block_ids, kind=kinds, counted=counted),
        "sentences": _table(
            "sentences", len(within), **columns.sentences, sentence_id=columns.sentence_ids, block_id=within
        ),
        "tellings": _table("tellings", len(tellings), **_turned(tellings)),
        "reuse": _reuse(laid.articles),
        "tokens": _tokens(columns),
        **_names(columns),
        **_said(columns),
        **_figures(columns),
    }


def _table(table: str, n: int, **values: Any) -> pa.Table:
    """A table of n rows, in its order; a value stands in each of them, columns that are not given are empty."""
    wanted = schema.table(table).arrow()
    arrays = []
    for column in wanted:
        value = values.get(column.name)
        whole = isinstance(value, list | np.ndarray)
        arrays.append(pa.array(value, column.type) if whole else pa.repeat(pa.scalar(value, column.type), n))
    rows = pa.Table.from_arrays(arrays, schema=wanted)
    return rows.sort_by([(column, "ascending") for column in schema.table(table).order])


def _turned(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    return {key: [row[key] for row in rows] for key in (rows[0] if rows else ())}


def _document(article: Article, doc_id: str, text: str) -> dict[str, Any]:
    title = text.split("\n\n", 1)[0]
    return {"doc_id": doc_id, "label": title[:60], "short": f"{article.outlet or title[:20]} {article.number}",
            "title": title, "publisher": article.outlet, "published": article.day, "language": "en",
            "source": f"{doc_id}.txt", "reader": "made up", "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "n_chars": len(text), "n_words": text.count(" ") + 1, "text": text}  # fmt: skip


def _names(columns: Columns) -> dict[str, pa.Table]:
    world, rows = columns.world, columns.all("names")
    found = columns.found([at + a for at, (a, _, _, _) in rows], [at + b for at, (_, b, _, _) in rows])
    things = [world.things[number] for _, (_, _, number, _) in rows]
    found |= {"mention_id": columns.named("m", found), "score": 0.9}
    forms, entity_id = [form for _, (*_, form) in rows], [thing.id for thing in things]
    types = [thing.type for thing in things]
    mentions = _table("mentions", len(rows), **found, form=forms, type=types, entity_id=entity_id,
                      method="model, model; same form")  # fmt: skip
    at = [i for i, thing in enumerate(things) if thing.place >= 0 and forms[i] == "name"]
    some = {
        key: np.array(values, dtype=object)[at] if key != "score" else values for key, values in found.items()
    }
    where = _turned([world.known_places[things[i].place] for i in at])
    use = ["metonymic" if rows[i][1][2] % 7 == 0 else "literal" for i in at]
    toponyms = _table("toponyms", len(at), **{**some, **where}, use=use, method="one of its name")
    return {"mentions": mentions, "toponyms": toponyms}


def _said(columns: Columns) -> dict[str, pa.Table]:
    rows = columns.all("said")

    def span(a: int, b: int) -> dict[str, Any]:
        return columns.found([at + row[a] for at, row in rows], [at + row[b] for at, row in rows])

    said, speaker, cue = span(0, 1), span(3, 4), span(6, 6)
    ids = columns.named("q", said)
    who = [columns.world.things[row[5]].id if row[5] >= 0 else None for _, row in rows]
    kinds = [row[2] for _, row in rows]
    quotations = _table(
        "quotations", len(rows), **said, quote_id=ids, turn_id=ids, kind=kinds, speaker=speaker["text"],
        speaker_start=speaker["start"], speaker_end=speaker["end"], speaker_id=who,
        anonymous=[row[5] < 0 and row[3] % 3 == 0 for _, row in rows], cue=cue["text"], cue_start=cue["start"],
        cue_end=cue["end"], cluster_id=_clusters(columns, ids), method="clause",
        score=[0.6 if at % 40 == 7 else 0.9 for at in range(len(rows))],
    )  # fmt: skip
    marked = [i for i, kind in enumerate(kinds) if kind == "direct"]
    both = [*range(len(rows)), *marked]
    parts = {key: np.array(values, dtype=object)[both] for key, values in said.items()}
    roles = ["content"] * len(rows) + ["quoted"] * len(marked)
    return {
        "quotations": quotations,
        "quote_parts": _table("quote_parts", len(both), **parts, quote_id=ids[both], role=roles),
        "quote_speakers": _table("quote_speakers", len(rows), **speaker, quote_id=ids, entity_id=who),
    }


def _clusters(columns: Columns, ids: Any) -> list[str]:
    """The utterance of each quotation: that of the sentence which it was taken over from, else its own."""
    told: list[str] = []
    own = iter(ids)
    for *_, sentence in columns.laid.sentences:
        names = [f"cluster:{next(own)}" for _ in sentence.said]
        if not sentence.told_as:
            sentence.told_as += names
        told += sentence.told_as
    return told


def _figures(columns: Columns) -> dict[str, pa.Table]:
    figures, days = columns.all("figures"), columns.all("days")
    counted = columns.found([at + row[0] for at, row in figures], [at + row[1] for at, row in figures])
    dated = columns.found([at + row[0] for at, row in days], [at + row[0] for at, row in days])
    values = [row[2] for _, row in figures]
    return {
        "quantities": _table(
            "quantities", len(figures), **counted, value=values, unit="people", method="cardinal"
        ),
        "dates": _table(
            "dates", len(days), **dated, type="date", value=[row[1] for _, row in days], method="calendar"
        ),
    }


def _reuse(articles: list[Article]) -> pa.Table:
    rows = []
    for article in articles:
        for own, other, source in article.taken:
            of, (start, end) = f"a{other:07d}", source.place
            rows.append({"doc_a": of, "start_a": start, "end_a": end, "doc_b": f"a{article.number:07d}",
                         "start_b": own.place[0], "end_b": own.place[1], "kind": "identical", "similarity": 1.0,
                         "method": "same words", "group_id": f"passage:{of}:s{start}-{end}"})  # fmt: skip
    return _table("reuse", len(rows), **_turned(rows))


def _tokens(columns: Columns) -> pa.Table:
    laid, world = columns.laid, columns.world

    def listed(values: Any, at: Any) -> pa.Array:
        return pa.DictionaryArray.from_arrays(pa.array(at, pa.int32()), pa.array(values)).cast(pa.string())

    first = np.cumsum(columns.lengths) - columns.lengths
    return pa.Table.from_arrays(
        [
            listed(columns.ids, laid.article_of),
            listed(columns.sentence_ids, columns.sentence_of),
            pa.array(np.arange(len(laid.ids)) - first[columns.sentence_of]),
            pa.array(laid.starts),
            pa.array(laid.ends),
            listed([word.lower() for word in world.printed], laid.ids),
            listed(world.pos, laid.ids),
        ],
        schema=schema.table("tokens").arrow(),
    )
