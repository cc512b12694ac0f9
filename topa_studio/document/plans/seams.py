"""One shot becomes two, or two become one: seconds add up, and words stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_tree import Mapping, plain
from topa_studio.document.edits import MergeShots, ShotTarget, SplitShot
from topa_studio.document.plans.captions import joined_captions, parted
from topa_studio.document.plans.comments import joined_comments, parted_comments
from topa_studio.document.text.draft import Draft, Path, Step
from topa_studio.document.text.fields import DropAt, SetAt
from topa_studio.document.text.ground import Ground
from topa_studio.document.written import captions_written, lines_written
from topa_studio.model.scenario import Shot

# What belongs to the beginning of a shot, and to its end.
_BEGINNING = ("start", "start_at", "transition", "trim")
_ENDING = ("end",)
_Values = list[tuple[str, object]]


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
    seam = min(first, shot.seconds)
    before, behind = parted(shot, seam)
    head: _Values = [("prompt", words[0]), ("duration", first), ("captions", before)]
    head += [("trim", part) for part in _first_part(shot, seam)]
    tail: _Values = [("prompt", words[1]), ("duration", second), ("captions", behind)]
    said, said_behind = parted_comments(_entries(draft.mapping(path), "comments"), seam)
    head += [("comments", said)]
    tail += [("lines", [])]
    tail += [("trim", part) for part in _second_part(shot, seam)]
    ours = _half(draft, path, path, shot, head, _ENDING)

    def second_half(place: int) -> Iterator[Step]:
        yield from _half(draft, path, (place,), shot, tail, _BEGINNING)
        if said_behind:  # a copy begins without any
            yield SetAt((place,), "comments", said_behind)

    return ours, second_half


def _first_part(shot: Shot, seam: float) -> Iterator[dict[str, float]]:
    """The trim of the first half, where it is another: as much of the take as it shows."""
    trim = shot.trim
    if trim is not None and trim.end is not None and seam < shot.seconds:
        yield {"in": trim.start, "out": round(trim.start + seam, 3)}


def _second_part(shot: Shot, seam: float) -> Iterator[dict[str, float]]:
    """The trim of the second half: its clip is a new one, and the film stays as long as it was."""
    if shot.seconds < shot.duration and seam < shot.seconds:
        yield {"in": 0, "out": round(shot.seconds - seam, 3)}


def _half(
    draft: Draft,
    source: Path,
    path: Path,
    shot: Shot,
    values: _Values,
    drop: tuple[str, ...],
) -> Iterator[Step]:
    mapping = draft.mapping(source)
    old: dict[str, object] = {
        "prompt": shot.prompt,
        "captions": captions_written(shot.captions),
        "lines": lines_written(shot.lines),
        "comments": _entries(mapping, "comments"),
    }
    for key, value in values:
        if value == old.get(key):
            continue
        yield _given(mapping, path, key, value)
    for key in [key for key in drop if key not in {name for name, _value in values}]:
        if _is_lent(mapping, key):
            yield SetAt(path, key, None)
        elif mapping.entry(key) is not None:
            yield DropAt(path, key)


def _is_lent(mapping: Mapping, key: str) -> bool:
    return any(lender.get(key) is not None for lender in mapping.merged())


def _given(mapping: Mapping, path: Path, key: str, value: object) -> Step:
    """The step that gives a key its value; one that it says itself goes where that is nothing."""
    drops = value in ("", []) and mapping.entry(key) is not None and not _is_lent(mapping, key)
    return DropAt(path, key) if drops else SetAt(path, key, value)


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
    mapping = ground.draft.mapping(path)
    behind = ground.draft.mapping(ground.path(ShotTarget(edit.next_key)))
    for key, value, old in (*_together(first, second), *_listed(mapping, behind, first.seconds)):
        if value == old:
            continue
        yield _given(mapping, path, key, value)
    yield SetAt(path, "duration", seconds)


def _together(first: Shot, second: Shot) -> Iterator[tuple[str, object, object]]:
    for key in ("prompt", "negative_prompt", "notes"):
        ours, theirs = getattr(first, key), getattr(second, key)
        yield key, _joined(ours, theirs), ours
    names = list(first.elements)
    yield "elements_needed", list(dict.fromkeys([*first.elements, *second.elements])), names
    whole, parts = joined_captions(first, second)
    yield "caption", whole, first.caption
    yield "captions", parts, captions_written(first.captions)
    if first.source and second.source:
        first_line, last_line = zip(first.source, second.source, strict=True)
        yield "source", [min(first_line), max(last_line)], list(first.source)
    if second.end:
        yield "end", second.end, first.end
    trim = first.trim
    if trim is not None and trim.end is not None and trim.end > trim.start:
        end = round(trim.end + second.seconds, 3)
        yield "trim", {"in": trim.start, "out": end}, None


def _listed(first: Mapping, second: Mapping, seam: float) -> Iterator[tuple[str, object, object]]:
    """What is said in both and of both, as it stands there: with what the studio does not read."""
    ours, theirs = _entries(first, "lines"), _entries(second, "lines")
    yield "lines", [*ours, *theirs], ours
    ours, theirs = _entries(first, "comments"), _entries(second, "comments")
    yield "comments", joined_comments(ours, theirs, seam), ours


def _entries(mapping: Mapping, key: str) -> list[object]:
    node = mapping.get(key)
    return [] if node is None or not isinstance(said := plain(node), list) else said


def _joined(first: str, second: str) -> str:
    """Both texts, one behind the other; texts of several lines each keep their own lines."""
    if not first.strip() or not second.strip() or first == second:
        return first if first.strip() else second
    gap = "\n" if "\n" in f"{first}{second}".strip() else " "
    end = "\n" if first.endswith("\n") and "\n" in first else ""
    return f"{first.rstrip()}{gap}{second.strip()}{end}"
