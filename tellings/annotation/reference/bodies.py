"""Bodies told of again: "the fund said", where one with that word is named; "it said" behind its sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tellings.annotation.article import Article
from tellings.annotation.entities import Mention
from tellings.annotation.grammar import SUBJECTS
from tellings.annotation.speech.cues import reporting_verbs
from tellings.annotation.speech.syntax import own_subject
from tellings.identity.compare import parts
from tellings.resources.lexicon import groups, words

_SAY = frozenset(
    "say add tell note warn claim argue insist announce deny confirm explain write state acknowledge admit".split()
)
_COMPANY = groups("things")["companies"]
_MAKERS = _COMPANY | groups("things")["makers"] | groups("things")["trades"]
"""What a company is told of as, before its name or behind a comma: car-parts maker Holm; Holm, a supplier of bolts."""


def resolve(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    """What speaks as "the" and a word for a body, led to the one body named before whose name has the word.

    Args:
        article: parsed.
        mentions: its name mentions with their chains.

    Returns:
        Mentions of form `nominal`; none where two bodies with the word are named.
    """
    kinds = words("organisation_words")
    named: dict[str, dict[str, int]] = defaultdict(dict)
    business = _business(article, mentions)
    taken = set()
    for mention in mentions:
        if mention.form != "name":
            continue
        taken.add(mention.start)
        if mention.type == "organisation" and mention.chain:
            for word in set(parts(mention.text)) & kinds:
                named[word].setdefault(mention.chain, mention.start)
    nominals = []
    for sentence in article.annotated_sentences:
        for token in sentence:
            known = named.get(token.lower_) or (business if token.lower_ in _COMPANY else None)
            if known is None or len(known) != 1 or token.i == 0 or not (_speaks(token) or _source(token)):
                continue
            the = token.nbor(-1)
            if (
                the.lower_ != "the"
                or token.tag_ not in ("NN", "NNP")
                or token.idx in taken
                or the.idx in taken
            ):
                continue
            ((chain, first),) = known.items()
            if first > token.idx:
                continue
            span = (the.idx, token.idx + len(token))
            text = article.text[span[0] : span[1]]
            nominals.append(
                Mention(*span, text, form="nominal", type="organisation", chain=chain, method="kind of body")
            )
    return sorted([*nominals, *_pronouns(article, [*mentions, *nominals])], key=lambda mention: mention.start)


def _speaks(noun: Token) -> bool:
    return noun.dep_ in SUBJECTS and noun.head.lemma_.lower() in reporting_verbs()


def _source(noun: Token) -> bool:
    """As in "according to the company"."""
    to = noun.head
    return noun.dep_ == "pobj" and to.lower_ == "to" and to.i > 0 and to.nbor(-1).lower_ == "according"


def _business(article: Article, mentions: Sequence[Mention]) -> dict[str, int]:
    """The one company of the article, with where it is told of as such: by its legal form, or what it makes or runs.

    Of several it is the one that is named more than twice as often as the next.
    """
    first: dict[str, int] = {}
    often: Counter[str] = Counter()
    for mention in mentions:
        if mention.form != "name" or mention.type != "organisation" or not mention.chain:
            continue
        often[mention.chain] += 1
        inside = article.tokens(mention.start, mention.end)
        last = inside[-1].i
        around = [*article.doc[max(inside.start - 1, 0) : inside.start], *article.doc[last + 1 : last + 7]]
        behind = around[1:] if inside.start else around
        told = {t.lower_ for t in around[:1]} & _MAKERS or (
            behind and behind[0].text == "," and {t.lower_ for t in behind} & _MAKERS
        )
        legal = {t.lower_.strip(".") for t in article.doc[last : last + 2]} & words("company_forms") - _MAKERS
        if told or legal:
            first.setdefault(mention.chain, mention.start)
    ranked = sorted(first, key=lambda chain: -often[chain])
    if not ranked or (len(ranked) > 1 and often[ranked[0]] <= 2 * often[ranked[1]]):
        return {}
    return {ranked[0]: first[ranked[0]]}


def _pronouns(article: Article, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The "it" that says something, led to the body that was the subject of the sentence before."""
    bodies = {m.end: m for m in mentions if m.type == "organisation" and m.form in ("name", "nominal")}
    before: str | None = None
    for sentence in article.annotated_sentences:
        said = [
            token
            for token in sentence
            if token.lower_ == "it" and token.dep_ == "nsubj" and token.head.lemma_.lower() in _SAY
        ]
        if before is not None:
            for it in said:
                span = it.idx, it.idx + len(it)
                yield Mention(
                    *span, it.text, form="pronoun", type="organisation", chain=before, method="pronoun"
                )
        subject = own_subject(sentence.root)
        if subject is None or subject not in said:
            body = bodies.get(subject.idx + len(subject)) if subject is not None else None
            before = body.chain if body is not None else None
