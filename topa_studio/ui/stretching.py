"""Makes shots longer or shorter: by an edge of a card, or by keys for all that are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from topa_studio.app.lengths import price_of_length
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField
from topa_studio.film.ladder import Source, shown_of
from topa_studio.film.stretch import Length, Stretch, is_other, seconds_of, stepped
from topa_studio.film.trim import used_of
from topa_studio.media.probe import Probe
from topa_studio.model.rate import rate_of
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.words import count_word
from topa_studio.ui.places import in_order
from topa_studio.ui.player.trims import trim_edit, whole_frames
from topa_studio.ui.words import credits_word, seconds_word

translate = QCoreApplication.translate


class Stretching:
    """For one window; `facts` of clips (paths relative to the film's home), None: not known."""

    def __init__(self, desk: Desk, facts: Callable[[str], Probe | None]) -> None:
        self._desk, self._session, self._facts = desk, desk.session, facts
        self._prices: dict[tuple[str, int], float | None] = {}
        desk.commands.join(
            {
                "shorter": lambda: self.step(-1),
                "longer": lambda: self.step(1),
                "shorter_anew": lambda: self.step(-1, anew=True),
                "longer_anew": lambda: self.step(1, anew=True),
            }
        )

    def begin(self, key: str) -> Stretch | None:
        """How a shot stands, before it is stretched; None: nothing can be changed."""
        film = self._desk.film
        if not self._desk.editable or not film.has_shot(key):
            return None
        self._prices.clear()
        shot, rate = film.shot(key), rate_of(film.film.fps)
        limits = Catalogue.bundled().clip_model(self._session.settings(key).model).limits
        shown = shown_of(shot, self._session.shot(key))
        used = None
        if shown.source is Source.CLIP:
            used = used_of(shot, rate, whole_frames(shot, shown, rate, self._facts))
        return Stretch(shot.duration, limits.min_seconds, limits.max_seconds, rate, used)

    def words(self, key: str, before: Stretch, length: Length) -> str:
        """What is told while a hand holds the edge: "6 s · 162 cr", "4.3 s · −17 frames"."""
        seconds = seconds_word(seconds_of(length, before.rate))
        if isinstance(length, int):
            price = self._price(key, length)
            return seconds if price is None else f"{seconds} · {credits_word(price)}"
        by = length.frames - (before.used or length).frames
        if not by:
            return seconds
        sign = "+" if by > 0 else "\N{MINUS SIGN}"
        frames = translate("Stretching", "%n frames", "", abs(by))
        return f"{seconds} · {sign}{frames}"

    def apply(self, key: str, before: Stretch, length: Length) -> None:
        """The shot is so long from now on."""
        if is_other(before, length) and self._desk.film.has_shot(key):
            number = self._desk.film.number_of(key)
            label = translate("Stretching", "Change length of shot {number}")
            if not isinstance(length, int):
                label = translate("PlayerPane", "Trim shot {number}")
            self._desk.apply(label.format(number=number), *self._edits(key, before, length))

    def step(self, step: int, *, anew: bool = False) -> None:
        """All chosen shots a step longer or shorter, as one undo step."""
        keys = in_order(self._desk.film, self._desk.selection.shots)
        label = translate("Stretching", "Change length of {shots}")
        label = label.format(shots=count_word("shots", len(keys)))
        self._desk.telling.emit()
        held = "+".join(keys) if len(keys) < 20 else str(hash(keys))
        self._desk.rework(
            label,
            lambda: self._stepped(keys, step, anew),
            coalesce=f"stretch/{anew}/{held}",
        )

    def _stepped(self, keys: Sequence[str], step: int, anew: bool) -> list[Edit]:
        edits: list[Edit] = []
        for key in keys:
            before = self.begin(key)
            length = None if before is None else stepped(before, step, anew=anew)
            if before is not None and length is not None and is_other(before, length):
                edits += self._edits(key, before, length)
        if keys and not edits:
            words = translate("Stretching", "It cannot be longer than this.")
            if step < 0:
                words = translate("Stretching", "It cannot be shorter than this.")
            self._desk.tell(words)
        return edits

    def _edits(self, key: str, before: Stretch, length: Length) -> list[Edit]:
        shot = self._desk.film.shot(key)
        if not isinstance(length, int):
            return [trim_edit(shot, length, before.rate)]
        edits: list[Edit] = [SetField(ShotTarget(key), "duration", length)]
        # What was cut of the clip that is there says nothing about the one to be made.
        return [*edits, UnsetField(ShotTarget(key), "trim")] if shot.trim is not None else edits

    def _price(self, key: str, seconds: int) -> float | None:
        if (key, seconds) not in self._prices:
            self._prices[key, seconds] = price_of_length(self._session, key, seconds)
        return self._prices[key, seconds]
