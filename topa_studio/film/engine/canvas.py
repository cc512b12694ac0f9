"""A frame's memory as a QImage, to show it or to paint on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from av.video.frame import VideoFrame


def image_of(frame: VideoFrame, *, opaque: bool = True) -> QImage:
    """A "bgra" frame as a picture, without a copy: both are the same pixels, and it keeps them.

    Painting on it needs no application, as long as no words are painted.
    """
    plane = frame.planes[0]
    kind = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32
    return QImage(memoryview(plane), frame.width, frame.height, plane.line_size, kind)
