"""One shot becomes two, or two become one: seconds add up, and words stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from topa_studio.base.errors import DocumentError
from topa_studio.document.edits import MergeShots, ShotTarget, SplitShot
from topa_studio.document.text.draft import Draft, Path, Step
from topa_studio.document.text.fields import DropAt, SetAt
from topa_studio.document.text.ground import Ground
from topa_studio.model.scenario import Shot

# What belongs to the beginning of a shot, and to its end.
_BEGINNING = ("start", "transition", "trim")
_ENDING = ("end",)


def halves(
    ground: Ground, edit: SplitShot
) -> tuple[Iterator[Step], Callable[[int], Iterator[Step]]]:
    """The steps that make the first half of the shot, and those that make the second of a copy.

    Raises:
        DocumentError: one half would be too short or too long.
    """
    shot = ground.reading.scenario.shot(edit.key)
    low, high = ground.seconds(edit.key)
    first, second = edit.at_seconds, shot.duration - edit.at_seconds
    if not (low <= first <= high and low <= second <= high):
        raise DocumentError(
            "document.split-seconds", value=shot.duration, at=first, low=low, high=high
        )
    words = edit.prompts or (shot.prompt, shot.prompt)
    path = ground.path(ShotTarget(edit.key))
    draft = ground.draft
    ours = _half(draft, path, path, shot, words[0], first, _ENDING)
    return ours, lambda place: _half(draft, path, (place,), shot, words[1], second, _BEGINNING)


def _half(
    draft: Draft,
    source: Path,
    path: Path,
    shot: Shot,
    prompt: str,
    seconds: int,
    drop: tuple[str, ...],
) -> Iterator[Step]:
    if prompt != shot.prompt:
        yield SetAt(path, "prompt", prompt)
    yield SetAt(path, "duration", seconds)
    mapping = draft.mapping(source)
    for key in drop:
        if any(lender.get(key) is not None for lender in mapping.merged()):
            yield SetAt(path, key, None)
        elif mapping.entry(key) is not None:
            yield DropAt(path, key)


def merged_steps(ground: Ground, edit: MergeShots) -> Iterator[Step]:
    """The steps that put the second shot's words and seconds into the first.

    Raises:
        DocumentError: they are not neighbours, or too long together.
    """
    ground.path(ShotTarget(edit.next_key))
    film = ground.reading.scenario
    scene = film.scene_of(edit.key)
    keys = [shot.key for shot in scene.shots]
    place = keys.index(edit.key)
    if keys[place + 1 : place + 2] != [edit.next_key]:
        raise DocumentError("document.merge-apart")
    first, second = scene.shots[place], scene.shots[place + 1]
    _low, high = ground.seconds(edit.key)
    seconds = first.duration + second.duration
    if seconds > high:
        raise DocumentError("document.merge-seconds", value=seconds, high=high)
    path = ground.path(ShotTarget(edit.key))
    for key, value, old in _together(first, second):
        if value != old:
            yield SetAt(path, key, value)
    yield SetAt(path, "duration", seconds)


def _together(first: Shot, second: Shot) -> Iterator[tuple[str, object, object]]:
    for key in ("prompt", "negative_prompt", "notes", "caption"):
        ours, theirs = getattr(first, key), getattr(second, key)
        yield key, _joined(ours, theirs), ours
    names = list(first.elements)
    yield "elements_needed", list(dict.fromkeys([*first.elements, *second.elements])), names
    if second.end:
        yield "end", second.end, first.end


def _joined(first: str, second: str) -> str:
    """Both texts, one behind the other; texts of several lines each keep their own lines."""
    if not first.strip() or not second.strip() or first == second:
        return first if first.strip() else second
    gap = "\n" if "\n" in f"{first}{second}".strip() else " "
    end = "\n" if first.endswith("\n") and "\n" in first else ""
    return f"{first.rstrip()}{gap}{second.strip()}{end}"
