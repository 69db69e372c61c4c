"""Quantities: numbers with what they count, their bounds and hedges."""
