"""An element that gets another name keeps all that is its own, and nothing is paid for again."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

from tests.app.test_element_pictures import each_of_its_own, own_jpeg, redrawn
from tests.support.open_film import one_element_film, opened, written
from tests.support.small_kie import CREATE, SmallKie, picture_bytes, small_kie, until
from topa_studio.app.session import ProjectSession
from topa_studio.document.edits import ElementTarget, RenameElement, SetField, ShotTarget
from topa_studio.model.costs import Use
from topa_studio.model.status import RUNNING
from topa_studio.model.wish import clips, panels, reference_images

Test = Callable[[ProjectSession, SmallKie], Awaitable[None]]


def on_film(folder: Path, *tests: Test, prepared: bool = True) -> Path:
    """A film whose element Topa has its two pictures; each test in a session of its own."""
    film = one_element_film(folder)
    on_same(film, *tests, prepared=prepared)
    return film


def on_same(film: Path, *tests: Test, prepared: bool = False) -> None:
    """The film as it lies there."""

    async def run() -> None:
        async with small_kie() as kie:
            each_of_its_own(kie, 640, 650)
            for place, test in enumerate(tests):
                async with opened(film, kie.environment()) as session:
                    if prepared and not place:
                        await session.make(reference_images("Topa"))
                    await test(session, kie)

    asyncio.run(run())


async def rename(session: ProjectSession, old: str, new: str) -> None:
    await session.edit("Rename", [RenameElement(old, new)])
    await arrived(session, new)


async def arrived(session: ProjectSession, name: str) -> None:
    folder = f"/elements/{name}/"
    await until(lambda: session.elements.why_waits(name) is None)
    await until(lambda: bool(session.elements.pictures(name)))
    await until(lambda: all(folder in p.path for p in session.elements.pictures(name)))


def digests(session: ProjectSession, name: str) -> list[str]:
    return [picture.sha256 for picture in session.elements.pictures(name)]


def bill(session: ProjectSession, name: str) -> list[tuple[Use, float | None]]:
    return sorted((p.use, p.credits) for p in session.spending.bill_of_element(name).paid)


def creates(kie: SmallKie) -> int:
    return kie.service.paths().count(CREATE)


def test_pictures_go_with_the_name_and_are_found_again_by_undo(tmp_path: Path) -> None:
    film = one_element_film(tmp_path / "film")

    async def main() -> None:
        async with opened(film, practice=True) as session:
            await session.make(reference_images("Topa"))
            assert len(session.element("Topa").pictures) == 2
            await session.edit("Rename", [RenameElement("Topa", "Misha")])
            await _has_two_pictures(session, "Misha")
            quote = session.quote(reference_images("Misha"))
            assert (quote.images, quote.credits) == (0, 0.0)
            await session.undo()
            await _has_two_pictures(session, "Topa")
            quote = session.quote(reference_images("Topa"))
            assert (quote.images, quote.credits) == (0, 0.0)

    asyncio.run(main())


async def _has_two_pictures(session: ProjectSession, name: str) -> None:
    async with asyncio.timeout(300):
        while len(session.element(name).pictures) < 2:  # noqa: ASYNC110 - a folder is looked at
            await asyncio.sleep(0.02)


def test_costs_and_trash_follow_the_name_its_undo_and_a_restart(tmp_path: Path) -> None:
    paid = [*[(Use.PICTURES, 4.0)] * 2, *[(Use.TRASHED, 4.0)] * 2]

    async def told(session: ProjectSession, name: str) -> None:
        assert session.elements.spent(name) == session.money().spent == 16
        assert bill(session, name) == paid
        costs = session.spending.costs()
        assert [(s.key, s.credits) for s in costs.elements] == [(name, 16)]
        assert (costs.removed.credits, costs.without_price) == (0, 0)
        assert {u.key: u.credits for u in costs.uses if u.credits} == {
            Use.PICTURES: 8,
            Use.TRASHED: 8,
        }
        assert len(await session.elements.trashed(name)) == 2
        assert [p.credits for p in session.elements.pictures(name)] == [4, 4]

    async def first(session: ProjectSession, kie: SmallKie) -> None:
        await redrawn(session, kie)
        await session.elements.keep("Topa")
        await told(session, "Topa")
        await rename(session, "Topa", "Misha")
        await told(session, "Misha")
        await session.undo()
        await arrived(session, "Topa")
        await told(session, "Topa")
        await session.redo()
        await arrived(session, "Misha")

    async def again(session: ProjectSession, kie: SmallKie) -> None:
        await told(session, "Misha")
        # What lies in the trash under the old name takes its place under the new one.
        now, trashed = digests(session, "Misha"), await session.elements.trashed("Misha")
        old = next(one for one in trashed if one.file == "Topa1.png")
        assert (await session.elements.restore("Misha", old.path)).endswith("/Misha/Misha1.png")
        assert digests(session, "Misha") == [old.sha256, now[1]]
        await session.undo()
        await told(session, "Misha")
        await session.undo()
        await arrived(session, "Topa")
        await told(session, "Topa")
        await session.undo()  # keeping the new ones, as Topa
        assert session.elements.candidates("Topa") == 2
        assert session.elements.spent("Topa") == 16
        assert creates(kie) == 4

    on_film(tmp_path, first, again)


def test_costs_are_known_again_from_receipts_alone(tmp_path: Path) -> None:
    async def first(session: ProjectSession, kie: SmallKie) -> None:
        await redrawn(session, kie)
        await session.elements.keep("Topa")
        await rename(session, "Topa", "Misha")

    async def again(session: ProjectSession, _kie: SmallKie) -> None:
        assert session.money().spent == session.elements.spent("Misha") == 16
        assert session.spending.costs().without_price == 0

    film = on_film(tmp_path, first)
    for name in ("state.db", "paid.log", "ids.reserve"):
        (film.parent / "output" / ".topa" / name).unlink(missing_ok=True)
    on_same(film, again)


def test_no_shot_is_out_of_date_for_a_name_also_not_one_that_was_left_as_it_is(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        (key,) = (shot.key for shot in session.film.shots())
        await session.edit("Panel", [SetField(ShotTarget(key), "start", "panel")])
        await session.make(panels(key))
        await session.make(clips(key))
        assert not session.shot(key).out_of_date
        await rename(session, "Topa", "Misha")
        assert not session.shot(key).out_of_date
        assert session.quote(clips(key)).images == 0  # its panel counts, too
        described = SetField(ElementTarget("Misha"), "description", "A wolf")
        await session.edit("Describe", [described])
        await until(lambda: session.shot(key).out_of_date)
        causes = session.shot(key).changed
        assert [cause.names for cause in causes] == [("Misha",)]
        await session.takes.keep_as_is([key])
        assert not session.shot(key).out_of_date
        for old, new in (("Misha", "Vulf"), ("Vulf", "Topa"), ("Topa", "Wolf")):
            await rename(session, old, new)
            assert not session.shot(key).out_of_date, new
        # The very request is told as one that was made, whatever the name.
        session.press(clips(key))
        await until(lambda: session.shot(key).stage not in RUNNING)
        assert creates(kie) == 4
        await session.undo()
        await arrived(session, "Topa")
        assert not session.shot(key).out_of_date

    async def again(session: ProjectSession, _kie: SmallKie) -> None:
        (key,) = (shot.key for shot in session.film.shots())
        assert not session.shot(key).out_of_date

    on_film(tmp_path, check, again)


def test_the_newest_pictures_win_where_an_element_gets_a_name_again(tmp_path: Path) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        first = digests(session, "Topa")
        await rename(session, "Topa", "Misha")
        await session.undo()
        await arrived(session, "Topa")
        await redrawn(session, kie)
        await session.elements.keep("Topa")
        await session.elements.add("Topa", own_jpeg(session))
        now = digests(session, "Topa")
        assert len(now) == 3
        assert not set(now) & set(first)
        await rename(session, "Topa", "Misha")
        assert digests(session, "Misha") == now
        kept = {one.sha256 for one in await session.elements.trashed("Misha")}
        assert set(first) <= kept
        assert creates(kie) == 4
        await session.elements.remove("Misha", session.elements.pictures("Misha")[1].path)
        await rename(session, "Misha", "Topa")
        assert digests(session, "Topa") == [now[0], now[2]]
        assert session.quote(reference_images("Topa")).images == 0
        assert session.money().spent == session.elements.spent("Topa") == 16

    on_film(tmp_path, check)


def test_pictures_of_another_element_of_that_name_are_left_as_they_are(tmp_path: Path) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        folder = session.file.parent / "output" / "elements" / "Misha"
        folder.mkdir()
        mine = session.file.parent / "output" / "elements" / "Topa" / "Topa2.png"
        shutil.copy(mine, folder / "Misha1.png")
        data = mine.read_bytes()
        await rename(session, "Topa", "Misha")
        assert {p.name: p.read_bytes() for p in folder.iterdir()} == {"Misha1.png": data}

    on_film(tmp_path, check)


def test_nothing_is_offered_to_be_paid_while_pictures_are_on_their_way(tmp_path: Path) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        before = digests(session, "Topa")
        await session.edit("Rename", [RenameElement("Topa", "Misha")])
        why = session.elements.why_waits("Misha")
        assert getattr(why, "code", "") == "pipeline.pictures-follow"
        assert digests(session, "Misha") == before
        assert session.quote(reference_images("Misha")).images == 0
        await session.make(session.elements.redraw("Misha"))
        assert creates(kie) == 2
        await arrived(session, "Misha")
        assert digests(session, "Misha") == before

    on_film(tmp_path, check)


def test_what_waits_to_be_kept_is_kept_or_put_back_under_the_new_name(tmp_path: Path) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        elements, before = session.elements, digests(session, "Topa")
        await redrawn(session, kie)
        await session.edit("Rename", [RenameElement("Topa", "Misha")])
        await elements.keep("Misha")  # at once: it waits for the pictures
        now = digests(session, "Misha")
        assert not set(now) & set(before)
        assert [p.file for p in elements.pictures("Misha")] == ["Misha1.png", "Misha2.png"]
        assert elements.candidates("Misha") == 0
        assert bill(session, "Misha") == [*[(Use.PICTURES, 4)] * 2, *[(Use.TRASHED, 4)] * 2]
        await session.undo()
        assert (digests(session, "Misha"), elements.candidates("Misha")) == (before, 2)
        await elements.put_back("Misha")
        assert elements.candidates("Misha") == 0
        await session.undo()
        await session.undo()
        await arrived(session, "Topa")
        assert (digests(session, "Topa"), elements.candidates("Topa")) == (before, 2)
        await elements.put_back("Topa")
        await rename(session, "Topa", "Misha")
        assert (digests(session, "Misha"), elements.candidates("Misha")) == (before, 0)
        assert session.money().spent == elements.spent("Misha") == 16
        assert creates(kie) == 4

    on_film(tmp_path, check)


def test_a_picture_that_is_being_redrawn_comes_to_the_new_name_and_is_paid_once(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        elements, path = session.elements, session.elements.pictures("Topa")[0].path
        kie.hold()
        going = asyncio.create_task(session.make(elements.redraw("Topa", [path])))
        await until(lambda: creates(kie) == 3)
        await rename(session, "Topa", "Misha")
        first, second = elements.pictures("Misha")
        assert first.stage in RUNNING
        assert second.stage not in RUNNING
        # Pressed again it is the same one.
        again = asyncio.create_task(session.make(elements.redraw("Misha", [first.path])))
        await asyncio.sleep(0)
        kie.picture = picture_bytes(700, 700)
        kie.finish()
        await asyncio.gather(going, again)
        assert creates(kie) == 3
        assert elements.candidates("Misha") == 1
        await elements.keep("Misha")
        assert len(await elements.trashed("Misha")) == 1
        assert session.money().spent == elements.spent("Misha") == 12
        assert session.spending.costs().removed.credits == 0

    on_film(tmp_path, check)


def test_a_view_that_is_being_drawn_comes_to_the_new_name_and_is_paid_once(tmp_path: Path) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        elements = session.elements
        kie.states = {"task-2": "generating"}
        going = asyncio.create_task(session.make(reference_images("Topa")))
        await until(lambda: creates(kie) == 2)
        await session.edit("Rename", [RenameElement("Topa", "Misha")])
        await until(lambda: len(elements.pictures("Misha")) == 1)
        why = elements.why_waits("Misha")
        assert getattr(why, "code", "") in ("pipeline.pictures-follow", "pipeline.drawn-before")
        assert session.quote(reference_images("Misha")).images == 0
        assert session.element("Misha").stage in RUNNING
        await session.make(reference_images("Misha"))
        assert creates(kie) == 2
        kie.finish()
        await going
        await until(lambda: len(elements.pictures("Misha")) == 2)
        assert elements.why_waits("Misha") is None
        assert session.quote(reference_images("Misha")).images == 0
        assert (creates(kie), session.elements.spent("Misha")) == (2, 8)

    async def again(session: ProjectSession, kie: SmallKie) -> None:
        assert len(session.elements.pictures("Misha")) == 2
        assert session.quote(reference_images("Misha")).images == 0
        # One that was removed does not come back by itself.
        await session.elements.remove("Misha", session.elements.pictures("Misha")[1].path)
        await session.make(reference_images("Misha"))
        assert len(session.elements.pictures("Misha")) == 1
        assert creates(kie) == 2

    on_film(tmp_path, check, again, prepared=False)


def test_an_end_in_the_middle_of_it_is_made_good_at_the_next_start(tmp_path: Path) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        await rename(session, "Topa", "Misha")

    async def again(session: ProjectSession, kie: SmallKie) -> None:
        await until(lambda: len(session.elements.pictures("Misha")) == 2)
        assert creates(kie) == 0
        assert session.money().spent == session.elements.spent("Misha") == 8

    film = on_film(tmp_path, check)
    output = film.parent / "output"
    names = output / film.stem / "names.json"
    told = written(names)
    told["renamed"][0] |= {"way": "begun", "pictures": None}
    names.write_text(json.dumps(told), encoding="utf-8")
    (output / "elements" / "Misha" / "Misha2.png").unlink()
    with closing(sqlite3.connect(output / ".topa" / "state.db")) as state:
        state.execute("DELETE FROM take WHERE key = 'Misha'")
        state.commit()
    on_same(film, again)


def test_who_ends_right_after_a_renaming_finds_the_pictures_again(tmp_path: Path) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        await session.edit("Rename", [RenameElement("Topa", "Misha")])

    async def again(session: ProjectSession, _kie: SmallKie) -> None:
        assert len(session.elements.pictures("Misha")) == 2
        assert session.elements.spent("Misha") == 8

    on_film(tmp_path, check, again)


def test_what_stands_in_line_to_be_redrawn_is_drawn_for_the_element_as_it_is_called_by_then(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        elements = session.elements
        kie.hold()
        each_of_its_own(kie, 700, 710)
        going = asyncio.create_task(session.make(elements.redraw("Topa")))
        await until(lambda: creates(kie) == 3)  # the second waits for the new frontal one
        await rename(session, "Topa", "Misha")
        kie.finish()
        await going
        assert creates(kie) == 4
        assert elements.candidates("Misha") == 2
        first, second = (each["input"].get("image_input", []) for each in kie.accepted[2:])
        assert (first, len(second)) == ([], 1)
        assert second != kie.accepted[1]["input"]["image_input"]
        assert not any(picture.failed for picture in elements.pictures("Misha"))
        await elements.keep("Misha")
        assert session.money().spent == elements.spent("Misha") == 16
        # Two names one right after the other.
        now = digests(session, "Misha")
        await session.edit("Rename", [RenameElement("Misha", "Bear")])
        await session.edit("Rename", [RenameElement("Bear", "Wolf")])
        await arrived(session, "Wolf")
        assert digests(session, "Wolf") == now
        assert len(await elements.trashed("Wolf")) == 2
        assert elements.spent("Wolf") == 16

    on_film(tmp_path, check)
