"""Advice by its grammar: who is told to do what with which object, in the words of the sentence itself."""
