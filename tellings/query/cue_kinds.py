"""Kinds of verbs and nouns of saying: how an outlet lets somebody speak.

Neutral verbs only say that somebody spoke; the others add what the reporter holds of it. The kinds follow the classes
of reporting verbs in Caldas-Coulthard, "On reporting reporting" (1994), assertive and directive ones parted further.
"""

from __future__ import annotations

from tellings.resources import lexicon

_ROWS = lexicon.rows("cue_kinds")
KINDS = {kind: tuple(words.split()) for kind, words, _ in _ROWS if words}
"""The words of each kind, in the order in which a cue of several words is read: the kinds that add most come first."""

ORDER = (
    "says", "claims", "confirms", "denies", "criticises", "demands", "warns", "promises", "praises", "other", "no cue"
)  # fmt: skip
"""All kinds in the order in which they are shown. `other`: a cue that no kind names; `no cue`: words without one."""

MEANS = {kind: means for kind, _, means in _ROWS}
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
