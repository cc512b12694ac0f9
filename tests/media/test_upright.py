"""Pictures and clips stand upright wherever they are read, whatever tag or matrix turns them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from topa_studio.base.errors import MediaError
from topa_studio.media.crop import cropped
from topa_studio.media.encode import write_clip
from topa_studio.media.frames import last_frame, thumbnail
from topa_studio.media.glance import Glance
from topa_studio.media.orientation import orientation_of, told_orientation
from topa_studio.media.pictures import encoded
from topa_studio.media.probe import look, probe
from topa_studio.media.strip import film_strip

Pixels = NDArray[np.uint8]
WIDTH, HEIGHT = 320, 192

# How a picture that stands upright lies in a file that says 1 to 8: EXIF's own table.
LYING: dict[int, Callable[[Pixels], Pixels]] = {
    1: lambda p: p,
    2: np.fliplr,
    3: lambda p: np.rot90(p, 2),
    4: np.flipud,
    5: lambda p: np.transpose(p, (1, 0, 2)),
    6: lambda p: np.rot90(p, 1),
    7: lambda p: np.transpose(np.rot90(p, 2), (1, 0, 2)),
    8: lambda p: np.rot90(p, -1),
}
UPRIGHT = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
UPRIGHT[: HEIGHT // 2, : WIDTH // 2] = (255, 0, 0)
UPRIGHT[: HEIGHT // 2, WIDTH // 2 :] = (0, 255, 0)
UPRIGHT[HEIGHT // 2 :, : WIDTH // 2] = (0, 0, 255)


def exif(orientation: int, order: str = "<") -> bytes:
    """A TIFF block with two tags, the second of which says how the picture lies."""
    sign = b"II" if order == "<" else b"MM"
    entries = struct.pack(f"{order}HHIHH", 0x010F, 3, 1, 9, 0)
    entries += struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    return sign + struct.pack(f"{order}HIH", 42, 8, 2) + entries + bytes(4)


def lying_jpeg(orientation: int, scale: int = 1) -> bytes:
    """`UPRIGHT` as a JPEG file that lies as its tag says."""
    large = np.kron(UPRIGHT, np.ones((scale, scale, 1), np.uint8))
    segment = b"Exif\0\0" + exif(orientation, ">")
    head = b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment
    plain = encoded(_frame(LYING[orientation](large)), "jpeg")
    return plain[:2] + head + plain[2:]


def _png(orientation: int) -> bytes:
    block = exif(orientation)
    sum_of = struct.pack(">I", zlib.crc32(b"eXIf" + block))
    chunk = struct.pack(">I", len(block)) + b"eXIf" + block + sum_of
    plain = encoded(_frame(LYING[orientation](UPRIGHT)), "png")
    return plain[:-12] + chunk + plain[-12:]  # right before the end


def _frame(pixels: Pixels) -> av.VideoFrame:
    return av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="rgb24")


def _seen(data: bytes, path: Path) -> Pixels:
    path.write_bytes(data)
    with av.open(str(path)) as container:
        return next(container.decode(video=0)).to_ndarray(format="rgb24")


def _corners(pixels: Pixels) -> list[tuple[int, ...]]:
    """The colours of the four quarters, rounded: what a person would see."""
    height, width, _ = pixels.shape
    places = [(y, x) for y in (height // 4, height * 3 // 4) for x in (width // 4, width * 3 // 4)]
    return [tuple(int(value > 127) for value in pixels[place]) for place in places]


@pytest.mark.parametrize("make", [lying_jpeg, _png])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_tagged_picture_is_cut_and_shown_upright(
    orientation: int, make: Callable[[int], bytes], tmp_path: Path
) -> None:
    path = tmp_path / f"picture.{make.__name__[-3:]}"
    path.write_bytes(make(orientation))
    assert told_orientation(path) == orientation
    assert (probe(path).width, look(path).height) == (WIDTH, HEIGHT)
    whole = _seen(cropped(path), tmp_path / "whole.png")
    assert whole.shape == UPRIGHT.shape
    square = _seen(cropped(path, "1:1"), tmp_path / "square.png")
    assert square.shape == (HEIGHT, HEIGHT, 3)
    small = _seen(thumbnail(path, 0, 160), tmp_path / "small.jpg")
    assert small.shape == (96, 160, 3)
    for made in (whole, square, small):
        assert _corners(made) == _corners(UPRIGHT)


def test_a_webp_tag_behind_the_picture_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    for odd in (b"", b"x"):
        body = (
            b"VP8 " + struct.pack("<I", 3 + len(odd)) + b"abc" + odd + b"\0" * ((3 + len(odd)) % 2)
        )
        body += b"EXIF" + struct.pack("<I", len(exif(6))) + exif(6)
        path.write_bytes(b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body)
        assert told_orientation(path) == 6


@pytest.mark.parametrize("cut", range(0, 60, 3))
def test_a_torn_tag_turns_nothing(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(lying_jpeg(6)[: 2 + cut])
    assert told_orientation(path) in (1, 6)


@pytest.fixture(params=[90, 180, 270])
def turned_clip(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A clip whose matrix turns it, as telephones write them."""
    quarter = request.param // 90
    pixels = np.ascontiguousarray(np.rot90(UPRIGHT, quarter))
    bgra = np.dstack([pixels[..., ::-1], np.full(pixels.shape[:2], 255, np.uint8)])
    size = (pixels.shape[1], pixels.shape[0])
    path = tmp_path / "clip.mp4"
    write_clip(path, (bgra.tobytes() for _ in range(24)), size, size, 24, None)
    signs = {1: (0, 1, -1, 0), 2: (-1, 0, 0, -1), 3: (0, -1, 1, 0)}[quarter]
    a, b, c, d = (number << 16 for number in signs)
    matrix = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    data = path.read_bytes()
    track = data.index(b"tkhd")
    plain = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    at = data.index(plain, track)
    path.write_bytes(data[:at] + matrix + data[at + len(matrix) :])
    return path


def test_a_clip_with_a_matrix_is_upright_in_every_picture_of_it(
    turned_clip: Path, tmp_path: Path
) -> None:
    facts = probe(turned_clip)
    assert (facts.kind, facts.width, facts.height) == ("clip", WIDTH, HEIGHT)
    made = [
        thumbnail(turned_clip, 0.5, 160),
        last_frame(turned_clip),
        *film_strip(turned_clip, 0.0, 0.5, 2, 160),
    ]
    with closing(Glance(turned_clip, None, "bgra")) as glimpse:
        made.append(encoded(glimpse.near(0).reformat(format="rgb24"), "png"))
    for number, data in enumerate(made):
        seen = _seen(data, tmp_path / f"{number}.png")
        assert _corners(seen) == _corners(UPRIGHT)
        assert seen.shape[1] / seen.shape[0] == pytest.approx(WIDTH / HEIGHT, rel=0.02)


def test_a_clip_without_a_matrix_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    rgba = np.full((96, 160, 4), 128, np.uint8).tobytes()
    write_clip(path, (rgba for _ in range(12)), (160, 96), (160, 96), 24, None)
    with av.open(str(path)) as container:
        assert orientation_of(next(container.decode(video=0))) == 1


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("kind", ["jpeg", "png"])
def test_half_a_picture_is_damaged(kind: str, share: float, tmp_path: Path) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (HEIGHT, WIDTH, 3), dtype=np.uint8)
    data = encoded(_frame(noise), "jpeg" if kind == "jpeg" else "png")
    path = tmp_path / f"half.{kind}"
    path.write_bytes(data)
    assert look(path).width == WIDTH
    path.write_bytes(data[: int(len(data) * share)])
    for read in (look, lambda torn: cropped(torn, "1:1")):
        with pytest.raises(MediaError):
            read(path)
