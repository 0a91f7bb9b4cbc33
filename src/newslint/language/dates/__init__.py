"""Read dates and times, as articles write them and as metadata does."""
