"""What the Generate buttons of elements offer: how many images, for how many credits."""

from __future__ import annotations

from collections.abc import Iterable

from topa_studio.app.session import ProjectSession
from topa_studio.model.status import RUNNING
from topa_studio.model.wish import reference_images


def images_offer(session: ProjectSession, names: Iterable[str]) -> tuple[int, float | None]:
    """How many images these elements miss that are not being made, and what they cost.

    The cost is None where a price is not known.
    """
    count, cost = 0, 0.0
    known = True
    for name in names:
        if session.element(name).stage in RUNNING:
            continue
        if session.elements.why_waits(name) is not None:
            continue
        quote = session.quote(reference_images(name))
        count += quote.images
        known = known and quote.credits is not None
        cost += quote.credits or 0.0
    return count, cost if known else None
