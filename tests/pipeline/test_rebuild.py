"""A lost or damaged state.db is built anew by itself: the same takes, credits and open jobs."""

from __future__ import annotations

import asyncio
import contextlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.open_film import opened, plain_film, told
from tests.support.scripted_service import json
from tests.support.small_film import small_film
from tests.support.small_kie import CREATE, SmallKie, small_kie, until
from topa_studio.app.session import ProjectSession
from topa_studio.app.user_folder import user_data
from topa_studio.base.words import say
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips
from topa_studio.pipeline.state.records import Records

SAME = Consent(same=True)
STATE = "output/.topa/state.db"


def seen(session: ProjectSession) -> dict[str, Any]:
    """What a user sees of the jobs: takes, credits, what is open and what needs them."""
    shots = [shot.key for shot in session.document.scenario.shots()]
    names = [element.name for element in session.document.scenario.elements]
    return {
        "takes": {key: session.shot(key).takes for key in shots},
        "panels": {key: session.shot(key).panel for key in shots},
        "pictures": {name: session.element(name).pictures for name in names},
        "spent": session.money().spent,
        "open": sorted((line.kind, line.key) for line in session.queue() if line.id),
        "need you": [key for key in shots if session.shot(key).stage is Stage.NEEDS_YOU],
    }


async def film_with_everything(folder: Path, kie: SmallKie) -> tuple[Path, dict[str, Any]]:
    """Made twice, lost, left, refused and still drawing: one shot each."""
    film = plain_film(folder, 5)
    async with opened(film, kie.environment()) as session:
        await session.make(clips("1__1"))
        await session.make(clips("1__1"), consent=SAME)
        for key in ("1__2", "1__3"):
            kie.lose_answer()
            await session.make(clips(key))
        await session.jobs.forget("1__3")
        kie.creates = [json({"code": 422, "msg": "too rude", "data": None})]
        await session.make(clips("1__4"))
        kie.hold()
        making = asyncio.create_task(session.make(clips("1__5")))
        await until(lambda: session.shot("1__5").stage is Stage.DRAWING)
        making.cancel()
    async with opened(film, kie.environment()) as session:
        return film, seen(session)


def states(home: Path, pattern: str) -> list[bytes]:
    return [file.read_bytes() for file in home.glob(pattern)]


def deleted(state: Path) -> None:
    state.unlink()


def emptied(state: Path) -> None:
    state.write_bytes(b"")


def cut(state: Path) -> None:
    state.write_bytes(state.read_bytes()[:5000])


def other(state: Path) -> None:
    state.write_bytes(b"this is no database" * 500)


def zeros(state: Path) -> None:
    state.write_bytes(bytes(state.stat().st_size))


@pytest.mark.parametrize("damage", [deleted, emptied, cut, other, zeros])
def test_it_is_built_anew_and_nothing_is_paid_before_the_user_has_seen_it(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film, before = await film_with_everything(tmp_path, kie)
            paid = kie.service.paths().count(CREATE)
            damage(tmp_path / STATE)
            broken = states(tmp_path, STATE)
            async with opened(film, kie.environment()) as again:
                notices = told(again)
                assert seen(again) == before
                making = asyncio.create_task(again.make(clips("1__4")))
                await until(lambda: bool(notices))
                assert "built anew" in say(notices[0].code, notices[0].params)
                assert kie.service.paths().count(CREATE) == paid
                making.cancel()
            assert states(tmp_path, "output/.topa/damaged-*/state.db") == broken
            async with opened(film, kie.environment()) as again:
                assert again.paused
                again.resume()
                kie.finish()
                await again.make(clips("1__4"))
                assert again.shot("1__4").stage is Stage.MADE
            async with opened(film, kie.environment()) as again:
                assert not again.paused
            assert kie.service.paths().count(CREATE) == paid + 1

    asyncio.run(run())


def test_bytes_that_flipped_are_never_a_traceback_and_lose_no_task(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film, before = await film_with_everything(tmp_path / "film", kie)
            good = (tmp_path / "film" / STATE).read_bytes()
            kept = tmp_path / "kept"
            shutil.copytree(tmp_path / "film", kept)
            dice = random.Random(4)
            for _ in range(25):
                shutil.rmtree(tmp_path / "film")
                shutil.copytree(kept, tmp_path / "film")
                spoilt = bytearray(good)
                for place in dice.choices(range(len(good)), k=dice.choice((1, 40))):
                    spoilt[place] ^= 1 << dice.randrange(8)
                (tmp_path / "film" / STATE).write_bytes(spoilt)
                async with opened(film, kie.environment()) as again:
                    found = seen(again)
                    assert found["open"] == before["open"]
                    assert found["need you"] == before["need you"]

    asyncio.run(run())


class Killed(BaseException):
    """The process ends here."""


def test_a_second_crash_while_it_is_built_anew_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film, before = await film_with_everything(tmp_path / "film", kie)
            cut(tmp_path / "film" / STATE)
            kept = tmp_path / "kept"
            shutil.copytree(tmp_path / "film", kept)
            points = 0
            while True:
                shutil.rmtree(tmp_path / "film")
                shutil.copytree(kept, tmp_path / "film")
                with monkeypatch.context() as patched:
                    left = dies_at(patched, points)
                    with contextlib.suppress(Killed):
                        async with opened(film, kie.environment()):
                            pass
                async with opened(film, kie.environment()) as again:
                    assert seen(again) == before
                    assert again.paused
                if left():
                    break
                points += 1
            assert points > 8

    asyncio.run(run())


def dies_at(patched: pytest.MonkeyPatch, point: int) -> Callable[[], int]:
    """The process dies in the `point`-th write to the new database; how many were still to go."""
    left = point

    def counted(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            nonlocal left
            if left == 0:
                left -= 1
                raise Killed
            left -= left > 0
            return method(*given, **named)

        return call

    for name in ("add_job", "update_job", "add_take"):
        patched.setattr(Records, name, counted(getattr(Records, name)))
    return lambda: left > 0


def test_without_its_wal_the_state_learns_what_it_missed(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                early = (tmp_path / STATE).read_bytes()
                making = asyncio.create_task(session.make(clips("1__1")))
                await until(lambda: session.shot("1__1").stage is Stage.DRAWING)
                making.cancel()
                before = seen(session)
            (tmp_path / STATE).write_bytes(early)
            async with opened(film, kie.environment()) as again:
                assert seen(again) == before
                kie.finish()
                await again.collect()
                assert again.shot("1__1").stage is Stage.MADE
            assert kie.service.paths().count(CREATE) == 1

    asyncio.run(run())


def test_receipts_alone_are_enough_for_what_is_home(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = small_film(tmp_path, 2)
            async with opened(film, kie.environment()) as session:
                await session.make(clips(*session.missing()))
                before = seen(session)
            shutil.rmtree(tmp_path / "output" / ".topa")
            shutil.rmtree(user_data())
            async with opened(film, kie.environment()) as again:
                assert seen(again) == before
                assert again.missing() == ()

    asyncio.run(run())


def test_a_film_of_the_practice_service_is_the_same_from_receipts_and_notes(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        film = small_film(tmp_path, 2)
        async with opened(film, practice=True) as session:
            await session.make(clips(*session.missing()))
            before = seen(session)
        assert before["spent"] > 0
        (tmp_path / "output-practice" / ".topa" / "state.db").unlink()
        async with opened(film, practice=True) as again:
            assert seen(again) == before
            assert again.paused

    asyncio.run(run())
