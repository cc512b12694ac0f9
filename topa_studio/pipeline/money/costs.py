"""Where the credits went: by scene, by element, unused, unknown; the parts add up to the whole."""

from __future__ import annotations

from collections.abc import Iterable

from topa_studio.model.costs import Costs, Share
from topa_studio.model.scenario import Scenario, Scene
from topa_studio.model.wish import element_of
from topa_studio.pipeline.board import Board, Entry
from topa_studio.pipeline.choice import chosen_panel, chosen_take
from topa_studio.pipeline.job import Job, Kind, State
from topa_studio.pipeline.money.budget import charge, credits_of, units
from topa_studio.pipeline.money.estimate import spent_on

_SHOT_KINDS = (Kind.CLIP, Kind.PANEL)


def costs_of(scenario: Scenario, board: Board) -> Costs:
    """The cost figures of a film."""
    scenes = tuple(_of_scene(scene, board) for scene in scenario.scenes)
    elements = tuple(
        _share(element.name, element.name, entries_of(element.name, board))
        for element in scenario.elements
    )
    total = sum(spent_on(entry) for entry in board.entries())
    named = sum(units(share.credits) for share in (*scenes, *elements))
    made = [s for s in scenario.shots() if chosen_take(s, board.entry(Kind.CLIP, s.key))]
    seconds = float(sum(shot.duration for shot in made))
    spent = credits_of(total)
    return Costs(
        spent=spent,
        scenes=scenes,
        elements=elements,
        removed=Share("", "", credits_of(total - named), 0),
        unused=_unused(scenario, board),
        unknown=_unknown(board),
        finished_seconds=seconds,
        per_second=spent / seconds if seconds else None,
        learned=board.prices.learned(),
    )


def entries_of(element: str, board: Board) -> list[Entry]:
    """All that was drawn of an element, kept or not."""
    return [entry for (kind, key), entry in board.subjects() if element_of(kind, key) == element]


def _of_scene(scene: Scene, board: Board) -> Share:
    entries = [board.entry(kind, shot.key) for shot in scene.shots for kind in _SHOT_KINDS]
    whole = [
        entry
        for (kind, key), entry in board.subjects()
        if kind is Kind.SCENE and (key == scene.id or key.startswith(f"{scene.id}_part"))
    ]
    return _share(scene.id, scene.title, [*entries, *whole])


def _share(key: str, title: str, entries: Iterable[Entry]) -> Share:
    found = list(entries)
    count = sum(not take.is_own for entry in found for take in entry.takes.values())
    return Share(key, title, credits_of(sum(spent_on(entry) for entry in found)), count)


def _unused(scenario: Scenario, board: Board) -> Share:
    amount = count = 0
    for shot in scenario.shots():
        for kind, choose in ((Kind.CLIP, chosen_take), (Kind.PANEL, chosen_panel)):
            entry = board.entry(kind, shot.key)
            kept = choose(shot, entry)
            jobs = {job.task_id: job for job in entry.jobs.values() if job.task_id}
            for take in entry.takes.values():
                if take is not kept and not take.is_own:
                    count += 1
                    job = jobs.get(take.task_id)
                    amount += units((take.credits if job is None else charge(job)) or 0.0)
    return Share("", "", credits_of(amount), count)


def _unknown(board: Board) -> Share:
    jobs = [job for entry in board.entries() for job in entry.jobs.values() if _is_unknown(job)]
    return Share("", "", credits_of(sum(units(charge(job)) for job in jobs)), len(jobs))


def _is_unknown(job: Job) -> bool:
    return job.may_have_cost and job.state is not State.SENDING
