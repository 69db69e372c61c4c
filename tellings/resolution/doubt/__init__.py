"""How sure each decision is: the type of a name, whose mention it is, who speaks, where a place is."""

from tellings.resolution.doubt.scores import scored, signals

__all__ = ["scored", "signals"]
