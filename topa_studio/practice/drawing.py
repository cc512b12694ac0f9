"""Draws what a request asked for; runs in a drawing process and knows nothing of HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class DrawJob:
    """One drawing: everything it depends on, so that the same job draws the same picture.

    Attributes:
        given: the request's `input`.
        tags: what earlier drawings said about referenced pictures, by URL.
        size: width and height of the result in pixels.
        clip: whether a clip is made (else a picture); `seconds` and `sound` are a clip's.
        start: the picture a clip begins with, where the service holds it.
        target: the file to write; it appears whole.
    """

    given: Mapping[str, Any]
    tags: Mapping[str, str]
    seed: int
    size: tuple[int, int]
    clip: bool
    seconds: int
    sound: bool
    start: Path | None
    target: Path


def draw(job: DrawJob) -> None:
    """Write the job's picture or clip. Raises MediaError or OSError where that fails."""
    part = job.target.with_suffix(f".part{job.target.suffix}")
    if job.clip:
        _draw_clip(job, part)
    else:
        _draw_picture(job, part)
    part.replace(job.target)


def _draw_picture(job: DrawJob, target: Path) -> None:
    from PySide6.QtGui import QColor, QImage

    image = QImage(*job.size, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsl(job.seed % 360, 160, 180))
    image.save(str(target))


def _draw_clip(job: DrawJob, target: Path) -> None:
    import numpy as np
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QColor, QImage, QPainter

    from topa_studio.media.encode import SAMPLE_RATE, write_clip

    width, height = 960, round(960 * job.size[1] / job.size[0] / 2) * 2
    image = QImage(width, height, QImage.Format.Format_RGB32)

    def frames():
        for number in range(job.seconds * 24):
            image.fill(QColor.fromHsl(job.seed % 360, 160, 180))
            painter = QPainter(image)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("orange"))
            painter.drawEllipse(QRectF(number * 2, height / 2, 90, 90))
            painter.end()
            yield image.constBits()

    sound = None
    if job.sound:
        t = np.arange(job.seconds * SAMPLE_RATE) / SAMPLE_RATE
        sound = (0.1 * np.sin(t * 440 * 6.283)).astype(np.float32)
    write_clip(target, frames(), (width, height), job.size, 24, sound)
