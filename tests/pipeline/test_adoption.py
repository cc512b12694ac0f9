"""A lost answer: what was really made comes home by its pasted id, proven and without a charge."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.jobs import job
from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.small_kie import CREATE, SmallKie, small_kie
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import NotProven, ProjectError
from topa_studio.base.words import say
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips, reference_images
from topa_studio.pipeline.job import State
from topa_studio.pipeline.money.balance import Balance, Hint, hint
from topa_studio.pipeline.sending.adoption import task_id_in

ID = "7dec2b9f9b6d73219bcc1018cb0d7b8d"


async def lost(session: ProjectSession, kie: SmallKie, key: str = "1__1") -> None:
    """The shot was sent and taken; nobody heard the answer."""
    kie.lose_answer()
    await session.make(clips(key))
    assert session.shot(key).stage is Stage.NEEDS_YOU


async def refused(session: ProjectSession, pasted: str, key: str = "1__1") -> str:
    """Why the id is not taken; nothing has changed by it."""
    before = session.jobs.unknown(key)
    with pytest.raises(ProjectError) as error:
        await session.jobs.adopt(pasted, key)
    assert session.jobs.unknown(key) == before
    return say(error.value.code, error.value.params)


def test_a_pasted_id_brings_the_clip_home_without_a_charge(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await lost(session, kie)
            async with opened(film, kie.environment()) as again:
                await again.jobs.adopt(" https://kie.ai/logs?taskId=task-1 \n", "1__1")
                await again.collect()
                assert again.shot("1__1").stage is Stage.MADE
                assert again.shot("1__1").takes[0].task_id == "task-1"
                assert again.money().spent == 42
            assert kie.service.paths().count(CREATE) == 1

    asyncio.run(run())


def test_a_panel_and_an_elements_picture_are_adopted_as_well(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(one_element_film(tmp_path), kie.environment()) as s:
            kie.lose_answer()
            await s.make(reference_images("Topa"))
            assert s.element("Topa").stage is Stage.NEEDS_YOU
            await s.jobs.adopt("task-1", "Topa")
            await s.collect()
            assert len(s.element("Topa").pictures) == 1
            await s.make(reference_images("Topa"))
            await lost(s, kie)
            await s.jobs.adopt("task-3", "1__1")
            await s.collect()
            assert s.shot("1__1").panel is not None
            await s.make(clips("1__1"))
            assert s.shot("1__1").stage is Stage.MADE
            assert kie.service.paths().count(CREATE) == len(kie.accepted) == 4

    asyncio.run(run())


def test_another_tasks_id_is_refused_with_what_it_draws(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path, 3), kie.environment()) as s:
            await s.make(clips("1__2"))
            await lost(s, kie)
            assert "belongs to 1.2, clip 1" in await refused(s, "task-1")
            assert "knows no task task-9" in await refused(s, "task-9")
            assert "no task id" in await refused(s, "the second from the top")
            kie.know("else", suffix=".mp4")
            kie.bodies["else"] = json.loads(json.dumps(kie.bodies["task-1"]))
            assert "A pier at dusk, number 2”" in await refused(s, "else")
            kie.bodies["else"] = kie.bodies["task-2"] | {
                "input": kie.bodies["task-2"]["input"] | {"mode": "pro"}
            }
            assert "other pictures or settings" in await refused(s, "else")
            with pytest.raises(ProjectError):
                await s.jobs.adopt("else", "1__1", sure=True)

    asyncio.run(run())


def test_a_clips_id_for_a_lost_panel_is_told_as_such(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(one_element_film(tmp_path), kie.environment()) as s:
            await s.make(reference_images("Topa"))
            await lost(s, kie)
            kie.know("a-clip")
            kie.bodies["a-clip"] = {"model": "kling-3.0/video", "input": {"prompt": "A pier."}}
            assert "makes a clip" in await refused(s, "a-clip")

    asyncio.run(run())


def test_what_cannot_be_proven_is_asked(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as s:
            await lost(s, kie)
            made = kie.created["task-1"]
            for words in (["23 min after"], ["30 min before"]):
                minutes = 23 if "after" in words[0] else -30
                kie.created["task-1"] = made + minutes * 60
                with pytest.raises(NotProven) as error:
                    await s.jobs.adopt("task-1", "1__1")
                assert words[0] in str(error.value)
            del kie.created["task-1"]
            assert "when it was made" in await refused(s, "task-1")
            echoed = kie.bodies.pop("task-1")
            assert "what that task draws" in await refused(s, "task-1")
            kie.bodies["task-1"] = echoed
            await s.jobs.adopt("task-1", "1__1", sure=True)
            await s.collect()
            assert s.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


def test_an_older_record_that_kept_no_addresses_is_asked_about(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(reference_images("Topa"))
                await lost(session, kie)
            with closing(sqlite3.connect(tmp_path / "output" / ".topa" / "state.db")) as state:
                state.execute("UPDATE job SET sent_with = '{}' WHERE state = 'unknown'")
                state.commit()
            async with opened(film, kie.environment()) as again:
                assert "which pictures went" in await refused(again, "task-3")
                await again.jobs.adopt("task-3", "1__1", sure=True)
                await again.collect()
                assert again.shot("1__1").panel is not None

    asyncio.run(run())


def test_a_left_one_counts_as_spent_until_the_user_knows_better(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            for charged, spent in ((True, 42.0), (False, 42.0), (True, 84.0)):
                async with opened(film, kie.environment()) as session:
                    await lost(session, kie)
                    await session.jobs.forget("1__1", charged=charged)
                    assert session.shot("1__1").stage is Stage.NOT_MADE
                    assert session.money().spent == spent
            async with opened(film, kie.environment()) as again:
                assert again.money().spent == 84.0
                await again.make(clips("1__1"))
                assert again.shot("1__1").stage is Stage.MADE
                with pytest.raises(ProjectError, match="Nothing there waits"):
                    await again.jobs.forget("1__1")

    asyncio.run(run())


def test_made_again_the_lost_one_still_counts(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as s:
            await lost(s, kie)
            await s.jobs.again("1__1")
            assert s.shot("1__1").stage is Stage.MADE
            assert s.money().spent == 84

    asyncio.run(run())


@pytest.mark.parametrize(("gone", "says"), [(0, Hint.NOT_CHARGED), (42, Hint.CHARGED)])
def test_looking_again_tells_what_the_balance_hints_at(
    tmp_path: Path, gone: float, says: Hint
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment(), unattended=True) as session:
                await kie.until("credit")
                await lost(session, kie)
            kie.left -= gone
            async with opened(film, kie.environment()) as again:
                check = await again.jobs.check("1__1")
                assert check.hint is says
                assert (check.told, check.expected, check.cost) == (1000.0 - gone, 1000.0, 42.0)
                assert check.media_days in (13, 14)
                assert again.jobs.logs_page("1__1").startswith("https://")
            assert kie.service.paths().count(CREATE) == 1

    asyncio.run(run())


def test_the_hint_is_none_where_anything_else_was_bought() -> None:
    before = Balance(1000.0, 1.0)
    lost_one = job(State.UNKNOWN, sent=2.0, estimate=42.0)
    home = job(State.DONE, sent=3.0, credits=60.0, task_id="t")
    assert hint(before, 940.0, [lost_one, home]) is Hint.NOT_CHARGED
    assert hint(before, 898.0, [lost_one, home]) is Hint.CHARGED
    assert hint(before, 900.0, [lost_one, home]) is Hint.UNCLEAR
    assert hint(None, 900.0, [lost_one]) is Hint.UNCLEAR
    assert hint(before, None, [lost_one]) is Hint.UNCLEAR
    assert hint(before, 1000.0, [replace(lost_one, estimate=None)]) is Hint.UNCLEAR


@pytest.mark.parametrize(
    "pasted",
    [
        ID, f"  {ID}\n", f"https://kie.ai/logs?taskId={ID}&page=2", f"Task {ID} success 42 credits",
        f'{{"data": {{"taskId": "{ID}", "state": "success"}}}}', f"2026-11-22 10:00 | {ID} | 42",
    ],
)  # fmt: skip
def test_an_id_is_found_in_whatever_was_copied(pasted: str) -> None:
    assert task_id_in(pasted) == ID


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("task_kling_1765", "task_kling_1765"),
        ("see task-12 there", "task-12"),
        ("odd.id:7", "odd.id:7"),
        ("", ""),
        ("no id at all", ""),
        ("https://kie.ai/logs", ""),
    ],
)
def test_other_forms_of_ids(pasted: str, found: str) -> None:
    assert task_id_in(pasted) == found


@given(st.text())
def test_anything_may_be_pasted(pasted: str) -> None:
    found = task_id_in(pasted)
    assert len(found) <= 200
    assert found in pasted


@pytest.mark.parametrize("charged", [True, False])
def test_what_was_left_is_adopted_later_and_counts_once_at_its_true_price(
    tmp_path: Path, charged: bool
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.taken = {"task-1": 40}
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await lost(session, kie)
                await session.jobs.forget("1__1", charged=charged)
                assert session.money().spent == (42 if charged else 0)
            async with opened(film, kie.environment()) as later:
                assert len(later.jobs.left("1__1")) == 1
                assert (await later.jobs.check("1__1")).cost == 42
                job = await later.jobs.adopt("task-1", "1__1")
                await later.collect()
                assert later.jobs.now(job).state is State.DONE
                assert later.shot("1__1").stage is Stage.MADE
                assert later.money().spent == await later.spending.spent_today() == 40
                assert not later.jobs.left("1__1")
                assert "belongs to 1.1, clip 1" in await refused(later, "task-1")
            for file in (tmp_path / "output" / ".topa").glob("state.db*"):
                file.unlink()
            async with opened(film, kie.environment()) as rebuilt:
                assert rebuilt.money().spent == 40
                assert not rebuilt.jobs.left("1__1")
            assert kie.service.paths().count(CREATE) == 1

    asyncio.run(run())


def test_what_was_left_and_made_again_comes_home_as_one_more_take(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as s:
            await lost(s, kie)
            await s.jobs.forget("1__1")
            kie.hold()
            making = asyncio.create_task(s.make(clips("1__1")))
            await kie.until("recordInfo")
            with pytest.raises(ProjectError, match="being made there at this moment"):
                await s.jobs.adopt("task-1", "1__1")
            kie.finish()
            await making
            await s.jobs.adopt("task-1", "1__1")
            await s.collect()
            takes = {take.task_id for take in s.shot("1__1").takes}
            assert takes == {"task-1", "task-2"}
            assert s.money().spent == 84
            assert kie.service.paths().count(CREATE) == 2

    asyncio.run(run())


def test_what_was_left_is_not_taken_without_proof(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path, 2), kie.environment()) as s:
            await lost(s, kie)
            await s.jobs.forget("1__1")
            await lost(s, kie, "1__2")
            assert "draws something else" in await refused(s, "task-2")
            echoed = kie.bodies.pop("task-1")
            with pytest.raises(ProjectError, match="nothing proves that it is yours"):
                await s.jobs.adopt("task-1", "1__1", sure=True)
            kie.bodies["task-1"] = echoed
            assert s.money().spent == 84
            assert len(s.jobs.left("1__1")) == 1

    asyncio.run(run())


def test_a_left_picture_whose_place_was_taken_is_not_adopted(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(one_element_film(tmp_path), kie.environment()) as s:
            kie.lose_answer()
            await s.make(reference_images("Topa"))
            await s.jobs.forget("Topa")
            assert len(s.jobs.left("Topa")) == 1
            await s.make(reference_images("Topa"))
            assert "Nothing there waits" in await refused(s, "task-1", "Topa")
            assert len(s.element("Topa").pictures) == 2

    asyncio.run(run())


def test_an_older_copy_of_the_record_learns_what_was_adopted_after_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film, inside = plain_film(tmp_path), tmp_path / "output" / ".topa"
            async with opened(film, kie.environment()) as session:
                await lost(session, kie)
                await session.jobs.forget("1__1")
            older = (inside / "state.db").read_bytes()
            kie.hold()
            async with opened(film, kie.environment()) as session:
                await session.jobs.adopt("task-1", "1__1")
            (inside / "state.db").write_bytes(older)
            kie.finish()
            async with opened(film, kie.environment()) as again:
                await again.collect()
                assert again.shot("1__1").stage is Stage.MADE
                assert again.money().spent == 42

    asyncio.run(run())
