"""Read plain text, as editors paste it and as pages are copied."""
