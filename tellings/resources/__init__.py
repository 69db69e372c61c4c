"""What ships with the program and is known of the world: word lists, boundaries, the gazetteer."""
