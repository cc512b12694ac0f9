"""What the user asks of the film, as acts on the session; what costs goes through `pressing`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtWidgets import QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.ui.editing import Editing
from topa_studio.ui.in_place import spot_of
from topa_studio.ui.pressing.press import Pressing
from topa_studio.ui.tasks import TaskScope


class Acts:
    """Acts of the window; each may be called from any slot.

    `flush` tells words that are still in fields, so that what is made is what is read.

    Attributes:
        pressing: what happens between a press on Generate and the sending.
    """

    def __init__(
        self,
        window: QWidget,
        session: ProjectSession,
        editing: Editing,
        scope: TaskScope,
        flush: Callable[[], None],
    ) -> None:
        self._window = window
        self._session = session
        self._editing = editing
        self._scope = scope
        self._flush = flush
        self.pressing = Pressing(window, session, editing, scope, flush)

    def generate(
        self,
        keys: Sequence[str],
        shown: float | None = None,
        button: QWidget | None = None,
        *,
        told: bool = False,
    ) -> None:
        """Make a clip of each shot, after what has to be asked or told before.

        `shown` are the credits on the button that was pressed, where it told them; `button` is
        that button, None where it is the shot's own card or a key. `told`: see `Pressing.shots`.
        """
        where = None if button is None else spot_of(button)
        self.pressing.shots(keys, shown, where, told=told)

    def generate_scene(self, scene_id: str, shown: float | None = None) -> None:
        """Make what is missing in a scene."""
        self.generate(self._session.missing(scene_id), shown)

    def generate_elements(
        self, names: Sequence[str], shown: float | None = None, button: QWidget | None = None
    ) -> None:
        """Make the missing reference images of these elements."""
        self.pressing.elements(names, shown, None if button is None else spot_of(button))

    def toggle_pause(self) -> None:
        """Send nothing new, or send again."""
        if self._session.paused:
            self._session.resume()
        else:
            self._session.pause()

    def undo(self) -> None:
        """Take back the last edit, words still in fields included."""
        self._flush()
        self._scope.carry_out(self._step(self._session.undo))

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._flush()
        self._scope.carry_out(self._step(self._session.redo))

    async def _step(self, step: Callable[[], Awaitable[None]]) -> None:
        await self._editing.settled()
        await step()
