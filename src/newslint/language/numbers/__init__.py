"""Read quantities: numbers in figures and in words, with their units and currencies."""
