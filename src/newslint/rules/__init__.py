"""What a rule is: its file (`spec`) and its compiled form (`rule`)."""
