"""A shot's first take is its first, whatever was tried before; no number is given twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.jobs import job
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import LEFT, LEFT_FREE, Job, Kind, State, Wish

KEY_LIMIT = job(State.FAILED, trouble=Trouble("provider.key-limit"))
FAILED_THERE = job(State.FAILED, task_id="t1", trouble=Trouble("pipeline.service-failed"))
TAKEN_BACK = job(State.DROPPED, trouble=Trouble("pipeline.given-up"))
MAY_COME = [
    job(State.INTENT),
    job(State.SENDING),
    job(State.SUBMITTED, task_id="t1"),
    job(State.UNKNOWN),
    job(State.DROPPED, trouble=Trouble(LEFT)),
    job(State.DROPPED, trouble=Trouble(LEFT_FREE)),
    job(State.DONE, task_id="t1"),
]


@pytest.mark.parametrize("tried", [KEY_LIMIT, FAILED_THERE, TAKEN_BACK])
def test_what_ended_with_nothing_leaves_the_first_number_free(tried: Job) -> None:
    board = Board()
    board.put(tried)
    assert board.next_number(Kind.CLIP, "1__1") == 1
    board.add_take(Wish(Kind.CLIP, "1__1", 1, "film"), Take(1, "T01.mp4"))
    assert board.next_number(Kind.CLIP, "1__1") == 2


@pytest.mark.parametrize("tried", MAY_COME)
def test_what_may_still_come_keeps_its_number(tried: Job) -> None:
    board = Board()
    board.put(tried)
    board.put(replace(KEY_LIMIT, id=2))
    assert board.next_number(Kind.CLIP, "1__1") == 2
