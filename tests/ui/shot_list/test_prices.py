"""What it costs to make shots anew: asked bit by bit, and again where something changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.shot_list.table import Listed, ListFilm
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Quote, Stage
from topa_studio.model.wish import Wish
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.state_cell import fitting_words, state_badge

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def price(listed: Listed, row: int) -> str:
    return listed.view.values.text(row, Column.COST, listed.view.look)


def test_an_edit_asks_for_the_price_of_that_shot_and_its_scene_alone(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    whole = ListFilm.quote

    def quote(self: ListFilm, wishes: Iterable[Wish]) -> Quote:
        given = tuple(wishes)
        asked.append(tuple(wish.key for wish in given))
        return whole(self, given)

    made = Listed(qtbot, ListFilm(tmp_path))
    monkeypatch.setattr(ListFilm, "quote", quote)
    keys = made.keys
    qtbot.waitUntil(lambda: price(made, 0) == "90" and price(made, 1) == "108", timeout=2000)
    qtbot.waitUntil(lambda: tuple(keys) in asked, timeout=2000)  # the totals
    asked.clear()
    edit = SetField(ShotTarget(keys[0]), "duration", 10)
    made.film.document.apply("Length", [edit])
    assert price(made, 0) == "90"  # what was known stands until there is another
    qtbot.waitUntil(lambda: price(made, 0) == "180", timeout=2000)
    qtbot.waitUntil(lambda: tuple(keys) in asked, timeout=2000)
    assert set(asked) <= {(keys[0],), tuple(keys[:3]), tuple(keys)}
    asked.clear()
    made.film.set_shot(keys[1], stage=Stage.DRAWING, progress=0.1)
    qtbot.waitUntil(lambda: (keys[1],) in asked, timeout=2000)
    asked.clear()
    made.film.set_shot(keys[1], stage=Stage.DRAWING, progress=0.2)
    qtbot.wait(80)
    assert asked == []
    made.thumbnails.close()


def test_what_cannot_be_made_has_no_price_and_what_nobody_knows_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ListFilm.quote

    def quote(self: ListFilm, wishes: Iterable[Wish]) -> Quote:
        asked = tuple(wishes)
        found = whole(self, [wish for wish in asked if wish.key != self.keys()[4]])
        return replace(found, credits=None) if asked[0].key == self.keys()[3] else found

    monkeypatch.setattr(ListFilm, "quote", quote)
    made = Listed(qtbot, ListFilm(tmp_path))
    qtbot.waitUntil(lambda: price(made, 3) == "?", timeout=2000)
    assert price(made, 4) == ""
    made.thumbnails.close()


def test_a_state_is_a_shape_and_as_many_words_as_fit(listed: Listed) -> None:
    look, key = listed.view.look, listed.keys[0]
    seen = {}
    for stage in Stage:
        listed.film.set_shot(key, stage=stage, fetched=0.64)
        badge = state_badge(listed.film.shot(key), 0.0, look, place=2)
        assert fitting_words(badge, 116, look)
        seen[stage] = badge.shape, fitting_words(badge, 116, look)
    assert len(set(seen.values())) == len(seen)
    listed.film.set_shot(key, stage=Stage.DOWNLOADING, fetched=0.64)
    badge = state_badge(listed.film.shot(key), 0.0, look, place=0)
    assert fitting_words(badge, 400, look) == "Downloading 64\N{NO-BREAK SPACE}%"
    assert fitting_words(badge, 90, look) == "Fetching 64\N{NO-BREAK SPACE}%"


def test_of_what_flew_by_nothing_is_priced(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["title: Long", "scenes:", "  - id: s1", "    shots:"]
    lines += [f'      - {{id: "1.{n}", title: Shot, prompt: "A hill."}}' for n in range(400)]
    made = Listed(qtbot, ListFilm(tmp_path, "\n".join(lines) + "\n"))
    asked: set[str] = set()
    whole = ListFilm.quote

    def quote(self: ListFilm, wishes: Iterable[Wish]) -> Quote:
        given = tuple(wishes)
        if len(given) == 1:
            asked.add(given[0].key)
        return whole(self, given)

    monkeypatch.setattr(ListFilm, "quote", quote)
    bar = made.view.verticalScrollBar()
    for step in range(1, 61):
        bar.setValue(bar.maximum() * step // 60)
        made.view.grab()
    qtbot.waitUntil(lambda: made.keys[-1] in asked, timeout=5000)
    qtbot.waitUntil(lambda: not made.view.prices.waits, timeout=5000)
    assert len(asked) < 200
    made.thumbnails.close()
