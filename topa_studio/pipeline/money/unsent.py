"""What a film will still cost: of all that is missing or in work, only what was not sent yet.

What was sent counts as spent from its first byte on, so the two never count the same twice.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import cast

from topa_studio.base.errors import StudioError
from topa_studio.model.request import Request
from topa_studio.pipeline.board import Entry
from topa_studio.pipeline.job import Job, Kind, State
from topa_studio.pipeline.money.estimate import Estimate


def unsent(estimate: Estimate, keys: Iterable[str], names: Iterable[str] = ()) -> float | None:
    """Credits of these shots and elements, and of the elements the shots need; None: not known."""
    steps = unsent_in_steps(estimate, keys, names)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("float | None", end.value)


def unsent_in_steps(
    estimate: Estimate, keys: Iterable[str], names: Iterable[str]
) -> Generator[None, None, float | None]:
    """`unsent`, a shot a step, for a long film that must not keep others waiting."""
    requests: list[Request] = []
    elements = dict.fromkeys(names)
    for key in keys:
        yield
        try:
            requests += _of_shot(estimate, key)
        except StudioError:
            continue
        elements.update(dict.fromkeys(estimate.elements_of([key])))
    for name in elements:
        requests += _of_element(estimate, name)
    return estimate.total(requests)


def _of_shot(estimate: Estimate, key: str) -> list[Request]:
    clips = estimate.board.entry(Kind.CLIP, key)
    back = not clips.takes and any(map(estimate.board.is_kept, clips.gone.values()))
    if back or _sent(clips):
        return []
    panel_sent = bool(_sent(estimate.board.entry(Kind.PANEL, key)))
    return [each for each in estimate.requests(key) if not (panel_sent and each.kind == "image")]


def _of_element(estimate: Estimate, name: str) -> list[Request]:
    sent = {job.wish.number for job in _sent(estimate.board.entry(Kind.VIEW, name))}
    views = estimate.numbered_views(name)
    return [request for number, request in views.items() if number not in sent]


def _sent(entry: Entry) -> list[Job]:
    return [job for job in entry.open_jobs() if job.state is not State.INTENT]
