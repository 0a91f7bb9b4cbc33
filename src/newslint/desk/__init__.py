"""The desk: a page of one's own machine on which copy is checked while it is written, and `POST /lint` for programs."""
