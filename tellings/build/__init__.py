"""From sources to a corpus folder."""
