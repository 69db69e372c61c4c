"""What a corpus' size costs its readers: first views, other filters and opened evidence of the pages, and memory.

Each size is measured in a process of its own, on the made-up corpus of so many articles (`benchmarks.made_up`) and, for
five, on the default corpus. A page is run as the server runs it, without a browser, its kept answers forgotten before;
then with each of its filters, answers kept; each time counts the server's wait until the page is whole, of which the
frame around the page, the same at any size, is a part.

    python -m benchmarks scale [--sizes 5 1000 10000 100000]
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Any

SIZES = (5, 1_000, 10_000, 100_000)
HOME = Path(tempfile.gettempdir()) / "tellings-made-up"
PATIENCE = 600
FIRST, FILTER, EVIDENCE = "first view", "other filters", "evidence"

# What is asked of each page after its first view: the names of filters, with values of the corpus (see `_known`).
ASKED: dict[str, list[dict[str, Any]]] = {
    "overview": [{"publisher": "{outlet}"}, {"doc": "{doc}"}],
    "reader": [{"doc": "{doc}"}],
    "entities": [
        {"type": "person"},
        {"publisher": "{outlet}"},
        {"date": "2025-05-10..2025-05-20"},
        {"view": "together"},
        {"view": "together", "publisher": "{outlet}"},
    ],
    "quotations": [
        {"publisher": "{outlet}"},
        {"speaker": "{speaker}"},
        {"kind": "direct"},
        {"view": "voices"},
        {"view": "words"},
        {"view": "cues"},
        {"view": "sources"},
    ],
    "map": [{"use": "metonymic"}, {"publisher": "{outlet}"}, {"view": "countries"}],
    "search": [
        {"q": "{word}"},
        {"q": "{word}", "view": "lines"},
        {"q": "{word}", "view": "near"},
        {"view": "key", "publisher": "{outlet}"},
    ],
    "timeline": [{"publisher": "{outlet}"}, {"entity": "{entity}"}],
    "coverage": [{"publisher": "{outlet}"}, {"kind": "quotations"}],
    "wording": [{"publisher": "{outlet}"}, {"view": "called"}, {"view": "verbs"}, {"view": "key"}],
    "discrepancies": [{"publisher": "{outlet}"}],
    "shared_text": [{"publisher": "{outlet}"}],
}
OPENED: dict[str, list[list[str]]] = {
    "entities": [["mentions", "entity:{entity}"], ["mentions", "entity:{rare}"]],
    "quotations": [["quotations", "speaker:{speaker}"], ["quotations", "cue:said"]],
    "map": [["toponyms", "place:{place}"]],
}


def scale(sizes: list[int], home: Path, *, pages: Sequence[str] = tuple(ASKED), queries: bool = False) -> str:
    """A table of what each page costs at each size: seconds, and the processor's."""
    found = {size: _measured(size, home, pages, queries) for size in sizes}
    titles = [f"{size:,}" for size in sizes]
    lines = ["| page | what | " + " | ".join(titles) + " |", "| --- | --- |" + " ---: |" * len(sizes)]
    for page, what in dict.fromkeys((p, w) for size in sizes for p, w, _, _ in found[size]["times"]):
        cells = []
        for size in sizes:
            own = [(wall, cpu) for p, w, wall, cpu in found[size]["times"] if (p, w) == (page, what)]
            wall, cpu = (max(times) for times in zip(*own, strict=True))
            cells.append(f"{wall:.2f} s ({cpu:.2f})")
        lines.append(f"| {page} | {what} | " + " | ".join(cells) + " |")
    for said, key, unit in (("opening the corpus", "open", "s"), ("memory", "memory", "GB")):
        lines.append(f"| | {said} | " + " | ".join(f"{found[size][key]:.2f} {unit}" for size in sizes) + " |")
    return "\n".join(lines)


def _measured(size: int, home: Path, pages: Sequence[str], queries: bool) -> dict[str, Any]:
    from benchmarks.made_up.writing import tables

    name = "istanbul-2025-05-16" if size == 5 else tables(size, home / f"made-up-{size}").name
    command = [
        sys.executable,
        "-m",
        "benchmarks.scale",
        name,
        *pages,
        *(["--queries"] if queries else []),
    ]
    environment = {**os.environ, "TELLINGS_HOME": str(home)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    if queries:
        print(done.stderr, file=sys.stderr)
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def _one(name: str, pages: Sequence[str], queries: bool) -> dict[str, Any]:
    """The pages of one corpus, in this process."""
    from tellings.ui import load

    start = time.perf_counter()
    corpus = load.corpus(name)
    opened = time.perf_counter() - start
    known = _known(corpus)
    asked = _listen() if queries else []
    _open("overview", name, {})  # not counted: what the first visitor of a server waits for
    times = []

    def take(page: str, what: str, said: dict[str, Any]) -> None:
        filled = _fill(said, known)
        asked.clear()
        wall, cpu = _open(page, name, filled)
        times.append((page, what, wall, cpu))
        print(f"{page} {what} {filled}: {wall:.2f} s ({cpu:.2f})", file=sys.stderr, flush=True)
        for record in sorted(asked, key=lambda record: record.args or (), reverse=True)[:6]:
            print(f"{page} {what} {said}: {' '.join(record.getMessage().split())[:400]}", file=sys.stderr)

    for page in pages:
        load._answer.clear()
        load._kept.clear()
        take(page, FIRST, {})
        for said in ASKED[page]:
            take(page, FILTER, said)
        for selection in OPENED.get(page, []):
            take(page, EVIDENCE, {"sel": selection})
    return {"times": times, "open": opened, "memory": _peak()}


def _fill(said: dict[str, Any], known: dict[str, str]) -> dict[str, Any]:
    return {
        key: [one.format(**known) for one in value] if isinstance(value, list) else value.format(**known)
        for key, value in said.items()
    }


def _known(corpus: Any) -> dict[str, str]:
    """Values to be asked for: of what is common and what is rare in the corpus."""
    asked = {
        "outlet": "SELECT outlet FROM outlets GROUP BY 1 ORDER BY count(*) DESC, outlet",
        "doc": "SELECT doc_id FROM documents ORDER BY doc_id DESC",
        "entity": "SELECT entity_id FROM entities ORDER BY n_mentions DESC, entity_id",
        "rare": "SELECT entity_id FROM entities WHERE n_mentions = 2 ORDER BY entity_id",
        "speaker": "SELECT speaker_id FROM quotations WHERE speaker_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC",
        "place": "SELECT place_id FROM toponyms WHERE place_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC",
        "word": "SELECT lemma FROM tokens WHERE pos = 'NOUN' GROUP BY 1 ORDER BY count(*) DESC, 1 OFFSET 20",
    }
    return {name: str(corpus.sql(f"{query} LIMIT 1").iloc[0, 0]) for name, query in asked.items()}


def _open(page: str, corpus: str, said: dict[str, Any]) -> tuple[float, float]:
    """Seconds until a page is whole, and the processor's."""
    from streamlit.testing.v1 import AppTest

    from tellings import settings
    from tellings.ui import registry

    app = AppTest.from_file(settings.ROOT / "app.py", default_timeout=PATIENCE)
    app.switch_page(registry.entry(page).path)
    for key, value in {"corpus": corpus, **said}.items():
        app.query_params[key] = value
    wall, cpu = time.perf_counter(), time.process_time()
    app.run()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    if app.exception:
        raise RuntimeError(f"{page} {said}: {app.exception[0].value}")
    return wall, cpu


def _listen() -> list[logging.LogRecord]:
    """What the log of corpora has from now on: each question, with the processor's seconds."""
    log, heard = logging.getLogger("tellings.store.corpus"), BufferingHandler(1_000_000)
    log.setLevel(logging.DEBUG)
    log.addHandler(heard)
    return heard.buffer


def _peak() -> float:
    """The most memory that this process had, in gigabytes."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1 << 20 if sys.platform != "darwin" else 1 << 30
    )


if __name__ == "__main__":  # one corpus, in a process of its own
    named = [argument for argument in sys.argv[1:] if argument != "--queries"]
    print(json.dumps(_one(named[0], named[1:], "--queries" in sys.argv)))
