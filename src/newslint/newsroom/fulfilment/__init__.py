"""Whether a duty is fulfilled: what a notice says, where it stands, and that it is the newsroom that says it."""
