"""`takes`: what the user does with takes from the command line; `edit undo` takes it back."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from topa_studio.app.opening import Opening
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import say
from topa_studio.cli.edit_words import target_of
from topa_studio.cli.ending import MADE
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell
from topa_studio.cli.work import Common
from topa_studio.document.edits import ShotTarget
from topa_studio.model.marks import TakeRef
from topa_studio.model.take import Take
from topa_studio.provider.service import service


def takes(common: Common, scenario: str, words: Sequence[str], panels: bool) -> int:
    """List the takes of the film, or do what `words` say ("star 2/3 1")."""

    async def work() -> int:
        how = Opening(
            what="takes",
            practice=common.practice,
            config=None if common.config is None else Path(common.config),
            allow_outside=common.allow_outside,
            look_only=not words,
            must_write=bool(words),
        )
        async with opened(Path(scenario), how) as session:
            session.notices.connect(lambda notice: tell(say(notice.code, notice.params)))
            if words:
                await _act(session, words, panels)
                await session.save()
            else:
                _list(session, panels)
        return MADE

    return run(work)


async def _act(session: ProjectSession, words: Sequence[str], panels: bool) -> None:
    """Raises StudioError: the words are none of these, or it cannot be done."""
    match list(words):
        case ["bring", shot, file]:
            ref = await session.takes.bring(_key(session, shot), Path(file), panel=panels)
            tell(f"{'panel' if panels else 'take'} {ref.number}")
        case ["choose", shot, number]:
            await session.takes.choose(_ref(session, shot, number, panels))
        case ["note", shot, number, *text]:
            await session.takes.note(_ref(session, shot, number, panels), " ".join(text))
        case [verb, shot, first, *more] if verb in _VERBS:
            refs = [_ref(session, shot, number, panels) for number in (first, *more)]
            await _several(session, verb, refs)
        case _:
            raise ProjectError("project.takes-words", words=" ".join(words))


_VERBS = ("star", "unstar", "reject", "unreject", "trash", "restore")


async def _several(session: ProjectSession, verb: str, refs: Sequence[TakeRef]) -> None:
    room = session.takes
    match verb:
        case "star" | "unstar":
            await room.star(refs, on=verb == "star")
        case "reject" | "unreject":
            await room.reject(refs, on=verb == "reject")
        case "trash":
            await room.trash(refs)
        case "restore":
            await room.restore(refs)


def _key(session: ProjectSession, word: str) -> str:
    target = target_of(session.film, word)
    if not isinstance(target, ShotTarget):
        raise ProjectError("project.edit-no-shot", target=word)
    return target.key


def _ref(session: ProjectSession, shot: str, number: str, panels: bool) -> TakeRef:
    key, digits = _key(session, shot), number.removeprefix("P" if panels else "T")
    if not digits.isdecimal() or len(digits) > 6:
        raise ProjectError("project.takes-words", words=f"{shot} {number}")
    return TakeRef(key, int(digits), panels)


def _list(session: ProjectSession, panels: bool) -> None:
    for scene in session.film.scenes:
        for shot in scene.shots:
            status = session.shot(shot.key)
            chosen = status.panel if panels else status.chosen
            found = session.takes.of(shot.key, panel=panels)
            for take in found:
                tell(f"{scene.id}/{shot.id}  {_line(take, is_chosen=take == chosen)}")


def _line(take: Take, *, is_chosen: bool) -> str:
    marks, cost = take.marks, ""
    if take.credits is not None:
        money = service(take.provider).currency
        cost = f"{money.amount(take.credits):g} {money.unit or 'cr'}"
    words = (
        "chosen" if is_chosen else "",
        "star" if marks.star else "",
        "rejected" if marks.rejected else "",
        "in the trash" if marks.trashed else "",
        "own file" if take.is_own else cost,
        time.strftime("%Y-%m-%d %H:%M", time.localtime(take.made_at)),
        marks.note,
    )
    return f"{take.number:>3}  " + ", ".join(word for word in words if word)
