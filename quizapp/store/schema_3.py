"""Version 3 of the schema, frozen: a database says which program can read it.

`meta.readable_from` is the oldest version of quizapp that reads this schema. An older program that refuses the file
reads it to say which one to get, so it has to be found under this name in every later version too, and every later
step sets it anew.
"""

from __future__ import annotations

from typing import Final

SCHEMA_3: Final = (
    "ALTER TABLE meta ADD COLUMN readable_from TEXT",
    "UPDATE meta SET readable_from = '0.1.0'",
)
