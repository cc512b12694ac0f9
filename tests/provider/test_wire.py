from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from topa_studio.base.errors import Refused
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.request import ClipRequest, ElementInput, ImageRequest, Picture, Request
from topa_studio.provider.kie.wire import create_body

SCHEMAS = Path(__file__).parents[1] / "data" / "kie-schemas"
LOCAL = Picture("output/elements/Topa/Topa1.png", "a" * 64)
READY = Picture(url="https://example.org/side.png")
URLS = {LOCAL.sha256: "https://files.example.org/topa.png"}
TOPA = ElementInput("topa", "A small brown bear", (LOCAL, READY))
PUSHA = ElementInput("pusha", "A white kitten", (READY, LOCAL))

CLIP_MODELS = Catalogue.bundled().ids("clip")
IMAGE_MODELS = Catalogue.bundled().ids("image")


def schema_of(model: str) -> dict[str, Any]:
    """The documented schema; its `allOf` of bare strings lost its rules when it was published."""
    for path in SCHEMAS.glob("*.json"):
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["model"] == model:
            assert found["documented"] == "2026-08-19" or found["unconfirmed"]
            request: dict[str, Any] = _without_empty_rules(found["request"])
            return request
    raise AssertionError(f"no schema for {model}")


def _fields(value: Any) -> set[str]:
    """Every field that a schema names, at any depth."""
    if isinstance(value, list):
        return set().union(*map(_fields, value))
    if not isinstance(value, dict):
        return set()
    return set(value.get("properties", ())).union(*map(_fields, value.values()))


def _without_empty_rules(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_empty_rules(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _without_empty_rules(part)
        for name, part in value.items()
        if name != "allOf" or any(rule != {"type": "string"} for rule in part)
    }


def body_of(request: Request) -> dict[str, Any]:
    model = Catalogue.bundled().model_for(request)
    assert model is not None
    return create_body(model, request, URLS)


def clip(model: str = "kling-3.0/video", **parts: Any) -> ClipRequest:
    given: dict[str, Any] = {"duration": 5, "aspect_ratio": "16:9", "mode": "pro", "sound": True}
    return ClipRequest(model=model, prompt="@topa waves, then sits down.", **{**given, **parts})


PICTURES: dict[str, dict[str, Any]] = {
    "words only": {},
    "elements": {"elements": (TOPA, PUSHA)},
    "start": {"start": LOCAL},
    "start and end": {"start": LOCAL, "end": READY},
    "start and elements": {"start": LOCAL, "elements": (TOPA, PUSHA)},
    "one picture": {"start": LOCAL, "elements": (ElementInput("topa", "Bear", (LOCAL,)),)},
}


@pytest.mark.parametrize("mode", ["std", "pro", "4K"])
@pytest.mark.parametrize("pictures", PICTURES.values(), ids=PICTURES.keys())
@pytest.mark.parametrize("model", CLIP_MODELS)
def test_every_clip_request_fits_the_documented_schema(
    model: str, pictures: dict[str, Any], mode: str
) -> None:
    for seconds in (3, 15):
        for ratio in ("16:9", "9:16", "1:1"):
            for sound in (False, True):
                asked = clip(model, duration=seconds, aspect_ratio=ratio, mode=mode, sound=sound)
                request = ClipRequest(
                    asked.model, asked.prompt, seconds, ratio, mode, sound, **pictures
                )
                body = body_of(request)
                Draft202012Validator(schema_of(body["model"])).validate(body)


@pytest.mark.parametrize("model", [*CLIP_MODELS, *IMAGE_MODELS])
def test_every_option_is_a_field_of_the_documented_schema(model: str) -> None:
    named = Catalogue.bundled().get(model)
    assert named is not None
    known = _fields(schema_of(model))
    assert "prompt" in known
    assert {option.wire for option in named.options.values()} <= known


@pytest.mark.parametrize("count", [0, 1, 4])
@pytest.mark.parametrize("model", IMAGE_MODELS)
def test_every_image_request_fits_the_documented_schema(model: str, count: int) -> None:
    named = Catalogue.bundled().get(model)
    assert named is not None
    for ratio in named.limits.ratios:
        body = body_of(ImageRequest(model, "A red boat.", ratio, (LOCAL,) * count))
        Draft202012Validator(schema_of(body["model"])).validate(body)


def test_the_schemas_refuse_what_they_should() -> None:
    body = body_of(clip("kling-3.0-omni/text-to-video", start=LOCAL))
    body["input"]["sound"] = True
    assert not Draft202012Validator(schema_of(body["model"])).is_valid(body)


def test_kling_video_as_it_travels() -> None:
    assert body_of(clip(start=LOCAL, elements=(TOPA,))) == {
        "model": "kling-3.0/video",
        "input": {
            "prompt": "@topa waves, then sits down.",
            "duration": "5",
            "aspect_ratio": "16:9",
            "mode": "pro",
            "sound": True,
            "image_urls": ["https://files.example.org/topa.png"],
            "kling_elements": [
                {
                    "name": "topa",
                    "description": "A small brown bear",
                    "element_input_urls": [
                        "https://files.example.org/topa.png",
                        "https://example.org/side.png",
                    ],
                }
            ],
            "multi_shots": False,
            "multi_prompt": [],
        },
    }


def test_omni_as_it_travels() -> None:
    body = body_of(clip("kling-3.0-omni/text-to-video", mode="4K", sound=False))
    assert body["input"] == {
        "prompt": "@topa waves, then sits down.",
        "duration": 5,
        "aspect_ratio": "16:9",
        "resolution": "4k",
        "audio": False,
        "customize_multi_shots": False,
        "prefer_multi_shots": False,
    }


def test_omni_from_a_frame_takes_its_ratio() -> None:
    body = body_of(clip("kling-3.0-omni/text-to-video", start=LOCAL, end=READY))
    assert body["model"] == "kling-3.0-omni/image-to-video"
    assert body["input"]["aspect_ratio"] == "auto"
    assert body["input"]["image_urls"] == [URLS[LOCAL.sha256], READY.url]


@pytest.mark.parametrize(
    ("model", "field"),
    [
        ("nano-banana-2", "image_input"),
        ("nano-banana-2-lite", "image_urls"),
        ("seedream/5-pro-text-to-image", "image_urls"),
        ("gpt-image-2-text-to-image", "input_urls"),
    ],
)
def test_references_travel_under_the_models_own_name(model: str, field: str) -> None:
    given = body_of(ImageRequest(model, "A red boat.", "16:9", (LOCAL, READY)))["input"]
    assert given[field] == [URLS[LOCAL.sha256], READY.url]


def test_an_elements_only_picture_is_sent_twice() -> None:
    lone = ElementInput("topa", "Bear", (LOCAL,))
    element = body_of(clip(start=LOCAL, elements=(lone,)))["input"]["kling_elements"][0]
    assert element["element_input_urls"] == [URLS[LOCAL.sha256]] * 2


def test_an_elements_fifth_picture_stays_here() -> None:
    many = ElementInput("topa", "Bear", (LOCAL, READY, READY, READY, READY))
    element = body_of(clip(start=LOCAL, elements=(many,)))["input"]["kling_elements"][0]
    assert len(element["element_input_urls"]) == 4


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (clip(end=LOCAL), "provider.end-without-start"),
        (clip(start=Picture("panel.png", "b" * 64)), "provider.picture-without-url"),
        (clip(elements=(ElementInput("topa", "Bear", ()),)), "provider.element-without-picture"),
    ],
)
def test_what_would_be_paid_for_in_vain_is_not_sent(request_: Request, code: str) -> None:
    with pytest.raises(Refused) as caught:
        body_of(request_)
    assert caught.value.code == code


def test_a_model_is_not_sent_what_it_has_no_word_for() -> None:
    text_only = Catalogue.bundled().get("kling-3.0-omni/text-to-video")
    image_only = Catalogue.bundled().get("gpt-image-2-text-to-image")
    assert text_only is not None
    assert image_only is not None
    with pytest.raises(Refused, match="start picture"):
        create_body(text_only, clip(start=LOCAL), URLS)
    with pytest.raises(Refused, match="reference images"):
        create_body(image_only, ImageRequest("", "A boat.", "1:1", (LOCAL,)), URLS)
