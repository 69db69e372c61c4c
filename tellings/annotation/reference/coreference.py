"""Pronouns and titles: which person, of those the article names, "he", "she" or "the minister" stands for.

Read left to right, as in Hobbs (1978) and centering theory: a person stays in focus who is the subject, who speaks,
and who was spoken of last. Sex is taken from an honorific, a role word or the first name, and unknown otherwise.
Where two persons fit about as well, a pronoun stands for nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from tellings.annotation.article import Article
from tellings.annotation.entities import Mention
from tellings.annotation.grammar import SUBJECTS
from tellings.annotation.reference.epithets import (
    EPITHETS,
    first_of,
    last_of,
    of_age,
    of_children,
    of_nation,
    of_people,
    words_of,
)
from tellings.annotation.reference.roles import called, first_of_several, noun_of, roles_of, sex_of
from tellings.annotation.reference.salience import Focus
from tellings.annotation.reference.unnamed import introduced, leads
from tellings.annotation.speech.cues import reporting_verbs
from tellings.annotation.speech.marks import marked
from tellings.resources.lexicon import is_person, sex_of_noun

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip

_NOUNS = frozenset({"NN", "NNP"})
MAX_BEFORE = 5
"""Words before a name in which its bearer's nation may stand."""

LONG_QUOTATION = 60
"""Characters of marked words within which pronouns are the speaker's, and left alone."""


def resolve(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    """Pronouns and nominals that stand for a named person.

    Args:
        article: parsed.
        mentions: its name mentions with their chains.

    Returns:
        Further mentions of form `pronoun` or `nominal`, each with the chain of its antecedent; those that cannot be
        resolved are left out.
    """
    persons = [m for m in mentions if m.form in ("name", "nominal") and m.type == "person" and m.chain]
    names = {m.start: m for m in persons}
    if not names:
        return []
    taken = {m.start for m in mentions if m.form in ("name", "nominal")}
    demonyms = {m.start: m for m in mentions if m.form == "demonym"}
    pieces = marked(article.text, article.blocks)
    starts = [p.outer_start for p in pieces]
    focus = Focus()
    references: list[Mention] = []
    blocks = [block.start for block in article.blocks]
    first_said: dict[str, int] = {}
    for token in article.doc:
        first_said.setdefault(token.lemma_.lower(), token.i)
    for number, sentence in enumerate(article.annotated_sentences):
        focus.paragraph = bisect_right(blocks, sentence.start_char)
        for token in sentence:
            mention, low = names.get(token.idx), token.lower_
            wanted = PRONOUNS.get(low)
            epithet = low in EPITHETS or token.idx in demonyms
            plain = mention is None and wanted is None and token.tag_ in _NOUNS
            noun = plain and focus.bears(noun_of(token))
            i = bisect_right(starts, token.idx) - 1
            within = i >= 0 and token.idx < pieces[i].outer_end
            if mention is None and not within and introduced(token):
                focus.unnamed(token, number)
            if mention is None and not within and leads(token):
                focus.stranger = number, token
            new = plain and not within and token.i == first_said[token.lemma_.lower()] and _varies(token)
            if mention is None and wanted is None and not epithet and not (noun or new):
                continue
            inside = within and pieces[i].end - pieces[i].start > LONG_QUOTATION
            if mention is not None and mention.chain is not None:
                head = _head(token, mention.end)
                sex = sex_of(article.text, mention.start, mention.end)
                roles = roles_of(head, mention.start) | _nations(demonyms, first_of_several(head) or token)
                focus.name(
                    mention.chain,
                    head,
                    number,
                    sex=sex,
                    roles=roles,
                    nouns=called(head, mention.start, roles),
                    quoted=inside,
                    within=within,
                )
                continue
            if inside:
                continue
            people = token.idx in demonyms and of_people(token)
            if people or of_age(token) or of_children(token) or (token.idx in demonyms and of_nation(token)):
                first = first_of(token)
                words = words_of(token) | _nation(demonyms.get(token.idx))
                person = (
                    focus.epithet(words, number, sex_of_noun(token.lower_), told=people)
                    if _the(first)
                    else None
                )
                if person is not None:
                    last = last_of(token)
                    span = (first.idx, last.idx + len(last))
                    references.append(_standing(article, span, "nominal", person, "nation, age or children"))
                    focus.again(person, token, number)
                continue
            if wanted is not None and token.tag_ in ("PRP", "PRP$"):
                person = focus.pronoun(token, wanted, number)
                if person is not None:
                    end = token.idx + len(token)
                    references.append(_standing(article, (token.idx, end), "pronoun", person, "pronoun"))
                    if not within:
                        focus.again(person, token, number, sex=wanted)
            elif (noun or new) and _definite(token, taken):
                words = {t.lower_ for t in token.lefts if t.dep_ in ("amod", "compound", "nmod")}
                person, how = focus.nominal(token, words, number) if noun else None, "title"
                if person is None and new:
                    person, how = focus.varied(number, sex_of_noun(token.lower_)), "told anew of who spoke"
                if person is not None:
                    span = (token.left_edge.idx, token.idx + len(token))
                    references.append(_standing(article, span, "nominal", person, how))
                    focus.again(person, token, number)
    return references


def _varies(token: Token) -> bool:
    """Does it say more of who has just spoken, behind the words in marks: “…,” the teacher said; “…,” said the teacher?

    A noun for a person, with nothing but its article before it and the verb of speech beside it.
    """
    start = token.i - 1
    if token.dep_ not in SUBJECTS or token.doc[start].lower_ != "the" or not is_person(token.lemma_.lower()):
        return False
    verb = token.head
    before = min(start, verb.i) - 1
    return (
        verb.lemma_.lower() in reporting_verbs()
        and before >= 0
        and abs(verb.i - (token.i if verb.i > token.i else start)) == 1
        and bool(token.doc[before].is_quote)
    )


def _standing(article: Article, span: tuple[int, int], form: str, person: str, method: str) -> Mention:
    """A mention that stands for a named person."""
    text = article.text[span[0] : span[1]]
    return Mention(*span, text, form=form, type="person", chain=person, method=method)


def _nation(demonym: Mention | None) -> set[str]:
    """The country of a demonym, by which *Irish* and *the Irishman* are the same."""
    return {demonym.chain} if demonym is not None and demonym.chain else set()


def _nations(demonyms: Mapping[int, Mention], first: Token) -> set[str]:
    """The countries of the words right before a name: "Irish winger Dara Finn"."""
    before = first.doc[max(first.i - MAX_BEFORE, 0) : first.i]
    countries: set[str] = set()
    for token in list(before)[::-1]:
        if token.pos_ not in ("ADJ", "NOUN", "PROPN"):
            break
        countries |= _nation(demonyms.get(token.idx))
    return countries


def _the(token: Token) -> bool:
    """Does the phrase go on with somebody: *the*, not *a* or *another*?"""
    return token.lower_ in ("the", "this", "that")


def _head(token: Token, end: int) -> Token:
    """The last word of a mention that begins at the token."""
    at = token
    while at.i + 1 < len(at.doc) and at.nbor(1).idx < end:
        at = at.nbor(1)
    return at


def _definite(token: Token, taken: set[int]) -> bool:
    """Is the role noun the head of "the ... minister", singular, without a name or a complement of its own?"""
    if token.tag_ not in ("NN", "NNP") or token.dep_ in ("compound", "appos", "nmod", "attr"):
        return False
    first = token.left_edge
    if first.lower_ not in ("the", "this") or token.i - first.i > 4:
        return False
    if any(t.idx in taken and t.ent_type_ == "PERSON" for t in token.doc[first.i : token.i]):
        return False
    if token.i + 1 < len(token.doc) and (
        token.nbor(1).idx in taken or token.nbor(1).lower_ in ("of", "for", "who")
    ):
        return False
    return not any(child.dep_ == "appos" for child in token.rights)
