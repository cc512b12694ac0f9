from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topa_studio.provider.cadence import next_wait
from topa_studio.provider.rate import Window, retry_after_seconds


class Clock:
    """Time that passes only while someone sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


def passes(window: Window, clock: Clock, count: int) -> list[float]:
    times: list[float] = []

    async def one() -> None:
        await window.enter()
        times.append(clock.now)

    async def everyone() -> None:
        await asyncio.gather(*(one() for _ in range(count)))

    asyncio.run(everyone())
    return times


@given(st.integers(1, 6), st.floats(0.5, 20), st.integers(1, 40))
def test_never_more_than_the_limit_in_any_window(limit: int, seconds: float, count: int) -> None:
    clock = Clock()
    times = passes(Window(limit, seconds, clock=clock, sleep=clock.sleep), clock, count)
    assert len(times) == count
    for early, late in zip(times, times[limit:], strict=False):
        assert late - early >= seconds - 1e-6


def test_twenty_go_at_once_and_the_next_after_ten_seconds() -> None:
    clock = Clock()
    times = passes(Window(20, 10.0, clock=clock, sleep=clock.sleep), clock, 21)
    assert times[:20] == [1000.0] * 20
    assert times[20] == 1010.0


@pytest.mark.parametrize(("asked", "waited"), [(5.0, 5.0), (-5.0, 0.0), (1e9, 300.0)])
def test_a_closed_gate_lets_nobody_in(asked: float, waited: float) -> None:
    clock = Clock()
    window = Window(20, 10.0, clock=clock, sleep=clock.sleep)
    window.close_for(asked)
    window.close_for(0.0)
    assert passes(window, clock, 3) == [1000.0 + waited] * 3


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("3", 3.0),
        (" 2.5 ", 2.5),
        ("-1", 3.0),
        ("86400", 300.0),
        ("inf", 300.0),
        ("nan", None),
        ("", None),
        ("later", None),
        ("Sun, 22 Nov 2026 12:00:30 GMT", 30.0),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 3.0),
        ("Sun, 22 Nov 2026 12:00:30 -0000", 30.0),
        ("Sun, 22 Nov 2099 12:00:30 GMT", 300.0),
    ],
)
def test_retry_after(header: str | None, seconds: float | None) -> None:
    now = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
    assert retry_after_seconds(header, now) == seconds


@pytest.mark.parametrize(
    ("age", "shortest", "longest"),
    [(0, 2, 3), (29, 2, 3), (75, 2, 3), (150, 3, 6), (400, 8, 16), (750, 15, 30), (9e9, 15, 30)],
)
def test_questions_grow_seldom(age: float, shortest: float, longest: float) -> None:
    assert next_wait(age, chance=0.0) == shortest
    assert next_wait(age, chance=1.0) == longest
    assert shortest <= next_wait(age) <= longest


def test_practice_is_asked_faster_but_not_madly() -> None:
    assert next_wait(1.0, speed=5.0, chance=0.0) == pytest.approx(0.4)
    assert next_wait(0.0, speed=1000.0) == 0.2
