"""The files beside the state: never far behind, and never the larger part of what is written."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.jobs import film, job, layout, shot, till
from tests.support.open_film import written
from topa_studio.app.making import files_keeper
from topa_studio.app.making.files_keeper import FilesKeeper
from topa_studio.base.signal import Signal
from topa_studio.model.status import Trouble
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import Job, State

_SCENARIO = film(shot(1), shot(2))


@pytest.fixture
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_keeper, "_BETWEEN", 0.0)


async def _kept(tmp_path: Path) -> tuple[Board, FilesKeeper]:
    board, places = Board(), layout(tmp_path)
    places.output.mkdir()
    told: Signal[Trouble] = Signal()
    return board, FilesKeeper(board, till(places, board), places, told)


def _running(number: int) -> Job:
    return replace(job(State.SUBMITTED, key=f"1__{number}", task_id=f"t{number}"), id=number)


def _words(tmp_path: Path) -> dict[str, str]:
    shots = written(layout(tmp_path).status)["shots"]
    return {key: entry["status"] for key, entry in shots.items()}


async def _step(board: Board, keeper: FilesKeeper, one: Job) -> None:
    board.put(one)
    keeper.mark(one.wish.key)
    await keeper.keep(_SCENARIO)


@pytest.mark.usefixtures("no_pause")
def test_a_short_film_is_told_at_once(tmp_path: Path) -> None:
    async def work() -> None:
        board, keeper = await _kept(tmp_path)
        await _step(board, keeper, _running(1))
        assert _words(tmp_path) == {"1__1": "submitted"}

    asyncio.run(work())


@pytest.mark.usefixtures("no_pause")
def test_a_long_film_is_told_seldom_while_jobs_run_and_whole_at_their_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files_keeper, "_BYTES_A_SECOND", 0.01)

    async def work() -> None:
        board, keeper = await _kept(tmp_path)
        await _step(board, keeper, _running(1))
        await _step(board, keeper, _running(2))
        assert _words(tmp_path) == {"1__1": "submitted"}
        for number in (1, 2):
            end = replace(_running(number), state=State.FAILED, finished=time.time())
            await _step(board, keeper, end)
        assert _words(tmp_path) == {"1__1": "failed", "1__2": "failed"}

    asyncio.run(work())


def test_an_end_writes_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_keeper, "_BYTES_A_SECOND", 0.01)

    async def work() -> None:
        board, keeper = await _kept(tmp_path)
        for number in (1, 2):
            board.put(_running(number))
            keeper.mark(f"1__{number}")
            await keeper.flush(_SCENARIO)
        assert _words(tmp_path) == {"1__1": "submitted", "1__2": "submitted"}

    asyncio.run(work())
