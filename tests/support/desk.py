"""A desk for one pane that stands alone on the screen, without a window around it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.ui.commands.commands import Commands
from topa_studio.ui.desk import Desk, Told
from topa_studio.ui.notices.notices import NoticeBar
from topa_studio.ui.notices.toast import Toast
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.selection import Selection


class Alone(Desk):
    """A desk that keeps what its notices and commands belong to."""

    around: QWidget


def desk_for(session: ProjectSession, selection: Selection, scope: TaskScope) -> Desk:
    """What a pane is given; its notices are shown nowhere."""
    around = QWidget()
    told = Told(NoticeBar(around), Toast(around))
    made = Alone(session, selection, told, scope, Commands(around))
    made.around = around
    return made
