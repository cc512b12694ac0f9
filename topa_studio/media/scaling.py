"""Frames upright, in the size and the pixels that are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from topa_studio.media.orientation import UPRIGHT, is_on_its_side, upright

if TYPE_CHECKING:
    import numpy as np
    from av.video.frame import VideoFrame
    from av.video.reformatter import VideoReformatter
    from numpy.typing import NDArray

Pixels = Literal["bgra", "yuv420p"]

NEAR = 0.01
"""How far a shape may be off, as a share, and still fill the other one."""

_FROM_HD = 720


def fitted(shape: tuple[float, float], size: tuple[int, int], pixels: Pixels) -> tuple[int, int]:
    """The largest width and height within `size` of a shape; even ones for "yuv420p"."""
    width, height = size
    ratio = shape[0] / shape[1] / (width / height)
    if abs(ratio - 1) <= NEAR:
        return size
    fit = (width, height / ratio) if ratio > 1 else (width * ratio, height)
    step = 2 if pixels == "yuv420p" else 1
    return max(step, round(fit[0] / step) * step), max(step, round(fit[1] / step) * step)


class Scaling:
    """Frames of one clip made ready; for one thread.

    Args:
        size: the frames fit into it; None: as large as they are.
        pixels: "bgra" (full range) or "yuv420p" (BT.709, limited range).
        interpolation: libswscale's way.
    """

    def __init__(
        self,
        size: tuple[int, int] | None,
        pixels: Pixels,
        interpolation: str = "FAST_BILINEAR",
    ) -> None:
        from av.video.reformatter import VideoReformatter

        self.pixels: Pixels = pixels
        self._size = size
        self._way = interpolation
        self._first, self._second = VideoReformatter(), VideoReformatter()

    def scaled(
        self, frame: VideoFrame, orientation: int = UPRIGHT, pixel: float = 1.0
    ) -> VideoFrame:
        """`frame`, which lies as `orientation` says, upright; `pixel` is its pixels' shape."""
        shape = frame.width * pixel, float(frame.height)
        if orientation == UPRIGHT:
            size = self._fit(shape)
            return self._converted(self._first, frame, size, self.pixels)
        lies = is_on_its_side(orientation)
        size = self._fit(shape[::-1] if lies else shape)
        lying = self._converted(self._first, frame, size[::-1] if lies else size, "bgra")
        stands = _turned(lying, orientation)
        return self._converted(self._second, stands, size, self.pixels)

    def _fit(self, shape: tuple[float, float]) -> tuple[int, int]:
        own = max(2, round(shape[0]) // 2 * 2), max(2, round(shape[1]) // 2 * 2)
        return own if self._size is None else fitted(shape, self._size, self.pixels)

    def _converted(
        self, by: VideoReformatter, frame: VideoFrame, size: tuple[int, int], pixels: Pixels
    ) -> VideoFrame:
        return converted(by, frame, size, pixels, self._way)


def converted(
    by: VideoReformatter,
    frame: VideoFrame,
    size: tuple[int, int],
    pixels: str,
    interpolation: str = "FAST_BILINEAR",
) -> VideoFrame:
    """`frame` in another size and pixels; `by` is kept for all frames of its kind.

    What does not tell its colours is BT.709 from 720 lines on, else BT.601. What is made is RGB,
    "yuvj420p" (BT.601, full range, as in a JPEG) or other YUV (BT.709, limited range).
    """
    from av.video.reformatter import ColorRange, Colorspace

    is_rgb = frame.format.is_rgb
    source = int(frame.colorspace)
    if is_rgb or source not in (1, 4, 5, 6, 7):
        source = int(Colorspace.ITU709 if frame.height >= _FROM_HD or is_rgb else Colorspace.ITU601)
    whole = is_rgb or frame.format.name.startswith("yuvj") or int(frame.color_range) == 2
    # One thread: with more, the rows of one write over the first pixels of another's.
    return by.reformat(
        frame,
        width=size[0],
        height=size[1],
        format=pixels,
        src_colorspace=source,
        dst_colorspace=Colorspace.ITU601 if pixels == "yuvj420p" else Colorspace.ITU709,
        src_color_range=ColorRange.JPEG if whole else ColorRange.MPEG,
        dst_color_range=ColorRange.MPEG if pixels == "yuv420p" else ColorRange.JPEG,
        interpolation=interpolation,
        threads=1,
    )


def _turned(lying: VideoFrame, orientation: int) -> VideoFrame:
    import av
    import numpy as np

    array: NDArray[np.uint8] = lying.to_ndarray().astype(np.uint8, copy=False)
    return av.VideoFrame.from_ndarray(np.ascontiguousarray(upright(array, orientation)), "bgra")
