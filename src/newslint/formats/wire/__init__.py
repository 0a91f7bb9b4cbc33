"""Read the formats in which agencies and systems hand articles on: ninjs and NewsML-G2 (IPTC)."""
