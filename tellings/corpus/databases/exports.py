"""Recognising an export among files, and parting it into its articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter

from tellings.corpus.databases import articles, forms, recurring
from tellings.corpus.databases.articles import Article
from tellings.corpus.databases.fields import Reader
from tellings.corpus.databases.forms import Form, matches
from tellings.corpus.databases.lines import Line
from tellings.corpus.publication_dates import Order

_MIN_COVER = 3
"""Lines of what was searched, without an article, that make an empty export."""
_MIN_LINES = 2
_MIN_EXPORTS, _MOST_CUTS = 2, 3
_NEAR_THE_LABELS = 2
_NEAR_THE_TOP = 12
"""Lines in which a cover begins."""
_SHORTEST_TITLE = 6

_Run = tuple[int, int, Sequence[Form]]


@dataclass
class Export:
    """A file of a newspaper database.

    Attributes:
        name: what people call the database.
        articles: in their order.
        announced: how many the file says it holds; None where it does not say.
        cut_off: does the file end within its last article?
        order: of day and month in the database's dates in numbers, where they cannot tell themselves.
        taught: is it parted by a line that its user has shown?
        guessed: is it parted by what comes again in it, since no form knows it?
        above: lines with words before the first article that are of none.
        left: lines that are of no article, or one of those that stand in all.
        sure: how many of the words that its form needs are in it, which decides between two forms that fit.
    """

    name: str
    articles: list[Article] = field(default_factory=list)
    announced: int | None = None
    cut_off: bool = False
    order: Order | None = None
    taught: bool = False
    guessed: bool = False
    above: int = 0
    left: list[str] = field(default_factory=list)
    sure: int = 0

    @property
    def told(self) -> int:
        """How much is known of the articles, which tells the right form from a wrong one."""
        return sum(article.told + bool(article.paragraphs) for article in self.articles)


def read(lines: Sequence[Line], *, wrapped: bool) -> Export | None:
    """The articles of an export.

    Args:
        lines: of a file of any format.
        wrapped: are they broken at a fixed width, as in plain text?

    Returns:
        What was found by the form that finds most; without articles where an export holds none; None where the file is
        no export.
    """
    candidates = [
        (form, export)
        for form in forms.known()
        if (export := _read(form, lines, wrapped=wrapped)) is not None
    ]
    candidates.sort(key=lambda one: (one[1].told, one[1].sure, bool(one[0].needs)), reverse=True)
    if candidates:
        best = candidates[0][1]
        several = _one_behind_another([form for form, _ in candidates], lines, wrapped=wrapped)
        return several if several and several.told > best.told else best
    empty = (form for form in forms.known() if _covers(form, lines) >= _MIN_COVER)
    return next((Export(form.name) for form in empty), None)


def _one_behind_another(fit: Sequence[Form], lines: Sequence[Line], *, wrapped: bool) -> Export | None:
    """The exports that stand one behind another in a file, each read by the form whose lines part its articles.

    None where no more than one form has lines that do, or one of the exports would be lost.
    """
    marked = (
        (i, [form for form in fit if matches((*form.begins, *form.ends), line.text)])
        for i, line in enumerate(lines)
    )
    runs = _runs((i, i, some) for i, some in marked if some)
    if len(fit) < _MIN_EXPORTS or not runs:
        return None
    starts = [0, *(last + 1 for _, last, _ in runs[:-1])]
    ends = [*(first for first, _, _ in runs[1:]), len(lines)]
    told = (
        [(export.told, form) for form in some if (export := _read(form, lines[start:end], wrapped=wrapped))]
        for (_, _, some), start, end in zip(runs, starts, ends, strict=True)
    )
    best = (max(some, key=itemgetter(0))[1:] if some else () for some in told)
    runs = _runs((first, last, form) for (first, last, _), form in zip(runs, best, strict=True) if form)
    cuts = [0, *(_cut(one, other, lines, wrapped=wrapped) for one, other in pairwise(runs)), len(lines)]
    parts = [
        export
        for (start, end), (_, _, (form,)) in zip(pairwise(cuts), runs, strict=False)
        if (export := _read(form, lines[start:end], wrapped=wrapped))
    ]
    if len(parts) < max(_MIN_EXPORTS, len(runs)):
        return None
    return Export(
        " and ".join(dict.fromkeys(part.name for part in parts)),
        [article for part in parts for article in part.articles],
        cut_off=parts[-1].cut_off,
        left=[line for part in parts for line in part.left],
        order=next((part.order for part in parts if part.order), None),
    )


def _runs(marks: Iterable[_Run]) -> list[_Run]:
    """Where lines that part articles of the same forms stand one behind another: the first, the last and the forms."""
    runs: list[_Run] = []
    for first, last, some in marks:
        if runs and runs[-1][2] == some:
            first = runs.pop()[0]
        runs.append((first, last, some))
    return runs


def _cut(one: _Run, other: _Run, lines: Sequence[Line], *, wrapped: bool) -> int:
    """Where an export ends and the next begins.

    Where nothing ends the one, and nothing begins the other: where the two articles there tell most.
    """
    (_, last, (above,)), (then, _, (below,)) = one, other
    if below.begins:
        return then
    if not above.begins:
        return last + 1
    between = range(last + 1, then)
    rights = [i + 1 for i in between if matches(above.lines["copyright"], lines[i].text)]
    labels = [
        i + 1 for i in between if above.labelled(lines[i].text) and not above.labelled(lines[i + 1].text)
    ]
    others = [i for i in between if (label := below.labelled(lines[i].text)) and label.folded in below.own]

    def told(cut: int) -> int:
        halves = (
            _read(above, lines[last:cut], wrapped=wrapped),
            _read(below, lines[cut : then + 1], wrapped=wrapped),
        )
        return sum(half.told for half in halves if half)

    return max([last + 1, *rights[:_MOST_CUTS], *labels[:_MOST_CUTS], *others[:1]], key=told)


def _covers(form: Form, lines: Sequence[Line]) -> int:
    """Lines that say what was searched; a numbered list stands in articles too."""
    covers = [match for line in lines if (match := matches(form.cover, line.text)) is not None]
    said = [match[0] for match in covers if match.groupdict().get("n") is None]
    nothing_else = 2 * len(said) > sum(any(ch.isalpha() for ch in line.text) for line in lines)
    return len({text.partition(":")[0] for text in said if ":" in text or nothing_else})


def _read(form: Form, lines: Sequence[Line], *, wrapped: bool) -> Export | None:
    chunks, announced, ended = _parted(form, lines)
    needed = _needed(form, lines)
    if not chunks or (form.needs and not needed):
        return None
    form = form.knowing(recurring.fields(form, chunks))
    export = Export(form.name, announced=announced, order=form.order, sure=len(needed))
    reader = Reader(form, lines)
    begun = any(matches(form.begins, line.text) for line in lines)
    titles: list[str] = []
    for i, chunk in enumerate(chunks):
        if i == 0 and not form.begins:
            chunk, titles = _uncovered(form, chunk)
        if i == len(chunks) - 1:
            chunk = _closed(form, chunk)
        if not chunk or (matches(form.cover, chunk[0].text) and not _n_labels(form, chunk)):
            continue
        article = Article()
        if len(chunk) >= _MIN_LINES:
            article = articles.read(reader, chunk, wrapped=wrapped, titles=titles if i == 0 else ())
        cut_off = i >= ended
        title = any(map(str.isalnum, article.known.get("title", "")))
        if article.told >= (1 if begun or not cut_off else 2) and (article.paragraphs or title):
            export.articles.append(article)
            export.cut_off = cut_off
        elif cut_off:
            around = (*form.furniture, *form.cover, *form.lines["copyright"])
            export.left = [line.text for line in chunk if not matches(around, line.text)]
    whole = sum(article.whole for article in export.articles)
    if form.begins and whole > 1 and whole == len(export.articles) - 1 and not export.articles[-1].whole:
        export.cut_off = True
    sure = any(article.told >= 2 and article.paragraphs for article in export.articles)
    return export if sure or (form.ordered and export.articles) else None


def _parted(form: Form, lines: Sequence[Line]) -> tuple[list[list[Line]], int | None, int]:
    """The lines of each article, how many the file announces, and how many chunks have what ends them."""
    begins, announced = [], None
    for i, line in enumerate(lines):
        if (match := matches(form.begins, line.text)) is not None:
            begins.append(i)
            if total := match.groupdict().get("total"):
                announced = int(total)
    if begins:
        chunks = [
            list(lines[start + 1 : end]) for start, end in zip(begins, [*begins[1:], len(lines)], strict=True)
        ]
        parts = [list(_until_end(form, chunk)) for chunk in chunks]
        *ends, last = (len(part) < len(chunk) for part, chunk in zip(parts, chunks, strict=True))
        return parts, announced, len(parts) - (any(ends) and all(ends) and not last)
    heads = [
        i
        for i, line in enumerate(lines)
        if (label := form.labelled(line.text)) and label.folded in form.first
    ]
    if len(heads) > 1 and not any(form.labelled(line.text) for line in lines[: heads[0]]):
        parts = [list(lines[start:end]) for start, end in zip(heads, [*heads[1:], None], strict=True)]
        return parts, None, len(parts)
    chunks, start = [], 0
    for i, line in enumerate(lines):
        if matches(form.ends, line.text):
            chunks.append([*lines[start:i], *[line] * (form.labelled(line.text) is not None)])
            start = i + 1
    ended = len(chunks)
    if ended:
        return [*chunks, list(lines[start:])], None, ended
    titles = [_title(lines, i) for i, line in enumerate(lines) if i and matches(form.second, line.text)]
    if titles:
        parts = [list(lines[start:end]) for start, end in zip(titles, [*titles[1:], None], strict=True)]
        return parts, None, len(parts)
    if form.alone and _n_labels(form, lines) >= form.alone:
        return [list(lines)], None, 1
    return [], None, 0


def _title(lines: Sequence[Line], below: int) -> int:
    """Where the paragraph above a line begins."""
    return next((i for i in range(below - 1, 0, -1) if lines[i].new), 0)


def _until_end(form: Form, chunk: Sequence[Line]) -> Iterator[Line]:
    """The lines before the one that ends an article; a label that ends one elsewhere may stand above a text here."""
    for line in chunk:
        if matches(form.ends, line.text) and not form.labelled(line.text):
            return
        yield line


def _n_labels(form: Form, lines: Sequence[Line]) -> int:
    labels = {
        label.folded for line in lines if (label := form.labelled(line.text)) and label.folded in form.own
    }
    return len(labels)


def _needed(form: Form, lines: Sequence[Line]) -> set[str]:
    """Which of the words without which a file is of another form it holds, as labels or, the longer ones, anywhere."""
    labels = {label.folded for line in lines if (label := form.labelled(line.text))}
    longer = [need for need in form.needs if len(need) > 6]
    printed = {need for line in lines for need in longer if need in line.text.casefold()}
    return (labels & form.needs) | printed


def _closed(form: Form, chunk: list[Line]) -> list[Line]:
    """The last article without what the database says below it: it begins close under the article's labels."""
    for i, line in enumerate(chunk):
        above = chunk[max(0, i - _NEAR_THE_LABELS) : i]
        labels = len(above) == _NEAR_THE_LABELS and all(form.labelled(one.text) for one in above)
        if labels and matches(form.cover, line.text) and form.labelled(line.text) is None:
            return chunk[:i]
    return chunk


def _uncovered(form: Form, chunk: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """The first article without what was searched and found above it, and the titles of that list."""
    if (begins := _beneath_contents(form, chunk)) is not None:
        return list(chunk[begins:]), []
    covers = [
        i for i, line in enumerate(chunk) if matches(form.cover, line.text) and form.letter(line) != "D"
    ]
    if sum(i < _NEAR_THE_TOP for i in covers) < _MIN_COVER - 1:
        return list(chunk), []
    labelled = [
        i for i, line in enumerate(chunk) if (label := form.labelled(line.text)) and label.field == "text"
    ]
    last = max(i for i in covers if not labelled or i < labelled[0])
    numbered = [
        title
        for line in chunk[: last + 1]
        if (match := matches(form.cover, line.text)) and (title := match.groupdict().get("title"))
    ]
    titles = numbered or [line.text for line in chunk[: last + 1]]
    return list(chunk[last + 1 :]), [_folded(title) for title in titles]


def _beneath_contents(form: Form, chunk: Sequence[Line]) -> int | None:
    """Where what a table of contents lists comes again, which begins the first article; None without such a table."""
    top = chunk[:_NEAR_THE_TOP]
    at = next((i for i, line in enumerate(top) if matches(form.lines["contents"], line.text)), None)
    if at is None:
        return None
    listed = _folded(chunk[at + 1].text) if at + 1 < len(chunk) else ""
    for i in range(at + 2, len(chunk)):
        said = _folded(chunk[i].text)
        if len(said) >= _SHORTEST_TITLE and any(
            part in listed for part in (said, said.rpartition(",")[0]) if part
        ):
            return i
        listed += f" {said}"
    return None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
