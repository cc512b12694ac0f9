"""Exports for editing programs and cuts that come back, in an open film."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from tests.app.test_exporting import bring, children, left, until
from tests.support.exported import read
from tests.support.numbered import numbered_clip, sound_file, squares
from tests.support.open_film import opened
from topa_studio.app.conforming import CameBack, conform, look_at
from topa_studio.app.exporting.handover import Handover
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import MediaError, ProjectError
from topa_studio.document.edits import AddShot, DeleteShot, MoveShot, SetField, ShotTarget
from topa_studio.film.interchange.manifest import manifest_path
from topa_studio.media.pictures import encoded

FILM = """\
title: "Пирс: the film"  # mine
global_config:
  audio:
    - {file: "sound/музыка #1.wav", start: 1, gain_db: -6, fade_in: 0.5, fade_out: 1}
scenes:
  - id: 1
    shots:
      - {id: 1, prompt: "Wide shot. A pier.", duration: 3, caption: "Смотри!"}
      - id: 2
        prompt: "Wide shot. A boat."
        duration: 3
        transition: {kind: dissolve, seconds: 0.5}
      # the cat
      - {id: 3, prompt: "Wide shot. A cat.", duration: 3, notes: "red"}
  - id: 2
    shots:
      - {id: 1, prompt: "Wide shot. A lamp.", duration: 3, trim: {in: 0.5, out: 2}}
"""


def film(folder: Path) -> Path:
    """Its scenario file; no shot has a clip."""
    (folder / "sound").mkdir(parents=True)
    sound_file(folder / "sound" / "музыка #1.wav", np.zeros(5 * 48_000, np.float32))
    scenario = folder / "film.yaml"
    scenario.write_text(FILM, encoding="utf-8")
    return scenario


async def export(session: ProjectSession, kind: str, out: Path, **how: Any) -> Handover:
    made = await session.exports.interchange.plan(kind, out, **how)
    unread = await session.exports.interchange.write(made, lambda _done: None)
    assert not unread
    return made


async def listed(session: ProjectSession, kind: str, out: Path, **how: Any) -> Handover:
    """The cut list and its manifest alone, for what opens no media."""
    made = await session.exports.interchange.plan(kind, out, **how)
    _keep(made)
    return made


def _keep(made: Handover) -> None:
    made.out.parent.mkdir(parents=True, exist_ok=True)
    made.out.write_bytes(made.text)
    manifest_path(made.out).write_bytes(made.manifest)


def edited(out: Path, name: str, change: Any) -> Path:
    """Another .otio beside one, with its clips changed."""
    timeline = json.loads(out.read_bytes())
    track = timeline["tracks"]["children"][0]
    clips = [child for child in track["children"] if child["OTIO_SCHEMA"] == "Clip.2"]
    track["children"] = change(clips)
    path = out.with_name(name)
    path.write_text(json.dumps(timeline), encoding="utf-8")
    return path


async def brought(session: ProjectSession, path: Path) -> CameBack:
    back = await look_at(session, path)
    await conform(session, back, "Cut")
    return back


@pytest.mark.parametrize("kind", ["otio", "fcpxml", "fcp7", "edl"])
def test_every_shot_has_a_file_and_what_comes_back_unchanged_changes_nothing(
    tmp_path: Path, kind: str
) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "Мой фильм #1")
        clip = numbered_clip(tmp_path / "clip.mp4", 5, 90)
        out = tmp_path / "out 100%" / f"cut.{kind}"
        async with opened(scenario) as session:
            await bring(session, "1__1", clip)
            made = await export(session, kind, out)
            media = tmp_path / "out 100%" / "cut media"
            names = ["S01_SH02.mp4", "S01_SH03.mp4", "S02_SH01.mp4"]
            assert left(media) == names
            assert left(out.parent) == ["cut media", f"cut.{kind}", f"cut.{kind}.topa.json"]
            assert [len(read(media / name).numbers) for name in names] == [72, 72, 72]
            assert [item.frames for item in made.sequence.items] == [72, 72, 72, 36]
            assert [item.source for item in made.sequence.items] == [0, 0, 0, 12]
            assert made.sequence.sounds[0].fades == (12, 24)
            for item in made.sequence.items:
                assert item.media.path.is_file()
            await session.save()
            before = scenario.read_bytes()
            back = await look_at(session, out)
            assert (back.changes, back.unmatched, back.left) == ((), (), ())
            assert back.has_manifest
            assert await conform(session, back, "Cut") is None
            assert session.steps[0] != "Cut"
            await session.save()
            assert scenario.read_bytes() == before

    asyncio.run(main())


@pytest.mark.parametrize("kind", ["otio", "fcpxml", "fcp7"])
def test_a_clip_that_is_turned_off_in_the_editor_is_told_and_left_alone(
    tmp_path: Path, kind: str
) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        out = tmp_path / f"cut.{kind}"
        async with opened(scenario) as session:
            await export(session, kind, out)
            out.write_text(_turned_off(out.read_text(encoding="utf-8")), encoding="utf-8")
            back = await look_at(session, out)
            assert [told.code for told in back.left] == ["interchange.off"]
            assert await conform(session, back, "Cut") is None

    asyncio.run(main())


def _turned_off(text: str) -> str:
    """An export with its first clip turned off."""
    if text.startswith("{"):
        timeline = json.loads(text)
        children = timeline["tracks"]["children"][0]["children"]
        next(one for one in children if one["OTIO_SCHEMA"] == "Clip.2")["enabled"] = False
        return json.dumps(timeline)
    if "<asset-clip " in text:
        return text.replace("<asset-clip ", '<asset-clip enabled="0" ', 1)
    head, rest = text.split("<clipitem ", 1)
    tag, inside = rest.split(">", 1)
    inside = inside.replace("<enabled>TRUE</enabled>", "", 1)
    return f"{head}<clipitem {tag}><enabled>FALSE</enabled>{inside}"


def test_a_shot_that_outlasts_its_clip_is_a_file_that_holds_its_last_frame(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        clip = numbered_clip(tmp_path / "clip.mp4", 5, 60)
        out = tmp_path / "cut.otio"
        async with opened(scenario) as session:
            await bring(session, "1__1", clip)
            await export(session, "otio", out)
            numbers = read(tmp_path / "cut media" / "S01_SH01.mp4").numbers
            # 72 frames, and 12 more under the dissolve.
            assert numbers == [(5, min(n, 59)) for n in range(84)]

    asyncio.run(main())


def test_a_slate_that_has_its_clip_now_is_the_same_file_for_the_editor(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        clip = numbered_clip(tmp_path / "clip.mp4", 9, 90)
        out = tmp_path / "cut.otio"
        async with opened(scenario) as session:
            await export(session, "otio", out)
            stranger = tmp_path / "cut media" / "mine.mp4"
            stranger.write_bytes(b"mine")
            with pytest.raises(MediaError, match="there already"):
                await session.exports.interchange.plan("otio", out)
            await bring(session, "2__1", clip)
            # What an editing program saved under that name is not written over.
            mine = out.read_bytes() + b" "
            written, _ = out.read_bytes(), out.write_bytes(mine)
            with pytest.raises(ProjectError, match="changed since it was exported"):
                await export(session, "otio", out, update=True)
            assert out.read_bytes() == mine
            out.write_bytes(written)
            made = await export(session, "otio", out, update=True)
            item = made.sequence.items[3]
            assert (item.name, item.media.path.name) == ("S02_SH01_T1", "S02_SH01.mp4")
            assert read(item.media.path).numbers[12:15] == [(9, 12), (9, 13), (9, 14)]
            assert stranger.read_bytes() == b"mine"
            assert len(left(tmp_path / "cut media")) == 5
            back = await look_at(session, out)
            assert not back.changes

    asyncio.run(main())


def test_names_stay_with_their_shots_when_an_export_is_updated(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        out = tmp_path / "cut.otio"
        async with opened(scenario) as session:
            await listed(session, "otio", out)
            await session.edit("Move", [MoveShot("1__1", "1", 2)])
            fields: dict[str, Any] = {"prompt": "Wide shot. A bell.", "duration": 3}
            await session.edit("Add", [AddShot("1", 0, fields)])
            made = await listed(session, "otio", out, update=True)
            names = [item.media.path.name for item in made.sequence.items]
            assert names[1:] == ["S01_SH02.mp4", "S01_SH03.mp4", "S01_SH01.mp4", "S02_SH01.mp4"]
            assert names[0] == "S01_SH101.mp4"

    asyncio.run(main())


def test_what_is_collected_needs_nothing_of_the_films_folder(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        clip = numbered_clip(tmp_path / "clip.mp4", 5, 90)
        out = tmp_path / "out" / "cut.otio"
        async with opened(scenario) as session:
            take = await bring(session, "1__1", clip)
            made = await export(session, "otio", out, collect=tmp_path / "out" / "all")
            every = ["S01_SH01.mp4", "S01_SH02.mp4", "S01_SH03.mp4", "S02_SH01.mp4"]
            assert left(tmp_path / "out" / "all") == [*every, "музыка #1.wav"]
            copy = (tmp_path / "out" / "all" / "S01_SH01.mp4").read_bytes()
            assert copy == session.path(take.path).read_bytes()
            assert made.sequence.sounds[0].media.path.parent == tmp_path / "out" / "all"
            # A second one beside it takes no name of the first.
            await export(session, "edl", out.with_suffix(".edl"), collect=tmp_path / "out" / "all")
            assert "S01_SH01 (2).mp4" in left(tmp_path / "out" / "all")

    asyncio.run(main())


def test_an_export_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        async with opened(scenario) as session:
            made = await session.exports.interchange.plan("otio", tmp_path / "out" / "cut.otio")
            done: list[int] = []
            task = asyncio.create_task(session.exports.interchange.write(made, done.append))
            await until(children)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert not children()
            assert left(tmp_path / "out") == []
            # One that fails in the middle of landing leaves nothing new, either.
            made = await session.exports.interchange.plan("otio", tmp_path / "out" / "cut.otio")
            (tmp_path / "out" / "cut media").mkdir(parents=True)
            (tmp_path / "out" / "cut media" / "S02_SH01.mp4").write_bytes(b"mine")
            with pytest.raises(MediaError, match="there already"):
                await session.exports.interchange.write(made, done.append)
            assert left(tmp_path / "out") == ["cut media"]
            assert left(tmp_path / "out" / "cut media") == ["S02_SH01.mp4"]

    asyncio.run(main())


def test_the_films_own_files_are_never_written_over(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        async with opened(scenario) as session:
            for out, collect in (
                (scenario.with_name("config.yaml"), None),
                (tmp_path / "film" / "output" / "cut.otio", None),
                (tmp_path / "cut.otio", tmp_path / "film" / "sound"),
            ):
                with pytest.raises(MediaError, match="belongs to the film"):
                    await session.exports.interchange.plan("otio", out, collect=collect)

    asyncio.run(main())


def test_a_manifest_of_another_film_is_refused(tmp_path: Path) -> None:
    async def main() -> None:
        out = tmp_path / "cut.otio"
        async with opened(film(tmp_path / "film")) as session:
            await listed(session, "otio", out)
        other = tmp_path / "other" / "film.yaml"
        other.parent.mkdir()
        other.write_text(FILM.replace("Wide shot", "Close-up"), encoding="utf-8")
        async with opened(other) as session:
            with pytest.raises(ProjectError, match="of another film"):
                await session.exports.interchange.plan("otio", out, update=True)
            with pytest.raises(ProjectError, match="of another film"):
                await look_at(session, out)
            (tmp_path / "cut.otio.topa.json").unlink()
            with pytest.raises(ProjectError, match="No clip"):
                await look_at(session, out)
            with pytest.raises(ProjectError, match="missing or damaged"):
                await session.exports.interchange.plan("otio", out, update=True)
        # A film that was moved is the same film.
        shutil.move(tmp_path / "film", tmp_path / "moved")
        async with opened(tmp_path / "moved" / "film.yaml") as session:
            assert not (await look_at(session, out)).changes

    asyncio.run(main())


def test_a_cut_comes_back_as_one_step_and_undo_gives_the_bytes_back(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        out = tmp_path / "cut.otio"
        async with opened(scenario) as session:
            await listed(session, "otio", out)
            before = session.document.to_bytes()

            def change(clips: list[Any]) -> list[Any]:
                clips[0]["source_range"]["duration"]["value"] = 48
                return [clips[2], clips[0], clips[3]]

            back = await brought(session, edited(out, "cut v2.otio", change))
            assert back.has_manifest
            codes = sorted((change.key, change.code) for change in back.changes)
            assert codes == [
                ("1__1", "conform.moved"),
                ("1__1", "conform.trimmed"),
                ("1__2", "conform.deleted"),
            ]
            assert [cut.frames for cut in session.cuts()] == [72, 48, 36]
            assert session.steps[0] == "Cut"
            (trashed,) = await session.past.trash()
            assert "1__2" in str(trashed)
            await session.undo()
            assert session.document.to_bytes() == before

    asyncio.run(main())


def test_a_doubled_clip_is_a_new_shot_over_the_same_take_and_costs_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        clip = numbered_clip(tmp_path / "clip.mp4", 5, 90)
        out = tmp_path / "cut.otio"
        async with opened(scenario) as session:
            take = await bring(session, "1__1", clip)
            await listed(session, "otio", out)
            before = session.document.to_bytes()
            spent = session.money().spent

            def change(clips: list[Any]) -> list[Any]:
                again = json.loads(json.dumps(clips[0]))
                again["source_range"]["start_time"]["value"] = 30
                again["source_range"]["duration"]["value"] = 24
                return [*clips[:3], again, clips[3]]

            back = await brought(session, edited(out, "cut v2.otio", change))
            # The dissolve is not in the changed one.
            assert sorted(change.code for change in back.changes) == [
                "conform.doubled",
                "conform.no-dissolve",
            ]
            told = next(each for each in back.changes if each.code == "conform.doubled")
            after = session.film.number_of(session.cuts()[2].key)
            assert (told.params["shot"], told.params["after"]) == ("1.1", after)
            new = session.cuts()[3]
            assert (new.frames, round(new.offset * 24), new.source.value) == (24, 30, "clip")
            chosen = session.shot(new.key).chosen
            assert chosen is not None
            assert chosen.sha256 == take.sha256
            assert chosen.is_own
            assert session.money().spent == spent
            await session.undo()
            assert session.document.to_bytes() == before
            await session.redo()
            assert session.shot(new.key).chosen == chosen

    asyncio.run(main())


def test_of_a_double_in_front_of_all_the_later_one_is_the_new_shot(tmp_path: Path) -> None:
    async def main() -> None:
        out = tmp_path / "cut.otio"
        async with opened(film(tmp_path / "film")) as session:
            await listed(session, "otio", out)

            def change(clips: list[Any]) -> list[Any]:
                return [json.loads(json.dumps(clips[1])), *clips]

            back = await brought(session, edited(out, "cut v2.otio", change))
            (told,) = [each for each in back.changes if each.code == "conform.doubled"]
            assert (told.params["shot"], told.params["after"]) == ("1.2", "1.1")

    asyncio.run(main())


def test_a_doubled_slate_with_a_panel_takes_the_panel_along(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        picture = tmp_path / "panel.png"
        frame = av.VideoFrame.from_ndarray(squares(3, 0, (1280, 720)), "rgb24")
        picture.write_bytes(encoded(frame, "png"))
        out = tmp_path / "cut.otio"
        async with opened(scenario) as session:
            await session.takes.bring("1__3", picture, panel=True)
            made = await listed(session, "otio", out)
            assert made.sequence.items[2].name == "S01_SH03_PANEL"

            def change(clips: list[Any]) -> list[Any]:
                return [*clips, clips[2]]

            await brought(session, edited(out, "cut v2.otio", change))
            new = session.cuts()[-1]
            assert (new.source.value, new.frames) == ("panel", 72)

    asyncio.run(main())


def test_what_cannot_be_read_is_known_before_and_a_slate_stands_for_it(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        clip = numbered_clip(tmp_path / "clip.mp4", 5, 90)
        out = tmp_path / "cut.otio"
        async with opened(scenario) as session:
            take = await bring(session, "1__1", clip)
            session.path(take.path).write_bytes(b"no clip any more")
            (tmp_path / "film" / "sound" / "музыка #1.wav").write_bytes(b"no sound")
            made = await export(session, "otio", out)
            assert list(made.unread.shots) == ["1__1"]
            assert list(made.unread.sounds) == ["sound/музыка #1.wav"]
            assert not made.sequence.sounds
            assert len(read(tmp_path / "cut media" / "S01_SH01.mp4").numbers) == 84

    asyncio.run(main())


def test_a_shot_that_the_film_has_no_more_is_named_and_left_out(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        out = tmp_path / "cut.otio"
        async with opened(scenario) as session:
            await listed(session, "otio", out)
            await session.edit("Delete", [DeleteShot("1__2")])
            back = await look_at(session, out)
            assert back.unmatched == ("S01_SH02_SLATE",)
            assert not back.changes

    asyncio.run(main())


def test_what_is_given_away_does_not_tell_where_the_film_lies(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "secret place")
        out = tmp_path / "out" / "cut.otio"
        async with opened(scenario) as session:
            await listed(session, "otio", out, collect=tmp_path / "out" / "all")
            for file in (out, out.with_name("cut.otio.topa.json")):
                assert "secret" not in file.read_text(encoding="utf-8")
            # It is the same cut wherever its folder goes.
            shutil.move(tmp_path / "out", tmp_path / "elsewhere")
            back = await look_at(session, tmp_path / "elsewhere" / "cut.otio")
            assert back.has_manifest
            assert not back.changes

    asyncio.run(main())


def test_a_film_that_was_changed_since_it_was_looked_at_is_looked_at_again(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        out = tmp_path / "cut.otio"
        async with opened(scenario) as session:
            await listed(session, "otio", out)

            def change(clips: list[Any]) -> list[Any]:
                clips[0]["source_range"]["duration"]["value"] = 48
                return clips

            back = await look_at(session, edited(out, "cut v2.otio", change))
            trim: dict[str, Any] = {"in": 0, "out": 1}
            await session.edit("Trim", [SetField(ShotTarget("1__1"), "trim", trim)])
            with pytest.raises(ProjectError, match="changed since"):
                await conform(session, back, "Cut")
            assert session.cuts()[0].frames == 24

    asyncio.run(main())


def test_without_a_manifest_names_and_files_tell_the_shots(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        clip = numbered_clip(tmp_path / "clip.mp4", 5, 90)
        out = tmp_path / "cut.edl"
        async with opened(scenario) as session:
            await bring(session, "1__1", clip)
            await listed(session, "edl", out)
            (tmp_path / "cut.edl.topa.json").unlink()
            back = await look_at(session, out)
            assert not back.has_manifest
            assert not back.changes
            lines = out.read_text(encoding="utf-8").replace("S01_SH01_T1", "renamed")
            out.write_text(lines.replace("S01_SH03_SLATE", "renamed"), encoding="utf-8")
            # The file and the reel say it as well.
            assert not (await look_at(session, out)).changes
            out.write_text(lines.replace("S01_SH02", "HOLIDAY"), encoding="utf-8")
            back = await look_at(session, out)
            assert back.unmatched == ("HOLIDAY_SLATE",)

    asyncio.run(main())


@pytest.mark.parametrize("has_manifest", [True, False])
@pytest.mark.parametrize("how", ["FROM CLIP NAME: {name}", "SOURCE FILE: {name}", "stem", "own"])
def test_an_edl_that_only_names_files_comes_back_in_its_new_order(
    tmp_path: Path, how: str, *, has_manifest: bool
) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        async with opened(scenario) as session:
            names = []
            for number, key in enumerate(("1__1", "1__2", "1__3", "2__1")):
                clip = numbered_clip(tmp_path / f"clip{number}.mp4", number, 96)
                names.append(Path((await bring(session, key, clip)).path).name)
            assert len(set(names)) == 4
            if has_manifest:
                await listed(session, "edl", session.exports.folder / "cut.edl")
            before = session.document.to_bytes()
            lines, at = ["TITLE: Back", "FCM: NON-DROP FRAME"], 0
            for number, place in enumerate((2, 0, 1, 3), 1):
                source = "00:00:00:12 00:00:02:00" if place == 3 else "00:00:00:00 00:00:03:00"
                long = 36 if place == 3 else 72
                codes = [f"01:00:{frame // 24:02}:{frame % 24:02}" for frame in (at, at + long)]
                lines.append(f"{number:03}  AX       V     C        {source} {' '.join(codes)}")
                words = how.format(name=names[place])
                if how == "stem":
                    words = f"FROM CLIP NAME: {Path(names[place]).stem.upper()}"
                if how == "own":
                    # The chosen takes as they lie in the film's folder, brought into the editor.
                    words = f"FROM CLIP NAME: {('1__1', '1__2', '1__3', '2__1')[place]}.mp4"
                lines.append(f"* {words}")
                at += long
            out = tmp_path / "back" / "cut v2.edl"
            out.parent.mkdir()
            out.write_text("\n".join(lines), encoding="utf-8")
            back = await brought(session, out)
            assert back.has_manifest == has_manifest
            assert not back.unmatched
            assert sorted(change.code for change in back.changes) == [
                "conform.moved-first",
                "conform.no-dissolve",
            ]
            assert [cut.key for cut in session.cuts()] == ["1__3", "1__1", "1__2", "2__1"]
            await session.undo()
            assert session.document.to_bytes() == before

    asyncio.run(main())


@pytest.mark.parametrize("kind", ["otio", "fcpxml", "fcp7", "edl"])
def test_how_large_it_will_be_is_told_as_it_is(tmp_path: Path, kind: str) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        async with opened(scenario) as session:
            for number, key in enumerate(("1__1", "1__2", "1__3", "2__1")):
                await bring(session, key, numbered_clip(tmp_path / f"{number}.mp4", number, 96))
            made = await session.exports.interchange.plan(kind, tmp_path / f"cut.{kind}")
            about = made.about_bytes
            await session.exports.interchange.write(made, lambda _done: None)
            assert about == sum(path.stat().st_size for path in made.targets)
            collect = tmp_path / "all"
            made = await session.exports.interchange.plan(
                kind, tmp_path / f"again.{kind}", collect=collect
            )
            about = made.about_bytes
            await session.exports.interchange.write(made, lambda _done: None)
            assert about == sum(path.stat().st_size for path in made.targets)

    asyncio.run(main())


def test_a_cut_of_another_rate_is_refused(tmp_path: Path) -> None:
    async def main() -> None:
        scenario = film(tmp_path / "film")
        out = tmp_path / "cut.otio"
        async with opened(scenario) as session:
            await listed(session, "otio", out)
            other = tmp_path / "other.otio"
            other.write_text(
                out.read_text("utf-8").replace('"rate": 24.0', '"rate": 25.0'), "utf-8"
            )
            with pytest.raises(ProjectError, match="25 frames a second and the film 24"):
                await look_at(session, other)
            other.write_bytes(b"")
            with pytest.raises(ProjectError, match="is empty"):
                await look_at(session, other)
            with pytest.raises(ProjectError, match="could not be read"):
                await look_at(session, tmp_path / "none.otio")

    asyncio.run(main())
