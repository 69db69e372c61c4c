"""The pages there are: where they stand, what they ask, and which filters they understand."""

from __future__ import annotations

from dataclasses import dataclass

MISSING = "missing"
"""The parameter of the address with the page that was asked for and is not there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its section, the stem of its file and its address, its title, its question, the filters it reads."""

    section: str
    name: str
    title: str
    question: str
    reads: tuple[str, ...]

    @property
    def path(self) -> str:
        """The page's file."""
        return f"pages/{self.name}.py"


_TEXTS = ("doc", "publisher")
_SAYING = ("speaker", "side", "kind", "anonymous", "date", "when")
_EVERY = (
    *_TEXTS, "entity", "type", "place", "use", "speaker", "side", "kind", "cue", "anonymous", "cluster",
    "date", "when", "q",
)  # fmt: skip

PAGES = (
    Entry("Read", "overview", "Overview", "What is this, and what can I ask?", _TEXTS),
    Entry("Read", "reader", "Reader", "What does this article say?", ("doc",)),
    Entry("Read", "search", "Search", "Where is it named, said or written?", (*_TEXTS, *_SAYING, "q")),
    Entry(
        "Find", "entities", "Entities", "Who and what is named, how often, by whom?",
        (*_TEXTS, "entity", "type", "date", "when"),
    ),
    Entry(
        "Find", "quotations", "Quotations", "Who said what?",
        (*_TEXTS, "speaker", "side", "cue", "anonymous", "cluster", "date", "when"),
    ),
    Entry(
        "Find", "map", "Map", "Which places, and in what role?",
        (*_TEXTS, "place", "use", "speaker", "side", "date", "when"),
    ),
    Entry(
        "Find", "timeline", "Timeline", "Which dates and periods do the texts speak of?",
        (*_TEXTS, "entity", "date", "when", "q"),
    ),
    Entry("Compare", "coverage", "Coverage", "Who reports what, who leaves it out?", (*_TEXTS, "kind", "q")),
    Entry("Compare", "discrepancies", "Differences", "Where do figures, times, ranks and names differ?", _TEXTS),
    Entry(
        "Compare", "wording", "Wording", "Which spellings and words does each outlet choose?",
        (*_TEXTS, "entity", "speaker"),
    ),
    Entry(
        "Compare", "shared_text", "Shared text", "Which sentences are the same copy, and what was edited?", _TEXTS
    ),
    Entry("Corpus", "texts", "Texts", "Bring articles, switch, save.", ()),
    Entry("Corpus", "export", "Take away", "What can I take with me, and in which form?", _EVERY),
    Entry("Corpus", "corrections", "Corrections", "What have people changed?", _TEXTS),
    Entry("Corpus", "method", "Method", "How was this found, how far can it be trusted?", ()),
)  # fmt: skip


def called(words: str) -> Entry | None:
    """The page that is named or titled so, however it is written; None where there is none.

    >>> called("Take-away").name, called("shared text").name, called("Differences/").name, called("gossip")
    ('export', 'shared_text', 'discrepancies', None)
    """
    asked = _letters(words)
    return next((page for page in PAGES if asked in (_letters(page.name), _letters(page.title))), None)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))


def entry(name: str) -> Entry:
    """The page of that name.

    Raises:
        ValueError: there is none.
    """
    for page in PAGES:
        if page.name == name:
            return page
    raise ValueError(f"no page {name!r}; the pages are {', '.join(page.name for page in PAGES)}")
