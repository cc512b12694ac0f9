"""When something was, and what an earlier version would change, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from topa_studio.app.file.difference import Difference
from topa_studio.app.session import DocumentChange
from topa_studio.document.history.backups import AGES
from topa_studio.model.scenario import Scenario
from topa_studio.ui.film.words import title_of

_NAMED = 6
translate = QCoreApplication.translate


def ago(when: datetime, now: datetime) -> str:
    """How long ago: "just now", "5 minutes ago", "2 hours ago", "3 days ago"."""
    count = int((now - when).total_seconds() // 60)
    if count < 1:
        return translate("Past", "just now")
    if count < 60:
        return translate("Past", "%n minutes ago", "", count)
    count //= 60
    if count < 24:
        return translate("Past", "%n hours ago", "", count)
    count //= 24
    return translate("Past", "%n days ago", "", count)


def age_word(when: datetime, now: datetime) -> str:
    """The caption of its age; copies are thinned by the same ages."""
    words = (
        translate("Past", "The last hour"),
        translate("Past", "The last 24 hours"),
        translate("Past", "The last 7 days"),
        translate("Past", "Older"),
    )
    return words[sum(now - when > limit for limit in AGES)]


def difference_lines(found: Difference) -> list[str]:
    """What bringing that version back would do, a line for each kind of thing."""
    change = found.change
    before, after = change.before, change.after
    lines = _shot_lines(change)
    scenes = _changed_scenes(before, after)
    if scenes:
        count, named = len(scenes), ", ".join(scenes)
        lines.append(translate("Past", "%n scenes change: {named}", "", count).format(named=named))
    elif change.scenes and not lines:
        lines.append(translate("Past", "The order of shots or scenes changes"))
    names = [name for name in change.elements if before.element(name) != after.element(name)]
    if names:
        count, named = len(names), ", ".join(f"@{name}" for name in sorted(names))
        told = translate("Past", "%n elements change: {named}", "", count)
        lines.append(told.format(named=named))
    if change.film:
        lines.append(translate("Past", "The film's settings change"))
    if not lines:
        lines.append(translate("Past", "Only comments, blanks or the order of lines change"))
    count = found.lines
    return [translate("Past", "%n lines differ from the film now", "", count), *lines]


def _shot_lines(change: DocumentChange) -> list[str]:
    lines = []
    changed = change.shots - change.added - change.removed
    if changed:
        count, named = len(changed), _named(change.after, changed)
        lines.append(translate("Past", "%n shots change: {named}", "", count).format(named=named))
    if change.added:
        count, named = len(change.added), _named(change.after, change.added)
        told = translate("Past", "%n shots come back: {named}", "", count)
        lines.append(told.format(named=named))
    if change.removed:
        count, named = len(change.removed), _named(change.before, change.removed)
        lines.append(translate("Past", "%n shots go: {named}", "", count).format(named=named))
    return lines


def _named(film: Scenario, keys: Iterable[str]) -> str:
    wanted = frozenset(keys)
    shots = [shot for shot in film.shots() if shot.key in wanted]
    named = [f"{film.number_of(shot.key)} {title_of(shot)[:40]}" for shot in shots[:_NAMED]]
    return ", ".join([*named, *(["…"] if len(shots) > _NAMED else [])])


def _changed_scenes(before: Scenario, after: Scenario) -> list[str]:
    """Titles of scenes that come, go, or differ in themselves."""
    old, new = (
        {scene.id: replace(scene, shots=()) for scene in film.scenes} for film in (before, after)
    )
    scenes = [scene for scene in {**old, **new}.values() if old.get(scene.id) != new.get(scene.id)]
    return [scene.title or scene.id for scene in scenes]
