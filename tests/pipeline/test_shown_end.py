"""A shot that starts from the one before starts from the last picture of it that is shown."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import av
import pytest

from tests.support.jobs import setup
from tests.support.open_film import opened, plain_film
from tests.support.small_kie import SmallKie, small_kie
from tests.ui.player import clips as small_clips
from tests.ui.player.clips import FPS, make_clip
from topa_studio.app.session import ProjectSession
from topa_studio.document.edits import SetField, ShotTarget, UnsetField
from topa_studio.media.apart import Apart
from topa_studio.model.change import Cause, Change
from topa_studio.model.scenario import Scenario, Scene, Shot
from topa_studio.model.wish import clips
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.wishing import wish_mark

A, B = "1__1", "1__2"
SIZE = (640, 360)
FRAMES = 3 * FPS


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clips of a size that the service takes pictures of."""
    monkeypatch.setattr(small_clips, "SIZE", SIZE)


def bar(png: bytes) -> int:
    """How wide the white bar of a picture is, which tells the frame of the clip."""
    with av.open(BytesIO(png), "r") as container:
        picture = next(container.decode(video=0)).to_ndarray(format="gray")
    return int((picture[SIZE[1] // 2] > 200).sum())


def bar_of(frame: int) -> int:
    """How wide it is in a frame of the clip, counted from 0."""
    return SIZE[0] * frame // FRAMES


def started_from(kie: SmallKie) -> list[int]:
    """The bars of the pictures that were sent, in their order."""
    asked = (a for a in kie.service.asked if a.path == "/api/file-stream-upload")
    return [bar(a.body[a.body.index(b"\x89PNG") :]) for a in asked]


def film_of(folder: Path, first: str = "", second: str = "start: previous") -> Path:
    """Two shots, the second starts from the first; each with a line more."""
    film = plain_film(folder, 2)
    for number, line in ((1, first), (2, second)):
        if line:
            head = f"      - id: {number}\n"
            film.write_text(film.read_text().replace(head, f"{head}        {line}\n"))
    return film


@pytest.mark.parametrize(
    ("first", "second", "frame"),
    [
        ("", "start: previous", FRAMES - 1),
        ("trim: {in: 0, out: 2}", "start: previous", 2 * FPS - 1),
        ("trim: {in: 0.5, out: 1.5}", "start: previous", FPS + FPS // 2 - 1),
        ("trim: {in: 1}", "start: previous", FRAMES - 1),
        ("", "start: previous\n        start_at: 1.25", FPS + FPS // 4),
        ("trim: {in: 0, out: 2}", "start: previous\n        start_at: 0.5", FPS // 2),
        ("", "start: previous\n        start_at: 60", FRAMES - 1),
    ],
)
def test_it_starts_from_the_last_picture_that_is_shown_or_the_one_it_names(
    tmp_path: Path, first: str, second: str, frame: int
) -> None:
    clip = make_clip(tmp_path / "made.mp4", 3, (20, 60, 90)).read_bytes()

    async def run() -> None:
        async with small_kie() as kie:
            kie.clip = clip
            async with opened(film_of(tmp_path / "film", first, second), kie.environment()) as it:
                await it.make(clips(A, B))
                assert it.missing() == ()
                assert not it.shot(B).out_of_date
            (sent,) = started_from(kie)
            assert abs(sent - bar_of(frame)) <= 1

    asyncio.run(run())


async def made(kie: SmallKie, it: ProjectSession) -> str:
    """Make both shots; the digest of the second's take."""
    await it.make(clips(A, B))
    take = it.shot(B).chosen
    assert take is not None
    return take.digest


def test_a_trim_of_the_shot_before_makes_it_out_of_date_and_undo_fresh_again(
    tmp_path: Path,
) -> None:
    clip = make_clip(tmp_path / "made.mp4", 3, (20, 60, 90)).read_bytes()

    async def run() -> None:
        async with small_kie() as kie:
            kie.clip = clip
            async with opened(film_of(tmp_path / "film"), kie.environment()) as it:
                first = await made(kie, it)
                await it.edit("Trim", [SetField(ShotTarget(A), "trim", {"in": 0, "out": 2})])
                assert it.shot(B).out_of_date
                assert it.shot(B).changed == (Cause(Change.START, follows=True),)
                assert not it.shot(A).out_of_date
                await it.undo()
                assert not it.shot(B).out_of_date
                await it.redo()
                await it.make(clips(B))
                second = it.shot(B).chosen
                assert second is not None
                assert second.digest != first
                assert not it.shot(B).out_of_date

    asyncio.run(run())


def test_another_frame_of_the_shot_before_is_another_request(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "made.mp4", 3, (20, 60, 90)).read_bytes()

    async def run() -> None:
        async with small_kie() as kie:
            kie.clip = clip
            async with opened(film_of(tmp_path / "film"), kie.environment()) as it:
                digests = {await made(kie, it)}
                for at in (1.0, 2.0):
                    await it.edit("From", [SetField(ShotTarget(B), "start_at", at)])
                    assert it.shot(B).out_of_date
                    await it.make(clips(B))
                    take = it.shot(B).chosen
                    assert take is not None
                    digests.add(take.digest)
                assert len(digests) == 3
                await it.edit("From", [UnsetField(ShotTarget(B), "start_at")])
                assert it.shot(B).out_of_date
                await it.edit("Take", [SetField(ShotTarget(B), "take", 1)])
                assert not it.shot(B).out_of_date

    asyncio.run(run())


def test_another_take_of_the_shot_before_makes_it_out_of_date_at_once(tmp_path: Path) -> None:
    takes = [
        make_clip(tmp_path / f"{n}.mp4", 3, colour).read_bytes()
        for n, colour in enumerate(((20, 60, 90), (90, 20, 20)))
    ]

    async def run() -> None:
        async with small_kie() as kie:
            kie.clip = takes[0]
            async with opened(film_of(tmp_path / "film"), kie.environment()) as it:
                await made(kie, it)
                told: list[frozenset[str]] = []
                it.shots_changed.connect(told.append)
                kie.clip = takes[1]
                await it.edit("Words", [SetField(ShotTarget(A), "prompt", "Another pier.")])
                assert not it.shot(B).out_of_date
                await it.make(clips(A))
                assert it.shot(B).out_of_date
                await it.edit("Take", [SetField(ShotTarget(A), "take", 1)])
                assert not it.shot(B).out_of_date

    asyncio.run(run())


def test_a_clip_that_started_from_nothing_is_out_of_date_once_it_starts_from_the_shot_before(
    tmp_path: Path,
) -> None:
    clip = make_clip(tmp_path / "made.mp4", 3, (20, 60, 90)).read_bytes()

    async def run() -> None:
        async with small_kie() as kie:
            kie.clip = clip
            async with opened(film_of(tmp_path / "film", "", ""), kie.environment()) as it:
                await made(kie, it)
                assert not it.shot(B).out_of_date
                await it.edit("Start", [SetField(ShotTarget(B), "start", "previous")])
                assert it.shot(B).out_of_date
                await it.undo()
                assert not it.shot(B).out_of_date

    asyncio.run(run())


def test_what_waits_in_line_is_the_same_wish_as_before_unless_a_moment_is_named() -> None:
    scene = Scene("1", shots=(Shot(A, "1", "A pier."), Shot(B, "2", "A bear.", start="previous")))
    film, now = Scenario(scenes=(scene,)), setup()
    before = wish_mark(film, (Kind.CLIP, B), now)
    assert before == "768e5f767a88e91c0e8d227f3abe184a5a58b85d5a55974e4baadc1e84ea85f1"
    named = replace(scene, shots=(scene.shots[0], replace(scene.shots[1], start_at=1.5)))
    assert wish_mark(Scenario(scenes=(named,)), (Kind.CLIP, B), now) != before


def test_a_moment_before_the_first_picture_and_behind_the_last_are_pictures(
    tmp_path: Path,
) -> None:
    clip = make_clip(tmp_path / "clip.mp4", 1, (20, 60, 90))
    apart = Apart()
    try:
        assert bar(apart.frame_at(clip, -4.0)) == 0
        assert apart.frame_at(clip, 99.0) == apart.last_frame(clip)
        for frame in (0, 1, 11, 12, 13, 23):
            png = apart.frame_at(clip, round(frame / FPS, 3))
            assert abs(bar(png) - SIZE[0] * frame // FPS) <= 1
    finally:
        apart.close()


def test_a_picture_of_ones_own_before_it_is_what_a_shot_starts_from(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = film_of(tmp_path, "still: title.png")
            clip = make_clip(tmp_path / "clip.mp4", 3.0, (90, 40, 40))
            (film.parent / "title.png").write_bytes(Apart.shared().frame_at(clip, 1.0))
            async with opened(film, kie.environment()) as session:
                await session.make(clips(B))
                assert started_from(kie) == [bar_of(FPS)]
                assert [take.number for take in session.shot(B).takes] == [1]
                assert session.shot(A).takes == ()

    asyncio.run(run())
