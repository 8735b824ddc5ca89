"""An opened collection: decks, progress and clock together. This is what the command line and the screens talk to."""

from quizapp.collection.opened import Collection
from quizapp.collection.study_session import StudySession
from quizapp.scheduling.recall import Recall

__all__ = ["Collection", "Recall", "StudySession"]
