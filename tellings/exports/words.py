"""Words in a row, with the names in them: CoNLL-U and IOB.

CoNLL-U is described at https://universaldependencies.org/format.html. There are no dependencies: Tellings keeps none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from tellings.exports.about import About
from tellings.exports.taken import ORIGIN, Article, Row
from tellings.exports.values import one_line
from tellings.folder.project import zipped

_UPOS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())


def conllu(articles: list[Article], _about: About) -> bytes:
    """One file: a `newdoc` for each article; `start_char`, `end_char` and the name of each word stand in MISC."""
    lines: list[str] = []
    for article in articles:
        row = article.row
        lines.append(f"# newdoc id = {one_line(row['doc_id'])}")
        lines += _origin(article)
        tags = _tags(article)
        for sentence_id, words in _sentences(article):
            span = {"start": words[0]["start"], "end": words[-1]["end"]}
            lines += [f"# sent_id = {one_line(sentence_id)}", f"# text = {one_line(article.words(span))}"]
            for number, word in enumerate(words, 1):
                tag, entity = tags.get(word["start"], ("O", ""))
                misc = [f"start_char={word['start']}", f"end_char={word['end']}"]
                if tag != "O":
                    misc += [f"NER={tag}", f"Entity={quote(entity, safe=':')}"]
                if number < len(words) and words[number]["start"] == word["end"]:
                    misc.append("SpaceAfter=No")
                pos = word["pos"] if word["pos"] in _UPOS else "X"
                form, lemma = (one_line(value) or "_" for value in (article.words(word), word["lemma"]))
                lines.append("\t".join([str(number), form, lemma, pos, *"_____", "|".join(misc)]))
            lines.append("")
    return ("\n".join(lines) + "\n").encode()


def iob(articles: list[Article], _about: About) -> bytes:
    """A zip with a file for each article: word, `B-`, `I-` or `O` with the type, entity, start, end, parted by tabs.

    Of names within names the longest is told. Comments begin with `# `, an empty line ends a sentence.
    """
    files = []
    for article in articles:
        lines = [f"# doc_id = {one_line(article.row['doc_id'])}", *_origin(article)]
        tags = _tags(article)
        for _, words in _sentences(article):
            for word in words:
                tag, entity = tags.get(word["start"], ("O", ""))
                cells = (one_line(article.words(word)) or "_", tag, quote(entity, safe=":") or "_")
                lines.append("\t".join([*cells, str(word["start"]), str(word["end"])]))
            lines.append("")
        files.append((f"{article.key}.iob", ("\n".join(lines) + "\n").encode()))
    return zipped(files)


def _origin(article: Article) -> list[str]:
    return [f"# {column.name} = {one_line(article.row[column.name])}" for column in ORIGIN]


def _sentences(article: Article) -> Iterator[tuple[str, list[Row]]]:
    for sentence_id, words in groupby(article.tables["tokens"], key=lambda word: str(word["sentence_id"])):
        yield sentence_id, list(words)


def _tags(article: Article) -> dict[int, tuple[str, str]]:
    """By a word's start its tag and the entity, the longest of names that overlap."""
    tags: dict[int, tuple[str, str]] = {}
    words = {word["start"] for word in article.tables["tokens"]}
    taken: set[int] = set()
    for mention in sorted(article.tables["mentions"], key=lambda m: (m["start"] - m["end"], m["start"])):
        inside = range(mention["start"], mention["end"])
        if mention["form"] != "name" or not taken.isdisjoint(inside):
            continue
        taken.update(inside)
        for i, start in enumerate(start for start in inside if start in words):
            tags[start] = (f"{'I' if i else 'B'}-{mention['type']}", mention["entity_id"] or "")
    return tags
