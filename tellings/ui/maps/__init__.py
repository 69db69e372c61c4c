"""The parts of the map page: its switches, the picture, one map an outlet, the lists, and what is open."""
