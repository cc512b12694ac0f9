"""What a request costs: what the newest receipt of its like says, else the model's dated table."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.catalogue.prices import price
from topa_studio.model.costs import Learned
from topa_studio.model.currency import CREDITS, Currency
from topa_studio.model.options import Options
from topa_studio.model.request import Request
from topa_studio.pipeline.job import Job, State
from topa_studio.provider.service import service

Like = tuple[str, str, bool, int, int, Options]


@dataclass(frozen=True, slots=True)
class Price:
    """Credits (None: nobody knows them), and where that is from.

    Attributes:
        learned: from a receipt of this folder, not from the table.
        date: of the receipt or the table, "2026-08-22".
        currency: whose money it is told in.
    """

    credits: float | None
    learned: bool = False
    date: str = ""
    currency: Currency = CREDITS


@dataclass(slots=True)
class PriceBook:
    """Prices learned from receipts, by all that a price depends on."""

    _learned: dict[Like, tuple[float, float]] = field(default_factory=dict)

    def learn(self, job: Job) -> None:
        """A job is done: what the service took for it, if it said so, is its price from now on.

        A result that cost nothing teaches nothing: a gift is no price.
        """
        if job.state is not State.DONE or job.request is None or not job.credits:
            return
        like = _like(job.request)
        if job.credits > 0 and self._learned.get(like, (0.0, 0.0))[1] <= job.finished:
            self._learned[like] = (job.credits, job.finished)

    def learned(self) -> tuple[Learned, ...]:
        """Every price that receipts taught, for people."""
        return tuple(
            Learned(_words(like), credits, _day(at))
            for like, (credits, at) in sorted(self._learned.items())
        )

    def of(self, catalogue: Catalogue, request: Request) -> Price:
        """The price of a request."""
        known = self._learned.get(_like(request))
        currency = service(catalogue.provider_of(request)).currency
        if known is not None:
            return Price(known[0], learned=True, date=_day(known[1]), currency=currency)
        model = catalogue.model_for(request)
        if model is None:
            return Price(None)
        asked = price(model, request)
        credits = None if asked is None else asked * currency.credits
        return Price(credits, date=model.priced_on, currency=currency)


def _day(at: float) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(at))


def _words(like: Like) -> str:
    """A kind of request in its own words: "kling-3.0/video pro 5s sound", "nano-banana-2 +1"."""
    model, mode, sound, seconds, pictures, options = like
    told = "".join(f" {name}={value}" for name, value in options)
    if not mode:
        return f"{model} +{pictures}{told}" if pictures else f"{model}{told}"
    return f"{model} {mode} {seconds}s{' sound' if sound else ''}{told}"


def _like(request: Request) -> Like:
    """What the price of a request depends on; `mode` is the resolution."""
    # A number, as a seed is, costs nothing; a word or a switch may.
    options = tuple(each for each in request.options if isinstance(each[1], bool | str))
    if request.kind == "image":
        return (request.model, "", False, 0, len(request.references), options)
    pictured = int(request.start is not None)
    return (request.model, request.mode, request.sound, request.duration, pictured, options)
