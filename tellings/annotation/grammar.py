"""The labels of the parse that the readers of sentences ask for most, under the names of grammar.

Source:
    Parts of speech of Universal Dependencies; relations of ClearNLP, which spaCy's English models give.
"""

from __future__ import annotations

NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})

SAYING = frozenset("say tell add note warn claim think believe".split())
"""Common verbs of saying and thinking, whose subject is somebody and whose object is no thing."""
