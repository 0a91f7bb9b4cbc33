"""Measure how hard a text is to read."""
