"""Frames and seconds of the film, as the model counts them."""

from __future__ import annotations

from topa_studio.model.rate import (
    MOST_FPS,
    frame_of,
    frames_of,
    moment_of,
    rate_of,
    seconds_of,
)

__all__ = ["MOST_FPS", "frame_of", "frames_of", "moment_of", "rate_of", "seconds_of"]
