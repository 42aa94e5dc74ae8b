"""Progress of a job on a terminal, or in plain lines where there is none."""

import sys
import time
import unicodedata

from archive_gui.progress import Progress

# Characters that would command the terminal, end a line, or turn the direction of what follows.
_COMMANDING = {"Cc", "Zl", "Zp"}
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_BAR = 28
_LINE_SECONDS = 5.0
_BAR_SECONDS = 0.1


def shown(text: str) -> str:
    """Text on one line that holds the names of files, safe to be shown on a terminal."""
    return "".join(
        character.encode("unicode_escape").decode()
        if character in _TURNING or unicodedata.category(character) in _COMMANDING
        else character
        for character in text
    )


class ConsoleProgress(Progress):
    """Shows a job on stderr: one moving bar on a terminal, otherwise a line now and then."""

    def __init__(self) -> None:
        super().__init__()
        self._terminal = sys.stderr.isatty()
        self._text = ""
        self._shown = 0.0
        self._open = False

    def report(self, done: int, total: int, text: str) -> None:
        """See :meth:`Progress.report`."""
        now = time.monotonic()
        pause = _BAR_SECONDS if self._terminal else _LINE_SECONDS
        text = shown(text)
        if text == self._text and now - self._shown < pause and done != total:
            return
        if text != self._text:
            self.finish()
        self._text, self._shown = text, now
        count = f"{done:,} of {total:,}" if total else f"{done:,}"
        if self._terminal:
            filled = _BAR * done // total if total else 0
            bar = f"[{'#' * filled}{'.' * (_BAR - filled)}] " if total else ""
            sys.stderr.write(f"\r\x1b[K{text} {bar}{count}")
            self._open = True
        else:
            sys.stderr.write(f"{text}: {count}\n")
        sys.stderr.flush()

    def note(self, sentence: str) -> None:
        """Say something beside the progress that is to be read later, too."""
        self.finish()
        sys.stderr.write(f"{shown(sentence)}\n")
        sys.stderr.flush()

    def finish(self) -> None:
        """End the bar's line, so that what is printed next stands on its own."""
        if self._open:
            sys.stderr.write("\n")
            self._open = False
