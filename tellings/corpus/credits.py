"""Who wrote, photographed or edited, as lines beside an article say it: bylines, credits and captions by their form."""

from __future__ import annotations

import re

MAX_BYLINE_WORDS = 14
MAX_CREDITS = 400

_CAPITAL = r"[^\W\d_a-zß-ÿ][\w.’'-]*"
_PERSON = rf"{_CAPITAL}(?: (?:(?:de|van|von|der|den|da|di|al|el|bin|la|le|du|dos)\b|{_CAPITAL})){{1,3}}"
TWO_NAMES = re.compile(rf"{_PERSON}(?:, {_PERSON})*,? (?:and|&) {_PERSON}")
NAME_ALONE = re.compile(rf"{_PERSON}(?:(?:,| \||  ?[-–—]) [^.!?]{{2,60}})?")
ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|journalist|columnist|producer|bureau|staff|agencies|news|radio|tv|"
    r"television|BBC|CNN|NPR|AFP|AP|Reuters)\b",
    re.IGNORECASE,
)

_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|dpa|DPA|ANI|PTI|UPI|Xinhua|EFE|TASS|IANS|Bloomberg|CNN|PA|AAP|ANSA|"
    r"Agencies|AGENCIES)"
)
_BYLINE = re.compile(
    r"(?:(?:[Ww]ords|[Ss]tory|[Tt]ext|[Rr]eport|[Rr]eported|[Ww]ritten|[Aa]nalysis) )?(?:[Bb]y|BY):? "
    r"[^\W\d_a-z][^.!?]{1,110}"
    r"|[-–—] ?[A-Z][\w.&’'-]*(?:[ /-][A-Z][\w.&’'-]*){0,5}"
    rf"|\(?{_AGENCY}(?:[/, ](?:[A-Z][\w.&’'-]*[/, ]*)*)?\)?"
    r"|(?:[A-Z][\w.’'-]+ ){1,4}(?:contributed|reported) (?:to|from) .{2,120}"
)
_WORK = (
    r"(?:reporting|writing|editing|compiled|edited|written|translated|translation|graphics?|photographs|photos|"
    r"photography|video|produced|production|research|reports)"
)
_CREDITS = re.compile(
    rf"[(\[—–-]?\s?(?i:(?:with )?(?:additional |further )?{_WORK}(?: and \w+(?:ing|ed))? by:?) [^\W\d_a-z].{{1,360}}"
    r"|[(\[—–-]?\s?(?i:with (?:files|reporting|inputs?|additional reporting|reports|agency inputs?|agencies))\b.{0,120}"
    rf"|{_PERSON}.{{0,140}} (?:contributed to|contributed reporting (?:to|for|from)) this (?:report|story|article)\b"
    r".{0,60}"
)
_WORKED = re.compile(r"\bby\b|contribut|^\W{0,2}with\b", re.IGNORECASE)
"""What every list of who did what has."""
_SENTENCE = re.compile(r"\b(?:was|were|is|are|has|had|said|says|will)\b")

_STOCK = (
    r"(?i:getty(?: images)?|shutterstock|istock|alamy|afp|reuters|epa(?:-efe)?|ap|pa|aap|bloomberg|xinhua|zuma|imago|"
    r"anadolu|supplied|handout|wikimedia(?: commons)?|unsplash|flickr)"
)
_NAMED = (
    r"(?:(?:[^\W\d_a-zß-ÿ][\w.'’&-]*|de|van|von|der|of|for|and|la|le|al|bin|the)"
    r"(?: ?[,/|] ?| |(?=[)\]/|.]|$))){1,9}"
)
_PICTURE = re.compile(
    r"[(\[]?(?i:(?:file )?(?:photo(?:graph)?s?|image|picture|pic|video|illustration)"
    r"(?: (?:credits?|source|by|courtesy(?: of)?|from)\s?[:|,]?|\s?[:|,])"
    rf"|(?:credits?|courtesy(?: of)?)\s?[:|]?)\s+(?:©\s?)?{_NAMED}(?:(?:/ ?|via ){_STOCK})*[)\]]?\.?"
    rf"|[(\[]?(?:©\s?)?(?:{_NAMED})?(?:/ ?|via ){_STOCK}(?: ?/ ?{_NAMED})?[)\]]?\.?"
    rf"|(?:AFP|REUTERS|Reuters|AP|EPA)(?: PHOTO)? ?/ ?{_NAMED}"
    rf"|(?:©\s?)?{_STOCK}(?i: images| photo)?"
)
_CAPTION = re.compile(
    r"(?:[(\[](?:file )?(?:photo|image|picture|photograph|video|credit|pic)\b[^)\]]*[)\]])\s*\.?$"
    r"|^(?:photo|image|picture|caption|photograph|image source|image caption|photo credit|file photo)\s*:"
    r"|\b(?:getty images|via (?:ap|reuters|afp|getty|epa)|epa-efe|shutterstock|istock)\s*[)\]]?\.?$"
    r"|/ ?(?:ap|afp|reuters|epa|getty)(?: images)?\s*[)\]]?\.?$",
    re.IGNORECASE,
)


def is_credits(line: str) -> bool:
    """Is it a list of who did what ("Reporting by …; editing by …"), and no sentence about it?"""
    return (
        len(line) <= MAX_CREDITS
        and _WORKED.search(line) is not None
        and _SENTENCE.search(line) is None
        and _CREDITS.fullmatch(line) is not None
    )


def is_picture_credit(line: str) -> bool:
    """Does it say whose a picture is, and nothing else?"""
    return _PICTURE.fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Does a picture's credit stand at its beginning or end?"""
    return _CAPTION.search(line) is not None


def is_byline(line: str) -> bool:
    """Does it name an author or agency, and nothing else?"""
    return _BYLINE.fullmatch(line) is not None and len(line.split()) <= MAX_BYLINE_WORDS
