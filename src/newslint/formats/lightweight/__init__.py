"""Read reStructuredText and AsciiDoc: what articles use of them; what is not known there is never copy."""
