"""What newslint proposes to a repository that takes it up: a configuration, a hook and a job, made of what it finds."""
