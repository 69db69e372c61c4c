"""Quotations of a set by their shape: how many there are, are found, and are found with the right speaker.

    python -m tests.eval.by_shape SET.jsonl[.gz]

Shapes are read from the text around what the set marks, so one quotation may count under several.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tellings.evaluation import sets
from tests.eval import predictions
from tests.eval.score_quotes import iou, match, prepare
from tests.eval.score_speakers import canonical, same_mention

Quote = dict[str, Any]
_SAY = re.compile(r"\b(sa(y|ys|id|ying)|t(ell|ells|old|elling))\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(he|she)", re.IGNORECASE)
_RELATIVE = re.compile(r"(who|which|that)", re.IGNORECASE)


def _cue(quote: Quote) -> str:
    return str(quote.get("cue") or "")


def _words_in_marks(text: str, quote: Quote) -> int:
    marked = re.findall(r"[“\"]([^”\"]+)", text[quote["quote_start"] - 1 : quote["quote_end"] + 1])
    return sum(len(piece.split()) for piece in marked)


SHAPES: dict[str, Callable[[str, Quote, int], bool]] = {
    "direct": lambda text, q, n: q["kind"] == "direct",
    "mixed": lambda text, q, n: q["kind"] == "mixed",
    "indirect": lambda text, q, n: q["kind"] == "indirect",
    "in several pieces of one turn: “A,” he said. “B.”": lambda text, q, n: n > 1,
    "over several paragraphs": lambda text, q, n: "\n\n" in q["around"],
    "after a colon": lambda text, q, n: (
        text[max(0, q["quote_start"] - 3) : q["quote_start"]].rstrip(" “\"'‘").endswith(":")
    ),
    "`''…''` marks": lambda text, q, n: "''" in text[max(0, q["quote_start"] - 2) : q["quote_end"] + 2],
    "three words or fewer in marks": lambda text, q, n: (
        q["kind"] != "indirect" and 0 < _words_in_marks(text, q) <= 3
    ),
    "according to": lambda text, q, n: "according" in _cue(q).lower(),
    "cue other than say and tell, with marks": lambda text, q, n: (
        q["kind"] != "indirect" and bool(_cue(q)) and not _SAY.search(_cue(q))
    ),
    "cue other than say and tell, without": lambda text, q, n: (
        q["kind"] == "indirect" and bool(_cue(q)) and not _SAY.search(_cue(q))
    ),
    "no cue": lambda text, q, n: not _cue(q),
    "speaker *who*, *which*": lambda text, q, n: bool(_RELATIVE.fullmatch(str(q.get("speaker") or ""))),
    "speaker *he*, *she*": lambda text, q, n: bool(_SUBJECT.fullmatch(str(q.get("speaker") or ""))),
}


def main(arguments: list[str]) -> int:
    """Print the table as Markdown; 2 where no set is given."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    articles = sets.read(Path(arguments[0]), "quotations")
    counts = {shape: [0, 0, 0] for shape in SHAPES}
    named = [0, 0]
    with sets.annotated(articles) as corpus:
        found = predictions.quotes(corpus, [one["id"] for one in articles])
    for article in articles:
        _count(article, found[article["id"]], counts, named)
    print("| shape | n | found | and speaker right |\n| --- | --- | --- | --- |")
    for shape, (n, hit, right) in counts.items():
        if n:
            print(f"| {shape} | {n} | {hit / n:.2f} | {right / n:.2f} |")
    if named[0]:
        print(f"| *he*, *she*: the right name, of those found | {named[0]} | | {named[1] / named[0]:.2f} |")
    return 0


def _count(article: Quote, prediction: Quote, counts: dict[str, list[int]], named: list[int]) -> None:
    text = article["text"]
    gold, predicted, _ = prepare(article, prediction)
    wanted = [q for q in gold if q.get("speech", True) and not q.get("ignore") and not q.get("nested")]
    hits = dict(match(wanted, predicted, lambda a, b: v if (v := iou(a, b)) >= 0.5 else 0))
    for i, quote in enumerate(wanted):
        group = [q for q in gold if q.get("group") and q["group"] == quote.get("group")]
        reach = [*(q["quote_start"] for q in group or [quote]), *(q["quote_end"] for q in group or [quote])]
        quote["around"] = text[min(reach) : max(reach)]
        other = predicted[hits[i]] if i in hits else None
        right = other is not None and _right(quote, other)
        for shape, is_so in SHAPES.items():
            if is_so(text, quote, len(group)):
                for place, yes in enumerate((True, other is not None, right)):
                    counts[shape][place] += yes
        if other is not None and _SUBJECT.fullmatch(str(quote.get("speaker") or "")):
            known = canonical(quote, other)
            named[0] += known is not None
            named[1] += bool(known)


def _right(quote: Quote, other: Quote) -> bool:
    if quote.get("speaker"):
        return bool(same_mention(quote, other))
    return not (other.get("speaker") or other.get("speaker_start") is not None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
