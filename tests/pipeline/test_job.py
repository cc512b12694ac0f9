"""A job goes only where its table leads, and says on the screen how far it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.jobs import job
from topa_studio.model.status import Stage
from topa_studio.pipeline.job import ALLOWED, OPEN, PAID, IllegalStep, State
from topa_studio.pipeline.paid.resume import after_restart, changed_after_restart


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (State.INTENT, State.SUBMITTED),
        (State.SUBMITTED, State.SENDING),
        (State.SUBMITTED, State.INTENT),
        (State.SUBMITTED, State.DROPPED),
        (State.READY, State.DROPPED),
        (State.READY, State.FAILED),
        (State.UNKNOWN, State.SENDING),
        (State.UNKNOWN, State.INTENT),
        (State.DONE, State.SENDING),
        (State.FAILED, State.SENDING),
        (State.DROPPED, State.SENDING),
    ],
)
def test_a_step_the_table_does_not_know_is_a_mistake(before: State, after: State) -> None:
    with pytest.raises(IllegalStep, match=f"{before} -> {after}"):
        job(before).to(after)


@given(st.lists(st.sampled_from(State), max_size=12))
def test_any_walk_pays_at_most_once_and_never_leaves_an_end(steps: list[State]) -> None:
    now = job()
    submitted = 0
    for step in steps:
        if step not in ALLOWED[now.state]:
            with pytest.raises(IllegalStep):
                now.to(step)
            continue
        was = now.state
        now = now.to(step)
        assert was in OPEN
        submitted += step is State.SUBMITTED and was in (State.SENDING, State.UNKNOWN)
    assert submitted <= 1
    assert (now.state in PAID or now.state is State.DONE) <= (submitted == 1)


def test_once_sent_a_job_cannot_be_taken_back_or_forgotten() -> None:
    for paid in PAID:
        assert State.DROPPED not in ALLOWED[paid]
        assert State.INTENT not in ALLOWED[paid]


@pytest.mark.parametrize(
    ("state", "word", "stage"),
    [
        (State.INTENT, "", Stage.IN_LINE),
        (State.SENDING, "", Stage.SENDING),
        (State.SUBMITTED, "", Stage.IN_LINE),
        (State.SUBMITTED, "queuing", Stage.IN_LINE),
        (State.SUBMITTED, "generating", Stage.DRAWING),
        (State.SUBMITTED, "a word nobody knows", Stage.DRAWING),
        (State.READY, "success", Stage.DOWNLOADING),
        (State.DONE, "", Stage.MADE),
        (State.FAILED, "", Stage.FAILED),
        (State.UNKNOWN, "", Stage.NEEDS_YOU),
        (State.DROPPED, "", Stage.NOT_MADE),
    ],
)
def test_each_state_has_its_word_on_the_screen(state: State, word: str, stage: Stage) -> None:
    assert job(state, word=word).stage is stage


@pytest.mark.parametrize(
    ("found", "becomes"),
    [
        (State.INTENT, State.DROPPED),
        (State.SENDING, State.UNKNOWN),
        (State.SUBMITTED, None),
        (State.READY, None),
        (State.DONE, None),
        (State.FAILED, None),
        (State.UNKNOWN, None),
        (State.DROPPED, None),
    ],
)
def test_what_a_dead_process_left_behind_becomes(found: State, becomes: State | None) -> None:
    after = after_restart(job(found), now=5000.0)
    assert (None if after is None else after.state) == becomes


def test_a_restart_tells_of_an_open_outcome_in_words_and_leaves_the_rest() -> None:
    jobs = [job(State.SUBMITTED, task_id="t"), job(State.SENDING)]
    (changed,) = changed_after_restart(jobs, now=5000.0)
    assert changed.trouble is not None
    assert changed.trouble.code == "pipeline.needs-you"
    assert changed.finished == 5000.0
