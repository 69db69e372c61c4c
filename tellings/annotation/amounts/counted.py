"""What a number counts, from the parse: the noun it stands before, and whether it is a number at all or a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from tellings.annotation.article import Article
from tellings.annotation.grammar import NOMINAL, VERBAL
from tellings.annotation.numerals import JOINED
from tellings.resources.lexicon import groups

_LABELS = groups("things")["numbered"]
"""Words that make the number behind them a name: Article 5, Room 12."""
_NOT_COUNTING = groups("things")["not_counting"]
"""Nouns with which an ordinal is a title or a phrase: first lady, first aid."""
_PRONOUN_ONE = frozenset(
    "no any every some this that each the which another not such only other many these those".split()
)
_ADVERBIAL_ONE = frozenset("day thing way point hand side another such more who that".split())
_NEXT_ITEM = re.compile(r"\. ?[A-Z(]")
_OPENING = frozenset({",", ";", ":", "…", "...", "(", "["})
_AND_ANOTHER = re.compile(r"^(?:and|or) \S+ ")
_MARK = re.compile(r"[\"“”»);:]|,(?!\d)")
"""What parts a number from a noun behind it; no comma inside a number does."""
_SAME_IN_PLURAL = frozenset("species series means people headquarters crossroads barracks".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted or ranked.

    Attributes:
        unit: the noun in the singular, with the nouns it is compounded of and a bare "of" phrase; `ordinal`.
        rank: the phrase that an ordinal ranks.
        noun: the noun's token.
        end: where the phrase ends in the text.
    """

    unit: str
    rank: str | None
    noun: Token
    end: int


def counted_noun(article: Article, start: int, end: int, kind: str) -> Counted | None:
    """The noun that the number at `[start, end)` counts or ranks; None where there is none close behind.

    Args:
        article: the parsed article.
        start: where the number begins.
        end: where it ends.
        kind: the numeral's kind.
    """
    doc, text, span = article.doc, article.text, article.tokens(start, end)
    if span.end < len(doc) and doc[span.end].text == "+":
        span = doc[span.start : span.end + 1]
    if kind == "ordinal" and (joined := JOINED.match(text, end)):  # her 24th-minute penalty
        return Counted(
            "ordinal", joined[1].lower(), article.tokens(joined.start(1), joined.end())[0], joined.end()
        )
    noun = _noun(span, text, kind)
    if noun is None and kind == "ordinal" and (ranked := _said_to_be(span[-1])):
        return Counted("ordinal", ranked.lower_, ranked, ranked.idx + len(ranked))
    if noun is None or _MARK.search(text, end, noun.idx):
        return None
    if kind == "ordinal":
        of = _AND_ANOTHER.sub("", _text(doc, span[-1].i + 1, noun.i))
        named = noun.pos_ == "PROPN" or (span.end < len(doc) and doc[span.end].pos_ == "PROPN")
        if noun.lemma_.lower() in _NOT_COUNTING or (named and not text[start].islower()):
            return None
        return Counted("ordinal", of, noun, noun.idx + len(noun))
    if kind == "fraction":
        return None
    unit = _compound(noun, span.end)
    last = noun
    for child in noun.children:
        if child.lower_ == "of" and child.i == noun.i + 1 and child.i + 1 < len(doc):
            inner = doc[child.i + 1]
            if inner.tag_ == "NN" and inner.dep_ == "pobj" and not any(c.i < inner.i for c in inner.children):
                unit += f" of {inner.lemma_.lower()}"
                last = inner
    return Counted(unit, None, noun, last.idx + len(last))


def _said_to_be(ordinal: Token) -> Token | None:
    """The noun that is said to be the third: the *fire* was the third there."""
    verb = ordinal.head
    if ordinal.dep_ != "attr" or verb.lemma_ != "be" or not any(t.lower_ == "the" for t in ordinal.children):
        return None
    subjects = (t for t in verb.children if t.dep_ == "nsubj" and t.pos_ == "NOUN")
    return next(subjects, None)


def unit_of(noun: Token) -> str:
    """The unit by which a noun that stands apart from its number is counted."""
    return _compound(noun, noun.left_edge.i)


def _compound(noun: Token, first: int) -> str:
    """The singular with the nouns before it that make it what it is: police officer, Cup final."""
    words = [_singular(noun)]
    for token in reversed(noun.doc[first : noun.i]):
        if token.dep_ != "compound" or token.pos_ not in NOMINAL or not token.is_alpha:
            break
        words.insert(0, token.text if token.pos_ == "PROPN" else token.lower_)
    return " ".join(words)


def _singular(noun: Token) -> str:
    if noun.pos_ != "NOUN":
        return noun.text
    return noun.lower_ if noun.lower_ in _SAME_IN_PLURAL else noun.lemma_.lower()


def _text(doc: Doc, first: int, last: int) -> str:
    return " ".join(doc[first : last + 1].text.split()).strip(" -–") if first <= last else ""


def _noun(span: Span, text: str, kind: str) -> Token | None:
    last = span[-1]
    doc, sentence_end = span.doc, span.sent.end
    at = last.i + 1
    if at < sentence_end and doc[at].lower_ == "of" and kind in ("vague", "cardinal"):
        objects = [t for t in doc[at].children if t.dep_ == "pobj"]
        if objects and objects[0].pos_ in NOMINAL:
            return (
                objects[0]
                if objects[0].i - last.i <= 6 and kind == "vague"
                else (objects[0] if objects[0].tag_ in ("NNS", "NNPS") else None)
            )
        inner = [
            t.head for t in doc[at + 1 : at + 3] if t.like_num and t.head.pos_ in NOMINAL and t.head.i > t.i
        ]
        return inner[0] if inner else None
    head = (
        last.head
        if last.dep_
        in ("nummod", "amod", "quantmod", "compound", "nmod", "npadvmod", "det", "poss", "advmod")
        else None
    )
    if (
        head is not None
        and head.i > last.i
        and head.pos_ in NOMINAL
        and head.i - last.i <= 6
        and head.i < sentence_end
    ):
        return head
    if span[0].tag_ == "RB" and kind == "ordinal" and text[span.end_char : span.end_char + 1] != "-":
        return None
    best = None
    for token in doc[at : min(at + 6, sentence_end)]:
        if token.pos_ in NOMINAL:
            best = token
            if token.tag_ in ("NNS", "NNPS") or token.dep_ not in ("compound", "nmod", "amod"):
                return token
        elif token.pos_ not in ("ADJ", "PUNCT", "NUM") or (token.is_punct and token.text != "-"):
            break
    return best


def is_verb(article: Article, start: int, end: int) -> bool:
    """Is a word of many a verb, or results: he scores tries, he dozens off, test scores?"""
    doc, span = article.doc, article.tokens(start, end)
    if len(span) != 1:
        return False
    word = span[0]
    after = doc[word.i + 1] if word.i + 1 < len(doc) else None
    object_follows = after is not None and (after.pos_ in NOMINAL or after.tag_ == "VBZ")
    if word.pos_ in VERBAL or (object_follows and not word.text[0].isupper()):
        return True
    return word.lower_ == "scores" and any(
        c.dep_ in ("compound", "amod", "poss", "det", "nmod") for c in word.children
    )


def _is_pronoun(before: Token | None, after: Token | None) -> bool:
    if after is None or after.lower_ in _ADVERBIAL_ONE or after.pos_ not in ("NOUN", "ADJ", "PROPN"):
        return True
    return before is not None and before.lower_ in _PRONOUN_ONE


def _is_address(number: Span, noun: Token) -> bool:
    """Such as "49 Bank Road", "the 600 index": a name in the singular behind a number that is not one."""
    between = number.doc[number.end : noun.i + 1]
    return (
        number.text != "1"
        and noun.tag_ == "NNP"
        and len(between) > 1
        and all(t.tag_ == "NNP" for t in between)
    )


def is_label(article: Article, start: int, end: int) -> bool:
    """Is this number a name's (Article 5, Boeing 737), a list's, or none at all (no one, one another)?"""
    doc, text, span = article.doc, article.text, article.tokens(start, end)
    before = doc[span.start - 1] if span.start > 0 else None
    after = doc[span.end] if span.end < len(doc) else None
    if text[start:end].lower() == "one" and _is_pronoun(before, after):
        return True
    follows = text[end : end + 3]
    if (
        follows[:1] == ")"
        and end - start <= 2
        and text.rfind("(", max(0, start - 60), start) <= text.rfind(")", max(0, start - 60), start)
    ):
        return True
    if _NEXT_ITEM.match(follows) and (before is None or before.text in _OPENING or before.is_space):
        return end - start <= 2
    if before is None or before.idx + len(before) > start or "\n" in text[before.idx : start]:
        return False
    if re.match(r":[0-9]", text[end : end + 2]):
        return True
    if before.text == "#" or (before.lower_.rstrip(".") in _LABELS and before.pos_ not in VERBAL):
        return not (after is not None and after.tag_ in ("NNS",))
    if not text[start:end].isdigit():
        return False
    if before.pos_ == "PROPN" and after is not None and after.lower_ in ("last", "next", "this"):
        return True
    nouns = [
        t.head for t in span if t.dep_ in ("nummod", "amod") and t.head.i > t.i and t.head.pos_ in NOMINAL
    ]
    if nouns and _is_address(span, nouns[0]):
        return True
    plural = any(noun.tag_ in ("NNS", "NNPS") for noun in nouns)
    return before.pos_ == "PROPN" and before.ent_type_ not in ("GPE", "DATE", "TIME") and not plural
