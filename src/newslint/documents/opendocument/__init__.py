"""Documents of LibreOffice and of all programs that save as OpenDocument text."""
