"""Read HTML pages: where the story stands, and what the page says about it."""
