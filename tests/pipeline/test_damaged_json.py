"""Files of the results that hold anything at all: never used, never lost, never in the way."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from tests.support.old_folder import OldFolder
from tests.support.open_film import opened, told, written
from tests.support.small_kie import clip_bytes, small_kie, until
from topa_studio.app.project import Holder, OutputLock
from topa_studio.base.errors import StudioError
from topa_studio.base.json_reader import read_json
from topa_studio.base.words import say
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips
from topa_studio.pipeline.folder.receipts import read_receipt
from topa_studio.ui.running.preferences import Preferences, PreferenceStore

DEEP = 100_000
DAMAGED = {
    "nothing": b"",
    "cut off": b'{"shots": {"1__1": {"task',
    "NULs": b"\0" * 4096,
    "NUL at the end": b'{"shots": {}}\0\0',
    "deep lists": b"[" * DEEP + b"]" * DEEP,
    "deep mappings": b'{"shots": ' * DEEP + b"1" + b"}" * DEEP,
    "rather deep": b'{"shots": ' * 200 + b"1" + b"}" * 200,
    "NaN": b'{"shots": {"1__1": {"credits": NaN}}}',
    "infinity": b'{"shots": {"1__1": {"credits": -Infinity}}}',
    "huge float": b'{"shots": {"1__1": {"credits": 1e999}}}',
    "5,000 digits": b'{"shots": {"1__1": {"credits": ' + b"9" * 5000 + b"}}}",
    "twice": b'{"shots": {}, "shots": {"1__1": {}}}',
    "half character": b'{"shots": {"\\ud800": {}}}',
    "half character inside": b'{"shots": {"1__1": {"prompt": "\\udfff"}}}',
    "not UTF-8": b'{"shots": {"\xff": {}}}',
    "UTF-16": '{"shots": {}}'.encode("utf-16"),
    "a list": b"[1, 2]",
    "a number": b"7",
    "a string": b'"shots"',
    "null": b"null",
    "two values": b'{"shots": {}}{"shots": {}}',
    "comments": b'{"shots": {}} // mine',
}
LONG = "x" * 5000
ODD = {
    "lists": {"shots": [1], "elements": [1], "scenes": [1]},
    "numbers": {"shots": 7, "elements": 7.5, "scenes": True},
    "nothing": {"shots": None, "elements": None, "scenes": None},
    "entries": {
        "shots": {"1__1": 7, "1__2": [], "1__3": None, "": {}},
        "elements": {"Topa": 7, "Valley": [], LONG: {"views": {}}},
        "scenes": {"1": 7, "1_part0": [], LONG: {}},
    },
    "fields": {
        "shots": {
            "1__1": {"task_id": 7, "status": [], "url": {}, "local_path": 5, "completed": "yes"},
            "1__2": {"task_id": ["a"], "status": {"a": 1}},
            "1__3": {"task_id": {}, "status": None, "url": "file:///etc/passwd"},
        },
        "elements": {
            "Topa": {"views": {"view_" + "9" * 5000: {"task_id": "a"}, "view_x": {}, "view_0": 7}},
            "Valley": {"views": {"view_1": {"task_id": 9, "local_path": LONG}}},
        },
        "scenes": {"scene_02": {"task_id": 7}, "1_part0": {"shot_count": 10**200}},
    },
    "paths": {
        "elements": {
            "Topa": {"views": {"view_0": {"task_id": "failed", "status": "failed"}}},
            "Valley": {
                "views": {
                    "view_0": {"status": "success", "local_path": "\0"},
                    "view_1": {"status": "success", "local_path": "../" * 400 + LONG},
                }
            },
        }
    },
}
NAMES = ("film/status.json", "film/scene_status.json", "elements_status.json")


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_json_is_told_apart(name: str) -> None:
    if name in ("a list", "a number", "a string", "null"):
        assert not isinstance(read_json(DAMAGED[name]), dict)
        return
    with pytest.raises(ValueError, match=r"."):
        read_json(DAMAGED[name])


def test_sound_json_is_read_as_it_is() -> None:
    value = {"a": [1, -2.5, None, True, "\N{BEAR FACE}"], "b": {"c": 10**40}}
    data = json.dumps(value).encode()
    assert read_json(data) == value
    assert read_json(b"\xef\xbb\xbf" + data) == value


@pytest.mark.parametrize("name", ["nothing", "NULs", "deep lists", "NaN", "half character", "null"])
def test_damaged_files_stop_nothing_are_kept_and_told(tmp_path: Path, name: str) -> None:
    async def run() -> None:
        data = DAMAGED[name]
        old = OldFolder(tmp_path)
        old.clip("1__2")
        take = old.output / "film" / "takes" / "1__3" / "T01.mp4"
        take.parent.mkdir(parents=True)
        take.write_bytes(clip_bytes())
        for path in [*(old.output / n for n in NAMES), take.with_suffix(".json")]:
            path.write_bytes(data)
        async with small_kie() as kie:
            async with opened(old.scenario, kie.environment()) as session:
                notices = told(session)
                assert session.shot("1__2").stage is Stage.MADE
                assert session.shot("1__3").stage is Stage.MADE
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
                if data:
                    await until(lambda: bool(notices))
            assert {notice.code for notice in notices} <= {"project.damaged-status"}
            if data:
                assert "film/status.json is damaged" in say(notices[0].code, notices[0].params)
        assert written(old.output / NAMES[0])["shots"]["1__1"]["completed"] is True
        kept = [path.read_bytes() for path in (old.output / "film").glob("status.*.damaged.json")]
        assert kept == ([data] if data else [])

    asyncio.run(run())


@pytest.mark.parametrize("name", ODD)
def test_any_value_in_any_place_stops_nothing(tmp_path: Path, name: str) -> None:
    async def run() -> None:
        old = OldFolder(tmp_path)
        for part in NAMES:
            path = old.output / part
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(ODD[name]), encoding="utf-8")
        async with small_kie() as kie:
            async with opened(old.scenario, kie.environment()) as session:
                notices = told(session)
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
            assert "project.mistake-of-ours" not in {notice.code for notice in notices}
        assert written(old.output / NAMES[0])["shots"]["1__1"]["completed"] is True

    asyncio.run(run())


RECEIPTS = (
    {"flags": 7, "credits": "many", "times": [], "task_id": 9, "sha256": None},
    {"flags": {"a": 1}, "credits": True, "times": {"finished": "now"}, "request_digest": []},
    {"flags": [1, None], "credits": 10**200, "times": {"finished": -1e300}, "request": 5},
    {"task_id": LONG, "inputs": {}, "model": ["a"]},
)


@pytest.mark.parametrize("receipt", RECEIPTS)
def test_a_receipt_of_any_words_leaves_its_take_in_the_film(
    tmp_path: Path, receipt: dict[str, object]
) -> None:
    async def run() -> None:
        old = OldFolder(tmp_path)
        take = old.output / "film" / "takes" / "1__1" / "T01.mp4"
        take.parent.mkdir(parents=True)
        take.write_bytes(clip_bytes())
        take.with_suffix(".json").write_text(json.dumps(receipt), encoding="utf-8")
        for _start in range(2):
            async with opened(old.scenario) as session:
                assert [t.number for t in session.shot("1__1").takes] == [1]

    asyncio.run(run())


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_receipt_or_note_of_the_lock_counts_as_none(tmp_path: Path, name: str) -> None:
    media = tmp_path / "T01.mp4"
    media.with_suffix(".json").write_bytes(DAMAGED[name])
    receipt = read_receipt(media)
    assert receipt is None
    folder = tmp_path / "output" / ".topa"
    folder.mkdir(parents=True)
    (folder / "lock.json").write_bytes(DAMAGED[name])
    lock = OutputLock(folder / "lock")
    assert lock.holder() == Holder("another program", 0, "")
    assert lock.take("the window")
    assert lock.holder().what == "the window"
    lock.release()


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_preferences_are_the_usual_ones(tmp_path: Path, name: str) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(DAMAGED[name])
    store = PreferenceStore(path)
    assert store.now == Preferences()
    store.change(volume=0.5)
    asyncio.run(store.save())
    assert PreferenceStore(path).now.volume == 0.5


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_note_of_something_deleted_is_left_out(tmp_path: Path, name: str) -> None:
    async def run() -> None:
        old = OldFolder(tmp_path)
        folder = old.output / ".topa" / "trash" / "film"
        folder.mkdir(parents=True)
        for number, data in enumerate((b"# deleted: " + DAMAGED[name], DAMAGED[name])):
            (folder / f"20261101T101500000000Z-shot-0000000{number}.yaml").write_bytes(data)
        async with opened(old.scenario) as session:
            for trashed in await session.past.trash():
                with pytest.raises(StudioError):
                    await session.past.restore(trashed)

    asyncio.run(run())
