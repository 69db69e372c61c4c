"""One article of an export: what its fields mean, and the paragraphs of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from tellings.corpus.databases.fields import Fields, Reader
from tellings.corpus.databases.forms import Form, matches
from tellings.corpus.databases.lines import Line, as_printed, paragraphs
from tellings.corpus.publication_dates import leading
from tellings.corpus.wrapping import one_line

CITED = 200
"""Letters of a value in which outlet and date are; the patterns of citations are slow on long ones."""
_ADDRESS = re.compile(r"https?://\S+")
_ENDS = '.!?:”"’»'
_BEGINS = 10
"""Letters by which a headline is known again."""
_SHORTEST = 8
"""Letters of a headline's beginning that are no chance."""
_NEAR_THE_TOP = 12
_LONGEST_HEADLINE = 4
"""Lines."""
_BROKEN = 60
"""Letters of a line that goes on in the next one."""
_WRAPPED = 12
"""A longer paragraph of lines may be several that no blank line parts; it is kept in lines."""


@dataclass
class Article:
    """An article as an export has it.

    Attributes:
        known: title, publisher, published (as printed) and what else is known of it, by field.
        paragraphs: of the text.
        whole: is there what stands under each article of the export?
        only: what there is in place of a text: `graphic`, `abstract`, or nothing.
        left: lines that stand with it and are none of it.
    """

    known: dict[str, str] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)
    whole: bool = True
    only: str = ""
    left: list[str] = field(default_factory=list)

    @property
    def told(self) -> int:
        """How many of headline, outlet and date are known."""
        return sum(bool(self.known.get(name)) for name in ("title", "publisher", "published"))


def read(reader: Reader, lines: Sequence[Line], *, wrapped: bool, titles: Sequence[str] = ()) -> Article:
    """Read the article in these lines.

    Args:
        reader: of the file.
        lines: from one separator to the next.
        wrapped: are lines broken at a fixed width?
        titles: of the list of results above the first article.
    """
    form = reader.form
    lines = _unfurnished(form, lines)
    fields = reader.read(lines)
    article = Article(whole=fields.tailed)
    _loose(form, fields, article, titles, wrapped=wrapped)
    _parts(form, article.known, "citation")
    for name, values in fields.values.items():
        said = _joined(values)
        if said and name not in ("other", "text", "graphic"):
            article.known[name] = said
    _parts(form, article.known, "citation")
    for name in list(article.known):
        _parts(form, article.known, name)
    published = article.known.setdefault("published", article.known.get("year", ""))
    if published and (dated := _dated(published)):
        article.known["published"], rest = dated
        if any(ch.isalpha() for ch in rest) and rest != published:
            article.known.setdefault("edition", rest)
    article.paragraphs = _paragraphs(fields.text, wrapped=wrapped)
    if len(article.paragraphs) > 1 and _folded(article.paragraphs[0]) == _folded(
        article.known.get("title", "")
    ):
        del article.paragraphs[0]  # the headline, printed once more above the text
    for only in ("graphic", "abstract"):
        if not article.paragraphs and fields.values.get(only):
            article.paragraphs, article.only = _paragraphs(fields.values[only], wrapped=wrapped), only
    return article


def _unfurnished(form: Form, lines: Sequence[Line]) -> list[Line]:
    """The lines without a page's furniture, and without a headline, or its beginning, that is printed under it.

    A first line is taken away only where the next ones say it once more, word for word.
    """
    kept: list[Line] = []
    above: list[str] = []
    under = parted = False
    for i, line in enumerate(lines):
        if matches(form.furniture, line.text) is not None:
            under = parted = True
            continue
        said = _folded(line.text)
        below = (_folded(one.text) for one in lines[i + 1 : i + 1 + _LONGEST_HEADLINE])
        if under and (_is_head(said, above) if above else said in accumulate(below, "{} {}".format)):
            under = False
            continue
        goes_on = parted and kept and kept[-1].text[-1:] not in _ENDS and line.text[:1].islower()
        kept.append(line._replace(new=line.new and not goes_on))
        if len(above) < _NEAR_THE_TOP:
            above.append(said)
        under = parted = False
    return kept


def _is_head(line: str, above: Sequence[str]) -> bool:
    """Is a line under a page's number its running head: the headline or its beginning, perhaps with outlet and date?

    Args:
        line: in small letters.
        above: the first lines of the article, all of them above it.
    """
    top = [" ".join(above[i : i + _LONGEST_HEADLINE]) for i in range(min(len(above), _LONGEST_HEADLINE))]
    if len(said := line.rstrip(" .…")) >= _SHORTEST and any(one.startswith(said) for one in top):
        return True
    begins = any(line.startswith(one[:_BEGINS]) for one in top if len(one) >= _BEGINS)
    return begins and any(line.endswith(one) and line != one for one in above if len(one) >= _BEGINS)


def _loose(form: Form, fields: Fields, article: Article, titles: Sequence[str], *, wrapped: bool) -> None:
    """What the lines without a label are, by the first pattern of the form that fits them."""
    lines = fields.loose
    at, listed = next(
        (
            (i, n)
            for i in range(len(lines))
            for n in (4, 3, 2, 1)
            if _folded(_joined(lines[i : i + n])) in titles
        ),
        (0, 0),
    )
    lines = lines[at:]
    if wrapped:
        lines = _without_edition(form, lines, article)
    else:
        lines, beside = _around_the_date(form, lines)
        if beside:
            article.known["edition"] = _joined(beside)
    letters = _letters(form, lines)
    for head in form.heads:
        if (match := head.fullmatch(letters)) is None:
            continue
        for name, span in match.groupdict().items():
            if not span:
                continue
            some = lines[match.start(name) : match.end(name)]
            if name == "title":
                some = [line for line in some if not _ADDRESS.fullmatch(line.text)]
            if name == "text":
                fields.text = [*some, *fields.text]
                continue
            if name == "title" and not fields.n_labels and "text" not in head.groupindex:
                some, rest = _first(some)
                fields.text = [*rest, *fields.text]
            elif name == "title" and titles:
                some = some[:listed] or some[-1:]
            article.known[name.rstrip("23")] = _joined(some)
        return


def _without_edition(form: Form, lines: Sequence[Line], article: Article) -> list[Line]:
    """The lines without an edition in the line beneath a date."""
    for i in range(1, len(lines) - 1):
        if matches(form.lines["edition"], lines[i].text) and form.letter(lines[i - 1]) == "D":
            article.known["edition"] = lines[i].text
            return [*lines[:i], *lines[i + 1 :]]
    return list(lines)


def _letters(form: Form, lines: Sequence[Line]) -> str:
    """What each line may be; a copyright's sentence goes on in the next line of its paragraph."""
    letters = ""
    for i, line in enumerate(lines):
        broken = i and not line.new and letters[-1] == "C" and len(lines[i - 1].text) > _BROKEN
        letters += "C" if broken else form.letter(line)
    return letters


def _around_the_date(form: Form, lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without those that a line break parts from the date in its paragraph, and those: an edition.

    An outlet of several lines above the date is one line: what is broken there is broken by its paragraph.
    """
    letters = [form.letter(line) for line in lines]
    dated = [i for i, letter in enumerate(letters) if letter == "D"]
    at = next((i for i in dated if i), dated[0] if dated else 0)  # a headline on top may begin with a date
    if not dated or not lines[at].new:
        return list(lines), []
    end = at + 1
    edition = form.lines["edition"]
    while end < len(lines) and (
        matches(edition, lines[end].text) or (not lines[end].new and letters[end] not in "CWLB")
    ):
        end += 1
    beside = [i for i in range(at + 1, end) if letters[i] != "T"]
    above = list[Line]()
    for line in lines[:at]:
        if not line.new and any(one.new for one in above[1:]):
            above[-1] = above[-1]._replace(text=f"{above[-1].text} {line.text}")
        else:
            above.append(line)
    below = [line for i, line in enumerate(lines) if i >= at and i not in beside]
    return [*above, *below], [lines[i] for i in beside]


def _first(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The first paragraph, and the rest."""
    mark = lines[0].mark
    ends = (i for i, line in enumerate(lines) if i and line.new and (line.mark != mark or not mark))
    end = next(ends, len(lines))
    return lines[:end], lines[end:]


def _parts(form: Form, known: dict[str, str], name: str) -> None:
    """Fields that stand in the value of another; what is known already stays."""
    value = known.get(name, "")[: CITED if name == "citation" else None]
    if value and (match := matches(form.values.get(name, ()), value)) is not None:
        for part, said in match.groupdict().items():
            if said and part == name:
                known[name] = said.strip()
            elif said:
                known.setdefault(part.rstrip("23"), said.strip(" ,;"))


def _dated(text: str) -> tuple[str, str] | None:
    """The first date in a value, and what stands beside it."""
    for match in re.finditer(r"(?<!\w)(?=\w)", text):
        if (parts := leading(text[match.start() :])) is not None:
            return parts
    return None


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(line.text.split()) for line in lines)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _paragraphs(lines: Sequence[Line], *, wrapped: bool) -> list[str]:
    printed = [as_printed(paragraph) for paragraph in paragraphs(lines)]
    whole = wrapped and (len(printed) > 1 or len(lines) <= _WRAPPED)
    return [one_line(paragraph) for paragraph in printed] if whole else printed
