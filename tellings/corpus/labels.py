"""Labels of fields before their values, as they stand in the text of any article: of pasted exports and of pages.

What a database's form is made of (`data/formats/`) is asked only of files that are such exports. These are asked of
each line of every text, and so are only words with which hardly a sentence begins.
"""

from __future__ import annotations

import re

_LABELS = (
    r"byline|section|length|load[- ]date|publication[- ](?:type|date|title|info|year)|language|document[- ]type|"
    r"dateline|highlight|subjects?|organi[sz]ations?|geographic|classification|graphic|journal[- ]code|issn|isbn|"
    r"edition|pages?|pg|word[- ]count|keywords?|tags?|tagged(?: as| with)?|categor(?:y|ies)|topics?|source|url|web|"
    r"link|author|(?:posted|filed) (?:in|under)|industry|compan(?:y|ies)|ticker|copyright|database|"
    r"(?:proquest )?document (?:id|url)|last updated|first published|place of publication|publisher|"
    r"accession number|user name|date and time|job number|client/matter|search (?:terms|type)|narrowed by|"
    r"correction-date|series|volume|column|type|terms|download request|(?:media |press )?contacts?|reference|doi|"
    r"länge|sprache|autor|longueur|langue"
)
_MAIL = r"(?:from|to|cc|bcc|reply-to|sender)\s?:[^\n]*\w@\w"
"""The head of a letter by e-mail."""
_LABEL = re.compile(rf"(?:{_LABELS})\s?:(?:[\s\u00a0]+\S.*)?$|{_MAIL}", re.IGNORECASE)
_EXPORT = re.compile(
    r"(?:BYLINE|SECTION|LENGTH|LOAD-DATE|PUBLICATION-TYPE|DATELINE|HIGHLIGHT|DOCUMENT-TYPE|JOURNAL-CODE|SUBJECT|"
    r"GEOGRAPHIC|LANGUAGE|LÄNGE|SPRACHE|LONGUEUR|LANGUE|"
    r"(?:Section|Length|Byline|Load-Date|Publication-Type|Classification)):"
)
FIELD = re.compile(
    r"(?P<code>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN|CT|CLM|ART|RF)"
    r"(?:\s+(?=\S)|$)"
)
"""A field of Factiva's: a code at the beginning of a line, the value behind it."""
FIELDS_OF_TEXT = frozenset({"LP", "TD", "HD", "BY"})

_PARTED = r"\d+ (?:of|von|de) \d+ (?:documents?|dokumente?n?)"
_NUMBERED = r"(?:document|dokument) \d+ (?:of|von|de) \d+"
_CODED = r"document [A-Z]{4,}0\d{8,}\w*"
PARTS = rf"{_PARTED}|{_NUMBERED}|end of document|{_CODED}"
"""Lines that part the articles of an export, as a pattern in small letters."""
_SEVERAL = tuple(
    re.compile(f"^{form}", re.MULTILINE)
    for form in (
        rf"[ \t]*(?i:{_PARTED})[ \t]*$",
        rf"[ \t]*(?i:{_NUMBERED})[ \t]*$",
        r"[ \t]*(?i:end of document)[ \t]*$",
        r"(?:LENGTH|LÄNGE|LONGUEUR|Length):[ \t\u00a0]*\d",
        r"(?:LOAD-DATE|Load-Date):",
        rf"(?:AN\s+)?(?i:{_CODED})[ \t]*$",
        r"ProQuest document ID:",
        r"Full text:",
        r"HD[ \t]+\S",
    )
)


def n_articles(text: str) -> int:
    """How many articles a database's export holds, by what stands once in each of them; at least one."""
    return max(1, *(sum(1 for _ in form.finditer(text)) for form in _SEVERAL))


def is_label(line: str) -> bool:
    """Is it a label of an export or a page with its value?"""
    return _LABEL.match(line) is not None


def is_export(line: str) -> bool:
    """Is it a label that nothing but a newspaper database prints?"""
    return _EXPORT.match(line) is not None
