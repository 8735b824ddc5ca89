"""Answering: how a card is asked, what a learner said, and how it is marked. Studying and quizzes share it."""
