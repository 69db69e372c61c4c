"""What is taken away: the report that was put together, and the corpus in other formats."""
