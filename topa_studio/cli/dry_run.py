"""`--dry-run`: each request as it would be sent, and what it would cost; nothing is sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from topa_studio.app.session import ProjectSession
from topa_studio.base.words import say
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.cli.ending import MADE, NOT_ALL
from topa_studio.cli.printing import tell, tell_json
from topa_studio.cli.summary import title_of
from topa_studio.model.currency import shared
from topa_studio.model.request import Request
from topa_studio.model.status import Stage, Trouble
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.money.estimate import Estimate, several
from topa_studio.pipeline.prices import Price
from topa_studio.provider.service import service


async def shots(session: ProjectSession, wishes: Sequence[Wish]) -> int:
    """Print what making these clips or panels would send, pictures on the way included."""
    estimate = session.wishes.estimate()
    held = await session.wishes.picture_troubles(wishes)
    quote = session.quote(wish for wish in wishes if wish not in held)
    for name in estimate.elements_of(quote.wishes):
        _print(f"@{name}", estimate.views(name), estimate)
    for wish in quote.wishes:
        number = session.film.number_of(wish.key)
        title = f"{number} {title_of(session, wish.key)}"
        if not wish.variants and estimate.made_before(wish):
            tell(f"# {title}: made here before, taken over for nothing")
        requests = estimate.requests(wish, anew=wish.variants > 0)
        _print(title, several(requests, wish.variants), estimate)
        ahead = estimate.ahead(wish) if wish.kind is Kind.CLIP else None
        if ahead is not None and Wish(Kind.CLIP, ahead[0]) not in wishes:
            _print(f"{session.film.number_of(ahead[0])} (its panel)", [ahead[1]], estimate)
    troubles = {**held, **{wish: (trouble,) for wish, trouble in quote.blocked.items()}}
    for wish in (wish for wish in wishes if wish in troubles):
        number = session.film.number_of(wish.key)
        for trouble in troubles[wish]:
            tell(f"{number}: cannot be sent: {say(trouble.code, trouble.params)}")
    total = "price unknown" if quote.credits is None else quote.currency.words(quote.credits)
    count = sum(max(1, wish.variants) for wish in quote.wishes if wish.kind is Kind.CLIP)
    counts = f"{count} clips, {quote.images} pictures, {total}"
    bad = {trouble for found in held.values() for trouble in map(_path_of, found)}
    if bad:
        counts += f"; {len(bad)} {'picture' if len(bad) == 1 else 'pictures'} cannot be sent"
    tell(f"dry run: {counts}; nothing was sent")
    return NOT_ALL if _no_budget(session) or troubles else MADE


def _path_of(trouble: Trouble) -> str:
    return str(trouble.params.get("path", ""))


def elements(session: ProjectSession, names: Iterable[str]) -> int:
    """Print what making these elements' pictures would send."""
    estimate = session.wishes.estimate()
    views = {name: estimate.views(name) for name in names}
    for name, requests in views.items():
        _print(f"@{name}", requests, estimate)
    every = [request for requests in views.values() for request in requests]
    total, money = estimate.total(every), shared(estimate.price(one).currency for one in every)
    price_words = "price unknown" if total is None else money.words(total)
    tell(f"dry run: {len(every)} pictures, {price_words}; nothing was sent")
    return NOT_ALL if _no_budget(session) else MADE


def uploads(session: ProjectSession) -> int:
    """Print which pictures would be uploaded."""
    for element in session.film.elements:
        for path in session.element(element.name).pictures:
            tell(f"@{element.name}: {path}")
    tell("dry run: nothing was sent")
    return MADE


def downloads(session: ProjectSession) -> int:
    """Print which jobs would be asked about."""
    for line in session.queue():
        if line.stage is not Stage.NEEDS_YOU:
            tell(f"{line.kind} {line.key}: {line.stage}")
    tell("dry run: nothing was asked")
    return MADE


def _no_budget(session: ProjectSession) -> bool:
    """Whether none of it could be sent, as what may be spent cannot be read; says so."""
    mistake = session.spending.mistake
    if mistake is not None:
        tell(say(mistake.code, mistake.params))
    return mistake is not None


def _print(title: str, requests: Iterable[Request], estimate: Estimate) -> None:
    catalogue = Catalogue.bundled()
    for request in requests:
        model = catalogue.model_for(request)
        if model is None:
            continue
        urls = {p.sha256: f"<upload of {p.path or p.sha256}>" for p in request.pictures()}
        cost = _words(estimate.price(request))
        tell(f"# {title}: {model.id}, {cost}")
        tell_json(service(model.provider).body(model, request, urls))


def _words(price: Price) -> str:
    """What something costs, and how that is known where it is from a receipt."""
    if price.credits is None:
        return "? credits"
    learned = f", learned from your receipts ({price.date})" if price.learned else ""
    return f"{price.currency.words(price.credits)}{learned}"
