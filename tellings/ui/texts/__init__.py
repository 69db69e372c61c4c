"""The page *Texts*: bring articles, watch them being read, keep what was made."""
