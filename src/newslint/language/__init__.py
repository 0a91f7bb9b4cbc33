"""Hold what newslint knows of news language: pure functions over text, without rules, severities or files."""
