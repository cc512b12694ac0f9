"""What goes on by itself does not talk all the time."""

from __future__ import annotations

from unittest.mock import Mock

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from topa_studio.model.status import Stage
from topa_studio.ui.look.calm import Beat, CalmBar, set_name, set_words
from topa_studio.ui.queue import card as card_module
from topa_studio.ui.queue.card import JobCard
from topa_studio.ui.queue.lines import Line, Sort

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(("listens", "most"), [(True, 13), (False, 180)])
def test_a_line_of_the_queue_for_a_minute(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, listens: bool, most: int
) -> None:
    clock = [0.0]
    monkeypatch.setattr(card_module.time, "time", lambda: 1000.0 + clock[0])
    line = Line(Sort.RUNS, 1, "clip", "k", "1.1 A shot", Stage.DRAWING, 0.0, 1000.0)
    card = JobCard(line)
    qtbot.addWidget(card)
    steps: list[int] = []
    times: list[str] = []
    card._bar.beat = Beat(lambda: clock[0], lambda: listens)
    card._beat = Beat(lambda: clock[0], lambda: listens)
    card._bar.valueChanged.connect(steps.append)
    for turn in range(180):
        clock[0] = turn / 3
        now = Line(*(getattr(line, n) for n in ("sort", "id", "kind", "key", "title", "stage")),
                   progress=(turn + 1) / 200, since=1000.0)  # fmt: skip
        card.show_line(now, "")
        if not times or times[-1] != card._elapsed.text():
            times.append(card._elapsed.text())
    assert len(steps) <= most
    assert len(times) <= most
    assert len(steps) == most or listens  # for eyes it goes on all the time


def test_less_than_before_is_shown_at_once(qtbot: QtBot) -> None:
    bar = CalmBar()
    qtbot.addWidget(bar)
    bar.beat = Beat(lambda: 0.0, lambda: True)
    for share in (0.9, 0.95, 0.1):
        bar.show_share(share)
    assert bar.value() == 100


def test_the_same_words_are_set_once() -> None:
    button = Mock(spec=QPushButton)
    button.text.side_effect = ["", "Generate", "Generate"]
    button.accessibleName.side_effect = ["", "Generate it", "Generate it"]
    for _ in range(3):
        set_words(button, "Generate")
        set_name(button, "Generate it")
    button.setText.assert_called_once_with("Generate")
    button.setAccessibleName.assert_called_once_with("Generate it")
