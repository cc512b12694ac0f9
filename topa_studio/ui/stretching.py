"""Makes shots longer or shorter: by an edge of a card, or by keys for all that are chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from topa_studio.app.lengths import price_of_lengths
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
from topa_studio.ui.player.trims import trim_edits, whole_frames
from topa_studio.ui.words import credits_word, seconds_word

translate = QCoreApplication.translate
Changes = Mapping[str, tuple[Stretch, Length]]
# The price for more would keep the hand waiting that holds the edge.
_MOST = 200


class Stretching:
    """For one window; `facts` of clips (paths relative to the film's home), None: not known."""

    def __init__(self, desk: Desk, facts: Callable[[str], Probe | None]) -> None:
        self._desk, self._session, self._facts = desk, desk.session, facts
        self._stretched: dict[str, tuple[Stretch, Length]] = {}
        self._prices: dict[tuple[tuple[str, int], ...], float | None] = {}
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

    def chosen(self) -> tuple[str, ...]:
        """The shots that are chosen, which are stretched together."""
        return in_order(self._desk.film, self._desk.selection.shots)

    def words(self, changes: Changes) -> str:
        """What is told while a hand holds the edge: "6 s · 162 cr", "4.3 s · −17 frames".

        Of several, what they last and cost together: "3 shots · 17 s · 459 cr".
        """
        several = len(changes) > 1
        said = [count_word("shots", len(changes))] if several else []
        lasts = sum(seconds_of(length, before.rate) for before, length in changes.values())
        said.append(seconds_word(lasts))
        frames = [
            length.frames - (before.used or length).frames
            for before, length in changes.values()
            if not isinstance(length, int)
        ]
        if by := sum(frames):
            sign = "+" if by > 0 else "\N{MINUS SIGN}"
            said.append(sign + translate("Stretching", "%n frames", "", abs(by)))
        made = {
            key: length
            for key, (before, length) in changes.items()
            if isinstance(length, int) and (not several or is_other(before, length))
        }
        price = self._price(made) if made else None
        return " · ".join(said if price is None else [*said, credits_word(price)])

    def apply(self, changes: Changes) -> None:
        """The shots are so long from now on, as one undo step."""
        film = self._desk.film
        other = {
            key: (before, length)
            for key, (before, length) in changes.items()
            if is_other(before, length) and film.has_shot(key)
        }
        if not other:
            return
        edits = [edit for key, change in other.items() for edit in self._edits(key, *change)]
        label = translate("Stretching", "Change length of {shots}")
        label = label.format(shots=count_word("shots", len(other)))
        if len(other) == 1:
            ((key, (_, length)),) = other.items()
            label = translate("Stretching", "Change length of shot {number}")
            if not isinstance(length, int):
                label = translate("PlayerPane", "Trim shot {number}")
            label = label.format(number=film.number_of(key))
        self._desk.apply(label, *edits)

    def step(self, step: int, *, anew: bool = False) -> None:
        """All chosen shots a step longer or shorter, as one undo step."""
        keys = self.chosen()
        label = translate("Stretching", "Change length of {shots}")
        label = label.format(shots=count_word("shots", len(keys)))
        self._desk.telling.emit()
        held = "+".join(keys) if len(keys) < 20 else str(hash(keys))
        self._desk.rework(
            label,
            lambda: self._stepped(keys, step, anew),
            coalesce=f"stretch/{anew}/{held}",
        )
        if anew and len(keys) > 1:
            self._desk.look(self._tell_price)

    async def _tell_price(self) -> None:
        """What is made anew at other lengths costs so much together."""
        await self._desk.settled()
        if told := self._stretched:
            self._desk.tell_undoable(self.words(told))

    def _stepped(self, keys: Sequence[str], step: int, anew: bool) -> list[Edit]:
        edits: list[Edit] = []
        self._stretched.clear()
        for key in keys:
            before = self.begin(key)
            length = None if before is None else stepped(before, step, anew=anew)
            if before is not None and length is not None and is_other(before, length):
                edits += self._edits(key, before, length)
                self._stretched[key] = before, length
        if keys and not edits:
            words = translate("Stretching", "It cannot be longer than this.")
            if step < 0:
                words = translate("Stretching", "It cannot be shorter than this.")
            self._desk.tell(words)
        return edits

    def _edits(self, key: str, before: Stretch, length: Length) -> list[Edit]:
        shot = self._desk.film.shot(key)
        if not isinstance(length, int):
            return trim_edits(shot, length, before.rate)
        edits: list[Edit] = [SetField(ShotTarget(key), "duration", length)]
        # What was cut of the clip that is there says nothing about the one to be made.
        return [*edits, UnsetField(ShotTarget(key), "trim")] if shot.trim is not None else edits

    def _price(self, lengths: Mapping[str, int]) -> float | None:
        asked = tuple(lengths.items())
        if len(asked) > _MOST:
            return None
        if asked not in self._prices:
            self._prices[asked] = price_of_lengths(self._session, lengths)
        return self._prices[asked]
