"""The rules, one a file; see `quizapp.lint.rule`."""
