"""Documents in Rich Text Format, which almost every word processor can save."""
