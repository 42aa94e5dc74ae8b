"""Every kind of file that an archive holds, written for real and read back."""

import io
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import imagecodecs
import numpy as np
import pillow_heif
import pytest
import tifffile
from PIL import Image, ImageCms

from archive_gui.imaging.decode import Decoded, ImageError, decode

HEIGHT, WIDTH = 96, 128


@pytest.fixture(scope="module")
def picture() -> np.ndarray:
    """Smooth 8-bit colours (96, 128, 3) in which every corner differs."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    return np.stack([x * 2, y * 2.5, 250 - x - y], -1).clip(0, 255).astype(np.uint8)


def deep(values: np.ndarray) -> np.ndarray:
    return (values.astype(np.uint32) * 257).astype(np.uint16)


def grey_of(picture: np.ndarray) -> np.ndarray:
    return picture[..., 0]


def difference(decoded: Decoded, expected: np.ndarray) -> float:
    """Mean absolute difference of 8-bit values."""
    values = np.asarray(decoded.image).astype(int)
    if expected.ndim == 2:
        expected = np.repeat(expected[..., np.newaxis], 3, axis=2)
    assert values.shape == expected.shape
    return float(np.abs(values - expected.astype(int)).mean())


LOSSLESS = [
    {},
    {"compression": "lzw"},
    {"compression": "deflate", "predictor": True},
    {"compression": "packbits"},
    {"compression": "zstd"},
    {"tile": (32, 32)},
    {"byteorder": ">"},
    {"rowsperstrip": 7},
    {"bigtiff": True},
]


@pytest.mark.parametrize("options", LOSSLESS, ids=str)
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("kind", ["grey", "rgb", "planar"])
def test_tiff_of_8_and_16_bits(tmp_path: Path, picture, options, bits, kind):
    values = grey_of(picture) if kind == "grey" else picture
    written = values if bits == 8 else deep(values)
    extra = {"photometric": "minisblack" if kind == "grey" else "rgb"}
    if kind == "planar":
        written, extra = np.moveaxis(written, -1, 0), extra | {"planarconfig": "separate"}
    tifffile.imwrite(tmp_path / "a.tif", written, **options, **extra)
    decoded = decode(tmp_path / "a.tif")
    assert difference(decoded, values) == 0
    assert (decoded.width, decoded.height, decoded.format, decoded.pages) == (128, 96, "TIFF", 1)


@pytest.mark.parametrize("bits", [8, 16])
def test_tiff_in_which_zero_is_white(tmp_path: Path, picture, bits):
    grey = grey_of(picture)
    inverted = 255 - grey
    written = inverted if bits == 8 else deep(inverted)
    tifffile.imwrite(tmp_path / "a.tif", written, photometric="miniswhite")
    assert difference(decode(tmp_path / "a.tif"), grey) == 0


@pytest.mark.parametrize(
    ("dtype", "factor"), [(np.float32, 1 / 255), (np.uint32, 2**24), (np.float32, 17.0)]
)
def test_grey_tiff_of_32_bits_is_scaled(tmp_path: Path, picture, dtype, factor):
    grey = grey_of(picture)
    tifffile.imwrite(
        tmp_path / "a.tif",
        (grey.astype(np.float64) * factor).astype(dtype),
        photometric="minisblack",
    )
    stretch = 255 / grey.max() if factor == 17.0 else 1
    assert difference(decode(tmp_path / "a.tif"), grey * stretch) < 1


@pytest.mark.parametrize("compression", ["raw", "group3", "group4", "tiff_lzw"])
def test_bilevel_tiff(tmp_path: Path, picture, compression):
    bilevel = grey_of(picture) > 100
    Image.fromarray(bilevel).save(tmp_path / "a.tif", compression=compression)
    assert difference(decode(tmp_path / "a.tif"), bilevel * 255) == 0


def test_bilevel_picture_becomes_smaller_in_greys(tmp_path: Path):
    Image.fromarray(np.indices((400, 400)).sum(0) % 2 == 0).save(
        tmp_path / "a.tif", compression="group4"
    )
    small = np.asarray(decode(tmp_path / "a.tif", max_side=100).image)
    assert abs(small[10:-10, 10:-10].mean() - 127.5) < 3
    assert small[10:-10, 10:-10].std() < 10


def test_palette_tiff_and_its_transparency(tmp_path: Path, picture):
    palette = Image.fromarray(picture).quantize(64)
    palette.save(tmp_path / "a.tif")
    assert difference(decode(tmp_path / "a.tif"), np.asarray(palette.convert("RGB"))) == 0
    palette.save(tmp_path / "a.png", transparency=palette.getpixel((0, 0)))
    shown = np.asarray(decode(tmp_path / "a.png").image)
    assert shown[0, 0].tolist() == [255, 255, 255]


def test_cmyk_tiff(tmp_path: Path, picture):
    ink = Image.fromarray(picture).convert("CMYK")
    ink.save(tmp_path / "a.tif", compression="tiff_lzw")
    assert difference(decode(tmp_path / "a.tif"), picture) < 1


@pytest.mark.parametrize("writer", ["tifffile", "pillow"])
def test_jpeg_in_tiff(tmp_path: Path, picture, writer):
    if writer == "pillow":
        Image.fromarray(picture).save(tmp_path / "a.tif", compression="jpeg", quality=95)
    else:
        tifffile.imwrite(tmp_path / "a.tif", picture, photometric="rgb", compression="jpeg")
    assert difference(decode(tmp_path / "a.tif"), picture) < 4


def test_pages_of_a_tiff(tmp_path: Path, picture):
    with tifffile.TiffWriter(tmp_path / "a.tif") as out:
        for shift in range(3):
            out.write(np.roll(picture, 9 * shift, axis=1), photometric="rgb")
    for page in range(3):
        decoded = decode(tmp_path / "a.tif", page=page)
        assert decoded.pages == 3
        assert difference(decoded, np.roll(picture, 9 * page, axis=1)) == 0
    with pytest.raises(ImageError, match="no page 4"):
        decode(tmp_path / "a.tif", page=3)


def test_reduced_copies_in_a_pyramid_are_used_and_are_no_pages(tmp_path: Path, picture):
    big = np.kron(picture, np.ones((8, 8, 1), np.uint8))
    with tifffile.TiffWriter(tmp_path / "a.tif") as out:
        for factor in (1, 2, 4):
            # The copies differ in tint, so that the test sees which one was read.
            level = np.maximum(big[::factor, ::factor], 60 * (factor - 1)).astype(np.uint8)
            out.write(level, photometric="rgb", tile=(64, 64), subfiletype=int(factor > 1))
    decoded = decode(tmp_path / "a.tif", max_side=100)
    assert (decoded.pages, decoded.width, decoded.height) == (1, 1024, 768)
    assert decoded.image.size == (100, 75)
    assert np.asarray(decoded.image).min() >= 175
    assert np.asarray(decode(tmp_path / "a.tif").image).min() == 0


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", [".jpg", ".tif", ".png", ".webp"])
def test_orientation_is_applied(tmp_path: Path, picture, orientation, suffix):
    file = tmp_path / f"a{suffix}"
    image = Image.fromarray(picture)
    exif = Image.Exif()
    exif[274] = orientation
    options = {"quality": 100, "lossless": True} if suffix == ".webp" else {"quality": 98}
    image.save(file, exif=exif, **options)
    expected = {
        1: picture,
        2: picture[:, ::-1],
        3: picture[::-1, ::-1],
        4: picture[::-1],
        5: picture.swapaxes(0, 1),
        6: np.rot90(picture, -1),
        7: picture[::-1, ::-1].swapaxes(0, 1),
        8: np.rot90(picture, 1),
    }[orientation]
    decoded = decode(file)
    assert difference(decoded, expected) < 2
    assert (decoded.width, decoded.height) == decoded.image.size


@pytest.fixture(scope="module")
def wide_profile() -> bytes:
    """A profile in which red and green are exchanged: its effect cannot be overlooked."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.find(b"rXYZ"), profile.find(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


@pytest.mark.parametrize("suffix", [".jpg", ".tif", ".png", ".webp"])
def test_embedded_profile_is_converted(tmp_path: Path, wide_profile, suffix):
    red = Image.new("RGB", (64, 64), (250, 5, 5))
    file = tmp_path / f"a{suffix}"
    red.save(file, icc_profile=wide_profile, quality=98)
    assert np.asarray(decode(file).image)[32, 32] == pytest.approx([5, 250, 5], abs=9)


def test_broken_or_foreign_profile_is_passed_over(tmp_path: Path, picture, wide_profile):
    image = Image.fromarray(picture)
    image.save(tmp_path / "broken.png", icc_profile=b"no profile")
    assert difference(decode(tmp_path / "broken.png"), picture) == 0
    image.convert("L").save(tmp_path / "grey.png", icc_profile=wide_profile)
    assert difference(decode(tmp_path / "grey.png"), np.asarray(image.convert("L"))) == 0


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".jp2"])
def test_transparency_is_on_white(tmp_path: Path, mode, suffix):
    if mode == "LA" and suffix == ".webp":
        mode = "RGBA"
    image = Image.new(mode, (64, 64), (0,) * len(mode))
    image.paste((0,) * (len(mode) - 1) + (255,), (0, 0, 32, 64))
    options = {"lossless": True} if suffix == ".webp" else {}
    image.save(tmp_path / f"a{suffix}", **options)
    shown = np.asarray(decode(tmp_path / f"a{suffix}").image)
    assert shown[30, 5].max() < 5
    assert shown[30, 60].min() > 250


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("kind", ["grey", "rgb"])
@pytest.mark.parametrize("codec", ["png", "jp2"])
def test_png_and_jpeg2000_of_8_and_16_bits(tmp_path: Path, picture, bits, kind, codec):
    values = grey_of(picture) if kind == "grey" else picture
    written = values if bits == 8 else deep(values)
    encode = imagecodecs.png_encode if codec == "png" else imagecodecs.jpeg2k_encode
    (tmp_path / f"a.{codec}").write_bytes(encode(np.ascontiguousarray(written)))
    assert difference(decode(tmp_path / f"a.{codec}"), values) < 1


@pytest.mark.parametrize(
    ("suffix", "name", "limit"),
    [
        (".jpg", "JPEG", 3),
        (".gif", "GIF", 12),
        (".bmp", "BMP", 0),
        (".webp", "WebP", 6),
        (".avif", "AVIF", 6),
        (".jp2", "JPEG 2000", 1),
        (".ppm", "PPM", 0),
    ],
)
def test_other_formats(tmp_path: Path, picture, suffix, name, limit):
    Image.fromarray(picture).save(tmp_path / f"a{suffix}", quality=90)
    decoded = decode((tmp_path / f"a{suffix}").read_bytes(), name="a")
    assert decoded.format == name
    assert difference(decoded, picture) <= limit


def test_heic(tmp_path: Path, picture):
    pillow_heif.from_pillow(Image.fromarray(picture)).save(tmp_path / "a.heic", quality=90)
    assert difference(decode(tmp_path / "a.heic"), picture) < 5


def test_grey_and_cmyk_jpeg(tmp_path: Path, picture):
    image = Image.fromarray(picture)
    image.convert("L").save(tmp_path / "grey.jpg", quality=95)
    assert difference(decode(tmp_path / "grey.jpg"), np.asarray(image.convert("L"))) < 2
    image.convert("CMYK").save(tmp_path / "ink.jpg", quality=95)
    assert difference(decode(tmp_path / "ink.jpg", max_side=64), reduced(picture)) < 4


def reduced(picture: np.ndarray) -> np.ndarray:
    return np.asarray(Image.fromarray(picture).resize((64, 48), Image.Resampling.LANCZOS))


@pytest.mark.parametrize("suffix", [".jpg", ".jp2", ".png", ".tif", ".webp"])
def test_reduced_decoding_looks_like_full_decoding(tmp_path: Path, picture, suffix):
    big = Image.fromarray(picture).resize((1300, 975), Image.Resampling.BICUBIC)
    big.save(tmp_path / f"a{suffix}", quality=95)
    small = decode(tmp_path / f"a{suffix}", max_side=128)
    assert small.image.size == (128, 96)
    assert (small.width, small.height) == (1300, 975)
    full = decode(tmp_path / f"a{suffix}").image.resize((128, 96), Image.Resampling.LANCZOS)
    assert difference(small, np.asarray(full)) < 2


@pytest.mark.parametrize("bits", [8, 16])
def test_jpeg2000_of_sides_that_cannot_be_halved_evenly(bits: int) -> None:
    for width, height in ((701, 301), (700, 301), (513, 385), (1025, 770)):
        y, x = np.mgrid[0:height, 0:width]
        values = np.stack([x * 250 / width, y * 250 / height, x * 0 + 90], -1)
        scaled = (values * (257 if bits == 16 else 1)).astype(f"u{bits // 8}")
        data = imagecodecs.jpeg2k_encode(scaled, level=0, codecformat="jp2", resolutions=6)
        for side in (256, 100, 60):
            small = decode(data, max_side=side)
            assert (small.width, small.height) == (width, height)
            whole = Image.fromarray(values.astype(np.uint8)).resize(small.image.size)
            assert difference(small, np.asarray(whole)) < 2


@pytest.mark.parametrize("levels", [0, 1, 2])
def test_jpeg2000_with_few_resolutions(picture, levels):
    big = np.kron(picture, np.ones((10, 10, 1), np.uint8))
    data = imagecodecs.jpeg2k_encode(big, resolutions=levels)
    assert decode(data, max_side=64).image.size == (64, 48)


def test_a_small_image_is_not_enlarged(picture):
    data = io.BytesIO()
    Image.fromarray(picture).save(data, "PNG")
    assert decode(data.getvalue(), max_side=4000).image.size == (WIDTH, HEIGHT)


def test_a_very_long_image_keeps_at_least_one_pixel():
    data = io.BytesIO()
    Image.new("RGB", (5000, 1), "red").save(data, "PNG")
    assert decode(data.getvalue(), max_side=256).image.size == (256, 1)


@pytest.mark.parametrize("content", [b"", b"hello", b"%!PS-Adobe\nshowpage", b"\xff\xd8\xff"])
def test_what_is_no_image_is_told_in_one_sentence(tmp_path: Path, content):
    (tmp_path / "a.jpg").write_bytes(content)
    with pytest.raises(ImageError, match=r"^a\.jpg "):
        decode(tmp_path / "a.jpg")


def test_a_file_that_is_gone_is_told(tmp_path: Path):
    with pytest.raises(ImageError, match="No such file"):
        decode(tmp_path / "a.jpg")


def test_too_many_pixels_are_refused_before_decoding():
    data = io.BytesIO()
    Image.new("1", (60_000, 20_000)).save(data, "TIFF", compression="group4")
    with pytest.raises(ImageError, match="60000 x 20000"):
        decode(data.getvalue(), max_side=256)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "JPEG2000", "WEBP", "GIF", "BMP", "AVIF"])
def test_damaged_files_raise_nothing_but_image_errors(picture, kind):
    whole = io.BytesIO()
    Image.fromarray(picture).resize((64, 48)).save(whole, kind)
    rng = random.Random(5)
    sentences = []
    for turn in range(60):
        data = bytearray(whole.getvalue())
        if turn % 3 == 0:
            del data[rng.randrange(len(data)) :]
        else:
            for _ in range(rng.randint(1, 12)):
                data[rng.randrange(len(data))] = rng.randrange(256)
        try:
            decode(bytes(data), max_side=32, name="a")
        except ImageError as error:
            sentences.append(str(error))
    assert sentences
    assert not any("\n" in sentence for sentence in sentences)


def test_many_threads_decode_at_once(tmp_path: Path, picture, wide_profile):
    image = Image.fromarray(picture)
    for suffix in (".jpg", ".tif", ".png", ".jp2"):
        image.save(tmp_path / f"a{suffix}", icc_profile=wide_profile)
    files = sorted(tmp_path.iterdir())
    alone = {file: np.asarray(decode(file, max_side=70).image) for file in files}
    with ThreadPoolExecutor(8) as pool:
        for file, image in zip(
            files * 20, pool.map(lambda f: decode(f, max_side=70).image, files * 20), strict=True
        ):
            assert (np.asarray(image) == alone[file]).all()
