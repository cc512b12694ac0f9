"""What makes a take out of date, and what never does: told by the request, pictures by content."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.support.fast_session import fast_clock
from tests.support.open_film import opened, plain_film
from tests.support.small_kie import SmallKie, clip_bytes, picture_bytes, small_kie, until
from topa_studio.app.session import ProjectSession
from topa_studio.document.edits import (
    DeleteElement,
    DeleteShot,
    Edit,
    ElementTarget,
    FilmTarget,
    MoveScene,
    MoveShot,
    RenameElement,
    SceneTarget,
    SetField,
    ShotTarget,
    UnsetField,
)
from topa_studio.model.change import Cause, Change
from topa_studio.model.marks import TakeRef
from topa_studio.model.status import Consent
from topa_studio.model.wish import clips

FILM = """\
title: Piers
global_config: {mode: std, sound: false}
elements:
  Topa: {type: character, description: "A bear", reference_prompts: [front, side]}
scenes:
  - id: 1
    shots:
      - {id: 1, prompt: "A pier at dusk.", duration: 3}
      - {id: 2, prompt: "A gull lands.", duration: 3, start: previous}
      - {id: 3, prompt: "The tide.", duration: 3, start: first.png}
      - {id: 4, prompt: "@Topa waves.", elements_needed: [Topa], duration: 3}
      - {id: 5, prompt: "Rain.", duration: 3, start: first.png, end: last.png}
      - {id: 6, prompt: "Night.", duration: 3}
  - id: 2
    shots:
      - {id: 1, prompt: "Morning.", duration: 3}
"""
ONE, CHAINED, OWN, WITH, ENDS, LAST, OTHER = (*(f"1__{n}" for n in range(1, 7)), "2__1")
EVERY = (ONE, CHAINED, OWN, WITH, ENDS, LAST, OTHER)
Act = Callable[[ProjectSession], Awaitable[object]]


def edits(*made: Edit) -> Act:
    return lambda session: session.edit("Edit", made)


def shot(key: str, field: str, value: object) -> Edit:
    return SetField(ShotTarget(key), field, value)  # type: ignore[arg-type]


def film(field: str, value: object) -> Edit:
    return SetField(FilmTarget(), field, value)  # type: ignore[arg-type]


EDITS: dict[str, tuple[Act, set[str]]] = {
    "style": (edits(film("style_prefix", "ink")), {*EVERY}),
    "format": (edits(film("aspect_ratio", "9:16")), {*EVERY}),
    "film's quality": (edits(film("mode", "pro")), {*EVERY}),
    "film's sound": (edits(film("sound", True)), {*EVERY}),
    "place": (edits(SetField(SceneTarget("2"), "background", "A hill")), {OTHER}),
    "words": (edits(shot(ONE, "prompt", "A pier at dawn.")), {ONE}),
    "words in a chain": (edits(shot(CHAINED, "prompt", "A crow lands.")), {CHAINED}),
    "words on an own picture": (edits(shot(OWN, "prompt", "The ebb.")), {OWN}),
    "words with an own end": (edits(shot(ENDS, "prompt", "Hail.")), {ENDS}),
    "length": (edits(shot(LAST, "duration", 5)), {LAST}),
    "quality": (edits(shot(LAST, "mode", "pro")), {LAST}),
    "own start": (edits(shot(OWN, "start", "last.png")), {OWN}),
    "own end": (edits(shot(ENDS, "end", "first.png")), {ENDS}),
    "no end": (edits(UnsetField(ShotTarget(ENDS), "end")), {ENDS}),
    "no chain": (edits(UnsetField(ShotTarget(CHAINED), "start")), {CHAINED}),
    "another moment": (edits(shot(CHAINED, "start_at", 1.0)), {CHAINED}),
    "description": (edits(SetField(ElementTarget("Topa"), "description", "A fox")), {WITH}),
    "element deleted": (edits(DeleteElement("Topa", "plain")), {WITH}),
    "chained to another": (edits(MoveShot(CHAINED, "1", 3)), {CHAINED}),
    "chained to none": (edits(MoveShot(CHAINED, "1", 0)), {CHAINED}),
    "the one before moved": (edits(MoveShot(ONE, "1", 4)), {CHAINED}),
    "the one before deleted": (edits(DeleteShot(ONE)), {CHAINED}),
    "both moved": (edits(MoveShot(ONE, "1", 4), MoveShot(CHAINED, "1", 4)), set()),
    "moved": (edits(MoveShot(LAST, "1", 3)), set()),
    "moved to another scene": (edits(MoveShot(LAST, "2", 0)), set()),
    "scene moved": (edits(MoveScene("2", 0)), set()),
    "renamed element": (edits(RenameElement("Topa", "Tapo")), set()),
    "trim": (edits(shot(LAST, "trim", {"in": 0, "out": 2})), set()),
    "title": (edits(shot(ONE, "title", "Dusk"), film("title", "Other")), set()),
    "budget": (edits(film("budget_credits", 900)), set()),
    "caption": (edits(shot(ONE, "caption", "Late")), set()),
    "transition": (edits(shot(ONE, "transition", "fade 1")), set()),
    "same picture elsewhere": (edits(shot(OWN, "start", "same.png")), set()),
    "panel thrown away": (lambda s: s.takes.trash([TakeRef(WITH, 1, panel=True)]), set()),
    "words without a panel": (
        lambda s: _each(
            s.takes.trash([TakeRef(WITH, 1, panel=True)]),
            s.edit("Edit", [shot(WITH, "prompt", "@Topa sleeps.")]),
        ),
        {WITH},
    ),
}


async def _each(*acts: Awaitable[object]) -> None:
    for act in acts:
        await act


def stale(session: ProjectSession) -> set[str]:
    return {key for key in EVERY if session.film.has_shot(key) and session.shot(key).out_of_date}


def film_of_all(folder: Path) -> Path:
    """Shots that start from nothing, a shot, a picture, a panel; their pictures beside them."""
    path = plain_film(folder)
    path.write_text(FILM, encoding="utf-8")
    (folder / "first.png").write_bytes(picture_bytes(640, 360))
    shutil.copy(folder / "first.png", folder / "same.png")
    (folder / "last.png").write_bytes(picture_bytes(960, 540))
    return path


def made(tmp_path: Path, test: Callable[[ProjectSession, SmallKie, Path], Awaitable[None]]) -> None:
    """With every shot made."""

    async def run() -> None:
        async with small_kie() as kie:
            path = film_of_all(tmp_path / "film")
            with fast_clock():
                async with opened(path, kie.environment()) as session:
                    await session.make(clips(ONE))
                    kie.clip = clip_bytes(4)
                    await session.make(clips(*EVERY[1:]))
                    assert session.missing() == ()
                    assert stale(session) == set()
                    await test(session, kie, path)

    asyncio.run(run())


def test_each_edit_makes_those_out_of_date_whose_request_is_another_and_undo_takes_it_back(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, _kie: SmallKie, _path: Path) -> None:
        found, back = {}, {}
        for name, (act, _keys) in EDITS.items():
            steps = len(session.document.history.done)
            await act(session)
            await until_looked(session)
            found[name] = stale(session)
            while len(session.document.history.done) > steps:
                await session.undo()
            await until_looked(session)
            back[name] = stale(session)
        assert found == {name: keys for name, (_act, keys) in EDITS.items()}
        assert not any(back.values()), back

    made(tmp_path, check)


async def until_looked(session: ProjectSession) -> None:
    """Pictures that an edit named were looked at, and those of a renamed element are there."""
    await until(lambda: len(session._production._tasks._running) == 1)  # the heartbeat


def test_other_bytes_in_a_picture_of_ones_own_are_told_once_they_are_looked_at(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, _kie: SmallKie, path: Path) -> None:
        before = (path.parent / "first.png").read_bytes()
        for data, keys in (
            ((path.parent / "last.png").read_bytes(), {OWN, ENDS}),
            (before, set()),
        ):
            (path.parent / "first.png").write_bytes(data)
            await session._production.film.rescan()
            assert stale(session) == keys
        (path.parent / "last.png").unlink()
        await session._production.film.rescan()
        assert stale(session) == set()

    made(tmp_path, check)


def test_a_new_default_is_none_for_what_is_made_and_holds_for_what_is_made_next(
    tmp_path: Path,
) -> None:
    """Below the film's own settings; what the user then chooses in the film counts at once."""

    async def run() -> None:
        async with small_kie() as kie:
            path = plain_film(tmp_path, 2)
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("global_config: {mode: std, sound: false}\n", ""))
            config = tmp_path / "config.yaml"
            for number, (held, key) in enumerate((("std", "1__1"), ("pro", "1__2"))):
                ratio = "9:16" if number else "16:9"
                config.write_text(f"generation: {{mode: {held}, aspect_ratio: '{ratio}'}}\n")
                async with opened(path, kie.environment()) as session:
                    await session.make(clips(key))
                    assert kie.accepted[-1]["input"]["mode"] == held
                    assert kie.accepted[-1]["input"]["aspect_ratio"] == ratio
                    assert not any(session.shot(k).out_of_date for k in ("1__1", "1__2"))
            config.write_text("generation: {mode: std, aspect_ratio: '16:9'}\n")
            async with opened(path, kie.environment()) as session:
                assert not any(session.shot(k).out_of_date for k in ("1__1", "1__2"))
                await session.edit("Quality", [film("mode", "pro")])
                assert [session.shot(k).out_of_date for k in ("1__1", "1__2")] == [True, False]
                assert session.shot("1__1").changed == (Cause(Change.QUALITY),)
                await session.edit("Quality", [film("mode", "std")])
                assert [session.shot(k).out_of_date for k in ("1__1", "1__2")] == [False, True]

    asyncio.run(run())


def test_a_take_said_to_be_good_is_so_until_the_next_change_and_that_is_undone_like_an_edit(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, kie: SmallKie, path: Path) -> None:
        await session.edit("Edit", [film("style_prefix", "ink")])
        await session.takes.keep_as_is([ONE, CHAINED, OWN, "gone"])
        left = {*EVERY} - {ONE, CHAINED, OWN}
        assert stale(session) == left
        assert session.steps[0] == "Good as they are"
        await session.undo()
        assert stale(session) == {*EVERY}
        await session.redo()
        await session.edit("Edit", [shot(ONE, "prompt", "Noon.")])
        assert stale(session) == {*left, ONE}
        await session.undo()
        await session.edit("Edit", [MoveShot(CHAINED, "1", 3)])
        assert stale(session) == {*left, CHAINED}
        await session.takes.keep_as_is([CHAINED])
        assert stale(session) == left
        await session.undo()
        await session.undo()
        assert stale(session) == left
        await session.make(clips(ONE), consent=Consent(same=True))
        assert len(session.shot(ONE).takes) == 2
        assert stale(session) == {*left, CHAINED}  # it starts from another picture now
        written = path.parent / "output" / "film" / "marks.json"
        await session._production._beat.flush()
        assert '"fits"' in written.read_text(encoding="utf-8")
        await session.aclose()
        async with opened(path, kie.environment()) as again:
            assert stale(again) == {*left, CHAINED}
            await again.undo()
            assert stale(again) == {*EVERY} - {ONE}

    made(tmp_path, check)


def test_what_is_good_as_it_is_belongs_to_the_edit_it_was_said_of_and_to_no_other(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, kie: SmallKie, path: Path) -> None:
        await session.edit("Look", [film("style_prefix", "ink")])
        number = session.impact.steps_done
        await session.edit("Words", [shot(ONE, "notes", "Dawn.")])
        # Another step was made meanwhile: it is one of its own.
        await session.takes.keep_as_is([ONE], number)
        assert session.steps[0] == "Good as they are"
        await session.undo()
        await session.undo()
        assert (session.steps[0], ONE in stale(session)) == ("Look", True)
        await session.takes.keep_as_is([ONE], number)
        assert (session.steps[0], ONE in stale(session)) == ("Look", False)
        assert session.impact.steps_done == number
        await session.aclose()
        # A restart knows it as one step, too.
        async with opened(path, kie.environment()) as again:
            assert again.steps[0] == "Look"
            await again.undo()
            assert (again.steps[0], stale(again)) == (None, set())
            await again.redo()
            assert ONE not in stale(again)
            assert stale(again)

    made(tmp_path, check)
