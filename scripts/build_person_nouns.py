"""Build data/lexicon/persons.tsv from Princeton WordNet, as Debian packs it.

    apt-get download wordnet-base; dpkg-deb -x wordnet-base_*.deb DIR
    python -m scripts.build_person_nouns DIR/usr/share/wordnet

A noun stands in the list where it is a person in half or more of its uses in WordNet's tagged texts, of which the
package has the counts: *welder*, *resident*, not *carrier*. Where they have it nowhere, the first of its senses and
half of all must be persons. Behind one that is a person in one sense alone stands what its bearers are besides, one
or two steps up and among the roles in roles.txt: *singer* behind *soprano*, nothing behind *skipper*. Marked *thing*
are other nouns that end as doers do: *computer*, *letter*. One a line, sorted.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tellings.resources.lexicon import DOERS, classes, words

LEXICON = Path(__file__).resolve().parent.parent / "data" / "lexicon"
HEAD = """\
# English nouns that mostly mean a person, with what else such a person is; and, marked "thing", nouns that end as doers
# do and mostly mean none.
# Made by scripts/build_person_nouns.py from Debian's wordnet-base 1:3.0-37.
# Source and licence: Princeton WordNet, whose notice follows."""
_PERSONS = "18"
"""WordNet's file of nouns for persons."""
_PERSON = "00007846"
"""The synset of *person* itself, which stands above them in another file."""
_BROAD = 150
"""A noun with so many beneath it tells nobody: a worker, an expert, a leader."""

_NO_TRADES = frozenset(
    "assistant attacker chief father founder husband mother negotiator owner partner prisoner protector resident rival "
    "student victim wife witness youngster".split()
)
"""What somebody is to others or for a while: none is told of so by another noun."""


def main(arguments: list[str]) -> int:
    """Write the list; 2 where WordNet's folder is not given."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    used: dict[str, dict[int, int]] = defaultdict(dict)
    for key, number, count in map(str.split, _entries(folder / "cntlist.rev")):
        word, kind = key.split("%")
        if kind.startswith("1:"):
            used[word][int(number)] = int(count)
    synsets = dict(_synsets(folder / "data.noun"))
    found, senses, several = {}, {}, set[str]()
    for line in _entries(folder / "index.noun"):
        word, _, number, *rest = line.split()
        offsets = enumerate(rest[-int(number) :], 1)
        meant = {n: one for n, one in offsets if word in synsets[one].printed}  # no names
        if not meant or not word.replace("-", "").isalpha():
            continue
        counts = {n: used[word].get(n, 0) for n in meant}
        tagged = any(counts.values())
        if not tagged:
            counts = dict.fromkeys(meant, 1)
        of_persons = [n for n, one in meant.items() if synsets[one].person]
        mostly = 2 * sum(counts[n] for n in of_persons) >= sum(counts.values())
        if mostly and (tagged or 1 in of_persons):
            senses[word] = meant[max(of_persons, key=lambda n: (counts[n], -n))]
            several |= {word} if len(of_persons) > 1 else set()
        elif not mostly and word.endswith(DOERS):
            found[word] = "\tthing"
    size = Counter(one for synset in senses.values() for one in _above(synset, synsets))
    trades = {
        w for w in words("roles") if w in senses and not classes("roles").get(w) and size[senses[w]] < _BROAD
    } - _NO_TRADES
    for word, synset in senses.items():
        near = {*synsets[synset].above, *(two for one in synsets[synset].above for two in synsets[one].above)}
        kinds = sorted(kind for kind in trades - {word} if senses[kind] in near and word not in several)
        found[word] = "\t" + " ".join(kinds) if kinds else ""
    lines = [word + kind for word, kind in sorted(found.items())]
    (LEXICON / "persons.tsv").write_text(
        "\n".join([HEAD, *_notice(folder / "data.noun"), *lines, ""]), "utf-8"
    )
    print(f"{len(lines):,} words")
    return 0


class _Synset(NamedTuple):
    printed: set[str]
    person: bool
    above: list[str]


def _synsets(path: Path) -> Iterator[tuple[str, _Synset]]:
    """The synsets of nouns by their offsets, with the words as printed and the synsets above."""
    for line in _entries(path):
        offset, file, _, count, *rest = line.split(" ")
        end = 2 * int(count, 16)
        pointers = rest[end + 1 : end + 1 + 4 * int(rest[end])]
        above = [pointers[i + 1] for i in range(0, len(pointers), 4) if pointers[i] == "@"]
        yield offset, _Synset(set(rest[:end:2]), file == _PERSONS or offset == _PERSON, above)


def _above(synset: str, synsets: dict[str, _Synset]) -> set[str]:
    """All synsets above one."""
    above = set(synsets[synset].above)
    return above.union(*(_above(one, synsets) for one in above))


def _entries(path: Path) -> list[str]:
    """The lines of a file of WordNet's behind its licence."""
    return [line for line in path.read_text("latin-1").splitlines() if not line.startswith(" ")]


def _notice(path: Path) -> list[str]:
    """WordNet's licence, which every copy keeps, as comments: without the numbers of its lines."""
    head = (line for line in path.read_text("latin-1").splitlines() if line.startswith(" "))
    return [f"# {line.strip().partition(' ')[2]}".strip() for line in head]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
