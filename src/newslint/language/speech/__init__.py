"""Find who says what: quotations, attributions, claims."""
