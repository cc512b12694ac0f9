"""One generation model as data: its fields, limits and dated prices (resources/models/*.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Limits:
    """What a model accepts; the numbers are the service's (docs/kling3-guide.md)."""

    prompt_chars: int = 2500
    mention_chars: int = 0
    min_seconds: int = 3
    max_seconds: int = 15
    elements: int = 0
    element_pictures: tuple[int, int] = (2, 4)
    references: int = 0
    frames: int = 0
    ratios: tuple[str, ...] = ("16:9", "9:16", "1:1")
    multi_shots: int = 0
    multi_shot_chars: int = 0
    multi_shot_seconds: tuple[int, int] = (1, 12)


@dataclass(frozen=True, slots=True)
class Model:
    """A model of the service.

    Attributes:
        modes: mode name -> (width, height) for 16:9 (None where the model has no such setting).
        wire: how each part of a request is spelt in `input`; read by `provider.wire` alone.
        elements_need_frame: a clip with elements is refused without a start frame (rule K14).
        edit_model: the model that takes reference pictures, where it is another one.
        prices: read by `catalogue.prices` alone; `priced_on` is the date of the table.
    """

    id: str
    title: str
    kind: Literal["clip", "image"]
    limits: Limits
    modes: Mapping[str, tuple[int, int]]
    default_mode: str
    wire: Mapping[str, Any]
    prices: Mapping[str, Any]
    priced_on: str
    elements_need_frame: bool = False
    has_sound: bool = False
    edit_model: str | None = None
    frame_model: str | None = None
