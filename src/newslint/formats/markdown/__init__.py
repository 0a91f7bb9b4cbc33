"""Read Markdown, with the HTML and the templates inside it."""
