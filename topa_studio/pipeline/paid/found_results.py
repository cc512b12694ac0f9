"""Takes and panels that lie in the output folder and are not known yet, of every film in it.

A receipt whose file is gone tells of a result as well: it was paid for, and has a task id.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from topa_studio.base.regular import holds_bytes
from topa_studio.base.spelling import composed
from topa_studio.model.scenario import Scenario
from topa_studio.model.take import Take
from topa_studio.pipeline.folder.layout import Layout, file_name
from topa_studio.pipeline.folder.receipts import job_of, read_receipt, take_of
from topa_studio.pipeline.job import OPEN, Job, Kind, Wish
from topa_studio.pipeline.state.records import Records

_TAKE = re.compile(r"T(\d{1,6})(?:-[0-9A-Za-z]{1,8})?\.(?:mp4|webm|json)")
_PANEL = re.compile(r"P(\d{1,6})(?:-[0-9A-Za-z]{1,8})?\.(?:png|jpg|json)")
_PLACES = ((Kind.CLIP, "takes", _TAKE, ".mp4"), (Kind.PANEL, "panels", _PANEL, ".png"))
_MADE_SAFE = re.compile(r"-[0-9a-f]{8}$")
"""How the name of a folder ends that is not the key itself."""


@dataclass(slots=True)
class _Known:
    """What the records tell of one kind in one film."""

    paths: set[str] = field(default_factory=set)
    tasks: dict[tuple[str, str], Take] = field(default_factory=dict)
    numbers: dict[str, dict[int, str]] = field(default_factory=dict)

    def add(self, key: str, take: Take) -> None:
        self.paths.add(take.path)
        if take.task_id:
            self.tasks[key, take.task_id] = take
        self.numbers.setdefault(key, {})[take.number] = take.task_id

    def has(self, key: str, number: int, path: Path) -> bool:
        """Whether a file without a receipt is known by its number, or waits for its receipt."""
        return number in self.numbers.get(key, {}) or "-" in path.stem

    def free(self, key: str, number: int, task_id: str) -> int:
        """The number itself, unless another result or job has it: two computers count alike."""
        used = self.numbers.get(key, {})
        if number not in used or (task_id and used[number] == task_id):
            return number
        return max(used) + 1


def add_results(records: Records, scenario: Scenario, layout: Layout) -> None:
    """Add what lies in the folders of takes and panels. Blocks."""
    jobs = records.jobs()
    paid = {job.task_id for job in jobs if job.task_id}
    on_the_way = {job.task_id for job in jobs if job.state in OPEN}
    for film in _films(layout):
        place = replace(layout, film=film)
        keys = _keys(scenario) if film == layout.film else {}
        for kind, part, names, suffix in _PLACES:
            known = _known(records, kind, film, jobs)
            folder = place.film_folder / part
            is_new = partial(_is_new, known.paths, layout.relative(folder), suffix)
            for key, number, path in _files(folder, names, suffix, keys, is_new):
                stored = layout.relative(path)
                if stored in known.paths or not layout.is_inside(path):
                    continue
                receipt = read_receipt(path)
                take = _take(path, number, stored, receipt)
                key = key or _key_in(receipt, path.parent.name)
                here = holds_bytes(path)
                if take is None or not key or (take.task_id in on_the_way and not here):
                    continue
                if not (take.task_id or take.is_own) and known.has(key, number, path):
                    continue
                same = known.tasks.get((key, take.task_id))
                if same is None or (here and not holds_bytes(layout.absolute(same.path))):
                    _add(records, known, paid, Wish(kind, key, number, film), take, receipt or {})


def _add(
    records: Records,
    known: _Known,
    paid: set[str],
    wish: Wish,
    take: Take,
    receipt: dict[str, Any],
) -> None:
    """One result, and the job of its receipt: it counts as spent wherever it was made."""
    same = known.tasks.get((wish.key, take.task_id))
    number = known.free(wish.key, wish.number, take.task_id) if same is None else same.number
    take, wish = replace(take, number=number), replace(wish, number=number)
    known.add(wish.key, take)
    records.add_take(wish, take)
    if take.task_id and take.task_id not in paid:
        paid.add(take.task_id)
        job = job_of(wish, take, receipt)
        if job is not None:
            records.add_job(job)


def _films(layout: Layout) -> list[str]:
    """This film, and the others that have a folder here."""
    names = [
        name
        for name in sorted(names_in(layout.output))
        if not name.startswith(".") and name not in (layout.film, layout.elements.name)
    ]
    return [layout.film, *names]


def _known(records: Records, kind: Kind, film: str, jobs: list[Job]) -> _Known:
    known = _Known()
    for job in jobs:
        if (job.wish.kind, job.wish.film) == (kind, film) and job.state in OPEN:
            known.numbers.setdefault(job.wish.key, {})[job.wish.number] = job.task_id
    for key, takes in records.takes(kind, film).items():
        for take in takes:
            known.add(key, take)
    return known


def _keys(scenario: Scenario) -> Mapping[str, str]:
    """Name of a folder -> key of the shot; some systems spell letters in their own way."""
    return {composed(file_name(shot.key)): shot.key for shot in scenario.shots()}


def _is_new(known: Set[str], under: str, suffix: str, name: str, file: str) -> bool:
    """Whether a file in the folder of a shot may tell of a result that is not known."""
    if composed(f"{under}/{name}/{file}") in known:
        return False
    stem, ending = os.path.splitext(file)
    return ending != ".json" or composed(f"{under}/{name}/{stem}{suffix}") not in known


def _files(
    folder: Path,
    pattern: re.Pattern[str],
    suffix: str,
    keys: Mapping[str, str],
    is_new: Callable[[str, str], bool],
) -> Iterator[tuple[str, int, Path]]:
    """Key ("" where only the receipt can tell it), number and place of each result in a folder.

    One that only a receipt is left of comes last, under the name that it had. Folders in which
    nothing is new are passed over.
    """
    for name in sorted(names_in(folder)):
        inside = names_in(os.path.join(folder, name))
        if not any(is_new(name, each) for each in inside):
            continue
        shot = folder / name
        media = {Path(each).stem for each in inside if not each.endswith(".json")}
        for each in sorted(inside, key=lambda each: (each.endswith(".json"), each)):
            found = pattern.fullmatch(each)
            number = int(found[1]) if found is not None else 0
            if not number or (each.endswith(".json") and Path(each).stem in media):
                continue
            path = shot / each
            yield (
                keys.get(composed(name), ""),
                number,
                path if path.stem in media else (path.with_suffix(suffix)),
            )


def _take(path: Path, number: int, stored: str, receipt: dict[str, Any] | None) -> Take | None:
    """A result as its receipt tells of it; without any a file alone is one, and nothing is none."""
    try:
        take = take_of(path, number, stored, receipt or {})
    except OSError:
        return None
    return take if holds_bytes(path) or take.task_id else None


def _key_in(receipt: dict[str, Any] | None, name: str) -> str:
    """The key of a shot that is not in the film; "" where nothing tells it for sure."""
    of = (receipt or {}).get("of")
    key = of.get("key") if isinstance(of, dict) else None
    if isinstance(key, str) and composed(file_name(key)) == composed(name):
        return key
    return "" if receipt is None or _MADE_SAFE.search(name) else name


def names_in(folder: str | Path) -> list[str]:
    """What lies in a folder; nothing where it cannot be read."""
    try:
        return os.listdir(folder)
    except OSError:
        return []
