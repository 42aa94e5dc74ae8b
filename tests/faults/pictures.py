"""Files that a decoder may meet: good ones, broken ones, evil ones. All from a seed."""

import io
import os
import random
import socket
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin

from tests.conftest import draw

File = tuple[str, bytes]

# Of each good file so many that are cut off, and so many with bytes changed at random.
CUTS, MUTATIONS = 6, 10
_SIZE = (96, 72)
# What breaks readers of numbers.
_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)

NAMES = (
    *("a\nb.png", 'quote".png', "apo'strophe.png", "-rf.png", "--help.png", "=1+1.png", "+1.png"),
    *("@SUM(A1).png", "-2+3.png", "tab\there.png", " space .png", "a;b,c.png", "%s%n{x}.png"),
    *("Größe.png", "Gro\u0308ße.png", "Ελληνικά.png", "русский.png", "日本語.png", "한국어.png"),
    *("العربية.png", "עברית.png", "हिन्दी.png", "ไทย.png", "🏛.png", "\u202egnp.png"),
    *("<b>&amp;.png", "back\\slash.png", "case.png", "CASE.png", "Case.png", "con.png"),
    *(
        "long " + "ü" * 123 + ".png",
        "$(reboot).png",
        "`id`.png",
        "a" * 251 + ".png",
        "zero\u200b.png",
    ),
)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    if options.get("save_all"):
        options["append_images"] = [draw(number, _SIZE) for number in range(2, 8)]
    # Pillow leaves settings of one format behind, which disturb those of another.
    image.copy().save(out, kind, **options)
    return out.getvalue()


def good_files() -> dict[str, bytes]:
    """A valid file of every kind that the decoder takes."""
    pillow_heif.register_heif_opener(thumbnails=False)
    picture = draw(1, _SIZE)
    grey = picture.convert("L")
    deep = np.asarray(grey).astype(np.uint16) * 257
    floats = np.asarray(grey).astype(np.float32) / 255
    floats[0, :4] = (np.nan, np.inf, -np.inf, 1e30)
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[274] = 6
    more = {"save_all": True}
    return {
        "plain.jpg": encoded(picture, "JPEG", icc_profile=srgb, exif=exif.tobytes()),
        "progressive.jpg": encoded(picture, "JPEG", progressive=True),
        "cmyk.jpg": encoded(picture.convert("CMYK"), "JPEG"),
        "two.mpo": encoded(picture, "MPO", **more),
        "plain.png": encoded(picture, "PNG", icc_profile=srgb),
        "palette.png": encoded(picture.convert("P"), "PNG", transparency=3),
        "deep.png": encoded(Image.fromarray(deep), "PNG"),
        "animated.png": encoded(picture, "PNG", **more),
        "raw.tif": encoded(picture, "TIFF"),
        "lzw.tif": encoded(picture, "TIFF", compression="tiff_lzw"),
        "deflate.tif": encoded(picture, "TIFF", compression="tiff_adobe_deflate"),
        "jpeg.tif": encoded(picture, "TIFF", compression="jpeg"),
        "bilevel.tif": encoded(grey.convert("1"), "TIFF", compression="group4"),
        "float.tif": encoded(Image.fromarray(floats), "TIFF"),
        "deep.tif": encoded(Image.fromarray(deep), "TIFF"),
        "cmyk.tif": encoded(picture.convert("CMYK"), "TIFF"),
        "pages.tif": encoded(picture, "TIFF", **more),
        "animated.gif": encoded(picture, "GIF", **more),
        "plain.webp": encoded(picture, "WEBP"),
        "animated.webp": encoded(picture, "WEBP", **more),
        "plain.bmp": encoded(picture, "BMP"),
        "plain.ppm": encoded(picture, "PPM"),
        "plain.jp2": encoded(picture, "JPEG2000"),
        "lossy.j2k": encoded(picture, "JPEG2000", irreversible=True, no_jp2=True),
        "plain.avif": encoded(picture, "AVIF"),
        "plain.heic": encoded(picture, "HEIF"),
    }


def broken_files(seed: int, cuts: int = CUTS, mutations: int = MUTATIONS) -> Iterator[File]:
    """Good files that were cut off, changed or given a wrong name, and what was never a picture."""
    lots = random.Random(seed)
    for name, data in good_files().items():
        stem, ending = name.split(".")
        for number in range(cuts):
            place = lots.randrange(1, len(data)) if number else min(16, len(data) - 1)
            yield f"cut {stem} {number}.{ending}", data[:place]
        for number in range(mutations):
            yield f"mutated {stem} {number}.{ending}", mutated(data, lots)
        yield f"empty {stem}.{ending}", b""
        yield f"noise {stem}.{ending}", lots.randbytes(lots.randrange(1, 4000))
        yield f"headed noise {stem}.{ending}", data[:24] + lots.randbytes(2000)


def mutated(data: bytes, lots: random.Random) -> bytes:
    """The bytes with a few changes, mostly in the head, where files tell their sizes."""
    changed = bytearray(data)
    for _ in range(lots.randrange(1, 9)):
        if not changed:
            break
        head = lots.random() < 0.7
        place = lots.randrange(min(len(changed), 400 if head else len(changed)))
        match lots.randrange(5):
            case 0:
                changed[place] ^= 1 << lots.randrange(8)
            case 1:
                changed[place] = lots.randrange(256)
            case 2:
                width = lots.choice((1, 2, 4))
                number = lots.choice(_NUMBERS) & (256**width - 1)
                order = lots.choice(("big", "little"))
                changed[place : place + width] = number.to_bytes(width, order)
            case 3:
                length = lots.randrange(1, 64)
                changed[place:place] = changed[place : place + length]
            case _:
                del changed[place : place + lots.randrange(1, 16)]
    return bytes(changed)


def png_header(width: int, height: int, bits: int = 1, colours: int = 0) -> bytes:
    return _png(struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, 0))


def _png(head: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    parts = [b"\x89PNG\r\n\x1a\n"]
    for kind, data in ((b"IHDR", head), *chunks):
        check = struct.pack(">I", zlib.crc32(kind + data))
        parts.append(struct.pack(">I", len(data)) + kind + data + check)
    return b"".join(parts)


def bomb(width: int, height: int) -> bytes:
    """A small PNG of that many black pixels of one bit."""
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + (width + 7) // 8)
    parts = [packer.compress(row * 64) for _ in range(height // 64)]
    parts.append(packer.compress(row * (height % 64)) + packer.flush())
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return _png(head, (b"IDAT", b"".join(parts)), (b"IEND", b""))


def evil_files() -> Iterator[File]:
    """Files made to hurt whoever reads them."""
    picture, zeros = draw(3, _SIZE), bytes(1 << 20)
    yield "too many pixels.png", png_header(2**31 - 1, 2**31 - 1)
    yield "bomb.png", bomb(40_000, 40_000)
    yield (
        "bomb.gif",
        b"GIF89a"
        + struct.pack("<HHBBB", 65535, 65535, 0x80, 0, 0)
        + bytes(6)
        + (b"," + struct.pack("<HHHHB", 0, 0, 65535, 65535, 0) + b"\x02\x02\x44\x01\x00;"),
    )
    yield (
        "bomb.bmp",
        b"BM" + struct.pack("<IIIIiiHHIIIIII", 54, 0, 54, 40, 60_000, 60_000, 1, 24, *([0] * 6)),
    )
    yield "bomb.ppm", b"P6 99999 99999 255\n" + bytes(100)
    jpeg = bytearray(encoded(picture, "JPEG"))
    frame = jpeg.find(b"\xff\xc0")
    jpeg[frame + 5 : frame + 9] = struct.pack(">HH", 65500, 65500)
    yield "bomb.jpg", bytes(jpeg)
    text = zlib.compress(bytes(100 << 20), 9)
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    dot = (b"IDAT", zlib.compress(b"\0\0"))
    yield "text bomb.png", _png(head, (b"zTXt", b"a\0\0" + text), dot, (b"IEND", b""))
    yield "profile bomb.png", _png(head, (b"iCCP", b"a\0\0" + text), dot, (b"IEND", b""))
    tags = b"".join(struct.pack("<HHII", 40_000 + n, 7, len(zeros), 8) for n in range(4000))
    overlapping = b"II*\0\x08\0\0\0" + struct.pack("<H", 4000) + tags + bytes(4)
    yield "exif bomb.jpg", encoded(picture, "JPEG", exif=b"Exif\0\0" + overlapping[:60_000])
    yield "exif bomb.png", encoded(picture, "PNG", exif=overlapping + zeros)
    yield "tag bomb.tif", overlapping + zeros
    yield "overlapping.tif", overlapping_directories()
    yield "cycle.tif", tiff_pages(3, back_to_first=True)
    yield "pages.tif", tiff_pages(10_000)
    yield "self.tif", tiff_pages(2, child_is_self=True)
    yield (
        "broken exif.jpg",
        encoded(picture, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + bytes(90)),
    )
    yield "broken profile.jpg", encoded(picture, "JPEG", icc_profile=b"no profile" * 50)
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    yield "wrong profile.jpg", encoded(picture, "JPEG", icc_profile=lab)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for number in range(12):
        changed = mutated(profile, random.Random(number))
        yield f"mutated profile {number}.png", encoded(picture, "PNG", icc_profile=changed)
    wide = Image.new("RGB", (65_000, 8), "olive")
    for kind, ending in (("JPEG", "jpg"), ("PNG", "png"), ("TIFF", "tif")):
        yield f"wide.{ending}", encoded(wide, kind)
    yield "tall.png", encoded(Image.new("L", (1, 65_000)), "PNG")
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", "<x " * 100_000)
    yield "deep xmp.png", encoded(picture, "PNG", pnginfo=info)
    yield "many chunks.png", _png(head, *([(b"tEXt", b"a\0b")] * 50_000), dot, (b"IEND", b""))
    yield "many frames.gif", _many_frames(20_000)
    boxes = b"".join(struct.pack(">I4s", 8, b"free") for _ in range(200_000))
    yield "many boxes.heic", struct.pack(">I4s4sI", 16, b"ftyp", b"heic", 0) + boxes
    yield "many boxes.jp2", b"\0\0\0\x0cjP  \r\n\x87\n" + boxes
    nested = b""
    for _ in range(2_000):
        nested = struct.pack(">I4s", len(nested) + 8, b"moov") + nested
    yield "nested.avif", struct.pack(">I4s4sI", 16, b"ftyp", b"avif", 0) + nested
    yield "polyglot.jpg", b"\xff\xd8\xff\xe0<html><script>alert(1)</script>"
    yield "text.jpg", b"Dear Sir"
    yield "postscript.png", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run"
    yield (
        "vector.png",
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    )


def tiff_pages(count: int, *, back_to_first: bool = False, child_is_self: bool = False) -> bytes:
    """A TIFF of so many pages of one grey pixel."""
    parts = [b"II*\0", struct.pack("<I", 8)]
    entries = 9 if child_is_self else 8
    length = 2 + 12 * entries + 4
    pixel = 8 + count * length
    for number in range(count):
        here = 8 + number * length
        following = here + length if number + 1 < count else 8 if back_to_first else 0
        tags = [(256, 4, 1, 1), (257, 4, 1, 1), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1)]
        tags += [(273, 4, 1, pixel), (278, 4, 1, 1), (279, 4, 1, 1)]
        if child_is_self:
            tags.append((330, 4, 1, here))
        parts.append(struct.pack("<H", entries))
        parts += [struct.pack("<HHII", *tag) for tag in tags]
        parts.append(struct.pack("<I", following))
    return b"".join((*parts, b"\x80"))


def overlapping_directories() -> bytes:
    """A TIFF of a megabyte with thousands of directories, each of which names all of it."""
    size = 1 << 20
    data = bytearray(b"II*\0\x08\0\0\0" + bytes(size))
    entry = 8
    for start in range(8, size - 60_000, 128):
        data[start : start + 2] = struct.pack("<H", 9)
        tags = [
            (256, 4, 1, 1),
            (257, 4, 1, 1),
            *((tag, 1, size, 8) for tag in (273, 279, 324, 325)),
        ]
        tags += [(330, 4, size // 4, 8), (274, 3, 1, 1), (254, 4, 1, 1)]
        for number, tag in enumerate(tags):
            at = start + 2 + 12 * number
            data[at : at + 12] = struct.pack("<HHII", *tag)
        at = start + 2 + 12 * len(tags)
        data[at : at + 4] = struct.pack("<I", start + 128)
        entry = start
    assert entry > 8
    return bytes(data)


def _many_frames(count: int) -> bytes:
    frame = b"!\xf9\x04\0\0\0\0\0," + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
    return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + bytes(6) + frame * count + b";"


def write_corpus(folder: Path, seed: int, cuts: int = CUTS, mutations: int = MUTATIONS) -> set[str]:
    """Write all of it; the names of the files that every reader should be able to read."""
    folder.mkdir(parents=True, exist_ok=True)
    good = good_files()
    for name, data in good.items():
        (folder / f"good {name}").write_bytes(data)
    endings = [name.split(".")[1] for name in good]
    for (name, data), ending in zip(good.items(), (*endings[5:], *endings[:5]), strict=True):
        (folder / f"misnamed {name}.{ending}").write_bytes(data)
    for name, data in (*broken_files(seed, cuts, mutations), *evil_files()):
        (folder / name).write_bytes(data)
    named = encoded(draw(5, _SIZE), "PNG")
    for number, name in enumerate(NAMES):
        (folder / name).write_bytes(named + bytes([number]))
    return (
        {f"good {name}" for name in good}
        | {file.name for file in folder.glob("misnamed *")}
        | set(NAMES)
        | {"wide.jpg", "wide.png", "wide.tif", "tall.png", "pages.tif"}
        | {"broken exif.jpg", "broken profile.jpg", "wrong profile.jpg"}
    )


def write_special(folder: Path, outside: Path) -> dict[str, bool]:
    """Links, pipes and devices; whether each name is to be indexed (True) or told as failed."""
    outside.mkdir(parents=True, exist_ok=True)
    (outside / "secret.png").write_bytes(encoded(draw(6, _SIZE), "PNG"))
    (folder / "loop").symlink_to(folder)
    (folder / "loop.png").symlink_to("loop.png")
    (folder / "dangling.png").symlink_to("nowhere.png")
    (folder / "out.png").symlink_to(outside / "secret.png")
    (folder / "out").symlink_to(outside)
    (folder / "folder.png").mkdir()
    (folder / "folder.png" / "inside.png").write_bytes(encoded(draw(7, _SIZE), "PNG"))
    os.mkfifo(folder / "pipe.jpg")
    (folder / "zero.jpg").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(folder)
        try:
            listening.bind("socket.jpg")
        finally:
            os.chdir(here)
    undecodable = os.fsencode(folder) + b"/undecodable \xff.png"
    Path(os.fsdecode(undecodable)).write_bytes(b"x")
    return {
        "loop.png": False,
        "dangling.png": False,
        "out.png": True,
        "folder.png/inside.png": True,
        "pipe.jpg": False,
        "zero.jpg": False,
        "socket.jpg": False,
        "undecodable \\xff.png": False,
    }


Replace = Callable[[Path], None]


def _by_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _by_device(file: Path) -> None:
    file.unlink()
    file.symlink_to("/dev/zero")


def _by_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _by_noise(file: Path) -> None:
    file.write_bytes(os.urandom(5000))


# What becomes of files between the walk and the reading.
REPLACEMENTS: dict[str, Replace] = {
    "pipe": _by_pipe,
    "device": _by_device,
    "folder": _by_folder,
    "noise": _by_noise,
    "cut": lambda file: os.truncate(file, 20),
    "gone": Path.unlink,
}
