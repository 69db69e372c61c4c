"""Toponyms: which place a name means, and how it is used."""
