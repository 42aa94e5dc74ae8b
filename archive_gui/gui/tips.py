"""Tips that hold the names of files and groupings."""

from PySide6.QtGui import Qt

# As html.escape has it, which is slow to load for this alone.
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain_tip(text: str) -> str:
    """The tip that shows a text as it is.

    Qt takes a tip for HTML where it looks so, and the name of a file may look like anything.
    """
    if not Qt.mightBeRichText(text):
        return text
    return f'<p style="white-space: pre">{text.translate(_ESCAPED)}</p>'
