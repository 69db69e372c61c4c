"""The sentences behind a number: each span that was counted, in its sentence, with its article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from tellings import schema
from tellings.analysis import cooccurrence, geography
from tellings.analysis.source import Corpus
from tellings.query import search
from tellings.query.filters import Filters
from tellings.query.openable import OPENABLE
from tellings.query.selection import Selection
from tellings.query.sql import Where, marks

_ORDER = {
    "": 'd.published NULLS LAST, doc_id, p.start, p."end", p.id',
    "speaker": "lower(p.speaker) NULLS LAST, d.published NULLS LAST, doc_id, p.start, p.id",
    "longest": 'p."end" - p.start DESC, doc_id, p.start, p.id',
}
AROUND = 3000
"""Characters of a sentence that are shown at most before and after a span."""

_INNER = str.maketrans({"“": "‘", "„": "‚", "”": "’", "«": "‹", "»": "›"})
"""Within the marks of a citation those of the passage are the single ones."""

CITED = 600
"""Characters of a passage that are cited at most: its first; where it is longer, the citation says so."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One counted span. `parts` are its pieces where something stands between them, else the span itself."""

    id: str
    start: int
    end: int
    parts: tuple[tuple[int, int], ...]


def quoted(words: str) -> str:
    """Words in quote marks; marks that are in them become the single ones.

    >>> quoted('She said "no", and left')
    '“She said ‘no’, and left”'
    """
    said = re.sub(r'(^|[\s(\[—–])"', r"\1“", words).replace('"', "”")
    return f"“{said.translate(_INNER)}”"


@dataclass(frozen=True, slots=True)
class Passage:
    """One or more sentences of an article with the spans marked in them; offsets are those of the article's text."""

    doc_id: str
    label: str
    publisher: str | None
    published: date | None
    url: str | None
    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    short: str = ""

    def cite(self, corpus: str) -> str:
        """A citation of the passage: words, article, publisher, date, offsets of the marks, corpus."""
        said = " ".join(self.text.split())
        said = f"{said[:CITED].rstrip()} […]" if len(said) > CITED else said
        return f"{quoted(said)} — {self.where(corpus)}."

    def where(self, corpus: str) -> str:
        """Where the passage stands: article, publisher, date, address, offsets of the marks, corpus."""
        where = ", ".join(f"{mark.start}–{mark.end}" for mark in self.marks)
        return ", ".join(
            part
            for part in (
                self.label,
                self.publisher or "publisher unknown",
                self.published.isoformat() if self.published else "date unknown",
                self.url or "",
                f"{self.doc_id}, characters {where}",
                corpus,
            )
            if part
        )


def where(filters: Filters, selection: Selection) -> Where:
    """What a selection opens among what the filters let through, as a condition on its table's rows."""
    spoken_of = geography.opened(filters, selection)
    if spoken_of is not None:
        return spoken_of
    pair = cooccurrence.opened(filters, selection)
    if pair is not None:
        return pair
    form = selection.get("form")
    if form:
        filters = filters.change(kind=(form,))
    if selection.get("quote"):
        filters = filters.change(kind=schema.QUOTE_KINDS)
    return filters.where(selection.table) & selection.where()


def count(corpus: Corpus, filters: Filters, selection: Selection) -> int:
    """How many spans a selection opens: the number that was clicked."""
    source, n, opened = _by_article(filters, selection)
    counted = corpus.sql(
        f"SELECT coalesce({n}, 0)::BIGINT AS n FROM {source} WHERE {opened.sql}", opened.params
    )
    return int(counted.n.iloc[0])


def spans(
    corpus: Corpus, filters: Filters, selection: Selection, *, limit: int | None = 50, offset: int = 0
) -> pd.DataFrame:
    """The spans that a selection opens, in the order of date, article and place in it, unless `sort` orders
    quotations by their `speaker` as printed or by the `longest`.

    Returns:
        `id, doc_id, start, end, text, label, short, publisher, published, url, context_start, context_end, context`,
        where the context runs from the first to the last sentence that the span touches, at most `AROUND` characters
        beyond it.
    """
    opened = where(filters, selection)
    speaker = "speaker" if selection.table == "quotations" else "NULL"
    order = _ORDER.get(filters.sort if selection.table == "quotations" else "", _ORDER[""])
    picked = f"""
        SELECT {OPENABLE[selection.table].id} AS id, doc_id, start, "end", text, {speaker} AS speaker
        FROM {selection.table} WHERE {{opened}}"""
    if limit is None:
        page = _PAGE.format(picked=picked.format(opened=opened.sql), order=order)
        return corpus.sql(
            _IN_CONTEXT.format(page=page, docs="SELECT doc_id FROM page"), [*opened.params, None, offset]
        )
    if order == _ORDER[""]:
        docs, offset = _articles(corpus, filters, selection, limit=limit, offset=offset)
        opened = Where((f"doc_id IN ({marks(docs)})" if docs else "false",), docs) & opened
    asked = _PAGE.format(picked=picked.format(opened=opened.sql), order=order)
    return _in_context(corpus, corpus.sql(f"{asked} ORDER BY place", [*opened.params, limit, offset]))


def _articles(
    corpus: Corpus, filters: Filters, selection: Selection, *, limit: int, offset: int
) -> tuple[tuple[str, ...], int]:
    """The articles in which a page of evidence stands, by date, and how many spans of them stand before the page."""
    source, n, opened = _by_article(filters, selection)
    page = corpus.sql(
        f"""
        SELECT doc_id, (upto - n)::BIGINT AS before FROM (
            SELECT doc_id, n, sum(n) OVER (ORDER BY published NULLS LAST, doc_id) AS upto
            FROM (SELECT doc_id, {n} AS n FROM {source} WHERE {opened.sql} GROUP BY doc_id)
            JOIN (SELECT doc_id, published FROM documents) USING (doc_id)
        ) WHERE upto > ? AND upto - n < ? ORDER BY upto
        """,
        [*opened.params, offset, offset + limit],
    )
    return tuple(page.doc_id), offset - int(page.before.min() if len(page) else offset)


def _by_article(filters: Filters, selection: Selection) -> tuple[str, str, Where]:
    """Of what is opened: rows that tell articles apart, how many spans they are as SQL, and the condition on them.

    Of mentions of an entity, and of one word, they are those that are counted by article, where nothing of a single one
    is asked.
    """
    opened = where(filters, selection)
    known = {key for key, _ in selection.terms} <= {"entity", "form", "type", "doc", "publisher"}
    if selection.table == "mentions" and known and not filters.when:
        return "mention_counts", "sum(n)", opened
    if selection.table == "words" and not selection.terms:
        by_form = not filters.when and search.single(filters.q)
        source, n = ("word_forms", "sum(n)") if by_form else ("word_places", "count(*)")
        return source, n, search.by_base(opened)
    return selection.table, "count(*)", opened


def articles(filters: Filters, selection: Selection) -> tuple[str, tuple[Any, ...]]:
    """SQL for the articles in which stands what a selection opens (`doc_id`), and its values."""
    source, _, opened = _by_article(filters, selection)
    return f"SELECT doc_id FROM {source} WHERE {opened.sql}", opened.params


_PAGE = """
    SELECT p.* EXCLUDE (speaker), row_number() OVER (ORDER BY {order}) AS place FROM (
        SELECT p.* FROM ({picked}) p JOIN documents d USING (doc_id) ORDER BY {order} LIMIT ? OFFSET ?
    ) p JOIN documents d USING (doc_id)"""
"""SQL: some spans, with their place in the order."""

_IN_CONTEXT = f"""
    WITH page AS ({{page}}), context AS (
        SELECT p.place, min(s.start) AS context_start, max(s."end") AS context_end
        FROM page p JOIN (SELECT doc_id, start, "end" FROM sentences WHERE doc_id IN ({{docs}})) s
            ON s.doc_id = p.doc_id AND s.start < p."end" AND s."end" > p.start
        GROUP BY p.place
    ), wide AS (
        SELECT p.*,
               least(greatest(coalesce(c.context_start, p.start), p.start - {AROUND}), p.start) AS context_start,
               greatest(least(coalesce(c.context_end, p."end"), p."end" + {AROUND}), p."end") AS context_end
        FROM page p LEFT JOIN context c USING (place)
    )
    SELECT w.id, doc_id, w.start, w."end", w.text, d.label, d.short, d.publisher, d.published, d.url,
           w.context_start, w.context_end,
           substr(d.text, w.context_start + 1, w.context_end - w.context_start) AS context
    FROM wide w JOIN (SELECT * FROM documents WHERE doc_id IN ({{docs}})) d USING (doc_id) ORDER BY w.place"""
"""SQL: the spans of a page, each with its article and the sentences that it touches."""


def _in_context(corpus: Corpus, page: pd.DataFrame) -> pd.DataFrame:
    """Spans (`id, doc_id, start, end, text, place`) with their articles and sentences: of the articles that they stand
    in alone, so that no other text is read.
    """
    kinds = {
        "id": "VARCHAR",
        "doc_id": "VARCHAR",
        "start": "BIGINT",
        "end": "BIGINT",
        "text": "VARCHAR",
        "place": "BIGINT",
    }
    rows = ", ".join(f'unnest(?::{kind}[]) AS "{name}"' for name, kind in kinds.items())
    docs = page.doc_id.drop_duplicates().tolist() or [""]
    values = [page[name].astype(object).where(page[name].notna(), None).tolist() for name in kinds]
    return corpus.sql(_IN_CONTEXT.format(page=f"SELECT {rows}", docs=marks(docs)), [*values, *docs, *docs])


def at(corpus: Corpus, found: pd.DataFrame) -> list[Passage]:
    """Any spans in their sentences, each with a passage of its own.

    Args:
        corpus: answers SQL.
        found: `doc_id, start, end`; the passages stand in the order of the text.
    """
    picked = """
        SELECT doc_id || ':' || start AS id, doc_id, start, "end", NULL AS text, NULL AS speaker
        FROM (SELECT unnest(?::VARCHAR[]) AS doc_id, unnest(?::BIGINT[]) AS start, unnest(?::BIGINT[]) AS "end")"""
    values = [found[name].tolist() for name in ("doc_id", "start", "end")]
    page = corpus.sql(f"{_PAGE.format(picked=picked, order=_ORDER[''])} ORDER BY place", [*values, None, 0])
    return list(_grouped(_in_context(corpus, page), {}, together=False))


def passages(
    corpus: Corpus, filters: Filters, selection: Selection, *, limit: int = 50, offset: int = 0
) -> list[Passage]:
    """The spans of a page of evidence in their sentences. Names in one sentence that do not overlap share a passage;
    each quotation has its own.
    """
    page = spans(corpus, filters, selection, limit=limit, offset=offset)
    parts = _parts(corpus, page) if selection.table == "quotations" else {}
    return list(_grouped(page, parts, together=selection.table != "quotations"))


def _parts(corpus: Corpus, quotations: pd.DataFrame) -> dict[str, tuple[tuple[int, int], ...]]:
    ids = quotations.id.tolist()
    rows = corpus.sql(
        f'SELECT quote_id, start, "end" FROM content_spans WHERE quote_id IN ({marks(ids)}) ORDER BY quote_id, start',
        ids,
    )
    return {
        str(quote): tuple(zip(group.start.astype(int), group.end.astype(int), strict=True))
        for quote, group in rows.groupby("quote_id")
    }


def _grouped(
    page: pd.DataFrame, parts: dict[str, tuple[tuple[int, int], ...]], *, together: bool
) -> Iterator[Passage]:
    row: Any
    held: Any = None
    held_marks: list[Mark] = []
    for row in page.itertuples(index=False):
        mark = Mark(
            row.id, int(row.start), int(row.end), parts.get(row.id) or ((int(row.start), int(row.end)),)
        )
        same = held is not None and (row.doc_id, row.context_start, row.context_end) == (
            held.doc_id,
            held.context_start,
            held.context_end,
        )
        if together and same and mark.start >= held_marks[-1].end:
            held_marks.append(mark)
            continue
        if held is not None:
            yield _passage(held, held_marks)
        held, held_marks = row, [mark]
    if held is not None:
        yield _passage(held, held_marks)


def _passage(row: Any, marks: list[Mark]) -> Passage:
    def known(value: Any) -> Any:
        return None if pd.isna(value) else value

    return Passage(
        doc_id=row.doc_id,
        label=row.label,
        publisher=known(row.publisher),
        published=known(row.published),
        url=known(row.url),
        start=int(row.context_start),
        end=int(row.context_end),
        text=row.context,
        marks=tuple(marks),
        short=row.short,
    )
