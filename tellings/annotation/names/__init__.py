"""Names: where they begin and end in an article, and what each is a name of."""
