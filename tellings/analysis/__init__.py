"""Questions to a corpus: `(corpus, filters, …) -> DataFrame`, aggregated by the store, never by loading tables."""
