"""What a film will still cost: of all that is missing or in work, only what was not sent yet.

What was sent counts as spent from its first byte on, so the two never count the same twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from topa_studio.base.errors import StudioError
from topa_studio.model.request import Request
from topa_studio.pipeline.board import Entry
from topa_studio.pipeline.job import Job, Kind, State, Wish
from topa_studio.pipeline.money.estimate import Estimate, several
from topa_studio.pipeline.money.sums import Share, Sum, total


def unsent(estimate: Estimate, clips: Sum, others: Iterable[Wish] = ()) -> float | None:
    """Credits of these clips, of pictures wished alone, and of the elements they need.

    None: not known. `clips` holds what `unsent_share` gave.
    """
    prices, names = clips.prices + Counter(clips.apart()), dict.fromkeys(clips.names)
    for wish in others:
        known = clips.wishes.get(Wish(Kind.CLIP, wish.key))
        share = unsent_share(estimate, wish)
        if share is not None:
            names.update(dict.fromkeys(share.names))
            # A panel that its clip needs is the one that is wished alone.
            prices.update(() if known is not None and known.images else share.prices)
    views = (request for name in names for request in _of_element(estimate, name))
    prices.update(Counter(map(estimate.price, views)))
    return total(prices)


def unsent_of(estimate: Estimate, wishes: Iterable[Wish]) -> float | None:
    """Credits of these clips alone, counted anew."""
    clips = Sum()
    for wish in wishes:
        clips.put(wish, unsent_share(estimate, wish))
    return unsent(estimate, clips)


def unsent_share(estimate: Estimate, wish: Wish) -> Share | None:
    """What of a wish was not sent yet; None where it cannot be."""
    try:
        share = estimate.share_of(wish, _of_shot(estimate, wish))
    except StudioError:
        return None
    panels = (estimate.board.entry(Kind.PANEL, key) for key, _price in share.ahead)
    return replace(share, ahead=()) if any(map(_sent, panels)) else share


def _of_shot(estimate: Estimate, wish: Wish) -> list[Request]:
    entry = estimate.board.entry(*wish.subject)
    back = not entry.takes and any(map(estimate.board.is_kept, entry.missed()))
    variants = len(estimate.board.unsent(wish.subject))
    if (back or _sent(entry)) and not variants:
        return []
    panel_sent = bool(_sent(estimate.board.entry(Kind.PANEL, wish.key)))
    requests = estimate.requests(wish, anew=variants > 0)
    return several((r for r in requests if not (panel_sent and r.kind == "image")), variants)


def _of_element(estimate: Estimate, name: str) -> list[Request]:
    sent = {job.wish.number for job in _sent(estimate.board.entry(Kind.VIEW, name))}
    views = estimate.numbered_views(name)
    return [request for number, request in views.items() if number not in sent]


def _sent(entry: Entry) -> list[Job]:
    return [job for job in entry.open_jobs() if job.state is not State.INTENT]
