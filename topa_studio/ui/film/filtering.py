"""Which shots the timeline shows: those of the chosen filter, and what is worked on among them."""

from __future__ import annotations

from topa_studio.model.scenario import Scenario
from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.tally import Filter, Tally
from topa_studio.ui.selection import Selection


class Filtering:
    """Tells the model what to show.

    Attributes:
        value: the chosen filter. only: keys of the shots the film is narrowed to; None: to none.
    """

    def __init__(self, model: ShotsModel, tally: Tally, selection: Selection) -> None:
        self._model = model
        self._tally = tally
        self._selection = selection
        self._kept: frozenset[str] = frozenset()
        self.value = Filter.ALL
        self.only: frozenset[str] | None = None

    def choose(self, kind: Filter, *, keeps: bool = False) -> None:
        """Show the shots of another filter, and with `keeps` also what is chosen."""
        self.value, self._kept = kind, frozenset()
        if keeps:
            self.keep_chosen()
        self.show()

    def narrow(self, only: frozenset[str] | None) -> None:
        """Show these shots of the filter, and none besides."""
        self.only, self._kept = only, frozenset()
        self.show()

    def show(self) -> None:
        """Show what is in the filter now."""
        is_whole = self.value is Filter.ALL and self.only is None
        self._model.show_only(None if is_whole else self._shows)

    def keep_chosen(self) -> None:
        """What is being worked on does not vanish as soon as it is not in the filter any more."""
        shots = self._selection.shots
        self._kept = frozenset(key for key in shots if self._model.row(key) is not None)

    def hides_chosen(self, film: Scenario) -> bool:
        """Whether something that is chosen is in the film and not shown."""
        shots, scene = self._selection.shots, self._selection.scene
        if any(self._model.row(key) is None and film.has_shot(key) for key in shots):
            return True
        return scene is not None and scene not in {each.id for each in self._model.scenes}

    def _shows(self, key: str) -> bool:
        if key in self._kept:
            return True
        return (self.only is None or key in self.only) and self._tally.matches(self.value, key)
