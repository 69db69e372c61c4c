"""Hedges: how exactly a number is meant (about, just over, well under, nearly, at least, up to)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MUCH = r"(?:well|far|much|way|significantly|considerably|substantially)"
_BIT = r"(?:just|slightly|a little|a bit|a shade|a fraction|marginally|only just)"

_FORMS = {
    rf"{_MUCH} (?:over|above|more than|beyond|in excess of)": "well over",
    rf"{_BIT} (?:over|above|more than|beyond)": "just over",
    rf"{_MUCH} (?:under|below|less than|fewer than|short of)": "well under",
    rf"{_BIT} (?:under|below|less than|fewer than|short of|shy of)|shy of|short of": "just under",
    r"at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|minimum of": "at least",
    r"up to|at most|no more than|not more than|as (?:many|much|high|long) as|a maximum of|a total of up to|"
    r"sub-?": "up to",
    r"nearly|almost|close to|approaching|virtually|very nearly|practically": "nearly",
    r"more than|over(?: than)?|above|in excess of|upwards? of|exceeding|north of|greater than|longer than|"
    r"beyond": "more than",
    r"less than|under|fewer than|below|shorter than|lower than": "less than",
    r"about|around|roughly|approximately|some|circa|an estimated|estimated|approx\.|in the region of|or so|"
    r"something like|an average of about|perhaps|as few as|as little as": "about",
}
_BEFORE = re.compile(
    "(?:"
    + "|".join(rf"(?P<h{i}>\b(?:{form}))" for i, form in enumerate(_FORMS))
    + r"|(?P<tilde>~)) ?(?:(?:an?|the) )?(?:US)?[$£€¥₹₽₴₺]?$",
    re.IGNORECASE,
)
_NAMES = tuple(_FORMS.values())
_OF_TALK = re.compile(
    r"(?:talk(?:s|ed|ing)?|sp(?:eak|eaks|oke|oken|eaking)|worr(?:y|ied|ies)|concern(?:s|"
    r"ed)?|ask(?:ed|s|ing)?|questions?|"
    r"th(?:ink|ought|inking)|kn(?:ow|ew)|t(?:ell|old|elling)|doubts?|debate|discussions?|stor(?:y|ies)|"
    r"reports?|wr(?:ite|ote|iting)|"
    r"complain(?:ed|ts?)?|inform(?:ed|ation)?|agree(?:d|ment)?|disputes?|argu(?:ed|ment)|optimistic|"
    r"clear|right|wrong|books?|films?) about(?: the| an?)? ?$",
    re.IGNORECASE,
)
_PLACES = frozenset({"over", "under", "above", "below", "about", "around", "beyond"})
"""Hedges that are prepositions of place too."""
_CAUSE = re.compile(
    r"\b(?:rows?|disputes?|anger|fury|outrage|protest(?:s|ed)?|trials?|outcry|lawsuits?|probes?|inquiry|investigation|"
    r"scandal|strikes?|clash(?:es|ed)?|talks|concerns?|fears?|doubts?|backlash|debates?|battles?|fights?|standoff|feud|"
    r"resign(?:s|ed)?|quits?|apologi[sz](?:es|ed)|tensions?|uproar|furore|criticism|court|jail|prison|charges?|"
    r"(?:is|was|were|are|been|being|be|gets?|got) (?:[a-z]+ly )?[a-z]+ed|[0-9]+ (?:years|months)) $"
)
_PUNISHED = re.compile(
    r"\b(?:sacked|fired|dismissed|suspended|banned|fined|jailed|charged|arrested|sued|sues?|suing|held|questioned|grilled|"
    r"slammed|criticised|criticized|condemned|investigated|probed|tried|convicted|ousted|blamed|censured|deported) $"
)
"""Before "over" in the sense of "because of"; the words of the second only where a sum follows, for people may also be
arrested in hundreds."""
_AFTER = re.compile(
    r"(?P<plus>\+(?![0-9])|[ -]plus\b)| or (?P<more>more|longer|older|above|over|greater|higher|better)\b|"
    r" and (?:over|above|more)\b| or (?P<so>so|"
    r"thereabouts)\b| or (?P<less>less|fewer|under)\b"
)
LEAST = frozenset({"more than", "just over", "well over", "at least"})
MOST = frozenset({"less than", "just under", "well under", "up to", "nearly"})


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge: its name and the span that it adds to a number."""

    name: str
    start: int
    end: int


def hedge_around(text: str, start: int, end: int, *, measure: bool = True) -> Hedge | None:
    """The hedge directly before `start` or after `end`, None where there is none.

    Args:
        text: as `numerals.plain` gives it.
        start: where the number begins.
        end: where the number with its unit ends.
        measure: is it an amount of something? Where it may be a few things only ("a lead over two rivals"), words that
            are also prepositions of place are not taken for hedges.
    """
    after = _AFTER.match(text, end)
    if after:
        name = (
            "at least"
            if after["more"] or after["plus"] or " and " in after.group()
            else "about"
            if after["so"]
            else "up to"
        )
        return Hedge(name, start, after.end())
    head = text[max(0, start - 48) : start]
    match = _BEFORE.search(head)
    if match is None:
        return None
    if match["tilde"]:
        return Hedge("about", start - len(match.group()), end)
    index = next(i for i in range(len(_NAMES)) if match[f"h{i}"])
    name = _NAMES[index]
    word = match[f"h{index}"].lower()
    if word == "about" and _OF_TALK.search(head):
        return None
    if word in _PLACES and not _is_hedge(word, match, text, start, head):
        return None
    if not measure and word in (*_PLACES, "some", "close to", "up to"):
        return None
    return Hedge(name, start - len(match.group()), end)


def _is_hedge(word: str, match: re.Match[str], text: str, start: int, head: str) -> bool:
    """Is "over" or "around" said of the number, not of the place or the matter?"""
    if re.search(r" the (?:US)?[$£€¥₹₽₴₺]?$", match.group()):
        return False
    if re.search(r" an? $", match.group()) and re.match(r"[\w.,]+-[a-z]", text[start:]):
        return False
    if word != "over":
        return True
    before = head[: match.start()]
    money = re.match(r"[A-Z]{0,3}[$£€¥₹₽₴₺]|(?:Rs|R|N)[0-9]", text[start:]) is not None
    return _CAUSE.search(before) is None and not (money and _PUNISHED.search(before))


def date_mod(hedge: Hedge | None) -> str | None:
    """The hedge as the `mod` of a date: `more_than`, `less_than` or `approx`."""
    if hedge is None:
        return None
    if hedge.name in LEAST:
        return "more_than"
    return "approx" if hedge.name in ("about", "nearly") else "less_than"
