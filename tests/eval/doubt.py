"""Learn from sets with a key how often decisions of each kind are right: makes `data/doubt.json`.

    python -m tests.eval.doubt FOLDER [--save]

FOLDER holds the sets, anywhere below it. Each is annotated; its decisions (the type of a name, whose mention it is, who
speaks, where a place is) are held against the key, and a logistic regression says what each signal weighs. Printed is
how many of all errors are found among the lowest 5, 10, 20 and 50 % of scores: for articles that the weights have not
seen (five parts, each scored by the other four), then by the weights that are kept; and the mean score beside the share
that is right. The file holds counts and weights, nothing of the texts.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import pandas as pd

from tellings import schema, settings
from tellings.evaluation import set_names, set_places, set_speech, sets
from tellings.evaluation.matching import iou, pairs
from tellings.evaluation.results import records
from tellings.evaluation.speaker_names import names_person, same_mention
from tellings.resolution import doubt as resolved
from tellings.resources import doubt
from tests.eval.gate import find

SETS = {
    "types": (
        "entities/worldwide-dev",
        "entities/gum-news-dev",
        "entities/msnbc-dev",
        "entities/meantime-dev",
        "entities-2/newsfair-dev",
    ),
    "merges": (
        "entities/gum-news-dev",
        "entities/msnbc-dev",
        "entities/meantime-dev",
        "entities-2/newsfair-dev",
        "coverage/newswcl50-dev",
    ),
    "speakers": ("quotes/polnear-dev", "quotes/gum-news-dev"),
    "places": ("places/trnews.dev",),
}
KEYS = {"types": "mentions", "merges": "mentions", "speakers": "quotes", "places": "places"}
LOWEST = (0.05, 0.1, 0.2, 0.5)
FOLDS = 5
PENALTY = 8.0
"""How much a weight must earn: of the ridge penalty, half the square of all weights times this."""

SEEN = 5
"""Decisions in which a value must be seen to have a weight."""

Labels = dict[Any, bool]
"""By the row of a decision's table: was it right?"""


def main(arguments: Sequence[str]) -> int:
    """Print the curves and, where asked, write the file; 2 where no folder is given."""
    folders = [one for one in arguments if not one.startswith("--")]
    if len(folders) != 1 or not Path(folders[0]).is_dir():
        print(__doc__)
        return 2
    made: dict[str, Any] = {name: {"base": 0.0, "signals": {}} for name in doubt.DECISIONS}
    with patch.object(doubt, "table", return_value=made):
        for decision in doubt.DECISIONS:  # those of speakers and places rest on the scores of the two before
            signals, right, docs = _gathered(decision, Path(folders[0]))
            made[decision] = fitted(signals, right)
            print(curve(decision, held_out(signals, right, docs), right))
            known = doubt.by(made[decision], signals).to_numpy()
            print(curve(f"{decision}, by the weights that are kept", known, right), flush=True)
    if "--save" in arguments:
        about = {
            "source": "python -m tests.eval.doubt: how often decisions were right on the development sets named here",
            "sets": {name: list(SETS[name]) for name in made},
        }
        (settings.read().data / doubt.FILE).write_text(written(about | {"decisions": made}), "utf-8")
    return 0


def written(record: dict[str, Any]) -> str:
    """The file: one line a value of a signal."""
    text = json.dumps(record, indent=1, ensure_ascii=False)
    return (
        re.sub(r'\{\s+("n": \d+),\s+("share": [\d.]+),\s+("weight": [-\d.]+)\s+\}', r"{\1, \2, \3}", text)
        + "\n"
    )


def _gathered(decision: str, folder: Path) -> tuple[pd.DataFrame, np.ndarray, pd.Series]:
    """Signals of the decisions that the sets say something of, whether each was right, and its article."""
    frames, labels, docs = [], [], []
    for name in SETS[decision]:
        articles = articles_of(decision, folder, name)
        tables = annotated(decision, folder, name)
        signals = resolved.signals(tables)[decision]
        known = {row: right for row, right in LABELS[decision](tables, articles) if row in signals.index}
        rows = list(known)
        table = {"speakers": "quotations", "places": "toponyms"}.get(decision, "mentions")
        frames.append(signals.loc[rows])
        labels += [known[row] for row in rows]
        docs.append(name + " " + tables[table].loc[rows, "doc_id"])
    return (
        pd.concat(frames, ignore_index=True),
        np.array(labels, bool),
        pd.concat(docs, ignore_index=True),
    )


def articles_of(decision: str, folder: Path, name: str) -> list[sets.Row]:
    """The articles of a set; where its lines are events, theirs, with the persons and bodies that it tells apart."""
    file = find(folder, name)
    if file is None:
        raise SystemExit(f"{folder} holds no set {name}.")
    lines = [
        json.loads(line) for line in gzip.decompress(file.read_bytes()).decode("utf-8").splitlines() if line
    ]
    if "articles" not in lines[0]:
        return sets.read(
            file, {"mentions": "entities", "quotes": "quotations", "places": "toponyms"}[KEYS[decision]]
        )
    return [
        {
            "id": f"{event['id']}__{article['id']}",
            "text": article["text"],
            "publisher": article.get("publisher"),
            "mentions": [
                {"start": m["start"], "end": m["end"], "type": "unknown", "entity": m["chain"]}
                for m in article["mentions"]
                if m["code"] == "ACTOR"
            ],
        }
        for event in lines
        for article in event["articles"]
    ]


_tables: dict[str, dict[str, pd.DataFrame]] = {}


def annotated(decision: str, folder: Path, name: str) -> dict[str, pd.DataFrame]:
    """The tables of a set, annotated now, each set once."""
    if name not in _tables:
        with sets.annotated(articles_of(decision, folder, name)) as corpus:
            _tables[name] = {table: corpus.table(table) for table in schema.TABLES if table != "tokens"}
    return _tables[name]


def _matched(
    tables: dict[str, pd.DataFrame], articles: list[sets.Row]
) -> Iterator[tuple[Any, sets.Row, sets.Row]]:
    """Our names with those of the key that they overlap: the row, ours, the key's with the article's id."""
    rows = tables["mentions"].reset_index(names="row")
    by_doc = defaultdict(list)
    for row in records(rows[rows["form"] == "name"], [a["id"] for a in articles]):
        by_doc[row["doc_id"]].append(row)
    for article in articles:
        ours = {
            set_names.bare(article["text"], r["start"], r["end"]): r for r in reversed(by_doc[article["id"]])
        }
        asked = [m for m in article["mentions"] if not m.get("ignore")]
        spans = [set_names.bare(article["text"], m["start"], m["end"]) for m in asked]
        for i, j in pairs(spans, list(ours)):
            row = list(ours.values())[j]
            yield row["row"], row, asked[i] | {"doc": article["id"]}


def _types(tables: dict[str, pd.DataFrame], articles: list[sets.Row]) -> Iterator[tuple[Any, bool]]:
    for i, row, asked in _matched(tables, articles):
        if asked.get("type") != "unknown":
            yield i, set_names._class(row["type"]) in set_names._classes(asked.get("type"))


def _merges(tables: dict[str, pd.DataFrame], articles: list[sets.Row]) -> Iterator[tuple[Any, bool]]:
    """A form in an article is wrong where most of its entity's names, the others, are another thing."""
    groups: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    members: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for i, row, asked in _matched(tables, articles):
        if asked.get("entity") and row["entity_id"]:
            within = "" if asked.get("cross", True) else asked["doc"]
            key = (f"{within} {row['entity_id']}", row["doc_id"], row["text"])
            groups[key][asked["entity"]] += 1
            members[key].append(i)
    things: dict[str, Counter[str]] = defaultdict(Counter)
    for (entity, _, _), some in groups.items():
        things[entity].update(some)
    for key, some in groups.items():
        mine = some.most_common(1)[0][0]
        others = things[key[0]] - some
        if others:
            yield (
                members[key][0],
                mine == things[key[0]].most_common(1)[0][0] or mine == others.most_common(1)[0][0],
            )


def _speakers(tables: dict[str, pd.DataFrame], articles: list[sets.Row]) -> Iterator[tuple[Any, bool]]:
    ids = [a["id"] for a in articles]
    names = dict(zip(tables["entities"]["entity_id"], tables["entities"]["name"], strict=True))
    quoted = tables["quotations"].reset_index(names="row")
    known = {r["quote_id"]: r for r in records(quoted, ids) if r["kind"] in schema.SPEECH_KINDS}
    ours: dict[str, list[sets.Row]] = defaultdict(list)
    for part in records(tables["quote_parts"], ids):
        if part["role"] == "content" and part["quote_id"] in known:
            row = known[part["quote_id"]]
            ours[part["doc_id"]].append(
                row
                | {
                    "speaker_canonical": names.get(row["speaker_id"]),
                    "start": part["start"],
                    "end": part["end"],
                }
            )
    for article in articles:
        text = article["text"]
        rows = set_speech._distinct(text, ours[article["id"]])
        asked = [
            g | {"span": span}
            for g in article["quotes"]
            if set_speech._asked(g, "speech")
            and (span := set_speech.bare(text, g["quote_start"], g["quote_end"]))[0] < span[1]
        ]
        alike = pairs(
            [g["span"] for g in asked],
            [r["span"] for r in rows],
            lambda a, b: v if (v := iou(a, b)) >= 0.5 else 0,
        )
        for i, j in alike:
            g, row = asked[i], rows[j]
            if g.get("speaker") and g["speaker"] == row["cue"]:
                continue  # a slip of the key: cue and speaker exchanged
            right = not row["speaker"]
            if g.get("speaker"):  # who is printed, and who that is where somebody is named at all
                right = same_mention(g, row) and not (row["speaker_id"] and names_person(g, row) is False)
            yield row["row"], right


def _places(tables: dict[str, pd.DataFrame], articles: list[sets.Row]) -> Iterator[tuple[Any, bool]]:
    by_doc = defaultdict(list)
    for row in records(tables["toponyms"].reset_index(names="row"), [a["id"] for a in articles]):
        by_doc[row["doc_id"]].append(row)
    for article in articles:
        rows = by_doc[article["id"]]
        spans = [(g["start"], g["end"]) for g in article["places"]]
        for i, j in pairs(spans, [(r["start"], r["end"]) for r in rows]):
            if not set_places._is_optional(article["places"][i]):
                yield rows[j]["row"], set_places._is_near(article["places"][i], rows[j])


LABELS = {"types": _types, "merges": _merges, "speakers": _speakers, "places": _places}


def fitted(signals: pd.DataFrame, right: np.ndarray) -> dict[str, Any]:
    """The entry of `data/doubt.json`: for each value of each signal its n, its share right, and its weight."""
    columns = [
        (name, value) for name in signals for value, n in signals[name].value_counts().items() if n >= SEEN
    ]
    design = np.column_stack(
        [np.ones(len(right)), *((signals[name] == value) for name, value in columns)]
    ).astype(float)
    weights = _regression(design, right.astype(float))
    entry: dict[str, Any] = {"n": len(right), "right": int(right.sum()), "base": round(float(weights[0]), 3)}
    entry["signals"] = {name: {} for name in signals}
    for (name, value), weight in zip(columns, weights[1:], strict=True):
        with_it = right[(signals[name] == value).to_numpy()]
        entry["signals"][name][str(value)] = {
            "n": len(with_it), "share": round(float(with_it.mean()), 3), "weight": round(float(weight), 3),
        }  # fmt: skip
    return entry


def _regression(design: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression with a ridge penalty on all but the first weight, by Newton's method."""
    penalty = np.full(design.shape[1], PENALTY)
    penalty[0] = 0.0
    weights = np.zeros(design.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (right - p) - penalty * weights
        curvature = (design * (p * (1 - p))[:, None]).T @ design + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curvature, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def held_out(signals: pd.DataFrame, right: np.ndarray, docs: pd.Series) -> np.ndarray:
    """The score of each decision by weights that were learnt from other articles."""
    fold = docs.map(
        {doc: int(sha256(doc.encode()).hexdigest(), 16) % FOLDS for doc in docs.unique()}
    ).to_numpy()
    scores = np.zeros(len(right))
    for one in range(FOLDS):
        entry = fitted(signals[fold != one], right[fold != one])
        scores[fold == one] = doubt.by(entry, signals[fold == one]).to_numpy()
    return scores


def curve(decision: str, scores: np.ndarray, right: np.ndarray) -> str:
    """A line of the table: how many of all errors stand among the lowest scores, and the mean score and share right."""
    order = np.argsort(scores, kind="stable")
    wrong = ~right[order]
    found = [f"{wrong[: round(len(wrong) * part)].sum() / max(wrong.sum(), 1):.2f}" for part in LOWEST]
    cells = [
        decision,
        str(len(right)),
        str(wrong.sum()),
        *found,
        f"{scores.mean():.3f}",
        f"{right.mean():.3f}",
    ]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
