"""`comments`: what others said of the film, out of the file that a review page saves."""

from __future__ import annotations

from pathlib import Path

from topa_studio.app.comments import Taken, take_comments
from topa_studio.app.opening import Opening
from topa_studio.base.words import say
from topa_studio.cli.ending import MADE, NOT_ALL
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell
from topa_studio.cli.work import Common


def comments(common: Common, file: str, scenario: str, *, other_film: bool) -> int:
    """Pin the comments of a review on the film's shots; 1 where some have no shot in it."""

    async def work() -> int:
        how = Opening(what="comments", must_write=True, allow_outside=common.allow_outside)
        async with opened(Path(scenario), how) as session:
            label = f"Comments from {Path(file).name}"
            taken = await take_comments(session, Path(file), label, other_film=other_film)
            await session.save()
        return _tell(taken)

    return run(work)


def _tell(taken: Taken) -> int:
    found = taken.pinned
    shots = len(found.shots)
    tell(f"{_count(found.added, 'comment')} on {_count(shots, 'shot')}")
    if found.there:
        were = "was" if found.there == 1 else "were"
        tell(f"{found.there} {were} in the film already")
    for pin in found.gone:
        named = pin.named or pin.shot
        tell(say("paper.comment-gone", {"shot": named, "text": pin.comment.text}), err=True)
    for place in taken.unread:
        tell(say("paper.no-comment", {"place": place}), err=True)
    return NOT_ALL if found.gone or taken.unread else MADE


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
