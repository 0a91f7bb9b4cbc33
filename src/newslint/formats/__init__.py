"""Read files of each format into drafts: blocks of text with exact positions, and what their metadata says."""
