"""Copies of the film's file by their time: many of the last hour, fewer of what is long ago."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from topa_studio.base.files import write_atomic

EACH = 20
_NAME = re.compile(r"(\d{8}T\d{12}Z)-([0-9a-f]{12})\.yaml")
_TIME = "%Y%m%dT%H%M%S%fZ"
AGES = (timedelta(hours=1), timedelta(days=1), timedelta(days=7))


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy; `time` is when it was made, in UTC."""

    path: Path
    time: datetime
    digest: str


def backups(folder: Path) -> tuple[Backup, ...]:
    """All copies in a folder, the newest first. Raises OSError."""
    found: list[Backup] = []
    for path in folder.iterdir() if folder.is_dir() else ():
        name = _NAME.fullmatch(path.name)
        if name is not None:
            time = datetime.strptime(name[1], _TIME).replace(tzinfo=UTC)
            found.append(Backup(path, time, name[2]))
    return tuple(sorted(found, key=lambda backup: backup.path.name, reverse=True))


def keep(folder: Path, data: bytes, now: datetime | None = None) -> Backup | None:
    """Put a copy into the folder, and thin what is there; None where the newest is the same.

    Raises:
        OSError: it could not be written.
    """
    now = now or datetime.now(UTC)
    digest = hashlib.sha256(data).hexdigest()[:12]
    there = backups(folder)
    if there and there[0].digest == digest:
        return None
    path = folder / f"{now.strftime(_TIME)}-{digest}.yaml"
    write_atomic(path, data)
    times = {backup.time for backup in there} | {now}
    kept = thinned(times, now)
    for backup in there:
        if backup.time not in kept:
            backup.path.unlink(missing_ok=True)
    return Backup(path, now, digest)


def thinned(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """The times to keep: 20 each of the last hour, day, week and of what is older.

    Of each age the first and the last stay, and what lies closest together goes.
    """
    ages: dict[int, list[datetime]] = {}
    for time in sorted(set(times)):
        age = sum(now - time > limit for limit in AGES)
        ages.setdefault(age, []).append(time)
    return frozenset(time for group in ages.values() for time in _spread(group))


def _spread(group: list[datetime]) -> list[datetime]:
    kept = list(group)
    while len(kept) > EACH:
        gaps = [kept[place + 1] - kept[place - 1] for place in range(1, len(kept) - 1)]
        del kept[gaps.index(min(gaps)) + 1]
    return kept
