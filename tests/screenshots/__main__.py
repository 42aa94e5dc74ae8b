"""Take all pictures: `python -m tests.screenshots`, or only some: `... 1x small`, `... manual`.

Those of the manual take the place of what is in `resources/manual/pictures`. The others go to
`build/screenshots`, each in both themes: all at 100 % and at 200 %, and the main ones at 300 % and
in a small window, for which what the first run has trained is used again.
"""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.own_folders import use_own_settings

OUT = Path("build") / "screenshots"


@dataclass(frozen=True)
class Run:
    """One process: its scale, the size of its window, and whether it shows all states."""

    scale: int
    width: int
    height: int
    whole: bool


RUNS = {
    "1x": Run(1, 1280, 800, whole=True),
    "2x": Run(2, 1280, 800, whole=True),
    "3x": Run(3, 1280, 800, whole=False),
    "small": Run(1, 960, 640, whole=False),
}


def main(labels: list[str]) -> int:
    """Take all pictures, each run in a process of its own, as Qt reads its scale only once."""
    from tests.screenshots.manual import renew
    from tests.screenshots.material import odd_sample
    from tests.screenshots.screen import environment

    if labels == ["manual"]:
        return renew()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    with odd_sample() as archive:
        for label in labels or list(RUNS):
            run = RUNS[label]
            seen = environment(archive.parent, run.scale)
            command = [sys.executable, "-m", "tests.screenshots", "--in", str(archive), label]
            if code := subprocess.run(command, env=seen, check=False).returncode:
                return code
    if not labels and (code := renew()):
        return code
    print(f"{len(list(OUT.iterdir()))} screenshots are in {OUT}")
    return 0


def photograph(archive: Path, label: str) -> None:
    """Take the pictures of one run."""
    from archive_gui.gui.app import make_application
    from archive_gui.gui.main_window import MainWindow
    from tests.gui.events import wait_for
    from tests.screenshots import asking, browsing, manners, teaching
    from tests.screenshots.camera import Camera
    from tests.screenshots.material import material_of

    run = RUNS[label]
    folder = archive.parent / (f"user-{label}" if run.whole else "user-1x")
    trained = folder.exists()
    use_own_settings(folder)
    make_application()
    window = MainWindow()
    window.resize(run.width, run.height)
    window.show()
    camera = Camera(window, material_of(archive), OUT, label)
    browsing.welcome(camera)
    browsing.archive(camera)
    if run.whole:
        browsing.filters(camera)
    if not trained:
        browsing.marks(camera)
        teaching.plan(camera)
        teaching.run(camera)
    if run.whole:
        browsing.groupings(camera)
    teaching.results(camera)
    asking.query(camera)
    asking.compare_versions(camera)
    asking.viewer(camera)
    if run.whole:
        manners.exports(camera)
        manners.jobs(camera)
        manners.messages(camera)
        manners.windows(camera)
    with wait_for(window.workspace.closed):
        window.project.close()
    camera.take("welcome-again")
    with wait_for(window.window_closed):
        window.close_now()


if __name__ == "__main__":
    if "--in" in sys.argv:
        photograph(Path(sys.argv[2]), sys.argv[3])
    else:
        sys.exit(main(sys.argv[1:]))
