"""What is asked for is what comes back: kind, length, size, sound, and who is in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.practice.conftest import BANANA, KLING, Service, Start, events
from topa_studio.media.probe import probe

SHOTS = [{"prompt": "Wide shot. A bear.", "duration": 2}, {"prompt": "A fox.", "duration": 1}]


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({"mode": "std"}, (1280, 720)),
        ({"mode": "pro", "aspect_ratio": "9:16", "sound": True}, (1080, 1920)),
        ({"mode": "pro", "aspect_ratio": "1:1", "duration": "4"}, (1080, 1080)),
        ({"mode": "4K"}, (3840, 2160)),
        ({"multi_shots": True, "sound": True, "multi_prompt": SHOTS}, (1280, 720)),
    ],
)
def test_a_clip_is_as_asked(
    start: Start, tmp_path: Path, changes: dict[str, Any], size: tuple[int, int]
) -> None:
    service, given = start(), {**KLING, **changes}
    made = probe(
        service.download(service.ended(service.task("kling-3.0/video", given)), tmp_path / "c.mp4")
    )
    assert (made.width, made.height) == size
    assert made.seconds == pytest.approx(float(given["duration"]), abs=0.05)
    assert (made.has_sound, made.fps) == (given["sound"], 24)


def test_omni_and_pictures(start: Start, tmp_path: Path) -> None:
    service = start()
    omni = {
        "prompt": "A bear.", "audio": True, "resolution": "720p", "aspect_ratio": "1:1",
        "duration": 3, "customize_multi_shots": False,
    }  # fmt: skip
    clip = service.task("kling-3.0-omni/text-to-video", omni)
    banana = service.task("nano-banana-2", BANANA)
    lite = service.task("nano-banana-2-lite", {"prompt": "a kite", "aspect_ratio": "9:16"})
    made = probe(service.download(service.ended(clip), tmp_path / "c.mp4"))
    assert (made.width, made.height, made.has_sound) == (720, 720, True)
    picture = probe(service.download(service.ended(banana), tmp_path / "p.png"))
    # Near 16:9 and not quite, as the real ones are.
    assert (picture.kind, picture.width, picture.height) == ("picture", 1376, 768)
    assert service.url_of(service.ended(lite)).endswith(".jpg")


def test_the_record_tells_states_echo_and_cost(start: Start) -> None:
    service = start(speed=40.0)
    task_id = service.task("nano-banana-2", BANANA)
    assert service.record(task_id)["state"] in ("waiting", "queuing", "generating")
    old = service.send(f"/api/v1/jobs/{task_id}").json()
    assert old["status"] in ("pending", "processing")
    record = service.ended(task_id)
    assert json.loads(record["param"]) == {"model": "nano-banana-2", "input": BANANA}
    assert record["creditsConsumed"] == 8
    assert record["completeTime"] > record["createTime"] > 1_700_000_000_000
    old = service.send(f"/api/v1/jobs/{task_id}").json()
    assert old["status"] == "completed"
    assert old["resultUrls"] == [service.url_of(record)]


def test_a_drawing_shows_its_own_element(start: Start, tmp_path: Path) -> None:
    service = start()
    bear = service.task("nano-banana-2", BANANA)
    bunny = service.task("nano-banana-2", {**BANANA, "prompt": "Small lilac bunny, front view"})
    side = service.task("nano-banana-2", {**BANANA, "prompt": "Small orange bear, side view"})
    files = [
        service.download(service.ended(task), tmp_path / f"{number}.png").read_bytes()
        for number, task in enumerate((bear, bunny, side))
    ]
    assert len(set(files)) == 3


def test_a_clip_keeps_the_look_of_its_reference_pictures(start: Start, tmp_path: Path) -> None:
    """The pictures say lilac bunny, the description says nothing: the clip shows the bunny."""
    service = start(ledger=tmp_path / "ledger.jsonl")
    sheet = service.ended(
        service.task("nano-banana-2", {**BANANA, "prompt": "Small lilac bunny, front view"})
    )
    data = service.download(sheet, tmp_path / "Pusha1.png").read_bytes()
    urls = [service.upload(f"Pusha{n}.png", data)["data"]["downloadUrl"] for n in (1, 2)]
    element = {"name": "pusha", "description": "the friend", "element_input_urls": urls}
    given = {**KLING, "prompt": "@pusha hops.", "image_urls": urls[:1], "kling_elements": [element]}
    service.ended(service.task("kling-3.0/video", given))
    noted = next(
        e for e in events(tmp_path / "ledger.jsonl") if e.get("model") == "kling-3.0/video"
    )
    assert all("lilac bunny" in tag for tag in noted["tags"].values())


def test_a_start_frame_of_another_ratio_wins(start: Start, tmp_path: Path) -> None:
    service = start()
    tall = service.ended(service.task("nano-banana-2", {**BANANA, "aspect_ratio": "2:3"}))
    data = service.download(tall, tmp_path / "tall.png").read_bytes()
    url = service.upload("tall.png", data)["data"]["downloadUrl"]
    task = service.task("kling-3.0/video", {**KLING, "image_urls": [url]})
    made = probe(service.download(service.ended(task), tmp_path / "c.mp4"))
    assert made.width / made.height == pytest.approx(848 / 1264, rel=0.01)


def _clip(service: Service) -> str:
    return service.url_of(service.ended(service.task("nano-banana-2", BANANA)))


def test_downloads_give_ranges_and_etags(start: Start) -> None:
    service = start()
    url = _clip(service)
    whole = service.send(url, key=None)
    assert whole.headers["ETag"]
    assert int(whole.headers["Content-Length"]) == len(whole.data)
    part = service.send(url, key=None, headers={"Range": "bytes=100-199"})
    assert (part.status, part.data) == (206, whole.data[100:200])
    assert part.headers["ETag"] == whole.headers["ETag"]


def test_addresses_expire_and_a_signed_one_helps(start: Start) -> None:
    service = start(url_seconds=0.0)
    url = _clip(service)
    assert service.send(url, key=None).status == 404
    signed = service.send("/api/v1/common/download-url", {"url": url}).json()["data"]
    assert service.send(signed, key=None).status == 200
    assert service.send(signed[:-2] + "zz", key=None).status == 404
    other = service.send("/api/v1/common/download-url", {"url": "https://example.com/a.mp4"})
    assert other.json()["code"] == 422


def test_three_ways_to_upload(start: Start) -> None:
    import base64

    service, data = start(), b"\x89PNG\r\n\x1a\n" + b"0" * 400
    stream = service.upload("Топа 1.png", data)["data"]
    body = {"base64Data": base64.b64encode(data).decode(), "uploadPath": "a", "fileName": "b.png"}
    coded = service.send("/api/file-base64-upload", body).json()["data"]
    body = {"fileUrl": stream["downloadUrl"], "uploadPath": "a", "fileName": "c.png"}
    fetched = service.send("/api/file-url-upload", body).json()["data"]
    for kept in (stream, coded, fetched):
        assert service.send(kept["downloadUrl"], key=None).data == data
        assert kept["fileSize"] == len(data)
    assert len({kept["downloadUrl"] for kept in (stream, coded, fetched)}) == 3
    assert service.upload("a.png", data, path="")["code"] == 400
    far = {"fileUrl": "https://example.com/a.png", "uploadPath": "a"}
    assert service.send("/api/file-url-upload", far).json()["code"] == 400


def test_a_clip_begins_with_its_panel(start: Start, tmp_path: Path) -> None:
    service = start()
    scene = "Setting: Valley. Lighting: Night. Medium shot. A small orange bear waves."
    panel = service.ended(service.task("nano-banana-2", {**BANANA, "prompt": scene}))
    path = service.download(panel, tmp_path / "panel.png")
    url = service.upload("panel.png", path.read_bytes())["data"]["downloadUrl"]
    task = service.task("kling-3.0/video", {**KLING, "prompt": scene, "image_urls": [url]})
    clip = service.download(service.ended(task), tmp_path / "c.mp4")
    assert np.abs(_small(path) - _small(clip)).mean() < 6
    other = service.task("kling-3.0/video", {**KLING, "prompt": "Snow. A lilac bunny hops."})
    clip = service.download(service.ended(other), tmp_path / "d.mp4")
    assert np.abs(_small(path) - _small(clip)).mean() > 20


def _small(path: Path) -> NDArray[np.int16]:
    with av.open(str(path)) as container:
        frame = next(container.decode(video=0)).reformat(96, 54, "rgb24")
        return frame.to_ndarray().astype(np.int16)
