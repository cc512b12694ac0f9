"""A long film is shown before all of it is looked at, and then says the same as a short one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.long_film import long_film
from tests.support.window import open_window, until
from tests.support.work import Run
from topa_studio.pipeline import compose
from topa_studio.pipeline.money import estimate
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.frame.frame import Frame

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


def test_a_long_film_is_priced_and_counted_once_it_is_shown(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = tmp_path / "film" / "scenario.yaml"
    film.parent.mkdir()
    film.write_text(long_film(400), encoding="utf-8")
    composed: list[int] = []
    clip, made = compose.clip_request, Frame.show

    def counted(*given: Any, **named: Any) -> Any:
        composed.append(1)
        return clip(*given, **named)

    def shown(frame: Frame) -> None:
        assert not composed
        assert frame.top.primary.text() == "Counting…"
        assert not frame.top.primary.isEnabled()
        assert frame.timeline.table.tally.count(Filter.ALL) == 400
        made(frame)

    monkeypatch.setattr(estimate, "clip_request", counted)
    monkeypatch.setattr(Frame, "show", shown)

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            await until(lambda: window.top.primary.text().startswith("Generate 400 missing"))
            await until(lambda: window.timeline.table.tally.count(Filter.MISSING) == 400)
            assert window.top.primary.isEnabled()

    qrun(main())
