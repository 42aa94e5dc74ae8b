"""The entry point: runs a command or opens the window, and turns errors into exit codes."""

import contextlib
import json
import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from archive_gui.cli.console import ConsoleProgress, shown
from archive_gui.cli.parser import build_parser, command_names
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.log import log_file, start_log

DONE, COULD_NOT, INTERRUPTED = 0, 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `archive-gui` with these arguments (default: those of the process); the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    start_log()
    opens_window = not given or (not given[0].startswith("-") and given[0] not in command_names())
    if opens_window and len(given) <= 1:
        return _open_window(Path(given[0]) if given else None)
    options = build_parser().parse_args(given)
    progress = ConsoleProgress()
    try:
        with _interruptible(progress), contextlib.redirect_stdout(sys.stderr):
            # Libraries print to stdout as they please; only the outcome belongs there.
            outcome = options.run(options, progress)
        progress.finish()
        as_json = getattr(options, "json", False)
        text = json.dumps(outcome.document, indent=2) if as_json else outcome.text
        _print(text)
    except ArchiveError as error:
        return _fail(progress, str(error))
    except (Cancelled, KeyboardInterrupt):
        progress.finish()
        print("Interrupted.", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:
        logging.getLogger(__name__).exception("unexpected error")
        return _fail(
            progress,
            f"archive-gui met an error that it did not expect ({error}); the details are in "
            f"{log_file()}.",
        )
    return INTERRUPTED if progress.cancelled else int(outcome.code)


def _open_window(path: Path | None) -> int:
    from archive_gui.gui.app import NoWindow, run

    try:
        return run(path)
    except NoWindow as error:
        print(
            f"The window needs PySide6, which cannot be loaded ({error}); see 'archive-gui "
            "--help' for the commands that work without it.",
            file=sys.stderr,
        )
        return COULD_NOT


@contextlib.contextmanager
def _interruptible(progress: ConsoleProgress):  # type: ignore[no-untyped-def]
    """The first Ctrl+C asks the job to stop at a safe point, the second stops at once."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        if progress.cancelled:
            raise KeyboardInterrupt
        progress.cancel()

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _print(text: str) -> None:
    with contextlib.suppress(AttributeError):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # The reader (head, less) has seen enough; Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(progress: ConsoleProgress, sentence: str) -> int:
    progress.finish()
    print(shown(sentence), file=sys.stderr)
    return COULD_NOT
