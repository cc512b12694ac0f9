"""Credits: what a press would cost, what was spent; prices are those of the very requests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import cast

from topa_studio.base.errors import StudioError
from topa_studio.model.currency import shared
from topa_studio.model.request import Picture, Request
from topa_studio.model.scenario import NEXT, Element, Scenario, Shot
from topa_studio.model.status import EMPTY, Quote, Trouble
from topa_studio.model.take import Take
from topa_studio.model.wish import Redrawing
from topa_studio.pipeline.board import Board, Entry
from topa_studio.pipeline.choice import chosen_panel
from topa_studio.pipeline.compose import (
    Setup,
    clip_request,
    needed_elements,
    needs_panel,
    next_shot,
    panel_digests,
    panel_request,
    view_request,
)
from topa_studio.pipeline.freshness import (
    current_digest,
    panel_is_fresh,
    panel_made_before,
    pictured_as,
)
from topa_studio.pipeline.job import Job, Kind, State, Wish
from topa_studio.pipeline.missing import still_missing
from topa_studio.pipeline.money.budget import charge, credits_of, units
from topa_studio.pipeline.money.sums import Share, Sum, total
from topa_studio.pipeline.prices import Price

_LATER = Picture(path="", sha256="made-on-the-way")


@dataclass(frozen=True, slots=True)
class Estimate:
    """Prices the requests that a press would send; holds while film and setup stay the same.

    `digest` is of the request a shot would be sent with now, where somebody keeps that.
    """

    scenario: Scenario
    setup: Setup
    board: Board
    digest: Callable[[str], str | None] | None = field(default=None, repr=False, compare=False)
    _views: dict[tuple[str, int], Request] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def quote(self, wishes: Iterable[Wish]) -> Quote:
        """What making these takes, with the pictures made on the way."""
        steps = self.quote_in_steps(wishes)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return cast(Quote, end.value)

    def quote_in_steps(self, wishes: Iterable[Wish]) -> Generator[None, None, Quote]:
        """`quote`, a wish a step, for a long film that must not keep others waiting."""
        found = Sum()
        for wish in wishes:
            yield
            found.put(wish, self.share(wish))
        return self.quote_of(found)

    def quote_of(self, found: Sum) -> Quote:
        """What a press for all wishes of a sum would make and cost."""
        views = [request for name in found.names for request in self.views(name)]
        apart = found.apart()
        prices = found.prices + Counter([*map(self.price, views), *apart])
        return Quote(
            wishes=tuple(found.wishes),
            images=found.images + len(views) + len(apart),
            seconds=found.seconds,
            credits=total(prices),
            blocked=dict(found.blocked),
            learned=any(price.learned for price in prices),
            priced_on=min((price.date for price in prices if price.date), default=""),
            currency=shared(price.currency for price in prices),
        )

    def share(self, wish: Wish, *, once: bool = False) -> Share:
        """What one wish adds to a press; what was paid for adds nothing.

        `once`: what is on its way adds its price, as what is here does.
        """
        try:
            is_again = wish.variants > 0
            is_free = self.comes_back(wish) if once else self.is_paid(wish)
            requests = [] if is_free else self.requests(wish, anew=is_again)
            return self.share_of(wish, several(requests, wish.variants))
        except StudioError as error:
            return Share(blocked=Trouble(error.code, error.params))

    def share_of(self, wish: Wish, requests: Iterable[Request]) -> Share:
        """What a wish adds that is made by these requests, and needs its elements."""
        mine = list(requests)
        is_clip = wish.kind is Kind.CLIP
        ahead = self.ahead(wish) if is_clip and mine else None
        return Share(
            tuple(map(self.price, mine)),
            self.elements_of([wish]),
            sum(request.kind == "image" for request in mine),
            self.scenario.shot(wish.key).duration * max(1, wish.variants) if is_clip else 0,
            ahead=() if ahead is None else ((ahead[0], self.price(ahead[1])),),
        )

    def ahead(self, wish: Wish) -> tuple[str, Request] | None:
        """The next shot's key and panel, where a clip ends with that and it is still to be made.

        Raises StudioError: it cannot be made.
        """
        if self.scenario.shot(wish.key).end != NEXT:
            return None
        shot = next_shot(self.scenario, wish.key)
        panel = chosen_panel(shot, self.board.entry(Kind.PANEL, shot.key))
        setup = self.as_if_drawn(shot.key)
        if shot.still or (panel is not None and self._is_fresh(shot.key, panel, setup)):
            return None
        if shot.is_empty:
            number = self.scenario.number_of(shot.key)
            raise StudioError("pipeline.next-not-made", shot=number, reason=EMPTY)
        return shot.key, panel_request(self.scenario, shot.key, setup)

    def views(self, name: str) -> list[Request]:
        """The requests for an element's missing reference images."""
        return list(self.numbered_views(name).values())

    def numbered_views(self, name: str) -> dict[int, Request]:
        """The requests for an element's missing reference images, by the image's number."""
        element = self.scenario.element(name)
        if element is None:
            return {}
        pictures = self.setup.pictures.get(name, ())
        numbers = still_missing(element, self.board, pictures)
        return {number: self._view(element, number) for number in numbers}

    def _view(self, element: Element, number: int) -> Request:
        known = self._views.get((element.name, number))
        if known is None:
            front = _LATER if number > 1 else None
            known = view_request(self.scenario, element, number, self.setup, front)
            self._views[element.name, number] = known
        return known

    def price(self, request: Request) -> Price:
        """What one request costs, and where that is from."""
        return self.board.prices.of(self.setup.catalogue, request)

    def total(self, requests: Iterable[Request]) -> float | None:
        """Credits for all of `requests`; None where one price is not known."""
        return total(Counter(map(self.price, requests)))

    def elements_of(self, wishes: Iterable[Wish]) -> tuple[str, ...]:
        """Names of the elements whose reference images these need or are, each once."""
        names: dict[str, None] = {}
        for wish in wishes:
            if wish.kind.is_of_element:
                names.update({wish.key: None} if wish.kind is Kind.VIEW else {})
                continue
            for shot in self._shots_of(wish):
                names.update((e.name, None) for e in needed_elements(self.scenario, shot))
        return tuple(names)

    def _shots_of(self, wish: Wish) -> Iterator[Shot]:
        """The shot of a wish, and the one whose panel is made with it."""
        yield self.scenario.shot(wish.key)
        ahead = self.ahead(wish) if wish.kind is Kind.CLIP else None
        if ahead is not None:
            yield self.scenario.shot(ahead[0])

    def is_paid(self, wish: Wish) -> bool:
        """Whether a press brings home what was paid for, and sends nothing."""
        jobs = self.board.entry(*wish.subject).open_jobs()
        is_numbered = wish.kind is Kind.VIEW
        return not is_numbered and (self.comes_back(wish) or any(job.is_coming for job in jobs))

    def comes_back(self, wish: Wish) -> bool:
        """Whether its result is gone from the disk, and is fetched again for nothing."""
        entry = self.board.entry(*wish.subject)
        is_gone = wish.kind is not Kind.VIEW and not (wish.variants or entry.takes)
        return is_gone and any(map(self.board.is_kept, entry.missed()))

    def requests(self, wish: Wish, *, anew: bool = False) -> list[Request]:
        """The panel; or that, where one is missing, and the clip. Raises StudioError.

        Without what lies here already, made by the very same request; `anew`: with it. Reference
        images are apart (`views`), since shots share them.
        """
        found = self._all_of(wish)
        is_known = bool(self.board.made_before) and not wish.kind.is_of_element
        return found if anew or not is_known else self._unmade(wish, found)

    def made_before(self, wish: Wish) -> bool:
        """Whether its very request made it for another film here, or for a shot of old."""
        if not self.board.made_before or wish.kind.is_of_element:
            return False
        with suppress(StudioError):
            return not self.requests(wish)
        return False

    def _all_of(self, wish: Wish) -> list[Request]:
        key = wish.key
        match wish.kind:
            case Kind.CLIP:
                panel = chosen_panel(self.scenario.shot(key), self.board.entry(Kind.PANEL, key))
                return self._compose(key, panel)
            case Kind.PANEL:
                return [panel_request(self.scenario, key, self.as_if_drawn(key))]
            case Kind.REDRAW:
                return [self._redraw(Redrawing.of(key))]
            case _:
                return []

    def _redraw(self, drawn: Redrawing) -> Request:
        from topa_studio.pipeline.redrawing import front_of, redraw_request  # seldom needed

        front = None if front_of(drawn, self.setup) is None else _LATER
        return redraw_request(self.scenario, drawn, self.setup, front)

    def _unmade(self, wish: Wish, found: list[Request]) -> list[Request]:
        if any(map(self.views, self.elements_of([wish]))):
            return found
        film, setup, board, key = self.scenario, self.setup, self.board, wish.key
        if wish.kind is Kind.CLIP:
            sent = self.digest(key) if self.digest else current_digest(film, key, setup, board)
            own = {take.digest for take in board.entry(Kind.CLIP, key).every_take()}
            if sent and sent not in own and board.made_before.has_clip(film, sent):
                return []
        panels = board.entry(Kind.PANEL, key).takes
        if not found or panels or panel_made_before(film, key, setup, board) is None:
            return found
        return [request for request in found if request.kind != "image"]

    def panels(self, key: str) -> tuple[str, ...]:
        """Digests of the request a shot's panel is sent with, now and by earlier versions."""
        setup = self.as_if_drawn(key)
        found = panel_digests(self.scenario, key, setup)
        for film in self.board.former.films(self.scenario):
            found += panel_digests(film, key, pictured_as(film, self.scenario, setup))
        return found

    def barred(self, wish: Wish, clip: str | None = None) -> Job | None:
        """The job for which a batch leaves a wish; `clip` is the digest of its clip's request."""
        with suppress(StudioError):
            has_panel = any(each.kind == "image" for each in self.requests(wish))
            panels = self.panels(wish.key) if has_panel else ()
            found = (self.board.barred(wanted) for wanted in (*panels, clip))
            return next((job for job in found if job is not None), None)
        return self.board.barred(clip)

    def _compose(self, key: str, panel: Take | None) -> list[Request]:
        setup = self.as_if_drawn(key)
        found: list[Request] = []
        start = None
        if needs_panel(self.scenario, key, setup):
            start = _LATER
            if panel is None or not self._is_fresh(key, panel, setup):
                found.append(panel_request(self.scenario, key, setup))
        elif self.scenario.shot(key).start not in (None, "none"):
            start = _LATER
        end = _LATER if self.scenario.shot(key).end else None
        found.append(clip_request(self.scenario, key, setup, start, end))
        return found

    def _is_fresh(self, key: str, panel: Take, setup: Setup) -> bool:
        """Whether a panel that is there is not made again."""
        pinned = self.scenario.shot(key).panel is not None
        return pinned or panel_is_fresh(self.scenario, key, setup, self.board, panel)

    def as_if_drawn(self, key: str) -> Setup:
        """The setup as it will be once the missing reference images are there."""
        pictures = dict(self.setup.pictures)
        for element in needed_elements(self.scenario, self.scenario.shot(key)):
            there = pictures.get(element.name, ())
            missing = still_missing(element, self.board, there)
            later = (Picture("", f"{element.name}{number}, made on the way") for number in missing)
            pictures[element.name] = (*there, *later)
        return replace(self.setup, pictures=pictures)


def several(requests: Iterable[Request], variants: int) -> list[Request]:
    """The requests of a shot with its clip's as often as that is wished; 0 means once."""
    found = list(requests)
    return [*found, *(each for each in found if each.kind == "clip" for _ in range(variants - 1))]


def spent(board: Board) -> float:
    """Credits of all results, and of what is open: an unknown outcome counts as spent.

    As the gate of money counts (`admission.taken`), without what is only wished so far.
    """
    return credits_of(sum(spent_on(entry) for entry in board.entries()))


def left(budget: float | None, board: Board) -> float | None:
    """Credits that a film's budget still has; None: nothing limits it."""
    return None if budget is None else max(budget - spent(board), 0.0)


def spent_on(entry: Entry) -> int:
    """Thousandths of credits that went into one subject."""
    jobs = list(entry.jobs.values())
    sent = (job for job in jobs if job.state is not State.INTENT)
    own = {job.task_id for job in jobs if job.task_id}
    apart = (take.credits for take in entry.every_take() if take.task_id not in own)
    return sum(units(charge(job)) for job in sent) + sum(units(known or 0.0) for known in apart)
