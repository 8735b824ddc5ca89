"""The program with readers that let hostile texts in, for a terminal: `python tests/support/unguarded.py study`."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from hostile_worlds import GATES

from quizapp.cli.main import main

for gate in GATES:
    module, _, name = gate.rpartition(".")
    setattr(importlib.import_module(module), name, (lambda text: True) if name == "is_clean" else (lambda text: text))
main()
