"""Run the torture sets at full size, record what they did, and bring the manual's table up to date.

    python tests/torture/run.py              all of them, one after another
    python tests/torture/run.py kills soak   these

It takes hours in all. The exit code is that of pytest; a set that fails is left out of the table.
"""

from __future__ import annotations

import subprocess
import sys

import table
from ledger import PROMISED, ROOT, forget


def main(keys: list[str]) -> int:
    """Run sets by key, all of them when none is named; return the exit code."""
    known = {row.key: row for row in PROMISED}
    unknown = [key for key in keys if key not in known]
    if unknown:
        print(f"There is no set {unknown[0]!r}. There are: {' '.join(known)}", file=sys.stderr)
        return 2
    worst = 0
    for key in keys or known:
        forget({key})
        run = subprocess.run([sys.executable, "-m", "pytest", "-q", "-m", "slow", known[key].test], cwd=ROOT)
        worst = max(worst, run.returncode)
        table.write()
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
