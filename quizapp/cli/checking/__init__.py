"""What `quizapp check` is made of: which files, what is found in them, and the forms in which that is told."""
