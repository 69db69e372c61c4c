"""What made a corpus: the versions of program, model, rules and tables, so that a figure can be traced."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from tellings import schema
from tellings.settings import ROOT, VERSION

PROGRAM = VERSION

_RULES = (
    *(f"tellings/{package}" for package in ("annotation", "corpus", "identity", "resolution", "resources")),
    *("data/lexicon", "data/gazetteer"),
)
_CODE = {".py", ".csv", ".tsv", ".txt", ".json", ".jsonl", ".md", ".yml", ".yaml", ".toml"}


@cache
def rules() -> str:
    """A hash of all that decides what is found: rules, lexica, gazetteer. Line ends do not count."""
    total = hashlib.sha256()
    for place in _RULES:
        folder = ROOT / place
        for file in sorted(p for p in folder.rglob("*") if _counts(p)):
            data = file.read_bytes()
            if file.suffix in _CODE:
                data = data.replace(b"\r\n", b"\n")
            total.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + data + b"\0")
    return total.hexdigest()[:12]


def _counts(file: Path) -> bool:
    return file.is_file() and "__pycache__" not in file.parts and file.suffix not in {".md", ".pyc"}


def describe(model: str) -> dict[str, object]:
    """The versions as they stand in a corpus' descriptor."""
    return {"program": PROGRAM, "model": model, "rules": rules(), "schema": schema.VERSION}
