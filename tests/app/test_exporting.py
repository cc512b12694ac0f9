"""Exports of an open film: whole or nothing, one after another, whatever happens meanwhile."""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from tests.support.exported import read
from tests.support.numbered import numbered_clip, sound_file, squares
from tests.support.open_film import opened, told
from topa_studio.app.exporting import encoder
from topa_studio.app.exporting.export import Export, Stage
from topa_studio.app.exporting.exports import KEPT
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import MediaError
from topa_studio.film.composition import files_of
from topa_studio.film.export.choices import Choices, Words
from topa_studio.film.export.unread import Unread
from topa_studio.media.pictures import encoded
from topa_studio.model.take import Take

_PNG = encoded(av.VideoFrame.from_ndarray(squares(3, 0), "rgb24"), "png")
HEAD = """\
title: "Piers: the film"
scenes:
  - id: 1
    shots:
"""
SHOT = '      - {{id: {id}, prompt: "Wide shot. A pier, number {id}.", duration: {seconds}}}\n'


def film(folder: Path, shots: int = 2, seconds: int = 3) -> Path:
    """Its scenario file; no shot has a clip."""
    folder.mkdir(parents=True)
    scenario = folder / "film.yaml"
    lines = (SHOT.format(id=number, seconds=seconds) for number in range(1, shots + 1))
    scenario.write_text(HEAD + "".join(lines), encoding="utf-8")
    return scenario


async def bring(session: ProjectSession, key: str, clip: Path) -> Take:
    """Make a file of the user's own the take of a shot."""
    ref = await session.takes.bring(key, clip)
    await session.takes.choose(ref)
    chosen = session.shot(key).chosen
    assert chosen is not None
    return chosen


async def write(session: ProjectSession, target: Path, **chosen: Any) -> Export:
    plan = await session.exports.plan(Choices(**{"size": "720p", **chosen}))
    return await session.exports.ended(session.exports.start(plan, target).id)


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


async def until(reached: Callable[[], object]) -> None:
    async with asyncio.timeout(300):
        while not reached():  # noqa: ASYNC110 - any state may be waited for
            await asyncio.sleep(0.01)


def children() -> set[int]:
    """Processes of this one that encode."""
    return children_of(os.getpid())


def children_of(program: int) -> set[int]:
    """Processes of a program that encode."""
    found = set()
    for place in Path("/proc").iterdir():
        try:
            words = (place / "cmdline").read_bytes().decode().split("\0")
            parent = (place / "stat").read_text().rpartition(")")[2].split()[1]
        except (OSError, UnicodeDecodeError):
            continue
        if encoder._CHILD in words and int(parent) == program:
            found.add(int(place.name))
    return found


def test_a_film_is_written_with_its_clips_slates_and_captions(tmp_path: Path) -> None:
    async def main() -> None:
        clip = numbered_clip(tmp_path / "clip.mp4", 5, 72)
        scenario = film(tmp_path / "Мой фильм #1")
        async with opened(scenario) as session:
            await bring(session, "1__1", clip)
            notices = told(session)
            target = session.exports.folder / "Фильм № 1.mp4"
            made = await write(session, target, size="film", captions=Words.BURNT)
            assert made.stage is Stage.DONE, made.trouble
            assert (made.done, made.size) == (144, target.stat().st_size)
            assert left(target.parent) == ["Фильм № 1.mp4"]
            assert read(target).numbers[:72] == [(5, n) for n in range(72)]
            assert len(read(target).numbers) == 144
            assert made.plan.missing == ("1__2",)
            assert [notice.code for notice in notices] == ["export.done"]

    asyncio.run(main())


def test_several_go_one_after_another_and_the_last_five_are_kept(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(film(tmp_path / "film", seconds=1)) as session:
            exports = session.exports
            plan = await exports.plan(Choices(size="720p"))
            at_once: list[int] = []
            exports.changed.connect(
                lambda all_of_them: at_once.append(
                    sum(one.stage is Stage.RUNNING for one in all_of_them)
                )
            )
            targets = []
            for _ in range(KEPT + 1):
                targets.append(exports.free_target(plan, exports.folder, "Film.mp4"))
                exports.start(plan, targets[-1])
            names = [target.name for target in targets]
            assert names == ["Film.mp4", *(f"Film ({n}).mp4" for n in range(2, KEPT + 2))]
            await until(lambda: not exports.under_way)
            assert max(at_once) == 1
            assert [one.target for one in exports.all] == targets[:0:-1]
            assert left(exports.folder) == sorted(names)

    asyncio.run(main())


@pytest.mark.parametrize("how", ["cancel", "kill", "close"])
def test_what_is_not_written_to_its_end_leaves_nothing(tmp_path: Path, how: str) -> None:
    async def main() -> None:
        async with opened(film(tmp_path / "film", seconds=15)) as session:
            exports = session.exports
            target = exports.folder / "film.mp4"
            plan = await exports.plan(Choices(size="4k"))
            number = exports.start(plan, target).id
            waiting = exports.start(plan, exports.folder / "next.mp4").id
            await until(lambda: exports.under_way[0].done)
            (child,) = children()
            assert left(exports.folder) == [".film.mp4.topa-part"]
            exports.cancel(waiting)
            if how == "kill":
                os.kill(child, signal.SIGKILL)
            elif how == "cancel":
                exports.cancel(number)
            else:
                await exports.aclose()
            ended = await exports.ended(number)
            assert ended.stage is (Stage.FAILED if how == "kill" else Stage.CANCELLED)
            assert (ended.trouble is not None) == (how == "kill")
            assert not children()
            assert left(exports.folder) == []
            assert not exports.under_way

    asyncio.run(main())


def test_a_full_disk_is_said_with_what_is_needed_and_free_and_a_limit_on_files_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    async def main() -> None:
        async with opened(film(tmp_path / "film", seconds=4)) as session:
            target = session.exports.folder / "film.mp4"
            resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, limits[1]))
            try:
                made = await write(session, target, size="1080p")
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            assert made.stage is Stage.FAILED
            assert made.trouble is not None
            assert made.trouble.code == "export.too-big"
            assert left(target.parent) == []
            monkeypatch.setattr("topa_studio.app.exporting.writing.free_bytes", lambda _f: 1000)
            early = await write(session, target, size="1080p")
            assert early.trouble is not None
            assert early.trouble.code == "export.disk-full"
            assert {"needed", "free"} <= set(early.trouble.params)
            assert early.done == 0
            assert left(target.parent) == []

    asyncio.run(main())


def test_a_folder_that_vanishes_is_said(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(film(tmp_path / "film", seconds=15)) as session:
            folder = tmp_path / "stick"
            plan = await session.exports.plan(Choices(size="1080p"))
            number = session.exports.start(plan, folder / "film.mp4").id
            await until(lambda: session.exports.under_way[0].done)
            folder.rename(tmp_path / "gone")
            made = await session.exports.ended(number)
            assert made.trouble is not None
            assert made.trouble.code == "export.folder-gone"
            assert not folder.exists()

    asyncio.run(main())


OWN = (
    "film.yaml", "config.yaml", "output/.topa/new.mp4", "output/new.mp4", "way/new.mp4",
    "output-practice/new.mp4", "output/elements/a.mp4", "sound/new.mp4", "used.mp4", "muted.mp4",
    "hard.mp4",
)  # fmt: skip


def test_nothing_that_belongs_to_the_film_is_written_over(tmp_path: Path) -> None:
    async def main() -> None:
        clip = numbered_clip(tmp_path / "clip.mp4", 5, 24)
        scenario = film(tmp_path / "film", shots=2, seconds=1)
        home = scenario.parent
        for name in ("used.mp4", "muted.mp4"):
            shutil.copy(clip, home / name)
        track = "global_config: {audio: [{file: used.mp4}, {file: muted.mp4, mute: true}]}\n"
        scenario.write_text(scenario.read_text().replace("scenes:", f"{track}scenes:"))
        async with opened(scenario) as session:
            await bring(session, "1__1", clip)
            await session.save()
            take = session.shot("1__1").takes[0].path
            assert "used.mp4" in files_of(session.composition())
            (home / "way").symlink_to(home / "output", target_is_directory=True)
            os.link(scenario, home / "hard.mp4")
            before = {path: path.read_bytes() for path in home.rglob("*.*") if path.is_file()}
            plan = await session.exports.plan(Choices(size="720p"))
            for name in (*OWN, take, take.replace("output", "way")):
                started = session.exports.start(plan, home / name, may_replace=True)
                made = await session.exports.ended(started.id)
                assert made.trouble is not None, name
                assert made.trouble.code == "export.own-file", name
                with pytest.raises(MediaError):
                    await session.exports.save_words(home / name, "", ".srt", may_replace=True)
            after = {path: path.read_bytes() for path in home.rglob("*.*") if path.is_file()}
            assert {path: after.get(path) for path in before} == before
            assert not [p for p in set(after) - set(before) if "state.db" not in p.name]

    asyncio.run(main())


def test_captions_beside_a_film_that_has_their_name_are_refused(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film", shots=1, seconds=1)
        words = scenario.read_text().replace("duration: 1", "duration: 1, caption: Hi")
        scenario.write_text(words)
        async with opened(scenario) as session:
            target = session.exports.folder / "film.srt"
            made = await write(session, target, captions=Words.FILE)
            assert made.trouble is not None
            assert made.trouble.code == "export.two-in-one"
            assert left(target.parent) == []

    asyncio.run(main())


def test_nothing_is_written_through_a_link_out_of_the_film(tmp_path: Path) -> None:
    async def main() -> None:
        (tmp_path / "elsewhere").mkdir()
        async with opened(film(tmp_path / "film", seconds=1)) as session:
            session.exports.folder.symlink_to(tmp_path / "elsewhere")
            made = await write(session, session.exports.folder / "film.mp4")
            assert made.trouble is not None
            assert made.trouble.code == "project.link"
            assert left(tmp_path / "elsewhere") == []

    asyncio.run(main())


def test_no_file_outside_of_the_film_is_read_through_a_link(tmp_path: Path) -> None:
    async def main() -> None:
        clip = numbered_clip(tmp_path / "clip.mp4", 5, 24)
        secret = numbered_clip(tmp_path / "secret.mp4", 9, 24)
        async with opened(film(tmp_path / "film", shots=1, seconds=1)) as session:
            take = await bring(session, "1__1", clip)
            place = session.path(take.path)
            place.unlink()
            place.symlink_to(secret)
            made = await write(session, session.exports.folder / "film.mp4", size="720p")
            assert made.stage is Stage.DONE
            assert (9, 0) not in read(made.target).numbers

    asyncio.run(main())


def test_a_picture_of_the_frame_lies_beside_the_exports(tmp_path: Path) -> None:
    async def main() -> None:
        import av

        clip = numbered_clip(tmp_path / "clip.mp4", 5, 72)
        async with opened(film(tmp_path / "film")) as session:
            await bring(session, "1__1", clip)
            first = await session.exports.save_picture(30)
            second = await session.exports.save_picture(30)
            assert [path.name for path in (first, second)] == [
                "1.1 0-01.06.png",
                "1.1 0-01.06 (2).png",
            ]
            with av.open(str(first)) as container:
                picture = next(container.decode(video=0))
            assert (picture.width, picture.height) == (128, 72)
            from tests.support.numbered import told as number_of

            assert number_of(picture) == (5, 30)

    asyncio.run(main())


BROKEN = """\
title: Piers
global_config:
  audio: [{file: sound/none.mp3}, {file: sound/page.mp3}, {file: sound/out.wav}, {file: good.wav}]
scenes:
  - id: 1
    shots:
      - {id: 1, prompt: "A pier.", duration: 1}
      - {id: 2, prompt: "A boat.", duration: 1}
      - {id: 3, prompt: "A lamp.", duration: 1}
      - {id: 4, prompt: "A dog.", duration: 1, still: pictures/none.png}
      - {id: 5, prompt: "A cat.", duration: 1, still: pictures/page.png}
      - {id: 6, prompt: "A fox.", duration: 1}
      - {id: 7, prompt: "A hen.", duration: 1}
"""


async def break_media(session: ProjectSession, folder: Path) -> None:
    """1.1 is a web page, 1.2 a playlist, 1.3 a link out, 1.6 sound only; 1.7 is well."""
    home = folder / "film"
    for name in ("sound", "pictures"):
        (home / name).mkdir()
    page = b"<!doctype html><html>Not found</html>"
    (home / "pictures" / "page.png").write_bytes(page)
    (home / "sound" / "page.mp3").write_bytes(page)
    tone = (0.1 * np.sin(np.arange(48_000) / 20)).astype(np.float32)
    sound_file(home / "good.wav", tone)
    sound_file(folder / "out.wav", tone)
    (home / "sound" / "out.wav").symlink_to(folder / "out.wav")
    clip = numbered_clip(folder / "clip.mp4", 5, 24)
    places = {}
    for number in (1, 2, 3, 6, 7):
        places[number] = session.path((await bring(session, f"1__{number}", clip)).path)
    places[1].write_bytes(page)
    places[2].write_bytes(b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/clip.ts\n")
    places[3].unlink()
    places[3].symlink_to(numbered_clip(folder / "secret.mp4", 9, 24))
    places[6].write_bytes((home / "good.wav").read_bytes())


def test_what_cannot_be_read_is_known_before(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        scenario.write_text(BROKEN, encoding="utf-8")
        async with opened(scenario) as session:
            await break_media(session, tmp_path)
            plan = await session.exports.plan(Choices(size="film"))
            assert plan.missing == ()
            assert plan.unread.shots == {
                "1__1": "media.unreadable",
                "1__2": "media.unreadable",
                "1__3": "media.outside",
                "1__4": "media.missing",
                "1__5": "media.unreadable",
                "1__6": "media.unreadable",
            }
            assert plan.unread.sounds == {
                "sound/none.mp3": "media.missing",
                "sound/page.mp3": "media.unreadable",
                "sound/out.wav": "media.outside",
            }
            rest = await session.exports.plan(Choices(size="film", leave_out=True))
            assert [cut.key for cut in rest.film.cuts] == ["1__7"]
            # What is put in its place is looked at anew.
            (tmp_path / "film" / "pictures" / "page.png").write_bytes(_PNG)
            plan = await session.exports.plan(Choices(size="film"))
            assert "1__5" not in plan.unread.shots
            # What was told before is not told again.
            notices = told(session)
            made = await write(session, session.exports.folder / "film.mp4", size="film")
            assert made.stage is Stage.DONE, made.trouble
            assert not made.unread
            assert [notice.code for notice in notices] == ["export.done"]

    asyncio.run(main())


def test_what_vanishes_while_it_is_written_is_told_at_the_end(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film", shots=1, seconds=1)
        config = "global_config: {audio: [{file: good.wav}]}\n"
        scenario.write_text(config + scenario.read_text("utf-8"), encoding="utf-8")
        sound_file(tmp_path / "film" / "good.wav", np.zeros(48_000, np.float32))
        async with opened(scenario) as session:
            take = await bring(session, "1__1", numbered_clip(tmp_path / "clip.mp4", 5, 24))
            plan = await session.exports.plan(Choices(size="film"))
            assert not plan.unread
            session.path(take.path).unlink()
            (tmp_path / "film" / "good.wav").unlink()
            notices = told(session)
            number = session.exports.start(plan, session.exports.folder / "film.mp4").id
            made = await session.exports.ended(number)
            assert made.stage is Stage.DONE, made.trouble
            assert made.unread == Unread({"1__1": "media.missing"}, {"good.wav": "media.missing"})
            (notice,) = notices
            assert (notice.level, notice.code) == ("warning", "export.done-without")
            assert notice.params["files"] == "1.1, good.wav"

    asyncio.run(main())
