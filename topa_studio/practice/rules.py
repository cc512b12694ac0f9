"""What each model accepts, refused in the words the real service uses (docs/kling3-guide.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from topa_studio.practice import image_rules
from topa_studio.practice.wire import NotAccepted

Input = Mapping[str, Any]

_MENTION = re.compile(r"(?<![\w@.])@([^\W\d]\w*)")
_KLING_FILES = (".png", ".jpg", ".jpeg")
_CLIP_FILES = (".mp4", ".mov")
_RATIOS = ("16:9", "9:16", "1:1")
_SECONDS = range(3, 16)


def check(model: object, given: object) -> None:
    """Raises NotAccepted where the service would refuse the request before charging it."""
    if not isinstance(model, str) or not model:
        raise NotAccepted(422, "model cannot be empty")
    if not isinstance(given, dict):
        raise NotAccepted(422, "input cannot be empty")
    if model in image_rules.MODELS:
        image_rules.check(image_rules.MODELS[model], given)
        return
    checks = _CLIPS.get(model)
    if checks is None:
        raise NotAccepted(404, f"The model {model} does not exist")
    checks(given)


def is_clip(model: str) -> bool:
    """Whether the model makes a clip (else a picture)."""
    return model in _CLIPS


def picture_urls(model: str, given: Input) -> tuple[str, ...]:
    """Every URL the service would have to fetch for this request."""
    field = image_rules.MODELS[model].references if model in image_rules.MODELS else "image_urls"
    urls = list(given.get(field) or ())
    for element in given.get("kling_elements") or given.get("elements") or ():
        urls += element.get("element_input_urls") or ()
    return tuple(urls)


def _kling(given: Input) -> None:
    for field in ("multi_shots", "sound"):
        if not isinstance(given.get(field), bool):
            raise NotAccepted(422, f"{field} cannot be empty")
    if not given.get("mode") or not given.get("duration"):
        raise NotAccepted(500, "This field is required")
    _one_of(given, "mode", ("std", "pro", "4K"))
    _one_of(given, "duration", [str(n) for n in _SECONDS], text=str)
    frames = _urls(given, "image_urls")
    if given.get("aspect_ratio") or not frames:
        _one_of(given, "aspect_ratio", _RATIOS)
    if len(frames) > 2:
        raise NotAccepted(422, "image_urls supports at most 2 images")
    elements = given.get("kling_elements") or []
    _elements(elements, "kling_elements", most=3, fewest_pictures=2)
    if elements and not frames:
        raise NotAccepted(422, "image_urls cannot be empty when kling_elements are used")
    _files(frames)
    if given["multi_shots"]:
        _many_shots(given, most=5, chars=500, seconds=12)
        if not given["sound"]:
            raise NotAccepted(422, "sound must be true when multi_shots is true")
    else:
        _prompt(given, 2500)
    _mentions(given, elements)


def _omni_text(given: Input) -> None:
    _omni(given, most_elements=7)
    _one_of(given, "aspect_ratio", _RATIOS, default="16:9")


def _omni_image(given: Input) -> None:
    frames = _urls(given, "image_urls")
    if not frames:
        raise NotAccepted(422, "image_urls cannot be empty")
    if len(frames) > 2:
        raise NotAccepted(422, "image_urls supports at most 2 images")
    _files(frames)
    _omni(given, most_elements=3)
    _one_of(given, "aspect_ratio", (*_RATIOS, "auto"), default="auto")


def _omni(given: Input, most_elements: int) -> None:
    _prompt(given, 3072)
    _one_of(given, "resolution", ("720p", "1080p", "4k"), default="720p")
    _one_of(given, "duration", list(_SECONDS), default=5)
    elements = given.get("elements") or []
    _elements(elements, "elements", most=most_elements, fewest_pictures=1)
    custom = given.get("customize_multi_shots", True)
    if custom and given.get("prefer_multi_shots"):
        raise NotAccepted(
            422, "customize_multi_shots and prefer_multi_shots are mutually exclusive"
        )
    if custom:
        _many_shots(given, most=6, chars=512, seconds=15)
    _mentions(given, elements)


def _many_shots(given: Input, most: int, chars: int, seconds: int) -> None:
    shots = given.get("multi_prompt") or []
    if not shots:
        raise NotAccepted(422, "multi_prompt cannot be empty")
    if len(shots) > most:
        raise NotAccepted(422, f"multi_prompt supports at most {most} shots")
    for shot in shots:
        if not shot.get("prompt"):
            raise NotAccepted(422, "multi_prompt.prompt cannot be empty")
        if len(_MENTION.sub("@" * 37, shot["prompt"])) > chars:
            raise NotAccepted(
                422, f"The length of 'multi_prompt.prompt' must not exceed {chars} characters."
            )
        length = shot.get("duration")
        if not isinstance(length, int) or not 1 <= length <= seconds:
            raise NotAccepted(422, f"multi_prompt.duration must be between 1 and {seconds}")
    if sum(shot["duration"] for shot in shots) != int(given.get("duration", 5)):
        raise NotAccepted(422, "The sum of multi_prompt durations must equal duration")


def _elements(elements: Sequence[Input], field: str, most: int, fewest_pictures: int) -> None:
    if len(elements) > most:
        raise NotAccepted(422, f"{field} supports at most {most} elements")
    names = [str(element.get("name", "")).lower() for element in elements]
    if len(set(names)) != len(names):
        raise NotAccepted(422, f"{field}.name must be unique")
    for element in elements:
        for part in ("name", "description"):
            if not element.get(part):
                raise NotAccepted(422, f"{field}.{part} cannot be empty")
        urls = _urls(element, "element_input_urls")
        if len(urls) == 1 and urlsplit(urls[0]).path.lower().endswith(_CLIP_FILES):
            continue
        if not fewest_pictures <= len(urls) <= 4:
            raise NotAccepted(
                422, f"element_input_urls must contain between {fewest_pictures} and 4 images"
            )
        _files(urls)


def _mentions(given: Input, elements: Sequence[Input]) -> None:
    known = {str(element["name"]).lower() for element in elements}
    texts = [given.get("prompt") or ""]
    texts += [shot["prompt"] for shot in given.get("multi_prompt") or ()]
    for name in _MENTION.findall(" ".join(texts)):
        if name.lower() not in known:
            raise NotAccepted(422, f"The prompt references an unknown element: {name}")


def _prompt(given: Input, most: int) -> None:
    prompt = given.get("prompt")
    if not isinstance(prompt, str) or not prompt.strip():
        raise NotAccepted(422, "prompt cannot be empty")
    if len(prompt) > most:
        raise NotAccepted(422, f"The length of 'prompt' must not exceed {most} characters.")


def _urls(given: Input, field: str) -> list[str]:
    urls = given.get(field) or []
    if not isinstance(urls, list) or not all(isinstance(url, str) for url in urls):
        raise NotAccepted(422, f"{field} must be a list of URLs")
    if not all(url.startswith(("http://", "https://")) for url in urls):
        raise NotAccepted(422, f"{field} must be a list of URLs")
    return urls


def _files(urls: Sequence[str]) -> None:
    for url in urls:
        if not urlsplit(url).path.lower().endswith(_KLING_FILES):
            raise NotAccepted(422, "File type not supported")


def _one_of(
    given: Input,
    field: str,
    allowed: Sequence[object],
    default: object = None,
    text: Callable[[Any], object] = lambda value: value,
) -> None:
    value = given.get(field, default)
    if value is None:
        raise NotAccepted(422, f"{field} cannot be empty")
    if isinstance(value, bool) or text(value) not in allowed:
        raise NotAccepted(422, f"{field} is not within the range of allowed options")


_CLIPS: Mapping[str, Callable[[Input], None]] = {
    "kling-3.0/video": _kling,
    "kling-3.0-omni/text-to-video": _omni_text,
    "kling-3.0-omni/image-to-video": _omni_image,
}
