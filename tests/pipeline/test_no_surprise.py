"""What a press shows is what is paid: nothing twice, nothing dearer, nothing that changed."""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path

import pytest

from tests.support.open_film import one_element_film, opened, plain_film, told
from tests.support.scripted_service import json
from tests.support.small_kie import CREATE, SmallKie, small_kie, until
from topa_studio.app.making.day_budget import write_day_budget
from topa_studio.app.session import ProjectSession
from topa_studio.app.user_folder import user_data
from topa_studio.base.words import say
from topa_studio.document.edits import ElementTarget, SetField, ShotTarget
from topa_studio.model.status import Consent, Dearer, ShotStatus, Stage
from topa_studio.model.wish import clips, reference_images
from topa_studio.pipeline.paid.reserve import Reserve
from topa_studio.provider.api import TaskReport
from topa_studio.provider.kie.client import KieClient


def sent(kie: SmallKie) -> int:
    """How often a paid request arrived, whatever came of it."""
    return kie.service.paths().count(CREATE)


def why(status: ShotStatus) -> str:
    """The reason on the card."""
    assert status.trouble is not None
    return say(status.trouble.code, status.trouble.params)


def cancel(session: ProjectSession, key: str) -> None:
    for job in session.jobs.listing():
        if job.wish.key == key:
            session.jobs.cancel(job.id)


def test_cancelled_and_pressed_again_before_the_first_byte_is_paid_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, go_on = threading.Event(), threading.Event()
    real = Reserve.open

    def slow(self: Reserve) -> None:
        there.set()
        go_on.wait()
        real(self)

    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path), kie.environment()) as session,
        ):
            monkeypatch.setattr(Reserve, "open", slow)
            first = asyncio.create_task(session.make(clips("1__1")))
            await until(there.is_set)
            cancel(session, "1__1")
            await asyncio.gather(first, return_exceptions=True)
            second = asyncio.create_task(session.make(clips("1__1")))
            await asyncio.sleep(0.1)
            go_on.set()
            await second
            assert sent(kie) == 1
            assert len(session.shot("1__1").takes) <= 1

    try:
        asyncio.run(run())
    finally:
        go_on.set()


def test_one_task_id_for_two_requests_leaves_the_second_open_and_the_record_whole(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                kie.creates = [json({"code": 200, "data": {"taskId": "task-1"}})]
                notices = told(session)
                await session.make(clips("1__2"))
                assert session.shot("1__1").stage is Stage.MADE
                assert session.shot("1__2").stage is Stage.NEEDS_YOU
                (lost,) = session.jobs.unknown("1__2")
                assert lost.trouble is not None
                assert "task-1" in say(lost.trouble.code, lost.trouble.params)
                assert not [one for one in notices if "disk" in say(one.code, one.params)]
            for _ in range(2):
                async with opened(film, kie.environment()) as again:
                    assert again.jobs.holds is None
                    assert again.jobs.needs_you() == ("1__2",)
            assert not list((tmp_path / "output" / ".topa").glob("damaged*"))
            assert sent(kie) == 2

    asyncio.run(run())


def test_what_became_dearer_after_the_press_is_asked_about(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.taken = {f"task-{number}": 84 for number in range(1, 9)}
            film = plain_film(tmp_path, 3)
            async with opened(film, kie.environment(), slots=1) as session:
                assert session.quote(clips("1__1", "1__2", "1__3")).credits == 3 * 42
                kie.hold(1)
                making = asyncio.create_task(session.make(clips("1__1", "1__2")))
                await kie.until("recordInfo")
                longer = SetField(ShotTarget("1__2"), "duration", 6)
                await session.edit("Longer", [longer])
                kie.finish()
                await making
                assert "84 credits now, and 42 when you pressed" in why(session.shot("1__2"))
                assert sent(kie) == 1
                await session.make(clips("1__2"))
                assert sent(kie) == 2
                assert session.shot("1__2").stage is Stage.MADE

    asyncio.run(run())


def test_edited_while_the_service_says_wait_the_new_words_are_sent(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [json({"code": 429, "msg": "Too fast"}, Retry_After="0.5")]
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await kie.until("createTask")
                words = SetField(ShotTarget("1__1"), "prompt", "Wide shot. A lighthouse.")
                await session.edit("Words", [words])
                await making
                (body,) = kie.accepted
                assert "A lighthouse" in body["input"]["prompt"]
                assert not session.shot("1__1").out_of_date

    asyncio.run(run())


def test_what_waits_past_midnight_counts_for_the_day_it_is_sent_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [json({"code": 429, "msg": "Too fast"}, Retry_After="0.5")]
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await kie.until("createTask")
                real = time.time
                monkeypatch.setattr(time, "time", lambda: real() + 86400)
                await making
                assert session.shot("1__1").stage is Stage.MADE
                assert await session.spending.spent_today() == 42

    asyncio.run(run())


@pytest.mark.parametrize("is_damaged", [True, False])
def test_a_lost_count_of_the_day_holds_what_other_films_spent(
    tmp_path: Path, is_damaged: bool
) -> None:
    async def run() -> None:
        write_day_budget(84)
        async with small_kie() as kie:
            one, two = plain_film(tmp_path / "one", 2), plain_film(tmp_path / "two")
            async with opened(one, kie.environment()) as session:
                await session.make(clips("1__1", "1__2"))
            for file in user_data().glob("spent.db*"):
                file.unlink()
            if is_damaged:
                (user_data() / "spent.db").write_bytes(b"this is no database" * 100)
            async with opened(two, kie.environment()) as session:
                assert await session.spending.spent_today() == 84
                await session.make(clips("1__1"))
                assert sent(kie) == 2
            async with opened(one, kie.environment()) as session:
                assert await session.spending.spent_today() == 84

    asyncio.run(run())


def test_left_while_its_task_is_adopted_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, real = threading.Event(), KieClient.report

    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.lose_answer()
            await session.make(clips("1__1"))
            store = session._production.till._store

            async def told_while_the_disk_is_slow(client: KieClient, task_id: str) -> TaskReport:
                report = await real(client, task_id)
                busy.append(asyncio.create_task(store.call(lambda _: go_on.wait())))
                await asyncio.sleep(0)
                return report

            busy: list[asyncio.Task[bool]] = []
            with monkeypatch.context() as patched:
                patched.setattr(KieClient, "report", told_while_the_disk_is_slow)
                adopting = asyncio.create_task(session.jobs.adopt("task-1", "1__1"))
                await until(lambda: bool(busy))
                leaving = asyncio.create_task(session.jobs.forget("1__1"))
                await asyncio.sleep(0.1)
                go_on.set()
            await asyncio.gather(adopting, leaving, return_exceptions=True)
            await session.collect()
            assert session.shot("1__1").stage is Stage.MADE

    try:
        asyncio.run(run())
    finally:
        go_on.set()


@pytest.mark.parametrize("shots", [1, 2])
def test_a_press_that_costs_more_than_its_button_said_sends_nothing_and_asks(
    tmp_path: Path, shots: int
) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path, shots), kie.environment()) as session,
        ):
            keys = [f"1__{number}" for number in range(1, shots + 1)]
            shown, asked = session.quote(clips(*keys)).credits, list[Dearer]()
            session.dearer.connect(asked.append)
            await session.edit("Longer", [SetField(ShotTarget("1__1"), "duration", 6)])
            now = session.quote(clips(*keys)).credits
            assert (shown, now) == (42 * shots, 42 * shots + 42)
            await session.make(clips(*keys), consent=Consent(shown=shown))
            assert asked == [Dearer(clips(*keys), Consent(shown=shown), now or 0)]
            assert sent(kie) == 0
            assert not session.queue()
            assert {session.shot(key).stage for key in keys} == {Stage.NOT_MADE}
            assert not session.jobs.failures.all()
            await session.make(clips(*keys), consent=Consent(shown=now))
            assert sent(kie) == shots
            assert len(asked) == 1

    asyncio.run(run())


def test_cheaper_than_shown_and_shown_without_a_price_go_at_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path, 2), kie.environment()) as s:
            await s.edit("Longer", [SetField(ShotTarget("1__1"), "duration", 6)])
            shown = s.quote(clips("1__1")).credits
            await s.edit("Shorter", [SetField(ShotTarget("1__1"), "duration", 3)])
            await s.make(clips("1__1"), consent=Consent(shown=shown))
            await s.make(clips("1__2"))
            assert sent(kie) == 2

    asyncio.run(run())


def test_pictures_of_an_element_that_became_more_are_asked_about(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(one_element_film(tmp_path), kie.environment()) as s:
            asked = list[Dearer]()
            s.dearer.connect(asked.append)
            shown = s.quote(reference_images("Topa")).credits
            views = SetField(ElementTarget("Topa"), "reference_prompts", ["front", "side", "back"])
            await s.edit("One more", [views])
            await s.make(reference_images("Topa"), consent=Consent(shown=shown))
            (press,) = asked
            assert (press.wishes, press.cost) == (reference_images("Topa"), 12)
            assert sent(kie) == 0
            await s.make(reference_images("Topa"), consent=Consent(shown=press.cost))
            assert sent(kie) == 3

    asyncio.run(run())
