"""Steps that meet are one commit: each is on the disk when it returns, and fails alone."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.jobs import job
from topa_studio.base.errors import ProjectError
from topa_studio.pipeline.job import Job, State
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.state.store import Store

Step = Callable[[], Coroutine[Any, Any, Any]]


async def at_once(store: Store, steps: list[Step]) -> tuple[list[Any], list[str]]:
    """What steps bring that are queued while the store is busy, and the statements they take."""
    go_on, told = threading.Event(), list[str]()

    def busy(records: Records) -> None:
        records._db.set_trace_callback(told.append)
        go_on.wait()

    running = asyncio.create_task(store.call(busy))
    await asyncio.sleep(0)
    queued = [asyncio.create_task(step()) for step in steps]
    await asyncio.sleep(0)
    go_on.set()
    found = await asyncio.gather(*queued, return_exceptions=True)
    await running
    await store.call(lambda _: None)  # what the store does after its last answer is told too
    return found, told


def stored(path: Path) -> list[tuple[str, str]]:
    """Task and state of each job, as another process sees it."""
    other = sqlite3.connect(path)
    rows = other.execute("SELECT task_id, state FROM job ORDER BY id").fetchall()
    other.close()
    return rows


def adding(store: Store, task_id: str) -> Step:
    return lambda: store.step(Records.add_job, job(State.SUBMITTED, key=task_id, task_id=task_id))


def test_steps_that_meet_are_one_commit_and_only_the_wrong_one_fails(tmp_path: Path) -> None:
    async def run() -> None:
        store = Store(tmp_path / "state.db")
        await store.open()
        steps = [adding(store, "a"), adding(store, "a"), adding(store, "b")]
        (first, second, third), told = await at_once(store, steps)
        assert stored(tmp_path / "state.db") == [("a", "submitted"), ("b", "submitted")]
        assert isinstance(first, Job)
        assert isinstance(second, ProjectError)
        assert isinstance(third, Job)
        assert told.count("COMMIT") == 1
        await store.close()

    asyncio.run(run())


def test_a_step_that_ends_the_commit_of_all_takes_nothing_from_the_others(tmp_path: Path) -> None:
    async def run() -> None:
        store = Store(tmp_path / "state.db")
        await store.open()

        def spoil(records: Records) -> None:
            if records.is_open:
                records._db.execute("ROLLBACK")
            raise sqlite3.OperationalError("database or disk is full")

        steps = [adding(store, "a"), lambda: store.step(spoil), adding(store, "b")]
        found, _ = await at_once(store, steps)
        assert [type(one) for one in found] == [Job, ProjectError, Job]
        assert stored(tmp_path / "state.db") == [("a", "submitted"), ("b", "submitted")]
        await store.close()

    asyncio.run(run())


def test_who_follows_is_told_once_it_is_on_the_disk(tmp_path: Path) -> None:
    async def run() -> None:
        path = tmp_path / "state.db"
        store = Store(path)
        await store.open()
        seen: list[list[tuple[str, str]]] = []
        one = await store.call(Records.add_job, job(key="1__1"))
        two = await store.call(Records.add_job, job(key="1__2"))
        await store.call(Records.follow, lambda _job: seen.append(stored(path)))
        sending = [one.to(State.SENDING), two.to(State.SENDING)]
        await at_once(store, [partial(store.step, Records.update_job, j) for j in sending])
        assert seen == [[("", "sending"), ("", "sending")]] * 2
        await store.close()

    asyncio.run(run())


def test_a_hint_comes_to_the_disk_no_later_than_the_next_step(tmp_path: Path) -> None:
    async def run() -> None:
        store = Store(tmp_path / "state.db")
        await store.open()
        one = await store.call(Records.add_job, job(State.SUBMITTED, task_id="a"))
        _, told = await at_once(
            store, [lambda: store.hint(Records.update_job, one.to(State.READY))]
        )
        assert [line for line in told if "PRAGMA" in line] == [
            "PRAGMA synchronous=NORMAL",
            "PRAGMA synchronous=FULL",
        ]
        hint = lambda: store.hint(Records.update_job, one.to(State.READY))  # noqa: E731
        _, told = await at_once(store, [hint, adding(store, "b")])
        assert not [line for line in told if "PRAGMA" in line]
        assert stored(tmp_path / "state.db") == [("a", "ready"), ("b", "submitted")]
        await store.close()

    asyncio.run(run())


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from("abcd"), max_size=8))
def test_together_they_bring_what_each_alone_does(
    tmp_path_factory: pytest.TempPathFactory, ids: list[str]
) -> None:
    async def run() -> None:
        path = tmp_path_factory.mktemp("film") / "state.db"
        store = Store(path)
        await store.open()
        found, _ = await at_once(store, [adding(store, one) for one in ids])
        first = [one not in ids[:at] for at, one in enumerate(ids)]
        assert [isinstance(one, Job) for one in found] == first
        assert stored(path) == [(one, "submitted") for one in dict.fromkeys(ids)]
        await store.close()

    asyncio.run(run())


def test_where_the_disk_refuses_even_a_setting_whoever_waits_is_told(tmp_path: Path) -> None:
    async def run() -> None:
        store = Store(tmp_path / "state.db")
        await store.open()
        one = await store.call(Records.add_job, job(State.SUBMITTED, task_id="a"))
        real = await store.call(lambda records: records._db)

        class Full:
            """A connection whose disk takes nothing; what it held can still be closed."""

            def __getattr__(self, name: str) -> Any:
                return getattr(real, name)

            def execute(self, *_given: Any) -> Any:
                raise sqlite3.OperationalError("database or disk is full")

        def fill(records: Records) -> None:
            records._db = Full()  # type: ignore[assignment]

        await store.call(fill)
        async with asyncio.timeout(300):
            for act in (store.hint, store.step, store.hint):
                with pytest.raises(ProjectError, match="full"):
                    await act(Records.update_job, one.to(State.READY))
            await store.close()
        assert stored(tmp_path / "state.db") == [("a", "submitted")]

    asyncio.run(run())
