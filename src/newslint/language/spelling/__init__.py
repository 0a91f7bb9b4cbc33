"""English spelling: which strings of letters are words, and which word a slip of the keyboard was meant to be."""
