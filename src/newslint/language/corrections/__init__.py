"""Knowledge of corrections: how a note of one begins, and what it must say."""
