"""Finished without a file, or told of as another's: held as paid, never sent again by itself."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.scripted_service import json as answer
from tests.support.scripted_service import text
from tests.support.small_kie import SmallKie, small_kie, until
from topa_studio.app import opening
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import say
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips, reference_images
from topa_studio.pipeline.folder.layout import receipt_of
from topa_studio.pipeline.job import Kind, State

RECORD = "/api/v1/jobs/recordInfo"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody asks on for a file for longer than a few questions."""
    monkeypatch.setattr(opening, "_FILE_SECONDS", 10.0)


def why(session: ProjectSession, key: str = "1__1") -> str:
    trouble = session.shot(key).trouble
    assert trouble is not None
    return say(trouble.code, trouble.params)


def test_the_file_comes_some_questions_after_the_word_success(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.late = {"task-1"}
            making = asyncio.create_task(session.make(clips("1__1")))
            await kie.until("recordInfo", 4)
            (line,) = session.queue()
            assert line.trouble is not None
            assert "no file yet" in say(line.trouble.code, line.trouble.params)
            kie.late = set()
            await making
            assert session.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())


@pytest.mark.usefixtures("impatient")
def test_without_a_file_it_is_held_as_paid_and_no_batch_sends_it_again(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.late = {"task-1"}
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.NEEDS_YOU
                assert "task-1" in why(session)
                assert session.money().spent == 42
                assert session.missing() == ("1__2",)
                await session.make(clips("1__1", "1__2"))
                assert len(kie.accepted) == 2
                assert session.shot("1__1").stage is Stage.NEEDS_YOU
            async with opened(film, kie.environment()) as again:
                assert again.shot("1__1").stage is Stage.NEEDS_YOU
                await again.collect()
                assert again.jobs.needs_you() == ("1__1",)
                await again.make(clips("1__1"))
                await again.jobs.retry("1__1")
                assert again.shot("1__1").stage is Stage.NEEDS_YOU
                kie.late = set()
                await again.jobs.look_again("1__1")
                assert again.shot("1__1").stage is Stage.MADE
                assert again.money().spent == 84
            assert len(kie.accepted) == 2

    asyncio.run(run())


@pytest.mark.usefixtures("impatient")
def test_a_held_one_is_known_from_the_notes_alone(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.late = {"task-1"}
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            for file in (tmp_path / "output" / ".topa").glob("state.db*"):
                file.unlink()
            async with opened(film, kie.environment()) as again:
                assert again.shot("1__1").stage is Stage.NEEDS_YOU
                kie.late = set()
                await again.jobs.look_again("1__1")
                assert again.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())


@pytest.mark.usefixtures("impatient")
def test_the_next_start_finds_the_file_by_itself(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.late = {"task-1"}
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            kie.late = set()
            async with opened(film, kie.environment()) as again:
                assert await again.collect() == 1
                assert again.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(("charged", "spent"), [(True, 42), (False, 0)])
def test_a_held_one_that_is_left(tmp_path: Path, charged: bool, spent: float) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.late = {"task-1"}
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                await session.jobs.forget("1__1", charged=charged)
                assert not session.jobs.needs_you()
                assert session.money().spent == spent
                with pytest.raises(ProjectError):
                    await session.jobs.look_again("1__1")
            async with opened(film, kie.environment()) as again:
                assert again.money().spent == spent
                # What counts as charged and brought nothing is sent again by its own press only.
                assert again.missing() == (() if charged else ("1__1",))

    asyncio.run(run())


@pytest.mark.usefixtures("impatient")
def test_made_again_on_the_users_word_both_count(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.late = {"task-1"}
            await session.make(clips("1__1"))
            assert session.quote(clips("1__1")).credits == 42
            await session.jobs.again("1__1", shown=42)
            assert session.shot("1__1").stage is Stage.MADE
            assert session.money().spent == 84
            assert len(kie.accepted) == 2

    asyncio.run(run())


@pytest.mark.usefixtures("impatient")
def test_a_picture_without_a_file_is_held_like_a_clip(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.late = {"task-1"}
            film = one_element_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(reference_images("Topa"))
                assert session.element("Topa").stage is Stage.NEEDS_YOU
                assert session.jobs.needs_you() == ("Topa",)
                await session.make(reference_images("Topa"))
                assert len(kie.accepted) == 1
                kie.late = set()
                await session.jobs.look_again("Topa")
                await session.make(reference_images("Topa"))
                assert session.element("Topa").stage is Stage.MADE
            assert len(kie.accepted) == 2

    asyncio.run(run())


def test_a_slot_is_free_while_a_file_is_waited_for(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.late = {"task-1"}
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment(), slots=1) as session:
                making = asyncio.create_task(session.make(clips("1__1", "1__2")))
                await until(lambda: session.shot("1__2").stage is Stage.MADE)
                kie.late = set()
                await making
                assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


def test_of_several_results_the_clip_is_taken(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.know("picture", suffix=".png")
            kie.know("nameless", suffix="")
            places = [f"{kie.service.url}/results/{name}" for name in ("picture.png", "nameless")]
            kie.urls["task-1"] = [*places, f"{kie.service.url}/results/task-1.mp4"]
            await session.make(clips("1__1"))
            assert session.shot("1__1").stage is Stage.MADE
            assert kie.asked("/results/picture") == kie.asked("/results/nameless") == 0

    asyncio.run(run())


def test_of_several_results_without_a_name_the_one_that_is_a_clip_is_taken(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.service.on("/results/first", text(kie.picture))
            kie.service.on("/results/second", text(kie.clip))
            places = [f"{kie.service.url}/results/{name}" for name in ("first", "second")]
            kie.urls["task-1"] = places
            await session.make(clips("1__1"))
            status = session.shot("1__1")
            assert status.stage is Stage.MADE
            assert status.chosen is not None
            assert session.path(status.chosen.path).read_bytes() == kie.clip
            assert kie.asked("/results/second") == 1

    asyncio.run(run())


def _record(kie: SmallKie, change: dict[str, Any], **body: Any) -> None:
    """From now on the service tells this of every task, with this request as its echo."""
    sent = kie.accepted[0]
    told = {"model": sent["model"], "input": {**sent["input"], **body}}
    data = {
        "taskId": "task-1", "state": "success", "param": json.dumps(told), "creditsConsumed": 42,
        "resultJson": json.dumps({"resultUrls": [f"{kie.service.url}/results/task-1.mp4"]}),
        **change,
    }  # fmt: skip
    kie.service.on(RECORD, answer({"code": 200, "data": data}))


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("state", ["success", "fail"])
@pytest.mark.parametrize(
    ("change", "body"),
    [({"taskId": "task-9"}, {}), ({}, {"prompt": "A sleeping cat."}), ({}, {"duration": "9"})],
)
def test_what_is_told_of_another_request_is_not_taken_and_never_paid_again(
    tmp_path: Path, change: dict[str, Any], body: dict[str, Any], state: str
) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.hold(1)
            making = asyncio.create_task(session.make(clips("1__1")))
            await kie.until("recordInfo")
            _record(kie, {"state": state, **change}, **body)
            await making
            assert session.shot("1__1").stage is Stage.NEEDS_YOU
            assert "another request" in why(session)
            assert not session.shot("1__1").takes
            await session.make(clips("1__1"))
            assert len(kie.accepted) == 1
            _record(kie, {"state": "success"})
            await session.jobs.look_again("1__1")
            assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


@pytest.mark.usefixtures("impatient")
def test_what_seems_anothers_comes_home_on_the_users_word(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.hold(1)
            making = asyncio.create_task(session.make(clips("1__1")))
            await kie.until("recordInfo")
            _record(kie, {}, prompt="Put better by the service.")
            await making
            await session.jobs.look_again("1__1")
            assert session.shot("1__1").stage is Stage.NEEDS_YOU
            await session.jobs.look_again("1__1", sure=True)
            assert session.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_an_echo_that_is_spelt_anew_or_leaves_out_is_its_own(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.hold(1)
            making = asyncio.create_task(session.make(clips("1__1")))
            await kie.until("recordInfo")
            prompt = "  ".join(kie.accepted[0]["input"]["prompt"].split())
            _record(kie, {"recordId": "r-1"}, prompt=prompt, duration=3, sound=None, seed=7)
            await making
            assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


def test_a_number_as_task_id_is_polled_and_brought_home(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.know("281474976710656")
            kie.creates = [answer({"code": 200, "data": {"taskId": 281474976710656}})]
            await session.make(clips("1__1"))
            assert session.shot("1__1").stage is Stage.MADE
            (job,) = session._production.board.entry(Kind.CLIP, "1__1").jobs.values()
            assert (job.state, job.task_id) == (State.DONE, "281474976710656")

    asyncio.run(run())


def test_adopt_asks_again_before_it_calls_a_task_unknown(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.lose_answer()
            await session.make(clips("1__1"))
            record = kie.service._answers[RECORD][0]
            nothing = answer({"code": 422, "msg": "recordInfo is null", "data": None})
            kie.service.on(RECORD, nothing, nothing, record)
            await session.jobs.adopt("task-1", "1__1")
            await session.collect()
            assert session.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_adopt_takes_no_report_of_another_task(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.lose_answer()
            await session.make(clips("1__1"))
            _record(kie, {"taskId": "task-77"})
            with pytest.raises(ProjectError, match="task-77"):
                await session.jobs.adopt("task-1", "1__1", sure=True)
            assert session.jobs.lost("1__1")

    asyncio.run(run())


def test_what_a_report_says_while_it_waits_never_lowers_what_is_set_aside(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.hold(1)
            kie.taken["task-1"] = 0
            making = asyncio.create_task(session.make(clips("1__1"), consent=Consent(shown=42)))
            await kie.until("recordInfo", 3)
            assert session.money().spent == 42
            assert await session.spending.spent_today() == 42
            kie.taken["task-1"] = 42
            kie.finish()
            await making
            assert session.money().spent == 42

    asyncio.run(run())


@pytest.mark.parametrize("told", [0, -84, -0.001, "-5"])
def test_a_clip_for_nothing_or_less_counts_as_estimated(tmp_path: Path, told: float) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.taken["task-1"] = told
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                (take,) = session.shot("1__1").takes
                assert take.credits is None
                assert session.money().spent == 42
                assert await session.spending.spent_today() == 42
                assert session.spending.costs().spent == 42
                receipt = receipt_of(session.path(take.path))
            for file in (tmp_path / "output" / ".topa").glob("*"):
                if file.is_file():
                    file.unlink()
            old = json.loads(receipt.read_text())
            receipt.write_text(json.dumps({**old, "credits": float(told)}))
            async with opened(film, kie.environment(), anew=True) as again:
                assert again.money().spent == 42

    asyncio.run(run())


def test_a_failure_that_took_less_than_nothing_counts_as_estimated(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.states["task-1"], kie.fails["task-1"] = "fail", "no luck"
            kie.taken["task-1"] = -5
            await session.make(clips("1__1"))
            assert session.shot("1__1").stage is Stage.FAILED
            assert "42 credits" in why(session)
            assert session.money().spent == 42

    asyncio.run(run())
