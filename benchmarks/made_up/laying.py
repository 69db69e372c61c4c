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


Rows = dict[str, list[dict[str, Any]]]


def of_block(laid: Laid) -> dict[str, pa.Table]:
    """The tables of these articles but those that stand across articles."""
    rows: Rows = {name: [] for name in _BY_ROW}
    ids = [f"a{article.number:07d}" for article in laid.articles]
    begins, closes = laid.starts.tolist(), laid.ends.tolist()
    for at, article in enumerate(laid.articles):
        rows["documents"].append(_document(article, ids[at], laid.texts[at]))
    block_ids = []
    for at, kind, first, last in laid.blocks:
        start, end = begins[first], closes[last]
        block_ids.append(f"{ids[at]}:b{start}-{end}")
        rows["blocks"].append({"doc_id": ids[at], "block_id": block_ids[-1], "start": start, "end": end,
                               "kind": kind, "counted": kind != "boilerplate"})  # fmt: skip
    sentence_ids = []
    for at, block, first, sentence in laid.sentences:
        start, end = begins[first], closes[first + len(sentence.tokens) - 1]
        sentence.place = (start, end)
        sentence_ids.append(f"{ids[at]}:s{start}-{end}")
        own = {"doc_id": ids[at], "sentence_id": sentence_ids[-1]}
        rows["sentences"].append({**own, "block_id": block_ids[block], "start": start, "end": end})

        def span(a: int, b: int, first: int = first, text: str = laid.texts[at]) -> dict[str, Any]:
            start, end = begins[first + a], closes[first + b]
            return {"start": start, "end": end, "text": text[start:end]}

        _found(laid.world, sentence, own, span, rows)
    for at, article in enumerate(laid.articles):
        rows["reuse"] += _taken_over(article, ids[at])
        rows["tellings"].append({"doc_id": ids[at], "telling_id": f"telling:{ids[at]}", "share": 0.1,
                                 "method": "shares no half of its words"})  # fmt: skip
    made = {name: _table(rows[name], name) for name in _BY_ROW}
    return {**made, "tokens": _tokens(laid, ids, sentence_ids)}


_BY_ROW = ("documents", "blocks", "sentences", "mentions", "quotations", "quote_parts", "quote_speakers", "toponyms",
           "chains", "dates", "quantities", "reuse", "tellings")  # fmt: skip


def _table(rows: list[dict[str, Any]], name: str) -> pa.Table:
    wanted = schema.table(name).arrow()
    return pa.Table.from_pydict({key: [row.get(key) for row in rows] for key in wanted.names}, schema=wanted)


def _document(article: Article, doc_id: str, text: str) -> dict[str, Any]:
    title = text.split("\n\n", 1)[0]
    return {"doc_id": doc_id, "label": title[:60], "short": f"{article.outlet or title[:20]} {article.number}",
            "title": title, "publisher": article.outlet, "published": article.day, "language": "en",
            "source": f"{doc_id}.txt", "reader": "made up", "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "n_chars": len(text), "n_words": text.count(" ") + 1, "text": text}  # fmt: skip


def _found(world: World, sentence: Sentence, own: dict[str, Any], span: Any, rows: Rows) -> None:
    doc_id = own["doc_id"]
    chain = {"doc_id": doc_id, "type_score": 0.9, "place_score": 0.9, "link_score": 0.9}
    for a, b, number, form in sentence.names:
        thing, where = world.things[number], span(a, b)
        row = {**own, **where, "mention_id": f"{doc_id}:m{where['start']}-{where['end']}"}
        rows["mentions"].append({**row, "form": form, "type": thing.type, "entity_id": thing.id,
                                 "method": "model, model; same form", "score": 0.9})  # fmt: skip
        rows["chains"].append({**chain, **where, "id": row["mention_id"], "chain": thing.id})
        if thing.place >= 0 and form == "name":
            placed = {**row, **world.known_places[thing.place], "method": "one of its name", "score": 0.9}
            rows["toponyms"].append({**placed, "use": "metonymic" if number % 7 == 0 else "literal"})  # fmt: skip
    for i, (a, b, kind, first, last, who, cue) in enumerate(sentence.said):
        where, speaker, by = span(a, b), span(first, last), span(cue, cue)
        quote = f"{doc_id}:q{where['start']}-{where['end']}"
        if len(sentence.told_as) <= i:
            sentence.told_as.append(f"cluster:{quote}")
        thing_id = world.things[who].id if who >= 0 else None
        rows["quotations"].append({
            **own, **where, "quote_id": quote, "turn_id": quote, "kind": kind, "speaker": speaker["text"],
            "speaker_start": speaker["start"], "speaker_end": speaker["end"], "speaker_id": thing_id,
            "anonymous": who < 0 and first % 3 == 0, "cue": by["text"], "cue_start": by["start"],
            "cue_end": by["end"], "cluster_id": sentence.told_as[i], "method": "clause", "score": 0.9,
        })  # fmt: skip
        for role in ("content", "quoted") if kind == "direct" else ("content",):
            rows["quote_parts"].append({"doc_id": doc_id, "quote_id": quote, "role": role, **where})
        rows["quote_speakers"].append({"doc_id": doc_id, "quote_id": quote, **speaker, "entity_id": thing_id})
        if thing_id:
            rows["chains"].append({**chain, **speaker, "id": quote, "chain": thing_id})
    for a, b, value in sentence.figures:
        rows["quantities"].append(
            {**own, **span(a, b), "value": value, "unit": "people", "method": "cardinal"}
        )
    for at, day in sentence.days:
        rows["dates"].append({**own, **span(at, at), "type": "date", "value": day, "method": "calendar"})


def _taken_over(article: Article, doc_id: str) -> list[dict[str, Any]]:
    rows = []
    for own, other, source in article.taken:
        of, (start, end) = f"a{other:07d}", source.place
        rows.append({"doc_a": of, "start_a": start, "end_a": end, "doc_b": doc_id, "start_b": own.place[0],
                     "end_b": own.place[1], "kind": "identical", "similarity": 1.0, "method": "same words",
                     "group_id": f"passage:{of}:s{start}-{end}"})  # fmt: skip
    return rows


def _tokens(laid: Laid, ids: list[str], sentence_ids: list[str]) -> pa.Table:
    lengths = np.array([len(sentence.tokens) for *_, sentence in laid.sentences])
    sentence_of = np.repeat(np.arange(len(lengths)), lengths)
    first = np.array([at for _, _, at, _ in laid.sentences])
    world = laid.world

    def listed(values: list[str], at: Any) -> pa.Array:
        return pa.DictionaryArray.from_arrays(pa.array(at, pa.int32()), pa.array(values)).cast(pa.string())

    return pa.Table.from_arrays(
        [
            listed(ids, laid.article_of),
            listed(sentence_ids, sentence_of),
            pa.array(np.arange(len(laid.ids)) - first[sentence_of]),
            pa.array(laid.starts),
            pa.array(laid.ends),
            listed([word.lower() for word in world.printed], laid.ids),
            listed(world.pos, laid.ids),
        ],
        schema=schema.table("tokens").arrow(),
    )
