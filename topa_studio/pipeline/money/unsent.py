"""What a film will still cost: of all that is missing or in work, only what was not sent yet.

What was sent counts as spent from its first byte on, so the two never count the same twice.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import cast

from topa_studio.base.errors import StudioError
from topa_studio.model.request import Request
from topa_studio.pipeline.board import Entry
from topa_studio.pipeline.job import Job, Kind, State, Wish
from topa_studio.pipeline.money.estimate import Estimate


def unsent(estimate: Estimate, wishes: Iterable[Wish]) -> float | None:
    """Credits of these, and of the elements the shots need; None: not known."""
    steps = unsent_in_steps(estimate, wishes)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("float | None", end.value)


def unsent_in_steps(
    estimate: Estimate, wishes: Iterable[Wish]
) -> Generator[None, None, float | None]:
    """`unsent`, a wish a step, for a long film that must not keep others waiting."""
    requests: dict[tuple[str, str], Request] = {}
    elements: dict[str, None] = {}
    for wish in wishes:
        yield
        try:
            # A panel that its clip needs is the one that is wished alone.
            requests |= {(each.kind, wish.key): each for each in _of_shot(estimate, wish)}
            elements.update(dict.fromkeys(estimate.elements_of([wish])))
        except StudioError:
            continue
    views = [request for name in elements for request in _of_element(estimate, name)]
    return estimate.total([*requests.values(), *views])


def _of_shot(estimate: Estimate, wish: Wish) -> list[Request]:
    entry = estimate.board.entry(*wish.subject)
    back = not entry.takes and any(map(estimate.board.is_kept, entry.missed()))
    if back or _sent(entry):
        return []
    panel_sent = bool(_sent(estimate.board.entry(Kind.PANEL, wish.key)))
    return [each for each in estimate.requests(wish) if not (panel_sent and each.kind == "image")]


def _of_element(estimate: Estimate, name: str) -> list[Request]:
    sent = {job.wish.number for job in _sent(estimate.board.entry(Kind.VIEW, name))}
    views = estimate.numbered_views(name)
    return [request for number, request in views.items() if number not in sent]


def _sent(entry: Entry) -> list[Job]:
    return [job for job in entry.open_jobs() if job.state is not State.INTENT]
