"""From files to documents: reading, decoding, blocks."""
