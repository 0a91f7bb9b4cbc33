"""What a text says of crimes: who is said to have done one, in whose voice, and how far the courts are with it."""
