"""Documents of Word and of all programs that save as .docx."""
