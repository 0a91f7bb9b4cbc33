"""Repair what findings bring fixes for: no quotation, nothing twice, and never half a file."""
