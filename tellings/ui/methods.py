"""What the method page says: how each thing is found, in plain words, and what is known to be missed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from tellings.folder import older
from tellings.ui.text import escape, html_table


@dataclass(frozen=True, slots=True)
class Method:
    """Something that is found: its key in `data/evaluation.json`, its name, how it is found, what is missed."""

    what: str
    title: str
    how: str
    misses: str


METHODS = (
    Method(
        "texts",
        "The articles as they come",
        "The article's own words are told from what a page has around them: menus, share lines, links to other "
        "stories, credit lines, a caption's second printing. Those are greyed in the reader and counted nowhere. A "
        "soft hyphen, an accent in two parts, a wrongly decoded letter or a line broken in mid-sentence hides no name "
        "and no quotation; the text that is shown stays as it was. Another language than English, a copy of another "
        "article and several articles in one file are named as problems.",
        "A notice or menu in the form of a sentence may be counted as the article's; a short paragraph in the form of "
        "a notice may not. An article in another language is shown, and nothing is looked for in it. A passage that "
        "two articles share is counted in both.",
    ),
    Method(
        "entities",
        "Names and entities",
        "A language model proposes names. Lists of places, titles, roles and forms of organisations, and the other "
        "places where a name stands in the same article, decide what each name names: once for the whole article, "
        "never anew for each sentence; where one article alone is unsure, all articles together. Across articles, "
        "spellings and short forms are brought together (Zelensky and Zelenskyy, US and United States) where one "
        "candidate remains, or one stands in four times as many articles as the next; else they stay apart. The "
        "printed form is always kept. How likely a type or merge is right is its score, learnt from articles with a "
        "key; the page Corrections asks about the least sure first. Counts are of names in the text that is the "
        "article's own. Demonyms, roles and pronouns are counted beside, never among them.",
        "A new name that nothing around it explains is what the language model takes it for: with companies, clubs "
        "and other bodies this goes wrong most often. A club that plays under its city's name may be the city, a "
        "hospital or a court a building where it acts, and the reverse. A person and a company of one name, or two "
        "people of one name, may be one; one person under two names (a nickname, another alphabet, a name after "
        "marriage) may be two. Of relatives, a last name that stands alone stays apart where nothing tells whose it "
        "is. A word that begins a sentence, a headline or a line in capitals may be taken for a name.",
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
        "Of reports without quote marks about one in three is missed: those by a verb that mostly does something else "
        "(showed, cited, questioned) or by a noun alone, and speech that goes on in a new sentence without a cue. "
        "Where such a report ends is sometimes a clause too early or too late. They, it and the company are followed "
        "seldom; he and she are now and then given to the wrong one of two people; of a father and son of one name "
        "often neither is named. A source whose identity is told paragraphs earlier, irony, and the title of a book in "
        "marks are read as they look. One thing said that is told in quite other words is not brought together.",
    ),
    Method(
        "toponyms",
        "Places",
        "A place name is looked up in a gazetteer of countries, regions and cities. Which of several places of one "
        "name is meant is decided by the places named beside it, by size, and by what the article says of it; where "
        "nothing in the article speaks of its country, only a well-known place is meant. A capital that acts (Moscow "
        "said) stands for its government and is told apart from the city; so are demonyms. A name that could not be "
        "placed is listed as such.",
        "Villages, neighbourhoods, venues and small rivers that no gazetteer has are not on the map. A town that bears "
        "the name of a famous one is put at the famous one where nothing beside it says otherwise. Where a city and "
        "its region have one name and the text does not tell, it is the city. A city council that acts may be taken "
        "for the country's government, and a government for its city.",
    ),
    Method(
        "dates",
        "Dates and times",
        "Expressions are found by patterns and resolved against the day of publication: Friday in an article of 16 May "
        "2025 is that day. The tense of the sentence says whether it looks back or ahead. Where the day of publication "
        "is not known, relative dates keep no value.",
        "Dates told only by an event (before the talks) are not found, nor feasts that move by another calendar (Eid, "
        "Diwali). Which of two Fridays is meant goes wrong where a sentence tells both a plan and a report. A number "
        "of four digits may be taken for a year. Time zones other than GMT are not in the value.",
    ),
    Method(
        "quantities",
        "Quantities",
        "Numbers in digits and words with what they count and how they are hedged (about, more than); ranges keep both "
        "ends. What became of people (dead, injured, missing) is told by one word. 1,000 and 1 000 are one number; a "
        "sign such as $ is the money of the country that the article speaks of, else just dollars.",
        "What is counted is missing where the noun stands far away (of the 40 who came, 12 stayed). Vague amounts "
        "(dozens) keep the least that they can be. A dollar may be another country's than the article speaks of most.",
    ),
    Method(
        "reuse",
        "Shared text and tellings",
        "Sentences of articles on one event are aligned word by word. Articles that share prose share copy, and are "
        "then looked through for sentences that were edited or told in other words. Articles of which half the words "
        "stand in sentences that both have are one telling. What two may have heard is told apart. "
        "Articles are of one event where their dates lie within ten days and they name the same things that few others "
        "name, or share copy.",
        "A copy told wholly in other words is missed, and so is one of a few words. Who copied from whom is not known: "
        "the earliest is the one that was published first, where dates tell.",
    ),
    Method(
        "discrepancies",
        "Differences",
        "Answers are brought together by what they count or tell and by what stands around them in their sentences, "
        "not by their number. A hedge, a round figure or another unit is compatible; figures that cannot both be right "
        "conflict. What is unsure stands under Perhaps.",
        "Who did what, where somebody was, what came first and how certain something is are not compared. Two figures "
        "for two moments of one day may be shown as a conflict, and a difference told without figures is missed.",
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


def contents() -> str:
    """The headings of the page, each a link to where it stands."""
    heads = [*((method.what, method.title) for method in METHODS), ("words", "Words of the field")]
    heads.append(("made", "What made this corpus"))
    links = "".join(
        f'<li><a href="#{anchor}" target="_self">{escape(title)}</a></li>' for anchor, title in heads
    )
    return f'<nav aria-label="On this page"><ol class="t-contents">{links}</ol></nav>'


def paragraphs(method: Method, told: str) -> tuple[tuple[str, str], ...]:
    """How often it is right, how it is found, and what is missed: each with its head, which may be empty.

    Args:
        method: what is found.
        told: its figures in words, of :func:`tellings.analysis.evaluated.told`.
    """
    parts = (("How often it is right.", told), ("", method.how), ("Known misses.", method.misses))
    return tuple(part for part in parts if part[1])


def said(method: Method, told: str) -> str:
    """The same as HTML."""
    return "".join(
        f'<p class="t-say">{f"<b>{head}</b> " if head else ""}{escape(text)}</p>'
        for head, text in paragraphs(method, told)
    )


def table(figures: pd.DataFrame) -> str:
    """Measured figures as an HTML table: a head for each text they were measured on, shares with two digits.

    Args:
        figures: `Measured on, Corrections`, then the columns as they are shown.
    """
    columns = [column for column in figures.columns if column not in ("Measured on", "Corrections")]
    body = ""
    for (text, corrections), rows in figures.groupby(["Measured on", "Corrections"], sort=False):
        said = escape(f"{text}, {corrections} corrections")
        body += f"<tr><th scope='rowgroup' colspan='{len(columns)}'>{said}</th></tr>"
        for row in rows[columns].to_dict("records"):
            body += "<tr>" + "".join(f"<td>{escape(_said(*cell))}</td>" for cell in row.items()) + "</tr>"
    return html_table(body, map(str, columns))


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
        "sources_hash": "Source texts (hash)",
    }
    rows = "".join(
        f"<tr><th scope='row'>{title}</th><td>{escape(str(made[key]))}</td></tr>"
        for key, title in names.items()
        if key in made
    )
    lacking = f'<p class="t-say">{escape(older.words(descriptor, gaps))}</p>' if gaps else ""
    return f"{html_table(rows)}{lacking}"
