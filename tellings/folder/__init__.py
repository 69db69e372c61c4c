"""A corpus as a folder: its tables as files, exchanged whole, with the versions that made them."""
