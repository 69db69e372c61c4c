"""Articles made by hand: the tokenizer alone, tags by capitals, and the spans that a model would have given."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tellings.annotation.article import Article
from tellings.corpus.blocks import find_blocks


@cache
def _blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def _sentences(text: str) -> Doc:
    """The tokens of a text in a new document: the tokenizer leaves the edges of tokens behind a special one wrong, and
    where no parser sets them right, asking for a token's children reads memory that is not the document's.
    """
    nlp = _blank()
    cut = nlp.make_doc(text)
    words, spaces = [token.text for token in cut], [bool(token.whitespace_) for token in cut]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    sentencizer: Callable[[Doc], Doc] = nlp.get_pipe("sentencizer")
    return sentencizer(doc)


def made(text: str, doc_id: str = "a", **entities: str) -> Article:
    """An article in which capitalised words are proper nouns and the model's spans are as given.

    Args:
        text: the article.
        doc_id: its id.
        entities: label to printed forms, divided by "|"; every place where a form stands is one.
    """
    blocks = find_blocks(text)
    doc = _sentences(text)
    starts = {block.start for block in blocks}
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    for token in doc:
        capital = token.text[:1].isupper() and not (token.is_sent_start and token.is_stop)
        token.tag_ = "NNP" if capital else "NN"
    spans = []
    for label, forms in entities.items():
        for form in forms.split("|"):
            at = text.find(form)
            while at >= 0:
                span = doc.char_span(at, at + len(form), label=label)
                if span is not None:
                    spans.append(span)
                at = text.find(form, at + 1)
    doc.ents = spacy.util.filter_spans(spans)
    return Article(doc_id, doc, blocks)
