"""Recognising an export among files, and parting it into its articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

from tellings.corpus.databases import articles, forms
from tellings.corpus.databases.articles import Article
from tellings.corpus.databases.fields import Reader
from tellings.corpus.databases.forms import Form, matches
from tellings.corpus.databases.lines import Line
from tellings.corpus.publication_dates import Order, leading

_MIN_COVER = 3
"""Lines of what was searched, without an article, that make an empty export."""
_MIN_LINES = 2
_MIN_RECURRING, _RECURRING = 4, 0.6
"""In so many articles, and such a share of them, a label stands that is no chance."""
_MIN_BESIDE, _RUN = 2, 3
_LABELLED = 400
_NEAR_THE_LABELS = 2
_NEAR_THE_TOP = 12
"""Lines in which a cover begins."""
_SHORTEST_TITLE = 6


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
    asked = sorted(forms.known(), key=lambda form: not form.needs)
    found = [(form, export) for form in asked if (export := _read(form, lines, wrapped=wrapped)) is not None]
    if found:
        best = max((export for _, export in found), key=lambda export: (export.told, export.sure))
        return _one_behind_another([form for form, _ in found], lines, best.told, wrapped=wrapped) or best
    empty = (form for form in forms.known() if _covers(form, lines) >= _MIN_COVER)
    return next((Export(form.name) for form in empty), None)


def _one_behind_another(
    fit: Sequence[Form], lines: Sequence[Line], told: int, *, wrapped: bool
) -> Export | None:
    """Two exports in one file, of different forms, where both together tell more than one form does of all."""
    marks = [
        (form, places)
        for form in fit
        if (places := [i for i, line in enumerate(lines) if matches((*form.begins, *form.ends), line.text)])
    ]
    found: list[Export] = []
    for (first, ones), (second, others) in permutations(marks, 2):
        last, then = ones[-1], others[0]
        if last >= then:
            continue
        between = range(last + 1, then)
        rights = [i + 1 for i in between if matches(first.lines["copyright"], lines[i].text)]
        labels = [i for i in between if (label := second.labelled(lines[i].text)) and label[1] in second.own]
        for cut in {then if second.begins else last + 1, *rights[-1:], *labels[:1]}:
            one, two = (read(part, wrapped=wrapped) for part in (lines[:cut], lines[cut:]))
            if one and two and one.articles and two.articles:
                both = replace(one, name=f"{one.name} and {two.name}", announced=None, cut_off=two.cut_off)
                both.articles = [*one.articles, *two.articles]
                both.order = one.order or two.order
                found.append(both)
    best = max(found, key=lambda export: export.told, default=None)
    return best if best and best.told > told else None


def _covers(form: Form, lines: Sequence[Line]) -> int:
    """Lines that say what was searched; a numbered list stands in articles too."""
    found = [match for line in lines if (match := matches(form.cover, line.text)) is not None]
    said = [match[0] for match in found if match.groupdict().get("n") is None]
    nothing_else = 2 * len(said) > sum(any(ch.isalpha() for ch in line.text) for line in lines)
    return len({text.partition(":")[0] for text in said if ":" in text or nothing_else})


def _read(form: Form, lines: Sequence[Line], *, wrapped: bool) -> Export | None:
    chunks, announced, ended = _parted(form, lines)
    needed = _needed(form, lines)
    if not chunks or (form.needs and not needed):
        return None
    form = form.knowing(_recurring(form, chunks))
    export = Export(form.name, announced=announced, order=form.order, sure=len(needed))
    reader = Reader(form, lines)
    titles: list[str] = []
    for i, chunk in enumerate(chunks):
        if i == 0 and not form.begins:
            chunk, titles = _uncovered(form, chunk)
        if i == len(chunks) - 1:
            chunk = _closed(form, chunk)
        if len(chunk) < _MIN_LINES or (matches(form.cover, chunk[0].text) and not _n_labels(form, chunk)):
            continue
        article = articles.read(reader, chunk, wrapped=wrapped, titles=titles if i == 0 else ())
        cut_off = i >= ended
        if article.told >= 1 + cut_off and (
            article.paragraphs or (article.known.get("title") and not cut_off)
        ):
            export.articles.append(article)
            export.cut_off = cut_off
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
        return [list(_until_end(form, chunk)) for chunk in chunks], announced, len(chunks)
    heads = [
        i for i, line in enumerate(lines) if (label := form.labelled(line.text)) and label[1] in form.first
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


def _recurring(form: Form, chunks: Sequence[Sequence[Line]]) -> dict[str, str]:
    """The fields of labels that no list knows: those of an interface in some language.

    They stand once in most articles, or in fewer beside labels that are known. What their values are tells the place
    and day of publication from all else, which says nothing of an article.
    """
    if not form.colons:
        return {}
    found: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    cited: Counter[str] = Counter()
    n_labelled = 0
    places: dict[str, list[int]] = {}
    for number, chunk in enumerate(
        chunk for chunk in chunks if any(form.labelled(line.text) for line in chunk)
    ):
        known = [form.labelled(line.text) is not None for line in chunk]
        n_labelled += any(known)
        unknown: dict[str, list[int]] = {}
        for i, line in enumerate(chunk):
            match = None if known[i] else form.label.fullmatch(line.text[:_LABELLED])
            if match and not (match["value"] or "").startswith("//"):
                unknown.setdefault(" ".join(match["label"].casefold().split()), []).append(i)
        for label, (at, *more) in unknown.items():
            if not more:
                value = chunk[at].text.partition(":")[2].strip()
                match = matches(form.values.get("citation", ())[:1], value)
                found[label] += 1
                places.setdefault(label, []).append(number)
                beside[label] += any(known[max(0, at - 1) : at + 2])
                cited[label] += match is not None and leading(match["published"] or "") is not None
    share = _RECURRING * n_labelled
    fields = {
        label: "other"
        for label, n in found.items()
        if (
            n == beside[label]
            and any(c - a == _RUN - 1 for a, c in zip(places[label], places[label][_RUN - 1 :], strict=False))
        )
        or n >= max(share, _MIN_BESIDE if n == beside[label] else _MIN_RECURRING)
    }
    return {
        **fields,
        **{label: "citation" for label, n in cited.items() if n and n == beside[label] == found[label]},
    }


def _until_end(form: Form, chunk: Sequence[Line]) -> Iterator[Line]:
    """The lines before the one that ends an article; a label that ends one elsewhere may stand above a text here."""
    for line in chunk:
        if matches(form.ends, line.text) and not form.labelled(line.text):
            return
        yield line


def _n_labels(form: Form, lines: Sequence[Line]) -> int:
    found = {label[1] for line in lines if (label := form.labelled(line.text)) and label[1] in form.own}
    return len(found)


def _needed(form: Form, lines: Sequence[Line]) -> set[str]:
    """Which of the words without which a file is of another form it holds, as labels or, the longer ones, anywhere."""
    labels = {label[1] for line in lines if (label := form.labelled(line.text))}
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
        i for i, line in enumerate(chunk) if (label := form.labelled(line.text)) and label[0] == "text"
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
