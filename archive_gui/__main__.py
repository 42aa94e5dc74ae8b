"""`python -m archive_gui` and the `archive-gui` command."""

import sys

_INTERRUPTED = 130


def main() -> int:
    """Run `archive-gui`; Ctrl+C while it still loads ends it without a traceback."""
    try:
        from archive_gui.cli.main import main as run

        return run()
    except KeyboardInterrupt:
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
