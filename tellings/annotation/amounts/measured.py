"""What an amount measures, or whose the things counted are, from the parse: the index that fell, the firm that has."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Span, Token

from tellings.annotation.amounts.row import Of
from tellings.annotation.article import Article
from tellings.annotation.grammar import NOMINAL, SAYING, SUBJECTS, VERBAL
from tellings.resources.lexicon import groups

_NO_THING = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY"})
_GENERAL = groups("things")["general"]
"""Nouns that say how, not what is measured: a rise of 5 per cent in prices."""
_PAYING = groups("deeds")["pay"]
"""Verbs of money that is paid for something."""
_REPORTING = SAYING | frozenset("report announce estimate reveal expect suggest show".split())
_LASTING = groups("deeds")["last"]
"""Verbs whose subject a time measures: the talks *lasted* two hours; but who *spent* them measures nothing."""


def measured(span: Span) -> Of | None:
    """What the number of a span is a measure of.

    The noun that the amount is said of ("a fine *of* $5"), else what the verb above says it of: its object beside the
    number ("cut the *price* by 5%"), else its subject, that of the verb above, or the noun that a clause stands with.

    Args:
        span: the number with its unit.
    """
    token, own = span.root, range(span.start, span.end)
    for _ in range(12):
        head = token.head
        if head == token or head.sent.start != span.sent.start:
            break
        if head.i in own:
            token = head
            continue
        if head.pos_ in NOMINAL and token.dep_ != "conj" and head.ent_type_ not in _NO_THING:
            if _says_what(head):
                return _phrase(head, own)
            about = _about(head, own)
            if about is not None:
                return _phrase(about, own)
        if head.pos_ in VERBAL:
            noun = _of_verb(head, token, own)
            return _phrase(noun, own) if noun is not None else None
        token = head
    return _before(span) if not any(t.pos_ in VERBAL for t in span.sent) else None


def _says_what(noun: Token) -> bool:
    return noun.lemma_.lower() not in _GENERAL


def _about(noun: Token, own: range) -> Token | None:
    """A rise in *prices*, the average for *adults*, an *index*'s loss."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "for", "of", "on"):
            for inner in child.children:
                if (
                    inner.dep_ == "pobj"
                    and inner.pos_ in NOMINAL
                    and inner.i not in own
                    and _says_what(inner)
                ):
                    return inner
        if child.dep_ in ("poss", "compound") and child.pos_ in NOMINAL and child.i not in own:
            return child
    return None


def _of_verb(verb: Token, below: Token, own: range) -> Token | None:
    if below.ent_type_ in ("DATE", "TIME") and verb.lemma_.lower() not in _LASTING:
        return None
    beside = None if below.dep_ == "dobj" else _first(verb, ("dobj",), own)
    if beside is not None and verb.lemma_.lower() not in _REPORTING:
        inner = _about(beside, own) if not _says_what(beside) else beside
        if inner is not None:
            return inner
    if below.dep_ == "dobj" and verb.lemma_.lower() in _PAYING:
        bought = [o for p in verb.children if p.lower_ == "for" for o in p.children if o.dep_ == "pobj"]
        if bought and bought[0].pos_ in NOMINAL and bought[0].i not in own and bought[0].ent_type_ != "DATE":
            return bought[0]
    return _subject(verb, own)


def _subject(verb: Token, own: range) -> Token | None:
    """The subject of a verb, of the one above that it shares it with, or the noun whose clause it is."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        subject = _first(verb, SUBJECTS, own)
        if subject is not None:
            if _says_what(subject):
                return subject
            about = _about(subject, own)
            return about if about is not None else subject
        if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in NOMINAL and verb.head.i not in own:
            return verb.head
        if verb.head == verb or verb.dep_ in ("ccomp", "parataxis"):
            return None
        above = verb.head
        while above.pos_ not in VERBAL and above.head != above:
            if above.pos_ in NOMINAL and above.i not in own and _says_what(above):
                return above
            above = above.head
        verb = above
    return None


def _first(verb: Token, relations: Collection[str], own: range) -> Token | None:
    """The first noun that stands so to the verb, and neither is nor holds the number."""
    for child in verb.children:
        if (
            child.dep_ in relations
            and child.pos_ in NOMINAL
            and child.i not in own
            and child.ent_type_ not in _NO_THING
            and not child.like_num
        ):
            return child
    return None


def _phrase(noun: Token, own: range) -> Of | None:
    """The noun with what stands close before it, and a name behind its "of"."""
    first, last = noun.i, noun.i
    for child in noun.children:
        if child.i < first and child.dep_ in ("compound", "amod", "nmod", "poss") and child.i not in own:
            left = child.left_edge.i
            first = left if not any(i in own for i in range(left, noun.i)) and noun.i - left <= 6 else first
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "for") and child.i == noun.i + 1:
            inner = [
                o for o in child.children if o.dep_ == "pobj" and o.pos_ in NOMINAL and o.i - noun.i <= 6
            ]
            if inner and not any(i in own for i in range(noun.i, inner[0].i + 1)):
                last = inner[0].i
    while first < noun.i and noun.doc[first].pos_ in ("DET", "PUNCT", "PRON"):
        first += 1
    phrase = noun.doc[first : last + 1]
    if "\n" in phrase.text:
        return None
    return Of(" ".join(phrase.text.split()), phrase.start_char, phrase.end_char)


def _before(span: Span) -> Of | None:
    """In a list without a verb, the name right before the figure: *FTSE* -0.6%."""
    doc, at = span.doc, span.start - 1
    while at >= span.sent.start and (doc[at].is_punct or doc[at].pos_ in ("SYM", "ADP")):
        at -= 1
    if at < span.sent.start or doc[at].pos_ not in NOMINAL:
        return None
    return _phrase(doc[at], range(span.start, span.end))


def behind(article: Article, end: int, *, money: bool = False) -> Of | None:
    """The noun phrase behind an amount: a fifth *of the country*, $3 billion *in aid*, 30-day *ceasefire*."""
    doc, last = article.doc, article.tokens(end - 1, end)[-1]
    if last.i + 1 >= len(doc):
        return None
    token = doc[last.i + 1]
    if token.lower_ in (("of", "in") if money else ("of",)) and token.i + 1 < len(doc):
        objects = [t for t in token.children if t.dep_ == "pobj"]
        if (
            objects
            and objects[0].pos_ in NOMINAL
            and objects[0].i - token.i <= 6
            and (token.lower_ == "of" or objects[0].pos_ == "NOUN")
        ):
            return _from(doc, token.i + 1, objects[0].i)
        return None
    if token.pos_ in ("NOUN", "ADJ") and last.idx + len(last) <= end and token.sent.start == last.sent.start:
        head = token
        while (
            head.pos_ != "NOUN"
            and head.i + 1 < len(doc)
            and doc[head.i + 1].pos_ in ("NOUN", "ADJ")
            and head.i - token.i < 4
        ):
            head = doc[head.i + 1]
        while head.dep_ == "compound" and head.i + 1 < len(doc) and doc[head.i + 1].pos_ == "NOUN":
            head = doc[head.i + 1]
        return _from(doc, token.i, head.i) if head.pos_ == "NOUN" else None
    return None


def _from(doc: Doc, first: int, last: int) -> Of | None:
    phrase = doc[first : last + 1]
    text = " ".join(phrase.text.split())
    return Of(text, phrase.start_char, phrase.end_char) if text.strip(" -") else None
