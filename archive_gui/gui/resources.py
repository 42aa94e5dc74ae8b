"""Where the program's own icons, themes and manual lie."""

from functools import cache
from pathlib import Path


@cache
def _folder() -> Path:
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a file that comes with the program, such as ``resource("icons", "undo.svg")``.

    The files lie inside the package when it was installed from a wheel, beside it in a checkout.
    """
    return _folder().joinpath(*parts)
