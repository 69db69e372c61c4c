"""Numbers with the noun they count, in the form that goes with them."""

from __future__ import annotations


def noun(n: int, nouns: str) -> str:
    """The noun of a count, given for more than one: "mention" of "mentions"; what follows " of " is kept.

    Args:
        n: how many.
        nouns: for more than one, or none.
    """
    if n != 1:
        return nouns
    head, of, rest = nouns.partition(" of ")
    return (f"{head[:-3]}y" if head.endswith("ies") else head.removesuffix("s")) + of + rest


def several(n: int, noun: str, more: str | None = None) -> str:
    """A count in words: "1 word", "1,204 words", "2 entities".

    Args:
        n: how many.
        noun: for one of them.
        more: for more, or none; else as :func:`plural` has it.
    """
    return f"{n:,} {noun if n == 1 else more or plural(noun)}"


_ENDINGS = {
    "man": "men",
    "child": "children",
    "person": "people",
    "ife": "ives",
    "foot": "feet",
    "people": "people",
}
_REGULAR = frozenset("human german roman norman ottoman shaman talisman".split())


def plural(noun: str) -> str:
    """More than one of what a noun names: "witnesses" of "witness"; what ends as a plural does stays as it is.

    Args:
        noun: in the singular; of several words the last one changes.
    """
    last = noun.split(" ")[-1].lower()
    for one, many in _ENDINGS.items():
        if last.endswith(one) and last not in _REGULAR:
            return noun.removesuffix(one) + many
    if last.endswith(("ss", "us", "x", "z", "ch", "sh")):
        return f"{noun}es"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun if last.endswith("s") else f"{noun}s"


def singulars(nouns: str) -> list[str]:
    """What a noun for more than one may name one of, the likelier first: "wife" and "wive" of "wives"."""
    irregular = [nouns.removesuffix(many) + one for one, many in _ENDINGS.items() if nouns.endswith(many)]
    ones = [*irregular, f"{nouns[:-3]}y", nouns[:-2], nouns[:-1]]
    return [one for one in ones if one != nouns and plural(one) == nouns]
