"""Across documents: the same entity, quotation, sentence and figure in several articles. Tables in, tables out."""
