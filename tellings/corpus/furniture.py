"""What stands on a page or in a database's export beside the article, told by the form of a line.

Menus, links to other stories, invitations to subscribe, credits, dates, the labels of an export with their values: each
line is judged alone, as a whole, by general wording. A line of prose that begins alike is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellings.corpus import credits, labels
from tellings.corpus.publication_dates import MONTHS

MAX_LINE_OF_FURNITURE = 120
MAX_INVITATION_WORDS = 45
MAX_SHARE_WORDS = 20

_END_OF_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")


def _one_of(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?)"
_DATE = (
    rf"(?:{_WEEKDAY} )?(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})(?:,? {_WEEKDAY})?"
)
_ZONE = r"(?:\s*\(?(?:[A-Z]{2,5}|local time)(?:\s?[+-]\d{1,4})?\)?)"
_TIME = rf"(?:[\s,—–|@·-]*(?:at\s*)?\d{{1,2}}[:.h]?\d{{2}}(?:[:.]\d{{2}})?(?:\s*[ap]\.?m\.?)?{_ZONE}?)?"
_SAID = (
    r"(?:(?:first |originally |last )?(?:date|published|updated?|posted|modified|created|issued|released|filed|as of)"
    r"(?: on| at)?\s*:?\s*)"
)
_AGO = r"(?:(?:\d+|an?|one|two) ?(?:sec(?:ond)?s?|min(?:ute)?s?|m|hours?|hrs?|h|days?|d|weeks?|months?) (?:read|ago))"
_OF_TIME = (
    rf"(?:{_MONTH}|{_WEEKDAY}|\d[\d:./]*(?:st|nd|rd|th|h|[ap]m)?|[ap]\.?m\.?|at|on|the|of|local time|"
    r"(?-i:[A-Z]{2,5}))"
)
_WHEN = rf"(?:{_DATE}{_TIME}|{_AGO})"
_LOOSELY = rf"(?:(?=\D*\d){_OF_TIME}(?:[\s,|()@–—-]+{_OF_TIME})*\)?)"
_STAMP = rf"(?:{_WHEN}|{_SAID}(?:{_WHEN}|{_LOOSELY})(?:,? (?:by|in) [^.!?]{{2,60}})?)"
DATE_PREFIX = re.compile(rf"\s*(?:date|published|updated|posted)\s*:?\s+{_DATE}[ \t]+(?=\S)", re.IGNORECASE)
_METADATA = _one_of(
    [
        rf"{_STAMP}(?:[\s|·•,;–—-]+{_STAMP})*",
        r"\(?\d[\d,.]* words\)?",
        labels.PARTS,
        "body|full text",
        r"(?!.*\b\d-\d\b)[\w .'’&/-]{2,40}(?:: (?:tel\.? ?)?| (?:tel|phone|call|helpline)\.?:? )"
        r"\+?\(?\d[\d ()–-]{5,}\d",
        r"(?:tel|phone|fax|e-?mail)\.?\s*:?\s*(?:\S+@\S+|\+?\(?\d[\d ()–-]{5,})",
        r"\S+@\S+\.\w+|https?://\S+|www\.\S+|@\w{3,30}",
    ]
)

_SHARE = frozenset(
    "share shares send post tweet retweet pin follow like email e-mail mail print save copy link links copied on via "
    "by to this the article story page facebook twitter x linkedin whatsapp telegram reddit instagram threads bluesky "
    "mastodon pinterest messenger flipboard sms us icon button comment comments click opens open in new window and or "
    "with your friends options more font size bookmark gift listen".split()
)
_SHARING = frozenset(
    "share shares tweet facebook twitter linkedin whatsapp telegram reddit instagram bluesky pinterest messenger "
    "flipboard email e-mail print bookmark".split()
)
_WORD = re.compile(r"[\w-]+")

_US = r"(?:(?-i:[Uu]s)|(?-i:(?<=FOLLOW )US|(?<=JOIN )US))"
"""The pronoun, not the country."""
_LIST_OF_LINKS = (
    r"(?:related|recommended|more|other|top|trending|latest|popular) "
    r"(?:stories|news|articles|content|links|reading|coverage|topics)"
    r"|related|recommended(?: for you)?|more on this(?: story| topic)?|more from .{1,40}|see also"
    r"|you (?:may|might) (?:also )?(?:like|be interested in).{0,30}|most (?:read|popular|viewed|shared)"
    r"|editor['’]?s['’]? (?:picks|choice)|trending(?: now)?"
    r"|(?:also )?read (?:more|also|next)|(?:what to )?(?:read|watch|listen to)(?: this)? next"
)
_LINKS = _one_of([rf"(?:{_LIST_OF_LINKS})\W*"])
"""A line under which links to other stories stand."""
_BOILERPLATE = _one_of(
    [
        rf"(?:{_LIST_OF_LINKS})\W*",
        r"skip to (?:main )?(?:content|navigation)|skip (?:ad|past newsletter promotion)",
        r"(?:share|save|print|copy link|comments?|menu|search|home|close|log ?in|sign ?in|register|follow|subscribe)"
        r"(?: (?:and|this|&) (?:follow|share|save|print|article|story|comments?|sign up|register))?",
        rf"follow (?:{_US}|live|our)\b.*",
        r"follow [^.,]{2,60} on (?:facebook|twitter|x|instagram|whatsapp|google news|linkedin)\b.*",
        r"(?:also )?read (?:more|also|next|the full|it here)\b.*|(?:also|must) read\b.*|see (?:also|more)\b.*",
        r"(?:don['’]t miss|more|related|watch|listen|read|live updates?)\s*[:|>»]\s*\S.*",
        r"related (?:tags|video|posts)|more top stories|(?:top|latest|other|popular) (?:headlines|now)|up next",
        r"list of \d+ items?|list \d+ of \d+\b.*|end of list",
        r"advertisement|advertising|sponsored(?: content)?|story continues below.*|article continues (?:after|below).*",
        r"(?:subscribe|sign up)(?: (?:to|for|now|here|today|and|with)\b.{0,140})?",
        rf"(?:join|download) (?:{_US}|our|now|here|today|free|the (?:conversation|discussion|debate|app|channel)|"
        r"[\w ]{0,40}\bapp)\b.{0,140}",
        r"(?:click|tap) here\b.*|for the latest (?:from|news|on)\b.*|get (?:the latest|our)\b.*",
        r"(?:©|\(c\)|copyright (?:©|\(c\)|\d)).*|all rights reserved.*",
        r"this (?:website|site) uses cookies.*|accept (?:all )?cookies.*",
        r"terms (?:of (?:use|service)|and conditions)(?: (?:apply|and|&|\|) ?.{0,60})?|privacy policy.*",
        r"back to top|loading\W*",
        r"photos?|videos?|gallery|enlarge this image|image caption|play video|view (?:comments|gallery)|"
        r"show (?:more|comments)",
        r"(?:\d+ )?comments? (?:are closed|\(\d+\)).*|leave a (?:comment|reply).*|have your say.*",
    ]
)

_INVITATION = _one_of(
    [
        r"(?:^|[.!?] |\W )(?:sign up|signup|subscribe|join|get|receive|download|follow|register|click|tap|stay|enter|"
        r"support|become|donate|never miss|want|like what|enjoy|do you|have you|got|you can|scan|start|unlock|try|"
        r"keep up|listen|be the first)\b",
        r"\byour inbox\b",
    ]
)
_OFFERED = _one_of(
    [
        r"\b(?:newsletters?|in(?:to)? your inbox|(?:on|via) (?:whatsapp|telegram)|"
        r"(?:whatsapp|telegram) (?:channel|group)|"
        r"(?:our|the|free|mobile|news) app\b|(?:e-?mail|news|breaking[- ]news) alerts?|push notifications?|"
        r"(?:our|the|this) podcasts?|your podcasts|free trial|our (?:journalism|reporting)|unlimited access|"
        r"become a (?:member|subscriber|supporter)|(?:daily|morning|evening|weekly) (?:briefing|digest))"
    ]
)
_TO_READERS = _one_of(
    [rf"\b(?:you|your|{_US}|our|sign up|subscribe|download|click|tap|join|here|delivered)\b"]
)
_TOLD = _one_of([r"[“”\"«»]|\b(?:said|says|told|added|wrote|according to)\b"])
_LINK = re.compile(r"[\w ’']{3,30}[:|>»]")
"""How a link to another story begins."""
_NOTICE = _one_of(
    [
        rf"(?:.{{0,200}}[.!?|)] )?(?-i:Follow) (?:him|her|them|{_US}|the (?:author|reporter|writer)s?) "
        r"(?:on|at|via|here)\b.{0,80}",
        r"(?:.{0,200}[.!?|)] )?(?-i:Contact|Email|E-mail|Reach|Write to) (?:him|her|them|us|the \w+|\S+) "
        r"(?:on|at|via)? ?\S+@\S+",
        r"(?:do you have|have you|have|got|know) (?:a|any|more|something) .{0,80}"
        rf"(?:e-?mail|contact|tell|send|write to)\b.{{0,60}}(?:\S+@\S+|\b{_US}\b.{{0,20}}|\bhere\W*)",
        r"this (?:story|article|report|piece|post|page) (?:was|is|has been|first|originally) "
        r"(?:first |originally |also )?"
        r"(?:appeared|published|republished|produced|updated|amended|corrected|translated|generated|syndicated)\b.*",
        r".{0,80}\b(?:republished|published) (?:here )?(?:under|with|from) "
        r"(?:a creative commons|permission|the conversation).*",
        r"this (?:is a (?:developing|breaking)(?: news)? story|"
        r"(?:breaking news )?story (?:is developing|will be updated))\b.*",
        r"(?:please )?check back (?:for|later|soon)\b.*",
        r"(?:disclaimer|editor['’]s note|correction|clarification)\s*:.*",
    ]
)


def heads_links(line: str) -> bool:
    """Does the line stand above links to other stories?"""
    return _LINKS.fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """Does the form of a line say that it is no part of the story's own words?"""
    return kind_by_form(line) in ("boilerplate", "metadata")


def kind_by_form(line: str) -> str:
    """The kind of block that a line's own form tells; `paragraph` where it tells none."""
    n_words = len(line.split())
    if len(line) < 2 * MAX_LINE_OF_FURNITURE and _NOTICE.fullmatch(line) and not _TOLD.search(line):
        return "boilerplate"
    if n_words <= MAX_INVITATION_WORDS and _invites(line):
        return "boilerplate"
    if credits.is_credits(line):
        return "byline"
    if labels.is_label(line) and (labels.is_export(line) or not _told(line)):
        return "metadata"
    if len(line) > MAX_LINE_OF_FURNITURE:
        return (
            "caption" if len(line) < 4 * MAX_LINE_OF_FURNITURE and credits.is_caption(line) else "paragraph"
        )
    if _METADATA.fullmatch(line):
        return "metadata"
    if _shares(line):
        return "boilerplate"
    if (
        _BOILERPLATE.fullmatch(line)
        and not (n_words > 12 and _END_OF_SENTENCE.search(line))
        and (not _TOLD.search(line) or _LINK.match(line))
    ):
        return "boilerplate"
    if credits.is_picture_credit(line):
        return "byline"
    if credits.is_caption(line):
        return "caption"
    return "byline" if credits.is_byline(line) else "paragraph"


def _invites(line: str) -> bool:
    return (
        _OFFERED.search(line) is not None
        and _INVITATION.search(line) is not None
        and _TO_READERS.search(line) is not None
        and not _TOLD.search(line)
    )


def _told(line: str) -> bool:
    """Is what stands behind a label a sentence?"""
    value = line.partition(":")[2].strip()
    return len(line) > 2 * MAX_LINE_OF_FURNITURE or (
        len(value.split()) > 5 and _END_OF_SENTENCE.search(value) is not None
    )


def _shares(line: str) -> bool:
    words = [word.lower() for word in _WORD.findall(line)]
    return (
        0 < len(words) <= MAX_SHARE_WORDS
        and not _END_OF_SENTENCE.search(line)
        and any(word in _SHARING for word in words)
        and all(word in _SHARE or word.isdigit() for word in words)
    )
