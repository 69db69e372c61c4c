"""The opened corpus, and which corpora there are."""
