"""Where the credits went: by scene, by element, by use; the parts add up to the whole."""

from __future__ import annotations

from collections.abc import Iterable

from topa_studio.model.costs import WASTE, Bill, Costs, Share, Use
from topa_studio.model.scenario import Scenario, Scene
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.choice import chosen_take
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.money.budget import credits_of, units
from topa_studio.pipeline.money.estimate import spent_on
from topa_studio.pipeline.money.uses import (
    Item,
    items_about,
    items_of,
    subjects_of_element,
    subjects_of_scene,
)


def costs_of(scenario: Scenario, board: Board) -> Costs:
    """The cost figures of a film."""
    scenes = tuple(_of_scene(scenario, scene, board) for scene in scenario.scenes)
    elements = tuple(
        _share(element.name, element.name, subjects_of_element(board, element.name), board)
        for element in scenario.elements
    )
    total = sum(spent_on(entry) for entry in board.entries())
    named = sum(units(share.credits) for share in (*scenes, *elements))
    made = [s for s in scenario.shots() if chosen_take(s, board.entry(Kind.CLIP, s.key))]
    seconds = float(sum(shot.duration for shot in made))
    spent = credits_of(total)
    items = items_of(scenario, board)
    return Costs(
        spent=spent,
        scenes=scenes,
        elements=elements,
        removed=Share("", "", credits_of(total - named), 0),
        uses=tuple(_used(use, items) for use in Use),
        finished_seconds=seconds,
        per_second=spent / seconds if seconds else None,
        learned=board.prices.learned(),
        without_price=sum(item.paid.credits is None for item in items),
    )


def bill_of(
    scenario: Scenario,
    board: Board,
    subjects: Iterable[Subject],
    *,
    estimated: float | None,
    left: float | None,
) -> Bill:
    """The money of these subjects; `estimated` and `left` are what others worked out."""
    about = tuple(dict.fromkeys(subjects))
    items = items_about(scenario, board, about)
    waste = sum(item.amount for item in items if item.paid.use in WASTE)
    return Bill(
        paid=tuple(sorted((item.paid for item in items), key=lambda paid: paid.at)),
        spent=credits_of(sum(item.amount for item in items)),
        waste=credits_of(waste),
        waiting=sum(_in_work(board, subject) for subject in about),
        estimated=estimated,
        left=left,
    )


def _in_work(board: Board, subject: Subject) -> int:
    """How many results of a subject are wished and not here yet."""
    if board.waiting_since(subject) is None:
        return 0
    sent = sum(job.is_sent for job in board.entry(*subject).open_jobs())
    return len(board.unsent(subject)) + sent or 1


def _used(use: Use, items: Iterable[Item]) -> Share:
    mine = [item.amount for item in items if item.paid.use is use]
    return Share(use, "", credits_of(sum(mine)), len(mine))


def _of_scene(scenario: Scenario, scene: Scene, board: Board) -> Share:
    return _share(scene.id, scene.title, subjects_of_scene(scenario, board, scene.id), board)


def _share(key: str, title: str, subjects: Iterable[Subject], board: Board) -> Share:
    found = [board.entry(*subject) for subject in subjects]
    count = sum(not take.is_own for entry in found for take in entry.takes.values())
    return Share(key, title, credits_of(sum(spent_on(entry) for entry in found)), count)
