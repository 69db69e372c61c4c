"""Made-up corpora of any size, as tables and as texts."""
