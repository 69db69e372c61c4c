"""From documents to rows: everything that needs the language model. Nothing that only shows a corpus imports this."""
