"""The interface for Python programs: what `newslint` itself names, and what stands behind it."""
