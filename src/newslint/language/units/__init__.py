"""Split text into what everything else counts and compares: tokens, words, sentences, phrases."""
