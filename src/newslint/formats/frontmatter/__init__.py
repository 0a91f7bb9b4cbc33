"""Read the fields above an article, with the position of each."""
