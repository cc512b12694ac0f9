"""Pictures of an element: redrawn beside the old ones, kept, put back, changed; each is undone."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.support.open_film import one_element_film, opened, written
from tests.support.pictures import picture_in
from tests.support.scripted_service import text
from tests.support.small_kie import CREATE, SmallKie, picture_bytes, small_kie, until
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import StudioError
from topa_studio.document.edits import RenameElement
from topa_studio.model.costs import Use
from topa_studio.model.status import Stage
from topa_studio.model.wish import reference_images

Act = Callable[[ProjectSession, list[str]], Awaitable[object]]
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
        assert session.quote(wishes).credits == 8
        await redrawn(session, kie)
        assert files(session) == before
        assert session.elements.candidates("Topa") == 2
        assert session.money().spent == spent + 8
        new = {p.file: p.candidate.sha256 for p in session.elements.pictures("Topa") if p.candidate}
        await session.elements.keep("Topa")
        assert files(session) == new
        assert session.elements.candidates("Topa") == 0
        assert session.money().spent == session.elements.spent("Topa") == spent + 8
        costs = session.spending.costs()
        assert {use.key: use.credits for use in costs.uses if use.credits} == {
            Use.PICTURES: 8,
            Use.TRASHED: 8,
        }
        paid = session.spending.bill_of_element("Topa").paid
        assert sorted((one.use, one.credits) for one in paid) == [
            *[(Use.PICTURES, 4)] * 2, *[(Use.TRASHED, 4)] * 2,
        ]  # fmt: skip
        assert costs.spent == spent + 8
        trashed = await session.elements.trashed("Topa")
        assert {one.file: one.sha256 for one in trashed} == before
        assert {one.credits for one in trashed} == {4}
        await session.undo()
        assert files(session) == before
        assert session.elements.candidates("Topa") == 2
        await session.redo()
        assert files(session) == new
        assert session.money().spent == spent + 8
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
    assert before[-1] == (2, 24)
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
        assert session.money().spent == 16
        assert len(await session.elements.trashed("Topa")) == 2
        await session.undo()
        assert session.elements.candidates("Topa") == 2
        with pytest.raises(StudioError):
            await session.elements.put_back("Nobody")

    on_film(tmp_path, check)


def test_an_emptied_trash_still_counts_also_for_a_state_that_is_built_anew(tmp_path: Path) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        await redrawn(session, kie)
        await session.elements.keep("Topa")
        assert sum(one.credits or 0 for one in await session.elements.empty_trash()) == 8
        assert await session.elements.trashed() == ()
        assert session.money().spent == 16

    film = on_film(tmp_path, check)
    for name in ("state.db", "paid.log", "ids.reserve"):
        (tmp_path / "output" / ".topa" / name).unlink(missing_ok=True)

    async def again() -> float:
        async with opened(film, {}) as session:
            return session.money().spent

    assert asyncio.run(again()) == 16


ACTS: dict[str, Act] = {
    "remove": lambda session, at: session.elements.remove("Topa", at[1]),
    "crop": lambda session, at: session.elements.crop("Topa", at[0], (0.25, 0, 0.5, 1)),
    "replace": lambda session, at: session.elements.replace("Topa", at[0], own_jpeg(session)),
    "add": lambda session, at: session.elements.add("Topa", own_jpeg(session)),
    "frontal": lambda session, at: session.elements.frontal("Topa", at[1]),
    "order": lambda session, at: session.elements.order("Topa", at[::-1]),
}


def own_jpeg(session: ProjectSession) -> Path:
    path = session.file.parent / "mine" / "holiday.jpg"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(picture_in("mjpeg"))
    return path


@pytest.mark.parametrize("name", ACTS)
def test_what_is_done_with_pictures_is_undone_and_redone_like_an_edit_also_after_a_restart(
    name: str, tmp_path: Path
) -> None:
    seen: list[object] = []

    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        before, text = list(files(session).items()), session.document.text
        at = [picture.path for picture in session.elements.pictures("Topa")]
        await ACTS[name](session, at)
        after, changed = list(files(session).items()), session.document.text
        assert after != before
        await session.undo()
        assert (list(files(session).items()), session.document.text) == (before, text)
        await session.redo()
        assert (list(files(session).items()), session.document.text) == (after, changed)
        seen[:] = [before, after, session.money().spent]

    film = on_film(tmp_path, check)

    async def again() -> None:
        async with opened(film, {}) as session:
            assert [list(files(session).items()), session.money().spent] == seen[1:]
            await session.undo()
            assert list(files(session).items()) == seen[0]

    asyncio.run(again())


def test_a_removed_picture_is_drawn_again_only_where_the_user_says_so(tmp_path: Path) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        elements = session.elements
        await elements.remove("Topa", elements.pictures("Topa")[1].path)
        assert session.quote(reference_images("Topa")).wishes == ()
        assert [picture.file for picture in elements.missing("Topa")] == ["Topa2.png"]
        kie.picture = picture_bytes(720, 720)
        await session.make(elements.draw_missing("Topa"))
        assert elements.missing("Topa") == ()
        await elements.keep("Topa")
        assert list(files(session)) == ["Topa1.png", "Topa2.png"]
        (old,) = await elements.trashed("Topa")
        there = files(session)
        # It takes its place again, and what stood there lies in the trash.
        assert await elements.restore("Topa", old.path) == "output/elements/Topa/Topa2.png"
        assert [*files(session)] == ["Topa1.png", "Topa2.png"]
        (other,) = await elements.trashed("Topa")
        assert other.sha256 == there["Topa2.png"]
        assert files(session)["Topa2.png"] == old.sha256

    on_film(tmp_path, check)


def test_one_more_angle_looks_at_the_frontal_picture_and_gets_a_number_of_its_own(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        elements = session.elements
        for width, words in ((700, "asleep, seen from above"), (710, "")):
            kie.picture = picture_bytes(width, width)
            await session.make(elements.one_more("Topa", words))
        first, second = (body["input"] for body in kie.accepted[2:])
        assert "asleep, seen from above" in first["prompt"]
        assert "in an action pose" in second["prompt"]
        assert first["image_input"] == second["image_input"] != []
        new = elements.new_angles("Topa")
        assert [picture.file for picture in new] == ["Topa3.png", "Topa4.png"]
        assert new[0].words == "asleep, seen from above"
        why = elements.why_no_more("Topa")
        assert getattr(why, "code", "") == "pipeline.enough-angles"
        await elements.keep("Topa")
        await elements.add("Topa", own_jpeg(session))
        sent = [(picture.file, picture.is_sent) for picture in elements.pictures("Topa")]
        assert sent[3:] == [("Topa4.png", True), ("Topa5.jpg", False)]
        assert len(elements.redraw("Topa")) == 4  # nothing is paid for what is not sent

    on_film(tmp_path, check)


def test_others_are_redrawn_from_the_new_frontal_picture(tmp_path: Path) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        await redrawn(session, kie)
        assert kie.accepted[2]["input"].get("image_input", []) == []
        old, new = (kie.accepted[n]["input"]["image_input"] for n in (1, 3))
        assert new != old
        # The new frontal picture is refused: the others are not paid for.
        kie.states["task-5"], kie.fails["task-5"] = "fail", "no"
        await session.make(session.elements.redraw("Topa"))
        assert kie.service.paths().count(CREATE) == 5
        first, second = session.elements.pictures("Topa")
        assert first.stage is second.stage is Stage.FAILED
        assert getattr(second.failed, "code", "") == "pipeline.element-not-made"
        assert session.elements.candidates("Topa") == 2

    on_film(tmp_path, check)


def test_pictures_keep_their_order_and_their_new_name_when_the_element_is_renamed(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        elements = session.elements
        await redrawn(session, kie)
        await elements.frontal("Topa", elements.pictures("Topa")[1].path)
        assert "pictures: [Topa2.png, Topa1.png]" in session.document.text
        await session.edit("Rename", [RenameElement("Topa", "Bear")])
        assert "pictures: [Bear2.png, Bear1.png]" in session.document.text
        await until(lambda: len(elements.pictures("Bear")) == 2)
        assert [picture.number for picture in elements.pictures("Bear")] == [2, 1]
        assert [picture.candidate is None for picture in elements.pictures("Bear")] == [False] * 2
        assert session.money().spent == 16
        await elements.keep("Bear")
        assert session.money().spent == 16

    on_film(tmp_path, check)
