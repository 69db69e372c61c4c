"""The forms of corrections: on an entity's card, on the reader's, where a place is chosen, on a question."""
