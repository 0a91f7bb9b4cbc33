"""Knowledge of news on medicine: risks, studies, claims of cures, and what food and supplements are said to do."""
