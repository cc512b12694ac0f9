"""Why the whole queue stands still, in a line, and what the user can do about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.model.status import Trouble
from topa_studio.ui.desk import DAY_BUDGET, KEY

CONTINUE, FILM_BUDGET, CLOSE = "continue", "film", "close"
_BY_ITSELF = frozenset({"pipeline.offline", "pipeline.woke"})
_KEYS = frozenset({"provider.key-refused", "provider.key-limit", "provider.key-malformed"})
_BUDGETS = {
    "pipeline.all-over-film-budget": FILM_BUDGET,
    "pipeline.all-over-day-budget": DAY_BUDGET,
}
_IDS = frozenset({"pipeline.id-not-stored", "pipeline.id-kept-apart"})
REBUILT = "pipeline.state-rebuilt"
translate = QCoreApplication.translate


def passes(code: str) -> bool:
    """Whether a notice with this code is about the queue, though it stops nothing."""
    return code in _BUDGETS or code == "pipeline.disk"


def carries_task_id(code: str) -> bool:
    """Whether a notice with this code tells a task id that the disk did not take."""
    return code in _IDS


def acts_of(trouble: Trouble, *, stops: bool) -> tuple[tuple[str, str], ...]:
    """Acts (name, words of the button); `stops`: nothing is sent until Continue is pressed."""
    code = trouble.code
    if code in _BY_ITSELF:
        return ()
    if code == REBUILT:
        return ((CONTINUE, translate("Queue", "I have checked: spend again")),)
    found = []
    if code in _KEYS:
        found.append((KEY, translate("Queue", "Key…")))
    if code in _BUDGETS:
        found.append((_BUDGETS[code], translate("Queue", "Change the budget…")))
    if stops:
        found.append((CONTINUE, translate("Queue", "Continue")))
    else:
        found.append((CLOSE, translate("Queue", "Close")))
    return tuple(found)
