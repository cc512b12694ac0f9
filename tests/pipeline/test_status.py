"""What a card says in each state of its jobs, and that its bar never runs back."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from tests.support.jobs import TOPA, job, shot
from topa_studio.model.status import ShotStatus, Stage, Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import Job, Kind, State, Wish
from topa_studio.pipeline.status import StatusReader

CLIP = (Kind.CLIP, "1__1")
WISH = Wish(Kind.CLIP, "1__1", 1, "film")
PANEL = Wish(Kind.PANEL, "1__1", 1, "film")


def read(board: Board, now: str | None = None) -> ShotStatus:
    def differs(_key: str, take: Take) -> bool:
        return bool(take.digest) and now not in (None, take.digest)

    return StatusReader(board, differs).shot(shot(1))


def board_with(*jobs: Job) -> Board:
    board = Board()
    for one in jobs:
        board.put(one)
    return board


@pytest.mark.parametrize(
    ("given", "stage"),
    [
        (job(State.INTENT), Stage.IN_LINE),
        (job(State.SENDING), Stage.SENDING),
        (job(State.SUBMITTED), Stage.IN_LINE),
        (job(State.SUBMITTED, word="generating"), Stage.DRAWING),
        (job(State.READY), Stage.DOWNLOADING),
        (job(State.READY, trouble=Trouble("pipeline.not-fetched")), Stage.FAILED),
        (job(State.UNKNOWN), Stage.NEEDS_YOU),
        (job(State.FAILED, trouble=Trouble("provider.invalid")), Stage.FAILED),
        (job(State.DROPPED), Stage.NOT_MADE),
    ],
)
def test_a_card_shows_where_its_clip_is(given: Job, stage: Stage) -> None:
    assert read(board_with(given)).stage is stage


def test_a_card_shows_in_line_made_and_why_not() -> None:
    board = Board()
    assert read(board).stage is Stage.NOT_MADE
    board.wait(CLIP)
    assert read(board).stage is Stage.IN_LINE
    board.end_wait(CLIP, Trouble("pipeline.duration"))
    assert read(board).stage is Stage.FAILED
    assert read(board).trouble == Trouble("pipeline.duration")
    board.wait(CLIP)
    assert read(board).trouble is None
    board.end_wait(CLIP)
    board.add_take(WISH, Take(1, "T01.mp4"))
    assert (read(board).stage, read(board).progress) == (Stage.MADE, 1.0)


def test_a_card_that_needs_you_says_why_and_shows_no_bar() -> None:
    board = board_with(job(State.UNKNOWN))
    board.add_take(WISH, Take(1, "T01.mp4"))
    status = read(board)
    assert status.trouble == Trouble("pipeline.needs-you")
    assert status.progress == 0
    assert status.chosen is not None


def test_a_failed_second_try_says_so_and_keeps_the_first_take() -> None:
    board = board_with(job(State.FAILED, id=2, trouble=Trouble("provider.invalid")))
    board.add_take(WISH, Take(1, "T01.mp4"))
    status = read(board)
    assert status.stage is Stage.FAILED
    assert status.chosen == Take(1, "T01.mp4")


def test_a_take_is_out_of_date_when_it_would_be_made_otherwise_now() -> None:
    board = Board()
    board.add_take(WISH, Take(1, "T01.mp4", digest="then"))
    assert read(board, "now").out_of_date
    assert not read(board, "then").out_of_date
    assert not read(board, None).out_of_date
    board.add_take(WISH, Take(1, "T01.mp4"))
    assert not read(board, "now").out_of_date


def test_the_named_take_is_the_one_that_counts_else_the_newest() -> None:
    board = Board()
    for number in (1, 2, 3):
        board.add_take(WISH, Take(number, f"T0{number}.mp4"))
    reader = StatusReader(board, lambda _key, _take: False)
    named = reader.shot(shot(1, take=2)).chosen
    newest = reader.shot(shot(1)).chosen
    gone = reader.shot(shot(1, take=9)).chosen
    assert [take.number for take in (named, newest, gone) if take is not None] == [2, 3, 3]


def test_the_bar_never_runs_back_from_the_press_to_the_clip() -> None:
    board = Board()
    shown = [read(board).progress]
    board.wait(CLIP)
    shown.append(read(board).progress)
    now = time.time()
    panel = job(State.INTENT, id=1, wish=PANEL, created=now)
    clip = job(State.INTENT, id=2, created=now)
    for one, wish, path in ((panel, PANEL, "P01.png"), (clip, WISH, "T01.mp4")):
        for step in _steps(one):
            board.put(step)
            shown.append(read(board).progress)
        board.put(_steps(one)[-1].to(State.DONE))
        board.add_take(wish, Take(1, path, made_at=now + 1))
        shown.append(read(board).progress)
    assert shown == sorted(shown)
    assert shown[-1] == 1
    assert max(shown[:-1]) < 1


def test_an_old_panel_is_no_head_start() -> None:
    board = Board()
    board.add_take(PANEL, Take(1, "P01.png", made_at=1.0))
    board.wait(CLIP)
    assert read(board).progress == 0
    board.put(job(State.SENDING, created=time.time(), sent=time.time()))
    assert read(board).progress < 0.1


def test_the_queue_shows_what_runs_then_what_waits_each_once() -> None:
    board = Board()
    board.wait(CLIP)
    board.wait((Kind.CLIP, "1__2"))
    board.put(job(State.SUBMITTED, id=4, wish=PANEL, task_id="t"))
    lines = StatusReader(board, lambda _key, _take: False).queue()
    assert [(line.id, line.kind, line.key) for line in lines] == [
        (4, "panel", "1__1"),
        (0, "clip", "1__2"),
    ]


def test_an_element_shows_how_many_of_its_pictures_are_there() -> None:
    board = Board()
    reader = StatusReader(board, lambda _key, _take: False)
    assert reader.element(TOPA, ()).stage is Stage.NOT_MADE
    board.wait((Kind.VIEW, "Topa"))
    assert reader.element(TOPA, ()).stage is Stage.IN_LINE
    view = job(State.SUBMITTED, wish=Wish(Kind.VIEW, "Topa", 2), word="generating")
    board.put(replace(view, sent=time.time()))
    half = reader.element(TOPA, ("Topa1.png",))
    assert (half.stage, half.wanted) == (Stage.DRAWING, 2)
    assert 0.5 < half.progress < 1
    board.put(replace(view, state=State.UNKNOWN))
    assert reader.element(TOPA, ("Topa1.png",)).stage is Stage.NEEDS_YOU
    board.put(replace(view, state=State.DONE))
    board.end_wait((Kind.VIEW, "Topa"))
    done = reader.element(TOPA, ("Topa1.png", "Topa2.png"))
    assert (done.stage, done.progress) == (Stage.MADE, 1.0)


def _steps(one: Job) -> list[Job]:
    """A job on its straight way, until just before its end."""
    sending = one.to(State.SENDING, sent=one.created)
    submitted = sending.to(State.SUBMITTED, task_id=f"t{one.id}")
    drawing = replace(submitted, word="generating")
    return [one, sending, submitted, drawing, submitted.to(State.READY)]
