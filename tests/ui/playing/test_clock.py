"""Which moment it is: the sound card's where it sounds, the time's own where it does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from topa_studio.ui.playing.clock import Clock
from topa_studio.ui.playing.speaker import Speaker


class Card(Speaker):
    """A sound card whose clock a test moves; None: it is not heard yet."""

    heard: float | None = None
    leads = True

    def play(self, blocks: object, seconds: float) -> bool:
        self.begun = seconds
        return self.leads

    def seconds(self) -> float | None:
        return self.heard

    def stop(self) -> None:
        self.heard = None


class Times:
    now = 100.0


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def blocks(_start: int, _count: int) -> object:
    return None


def test_without_sound_time_counts_itself(owner: QObject) -> None:
    times = Times()
    clock = Clock(Card(owner), lambda: times.now)
    clock.start(2.0, -2.0, None)
    times.now += 0.5
    assert clock.seconds() == 1.0
    clock.stop()
    times.now += 5
    assert clock.seconds() == 1.0


def test_the_picture_waits_for_what_is_heard_and_then_follows_it(owner: QObject) -> None:
    times, card = Times(), Card(owner)
    clock = Clock(card, lambda: times.now)
    clock.start(2.0, 1.0, blocks)  # type: ignore[arg-type]
    times.now += 0.08
    assert clock.seconds() == 2.0
    card.heard = 2.01
    assert clock.seconds() == 2.01
    card.heard = 2.5
    times.now += 0.45
    assert clock.seconds() == 2.5


def test_a_card_that_is_silent_too_long_is_not_waited_for(owner: QObject) -> None:
    times, card = Times(), Card(owner)
    clock = Clock(card, lambda: times.now)
    clock.start(0.0, 1.0, blocks)  # type: ignore[arg-type]
    times.now += 0.4
    assert clock.seconds() == 0.0
    times.now += 0.1
    assert clock.seconds() == pytest.approx(0.1)


def test_a_card_that_vanishes_leaves_the_film_going_on(owner: QObject) -> None:
    times, card = Times(), Card(owner)
    card.leads = False
    clock = Clock(card, lambda: times.now)
    clock.start(1.0, 1.0, blocks)  # type: ignore[arg-type]
    times.now += 0.2
    assert clock.seconds() == pytest.approx(1.2)
    card.heard = 1.25
    assert clock.seconds() == 1.25
    card.heard = None
    times.now += 0.5
    assert clock.seconds() == pytest.approx(1.75)
    card.heard = 1.7  # it is back, and a little behind: the film never jumps back
    assert clock.seconds() == pytest.approx(1.75)
