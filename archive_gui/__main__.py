"""`python -m archive_gui` and the `archive-gui` command."""

import sys

_INTERRUPTED = 130


def main() -> int:
    """Run `archive-gui`; Ctrl+C while it still loads ends it without a traceback."""
    try:
        if getattr(sys, "frozen", False) and sys.argv[1:2] == ["-m"]:
            return _run_module(*sys.argv[2:])
        from archive_gui.cli.main import main as run

        return run()
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run_module(name: str, *arguments: str) -> int:
    """Do what `python -m` does, for the program's own modules; a frozen one has no Python."""
    import runpy

    if name.split(".")[0] != "archive_gui":
        return 2
    sys.argv = [name, *arguments]
    runpy.run_module(name, run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
