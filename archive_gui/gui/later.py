"""Libraries that the window needs, but not before it is on the screen.

What takes long to load and is not drawn at once is imported where it is first used: in the function
that a job runs, or by :func:`later`. `tests/gui/test_start.py` names what the start does without.
"""

from importlib import import_module
from typing import Any


class _Later:
    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)


def later(name: str) -> Any:
    """A module that is imported when something in it is first used."""
    return _Later(name)
