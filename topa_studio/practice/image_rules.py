"""What each picture model accepts: one row a model, as the service documents it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from topa_studio.practice.wire import NotAccepted

_WIDE = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9", "auto")
_BANANA = (*_WIDE, "1:4", "4:1", "1:8", "8:1")
_SEEDREAM = ("1:1", "4:3", "3:4", "16:9", "9:16", "2:3", "3:2", "21:9")
_GPT = (*_WIDE, "2:1", "1:2", "3:1", "1:3", "9:21")
_SIZES = ("1K", "2K", "4K")
_QUALITIES = ("basic", "high")


@dataclass(frozen=True, slots=True)
class ImageRules:
    """One model: lengths of the prompt, its field for reference pictures, allowed settings."""

    references: str
    most_references: int
    ratios: tuple[str, ...]
    prompt: tuple[int, int] = (1, 20_000)
    fewest_references: int = 0
    ratio_required: bool = False
    size_field: str = ""
    sizes: tuple[str, ...] = ()
    size_required: bool = False
    formats: tuple[str, ...] = ("png", "jpg")


_BANANA_2 = ImageRules("image_input", 14, _BANANA, size_field="resolution", sizes=_SIZES)
MODELS: Mapping[str, ImageRules] = {
    **dict.fromkeys(("nano-banana-2", "nano-banana-2-1"), _BANANA_2),
    "nano-banana-2-lite": ImageRules("image_urls", 10, _BANANA, ratio_required=True),
    "seedream/5-pro-text-to-image": ImageRules(
        "image_urls", 0, _SEEDREAM, (3, 5000), 0, True, "quality", _QUALITIES, True, ("png", "jpeg")
    ),
    "seedream/5-pro-image-to-image": ImageRules(
        "image_urls",
        10,
        _SEEDREAM,
        (3, 5000),
        1,
        True,
        "quality",
        _QUALITIES,
        True,
        ("png", "jpeg"),
    ),
    "gpt-image-2-text-to-image": ImageRules(
        "input_urls", 0, _GPT, size_field="resolution", sizes=_SIZES
    ),
    "gpt-image-2-image-to-image": ImageRules(
        "input_urls", 16, _GPT, (1, 20_000), 1, size_field="resolution", sizes=_SIZES
    ),
}


def check(rules: ImageRules, given: Mapping[str, Any]) -> None:
    """Raises NotAccepted where the model refuses `given`."""
    _prompt(rules, given.get("prompt"))
    _references(rules, given.get(rules.references) or [])
    _choice("aspect_ratio", given, rules.ratios, rules.ratio_required)
    if rules.size_field:
        _choice(rules.size_field, given, rules.sizes, rules.size_required)
    _choice("output_format", given, rules.formats, required=False)
    if rules.ratios is _GPT:
        _gpt_sizes(given)


def _prompt(rules: ImageRules, prompt: object) -> None:
    fewest, most = rules.prompt
    if not isinstance(prompt, str) or len(prompt.strip()) < fewest:
        raise NotAccepted(422, "prompt cannot be empty")
    if len(prompt) > most:
        raise NotAccepted(422, f"The length of 'prompt' must not exceed {most} characters.")


def _references(rules: ImageRules, urls: object) -> None:
    field = rules.references
    if not isinstance(urls, list) or not all(
        isinstance(url, str) and url.startswith(("http://", "https://")) for url in urls
    ):
        raise NotAccepted(422, f"{field} must be a list of URLs")
    if len(urls) < rules.fewest_references:
        raise NotAccepted(422, f"{field} cannot be empty")
    if len(urls) > rules.most_references:
        raise NotAccepted(422, f"{field} supports at most {rules.most_references} images")


def _choice(field: str, given: Mapping[str, Any], allowed: tuple[str, ...], required: bool) -> None:
    value = given.get(field)
    if value is None and not required:
        return
    if value is None:
        raise NotAccepted(422, f"{field} cannot be empty")
    if value not in allowed:
        raise NotAccepted(422, f"{field} is not within the range of allowed options")


def _gpt_sizes(given: Mapping[str, Any]) -> None:
    size, ratio = given.get("resolution", "1K"), given.get("aspect_ratio", "auto")
    if ratio == "auto" and size != "1K":
        raise NotAccepted(422, "resolution must be 1K when aspect_ratio is auto")
    if ratio == "1:1" and size == "4K":
        raise NotAccepted(422, "resolution 4K is not supported with aspect_ratio 1:1")
    if size != "1K" and ratio in ("5:4", "4:5", "3:1", "1:3", "9:21"):
        raise NotAccepted(422, f"resolution {size} is not supported with aspect_ratio {ratio}")
