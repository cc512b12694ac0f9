"""What was noted of a job comes back as it was, and damage never turns into something else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.support.jobs import REQUEST, job, layout
from topa_studio.model.status import Trouble
from topa_studio.pipeline.job import Job, State
from topa_studio.pipeline.money.balance import Balance
from topa_studio.pipeline.paid.lines import job_line, jobs_in, read_lines
from topa_studio.pipeline.paid.safe import Safe
from topa_studio.pipeline.paid.trail import Trail

STATES = st.sampled_from([State.SENDING, State.SUBMITTED, State.READY, State.UNKNOWN])
JOBS = st.builds(
    lambda state, key, number, task_id, path, sent, credits: job(
        state, key, number, id=0, task_id=task_id, path=path, sent=sent, credits=credits
    ),
    STATES,
    st.text(min_size=1, max_size=8).filter(lambda text: text.isprintable()),
    st.integers(1, 99),
    st.sampled_from(["", "7dec2b9f9b6d73219bcc1018cb0d7b8d", "task_1"]),
    st.text(max_size=12).filter(lambda text: text.isprintable()),
    st.floats(0, 2e9),
    st.none() | st.floats(0, 1e4),
)


@given(JOBS)
def test_a_job_comes_back_as_it_was(one: Job) -> None:
    told = replace(one, trouble=Trouble("pipeline.needs-you", {"a": 1}), sent_with={"s": "u"})

    assert jobs_in(read_lines(job_line(told, whole=True))) == [told]


def test_a_later_line_tells_the_step_and_an_earlier_one_the_request() -> None:
    first, later = job(State.SENDING, id=0), job(State.SUBMITTED, id=0, task_id="t")
    noted = job_line(first, whole=True) + job_line(later, whole=False)

    assert jobs_in(read_lines(noted)) == [later]


@given(st.lists(JOBS, min_size=1, max_size=4, unique_by=lambda one: one.wish), st.data())
def test_damage_only_ever_leaves_out(jobs: list[Job], data: st.DataObject) -> None:
    noted = bytearray(b"".join(job_line(one, whole=True) for one in jobs))
    for _ in range(data.draw(st.integers(1, 3))):
        noted[data.draw(st.integers(0, len(noted) - 1))] = data.draw(st.integers(0, 255))
    del noted[data.draw(st.integers(0, len(noted))) :]

    assert [one for one in jobs_in(read_lines(bytes(noted))) if one not in jobs] == []


def test_a_torn_last_line_spoils_no_line_after_it(tmp_path: Path) -> None:
    trail = Trail(tmp_path / "paid.log")
    trail.add(job_line(job(State.SENDING, id=0), whole=True))
    trail.close()
    with trail.path.open("ab") as file:
        file.write(b"0123abcd {torn")
    trail.add(job_line(job(State.SUBMITTED, id=0, task_id="t"), whole=False))
    trail.close()

    (found,) = jobs_in(read_lines(trail.read()))
    assert (found.state, found.task_id) == (State.SUBMITTED, "t")


def test_a_long_trail_is_shortened_and_tells_the_same(tmp_path: Path) -> None:
    places = layout(tmp_path)
    safe = Safe.of(places, tmp_path / "user")
    long_words = replace(REQUEST, prompt="A pier. " * 3000)
    for number in range(1, 46):
        sent = job(State.SENDING, number=number, id=0, request=long_words, created=float(number))
        safe._note(sent)
        last = State.DONE if number % 3 else State.UNKNOWN
        for state in (State.SUBMITTED, State.READY, last):
            safe._note(replace(sent, state=state, task_id=f"t{number}"))
    safe.add_balance(Balance(958.0, 5.0))
    before, size = safe.read(), safe.trail.size()
    safe.settle(before)

    after = safe.read()
    assert [(one.wish, one.state, one.task_id) for one in after] == [
        (one.wish, one.state, one.task_id) for one in before
    ]
    assert [one.request is None for one in after] == [one.state is State.DONE for one in after]
    assert safe.balances() == [Balance(958.0, 5.0)]
    assert len(safe.read_mirror()) == 45
    assert safe.trail.size() < size / 2
    safe.settle(after)
    safe._note(job(State.SENDING, number=999, id=0))
    assert len(safe.read()) == 46
    safe.close()
