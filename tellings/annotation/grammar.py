"""The labels of the parse that the readers of sentences ask for most, under the names of grammar.

Source:
    Parts of speech of Universal Dependencies; relations of ClearNLP, which spaCy's English models give.
"""

from __future__ import annotations

NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
