"""Frames of the engine as Qt's images, without a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from av.video.frame import VideoFrame


def image_of(frame: VideoFrame) -> QImage:
    """A picture of a frame in "bgra"; it shares the frame's memory, and keeps it.

    A copy that Qt makes does not: signals hand it on as an object, not as a QImage.
    """
    plane = frame.planes[0]
    pixels = memoryview(plane)
    image = QImage(pixels, frame.width, frame.height, plane.line_size, QImage.Format.Format_RGB32)
    image.frame = frame  # type: ignore[attr-defined] # the memory lives as long as its frame
    return image
