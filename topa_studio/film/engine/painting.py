"""A frame that was painted here: its pixels in memory of its own, without a library of video."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

_BLACK = b"\x00\x00\x00\xff"


class PaintedPlane(bytearray):
    """The pixels, line by line."""

    width: int
    height: int
    line_size: int


@dataclass(frozen=True)
class _Format:
    name: str = "bgra"


@dataclass(eq=False)
class Painting:
    """Black at first; stands for a "bgra" `VideoFrame`, which it becomes for whoever needs one.

    The screen asks for no more than size and pixels.
    """

    width: int
    height: int
    format: _Format = field(default_factory=_Format)
    planes: tuple[PaintedPlane] = field(init=False)

    def __post_init__(self) -> None:
        plane = PaintedPlane(_BLACK * (self.width * self.height))
        plane.width, plane.height = self.width, self.height
        plane.line_size = self.width * len(_BLACK)
        self.planes = (plane,)

    @cached_property
    def _video(self) -> VideoFrame:
        import av
        import numpy as np

        shape = self.height, self.width, len(_BLACK)
        pixels = np.frombuffer(self.planes[0], np.uint8).reshape(shape)
        return av.VideoFrame.from_ndarray(pixels, "bgra")

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a frame has
        if name.startswith("_") or "planes" not in vars(self):
            raise AttributeError(name)
        return getattr(self._video, name)
