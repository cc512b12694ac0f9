"""Pictures of an element: redrawn beside the old ones, kept, put back, changed; each is undone."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.support.open_film import one_element_film, opened, written
from tests.support.scripted_service import text
from tests.support.small_kie import CREATE, SmallKie, picture_bytes, small_kie
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import StudioError
from topa_studio.model.wish import reference_images

Test = Callable[[ProjectSession, SmallKie], Awaitable[None]]


def on_film(folder: Path, test: Test) -> Path:
    """A film whose element has its two pictures, each of its own."""
    film = one_element_film(folder)

    async def run() -> None:
        async with small_kie() as kie:
            each_of_its_own(kie, 640, 650)
            async with opened(film, kie.environment()) as session:
                await session.make(reference_images("Topa"))
                await test(session, kie)

    asyncio.run(run())
    return film


def each_of_its_own(kie: SmallKie, *widths: int) -> None:
    """The next pictures are black squares of these sizes."""
    kie.files = [text(picture_bytes(width, width)) for width in widths]


def files(session: ProjectSession) -> dict[str, str]:
    return {picture.file: picture.sha256 for picture in session.elements.pictures("Topa")}


async def redrawn(session: ProjectSession, kie: SmallKie, width: int = 700) -> None:
    each_of_its_own(kie, width, width + 10)
    await session.make(session.elements.redraw("Topa"))


def test_redrawn_pictures_lie_beside_the_old_ones_until_they_are_kept(tmp_path: Path) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        before, spent = files(session), session.money().spent
        wishes = session.elements.redraw("Topa")
        assert session.quote(wishes).credits == 16
        await redrawn(session, kie)
        assert files(session) == before
        assert session.elements.candidates("Topa") == 2
        assert session.money().spent == spent + 16
        new = {p.file: p.candidate.sha256 for p in session.elements.pictures("Topa") if p.candidate}
        await session.elements.keep("Topa")
        assert files(session) == new
        assert session.elements.candidates("Topa") == 0
        assert session.money().spent == session.elements.spent("Topa") == spent + 16
        trashed = await session.elements.trashed("Topa")
        assert {one.file: one.sha256 for one in trashed} == before
        assert {one.credits for one in trashed} == {8}
        await session.undo()
        assert files(session) == before
        assert session.elements.candidates("Topa") == 2
        await session.redo()
        assert files(session) == new
        assert session.money().spent == spent + 16
        assert kie.service.paths().count(CREATE) == 4

    film = on_film(tmp_path, check)
    views = written(film.parent / "output" / "elements_status.json")["elements"]["Topa"]["views"]
    assert {view["task_id"] for view in views.values()} == {"task-3", "task-4"}


def test_all_of_it_is_known_again_after_a_restart_and_from_receipts_alone(tmp_path: Path) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        await redrawn(session, kie)
        await session.elements.keep("Topa")
        await redrawn(session, kie, 720)

    film = on_film(tmp_path, check)

    async def again() -> tuple[object, ...]:
        async with opened(film, {}) as session:
            shown = [(p.file, p.sha256, p.credits) for p in session.elements.pictures("Topa")]
            told = session.elements.candidates("Topa"), session.money().spent
            return (*shown, told)

    before = asyncio.run(again())
    assert before[-1] == (2, 48)
    shutil.rmtree(tmp_path / "output" / ".topa" / "cache", ignore_errors=True)
    for name in ("state.db", "paid.log", "ids.reserve"):
        (tmp_path / "output" / ".topa" / name).unlink(missing_ok=True)
    assert asyncio.run(again()) == before


def test_new_pictures_that_are_put_back_stay_paid_in_the_trash(tmp_path: Path) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        before = files(session)
        await redrawn(session, kie)
        await session.elements.put_back("Topa")
        assert (files(session), session.elements.candidates("Topa")) == (before, 0)
        assert session.money().spent == 32
        assert len(await session.elements.trashed("Topa")) == 2
        await session.undo()
        assert session.elements.candidates("Topa") == 2
        with pytest.raises(StudioError):
            await session.elements.put_back("Nobody")

    on_film(tmp_path, check)
