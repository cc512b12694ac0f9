"""A colour stays itself from the file to the frame, whatever the file calls its colours."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import ColorRange, Colorspace

from tests.support.numbered import film_of
from topa_studio.film.engine.blending import black, blended, dimmed, placed
from topa_studio.film.engine.renderer import Renderer
from topa_studio.media.scaling import Pixels
from topa_studio.model.scenario import Shot
from topa_studio.model.take import Take

COLOURS = [(200, 30, 40), (30, 180, 60), (20, 60, 210), (250, 250, 250), (8, 8, 8)]


def coloured(path: Path, size: tuple[int, int], space: int, whole: bool, tagged: bool) -> Path:
    picture = np.zeros((size[1], size[0], 3), np.uint8)
    for place, colour in enumerate(COLOURS):
        picture[:, place * size[0] // 5 : (place + 1) * size[0] // 5] = colour
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = *size, "yuvj420p" if whole else "yuv420p"
        stream.options = {"crf": "8", "preset": "ultrafast"}
        if tagged:
            stream.codec_context.colorspace = space
            stream.codec_context.color_range = 2 if whole else 1
        for number in range(3):
            frame = av.VideoFrame.from_ndarray(picture, "rgb24").reformat(
                format=stream.pix_fmt,
                src_color_range=ColorRange.JPEG,
                dst_color_range=ColorRange.JPEG if whole else ColorRange.MPEG,
                src_colorspace=Colorspace.ITU709,
                dst_colorspace=space,
            )
            frame.pts = number
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("pixels", ["bgra", "yuv420p"])
@pytest.mark.parametrize(
    ("size", "space", "whole", "tagged"),
    [
        ((1280, 720), 1, False, True),
        ((1280, 720), 1, False, False),
        ((1280, 720), 5, False, True),
        ((640, 360), 5, False, False),
        ((640, 360), 1, False, True),
        ((640, 360), 5, True, True),
    ],
)
def test_a_colour_is_the_same_in_the_frame(
    tmp_path: Path,
    size: tuple[int, int],
    space: int,
    whole: bool,
    tagged: bool,
    pixels: Pixels,
) -> None:
    clip = coloured(tmp_path / "c.mp4", size, space, whole, tagged)
    film = film_of([Shot("", "", duration=1)], {"s1": Take(1, "c.mp4")})
    renderer = Renderer(film, lambda _path: clip, (320, 180), pixels)
    frame = renderer.frame(1)
    shown = frame.reformat(
        format="rgb24",
        src_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.MPEG if pixels == "yuv420p" else ColorRange.JPEG,
        dst_color_range=ColorRange.JPEG,
    ).to_ndarray()
    renderer.close()
    for place, colour in enumerate(COLOURS):
        seen = shown[90, place * 64 + 32].astype(int)
        assert np.abs(seen - colour).max() <= 6, (colour, seen)


@pytest.mark.parametrize("pixels", ["bgra", "yuv420p"])
def test_black_is_black_and_a_picture_over_itself_is_itself(pixels: Pixels) -> None:
    random = np.random.default_rng(3)
    array = random.integers(16, 235, (90, 60) if pixels == "yuv420p" else (60, 60, 4), np.uint8)
    frame = av.VideoFrame.from_ndarray(array, pixels)
    same = blended(frame, frame, 0.37).to_ndarray()
    wanted = frame.to_ndarray()
    assert np.array_equal(same, wanted)
    assert np.array_equal(dimmed(frame, 1.0).to_ndarray()[..., :3], wanted[..., :3])
    dark = black((60, 60), pixels).to_ndarray()
    assert np.array_equal(dimmed(frame, 0.0).to_ndarray(), dark)
    half = dimmed(frame, 0.5).to_ndarray().astype(int)
    assert np.abs(half - (wanted.astype(int) + dark) / 2)[..., :3].max() <= 1


@pytest.mark.parametrize("pixels", ["bgra", "yuv420p"])
@pytest.mark.parametrize("inner", [(60, 20), (20, 60), (38, 30)])
def test_another_shape_stands_in_the_middle_on_black(
    pixels: Pixels, inner: tuple[int, int]
) -> None:
    white = av.VideoFrame.from_ndarray(np.full((*inner[::-1], 3), 255, np.uint8), "rgb24")
    frame = white.reformat(format=pixels)
    shown = placed(frame, (60, 60), pixels).to_ndarray(format="gray") > 128
    rows, columns = np.nonzero(shown.any(axis=1))[0], np.nonzero(shown.any(axis=0))[0]
    assert (len(columns), len(rows)) == inner
    assert abs(rows[0] - (59 - rows[-1])) <= 2
    assert abs(columns[0] - (59 - columns[-1])) <= 2
