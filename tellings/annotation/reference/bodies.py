"""Bodies told of again: "the fund said", where one with that word is named; "it said" behind its sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tellings.annotation.article import Article
from tellings.annotation.entities import Mention
from tellings.annotation.grammar import SUBJECTS
from tellings.annotation.speech.cues import reporting_verbs
from tellings.annotation.speech.syntax import own_subject
from tellings.identity.compare import parts
from tellings.resources.lexicon import words

_SAY = frozenset(
    "say add tell note warn claim argue insist announce deny confirm explain write state acknowledge admit".split()
)


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
    taken = set()
    for mention in mentions:
        if mention.form != "name":
            continue
        taken.add(mention.start)
        if mention.type == "organisation" and mention.chain:
            for word in set(parts(mention.text)) & kinds:
                named[word].setdefault(mention.chain, mention.start)
    found = []
    for sentence in article.annotated_sentences:
        for token in sentence:
            known = named.get(token.lower_)
            if known is None or len(known) != 1 or token.dep_ not in SUBJECTS or token.i == 0:
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
            if first > token.idx or token.head.lemma_.lower() not in reporting_verbs():
                continue
            span = (the.idx, token.idx + len(token))
            text = article.text[span[0] : span[1]]
            found.append(
                Mention(*span, text, form="nominal", type="organisation", chain=chain, method="kind of body")
            )
    return sorted([*found, *_pronouns(article, [*mentions, *found])], key=lambda mention: mention.start)


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
