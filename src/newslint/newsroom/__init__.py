"""Read single lines as newsrooms write them: bylines, dates, labels, notes, boilerplate."""
