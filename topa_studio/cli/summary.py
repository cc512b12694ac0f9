"""The last line of a command: how many are made, failed, need you; and its exit code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from topa_studio.app.session import ProjectSession
from topa_studio.base.words import say
from topa_studio.cli.ending import MADE, NOT_ALL
from topa_studio.model.status import EMPTY, RUNNING, Stage, Trouble


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of shots or elements; `troubles` and `hints` are lines to read.

    `held_back` counts what a budget did not hold, made before or not.
    """

    made: int
    failed: int
    need_you: int
    running: int
    missing: int
    troubles: tuple[str, ...]
    hints: tuple[str, ...] = ()
    held_back: int = 0

    def line(self) -> str:
        """`23 made, 0 failed, 0 need you`, and what else there is."""
        parts = [f"{self.made} made", f"{self.failed} failed", f"{self.need_you} need you"]
        if self.running:
            parts.append(f"{self.running} still being made")
        if self.missing:
            parts.append(f"{self.missing} not made")
        return ", ".join(parts)

    @property
    def exit_code(self) -> int:
        """0 where all is made."""
        open_ends = self.failed or self.need_you or self.running or self.missing or self.held_back
        return NOT_ALL if open_ends else MADE


def shots_summary(
    session: ProjectSession, keys: Iterable[str], held: Sequence[str] = ()
) -> Summary:
    """How these shots stand; one with a good take counts as made only if nothing went wrong.

    `held` are lines about what a budget held back.
    """
    stages: list[Stage] = []
    troubles: list[str] = list(held)
    hints = [f"hint: {_words(hint)}" for hint in _element_hints(session)]
    for key in keys:
        status = session.shot(key)
        name = f"{session.film.number_of(key)} {title_of(session, key)}".strip()
        unsendable = status.stage is Stage.NOT_MADE and status.mistake is not None
        stages.append(Stage.FAILED if unsendable else status.stage)
        if unsendable:
            troubles.append(f"{name}: {Stage.FAILED}: {_words(status.mistake)}")
        elif status.stage is Stage.EMPTY:
            hints.append(f"hint: {name}: {_words(EMPTY)}")
        elif status.stage in (Stage.FAILED, Stage.NEEDS_YOU, Stage.MISSING):
            troubles.append(f"{name}: {status.stage}: {_words(status.trouble)}")
        elif status.stage is Stage.NOT_MADE and status.trouble is not None:
            troubles.append(f"{name}: {_words(status.trouble)}")
        elif status.stage is Stage.MADE and status.trouble is not None:
            troubles.append(f"{name}: not made again: {_words(status.trouble)}")
        flags = () if status.chosen is None else status.chosen.flags
        hints += [f"hint: {name}: {say(flag, {})}" for flag in flags]
    return replace(_count(stages, troubles, hints), held_back=len(held))


def panels_summary(
    session: ProjectSession, keys: Iterable[str], held: Sequence[str] = ()
) -> Summary:
    """How the panels of these shots stand."""
    stages: list[Stage] = []
    troubles: list[str] = list(held)
    for key in keys:
        status = session.shot(key)
        stages.append(status.panel_stage)
        if status.panel_stage in (Stage.FAILED, Stage.NEEDS_YOU, Stage.MISSING):
            name = f"{session.film.number_of(key)} {title_of(session, key)}".strip()
            troubles.append(f"{name}: {status.panel_stage}: {_words(status.trouble)}")
    return replace(_count(stages, troubles, []), held_back=len(held))


def _element_hints(session: ProjectSession) -> list[Trouble]:
    elements = session.film.elements
    return [hint for e in elements if (hint := session.element(e.name).hint) is not None]


def elements_summary(session: ProjectSession, held: Sequence[str] = ()) -> Summary:
    """How the film's elements stand; one that nothing describes is sent as words, not counted."""
    stages: list[Stage] = []
    troubles: list[str] = list(held)
    for element in session.film.elements:
        status = session.element(element.name)
        if not status.wanted and not element.image_urls:
            continue
        made = status.stage is Stage.NOT_MADE and bool(element.image_urls)
        stages.append(Stage.MADE if made else status.stage)
        if status.stage in (Stage.FAILED, Stage.NEEDS_YOU):
            troubles.append(f"@{element.name}: {status.stage}: {_words(status.trouble)}")
    hints = [f"hint: {_words(hint)}" for hint in _element_hints(session)]
    return replace(_count(stages, troubles, hints), held_back=len(held))


def title_of(session: ProjectSession, key: str) -> str:
    """The shot's title, or the start of its words."""
    shot = session.film.shot(key)
    return shot.title or shot.prompt[:40]


def _count(stages: list[Stage], troubles: list[str], hints: list[str]) -> Summary:
    return Summary(
        made=stages.count(Stage.MADE),
        failed=stages.count(Stage.FAILED),
        need_you=stages.count(Stage.NEEDS_YOU),
        running=sum(stage in RUNNING for stage in stages),
        missing=stages.count(Stage.NOT_MADE) + stages.count(Stage.MISSING),
        troubles=tuple(troubles),
        hints=tuple(hints),
    )


def _words(trouble: Trouble | None) -> str:
    return "" if trouble is None else say(trouble.code, trouble.params)
