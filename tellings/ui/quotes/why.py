"""By which rule a quotation was found, in plain words."""

from __future__ import annotations

RULES = {
    "according to": "the words beside “according to”",
    "as told": "the sentence that “as X told …” or “as X put it” stands in",
    "clause": "the clause that depends on the cue (said that …)",
    "heading": "words in marks in a heading",
    "in words": "the words beside “in X’s words”",
    "label": "words after a name and a colon or dash",
    "marked": "words in marks that nobody is said to say",
    "marked after cue": "words in marks right after the cue (X said: “…”)",
    "marked before cue": "words in marks right before the cue (“…,” X said)",
    "marked before verb": "a clause in marks right before a verb that is no verb of saying (“…,” she began)",
    "noun": "what follows a noun of saying (the claim that …)",
    "object": "what the cue governs (demanded …, accused X of …)",
    "paragraph before": "words in marks that the paragraph before leads up to",
    "passive": "what is said by somebody (was described by X as …)",
    "rest of the sentence": "the rest of the sentence after the cue",
    "sentence around cue": "the sentence around the cue (…, X said, …)",
    "sentence before": "words in marks that the sentence before leads up to",
    "sentence before cue": "the sentence up to the cue (…, X said)",
    "signature": "words in marks with a signature",
    "transcript": "a turn of a transcript (NAME: …)",
    "turn goes on": "the turn goes on: more words in marks after an attribution",
}
"""What each rule of `quotations.method` looks at."""


def why(method: str) -> str:
    """The rule in plain words; a correction is said to be one; a rule without words gives its name."""
    if method.startswith("correction:"):
        return "corrected by hand"
    return RULES.get(method, method)
