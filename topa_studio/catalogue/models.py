"""One generation model as data: what it accepts, how it is spelt on the wire, what it costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from topa_studio.catalogue.options import Option
from topa_studio.model.request import DEFAULT_PROVIDER

_STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a model accepts; the numbers are the service's (docs/kling3-guide.md).

    Attributes:
        picture_side: least width and height of a picture in pixels.
        picture_bytes: most bytes of a picture that is sent as it is; 0: no limit is known.
        picture_shape: least and most width of a picture as a part of its height.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT

    min_prompt_chars: int = 1
    prompt_chars: int = 2500
    mention_chars: int = 0
    min_seconds: int = 3
    max_seconds: int = 15
    elements: int = 0
    element_pictures: tuple[int, int] = (2, 4)
    element_description_chars: int = 100
    references: int = 0
    frames: int = 0
    picture_side: int = 0
    picture_bytes: int = 0
    picture_shape: tuple[float, float] = (0.0, 1000.0)
    ratios: tuple[str, ...] = ("16:9", "9:16", "1:1")


@dataclass(frozen=True, slots=True)
class Wire:
    """How each part of a request is spelt in the body's `input`; None: the model has no such part.

    Attributes:
        duration_as_text: seconds go out as "5", not 5.
        modes: our mode word -> the service's, where they differ ("1K" -> "basic").
        frames: a list of the start picture's URL and, where given, the end picture's.
        constant: sent with every request as it stands.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT

    prompt: str = "prompt"
    duration: str | None = None
    duration_as_text: bool = False
    aspect_ratio: str | None = "aspect_ratio"
    mode: str | None = None
    modes: Mapping[str, str] = field(default_factory=dict)
    sound: str | None = None
    frames: str | None = None
    elements: str | None = None
    references: str | None = None
    constant: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SecondPrice:
    """For one second of a clip."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT

    silent: float
    sound: float


@dataclass(frozen=True, slots=True)
class Prices:
    """By mode, in the provider's money; `extra_reference` is for each picture after the first."""

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT

    per_second: Mapping[str, SecondPrice] = field(default_factory=dict)
    per_image: Mapping[str, float] = field(default_factory=dict)
    extra_reference: float = 0.0


@dataclass(frozen=True, slots=True)
class Model:
    """A model of the service.

    Attributes:
        provider: who makes it: the name of a folder in `provider`.
        unconfirmed: nobody has tried it with the service: its schema is from notes about it.
        documented: date of the service's request schema this follows, "2026-08-19".
        modes: mode word -> (width, height) in pixels of a 16:9 result; std, pro, 4K for clips.
        wire: read by its provider's folder alone.
        prices: read by `catalogue.prices` alone; `priced_on` is the date of the table.
        elements_need_frame: a clip with elements is refused without a start frame (rule K14).
        edit_model: the model that takes reference pictures, where it is another one.
        frame_model: the model that takes a start frame, where it is another one.
        plain_model: the model for requests without references or frames, where it is another one.
        options: what else it takes, by the names that films set it with.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = _STRICT

    id: str
    title: str
    kind: Literal["clip", "image"]
    documented: str
    limits: Limits
    modes: Mapping[str, tuple[int, int]]
    default_mode: str
    wire: Wire
    prices: Prices
    priced_on: str
    elements_need_frame: bool = False
    has_sound: bool = False
    edit_model: str | None = None
    frame_model: str | None = None
    plain_model: str | None = None
    options: Mapping[str, Option] = field(default_factory=dict)
    provider: str = DEFAULT_PROVIDER
    unconfirmed: bool = False
