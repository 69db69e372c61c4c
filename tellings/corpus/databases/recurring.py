"""Labels that come again in the articles of an export, of which no list knows what they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tellings.corpus.databases.articles import CITED
from tellings.corpus.databases.forms import Form, matches
from tellings.corpus.databases.lines import Line
from tellings.corpus.publication_dates import leading

_MIN_RECURRING, _RECURRING = 4, 0.6
"""In so many articles, and such a share of them, a label stands that is no chance."""
_MIN_BESIDE, _RUN = 2, 3
_LABELLED = 400
"""Letters of a line in which a label is looked for."""


def fields(form: Form, chunks: Sequence[Sequence[Line]]) -> dict[str, str]:
    """The fields of labels that no list knows: those of an interface in some language.

    They stand once in most articles, or in fewer beside labels that are known. What their values are tells the place
    and day of publication from all else, which says nothing of an article.
    """
    if not form.colons:
        return {}
    counts: Counter[str] = Counter()
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
                value = " ".join(chunk[at].text.partition(":")[2].split())[:CITED]
                match = matches(form.values.get("citation", ())[:1], value)
                counts[label] += 1
                places.setdefault(label, []).append(number)
                beside[label] += any(known[max(0, at - 1) : at + 2])
                cited[label] += match is not None and leading(match["published"] or "") is not None
    share = _RECURRING * n_labelled
    recur = {
        label: "other"
        for label, n in counts.items()
        if (
            n == beside[label]
            and any(c - a == _RUN - 1 for a, c in zip(places[label], places[label][_RUN - 1 :], strict=False))
        )
        or n >= max(share, _MIN_BESIDE if n == beside[label] else _MIN_RECURRING)
    }
    return {
        **recur,
        **{label: "citation" for label, n in cited.items() if n and n == beside[label] == counts[label]},
    }
