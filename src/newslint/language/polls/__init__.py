"""Knowledge of opinion polls: where a text reports one, and what it says of how it was done."""
