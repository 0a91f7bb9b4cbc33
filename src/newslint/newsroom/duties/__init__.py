"""Sentences that put a duty on a newsroom, told from copy by what was learned from both: by weights of features."""
