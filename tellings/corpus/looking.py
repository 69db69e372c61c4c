"""What would be read from sources, before anything is annotated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from tellings.corpus.blocks import find_blocks
from tellings.corpus.copies import STAGE, with_copies
from tellings.corpus.documents import Document, Problem
from tellings.corpus.language import called, language_of
from tellings.corpus.shadow import shadow_of
from tellings.corpus.taught import COPIES
from tellings.errors import NOT_AN_ARTICLE
from tellings.plural import several

if TYPE_CHECKING:
    import pandas as pd

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_MOST = 200
"""Blocks of an article that are shown beforehand."""
_ABOUT = frozenset({"headline", "subheading", "paragraph", "caption", ""})


@dataclass
class Looked:
    """An article, or a file of which something is to be said; and what that is.

    Attributes:
        document: the article; None where it is said of the file itself.
        source: the file.
        problems: reasons with what was done.
        had: is it a copy of an article that the corpus has already to which it is to be added?
    """

    document: Document | None
    source: str
    problems: list[Problem] = field(default_factory=list)
    had: bool = False

    def row(self) -> dict[str, Any]:
        """What `look --json` prints of it; all but source, n_words and problem are null where there is no article."""
        document = self.document
        about: dict[str, Any] = dict.fromkeys(
            ("doc_id", "title", "publisher", "published", "byline", "section", "edition")
        )
        if document is not None:
            about = {name: getattr(document, name) for name in about}
            about["published"] = document.published.isoformat() if document.published else None
        said = "; ".join(
            f"{problem.reason} ({problem.action})"
            for problem in self.problems
            if document is None or problem.stage != STAGE
        )
        return {
            **about,
            "language": language_of(document.text) if document else None,
            "n_words": n_words(document) if document else 0,
            "reader": document.reader if document else None,
            "source": self.source,
            "part": document.part if document else None,
            "copy_of": document.copy_of if document else None,
            "problem": said or None,
        }

    def preview(self, *, first: bool) -> dict[str, Any]:
        """What `look --json --preview` prints beside: a table's `columns`, and of the first article its `blocks`.

        Blocks are `kind`, `counted` and `text`, as the corpus will have them; null where there are none.
        """
        columns = next((list(problem.columns) for problem in self.problems if problem.columns), None)
        return {"columns": columns, "blocks": _blocks(self.document) if first and self.document else None}


def _blocks(document: Document) -> list[dict[str, Any]]:
    shadow = shadow_of(document.text)
    known = [(*shadow.read_at(start, end), kind) for start, end, kind in document.blocks]
    blocks = find_blocks(shadow.text, title=document.title, known=known)
    return [
        {"kind": block.kind, "counted": block.counted, "text": shadow.text[block.start : block.end]}
        for block in blocks[:_MOST]
    ]


def n_words(document: Document) -> int:
    """The words of an article, in any language; without what its format knows to be no part of it."""
    if not document.blocks:
        return len(_WORD.findall(document.text))
    return sum(
        len(_WORD.findall(document.text[start:end])) for start, end, kind in document.blocks if kind in _ABOUT
    )


_HERE = "\0"
"""What stands before the ids of the corpus' own articles while they are compared: others may have the same."""


def look(
    found: Iterable[Document | Problem], copies: str = COPIES[0], corpus: Iterable[Document] = ()
) -> list[Looked]:
    """The articles in order, each with what is said of it, then the files of which something is said.

    Args:
        found: what readers found.
        copies: what becomes of copies.
        corpus: the articles of the corpus to which they are to be added; a copy of one of these names it.
    """
    articles: dict[str, Looked] = {}
    others: dict[str, Looked] = {}
    problems: list[Problem] = []
    own = (replace(document, doc_id=f"{_HERE}{document.doc_id}") for document in corpus)
    for item in with_copies(chain(own, found), copies):
        if (item.doc_id or "").startswith(_HERE):
            continue
        if isinstance(item, Document):
            original = item.copy_of or ""
            said = replace(item, copy_of=original.removeprefix(_HERE) or None)
            articles[item.doc_id] = Looked(said, item.source, had=original.startswith(_HERE))
        else:
            problems.append(replace(item, reason=item.reason.replace(_HERE, "")))
    for problem in problems:
        if problem.doc_id in articles:
            articles[problem.doc_id].problems.append(problem)
        elif problem.action != NOT_AN_ARTICLE:
            others.setdefault(problem.source, Looked(None, problem.source)).problems.append(problem)
    return [*articles.values(), *others.values()]


def own(documents: pd.DataFrame) -> Iterator[Document]:
    """The articles of a corpus, to be compared with others.

    Args:
        documents: its table: doc_id, text, source, sha256.
    """
    for doc_id, text, source, sha256 in zip(
        *(documents[name] for name in ("doc_id", "text", "source", "sha256")), strict=True
    ):
        yield Document(doc_id, text, source, sha256)


def summary(found: Sequence[Looked]) -> Iterator[str]:
    """For people: how many articles of which outlets, days and languages; then each article; then what is wrong."""
    articles = [one.document for one in found if one.document]
    days = sorted(document.published for document in articles if document.published)
    yield f"{several(len(articles), 'article')}, {several(sum(map(n_words, articles)), 'word')}."
    if articles:
        yield f"Outlets: {_counted([document.publisher or 'unknown' for document in articles])}."
    if days:
        yield f"Published: {days[0]} to {days[-1]}" + (
            f", {len(articles) - len(days)} unknown." if len(days) < len(articles) else "."
        )
    if articles:
        yield f"Languages: {_counted([called(language_of(document.text)) for document in articles])}."
    had = [one.document.doc_id for one in found if one.document and one.had]
    if had:
        yield f"The corpus has these already, or nearly: {', '.join(had)}."
    for document in articles:
        about = (
            str(document.published or "no date"),
            document.publisher or "no outlet",
            document.title or document.text[:80],
        )
        yield f"  {document.doc_id}: {' · '.join(' '.join(said.split()) for said in about)}"
    problems = [problem for one in found for problem in one.problems]
    if problems:
        yield f"problems ({len(problems)}):"
    for problem in problems:
        yield f"  {problem.source}: {problem.reason} ({problem.action})"


def _counted(names: Sequence[str]) -> str:
    return ", ".join(f"{name} ({n})" for name, n in Counter(names).most_common())
