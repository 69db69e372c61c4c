"""Build data/lexicon/persons.tsv from Princeton WordNet, as Debian packs it.

    apt-get download wordnet-base; dpkg-deb -x wordnet-base_*.deb DIR
    python -m scripts.build_person_nouns DIR/usr/share/wordnet

A noun stands in the list where it is a person in half or more of its uses in WordNet's tagged texts, of which the
package has the counts: *welder*, *resident*, not *carrier*. Where they have it nowhere, the first of its senses and
half of all must be persons. Marked *thing* are other nouns that end as doers do: *computer*, *letter*. One a line,
sorted.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from tellings.resources.lexicon import DOERS

LEXICON = Path(__file__).resolve().parent.parent / "data" / "lexicon"
HEAD = """\
# English nouns that mostly mean a person; and, marked so, nouns that end as doers do and mostly mean none.
# Made by scripts/build_person_nouns.py from Debian's wordnet-base 1:3.0-37.
# Source and licence: Princeton WordNet, whose notice follows."""
_PERSONS = "18"
"""WordNet's file of nouns for persons."""
_PERSON = "00007846"
"""The synset of *person* itself, which stands above them in another file."""


def main(arguments: list[str]) -> int:
    """Write the list; 2 where WordNet's folder is not given."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    used: dict[str, dict[int, int]] = defaultdict(dict)
    for key, sense, count in map(str.split, _entries(folder / "cntlist.rev")):
        word, kind = key.split("%")
        if kind.startswith("1:"):
            used[word][int(sense)] = int(count)
    persons, printed = set(), {}
    for line in _entries(folder / "data.noun"):
        synset, file, _, count, *rest = line.split(" ")
        printed[synset] = set(rest[: 2 * int(count, 16) : 2])
        if file == _PERSONS or synset == _PERSON:
            persons.add(synset)
    found = {}
    for line in _entries(folder / "index.noun"):
        word, _, senses, *rest = line.split()
        meant = {n: one for n, one in enumerate(rest[-int(senses) :], 1) if word in printed[one]}  # no names
        if not meant or not word.replace("-", "").isalpha():
            continue
        counts = {n: used[word].get(n, 0) for n in meant}
        tagged = any(counts.values())
        if not tagged:
            counts = dict.fromkeys(meant, 1)
        mostly = 2 * sum(n for at, n in counts.items() if meant[at] in persons) >= sum(counts.values())
        if mostly and (tagged or meant.get(1) in persons):
            found[word] = ""
        elif not mostly and word.endswith(DOERS):
            found[word] = "\tthing"
    lines = [word + kind for word, kind in sorted(found.items())]
    (LEXICON / "persons.tsv").write_text(
        "\n".join([HEAD, *_notice(folder / "data.noun"), *lines, ""]), "utf-8"
    )
    print(f"{len(lines):,} words")
    return 0


def _entries(path: Path) -> list[str]:
    """The lines of a file of WordNet's behind its licence."""
    return [line for line in path.read_text("latin-1").splitlines() if not line.startswith(" ")]


def _notice(path: Path) -> list[str]:
    """WordNet's licence, which every copy keeps, as comments: without the numbers of its lines."""
    head = (line for line in path.read_text("latin-1").splitlines() if line.startswith(" "))
    return [f"# {line.strip().partition(' ')[2]}".strip() for line in head]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
