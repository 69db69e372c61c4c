"""What has become of people who are counted: dead, injured, missing, aboard, each by one word however it is told.

Reports of accidents, attacks and disasters tell the same count in many ways (27 dead, killing 27, 27 lives lost, a
death toll of 27); one word for each state is what lets two articles be held against each other.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from tellings.annotation.grammar import SUBJECTS, VERBAL
from tellings.annotation.names.tokens import SHIPS
from tellings.resources import lexicon

_ROWS = [(*row, "")[:3] for row in lexicon.rows("states")]
STATES = {state: words for state, words, _ in _ROWS}
"""The words that tell what became of people, by the state that they tell."""
_STATE = {word: state for state, words in reversed(STATES.items()) for word in words.split()}
_NOUNS = {noun: state for state, _, nouns in _ROWS for noun in nouns.split()}
"""Counted words that are a state themselves."""
_TOLLS = frozenset({"toll", "tally"})
_MEASURED = frozenset("license licensed licence certify certified capacity".split())
_CAPACITY = _MEASURED | {"permit", "allow"}
"""Words for how many may be carried, with the carrying behind them; the measured ones also with *for* and *of*."""

_CARRIERS = SHIPS | frozenset("plane aircraft jet airliner helicopter bus train coach car van truck".split())
_CARRYING = frozenset({"carry", "transport", "hold", "seat", "accommodate"})
_HOLDING = _CARRYING - {"carry", "transport"}
_LIVING = frozenset("family household animal cattle cow horse sheep goat pig dog bird".split())
"""What may die, be hurt or be missing beside persons."""
_BECOMING = frozenset(
    "leave be remain go report find confirm fear believe presume declare get fall take become feel make".split()
)
"""Verbs behind which a word tells a state: fell ill, was left injured, are feared dead."""
_COMPLEMENTS = frozenset("oprd acomp ccomp xcomp advcl advmod attr dobj".split())
_PLACES = {"hospital": "hospitalised", "custody": "arrested"}
"""Where somebody is of whom that tells a state."""
_STAFF = frozenset("employee worker staff staffer".split())
_ATTACHED = ("acl", "relcl", "amod", "advcl")


def is_state(noun: Token) -> bool:
    """Does a counted noun say itself what became of people: the dead, the missing, deaths?"""
    return noun.lemma_.lower() in _NOUNS or noun.lower_ in _NOUNS


def state(span: Span, noun: Token | None) -> Token | None:
    """The word that tells what became of those whom a number counts; None where nothing tells.

    Args:
        span: the number.
        noun: what it counts, where that is printed.
    """
    doc, head = span.doc, noun if noun is not None else span.root
    if noun is not None and noun.lemma_.lower() in _NOUNS and noun.lemma_.lower() != "missing":
        return noun
    after = doc[span.end] if span.end < len(doc) else None
    beside = after is not None and after.sent.start == span.sent.start
    if noun is None and after is not None and beside and _tells(after) and _is_told_so(after):
        return after
    if noun is not None and not _may_live(noun):
        return None
    for child in head.children:
        if child.dep_ in _ATTACHED and _tells(child):
            return child
        if child.dep_ == "relcl" and (become := _become(child)) is not None:
            return become
        if head.lemma_.lower() == "life" and child.lemma_.lower() in ("lose", "lost", "claim"):
            return head
        if child.lower_ in ("aboard", "onboard") or (child.lower_ == "on" and _on_board(child)):
            return child
    told = None if _is_whole(span, head) else _by_verb(head) or _in_a_place(head) or _by_toll(head)
    return _behind(head) or told or _of_a_staff(head)


def _may_live(noun: Token) -> bool:
    return noun.lemma_.lower() in _LIVING or lexicon.is_person(noun.lemma_.lower())


def _is_whole(span: Span, head: Token) -> bool:
    """Is it the whole of which another number is a part: two of its 70 workers were killed?"""
    of = head.head
    part = of.head.tag_ == "CD" and not of.head.text.endswith("s")
    return head.dep_ == "pobj" and of.lower_ == "of" and part and span.start > of.i


def _is_told_so(word: Token) -> bool:
    """Does the word behind a number tell a state: 51 aboard, 51 on board; not four on Tuesday?"""
    return word.lower_ != "on" or _on_board(word)


def _on_board(preposition: Token) -> bool:
    """On board, or on a ship, bus or plane."""
    carriers = any(c.dep_ == "pobj" and c.lemma_.lower() in _CARRIERS for c in preposition.children)
    following = preposition.i + 1
    return carriers or (following < len(preposition.doc) and preposition.doc[following].lower_ == "board")


def _behind(head: Token) -> Token | None:
    """Directly behind the noun: 46 people missing, 51 people aboard, 20 others injured."""
    if head.i + 1 >= len(head.doc):
        return None
    token = head.doc[head.i + 1]
    if token.lower_ in ("aboard", "onboard") or (token.lower_ == "on" and _on_board(token)):
        return token
    participle = token.tag_ in ("VBN", "JJ", "VBD") and token.pos_ != "AUX"
    return token if participle and _tells(token) and head.sent.start == token.sent.start else None


def _by_verb(head: Token) -> Token | None:
    """Such as "27 were killed", "killing 27", "left 27 dead", "a boat carrying 27", "claimed 27 lives"."""
    verb, token = head.head, head
    allowed = _by_leave(verb)
    if allowed is not None:
        return allowed
    for _ in range(3):
        if token.dep_ not in ("conj", "appos", "pobj", "prep") or verb == token:
            break
        if token.dep_ == "pobj" and verb.lower_ not in ("of", "to", "at"):
            break
        token, verb = verb, verb.head
    if verb == head or verb.pos_ not in {*VERBAL, "ADJ"}:
        return None
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    become = _become(verb)
    if become is not None:
        return become
    if head.lemma_.lower() == "life" and lemma in ("claim", "lose", "take", "cost"):
        return head
    if lemma in ("carry", "transport") and token.dep_ == "dobj" and _carries(verb):
        return verb
    if lemma == "lose" and token.dep_ in SUBJECTS:
        return next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() == "life"), None)
    if lemma == "pull" and any(c.lower_ in ("from", "alive", "out") for c in verb.children):
        return verb
    if not _tells(verb):
        return None
    if (
        token.dep_ == "nsubj"
        and not passive
        and lemma in ("kill", "injure", "wound", "rescue", "save", "arrest", "murder")
    ):
        return None if verb.tag_ != "VBN" else verb
    if passive and token.dep_ in ("dobj", "pobj", "agent"):
        return None
    return verb


def _become(verb: Token) -> Token | None:
    """What somebody is or becomes: fell ill, were left injured."""
    if verb.lemma_.lower() not in _BECOMING:
        return None
    behind = [child for child in verb.children if child.i > verb.i and child.dep_ in _COMPLEMENTS]
    return next((child for child in behind if _tells(child)), None)


def _in_a_place(head: Token) -> Token | None:
    """Such as "14 people were taken to hospital", "six who are in custody"."""
    while head.dep_ == "pobj" and head.head.lower_ == "of":  # a dozen of his colleagues
        head = head.head.head
    verbs = [child for child in head.children if child.dep_ in ("relcl", "acl") and child.pos_ in VERBAL]
    if head.dep_ in SUBJECTS and head.head.pos_ in VERBAL:
        verbs.insert(0, head.head)
    for verb in verbs:
        places = [place for p in verb.children if p.lower_ in ("to", "in", "into") for place in p.children]
        holding = next((place for place in places if place.lemma_.lower() in _PLACES), None)
        if holding is not None:
            return holding
    return None


def _by_leave(above: Token) -> Token | None:
    """How many may be carried: licensed to carry 350 people, certified for 293, a capacity of 80, can hold 90."""
    holding = above.lemma_.lower() in _HOLDING and above.tag_ == "VB"
    if holding and any(child.lower_ in ("can", "could") for child in above.children):
        return above
    carried = above.lemma_.lower() in _CARRYING and above.dep_ in ("xcomp", "advcl", "acl")
    behind = above.lower_ in ("for", "of") and above.dep_ == "prep"
    lemmas = _CAPACITY if carried else _MEASURED if behind else ()
    return above.head if above.head.lemma_.lower() in lemmas else None


def _carries(verb: Token) -> bool:
    carriers = [child for child in verb.children if child.dep_ in SUBJECTS]
    if verb.dep_ in ("acl", "relcl"):
        carriers.append(verb.head)
    return any(token.lemma_.lower() in _CARRIERS or token.pos_ == "PROPN" for token in carriers)


def _by_toll(head: Token) -> Token | None:
    """Such as "the death toll rose to 34", "the number of injured stands at 120"."""
    token = head
    for _ in range(6):
        if token.pos_ in VERBAL or token.head == token:
            break
        token = token.head
        if token.lemma_.lower() in _TOLLS:
            return token
    for child in token.children if token.pos_ in VERBAL else ():
        if child.dep_ not in SUBJECTS:
            continue
        if child.lemma_.lower() in _TOLLS:
            return child
        if child.lemma_.lower() in ("number", "count", "total", "figure"):
            inner = [o for p in child.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]
            for noun in inner:
                if _tells(noun):
                    return noun
                told = [c for c in noun.children if _tells(c)]
                if told:
                    return told[0]
    return None


def _of_a_staff(head: Token) -> Token | None:
    """Such as "the chain has 430 employees", "its 340 workers", "a workforce of 90"."""
    had = head.dep_ == "dobj" and head.head.lemma_.lower() == "have"
    own = any(child.dep_ == "poss" for child in head.children)
    if head.lemma_.lower() in _STAFF and (had or own):
        return head
    above = head.head.head if head.head.lower_ == "of" else head
    return above if above.lemma_.lower() in ("staff", "workforce") and above != head else None


def _tells(word: Token) -> bool:
    """Does the word tell a state by itself? One of capacity does not: 30 people were allowed to leave."""
    return name_of(word) not in (None, "capacity")


def name_of(word: Token) -> str | None:
    """The state that a word tells, by its one name; who is not hurt is unhurt, who is not dead has no state.

    Example:
        the words "killed", "perished", "toll" and "lives" are all `dead`.
    """
    if any(child.dep_ == "neg" for child in word.children):
        return "unhurt" if _named(word) == "injured" else None
    return _named(word)


def _named(word: Token) -> str | None:
    lemma = word.lemma_.lower()
    if lemma in _TOLLS or lemma == "life":
        return "dead"
    if lemma in ("carry", "transport", "on"):
        return "aboard"
    if lemma in _CAPACITY | _HOLDING:
        return "capacity"
    if lemma == "pull":
        return "rescued"
    if lemma in _PLACES:
        return _PLACES[lemma]
    if lemma in _STAFF:
        return "employed"
    if lemma in _NOUNS and word.pos_ in ("NOUN", "PROPN", "ADJ"):
        return _NOUNS[lemma]
    return _STATE.get(lemma) or _STATE.get(word.lower_)
