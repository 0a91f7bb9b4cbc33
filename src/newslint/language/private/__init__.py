"""Knowledge of private data: numbers that identify or pay for one person, and where somebody lives or is reached."""
