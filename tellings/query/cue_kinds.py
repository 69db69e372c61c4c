"""Kinds of verbs and nouns of saying: how an outlet lets somebody speak.

Neutral verbs only say that somebody spoke; the others add what the reporter holds of it. The kinds follow the classes
of reporting verbs in Caldas-Coulthard, "On reporting reporting" (1994), assertive and directive ones parted further.
"""

from __future__ import annotations

KINDS: dict[str, tuple[str, ...]] = {
    "claims": tuple(
        "allegation allege argue argument assert assertion aver avow boast brag claim contend "
        "contention declaration declare gloat hint imply insinuate insinuation insist insistence "
        "maintain opine purport reason reckon speculate suggest suggestion surmise tout".split()
    ),
    "confirms": tuple(
        "acknowledge admission admit affirm agree allow attest clarify concede conclude conclusion "
        "confess confirm confirmation corroborate demonstrate disclose emphasise emphasize explain "
        "explanation find highlight indicate note observation observe point reaffirm remind reminder "
        "reveal revelation signal stress testify testimony underline underscore verify".split()
    ),
    "denies": tuple(
        "contradict counter denial deny disagree dismiss dispute object objection protest rebuff "
        "rebut refute reject rejection retort".split()
    ),
    "criticises": tuple(
        "accusation accuse admonish assail attack bemoan berate blame blast brand castigate charge "
        "chastise chide complain complaint condemn criticise criticize cry decry denounce deplore "
        "deride fume grumble lambast lambaste lament lash lecture mock pan question rail rant rave "
        "rebuke reprimand ridicule scold slam slur sneer taunt tease vent".split()
    ),
    "demands": tuple(
        "advise advocate appeal ask beg bid command demand exhort implore instruct invite order "
        "petition plead press push recommend request require urge".split()
    ),
    "warns": tuple("bluster caution challenge threat threaten warn warning".split()),
    "promises": tuple(
        "assurance assure guarantee offer pledge predict prediction proclaim promise proposal propose "
        "reassure swear volunteer vow".split()
    ),
    "praises": tuple(
        "applaud cheer commend congratulate enthuse gush hail laud praise thank welcome".split()
    ),
    "says": tuple(
        "according add announce announcement answer apologise apologize bark bellow blog chant "
        "chuckle comment compare confide continue describe description detail dub elaborate estimate "
        "exclaim express inform inquire interject invoke joke label laugh liken mention message mourn "
        "mumble murmur muse mutter outline phrase ponder post preach proclamation query quip quote "
        "raise read recall recount refer reflect reiterate relate remark remember repeat reply report "
        "respond restate roar rule say scream shout shriek sigh sing smile snap snarl speak specify "
        "stammer state statement stipulate summarise summarize talk tell term text think thunder "
        "tweet voice wail whisper wisecrack wonder word words write yell".split()
    ),
}
"""The words of each kind, in the order in which a cue of several words is read: the kinds that add most come first."""

ORDER = (
    "says", "claims", "confirms", "denies", "criticises", "demands", "warns", "promises", "praises", "other", "no cue"
)  # fmt: skip
"""All kinds in the order in which they are shown. `other`: a cue that no kind names; `no cue`: words without one."""
CALLED = {kind: kind for kind in ORDER} | {"no cue": "no verb"}
"""The kinds, for people."""

MEANS = {
    "says": "says, tells, adds, according to: only that it was said",
    "claims": "claims, insists, alleges: the reporter does not vouch for it",
    "confirms": "confirms, admits, notes: the reporter takes it for true",
    "denies": "denies, rejects, dismisses",
    "criticises": "accuses, criticises, condemns",
    "demands": "demands, urges, calls for",
    "warns": "warns, threatens",
    "promises": "promises, pledges, proposes",
    "praises": "praises, welcomes, thanks",
    "other": "a word of saying that no kind names, or that may be of several (called)",
    "no cue": "the turn goes on, or a name and a colon",
}
"""Each kind in plain words."""

_IRREGULAR = {
    "bid": "bade bidden",
    "find": "found",
    "say": "said",
    "sing": "sang sung",
    "speak": "spoke spoken",
    "swear": "swore sworn",
    "tell": "told",
    "think": "thought",
    "write": "wrote written",
}
_DOUBLED = frozenset("admit beg blog brag dub pan quip rebut refer slam slur tag".split())


def forms(word: str) -> list[str]:
    """A word of saying with the endings that a verb or noun takes.

    >>> forms("deny")
    ['deny', 'denies', 'denied', 'denying']
    """
    stem = word.removesuffix("e")
    if word in _DOUBLED:
        stem += word[-1]
    if word.endswith("y") and word[-2] not in "aeiou":
        endings = [f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"]
    else:
        plural = f"{word}es" if word.endswith(("s", "sh", "ch", "x")) else f"{word}s"
        endings = [plural, f"{stem}ed", f"{stem}ing"]
    return [word, *endings, *_IRREGULAR.get(word, "").split()]


def _condition() -> str:
    cases = " ".join(
        f"WHEN regexp_matches(lower(cue), '\\b({'|'.join(form for word in words for form in forms(word))})\\b') "
        f"THEN '{kind}'"
        for kind, words in KINDS.items()
    )
    return f"(CASE WHEN cue IS NULL THEN 'no cue' {cases} ELSE 'other' END)"


KIND_OF_CUE = _condition()
"""SQL: the kind of a quotation's cue."""
