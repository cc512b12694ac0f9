"""The line: who is next, why something waits, and what no connection or sleep does to it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.open_film import one_element_film, opened, plain_film, told
from tests.support.scripted_service import json, text
from tests.support.small_kie import CREATE, SmallKie, small_kie, until
from topa_studio.app.making.jobs import Cancelled
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import NotSent
from topa_studio.base.words import say
from topa_studio.document.edits import MoveShot
from topa_studio.model.status import Stage, Trouble
from topa_studio.model.wish import clips, reference_images
from topa_studio.pipeline.sending.ending import JobStopped
from topa_studio.pipeline.sending.gate import Gate
from topa_studio.pipeline.sending.line import Line
from topa_studio.pipeline.sending.nap import Naps
from topa_studio.pipeline.sending.offline import Offline
from topa_studio.provider.service import Providers


def waits(session: ProjectSession, key: str) -> str:
    """Why a line of the queue waits, as its code."""
    found = [line.waits for line in session.queue() if line.key == key]
    return "" if not found or found[0] is None else found[0].code


def shots_of(kie: SmallKie) -> list[str]:
    """Which shots were sent, in order, by the number in their words."""
    prompts: list[str] = [body["input"]["prompt"] for body in kie.accepted]
    return [prompt.rstrip(".")[-1] for prompt in prompts]


# Offline


def test_without_a_connection_nothing_fails_and_it_goes_on_by_itself(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path, 3), kie.environment()) as s:
            notices = told(s)
            await kie.service.go_away()
            making = asyncio.create_task(s.make(clips(*s.missing())))
            await until(lambda: waits(s, "1__3") == "pipeline.offline")
            await until(lambda: bool(notices))
            assert [notice.code for notice in notices] == ["pipeline.offline"]
            assert not s.paused
            assert {s.shot(f"1__{n}").stage for n in (1, 2, 3)} <= {Stage.IN_LINE, Stage.SENDING}
            await kie.service.come_back()
            await making
            assert s.missing() == ()
            assert kie.service.paths().count(CREATE) == 3

    asyncio.run(run())


def test_a_connection_lost_while_a_clip_is_drawn_or_fetched_marks_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as s:
            kie.hold()
            making = asyncio.create_task(s.make(clips("1__1")))
            await kie.until("recordInfo")
            await kie.service.go_away()
            await until(lambda: s.jobs.is_offline)
            assert s.shot("1__1").stage in (Stage.IN_LINE, Stage.DRAWING)
            assert s.shot("1__1").trouble is None
            kie.finish()
            await kie.service.come_back()
            await making
            assert s.shot("1__1").stage is Stage.MADE
            assert not s.jobs.is_offline

    asyncio.run(run())


def test_pictures_are_uploaded_once_the_connection_is_back(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(one_element_film(tmp_path), kie.environment()) as s:
            await s.make(reference_images("Topa"))
            await kie.service.go_away()
            making = asyncio.create_task(s.make(clips("1__1")))
            await until(lambda: s.jobs.is_offline)
            await kie.service.come_back()
            await making
            assert s.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


class Away:
    """A provider that never answers."""

    async def balance(self) -> float:
        raise NotSent("provider.not-reached", host="there", reason="no connection")


NOBODY = Providers(lambda _name: Away())  # type: ignore[arg-type, return-value]


def test_a_command_gives_up_at_last_with_the_reason() -> None:
    async def run() -> None:
        gate = Gate(unattended=True)
        offline = Offline(gate, NOBODY, patience=0.0)
        error = NotSent("provider.not-reached", host="there", reason="no connection")
        assert offline.lost(error, "kie")
        assert gate.is_held
        with pytest.raises(JobStopped, match="there"):
            await gate.opened()
        assert not offline.lost(error, "kie")
        await offline.aclose()

    asyncio.run(run())


def test_another_reason_is_not_taken_for_a_lost_connection() -> None:
    async def run() -> None:
        gate = Gate(unattended=False)
        offline = Offline(gate, NOBODY, patience=None)
        assert not offline.lost(NotSent("provider.proxy", reason="socks"), "kie")
        assert not gate.is_held

    asyncio.run(run())


def test_a_pause_of_the_user_outlasts_the_connection(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as s:
            await kie.service.go_away()
            making = asyncio.create_task(s.make(clips("1__1")))
            await until(lambda: s.jobs.is_offline)
            s.pause()
            await kie.service.come_back()
            await until(lambda: not s.jobs.is_offline)
            assert s.paused
            assert waits(s, "1__1") == "pipeline.paused"
            s.resume()
            await making
            assert kie.service.paths().count(CREATE) == 1

    asyncio.run(run())


# Sleep


@pytest.mark.parametrize(
    ("steady", "wall", "slept"),
    [
        (0.2, 0.2, (False, 0.0)),
        (0.2, 3600.0, (True, 0.0)),
        (3600.0, 3600.0, (True, 3600.0)),
        (0.2, -3600.0, (False, 0.0)),
    ],
)
def test_sleep_is_seen_by_either_clock(
    steady: float, wall: float, slept: tuple[bool, float]
) -> None:
    clocks = {"steady": 5.0, "wall": 1e9}
    naps = Naps(lambda: clocks["steady"], lambda: clocks["wall"])
    clocks["steady"] += steady
    clocks["wall"] += wall
    assert naps.look() == slept
    assert naps.look() == (False, 0.0)


def test_after_sleep_nothing_is_late_and_nothing_is_sent_before_an_answer(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            how: Mapping[str, Any] = {"unattended": True, "slots": 1}
            async with opened(plain_film(tmp_path, 2), kie.environment(), **how) as s:
                kie.hold()
                making = asyncio.create_task(s.make(clips(*s.missing())))
                await kie.until("recordInfo")
                await kie.service.go_away()
                s._production.runner.woke(1e6)
                assert waits(s, "1__2") == "pipeline.woke"
                kie.finish()
                await kie.service.come_back()
                await making
                assert s.missing() == ()
                assert {s.shot(f"1__{n}").trouble for n in (1, 2)} == {None}

    asyncio.run(run())


# Order and reasons


def test_what_waits_says_why_and_can_be_moved_to_the_front(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            async with opened(plain_film(tmp_path, 4), kie.environment(), slots=1) as s:
                making = asyncio.create_task(s.make(clips(*s.missing())))
                await until(lambda: s.shot("1__1").stage is Stage.DRAWING)
                assert waits(s, "1__4") == "pipeline.waits-turn"
                s.jobs.to_front("clip", "1__3")
                assert [line.key for line in s.queue()][:2] == ["1__1", "1__3"]
                s.pause()
                assert waits(s, "1__2") == "pipeline.paused"
                s.resume()
                kie.finish()
                await making
            assert shots_of(kie) == ["1", "3", "2", "4"]

    asyncio.run(run())


def test_the_next_is_sent_while_results_come_home_and_four_come_at_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            come, at_once, most = asyncio.Event(), 0, 0

            async def slow(request: web.Request) -> web.StreamResponse:
                nonlocal at_once, most
                at_once += 1
                most = max(most, at_once)
                await come.wait()
                at_once -= 1
                return await text(kie.clip)(request)

            kie.files = [slow] * 6
            async with opened(plain_film(tmp_path, 6), kie.environment(), slots=1) as s:
                making = asyncio.create_task(s.make(clips(*s.missing())))
                await until(lambda: kie.asked(CREATE) == 6 and at_once == 4)
                come.set()
                await making
                assert s.missing() == ()
            assert most == 4

    asyncio.run(run())


def test_a_shot_says_that_it_waits_for_its_element(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(one_element_film(tmp_path), kie.environment()) as s:
            kie.hold()
            making = asyncio.create_task(s.make(clips("1__1")))
            await until(lambda: waits(s, "1__1") == "pipeline.waits-element")
            kie.finish()
            await making
            assert s.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


def test_cancelling_all_tells_what_goes_on_there_and_collects_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            async with opened(plain_film(tmp_path, 3), kie.environment(), slots=1) as s:
                making = asyncio.create_task(s.make(clips(*s.missing())))
                await kie.until("recordInfo")
                assert s.jobs.cancel_all() == Cancelled(waiting=2, sent=1)
                await making
                assert s.missing() == ("1__2", "1__3")
                kie.finish()
                await until(lambda: s.shot("1__1").stage is Stage.MADE)
            assert kie.service.paths().count(CREATE) == 1

    asyncio.run(run())


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["", "cancel", "front"])), max_size=9))
def test_no_slot_is_ever_lost_or_given_twice(acts: list[tuple[int, str]]) -> None:
    async def run() -> None:
        line, inside, most = Line(2), 0, 0

        async def work(key: str) -> None:
            nonlocal inside, most
            async with line.place(key):
                inside += 1
                most = max(most, inside)
                try:
                    await asyncio.sleep(0)
                    await asyncio.sleep(0)
                finally:
                    inside -= 1

        tasks = []
        for number, act in acts:
            tasks.append(asyncio.create_task(work(str(number))))
            await asyncio.sleep(0)
            if act == "cancel":
                tasks[number % len(tasks)].cancel()
            elif act == "front":
                line.to_front(str(number))
        await asyncio.gather(*tasks, return_exceptions=True)
        assert most <= 2
        async with line.place("a"):
            assert not line.is_full
            async with asyncio.timeout(300), line.place("b"):
                assert line.is_full

    asyncio.run(run())


def test_shots_that_wait_for_each_other_after_a_move_are_both_made(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, 3)
        text = film.read_text(encoding="utf-8").replace(
            "duration: 3", "duration: 3, start: previous"
        )
        film.write_text(text.replace("duration: 3, ", "duration: 3\n        "), encoding="utf-8")
        async with small_kie() as kie, opened(film, kie.environment()) as s:
            kie.hold()
            making = asyncio.create_task(s.make(clips("1__1", "1__2", "1__3")))
            await until(lambda: waits(s, "1__3") == "pipeline.waits-previous")
            await s.edit("Move", [MoveShot("1__3", "1", 1)])
            await s.edit("Move", [MoveShot("1__1", "1", 2)])
            kie.finish()
            async with asyncio.timeout(300):
                await making
            assert s.missing() == ()

    asyncio.run(run())


# What the service refuses


@pytest.mark.parametrize(
    "words",
    [
        "Failure to pass the risk control system",
        "The prompt contains a prominent public figure",
        "Your content violates our policy.",
    ],
)
def test_a_refusal_of_the_content_is_told_as_such(tmp_path: Path, words: str) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path, 3), kie.environment()) as s:
            kie.states["task-1"], kie.fails["task-1"] = "fail", words
            await s.make(clips("1__1"))
            kie.creates = [json({"code": 422, "msg": words, "data": None})]
            await s.make(clips("1__2"))
            for key in ("1__1", "1__2"):
                trouble = s.shot(key).trouble
                assert isinstance(trouble, Trouble)
                assert trouble.code == "pipeline.content-refused"
                assert words.rstrip(".") in say(trouble.code, trouble.params)
            assert not s.paused
            assert "number 1." in s.document.scenario.shot("1__1").prompt

    asyncio.run(run())


def test_fewer_slots_let_what_is_on_its_way_go_on_and_more_take_who_waits_at_once() -> None:
    async def run() -> None:
        line, inside = Line(3), []
        leave = {key: asyncio.Event() for key in "abcdef"}

        async def work(key: str) -> None:
            async with line.place(key):
                inside.append(key)
                await leave[key].wait()
                inside.remove(key)

        async def settle() -> None:
            for _ in range(5):
                await asyncio.sleep(0)

        tasks = [asyncio.create_task(work(key)) for key in leave]
        await settle()
        line.set_slots(1)
        await settle()
        assert inside == ["a", "b", "c"]
        for key in "ab":
            leave[key].set()
            await settle()
        assert inside == ["c"]
        leave["c"].set()
        await settle()
        assert inside == ["d"]
        assert line.is_full
        line.set_slots(2)
        await settle()
        assert inside == ["d", "e"]
        line.set_slots(0)
        await settle()
        assert (line.slots, inside) == (3, ["d", "e", "f"])
        for event in leave.values():
            event.set()
        await asyncio.gather(*tasks)
        assert not line.is_full

    asyncio.run(run())
