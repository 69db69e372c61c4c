"""Build data/lexicon/common_words.txt from Debian's package of English words.

    apt-get download wamerican-small; dpkg-deb -x wamerican-small_*.deb DIR
    python -m scripts.build_common_words DIR/usr/share/dict/american-english-small

The words (SCOWL, size 35, Kevin Atkinson; free to use and to change) are those that the dictionary prints in small
letters and that the gazetteer knows as the name of a town or village: Lucky, White, Walk. One a line, sorted.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tellings.resources import gazetteer

LEXICON = Path(__file__).resolve().parent.parent / "data" / "lexicon"
HEAD = (
    "# English words that are also a town's or village's name: alone, capitalised, they seldom are that place.\n"
    "# Made by scripts/build_common_words.py from Debian's wamerican-small 2020.12.07-2 (SCOWL, Kevin Atkinson; its\n"
    "# licence lets anybody use, copy, change and pass on the list, with its notice: wordlist.aspell.net).\n"
)


def main(arguments: list[str]) -> int:
    """Write the list; 2 where the dictionary is not given."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    places = gazetteer.load()
    words = {line.strip() for line in Path(arguments[0]).read_text("utf-8").splitlines()}
    found = sorted(
        word
        for word in words
        if word.isascii()
        and word.isalpha()
        and word.islower()
        and len(word) > 2
        and "city" in places.kinds(word.capitalize())
    )
    (LEXICON / "common_words.txt").write_text(HEAD + "\n".join(found) + "\n", "utf-8")
    print(f"{len(found):,} words")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
