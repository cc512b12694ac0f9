"""Which shots are shown: those of the filters and the search, and what is worked on."""

from __future__ import annotations

from collections.abc import Sequence

from topa_studio.model.scenario import Scenario, Shot
from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.tally import Filter, Tally
from topa_studio.ui.selection import Selection


class Filtering:
    """Tells the model what to show.

    Attributes:
        kinds: the chosen filters, of which a shot has to be in one; none: all shots are shown.
        found: keys of the shots that a search leaves; None: nothing is looked for.
        only: keys of the shots the film is narrowed to; None: to none.
    """

    def __init__(self, model: ShotsModel, tally: Tally, selection: Selection) -> None:
        self._model = model
        self._tally = tally
        self._selection = selection
        self._kept: frozenset[str] = frozenset()
        self.kinds: frozenset[Filter] = frozenset()
        self.found: frozenset[str] | None = None
        self.only: frozenset[str] | None = None

    def choose(self, kinds: frozenset[Filter], *, keeps: bool = False) -> None:
        """Show the shots of other filters, and with `keeps` also what is chosen."""
        self.kinds, self._kept = kinds - {Filter.ALL}, frozenset()
        if keeps:
            self.keep_chosen()
        self.show()

    def narrow(self, only: frozenset[str] | None) -> None:
        """Show these shots of the filter, and none besides."""
        self.only, self._kept = only, frozenset()
        self.show()

    def search(self, found: frozenset[str] | None, *, keeps: bool = False) -> None:
        """Show of all that only what was found, and with `keeps` also what is chosen."""
        self.found, self._kept = found, frozenset()
        if keeps:
            self.keep_chosen()
        self.show()

    def show(self) -> None:
        """Show what is in the filters now."""
        self._model.show_only(None if self.is_whole else self._left)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is hidden."""
        return not self.kinds and self.found is None and self.only is None

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

    def _left(self, shots: Sequence[Shot]) -> list[Shot]:
        """Those of these shots that are shown, asked for a scene at once."""
        found, only, kept = self.found, self.only, self._kept
        left = [shot for shot in shots if found is None or shot.key in found]
        if only is not None:
            left = [shot for shot in left if shot.key in only]
        if self.kinds:
            left = [shot for shot in left if self._tally.matches(self.kinds, shot.key)]
        if kept and len(left) < len(shots):
            keys = kept.union(shot.key for shot in left)
            return [shot for shot in shots if shot.key in keys]
        return left
