"""Quotations: what is said, by whom, in whose words."""
