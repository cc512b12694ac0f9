"""What a press on several shots would take, as the page shows it; looked up, nothing is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import StudioError
from topa_studio.model.status import NO_CONSENT, RUNNING, Consent, Quote, Stage, Trouble
from topa_studio.model.wish import Wish


@dataclass(frozen=True, slots=True)
class Priced:
    """Where prices are from: `learned` from receipts, `date` of the oldest of the table, or ""."""

    learned: bool = False
    date: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """One press.

    Attributes:
        whole: all that can be sent; `fits` of it is all of it where the budgets hold it.
        fitting: what the budgets hold, where they do not hold all; None where they hold nothing.
        first: the first of several scenes, where the budgets hold it.
        blocked: shots that cannot be sent, with the reason.
        waiting: shots that need the user first.
        same: shots whose very request has a take already, with the take's number.
        unpriced: shots of which a price is not known.
    """

    whole: Quote
    fitting: Quote | None
    first: Quote | None
    priced: Priced
    blocked: Mapping[Wish, Trouble]
    waiting: tuple[str, ...]
    same: Mapping[Wish, int]
    unpriced: tuple[Wish, ...]

    @property
    def holds(self) -> bool:
        """Whether the budgets hold all of it."""
        return len(self.whole.fits) == len(self.whole.wishes)

    @property
    def takes(self) -> int:
        """How many clips are made, where several are wished of a shot; else 0."""
        return self.takes_in(self.whole)

    def takes_in(self, part: Quote) -> int:
        """The same of what is sent of it."""
        several = any(wish.variants for wish in self.whole.wishes)
        return sum(max(1, wish.variants) for wish in part.wishes) if several else 0

    @property
    def is_whole(self) -> bool:
        """Whether all that was pressed can be sent, and there is nothing to tell of it before."""
        left_out = (*self.blocked, *self.waiting, *self.same, *self.unpriced)
        return bool(self.whole.shots) and self.holds and not left_out


async def look(session: ProjectSession, wishes: Iterable[Wish], consent: Consent) -> Batch:
    """What a press for these clips would take now. Raises StudioError: nothing can be sent."""
    batch = session.batch
    free, waiting = _free(session, wishes)
    plain = await batch(free)
    allowed = plain if consent == NO_CONSENT else await batch(free, consent=consent)
    able = [each for each in allowed.wishes if consent.no_price or each not in allowed.unpriced]
    whole = allowed if len(able) == len(allowed.wishes) else await batch(able, consent=consent)
    fitting = None
    if whole.fits and len(whole.fits) < len(able):
        fitting = await batch(whole.fits, consent=consent)
    return Batch(
        whole=whole,
        fitting=fitting,
        first=await _first_scene(session, able, consent),
        priced=_priced(session, able),
        blocked=allowed.blocked,
        waiting=waiting,
        same=plain.same,
        unpriced=allowed.unpriced,
    )


def _free(
    session: ProjectSession, wishes: Iterable[Wish]
) -> tuple[tuple[Wish, ...], tuple[str, ...]]:
    """Clips that may be sent, and shots that need the user first; one that runs or has no words
    yet is neither.
    """
    film = session.film
    stages = {wish: session.shot(wish.key).stage for wish in wishes if film.has_shot(wish.key)}
    idle = RUNNING | {Stage.NEEDS_YOU, Stage.EMPTY}
    free = tuple(wish for wish, stage in stages.items() if stage not in idle)
    return free, tuple(w.key for w, stage in stages.items() if stage is Stage.NEEDS_YOU)


async def _first_scene(
    session: ProjectSession, able: Sequence[Wish], consent: Consent
) -> Quote | None:
    film = session.film
    scenes = list(dict.fromkeys(film.scene_of(wish.key).id for wish in able))
    if len(scenes) < 2:
        return None
    first = min(scenes, key=[scene.id for scene in film.scenes].index)
    wishes = [wish for wish in able if film.scene_of(wish.key).id == first]
    quote = await session.batch(wishes, consent=consent)
    return quote if len(quote.fits) == len(wishes) else None


def _priced(session: ProjectSession, wishes: Iterable[Wish]) -> Priced:
    estimate = session.wishes.estimate()
    learned, dates = False, set()
    for wish in wishes:
        try:
            prices = [estimate.price(request) for request in estimate.requests(wish)]
        except StudioError:
            continue
        learned = learned or any(price.learned for price in prices)
        dates |= {price.date for price in prices if price.date and not price.learned}
    return Priced(learned, min(dates, default=""))
