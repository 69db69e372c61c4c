"""What the method page says: how each thing is found, in plain words, and what is known to be missed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from tellings.folder import older
from tellings.ui.text import escape


@dataclass(frozen=True, slots=True)
class Method:
    """An extractor: its key in `data/evaluation.json`, its name, how it works, what it misses."""

    what: str
    title: str
    how: str
    misses: str


METHODS = (
    Method(
        "entities",
        "Names and entities",
        "A language model proposes names. Lists of places, titles, roles and forms of organisations, and the other "
        "places where a name stands in the same article, decide what each name names: once for the whole article, "
        "never anew for each sentence. Across articles, spellings and short forms are brought together (Zelensky and "
        "Zelenskyy, US and United States) where one candidate remains; where two remain, they stay apart. The printed "
        "form is always kept. How likely a type or merge is right is its score, learnt from articles with a key; the "
        "page Corrections asks about the least sure first. Counts are of names in the text that is the article's own: "
        "not menus, credit lines or a caption's second printing. Demonyms, roles and pronouns are counted beside, "
        "never among them.",
        "Names that only the context explains, a nickname used once, a person and a company of one name; two people "
        "of one surname may stay one, and one person under two names may stay two.",
    ),
    Method(
        "quotations",
        "Quotations and speakers",
        "Pieces in quote marks of any style and reports without marks are brought together with a cue (said, according "
        "to, a colon). The speaker is the grammatical subject of the cue, not the nearest name; pronouns and roles are "
        "followed to the entity they stand for, in the article, and left open where two would fit. Direct: in marks "
        "and attributed; mixed: partly in marks; indirect: without. Pieces in marks that nobody is said to say "
        "(scare quotes, headings) are kept apart. Words are counted over the content, without the attribution; a "
        "quotation inside another is not counted twice. A word is what stands between spaces with a letter or digit.",
        "Speech that goes on over sentences without marks or cue; irony; a source whose identity is told paragraphs "
        "earlier; reports by verbs that are not among the cues.",
    ),
    Method(
        "toponyms",
        "Places",
        "A place name is looked up in a gazetteer of countries, regions and cities. Which of several places of one "
        "name is meant is decided by the places named beside it, by size, and by what the article says of it. A "
        "capital that acts (Moscow said) stands for its government and is told apart from the city; so are demonyms. "
        "A name that could not be placed is listed as such.",
        "Villages and buildings that no gazetteer has; cities and regions of one name where nothing tells which; "
        "governments taken for cities, and the reverse.",
    ),
    Method(
        "dates",
        "Dates and times",
        "Expressions are found by patterns and resolved against the day of publication: Friday in an article of 16 May "
        "2025 is that day. Where the day of publication is not known, relative dates keep no value.",
        "Dates told only by an event (before the talks), and which of two Fridays a sentence means.",
    ),
    Method(
        "quantities",
        "Quantities",
        "Numbers in digits and words with what they count and how they are hedged (about, more than); ranges keep both "
        "ends. 1,000 and 1 000 are one number.",
        "What is counted where the noun stands far away; vague amounts (dozens) keep the least that they can be.",
    ),
)

PROMISES = (
    "The text is never changed: all that is found points into it by character offsets.",
    "What people correct is kept apart from what the machine found, and can be undone.",
    "Unknown is a value: a quotation without a known speaker, a name without a place and an article without a known "
    "publisher are shown as such, never pooled and never guessed away.",
    "After installation nothing leaves this machine: no map tiles, fonts, models or statistics.",
    "Borders follow the UN General Assembly's resolution 68/262: Crimea and Sevastopol are drawn and counted as "
    "Ukraine.",
)


def table(figures: pd.DataFrame) -> str:
    """Measured figures as an HTML table: a head for each text they were measured on, shares with two digits.

    Args:
        figures: `Measured on, Corrections`, then the columns as they are shown.
    """
    columns = [column for column in figures.columns if column not in ("Measured on", "Corrections")]
    head = "".join(f"<th scope='col'>{escape(str(column))}</th>" for column in columns)
    body = ""
    for (text, corrections), rows in figures.groupby(["Measured on", "Corrections"], sort=False):
        said = escape(f"{text}, {corrections} corrections")
        body += f"<tr><th scope='rowgroup' colspan='{len(columns)}'>{said}</th></tr>"
        for row in rows[columns].to_dict("records"):
            body += "<tr>" + "".join(f"<td>{escape(_said(*cell))}</td>" for cell in row.items()) + "</tr>"
    whole = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="t-wide"><table class="t-table">{whole}</table></div>'


def _said(column: object, value: Any) -> str:
    if pd.isna(value):
        return ""
    if column == "n":
        return f"{int(value):,}"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def versions(descriptor: dict[str, Any], gaps: older.Gaps | None = None) -> str:
    """The versions of program, model, rules and tables that made a corpus, and the hash of its texts, as HTML.

    Args:
        descriptor: the corpus' descriptor.
        gaps: what an older version made it without, which a line says.
    """
    made = descriptor.get("tellings", {})
    names = {
        "program": "Tellings",
        "model": "Language model",
        "rules": "Rules and lexica",
        "schema": "Tables",
    }
    names |= {"sources_hash": "Source texts (hash)"}
    rows = "".join(
        f"<tr><th scope='row'>{title}</th><td>{escape(str(made[key]))}</td></tr>"
        for key, title in names.items()
        if key in made
    )
    lacking = f'<p class="t-say">{escape(older.words(descriptor, gaps))}</p>' if gaps else ""
    return f'<div class="t-wide"><table class="t-table">{rows}</table></div>{lacking}'
