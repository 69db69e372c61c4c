"""Where a quotation has the words that are searched for: in what is said, its cue, its speaker, or its sentence.

Words are found as they are printed, with accents or without, also within a word, and in their other forms: `threats`
finds `threatened` and `accusation` finds `accused`, by the lemmas of the corpus' own tokens; `*` stands for any letters
and `?` for one. Of several words each must be there.
"""

from __future__ import annotations

from tellings.query.parting import pieces
from tellings.query.seen import folded, plain
from tellings.query.sql import Where, contains, marks, wild

_ENDINGS = (
    ("’s", ""), ("'s", ""), ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"),
    ("ing", ""), ("ing", "e"),
)  # fmt: skip
_SHORTEST, _BEGINNING = 3, 4
_LEMMA = f"lower({plain('lemma')})"
"""SQL: the base form of a word, without capitals and accents."""
_NOUNS = (
    ("ation", "", 5), ("ation", "e", 5), ("ion", "", 5), ("ion", "e", 5), ("ment", "", 5), ("al", "", 5),
    ("al", "e", 5), ("ance", "", 5), ("ance", "e", 5), ("ence", "", 5), ("ure", "", 5), ("ure", "e", 5),
    ("iption", "ibe", 5), ("", "en", 5), ("sion", "de", 4), ("ication", "y", 4), ("ial", "y", 3),
)  # fmt: skip
"""How nouns end that belong to a verb, what the verb has instead, and how many letters both share at least.

Fewer would make `station` one of `state`.
"""
_SPANS = {
    "what is said": ("start", '"end"'),
    "the word of saying": ("cue_start", "cue_end"),
    "the speaker": ("speaker_start", "speaker_end"),
}
_READ = f"quote_id IN (SELECT quote_id FROM quotations_read WHERE regexp_matches({{}}, lower({plain('?')})))"
_PRINTED = {
    "what is said": _READ.format("text"),
    "the word of saying": _READ.format("cue"),
    "the speaker": _READ.format("speaker"),
}
_NAMED = (
    "quote_id IN (SELECT quote_id FROM quotation_speakers JOIN entities USING (entity_id) "
    f"WHERE {contains('name')})"
)
_BETWEEN = (
    "quote_id IN (SELECT o.quote_id FROM numbered w JOIN forms USING (form) JOIN numbered_documents d USING (doc) "
    'JOIN quotations o ON o.doc_id = d.doc_id AND w.start >= o.{} AND w."end" <= o.{} WHERE {})'
)
_IN_SENTENCE = (
    "sentence_id IN (SELECT n.sentence_id FROM numbered w JOIN numbered_sentences n USING (s) "
    "WHERE w.form IN (SELECT form FROM forms WHERE {}))"
)
"""SQL: a quotation, by a word of some form (a row of `forms`) between two of its offsets, or in its sentence."""


def places(q: str) -> dict[str, Where]:
    """Conditions on quotations, by the place in which each looks for the words; a quotation may meet several."""
    conditions = {place: _either(printed, q, *_SPANS[place]) for place, printed in _PRINTED.items()}
    printed = conditions["the speaker"]
    conditions["the speaker"] = Where((f"({printed.sql} OR {_NAMED})",), (*printed.params, wild(q)))
    return {**conditions, "its sentence": _either(_READ.format("sentence"), q)}


def anywhere(q: str) -> Where:
    """The condition on quotations that have the words in one of these places."""
    conditions = places(q).values()
    return Where(
        (f"({' OR '.join(f'({where.sql})' for where in conditions)})",),
        tuple(value for where in conditions for value in where.params),
    )


def single(q: str) -> bool:
    """Is one word searched for?"""
    return len(_words(q)) == 1


def _words(q: str) -> list[str]:
    """The words that are looked for, as the texts are parted into words; without the ’s and the point of one.

    >>> _words("the U.S. cease-fire, Kyiv’s"), _words("threat* “%_?")
    (['the', 'U.S', 'cease', 'fire', 'Kyiv'], ['threat*'])
    """
    parted = (piece.rstrip(".") for printed in q.split() for piece in pieces(printed))
    return [word for word in parted if word[:1] not in ("'", "’") and any(map(str.isalnum, word))]


def written(q: str) -> Where:
    """The condition on tokens that are one of these words, in sentences that have them all; none where there are none.

    A word is found in its other forms, and as the beginning of a longer one where it has at least four letters.
    """
    forms = [_forms(word) for word in _words(q)]
    if not forms:
        return Where(("false",))
    either = Where((" OR ".join(one.sql for one in forms),), tuple(p for one in forms for p in one.params))
    where = Where((f"({either.sql})",), either.params)
    for one in map(by_base, forms) if len(forms) > 1 else ():
        where = where.also(_IN_SENTENCE.format(one.sql), *one.params)
    return where


def by_base(where: Where) -> Where:
    """The same condition on rows that have the folded base form ready, as `base`: it is not made anew for each."""
    return Where(tuple(condition.replace(_LEMMA, "base") for condition in where.conditions), where.params)


def _forms(word: str) -> Where:
    if _is_wild(word):
        return Where((f"regexp_full_match(lower({plain('text')}), lower({plain('?')}))",), (wild(word),))
    forms = _lemma(word)
    if len(word) < _BEGINNING:
        return forms
    return Where((f"({forms.sql} OR starts_with({_LEMMA}, ?))",), (*forms.params, folded(word)))


def _lemma(word: str) -> Where:
    """The condition on tokens that are a form of the word, or a noun of the verb that it is, or a verb of the noun."""
    bases = lemmas(folded(word))
    printed = [*bases, f"{folded(word)}."]
    condition = Where((f"{_LEMMA} IN ({marks(printed)})",), tuple(printed))
    for pos, akin in zip(("VERB", "NOUN"), kin(bases), strict=True):
        condition = Where(
            (f"{condition.sql} OR pos = '{pos}' AND {_LEMMA} IN ({marks(akin)})",),
            (*condition.params, *akin),
        )
    return Where((f"({condition.sql})",), condition.params)


def _is_wild(word: str) -> bool:
    return "*" in word or "?" in word


def lemmas(word: str) -> list[str]:
    """What the base form of an English word may be, its regular endings taken away.

    >>> lemmas("Threatened")
    ['threatened', 'threaten', 'threatene']
    >>> lemmas("stopping")
    ['stopping', 'stopp', 'stop', 'stoppe']
    """
    word = word.lower()
    bases = [word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            base = word.removesuffix(ending)
            doubled = not instead and base[-1] == base[-2] and ending in ("ed", "ing")
            bases += [base + instead, *([base[:-1]] if doubled else [])]
    return list(dict.fromkeys(bases))


def kin(bases: list[str]) -> tuple[list[str], list[str]]:
    """The verbs that nouns of these base forms may belong to, and the nouns that verbs of these may have.

    Most are no words; who looks for them among the verbs and nouns that there are finds those that are.

    >>> verbs, nouns = kin(["denial", "accuse"])
    >>> "deny" in verbs, "accusation" in nouns
    (True, True)
    """
    verbs: list[str] = []
    nouns: list[str] = []
    for noun, verb, shared in _NOUNS:
        for base in bases:
            for relatives, ending, instead in ((verbs, noun, verb), (nouns, verb, noun)):
                if base.endswith(ending) and len(base) - len(ending) >= shared:
                    relatives.append(base.removesuffix(ending) + instead)
    return verbs, nouns


def _either(printed: str, q: str, *span: str) -> Where:
    """The words as they are printed, or each in some form: between two offsets, or without these in the sentence."""
    where = Where()
    for word in _words(q):
        if _is_wild(word):
            where = where.also(printed, wild(word))
            continue
        form = by_base(_lemma(word))
        where = where.also((_BETWEEN if span else _IN_SENTENCE).format(*span, form.sql), *form.params)
    forms = f" OR ({where.sql})" if where.conditions else ""
    return Where((f"({printed}{forms})",), (wild(q), *where.params))
