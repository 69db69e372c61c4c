"""Exports of newspaper databases: many articles in a file, parted and read by the forms in `data/formats/`."""
