"""One edit costs as much in a long film as in a short one: told by counting, not by a clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.long_film import long_film
from tests.support.window import open_window, until
from topa_studio.app.session import SaveState
from topa_studio.film import timing
from topa_studio.pipeline import compose
from topa_studio.pipeline.prices import PriceBook
from topa_studio.pipeline.status import StatusReader
from topa_studio.ui.film import painting
from topa_studio.ui.film.costs import Costs
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
Run = Callable[[Coroutine[Any, Any, Any]], Any]
Act = Callable[[MainWindow], None]
_SHORT, _LONG = 100, 1_000
_RESTS = 40


def move(window: MainWindow) -> None:
    """Alt+→ of the chosen shot."""
    view = window.timeline.view
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)


def type_a_word(window: MainWindow) -> None:
    """A word at the end of the chosen shot's prompt."""
    window.inspector.shot.edit_words()
    QTest.keyClicks(window.inspector.shot.prompt, " Rain")
    window.inspector.flush()


def drag(window: MainWindow) -> None:
    """The card of the chosen shot, by the mouse, behind its neighbour."""
    view, viewport = window.timeline.view, window.timeline.view.viewport()
    row = view.shots.row(window.selection.shot or "") or 0
    begin, end = view.card_rect(row).center(), view.card_rect(row + 1).center() + QPoint(20, 0)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
    for step in range(1, 9):
        at = begin + (end - begin) * step / 8
        QTest.mouseMove(viewport, at)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


@pytest.mark.parametrize("act", [move, type_a_word, drag])
def test_an_edit_asks_as_little_of_a_long_film_as_of_a_short_one(
    act: Act, qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = _counted(monkeypatch)

    async def main(shots: int) -> Counter[str]:
        film = tmp_path / str(shots) / "film.yaml"
        film.parent.mkdir()
        film.write_text(long_film(shots), encoding="utf-8")
        async with open_window(qapp, tmp_path, film) as window:
            window.selection.select_shot("s3__4")
            await _rest(counts)
            counts.clear()
            before = window.session.document.text
            act(window)
            await until(lambda: window.session.document.text != before)
            await until(lambda: window.session.saving is SaveState.SAVED)
            await _rest(counts)
            return counts.copy()

    short, long = qrun(main(_SHORT)), qrun(main(_LONG))
    assert {"paint_card", "of"} <= short.keys()
    # How often is painted hangs on when it is; a look at every shot would be far beyond that.
    assert {name: count for name, count in long.items() if count > 2 * short[name] + 100} == {}


def _counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each narrow door is gone through."""
    counts: Counter[str] = Counter()
    doors: tuple[tuple[Any, str], ...] = (
        (compose, "shot_prompt"), (PriceBook, "of"), (StatusReader, "shot"),
        (painting, "paint_card"), (timing, "shown_of"), (Costs, "_scene_offer"),
    )  # fmt: skip
    for owner, name in doors:
        monkeypatch.setattr(owner, name, _counting(getattr(owner, name), name, counts))
    return counts


def _counting(real: Callable[..., Any], name: str, counts: Counter[str]) -> Callable[..., Any]:
    def counted(*args: Any, **kwargs: Any) -> Any:
        counts[name] += 1
        return real(*args, **kwargs)

    return counted


def _rest(counts: Counter[str]) -> Awaitable[None]:
    """Until nothing was asked in so many looks in a row."""
    known, rests = counts.copy(), 0

    def at_rest() -> bool:
        nonlocal known, rests
        rests = rests + 1 if counts == known else 0
        known = counts.copy()
        return rests >= _RESTS

    return until(at_rest)
