"""Frames of words: what is better said in other words, with the neighbours that show what is meant, as data."""
