"""The words of the small Generate buttons: quoted by the session, kept until something changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from topa_studio.model.status import RUNNING, Stage
from topa_studio.model.wish import clips
from topa_studio.ui.words import number, quote_word

if TYPE_CHECKING:
    from topa_studio.app.session import ProjectSession

translate = QCoreApplication.translate


_Offer = tuple[str, float | None]
_NOTHING: _Offer = ("", None)


class Costs:
    """What a press would make and cost, in words; "" where there is nothing to press."""

    def __init__(self, session: ProjectSession) -> None:
        self._session = session
        self._shots: dict[tuple[str, ...], _Offer] = {}
        self._scenes: dict[str, _Offer] = {}
        self._states: dict[str, tuple[bool, ...]] = {}

    def forget(self) -> None:
        """Something changed that prices or states hang on."""
        self._shots.clear()
        self._scenes.clear()

    def shots_changed(self, keys: Iterable[str]) -> None:
        """Forget what hangs on these shots, if more than their progress changed."""
        scenario = self._session.film
        for key in keys:
            state = self._state(key)
            if self._states.get(key) == state or not scenario.has_shot(key):
                continue
            self._states[key] = state
            self._scenes.pop(scenario.scene_of(key).id, None)
            for asked in [asked for asked in self._shots if key in asked]:
                del self._shots[asked]

    def _state(self, key: str) -> tuple[bool, ...]:
        status = self._session.shot(key)
        needs_you = status.stage is Stage.NEEDS_YOU
        return status.stage in RUNNING, status.chosen is None, needs_you

    def of_shot(self, key: str) -> str:
        """The button of one card."""
        return self.of_shots((key,))

    def of_shots(self, keys: Sequence[str]) -> str:
        """The button for these shots; those that are running are left out."""
        asked = tuple(keys)
        if asked not in self._shots:
            self._shots[asked] = self._shots_offer(asked)
        return self._shots[asked][0]

    def price_of(self, key: str) -> str:
        """The same in one number: the small button that has no room for words."""
        if not self.of_shot(key):
            return ""
        cost = self.shown_for((key,))
        if cost == 0:
            return translate("Timeline", "free")
        return "?" if cost is None else number(cost)

    def of_scene(self, scene_id: str) -> str:
        """The button for what is missing in a scene."""
        if scene_id not in self._scenes:
            self._scenes[scene_id] = self._scene_offer(scene_id)
        return self._scenes[scene_id][0]

    def shown_for(self, keys: Sequence[str]) -> float | None:
        """Credits on the button for these shots as it was last asked for; None: it was not."""
        return self._shots.get(tuple(keys), _NOTHING)[1]

    def shown_for_scene(self, scene_id: str) -> float | None:
        """Credits on the button of a scene as it was last asked for; None: it was not."""
        return self._scenes.get(scene_id, _NOTHING)[1]

    def _shots_offer(self, keys: tuple[str, ...]) -> _Offer:
        film, many = self._session.film, len(keys) > 1
        free = [key for key in keys if self._session.shot(key).stage not in RUNNING]
        free = [key for key in free if not (many and film.has_shot(key) and film.shot(key).locked)]
        if not free or self._session.read_only:
            return _NOTHING
        quote = self._session.quote(clips(*free))
        if not quote.shots:
            return _NOTHING
        price = quote_word(quote)
        words = translate("Timeline", "Generate · {price}")
        if quote.credits == 0:
            words = translate("Timeline", "Download again · free")
        elif len(free) > 1:
            words = translate("Timeline", "Generate {count} · {price}")
        elif self._session.shot(free[0]).chosen is not None:
            words = translate("Timeline", "Regenerate · {price}")
        return words.format(count=len(quote.shots), price=price), quote.credits

    def _scene_offer(self, scene_id: str) -> _Offer:
        missing = self._session.missing(scene_id)
        if not missing or self._session.read_only:
            return _NOTHING
        quote = self._session.quote(clips(*missing))
        if not quote.shots:
            return _NOTHING
        words = translate("Timeline", "Generate {count} · {price}")
        price = quote_word(quote)
        return words.format(count=len(quote.shots), price=price), quote.credits
