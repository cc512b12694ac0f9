"""An output folder as it is found: receipts, older clips and paid tasks become state, once."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from topa_studio.base.spelling import composed
from topa_studio.model.scenario import Scenario, Scene
from topa_studio.model.take import Take
from topa_studio.pipeline.folder.layout import Layout, file_name
from topa_studio.pipeline.folder.old_ids import old_keys, old_scene_ids
from topa_studio.pipeline.folder.pictures import picture_files
from topa_studio.pipeline.folder.receipts import read_receipt, take_of
from topa_studio.pipeline.folder.status_files import Json, mapping, names_only, read_status
from topa_studio.pipeline.job import Job, Kind, State, Wish
from topa_studio.pipeline.paid.found_results import add_results, names_in
from topa_studio.pipeline.state.known_tasks import task_ids
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.state.take_rows import drop_take

_FINISHED = frozenset({"completed", "success", "succeeded"})
_MAX_DIGITS = 6
_REFUSED = frozenset({"failed", "fail", "submit_failed", "error"})


@dataclass(frozen=True)
class _Folder:
    """What is looked through; `shots` and `scenes` are the older pipeline's entries, by key."""

    records: Records
    scenario: Scenario
    layout: Layout

    @cached_property
    def shots(self) -> Json:
        return mapping(self._status.get("shots"))

    @cached_property
    def scenes(self) -> Json:
        later = mapping(read_status(self.layout.scene_status).get("scenes"))
        return {**mapping(self._status.get("scenes")), **later}

    @cached_property
    def _status(self) -> Json:
        return read_status(self.layout.status)


def take_in(
    records: Records, scenario: Scenario, layout: Layout, told: Set[str] = frozenset()
) -> None:
    """Add to the database what lies in the folder and is not known yet. Blocks.

    `told` are tasks whose step is on its way into the database: they are nobody else's.
    """
    folder = _Folder(records, scenario, layout)
    _views(records, scenario, layout)
    _candidates(records, layout)
    add_results(records, scenario, layout)
    _older_clips(folder)
    known = task_ids(records)
    files = (layout.status, layout.scene_status, layout.elements_status)
    if all(names_only(path, known) for path in files):
        return
    for task_id, wish, path, urls in _paid_tasks(folder, known):
        if task_id not in known and task_id not in told:
            known.add(task_id)
            records.add_job(_adopted(task_id, wish, path, urls))


# Reference images with receipts


def _views(records: Records, scenario: Scenario, layout: Layout) -> None:
    """Reference images this program made; those without a receipt are the user's own."""
    known, drawn = records.takes(Kind.VIEW, ""), _drawn_again(records)
    paid = _paid_as(records)
    for element in scenario.elements:
        tasks = {take.number: take.task_id for take in known.get(element.name, [])}
        folder = layout.element_folder(element.name)
        for path in picture_files(folder, element.name):
            number = _number(composed(path.stem).removeprefix(composed(file_name(element.name))))
            receipt = (read_receipt(path) if number else None) or {}
            # A candidate whose keeping was cut short stands in its place already.
            is_kept = receipt.get("task_id") in drawn and tasks.get(number) not in drawn
            if receipt and (number not in tasks or is_kept):
                take = take_of(path, number, layout.relative(path), receipt)
                if paid.get(take.task_id, element.name) != element.name:
                    take = replace(take, credits=None)  # it counts where it was drawn
                records.add_take(Wish(Kind.VIEW, element.name, number), take)


def _drawn_again(records: Records) -> set[str]:
    """Tasks of pictures that were drawn beside others: they count there, also once kept."""
    query = "SELECT task_id FROM job WHERE kind = 'redraw' AND task_id <> ''"
    return {task for (task,) in records.rows(query)}


def _paid_as(records: Records) -> Mapping[str, str]:
    """Keys of the jobs that drew pictures of elements, by their tasks."""
    query = "SELECT task_id, key FROM job WHERE kind IN ('view', 'redraw') AND task_id <> ''"
    return {str(task): str(key) for task, key in records.rows(query)}


def _candidates(records: Records, layout: Layout) -> None:
    """Pictures that wait to be kept and are not known yet; what stands in its place is kept."""
    if not layout.every_candidate.is_dir():
        return
    from topa_studio.pipeline.folder.element_files import (  # seldom needed
        candidates_in,
        forget_candidate,
        stands_in_place,
    )

    known = set(_known_candidates(records))
    for wish, take in candidates_in(layout):
        if stands_in_place(wish, take, layout):
            forget_candidate(take, layout)
            drop_take(records, wish)
        elif wish not in known:
            records.add_take(wish, take)


def _known_candidates(records: Records) -> Iterator[Wish]:
    for key, takes in records.takes(Kind.REDRAW, "").items():
        for take in takes:
            yield Wish(Kind.REDRAW, key, take.number)


def _number(digits: str) -> int:
    """A number of a take or picture, from 1; 0 where it is none."""
    return int(digits) if digits.isdecimal() and len(digits) <= _MAX_DIGITS else 0


# Clips of the older pipeline, left where they lie


def _older_clips(found: _Folder) -> None:
    records, layout = found.records, found.layout
    known = records.takes(Kind.CLIP, layout.film)
    names: dict[str, tuple[str, ...]] = {
        key: (key,) for key in (shot.key for shot in found.scenario.shots())
    }
    names |= {key: (key, old) for old, key in old_keys(found.scenario).items()}
    scene_ids = old_scene_ids(found.scenario)
    clips = names_in(layout.film_folder / "shots")
    of_scenes = any(name.lower().startswith("scene_") for name in clips)
    for scene in found.scenario.scenes:
        for shot in scene.shots:
            for name in () if shot.key in known else names[shot.key]:
                clip = layout.clip(name)
                if clip.is_file() and layout.is_inside(clip):
                    made_by = _made_by(found.shots.get(name))
                    take = replace(_older_take(clip, layout), task_id=made_by)
                    _add_older(records, layout, shot.key, take)
                    known[shot.key] = []
                    break
        ids = (scene.id, scene_ids.get(scene.id, scene.id))
        for scene_id in dict.fromkeys(ids) if of_scenes else ():
            for key, take in _scene_takes(scene, scene_id, found):
                if key not in known:
                    _add_older(records, layout, key, take)
                    known[key] = []


def _add_older(records: Records, layout: Layout, key: str, take: Take) -> None:
    records.add_take(Wish(Kind.CLIP, key, 1, layout.film), take)


def _older_take(clip: Path, layout: Layout, start: float = 0.0, seconds: float = 0.0) -> Take:
    return Take(
        number=1,
        path=layout.relative(clip),
        start=start,
        seconds=seconds,
        made_at=clip.stat().st_mtime,
    )


def _made_by(entry: object) -> str:
    """The task that made a clip, where its entry says that it is finished."""
    task_id = mapping(entry).get("task_id")
    return task_id if isinstance(task_id, str) and _is_finished(entry) else ""


def _scene_takes(scene: Scene, scene_id: str, found: _Folder) -> Iterator[tuple[str, Take]]:
    """One file a scene, or parts of it, is every shot in it: each with its place in the file."""
    layout = found.layout
    whole = layout.scene_clip(scene_id)
    if whole.is_file() and layout.is_inside(whole):
        yield from _cut(scene, 0, len(scene.shots), whole, layout)
        return
    first = 0
    for part in range(len(scene.shots)):
        key = f"{scene_id}_part{part}"
        count = mapping(found.scenes.get(key)).get("shot_count")
        count = count if isinstance(count, int) and count > 0 else len(scene.shots) - first
        clip = layout.scene_clip(key)
        if clip.is_file() and layout.is_inside(clip):
            yield from _cut(scene, first, count, clip, layout)
        first += count
        if first >= len(scene.shots):
            return


def _cut(
    scene: Scene, first: int, count: int, clip: Path, layout: Layout
) -> Iterator[tuple[str, Take]]:
    start = 0.0
    for shot in scene.shots[first : first + count]:
        yield shot.key, _older_take(clip, layout, start, float(shot.duration))
        start += shot.duration


# Tasks that were paid for


def _paid_tasks(
    found: _Folder, known: Set[str]
) -> Iterator[tuple[str, Wish, str, tuple[str, ...]]]:
    layout = found.layout
    old = old_keys(found.scenario)
    mine = {
        name: mapping(entry)
        for name, entry in found.shots.items()
        if _is_paid(entry)
        and entry["task_id"] not in known
        and (found.scenario.has_shot(name) or name in old)
    }
    last = dict(_last_numbers(found.records, layout)) if mine else {}
    for name, entry in mine.items():
        key = old.get(name, name)
        if not (_is_finished(entry) and layout.clip(name).exists()):
            number = last[key] = last.get(key, 0) + 1
            wish = Wish(Kind.CLIP, key, number, layout.film)
            yield entry["task_id"], wish, layout.relative(layout.take(key, number)), _urls(entry)
    for key, entry in found.scenes.items():
        clip = layout.scene_clip(key)
        if _is_paid(entry) and not clip.exists():
            wish = Wish(Kind.SCENE, key, 1, layout.film)
            yield entry["task_id"], wish, layout.relative(clip), _urls(entry)
    yield from _paid_views(layout, found.scenario)


def _paid_views(
    layout: Layout, scenario: Scenario
) -> Iterator[tuple[str, Wish, str, tuple[str, ...]]]:
    for name, element in mapping(read_status(layout.elements_status).get("elements")).items():
        if scenario.element(name) is None:
            continue
        for view, entry in mapping(mapping(element).get("views")).items():
            digits = view.removeprefix("view_")
            number = _number(digits) + 1
            if (number == 1 and digits != "0") or not _is_paid(entry):
                continue
            path = layout.view(name, number)
            local = entry.get("local_path")
            # It may be any text at all, and a path that is too long is an error of its own.
            if not path.exists() and not (local and os.path.exists(layout.absolute(str(local)))):
                wish = Wish(Kind.VIEW, name, number)
                yield entry["task_id"], wish, layout.relative(path), _urls(entry)


def _last_numbers(records: Records, layout: Layout) -> Mapping[str, int]:
    """The highest take number of each shot that lies on a file or belongs to a job."""
    last: dict[str, int] = {}
    for key, takes in records.takes(Kind.CLIP, layout.film).items():
        last[key] = max(take.number for take in takes)
    for wish in (job.wish for job in records.jobs()):
        if (wish.kind, wish.film) == (Kind.CLIP, layout.film):
            last[wish.key] = max(last.get(wish.key, 0), wish.number)
    return last


def _is_paid(entry: object) -> bool:
    """A task id that has not failed was paid for: its result is fetched, not made again."""
    found = mapping(entry)
    task_id, word = found.get("task_id"), str(found.get("status", "")).lower()
    return isinstance(task_id, str) and bool(task_id) and word not in _REFUSED


def _is_finished(entry: object) -> bool:
    return str(mapping(entry).get("status", "")).lower() in _FINISHED


def _urls(entry: Json) -> tuple[str, ...]:
    url = entry.get("url")
    return (url,) if _is_finished(entry) and isinstance(url, str) and url else ()


def _adopted(task_id: str, wish: Wish, path: str, urls: tuple[str, ...]) -> Job:
    return Job(
        id=0,
        wish=wish,
        state=State.SUBMITTED,
        request=None,
        digest="",
        path=path,
        estimate=None,
        created=time.time(),
        task_id=task_id,
        urls=urls,
        word="adopted",
    )
