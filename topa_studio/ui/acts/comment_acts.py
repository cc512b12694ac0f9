"""A review's file of comments, dropped on the window or chosen: pinned on the film's shots."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.ui.desk import Desk
from topa_studio.ui.dialogs import confirm
from topa_studio.ui.drops.one_drop import OneDrop
from topa_studio.ui.words import quoted, sentence

if TYPE_CHECKING:
    from topa_studio.app.comments import Taken

_TOLD = 3


class CommentActs(QObject):
    """Works for the window that the desk is of."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        window = desk.parent()
        assert isinstance(window, QWidget)
        self._window, self._desk = window, desk
        drops = OneDrop(window, _is_taken)
        drops.dropped.connect(lambda path: self.take(Path(path)))
        desk.commands.join({"bring_comments": lambda: desk.look(self._ask)})

    async def _ask(self) -> None:
        from topa_studio.ui.dialogs import choose_file

        title = self.tr("Comments that a review page saved")
        home = self._desk.session.path("")
        chosen = await choose_file(self._window, title, home, kinds=f"{title} (*.json)")
        if chosen is not None:
            self.take(chosen)

    def take(self, path: Path) -> None:
        """Put the comments of a file on their shots, and say what became of them."""
        self._desk.start(lambda: self._take(path))

    async def _take(self, path: Path) -> None:
        from topa_studio.app.comments import take_comments

        label = self.tr("Comments from {name}").format(name=path.name)
        self._desk.forget_answer()
        try:
            try:
                taken = await take_comments(self._desk.session, path, label)
            except ProjectError as error:
                if error.code != "paper.comments-of-other" or not await self._is_meant(error):
                    raise
                taken = await take_comments(self._desk.session, path, label, other_film=True)
        except StudioError as error:
            if error.code != "paper.comments-of-other":
                self._desk.answer("error", sentence(error.code, error.params))
            return
        self._tell(path.name, taken)

    async def _is_meant(self, error: ProjectError) -> bool:
        details = self.tr(
            "They are on {title}. The shots that would get them here may show something else."
        )
        return await confirm(
            self._window,
            self.tr("These are comments on another film"),
            details.format(title=quoted(str(error.params["title"]))),
            yes=self.tr("Take them all the same"),
            no=self.tr("Leave them"),
        )

    def _tell(self, name: str, taken: Taken) -> None:
        found = taken.pinned
        parts = [self.tr("%n comments came from {name}.", "", found.added).format(name=name)]
        if found.there:
            parts.append(self.tr("%n were in the film already.", "", found.there))
        if taken.unread:
            parts.append(self.tr("%n are no comments and were left out.", "", len(taken.unread)))
        if not (found.gone or taken.unread):
            self._desk.tell(" ".join(parts))
            return
        if found.gone:
            count = len(found.gone)
            parts.append(self.tr("%n are on shots that are not in the film:", "", count))
        parts += [f"{pin.named or pin.shot} {quoted(pin.comment.text)}"
                  for pin in found.gone[:_TOLD]]  # fmt: skip
        self._desk.answer("warning", " ".join(parts))


def _is_taken(path: Path) -> bool:
    if path.suffix.casefold() != ".json":
        return False
    from topa_studio.app.comments import may_be_comments

    return may_be_comments(path)
