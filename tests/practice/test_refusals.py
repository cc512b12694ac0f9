"""What the service refuses, in KIE's words, under HTTP 200, and without a charge."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.practice.conftest import BANANA, KLING, Start, events

FAR = "https://example.com/a.png"
TOPA = {"name": "topa", "description": "bear", "element_input_urls": [FAR, FAR]}
WITH_TOPA = {**KLING, "prompt": "@topa waves", "image_urls": [FAR], "kling_elements": [TOPA]}
OMNI = {"prompt": "hello", "customize_multi_shots": False}


def _without(given: dict[str, Any], field: str) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name != field}


CASES: list[tuple[str, dict[str, Any], int, str]] = [
    ("kling-9/video", KLING, 404, "does not exist"),
    ("kling-3.0/video", _without(KLING, "multi_shots"), 422, "multi_shots cannot be empty"),
    ("kling-3.0/video", _without(KLING, "sound"), 422, "sound cannot be empty"),
    ("kling-3.0/video", _without(KLING, "mode"), 500, "This field is required"),
    ("kling-3.0/video", {**KLING, "mode": "4k"}, 422, "mode is not within"),
    ("kling-3.0/video", {**KLING, "duration": "16"}, 422, "duration is not within"),
    ("kling-3.0/video", {**KLING, "prompt": ""}, 422, "prompt cannot be empty"),
    (
        "kling-3.0/video",
        {**KLING, "prompt": "x" * 2501},
        422,
        "The length of 'prompt' must not exceed 2500 characters.",
    ),
    (
        "kling-3.0/video",
        {**KLING, "image_urls": [FAR] * 3},
        422,
        "image_urls supports at most 2 images",
    ),
    ("kling-3.0/video", {**KLING, "image_urls": ["https://example.com/a.webp"]}, 422, "File type"),
    ("kling-3.0/video", _without(WITH_TOPA, "image_urls"), 422, "image_urls cannot be empty"),
    (
        "kling-3.0/video",
        {**WITH_TOPA, "kling_elements": [{**TOPA, "element_input_urls": [FAR]}]},
        422,
        "must contain between 2 and 4 images",
    ),
    ("kling-3.0/video", {**WITH_TOPA, "prompt": "@topa and @zoe"}, 422, "unknown element: zoe"),
    ("kling-3.0/video", {**WITH_TOPA, "kling_elements": [TOPA] * 2}, 422, "must be unique"),
    ("kling-3.0-omni/text-to-video", {"prompt": "hi"}, 422, "multi_prompt cannot be empty"),
    ("kling-3.0-omni/text-to-video", {**OMNI, "duration": "5"}, 422, "duration is not within"),
    ("kling-3.0-omni/image-to-video", OMNI, 422, "image_urls cannot be empty"),
    ("nano-banana-2", {**BANANA, "prompt": ""}, 422, "prompt cannot be empty"),
    ("nano-banana-2", {**BANANA, "aspect_ratio": "7:5"}, 422, "aspect_ratio is not within"),
    ("nano-banana-2-lite", {"prompt": "a bear"}, 422, "aspect_ratio cannot be empty"),
    ("seedream/5-pro-image-to-image", {"prompt": "a bear"}, 422, "image_urls cannot be empty"),
    (
        "gpt-image-2-text-to-image",
        {"prompt": "a bear", "aspect_ratio": "1:1", "resolution": "4K"},
        422,
        "4K is not supported",
    ),
]


def test_refused_in_the_services_words(start: Start, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    for chunk in range(0, len(CASES), 15):  # more would meet the rate limit
        service = start(ledger=ledger, credits=500.0)
        for model, given, code, words in CASES[chunk : chunk + 15]:
            answer = service.create(model, given)
            assert (answer["code"], answer["data"]) == (code, None), (model, given, answer)
            assert words in answer["msg"]
        assert service.credits() == 500
        service.process.terminate()
        service.process.wait(timeout=300)
    assert [event["event"] for event in events(ledger)] == ["refused"] * len(CASES)


def test_pictures_are_looked_at(start: Start) -> None:
    service = start()
    webp = service.upload("a.png", b"RIFF0000WEBPVP8 ")["data"]["downloadUrl"]
    answer = service.create("kling-3.0/video", {**KLING, "image_urls": [webp]})
    assert (answer["code"], answer["msg"]) == (422, "File type not supported")
    gone = webp.replace("/files/", "/files/x")
    answer = service.create("kling-3.0/video", {**KLING, "image_urls": [gone]})
    assert answer["code"] == 451


def test_who_may_ask(start: Start) -> None:
    service = start(key="right")
    for key in (None, "wrong"):
        answer = service.send("/api/v1/chat/credit", key=key)
        assert (answer.status, answer.json()["code"]) == (200, 401)
    assert service.send("/api/v1/chat/credit", key="right").json()["code"] == 200
    assert service.send("/api/v1/nothing", key="right").status == 404


def test_unknown_tasks(start: Start) -> None:
    service = start()
    assert service.send("/api/v1/jobs/recordInfo").json()["code"] == 400
    assert service.send("/api/v1/jobs/recordInfo?taskId=0").json()["msg"] == "recordInfo is null"
    assert service.send("/api/v1/jobs/0").status == 404


def test_the_twenty_first_create_in_ten_seconds_waits(start: Start) -> None:
    service = start(speed=0.1)
    codes = [service.create("nano-banana-2", BANANA)["code"] for _ in range(21)]
    assert codes == [200] * 20 + [429]


def test_other_hosts_and_wrong_rules_are_not_served(tmp_path: Path) -> None:
    from topa_studio.practice.service import Options, main

    rules = tmp_path / "faults.yaml"
    rules.write_text("- {path: /x, action: explode}\n", encoding="utf-8")
    assert main(Options(host="0.0.0.0")) == 2
    assert main(Options(speed=0)) == 2
    assert main(Options(faults=rules)) == 2
    assert main(Options(faults=tmp_path / "none.yaml")) == 2
