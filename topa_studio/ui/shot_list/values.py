"""What the cells of a shot say, in words: copied, read aloud, shown whole in a tooltip."""

from __future__ import annotations

import time
from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QCoreApplication

from topa_studio.app.session import DocumentChange
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.film.paper.choices import said as line_words
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.badge import badge_of
from topa_studio.ui.film.look import Look
from topa_studio.ui.film.shot_edits import (
    model_of,
    needs_frame,
    start_choices,
    start_word,
    used_elements,
)
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.film.words import takes_word, title_of
from topa_studio.ui.shot_list.columns import Column, spoken_word
from topa_studio.ui.shot_list.prices import NOTHING, UNKNOWN, Prices
from topa_studio.ui.words import credits_word, duration, mode_word, number, seconds_word, stage_word

translate = QCoreApplication.translate
_FAMILY = "Kling "


class Values:
    """Answers for the rows of `table`; `starts` are worked out once for each film, when asked."""

    def __init__(self, desk: Desk, table: FilmTable, prices: Prices) -> None:
        self._desk = desk
        self._table = table
        self._prices = prices
        self._begins: list[float] | None = None
        self._shots: tuple[Shot, ...] = ()
        self._at: dict[str, float] = {}

    @property
    def film(self) -> Scenario:
        """The film as it is now."""
        return self._desk.film

    def film_changed(self, _change: DocumentChange | None = None) -> None:
        """Moments of the film are others."""
        self._begins = None

    def begin_of(self, key: str) -> float:
        """When a shot begins in the film."""
        self._measure()
        return self._at.get(key, 0.0)

    def playing_at(self, seconds: float) -> tuple[str, float] | None:
        """The shot of a moment of the film, and how far into it that is, 0 to 1."""
        begins = self._measure()
        at = bisect_right(begins, seconds) - 1
        if not 0 <= at < len(self._shots):
            return None
        shot = self._shots[at]
        return shot.key, min(1.0, (seconds - begins[at]) / shot.seconds) if shot.seconds else 1.0

    def _measure(self) -> list[float]:
        if self._begins is None:
            self._shots = shots = self._desk.film.shots()
            self._begins = list(accumulate((s.seconds for s in shots), initial=0.0))[:-1]
            self._at = dict(zip((shot.key for shot in shots), self._begins, strict=True))
        return self._begins

    # Words.

    def quality(self, key: str) -> str:
        """Model and quality: "3.0 · Pro"."""
        settings = self._desk.session.settings(key)
        model = Catalogue.bundled().clip_model(settings.model)
        mode = settings.mode or model.default_mode
        return f"{model.title.removeprefix(_FAMILY)} · {mode_word(mode)}"

    def start(self, key: str) -> str:
        """What a shot starts from."""
        film = self._desk.film
        model = model_of(self._desk.session, key)
        needs = needs_frame(film, key, model)
        return start_word(*start_choices(film, key, needs_frame=needs))

    def sound(self, key: str) -> str:
        """Whether the clip is made with sound."""
        session = self._desk.session
        on = session.settings(key).sound and model_of(session, key).has_sound
        return translate("ShotSettings", "On") if on else translate("ShotSettings", "Off")

    def elements(self, shot: Shot) -> tuple[str, ...]:
        """Who is in a shot."""
        return used_elements(self._desk.film, shot)

    def price(self, key: str) -> str:
        """What making it anew costs; "" as long as that is not known."""
        return price_word(self._prices.of_shot(key))

    def scene_price(self, scene_id: str) -> str:
        """What making each of its shots once costs."""
        return price_word(self._prices.of_scene(scene_id))

    def text(self, row: int, column: Column, look: Look) -> str:
        """A cell in plain words; a picture has none."""
        shots = self._table.shots
        shot, status = shots.shot(row), shots.status(row)
        match column:
            case Column.NUMBER:
                return shots.number(row)
            case Column.PICTURE:
                return ""
            case Column.TITLE:
                return shot.title
            case Column.WORDS:
                return shot.prompt
            case Column.ELEMENTS:
                return " ".join(f"@{name}" for name in self.elements(shot))
            case Column.SECONDS:
                return number(shot.duration)
            case Column.TAKES:
                return takes_word(status)
            case Column.STATE:
                badge = badge_of(status, time.time(), look, self._table.offers.place(shot.key))
                return badge.long if badge is not None else stage_word(status.stage)
        return self.setting(shot, column)

    def setting(self, shot: Shot, column: Column) -> str:
        """A cell that says nothing of how far a shot is."""
        key = shot.key
        match column:
            case Column.QUALITY:
                return self.quality(key)
            case Column.COST:
                return self.price(key)
            case Column.STARTS_AT:
                return duration(self.begin_of(key))
            case Column.START:
                return self.start(key)
            case Column.SOUND:
                return self.sound(key)
            case Column.NOTES:
                return shot.notes
            case Column.LINES:
                return "\n".join(map(line_words, shot.lines))
        return ""

    def spoken(self, row: int, column: Column, look: Look) -> str:
        """A cell for a screen reader: "Seconds, 5, shot 3.3"."""
        said = self.text(row, column, look)
        shots = self._table.shots
        shot, status = shots.shot(row), shots.status(row)
        if column is Column.PICTURE:
            said = title_of(shot)
        elif column is Column.COST and said:
            said = credits_word(self._prices.of_shot(shot.key))
        elif column is Column.STATE and shot.locked:
            said = translate("ShotList", "{state}, accepted").format(state=said)
        elif column is Column.TITLE and (ticked := self._table.offers.box(shot.key)) is not None:
            on, off = translate("ShotCard", "ticked"), translate("ShotCard", "not ticked")
            said = f"{title_of(shot)}, {on if ticked else off}"
        elif column is Column.TAKES and status.chosen is not None and len(status.takes) > 1:
            chosen = translate("ShotCard", "take {number} chosen")
            said = f"{said}, {chosen.format(number=status.chosen.number)}"
        said = said or translate("ShotList", "empty")
        place = translate("ShotList", "shot {number}").format(number=shots.number(row))
        return f"{spoken_word(column)}, {said}, {place}"

    def shown_seconds(self, shot: Shot) -> str:
        """The length that is asked of the model, with its unit."""
        return seconds_word(shot.duration)


def price_word(credits: float | None) -> str:
    """A price in one number; "" as long as it is not known."""
    if credits in (UNKNOWN, NOTHING):
        return ""
    if credits == 0:
        return translate("Timeline", "free")
    return "?" if credits is None else number(credits)
