"""Two fixes for a mention of nobody: make the element, or choose another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from topa_studio.document.reading.suggest import near_name
from topa_studio.model.scripts_without_spaces import likely_name
from topa_studio.ui.widgets.plain import plain_act

translate = QCoreApplication.translate


def add_fixes(
    menu: QMenu,
    name: str,
    known: Sequence[str],
    make: Callable[[str], object],
    choose: Callable[[str], object],
) -> None:
    """Put the fixes of a mention of `name` at the top of a menu; the most alike comes first."""
    new = likely_name(name)
    words = translate("Fixes", "Make element @{name}…").format(name=new)
    fixes = [QAction(plain_act(words), menu)]
    fixes[0].triggered.connect(lambda: make(new))
    for other in _alike_first(name, known):
        words = translate("Fixes", "Replace with @{name}").format(name=other)
        fix = QAction(plain_act(words), menu)
        fix.triggered.connect(lambda _on=False, other=other: choose(other))
        fixes.append(fix)
    first = menu.actions()[0] if menu.actions() else None
    for fix in fixes:
        menu.insertAction(first, fix) if first is not None else menu.addAction(fix)
    if first is not None:
        menu.insertSeparator(first)


def _alike_first(name: str, known: Iterable[str]) -> list[str]:
    names = list(known)
    best = near_name(name, names)
    return sorted(names, key=lambda other: other != best)
