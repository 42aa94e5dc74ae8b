"""A page with all its pixels, kept outside of memory and read by regions."""

from pathlib import Path
from typing import IO

from PIL import Image

from archive_gui.imaging import jpeg2000
from archive_gui.imaging.colour import to_srgb
from archive_gui.imaging.decode import LYING, UPRIGHT, ImageError, LoadedPage, load_page
from archive_gui.progress import Progress
from archive_gui.words import say

# Pixels whose colours are worked out at a time.
_BAND_PIXELS = 4 * 2**20
_CHANNELS = 3
# Orientations in which the first row as shown is the last row or column as stored.
_BACKWARDS = (3, 4, 7, 8)


class FullPicture:
    """RGB pixels in sRGB, upright, row by row in an open `file`; for one thread at a time.

    `width` and `height` are in pixels. :meth:`close` gives the disk space back.
    """

    def __init__(self, width: int, height: int, file: IO[bytes]) -> None:
        self.width = width
        self.height = height
        self._file = file

    def region(self, left: int, top: int, width: int, height: int, step: int = 1) -> Image.Image:
        """The pixels of a rectangle within the page, each the mean of `step` x `step` of them."""
        row = _CHANNELS * self.width
        length = _CHANNELS * width
        rows = []
        for line in range(top, top + height):
            self._file.seek(line * row + _CHANNELS * left)
            rows.append(self._file.read(length))
        pixels = Image.frombytes("RGB", (width, height), b"".join(rows))
        return pixels if step == 1 else pixels.reduce(step)

    def close(self) -> None:
        """Forget the pixels."""
        self._file.close()


def write_pixels(
    source: Path | bytes,
    *,
    page: int = 0,
    name: str = "",
    file: int,
    progress: Progress | None = None,
) -> tuple[int, int]:
    """Decode all of one page to what :class:`FullPicture` reads; gives its width and height.

    `file` is the descriptor of an open file, which is closed. While it decodes, a page takes 4
    bytes of memory a pixel, and JPEG 2000 takes all processors of this process. `progress` is only
    asked whether to stop. Raises ImageError as `decode` does, and when the disk is full.
    """
    progress = progress or Progress()
    jpeg2000.use_all_processors()
    with (
        open(file, "wb") as out,
        load_page(source, page=page, name=name, progress=progress) as loaded,
    ):
        height = max(1, _BAND_PIXELS // loaded.width)
        for top in range(0, loaded.height, height):
            progress.check()
            pixels = _band(loaded, top, min(loaded.height, top + height)).tobytes()
            try:
                out.write(pixels)
                out.flush()
            except OSError as error:
                raise ImageError(
                    say(
                        "The disk has no room for the pixels of {name}; free some space to see "
                        "all its details.",
                        name=name,
                    )
                ) from error
        return loaded.width, loaded.height


def _band(loaded: LoadedPage, top: int, bottom: int) -> Image.Image:
    """Rows `top` to `bottom` of the page as it is shown."""
    stored = loaded.pixels
    lies = loaded.orientation >= LYING
    if loaded.orientation in _BACKWARDS:
        length = stored.width if lies else stored.height
        top, bottom = length - bottom, length - top
    box = (top, 0, bottom, stored.height) if lies else (0, top, stored.width, bottom)
    band = to_srgb(stored.crop(box), loaded.profile)
    if loaded.orientation in UPRIGHT:
        band = band.transpose(UPRIGHT[loaded.orientation])
    return band
