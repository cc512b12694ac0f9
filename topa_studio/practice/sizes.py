"""How large, how long and with or without sound: what a request's words mean in pixels."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

_SHORT_SIDE = {"std": 720, "pro": 1080, "4K": 2160, "720p": 720, "1080p": 1080, "4k": 2160}
_PICTURES = {
    "1:1": (1024, 1024), "2:3": (848, 1264), "3:2": (1264, 848), "3:4": (896, 1200),
    "4:3": (1200, 896), "4:5": (928, 1152), "5:4": (1152, 928), "9:16": (768, 1376),
    "16:9": (1376, 768), "21:9": (1584, 672), "9:21": (672, 1584), "1:4": (512, 2064),
    "4:1": (2064, 512), "1:8": (352, 2928), "8:1": (2928, 352), "2:1": (1440, 720),
    "1:2": (720, 1440), "3:1": (1760, 592), "1:3": (592, 1760),
}  # fmt: skip
_SCALES = {"1K": 1, "2K": 2, "4K": 4, "basic": 1, "high": 2}
_NEAR = 0.02


def clip_size(given: Mapping[str, Any], frame: tuple[int, int] | None) -> tuple[int, int]:
    """Width and height of the clip; a start frame of another ratio wins over the asked ratio."""
    short = _SHORT_SIDE[given.get("mode") or given.get("resolution") or "720p"]
    ratio = given.get("aspect_ratio") or "16:9"
    wide = {"16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1.0}.get(ratio)
    if frame is not None and (wide is None or abs(frame[0] / frame[1] / wide - 1) > _NEAR):
        return _same_area(frame[0] / frame[1], short * short * 16 / 9)
    if wide is None or ratio == "16:9":
        return short * 16 // 9, short
    return (short, short * 16 // 9) if ratio == "9:16" else (short, short)


def picture_size(given: Mapping[str, Any]) -> tuple[int, int]:
    """Width and height of a picture: near its ratio and not quite on it, as the real ones are."""
    ratio = given.get("aspect_ratio") or "auto"
    width, height = _PICTURES["1:1" if ratio == "auto" else ratio]
    scale = _SCALES[given.get("resolution") or given.get("quality") or "1K"]
    return width * scale, height * scale


def clip_seconds(given: Mapping[str, Any]) -> int:
    """The clip's length."""
    return int(given.get("duration") or 5)


def clip_sound(given: Mapping[str, Any]) -> bool:
    """Whether the clip has sound; with several shots it always has in `kling-3.0/video`."""
    return bool(given.get("sound") or given.get("audio") or given.get("multi_shots"))


def _same_area(ratio: float, area: float) -> tuple[int, int]:
    width = math.sqrt(area * ratio)
    return round(width / 2) * 2, round(width / ratio / 2) * 2
