"""`python -m memcon` and the `memcon` script."""

from __future__ import annotations

import gc
import sys

OBJECTS = 200_000
"""New objects after which what has become useless is looked for: imports and pages make many that all are used."""


def main() -> None:
    """Runs the command line and leaves with its exit code."""
    gc.set_threshold(OBJECTS)
    try:
        from memcon.cli.app import main as run

        code = run()
    except KeyboardInterrupt:
        # Before the program had started: leave as quietly as it would.
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
