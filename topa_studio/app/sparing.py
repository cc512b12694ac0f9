"""Takes that are good as they are, though they would be made otherwise now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from topa_studio.app.making.production import Production
from topa_studio.app.tasks import Slices
from topa_studio.model.marks import Marking, TakeRef
from topa_studio.pipeline.freshness import Freshness


async def spared(
    production: Production, freshness: Freshness, keys: Iterable[str]
) -> tuple[Marking, ...]:
    """Marks for the takes of these shots that `freshness` finds out of date; the others need none.

    They count until what the shots would be made with becomes another again.
    """
    slices, film, found = Slices(), production.scenario, []
    for key in dict.fromkeys(keys):
        await slices.rest()
        take = production.stands(key).chosen if film.has_shot(key) else None
        if take is not None and freshness.is_out_of_date(key, take):
            after = replace(take.marks, fits=freshness.digest(key, take) or "")
            found.append(Marking(TakeRef(key, take.number), take.marks, after))
    return tuple(found)
