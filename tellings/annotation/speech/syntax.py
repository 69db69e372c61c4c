"""What the parse says about a verb: who does it, and how far its complements reach."""

from __future__ import annotations

from spacy.tokens import Token

from tellings.annotation.grammar import FINITE, SUBJECTS
from tellings.resources.lexicon import words

TEMPORAL = frozenset({"DATE", "TIME"})
_LABEL = frozenset({"--", "—", "–", ":"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_ISSUED = frozenset(
    "statement letter tweet post message email e-mail note op-ed column essay video release memo".split()
)
_ISSUING = frozenset("issue release publish post write send make put give record tweet deliver share".split())
_RECORDS = frozenset("footage video clip clips recording tape audio film photo image pictures".split())
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "aux", "dep"})
_MAX_CLIMB = 6


def subject(verb: Token) -> Token | None:
    """The head word of the verb's subject, looked for up the tree where the verb itself has none.

    A relative pronoun leads to the noun that it stands for, a passive to its agent, "quoted Y as saying" to Y.
    """
    said = quoted_one(verb)
    if said is not None:
        return said
    if passive(verb) and verb.lemma_ != "quote":
        return agent(verb)
    shown = _recorded(verb)
    if shown is not None:
        return shown
    at = _top(verb) if _loose_participle(verb) else coordinated_report(verb) or verb
    for _ in range(_MAX_CLIMB):
        word = own_subject(at)
        if word is not None:
            return word
        if at.dep_ in ("acl", "relcl") and at.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return issuer(at.head) or at.head
        if at.dep_ not in _CLIMB or at.head.i == at.i:
            return None
        at = at.head
    return None


def _recorded(verb: Token) -> Token | None:
    """As in "footage of Ana Ruiz asking ..." and "with Ana Ruiz saying ...": the name right before the participle."""
    doc, at = verb.doc, verb.i - 1
    if verb.tag_ != "VBG" or at < 1 or doc[at].pos_ != "PROPN":
        return None
    while at > 0 and doc[at].pos_ == "PROPN":
        at -= 1
    recorded = doc[at].lower_ == "of" and at > 0 and doc[at - 1].lower_ in _RECORDS
    return verb.nbor(-1) if recorded or doc[at].lower_ == "with" else None


def issuer(noun: Token) -> Token | None:
    """Who lets a statement out: "the firm issued a statement calling ..."; None where it is somebody else's."""
    verb = noun.head
    if (
        noun.dep_ != "dobj"
        or noun.lemma_.lower() not in _ISSUED
        or any(c.lower_ in ("from", "by") for c in noun.rights)
    ):
        return None
    return own_subject(verb) if verb.lemma_ in _ISSUING and not passive(verb) else None


def own_subject(verb: Token) -> Token | None:
    """The subject that stands at this very verb."""
    nearest = None
    for child in verb.children:
        if child.dep_ not in SUBJECTS or (is_time(child) and child.lower_ != "old"):
            continue
        if nearest is None or (child.i < verb.i and not _apposed(nearest, child, verb)):
            nearest = child  # of several before the verb the nearest: the others are often words in marks
    return None if nearest is None else _after_label(nearest)


def is_time(token: Token) -> bool:
    """Is it a word of a date or time? A last name may look like one to the model: "said Halliday"."""
    named = token.pos_ == "PROPN" and token.lower_ not in words("calendar_words") and token.is_alpha
    return token.ent_type_ in TEMPORAL and not named


def _apposed(name: Token, role: Token, verb: Token) -> bool:
    """As in "Ban Ki-moon, the secretary general of the United Nations, vowed", with two subjects in the parse."""
    doc = verb.doc
    return (
        name.pos_ == "PROPN"
        and role.pos_ == "NOUN"
        and role.i < verb.i
        and doc[role.left_edge.i - 1].text == ","
        and name.right_edge.i == role.left_edge.i - 2
        and doc[verb.i - 1].text == ","
    )


def _after_label(found: Token) -> Token:
    """Behind a dateline or label ("WASHINGTON -- President Obama", "The Latest: Trump") the subject itself."""
    for child in found.rights:
        if child.dep_ == "appos" and any(
            found.doc[i].text in _LABEL for i in range(found.i + 1, child.left_edge.i)
        ):
            return child
    return found


def _loose_participle(verb: Token) -> bool:
    """As in "X did this, saying ...": it belongs to the main clause, whatever verb the parse hangs it on."""
    return verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == "," and own_subject(verb) is None


def coordinated_report(verb: Token) -> Token | None:
    """As in "X said it would go and warned that ...": the outer cue, where the parse hangs *warned* on what is said."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ", "VBP") or own_subject(verb) is not None:
        return None
    at = verb.head
    for _ in range(_MAX_CLIMB):
        if at.dep_ == "ccomp" and at.head.i < at.i and own_subject(at.head) is not None:
            return at.head
        if at.dep_ != "conj":
            return None
        at = at.head
    return None


def _top(verb: Token) -> Token:
    at = verb.head
    for _ in range(2 * _MAX_CLIMB):
        if at.dep_ == "ROOT" or at.head.i == at.i:
            break
        at = at.head
    return at if own_subject(at) is not None else verb


def antecedent(found: Token) -> Token:
    """What a relative pronoun stands for; another word is returned as it is."""
    if found.lower_ in RELATIVES:
        at = found.head
        for _ in range(_MAX_CLIMB):
            if at.dep_ == "relcl":
                return at.head
            if at.dep_ not in _CLIMB or at.head.i == at.i:
                break
            at = at.head
    return found


def passive(verb: Token) -> bool:
    """Is the verb in the passive ("was accused")?"""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.lefts)


def quoting(verb: Token) -> Token | None:
    """*quoted* in "was quoted as saying", where the verb is *saying*."""
    if verb.tag_ == "VBG" and verb.head.lower_ == "as" and verb.head.head.lemma_ in ("quote", "cite"):
        return verb.head.head
    return None


def quoted_one(verb: Token) -> Token | None:
    """Who is quoted in "the agency quoted her as saying", where the verb is *quoted* or *saying*; not the agency."""
    said = (c for child in verb.rights if child.lower_ == "as" for c in child.rights)
    own = verb.lemma_ in ("quote", "cite") and any(word.tag_ == "VBG" for word in said)
    quoted = verb if own else quoting(verb)
    if quoted is None or passive(quoted):
        return None
    return next((c for c in quoted.rights if c.dep_ == "dobj"), None)


def agent(verb: Token) -> Token | None:
    """Who does it in a passive: the noun after *by*."""
    for child in verb.rights:
        if child.dep_ == "agent" or child.lower_ == "by":
            for noun in child.rights:
                if noun.dep_ == "pobj":
                    return noun
    return None


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in order; of "her son and agent, Ana Ruiz" the one with the name."""
    tokens, at = [token], token
    second = next((c for c in token.rights if c.dep_ == "conj"), None)
    if (
        second is not None
        and token.tag_ == second.tag_ == "NN"
        and all(c.dep_ != "det" for c in second.lefts)
    ):
        named = [one for one in (token, second) for c in one.rights if c.dep_ == "appos" and c.i > second.i]
        if named and not any(c.dep_ == "poss" for c in second.lefts):
            return named[:1]
    while len(tokens) < 20:
        following = [c for c in at.rights if c.dep_ == "conj"]
        if not following:
            return tokens
        tokens.extend(following[:1])
        at = following[0]
    return tokens


def appositions(token: Token) -> list[Token]:
    """The token and what stands in apposition to it, and to that: "the head of the team, Smith's aide Ann Lee"."""
    tokens = [token]
    for one in tokens:
        tokens.extend(c for c in one.rights if c.dep_ == "appos" and c.i > one.i and len(tokens) < 6)
    return tokens


def group_start(verb: Token) -> int:
    """The first token of subject, auxiliaries and adverbs before the verb."""
    start = verb.i
    for child in verb.lefts:
        if child.dep_ in SUBJECTS or child.dep_ in ("aux", "auxpass", "neg", "advmod"):
            left = child.left_edge.i
            start = min(start, left)
    return start


def finite(verb: Token) -> bool:
    """Is the verb, or its auxiliary, in a finite form?"""
    return verb.tag_ in FINITE or any(c.tag_ in FINITE and c.dep_ in ("aux", "auxpass") for c in verb.lefts)


def owner(noun: Token) -> Token | None:
    """Whose it is: "Putin's claim", "the claim by Putin"."""
    for child in noun.lefts:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
            for name in child.rights:
                if name.dep_ == "pobj":
                    return name
    before = noun.nbor(-1) if noun.i else noun
    return before if before.pos_ in ("PROPN", "PRON") else None
