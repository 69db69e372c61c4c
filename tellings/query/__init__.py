"""What is asked of a corpus: filters, selections, and the conditions they become."""
