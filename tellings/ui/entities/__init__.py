"""The entities page: its filters, its views, and the card of an entity."""
