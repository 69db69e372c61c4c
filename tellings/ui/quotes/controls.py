"""The filters of the quotations page, and the switch between its views."""

from __future__ import annotations

from tellings import schema
from tellings.analysis import evidence, known
from tellings.query.selection import select
from tellings.query.sql import UNKNOWN
from tellings.ui import abreast, filters, glossary, load, time_filters
from tellings.ui.text import country_name
from tellings.ui.view import View

VIEWS = {
    "": "List",
    "words": "Same words",
    "voices": "Who speaks, who is spoken about",
    "sources": "Anonymous sources",
    "cues": "Words of saying",
}
"""The views of the page by the value of `view`."""

ORDERS = {
    "": {"": "as printed", "speaker": "by speaker", "longest": "longest first"},
    "words": {"": "most articles first", "tellings": "most often told first"},
    "voices": {"": "most spoken about", "words": "most quoted", "silent": "never quoted first"},
    "cues": {
        "": "outlet, side",
        "side": "side, outlet",
        "outlet-speaker": "outlet, speaker",
        "speaker": "speaker, outlet",
    },
}
"""The orders of each view by the value of `sort`."""


def summary(view: View, shown: str, n: int) -> None:
    """What is filtered, in words, and beside it the order of what is shown."""
    everything = load.ask(view.corpus, evidence.count, view.filters.only("kind"), select("quotations"))
    filters.ordered(view, n, everything, "quotations", ORDERS.get(shown))


def narrow(view: View) -> None:
    """The filters: those used most in a row, the rest folded away."""
    who, find, hidden, more = abreast.controls(2.8, 2.6, 2.9, 2)
    with who:
        filters.speakers(view, "Speaker")
    with find:
        filters.words(view, "Words in it", "word or speaker")
    with hidden:
        filters.one(view, "anonymous", "Sources", {"": "all", "no": "named", "yes": "unnamed"})
    folded = ("type", "side", "kind", "cue", "cluster", "doc", "publisher", "date", "when", "entity")
    with more, filters.folded(view, *folded):
        sides = load.ask(view.corpus, known.sides).side.tolist()
        filters.many(view, "side", "Side or country of the speaker", [*sides, UNKNOWN], country_name)
        filters.many(view, "type", "Type of speaker", list(schema.TYPES))
        filters.many(view, "kind", "In marks or retold", list(schema.QUOTE_KINDS), glossary.words)
        filters.many(view, "cue", glossary.words("cue").capitalize(), load.ask(view.corpus, known.cues))
        filters.one(view, "cluster", "Told by", {"": "any number of articles", "yes": "several articles"})
        filters.texts(view)
        time_filters.published(view)
        time_filters.spoken_of(view, view.filters, "quotations", "quotations")
        filters.entities(view, "Names in it")
