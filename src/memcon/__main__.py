"""`python -m memcon` and the `memcon` script."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line and leaves with its exit code."""
    try:
        from memcon.cli.app import main as run

        code = run()
    except KeyboardInterrupt:
        # Before the program had started: leave as quietly as it would.
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
