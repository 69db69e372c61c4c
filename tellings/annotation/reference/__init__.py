"""Pronouns and roles, led to what they stand for."""
