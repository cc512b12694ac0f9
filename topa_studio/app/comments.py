"""Comments of a film's shots: taken out of a review's file as one step, answered, settled."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.base.regular import read_head, read_regular
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.document.written import comments_written
from topa_studio.film.paper.said import Pinned, Said, is_of, pinned, read_said
from topa_studio.model.scenario import Answer, Comment, Shot

SUFFIX = ".json"
_MOST_BYTES = 16 * 1024 * 1024
_HEAD = 4_096


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file; `unread`: places of its entries that are no comments."""

    pinned: Pinned
    unread: tuple[int, ...] = ()


async def take_comments(
    session: ProjectSession, path: Path, label: str, *, other_film: bool = False
) -> Taken:
    """Put the comments of a review into the film as one step called `label`.

    `other_film`: also those of another film, on the shots that have the same keys here.

    Raises:
        ProjectError: the file cannot be read, or is of another film.
        DocumentError: the film does not take them; nothing has changed.
    """
    said = await asyncio.to_thread(_read, path)
    film = session.film
    if not other_film and not is_of(said, film, session.file.stem):
        raise ProjectError(
            "paper.comments-of-other", path=path.name, film=said.film, title=said.title
        )
    found = pinned(said, film)
    edits = [_written(key, comments) for key, comments in found.shots.items()]
    if edits:
        await session.edit(label, edits)
    return Taken(found, said.unread)


def answered(shot: Shot, place: int, text: str) -> SetField:
    """The edit that adds an answer to a comment."""
    comment = shot.comments[place]
    changed = replace(comment, answers=(*comment.answers, Answer(text)))
    return _changed(shot, place, changed)


def settled(shot: Shot, place: int, *, done: bool) -> SetField:
    """The edit that makes a comment done, or open again."""
    return _changed(shot, place, replace(shot.comments[place], done=done))


def deleted(shot: Shot, place: int) -> SetField:
    """The edit that takes a comment out of the film, with its answers."""
    return _written(shot.key, [*shot.comments[:place], *shot.comments[place + 1 :]])


def may_be_comments(path: Path) -> bool:
    """Whether a file that is dropped looks like one of comments. Blocks for a moment."""
    if path.suffix.casefold() != SUFFIX:
        return False
    try:
        return b"topa_comments" in read_head(path, _HEAD)
    except OSError:
        return False


def _changed(shot: Shot, place: int, comment: Comment) -> SetField:
    found = [comment if at == place else each for at, each in enumerate(shot.comments)]
    return _written(shot.key, found)


def _written(key: str, comments: Iterable[Comment]) -> SetField:
    return SetField(ShotTarget(key), "comments", comments_written(comments))


def _read(path: Path) -> Said:
    try:
        return read_said(read_regular(path, _MOST_BYTES))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError("paper.comments-unread", path=str(path), reason=reason) from error
    except ValueError as error:
        reason = "it is no JSON" if type(error).__name__ == "JSONDecodeError" else str(error)
        raise ProjectError("paper.comments-unread", path=str(path), reason=reason) from error
