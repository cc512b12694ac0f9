"""`generate-shots`: clips of the shots that are named, also several of each from one request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.cli import dry_run as dry
from topa_studio.cli.edit_words import target_of
from topa_studio.cli.limits import Limits, make
from topa_studio.cli.printing import tell
from topa_studio.cli.report import Report
from topa_studio.cli.summary import shots_summary, title_of
from topa_studio.cli.work import Common, on_film
from topa_studio.document.edits import ShotTarget
from topa_studio.model.status import Dearer
from topa_studio.model.wish import Wish, clips, variants


def generate_shots(
    common: Common,
    scenario: str,
    shots: Sequence[str],
    count: int,
    dry_run: bool,
    concurrency: int | None,
    limits: Limits,
) -> int:
    """Make clips of these shots, `count` of each from the very same request; 0: one that lacks."""

    async def work(session: ProjectSession) -> int:
        named = tuple(dict.fromkeys(_key(session, word) for word in shots))
        accepted = [key for key in named if session.film.shot(key).locked]
        keys = [key for key in named if key not in accepted]
        wishes = [wish for key in keys for wish in (variants(key, count) if count else clips(key))]
        left = [f"{_name(session, key)}: not made: it is accepted" for key in accepted]
        if dry_run:
            for line in left:
                tell(line)
            return await dry.shots(session, wishes)
        with Report(session) as report:
            await session.collect()
            shown = await _told(session, wishes, limits)
            before = {wish: len(session.takes.of(wish.key)) for wish in wishes}
            unlisten = session.dearer.connect(lambda dearer: left.append(_dearer(session, dearer)))
            held = await make(session, wishes, shown)
            unlisten()
        lines = [*left, *held]
        for wish in wishes:
            line = _lacks(session, wish, before[wish])
            if line and not any(_name(session, wish.key) in told for told in lines):
                lines.append(line)
        return report.end(shots_summary(session, named, lines))

    return on_film(common, scenario, "generate-shots", work, dry_run, concurrency)


async def _told(session: ProjectSession, wishes: Sequence[Wish], limits: Limits) -> Limits:
    """Tell the one price of all; nothing dearer than that is sent."""
    quote = await session.batch(wishes, consent=limits.consent, run=limits.run)
    count = sum(max(1, wish.variants) for wish in quote.wishes)
    price = "price unknown"
    if quote.credits is not None:
        price = quote.currency.words(quote.credits)
    tell(f"{count} {'clip' if count == 1 else 'clips'}, {quote.images} pictures: {price}")
    return replace(limits, shown=quote.credits)


def _dearer(session: ProjectSession, dearer: Dearer) -> str:
    names = ", ".join(_name(session, wish.key) for wish in dearer.wishes)
    return f"{names}: not made: it costs {dearer.cost:g} credits by now; give the command again"


def _lacks(session: ProjectSession, wish: Wish, before: int) -> str:
    """How many of the variants came; "" where all did."""
    came = len(session.takes.of(wish.key)) - before
    if came >= wish.variants:
        return ""
    return f"{_name(session, wish.key)}: {came} of {wish.variants} variants made"


def _name(session: ProjectSession, key: str) -> str:
    return f"{session.film.number_of(key)} {title_of(session, key)}"


def _key(session: ProjectSession, word: str) -> str:
    """Raises ProjectError: there is no such shot."""
    target = target_of(session.film, word)
    if not isinstance(target, ShotTarget):
        raise ProjectError("project.edit-no-shot", target=word)
    return target.key
