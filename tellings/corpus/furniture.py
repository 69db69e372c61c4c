"""What stands on a page or in a database's export beside the article, told by the form of a line.

Menus, links to other stories, invitations to subscribe, credits, dates, the labels of an export with their values: each
line is judged alone, as a whole, by general wording. A line of prose that begins alike is none.
"""

from __future__ import annotations

import re

MAX_LINE_OF_FURNITURE = 120
MAX_BYLINE_WORDS = 14
MAX_CREDITS = 400
MAX_INVITATION_WORDS = 45

_END_OF_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?)"
_DATE = (
    rf"(?:{_WEEKDAY} )?(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|"
    rf"th)?,? \d{{4}})(?:,? {_WEEKDAY})?"
)
_ZONE = r"(?:\s*\(?(?:[A-Z]{2,5}|local time)(?:\s?[+-]\d{1,4})?\)?)"
_TIME = rf"(?:[\s,—–|@·-]*(?:at\s*)?\d{{1,2}}[:.h]?\d{{2}}(?:[:.]\d{{2}})?(?:\s*[ap]\.?m\.?)?{_ZONE}?)?"
_SAID = (
    r"(?:(?:first |originally |last )?(?:date|published|updated?|posted|modified|created|issued|released|"
    r"filed|as of)"
    r"(?: on| at)?\s*:?\s*)"
)
_SAID_LOOSELY = (
    r"(?:date|published|updated|last updated|posted|first published|modified|issued on)\b[^.]*\d[^.]*"
)
_AGO = r"(?:\d+|an?|one|two) (?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?) (?:read|ago)"
_STAMP = rf"(?:{_SAID}?(?:{_DATE}{_TIME}|{_AGO})|{_SAID_LOOSELY})"

DATE_PREFIX = re.compile(rf"\s*(?:date|published|updated|posted)\s*:?\s+{_DATE}[ \t]+(?=\S)", re.IGNORECASE)

_LABELS = (
    r"byline|section|length|load[- ]date|publication[- ](?:type|date|title|info|year)|language|"
    r"document[- ]type|dateline|"
    r"highlight|subjects?|organi[sz]ations?|geographic|classification|graphic|journal[- ]code|issn|isbn|"
    r"edition|"
    r"pages?|pg|word[- ]count|keywords?|tags?|tagged(?: as| with)?|categor(?:y|ies)|topics?|source|url|"
    r"web|link|author|"
    r"(?:posted|filed) (?:in|under)|industry|compan(?:y|ies)|ticker|copyright|database|"
    r"(?:proquest )?document (?:id|url)|"
    r"last updated|first published|place of publication|publisher|accession number|user name|"
    r"date and time|job number|"
    r"client/matter|search (?:terms|type)|narrowed by|correction-date|series|volume|column|type|terms|"
    r"download request|"
    r"(?:media |press )?contacts?|reference|doi|länge|sprache|autor|longueur|langue"
)
LABEL = re.compile(rf"(?:{_LABELS})\s?:(?:[\s\u00a0]+\S.*)?$", re.IGNORECASE)
_EXPORT = re.compile(
    r"(?:BYLINE|SECTION|LENGTH|LOAD-DATE|PUBLICATION-TYPE|DATELINE|HIGHLIGHT|DOCUMENT-TYPE|JOURNAL-CODE|"
    r"SUBJECT|GEOGRAPHIC|"
    r"LANGUAGE|LÄNGE|SPRACHE|LONGUEUR|LANGUE|(?:Section|Length|Byline|Load-Date|Publication-Type|"
    r"Classification)):"
)
FIELD = re.compile(
    r"(?P<code>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN|CT|CLM|ART|"
    r"RF)(?:\s+(?=\S)|$)"
)
"""A field of Factiva's: a code at the beginning of a line, the value behind it."""
FIELDS_OF_TEXT = frozenset({"LP", "TD", "HD", "BY"})

_METADATA = re.compile(
    rf"(?:{_STAMP}(?:[\s|·•,;–—-]+{_STAMP})*"
    r"|\(?\d[\d,.]* words\)?"
    r"|\d+ (?:of|von|de) \d+ (?:documents?|dokumente?n?)|(?:document|dokument) \d+ (?:of|von|de) \d+|"
    r"end of document"
    r"|body|full text|document [A-Z]{4,}0\d{8,}\w*"
    r"|[\w .'’&/-]{2,40}(?:: (?:tel\.? ?)?| (?:tel|phone|call|helpline)\.?:? )\+?\(?\d[\d ()–-]{5,}\d"
    r"|(?:tel|phone|fax|e-?mail)\.?\s*:?\s*(?:\S+@\S+|\+?\(?\d[\d ()–-]{5,}))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:\S+@\S+\.\w+|https?://\S+|www\.\S+|@\w{3,30})")

_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|dpa|DPA|ANI|PTI|UPI|Xinhua|EFE|TASS|IANS|Bloomberg|CNN|PA|AAP|ANSA|"
    r"Agencies|AGENCIES)"
)
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w.’'-]*"
_PERSON = rf"{_CAPITAL}(?: (?:(?:de|van|von|der|den|da|di|al|el|bin|la|le|du|dos)\b|{_CAPITAL})){{1,3}}"
BYLINE = re.compile(
    r"(?:(?:(?:[Ww]ords|[Ss]tory|[Tt]ext|[Rr]eport|[Rr]eported|[Ww]ritten|[Aa]nalysis) )?(?:[Bb]y|"
    r"BY):? [^\W\d_a-z][^.!?]{1,110}"
    r"|[-–—] ?[A-Z][\w.&’'-]*(?:[ /-][A-Z][\w.&’'-]*){0,5}"
    rf"|\(?{_AGENCY}(?:[/, ](?:[A-Z][\w.&’'-]*[/, ]*)*)?\)?"
    r"|(?:[A-Z][\w.’'-]+ ){1,4}(?:contributed|reported) (?:to|from) .{2,120})"
)
_WORK = (
    r"(?:reporting|writing|editing|compiled|edited|written|translated|translation|graphics?|photographs|"
    r"photos|photography|"
    r"video|produced|production|research|reports)"
)
CREDITS = re.compile(
    rf"[(\[—–-]?\s?(?i:(?:with )?(?:additional |further )?{_WORK}(?: and \w+(?:ing|"
    rf"ed))? by:?) [^\W\d_a-z].{{1,360}}"
    r"|[(\[—–-]?\s?(?i:with (?:files|reporting|inputs?|additional reporting|reports|agency inputs?|"
    r"agencies))\b.{0,120}"
    rf"|{_PERSON}.{{0,140}} (?:contributed to|contributed reporting (?:to|for|from)) this (?:report|story|"
    rf"article)\b.{{0,60}}"
)
TWO_NAMES = re.compile(rf"{_PERSON}(?:, {_PERSON})*,? (?:and|&) {_PERSON}")
NAME_ALONE = re.compile(rf"{_PERSON}(?:(?:,| \||  ?[-–—]) [^.!?]{{2,60}})?")
ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|journalist|columnist|producer|bureau|staff|agencies|news|"
    r"radio|tv|television|"
    r"BBC|CNN|NPR|AFP|AP|Reuters)\b",
    re.IGNORECASE,
)

_STOCK = (
    r"(?i:getty(?: images)?|shutterstock|istock|alamy|afp|reuters|epa(?:-efe)?|ap|pa|aap|bloomberg|xinhua|"
    r"zuma|imago|anadolu|"
    r"supplied|handout|wikimedia(?: commons)?|unsplash|flickr)"
)
_NAMED = (
    r"(?:(?:[^\W\d_a-zß-ÿ][\w.'’&-]*|de|van|von|der|of|for|and|la|le|al|bin|the)"
    r"(?: ?[,/|] ?| |(?=[)\]/|.]|$))){1,9}"
)
CREDIT = re.compile(
    r"[(\[]?(?i:(?:file )?(?:photo(?:graph)?s?|image|picture|pic|video|illustration)"
    r"(?: (?:credits?|source|by|courtesy(?: of)?|from)\s?[:|,]?|\s?[:|,])"
    rf"|(?:credits?|courtesy(?: of)?)\s?[:|]?)\s+(?:©\s?)?{_NAMED}(?:(?:/ ?|via ){_STOCK})*[)\]]?\.?"
    rf"|[(\[]?(?:©\s?)?(?:{_NAMED})?(?:/ ?|via ){_STOCK}(?: ?/ ?{_NAMED})?[)\]]?\.?"
    rf"|(?:AFP|REUTERS|Reuters|AP|EPA)(?: PHOTO)? ?/ ?{_NAMED}"
    rf"|(?:©\s?)?{_STOCK}(?i: images| photo)?"
)
CAPTION = re.compile(
    r"(?:[(\[](?:file )?(?:photo|image|picture|photograph|video|credit|pic)\b[^)\]]*[)\]])\s*\.?$"
    r"|^(?:photo|image|picture|caption|photograph|image source|image caption|photo credit|file photo)\s*:"
    r"|\b(?:getty images|via (?:ap|reuters|afp|getty|epa)|epa-efe|shutterstock|istock)\s*[)\]]?\.?$"
    r"|/ ?(?:ap|afp|reuters|epa|getty)(?: images)?\s*[)\]]?\.?$",
    re.IGNORECASE,
)

_SHARE = frozenset(
    "share shares send post tweet retweet pin follow like email e-mail mail print save copy link links "
    "copied on via by to "
    "this the article story page facebook twitter x linkedin whatsapp telegram reddit instagram threads "
    "bluesky mastodon "
    "pinterest messenger flipboard sms us icon button comment comments click opens open in new window "
    "and or with your "
    "friends options more font size bookmark gift listen".split()
)
_SHARING = frozenset(
    "share shares tweet facebook twitter linkedin whatsapp telegram reddit instagram bluesky pinterest "
    "messenger flipboard "
    "email e-mail print bookmark".split()
)
_NOTHING_ELSE = re.compile(r"[\w-]+")

BOILERPLATE = re.compile(
    r"(?:skip to (?:main )?(?:content|navigation)|skip (?:ad|past newsletter promotion)"
    r"|(?:share|save|print|copy link|comments?|menu|search|home|close|log ?in|sign ?in|register|follow|"
    r"subscribe)"
    r"(?: (?:and|this|&) (?:follow|share|save|print|article|story|comments?|sign up|register))?"
    r"|follow (?:us|live|our)\b.*|follow [^.,]{2,60} on (?:facebook|twitter|x|instagram|whatsapp|"
    r"google news|linkedin)\b.*"
    r"|(?:also )?read (?:more|also|next|the full|it here)\b.*|(?:also|must) read\b.*|see (?:also|"
    r"more)\b.*|see more"
    r"|(?:don['’]t miss|more|related|watch|listen|read|live updates?)\s*[:|>»]\s*\S.*"
    r"|related(?: (?:stories|news|articles|content|links|reading|coverage|topics|tags|video|posts))?|"
    r"recommended(?: stories| reading| for you)?|(?:you (?:may|might) (?:also )?(?:like|"
    r"be interested in)).{0,30}"
    r"|(?:more (?:on this(?: story| topic)?|from .{1,40}|stories|news|coverage|top stories))|most (?:read|"
    r"popular|viewed|shared)"
    r"|(?:top|trending|latest|other|popular) (?:stories|news|headlines|articles|now)|trending|up next|"
    r"editor['’]?s['’]? (?:picks|choice)"
    r"|what to (?:read|watch|listen to) next|list of \d+ items?|list \d+ of \d+\b.*|end of list"
    r"|(?:advertisement|advertising|sponsored(?: content)?|story continues below.*|"
    r"article continues (?:after|below).*)"
    r"|(?:subscribe|sign up)(?: (?:to|for|now|here|today|and|with)\b.{0,140})?"
    r"|(?:join|download) (?:us|our|now|here|today|free|the (?:conversation|discussion|debate|app|channel)|"
    r"[\w ]{0,40}\bapp)\b.{0,140}"
    r"|(?:click|tap) here\b.*|for the latest (?:from|news|on)\b.*|get (?:the latest|our)\b.*"
    r"|(?:©|\(c\)|copyright (?:©|\(c\)|\d)).*|all rights reserved.*"
    r"|this (?:website|site) uses cookies.*|accept (?:all )?cookies.*"
    r"|terms (?:of use|and conditions).*|privacy policy.*|back to top|loading\W*"
    r"|(?:photos?|videos?|gallery|enlarge this image|image caption|play video|view (?:comments|gallery)|"
    r"show (?:more|comments))"
    r"|(?:\d+ )?comments? (?:are closed|\(\d+\)).*|leave a (?:comment|reply).*|have your say.*)",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"(?:(?:related|recommended|more|other|top|trending|latest|popular)(?: (?:stories|news|articles|"
    r"content|links|reading|coverage|topics))"
    r"|related|recommended(?: for you)?|(?:also )?read (?:more|also|next)|more on this(?: story| topic)?|"
    r"more from .{1,40}|see also"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|most (?:read|popular|viewed|shared)|"
    r"editor['’]?s['’]? (?:picks|choice)"
    r"|trending(?: now)?|(?:what to )?(?:read|watch|listen to)(?: this)? next)\W*",
    re.IGNORECASE,
)
"""A line under which links to other stories stand."""

_INVITATION = re.compile(
    r"(?:^|[.!?] |\W )(?:sign up|signup|subscribe|join|get|receive|download|follow|register|click|tap|"
    r"stay|enter|support|become|"
    r"donate|never miss|want|like what|enjoy|our|this|the|have|do you|got|you can|scan|start|unlock|try|"
    r"keep up|be the first)\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:newsletters?|in(?:to)? your inbox|(?:on|via) (?:whatsapp|telegram)|(?:whatsapp|telegram) (?:channel|group)|"
    r"(?:our|the|free|"
    r"mobile|news) app\b|"
    r"(?:e-?mail|news|breaking[- ]news) alerts?|push notifications?|(?:our|the|this) podcasts?|your podcasts|"
    r"free trial|"
    r"our (?:journalism|reporting)|"
    r"unlimited access|become a (?:member|subscriber|supporter)|daily (?:briefing|digest)|(?:morning|"
    r"evening|weekly) (?:briefing|digest))",
    re.IGNORECASE,
)
_TO_READERS = re.compile(
    r"\b(?:you|your|us|our|sign up|subscribe|download|click|tap|join|here|delivered)\b", re.IGNORECASE
)
_TOLD = re.compile(r"[“”\"«»]|\b(?:said|says|told|added|according to)\b", re.IGNORECASE)
_NOTICE = re.compile(
    r"(?:.{0,200}[.!?|)] )?(?-i:Follow) (?:him|her|them|us|the (?:author|reporter|writer)s?) "
    r"(?:on|at|via|here)\b.{0,80}"
    r"|(?:.{0,200}[.!?|)] )?(?-i:Contact|Email|E-mail|Reach|Write to) (?:him|her|them|us|the \w+|\S+) "
    r"(?:on|at|via)? ?\S+@\S+"
    r"|(?:do you have|have you|have|got|know) (?:a|any|more|something) .{0,80}"
    r"(?:e-?mail|contact|tell|send|write to)\b.{0,60}(?:\S+@\S+|\bus\b.{0,20}|\bhere\W*)|"
    r"this (?:story|article|report|piece|post|page) (?:was|is|has been|first|originally) (?:first |"
    r"originally |also )?"
    r"(?:appeared|published|republished|produced|updated|amended|corrected|translated|generated|syndicated)\b.*"
    r"|.{0,80}\b(?:republished|published) (?:here )?(?:under|with|from) (?:a creative commons|permission|"
    r"the conversation).*"
    r"|this (?:is a (?:developing|breaking)(?: news)? story|(?:breaking news )?story (?:is developing|"
    r"will be updated))\b.*"
    r"|(?:please )?check back (?:for|later|soon)\b.*"
    r"|(?:disclaimer|editor['’]s note|correction|clarification)\s*:.*",
    re.IGNORECASE,
)

_SEVERAL = (
    re.compile(
        r"^[ \t]*\d+ (?:of|von|de) \d+ (?:documents?|dokumente?n?)[ \t]*$", re.IGNORECASE | re.MULTILINE
    ),
    re.compile(r"^[ \t]*(?:document|dokument) \d+ (?:of|von|de) \d+[ \t]*$", re.IGNORECASE | re.MULTILINE),
    re.compile(r"^[ \t]*end of document[ \t]*$", re.IGNORECASE | re.MULTILINE),
    re.compile(r"^(?:LENGTH|LÄNGE|LONGUEUR|Length):[ \t\u00a0]*\d", re.MULTILINE),
    re.compile(r"^(?:LOAD-DATE|Load-Date):", re.MULTILINE),
    re.compile(r"^(?:AN\s+)?Document [A-Z]{4,}0\d{8,}\w*[ \t]*$", re.MULTILINE),
    re.compile(r"^ProQuest document ID:", re.MULTILINE),
    re.compile(r"^Full text:", re.MULTILINE),
    re.compile(r"^HD[ \t]+\S", re.MULTILINE),
)


def n_articles(text: str) -> int:
    """How many articles a database's export holds, by what stands once in each of them; at least one."""
    return max(1, *(sum(1 for _ in form.finditer(text)) for form in _SEVERAL))


def is_label(line: str) -> bool:
    """Is it a label of an export or a page with its value?"""
    return LABEL.match(line) is not None


def is_export(line: str) -> bool:
    """Is it a label that nothing but a newspaper database prints?"""
    return _EXPORT.match(line) is not None


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
    if len(line) <= MAX_CREDITS and _credited(line) and CREDITS.fullmatch(line):
        return "byline"
    if LABEL.match(line) and (is_export(line) or not _told(line)):
        return "metadata"
    if len(line) > MAX_LINE_OF_FURNITURE:
        return "caption" if len(line) < 4 * MAX_LINE_OF_FURNITURE and CAPTION.search(line) else "paragraph"
    if _METADATA.fullmatch(line) or _ADDRESS.fullmatch(line):
        return "metadata"
    if _shares(line):
        return "boilerplate"
    if (
        BOILERPLATE.fullmatch(line)
        and not (n_words > 12 and _END_OF_SENTENCE.search(line))
        and not _quotes(line)
    ):
        return "boilerplate"
    if CREDIT.fullmatch(line):
        return "byline"
    if CAPTION.search(line):
        return "caption"
    if BYLINE.fullmatch(line) and n_words <= MAX_BYLINE_WORDS:
        return "byline"
    return "paragraph"


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


def _quotes(line: str) -> bool:
    """Does somebody say something in it, and is it no link to another story?"""
    return _TOLD.search(line) is not None and not re.match(r"[\w ’']{3,30}[:|>»]", line)


_BY = re.compile(r"\bby\b|contribut|^\W{0,2}with\b", re.IGNORECASE)


def _credited(line: str) -> bool:
    """May it be a list of who did what, and no sentence about it?"""
    return _BY.search(line) is not None and not re.search(
        r"\b(?:was|were|is|are|has|had|said|says|will)\b", line
    )


def _shares(line: str) -> bool:
    words = [word.lower() for word in _NOTHING_ELSE.findall(line)]
    return (
        0 < len(words) <= 20
        and not _END_OF_SENTENCE.search(line)
        and any(word in _SHARING for word in words)
        and all(word in _SHARE or word.isdigit() for word in words)
    )
