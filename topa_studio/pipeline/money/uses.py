"""What became of what was paid for, result by result: each thousandth is in one use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from topa_studio.model.costs import Paid, Use
from topa_studio.model.scenario import Scenario
from topa_studio.model.take import Take
from topa_studio.model.wish import element_of
from topa_studio.pipeline.board import Board, Entry, Subject
from topa_studio.pipeline.choice import chosen_panel, chosen_take
from topa_studio.pipeline.job import Job, Kind, State
from topa_studio.pipeline.money.budget import charge, credits_of, units

_OF_SHOT = (Kind.CLIP, Kind.PANEL)
_DONE = {
    Kind.CLIP: Use.UNUSED,
    Kind.PANEL: Use.UNUSED,
    Kind.SCENE: Use.FILM,
    Kind.VIEW: Use.PICTURES,
}


@dataclass(frozen=True, slots=True)
class Item:
    """One `Paid` with its exact amount in thousandths."""

    paid: Paid
    amount: int


def items_of(scenario: Scenario, board: Board) -> list[Item]:
    """Everything that was paid for, of the film and of what was taken out of it."""
    return [
        item
        for subject, entry in board.subjects()
        for item in _items(scenario, board, subject, entry)
    ]


def items_about(scenario: Scenario, board: Board, subjects: Iterable[Subject]) -> list[Item]:
    """What was paid for of these subjects."""
    found = dict.fromkeys(subjects)
    return [i for s in found for i in _items(scenario, board, s, board.entry(*s))]


def subjects_of_scene(scenario: Scenario, board: Board, scene_id: str) -> list[Subject]:
    """A scene's shots with their panels, and the older pipeline's clips of the whole scene."""
    scene = next((each for each in scenario.scenes if each.id == scene_id), None)
    shots = () if scene is None else scene.shots
    whole = [
        (kind, key)
        for (kind, key), _entry in board.subjects()
        if kind is Kind.SCENE and key.partition("_part")[0] == scene_id
    ]
    return [*((kind, shot.key) for shot in shots for kind in _OF_SHOT), *whole]


def subjects_of_element(board: Board, name: str) -> list[Subject]:
    """An element's reference images, and what was drawn beside them, whatever it was called."""
    names = board.former.all_of(name)
    known = (subject for subject, _entry in board.subjects())
    return [
        *((Kind.VIEW, each) for each in names),
        *(s for s in known if s[0] is not Kind.VIEW and element_of(*s) in names),
    ]


def _items(scenario: Scenario, board: Board, subject: Subject, entry: Entry) -> Iterator[Item]:
    reading = _Reading(scenario, board, subject, entry)
    by_task = {take.task_id: take for take in entry.every_take() if take.task_id}
    own = {job.task_id for job in entry.jobs.values() if job.task_id}
    for job in list(entry.jobs.values()):
        take = by_task.get(job.task_id) if job.task_id else None
        cost = charge(job)
        if job.state is State.INTENT or (not cost and take is None):
            continue
        use = reading.use_of_job(job) if take is None else reading.use_of_take(take)
        known = cost if cost or job.credits is not None else None
        yield reading.item(job.wish.number, use, known, units(cost), job.finished or job.created)
    for take in entry.every_take():
        if not take.is_own and (not take.task_id or take.task_id not in own | reading.elsewhere):
            use = reading.use_of_take(take)
            yield reading.item(
                take.number, use, take.credits, units(take.credits or 0.0), take.made_at
            )


def _elsewhere(board: Board, subject: Subject) -> frozenset[str]:
    """Tasks of pictures that were paid for as others: anew, or under another name."""
    others = [(s, e) for s, e in board.subjects() if s[0].is_of_element and s != subject]
    jobs = (job.task_id for _subject, entry in others for job in entry.jobs.values())
    priced = (t.task_id for _s, entry in others for t in entry.every_take() if t.credits)
    return frozenset((*jobs, *priced))


class _Reading:
    """What one subject's results are to the film now."""

    def __init__(self, scenario: Scenario, board: Board, subject: Subject, entry: Entry) -> None:
        self._kind, self._key = subject
        self._entry = entry
        self._chosen: Take | None = None
        self._kept: Set[str] = frozenset()
        self.elsewhere: Set[str] = frozenset()
        self._is_former = False
        kind, key = subject
        if kind in _OF_SHOT:
            self._is_there = scenario.has_shot(key)
            if self._is_there:
                choose = chosen_take if kind is Kind.CLIP else chosen_panel
                self._chosen = choose(scenario.shot(key), entry)
        elif kind is Kind.SCENE:
            self._is_there = any(key.partition("_part")[0] == s.id for s in scenario.scenes)
        else:
            name = element_of(*subject)
            now = board.former.now(name) or name
            self._is_there = scenario.element(now) is not None
            views = board.entry(Kind.VIEW, now).takes.values()
            self._kept = {take.task_id for take in views if take.task_id}
            self._is_former = now != name and bool(self._kept)
            if any(take.task_id and take.credits is None for take in entry.every_take()):
                self.elsewhere = _elsewhere(board, subject)

    def item(self, number: int, use: Use, credits: float | None, amount: int, at: float) -> Item:
        """An amount of this subject."""
        shown = None if credits is None else credits_of(amount)
        return Item(Paid(self._kind, self._key, number, use, shown, at), amount)

    def use_of_take(self, take: Take) -> Use:
        """What a result is to the film."""
        if not self._is_there or take.number in self._entry.apart:
            return Use.REMOVED
        if self._kind not in (*_OF_SHOT, Kind.SCENE):
            if take.task_id in self._kept:
                return Use.PICTURES
            if self._kind is Kind.REDRAW:
                return Use.CANDIDATES
            return Use.TRASHED if self._is_former else Use.PICTURES
        if self._kind is Kind.SCENE or (self._chosen and take.number == self._chosen.number):
            return Use.PANELS if self._kind is Kind.PANEL else Use.FILM
        if take.marks.trashed:
            return Use.TRASHED
        return Use.REJECTED if take.marks.rejected else Use.UNUSED

    def use_of_job(self, job: Job) -> Use:
        """What a job without a result of its own is."""
        if not self._is_there:
            return Use.REMOVED
        if job.state is State.FAILED:
            return Use.FAILED
        if job.state is State.DONE:
            # It brought something which is not known as a result any more.
            return self._use_of_replaced(job)
        return Use.UNKNOWN if job.may_have_cost and job.state is not State.SENDING else Use.OPEN

    def _use_of_replaced(self, job: Job) -> Use:
        """A picture that was drawn anew and kept is the element's, and the one it replaced no more.

        What is kept stands under the number of the old one, with the task that drew it.
        """
        if self._kind not in (Kind.VIEW, Kind.REDRAW):
            return _DONE.get(self._kind, Use.CANDIDATES)
        if job.task_id in self._kept:
            return Use.PICTURES
        stands = self._kind is Kind.VIEW and job.wish.number in self._entry.takes
        return Use.TRASHED if stands else _DONE.get(self._kind, Use.CANDIDATES)
