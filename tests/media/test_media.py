"""Facts, frames and crops of real files; damage is told in plain words."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from topa_studio.base.errors import MediaError
from topa_studio.media.compare import Asked, differences
from topa_studio.media.crop import cropped
from topa_studio.media.encode import SAMPLE_RATE, write_clip
from topa_studio.media.frames import last_frame, thumbnail
from topa_studio.media.pictures import encoded
from topa_studio.media.probe import Probe, probe
from topa_studio.media.sniff import sniff


def _grey(level: int, size: tuple[int, int] = (320, 180)) -> bytes:
    return np.full((size[1], size[0], 4), level, np.uint8).tobytes()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """Two seconds that grow from dark to light, with a tone."""
    target = tmp_path / "Клип 1.mp4"
    frames = (_grey(number * 5) for number in range(48))
    tone = np.sin(np.arange(2 * SAMPLE_RATE) * 0.05).astype(np.float32) * 0.1
    write_clip(target, frames, (320, 180), (640, 360), 24, tone)
    return target


def _picture(path: Path, size: tuple[int, int], codec: str) -> Path:
    pixels = np.zeros((size[1], size[0], 3), np.uint8)
    pixels[:, size[0] // 2] = 255  # a white line marks the middle
    frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
    context = av.CodecContext.create(codec, "w")
    assert isinstance(context, av.VideoCodecContext)
    context.width, context.height, context.time_base = *size, Fraction(1, 25)
    context.pix_fmt = {"png": "rgb24", "mjpeg": "yuvj420p", "libwebp": "yuv420p"}[codec]
    packets = (*context.encode(frame.reformat(format=context.pix_fmt)), *context.encode(None))
    path.write_bytes(b"".join(bytes(packet) for packet in packets))
    return path


def _brightness(data: bytes, path: Path) -> float:
    path.write_bytes(data)
    with av.open(str(path)) as container:
        frame = next(container.decode(video=0))
        return float(frame.to_ndarray(format="gray").mean())


def test_probe_tells_a_clips_facts(clip: Path) -> None:
    made = probe(clip)
    assert (made.kind, made.width, made.height) == ("clip", 640, 360)
    assert (made.has_sound, made.fps) == (True, 24)
    assert made.seconds == pytest.approx(2.0, abs=0.03)


@pytest.mark.parametrize(
    ("codec", "kind"), [("png", "png"), ("mjpeg", "jpeg"), ("libwebp", "webp")]
)
def test_probe_and_sniff_know_pictures(tmp_path: Path, codec: str, kind: str) -> None:
    path = _picture(tmp_path / "wrongly-named.bin", (400, 300), codec)
    assert sniff(path.read_bytes()[:16]) == kind
    assert probe(path) == Probe("picture", 0.0, 400, 300, False, 0.0)


def test_sniff_knows_clips_and_nothing_else(clip: Path) -> None:
    assert sniff(clip.read_bytes()[:16]) == "mp4"
    assert sniff(b"<html><head>") is None
    assert sniff(b"") is None


def test_frames_are_those_of_their_moment(clip: Path, tmp_path: Path) -> None:
    first = _brightness(thumbnail(clip, 0.0, 160), tmp_path / "a.jpg")
    later = _brightness(thumbnail(clip, 1.6, 160), tmp_path / "b.jpg")
    last = _brightness(last_frame(clip), tmp_path / "c.png")
    assert first < 10 < later < last
    assert last == pytest.approx(235, abs=8)
    assert probe(tmp_path / "a.jpg") == Probe("picture", 0.0, 160, 90, False, 0.0)
    assert probe(tmp_path / "c.png").width == 640
    assert thumbnail(clip, 99.0, 160)


def test_a_picture_has_a_thumbnail_and_is_its_own_last_frame(tmp_path: Path) -> None:
    path = _picture(tmp_path / "p.png", (400, 300), "png")
    assert sniff(thumbnail(path, 0.0, 100)[:16]) == "jpeg"
    assert sniff(last_frame(path)[:16]) == "png"


@pytest.mark.parametrize("codec", ["png", "mjpeg", "libwebp"])
@pytest.mark.parametrize(
    ("size", "ratio", "cut"),
    [
        ((900, 600), "16:9", (900, 506)),
        ((900, 600), "1:1", (600, 600)),
        ((900, 600), "9:16", (338, 600)),
    ],
)
def test_crop_keeps_the_middle(
    tmp_path: Path, codec: str, size: tuple[int, int], ratio: str, cut: tuple[int, int]
) -> None:
    source = _picture(tmp_path / "source", size, codec)
    target = tmp_path / "deep" / "target.png"
    target.parent.mkdir()
    target.write_bytes(cropped(source, ratio))
    assert sniff(target.read_bytes()[:16]) == "png"
    made = probe(target)
    assert (made.width, made.height) == cut
    with av.open(str(target)) as container:
        row = next(container.decode(video=0)).to_ndarray(format="gray")[0]
    assert abs(int(row.argmax()) - cut[0] // 2) <= 2


@pytest.mark.parametrize(("pixels", "kind"), [("rgb24", "jpeg"), ("rgba", "png")])
def test_a_cut_picture_is_never_more_than_is_taken(tmp_path: Path, pixels: str, kind: str) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (360, 640, 4))
    frame = av.VideoFrame.from_ndarray(noise.astype(np.uint8), format="rgba")
    source = tmp_path / "noise.png"
    source.write_bytes(encoded(frame.reformat(format=pixels), "png"))
    whole = cropped(source, "16:9")
    assert whole == source.read_bytes()
    for most in (len(whole) - 1, len(whole) // 3, len(whole) // 40):
        data = cropped(source, "16:9", most)
        assert len(data) <= most
        assert sniff(data[:16]) == kind
        (tmp_path / "less").write_bytes(data)
        made = probe(tmp_path / "less")
        assert abs(made.width / made.height - 16 / 9) < 0.1


def test_a_picture_that_fits_is_only_copied(tmp_path: Path) -> None:
    source = _picture(tmp_path / "a.png", (1376, 768), "png")
    (tmp_path / "b.png").write_bytes(cropped(source, "16:9"))
    assert (tmp_path / "b.png").read_bytes() == source.read_bytes()


def test_differences_are_told_beyond_the_tolerance() -> None:
    made = Probe("clip", 5.15, 1920, 1080, True, 24)
    assert differences(Asked(5, (1920, 1080), True), made) == ()
    assert differences(Asked(), made) == ()
    silent = Probe("clip", 5.0, 1920, 1080, False, 24)
    assert differences(Asked(sound=True), silent) == ("media.sound-missing",)
    assert differences(Asked(4, (1280, 720), False), made) == (
        "media.length-differs",
        "media.size-differs",
        "media.sound-unasked",
    )


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"\x89PNG\r\n\x1a\n" + b"x" * 90, b"\xff\xd8\xff"]
)
def test_damage_is_told_in_plain_words(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(data)
    for read in (probe, last_frame, lambda p: thumbnail(p, 0, 100)):
        with pytest.raises(MediaError, match=r"cannot be read|holds no picture"):
            read(path)
    with pytest.raises(MediaError):
        cropped(path, "16:9")
    assert not (tmp_path / "out.png").exists()


def test_a_clip_cut_short_is_damage(clip: Path, tmp_path: Path) -> None:
    data = clip.read_bytes()
    short = tmp_path / "short.mp4"
    for kept in (40, 900):
        short.write_bytes(data[:kept])
        with pytest.raises(MediaError):
            last_frame(short)


def test_missing_files_and_odd_ratios(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="There is no file"):
        probe(tmp_path / "none.mp4")
    picture = _picture(tmp_path / "wide.png", (400, 300), "png")
    for ratio in ("16", "0:9", "a:b"):
        with pytest.raises(MediaError, match="ratio"):
            cropped(picture, ratio)
