"""The screen that a process of pictures sees."""

import json
import os
from pathlib import Path


def environment(folder: Path, scale: float) -> dict[str, str]:
    """What a process needs for a large screen of this scale; Qt reads it only once.

    `folder` is for the file that describes the screen.
    """
    screens = folder / "screens.json"
    side = {"x": 0, "y": 0, "width": round(1600 * scale), "height": round(1000 * scale)}
    screens.write_text(json.dumps({"screens": [{"name": "one", "dpi": 96, **side}]}))
    return os.environ | {
        "QT_SCALE_FACTOR": str(scale),
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
    }
