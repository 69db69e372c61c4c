"""What made a corpus: the versions of program, model, rules and tables, so that a figure can be traced."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from tellings import schema
from tellings.settings import ROOT, VERSION

PROGRAM = VERSION

_ANNOTATION = (
    *(f"tellings/{package}" for package in ("annotation", "corpus", "identity", "resources")),
    *("data/lexicon", "data/gazetteer"),
)
_RESOLUTION = ("tellings/resolution",)
_CODE = {".py", ".csv", ".tsv", ".txt", ".json", ".jsonl", ".md", ".yml", ".yaml", ".toml"}


def annotation() -> str:
    """A hash of all that decides what is found in an article: rules, lexica, gazetteer. Line ends do not count."""
    return _hashed(_ANNOTATION)


def rules(annotated_by: str | None = None) -> str:
    """A hash of all rules: those that annotated (None: today's) and today's that resolve."""
    both = (annotated_by or annotation()) + _hashed(_RESOLUTION)
    return hashlib.sha256(both.encode()).hexdigest()[:12]


@cache
def _hashed(places: tuple[str, ...]) -> str:
    total = hashlib.sha256()
    for place in places:
        folder = ROOT / place
        for file in sorted(p for p in folder.rglob("*") if _counts(p)):
            content = file.read_bytes()
            if file.suffix in _CODE:
                content = content.replace(b"\r\n", b"\n")
            total.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + content + b"\0")
    return total.hexdigest()[:12]


def _counts(file: Path) -> bool:
    return file.is_file() and "__pycache__" not in file.parts and file.suffix not in {".md", ".pyc"}


def describe(model: str, annotated_by: str | None = None) -> dict[str, object]:
    """The versions as they stand in a corpus' descriptor.

    Args:
        model: the language model's name and version.
        annotated_by: the hash of the rules that annotated; None where today's did.
    """
    return {
        "program": PROGRAM,
        "model": model,
        "annotation": annotated_by or annotation(),
        "rules": rules(annotated_by),
        "schema": schema.VERSION,
    }
