"""Whose folder `output/<film>` is: `film.json` in it says so, and two films never share one."""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from topa_studio.base.errors import ProjectError
from topa_studio.base.files import write_atomic
from topa_studio.base.json_reader import read_json
from topa_studio.base.regular import read_regular
from topa_studio.model.scenario import Scenario
from topa_studio.pipeline.folder.layout import Layout

Place = tuple[str, str, int]
"""A result or a job of the film: kind, key, number."""


@dataclass(frozen=True, slots=True)
class Owner:
    """What `film.json` says.

    Attributes:
        scenario: the film's file, as a path from the film's home; "" where nothing is known.
        title: the film's title, and `words` a mark of what each shot says, as they were last seen
            here: by them a film that was put in the place of another one is told from an edited
            one.
        apart: results and jobs that belong to a film that lay here before.
    """

    scenario: str = ""
    title: str = ""
    words: frozenset[str] = frozenset()
    apart: frozenset[Place] = field(default_factory=frozenset)

    def seen(self, scenario: Scenario) -> Owner:
        """The same owner with the words that the film has now."""
        return replace(self, title=scenario.film.title, words=words_of(scenario))

    def is_another(self, scenario: Scenario) -> bool:
        """Whether this file holds another film than the one that was last seen here.

        A film keeps some of its words from one opening to the next; a film of one shot may not,
        so that one must have another title as well.
        """
        if not self.words or any(word in self.words for word in _marks(scenario)):
            return False
        now = words_of(scenario)
        if not now:
            return False
        return self.title != scenario.film.title or min(len(self.words), len(now)) > 1


NOBODY = Owner()


def words_of(scenario: Scenario) -> frozenset[str]:
    """A mark of the words of each shot that has any."""
    return frozenset(_marks(scenario))


def _marks(scenario: Scenario) -> Iterator[str]:
    for shot in scenario.shots():
        text = " ".join(shot.prompt.split())
        if text:
            yield hashlib.sha256(text.encode()).hexdigest()[:12]


def read_owner(layout: Layout) -> Owner:
    """Whose folder it is; nobody's where no sound `film.json` lies in it. Blocks."""
    if not layout.is_inside(layout.owner):
        return Owner()
    try:
        found = read_json(read_regular(layout.owner))
    except (OSError, ValueError):
        return Owner()
    if not isinstance(found, dict) or not isinstance(found.get("scenario"), str):
        return Owner()
    title, words = found.get("title"), found.get("words")
    return Owner(
        found["scenario"],
        title if isinstance(title, str) else "",
        frozenset(word for word in _list(words) if isinstance(word, str)),
        frozenset(place for each in _list(found.get("apart")) if (place := _place(each))),
    )


def write_owner(owner: Owner, layout: Layout) -> None:
    """Say whose folder it is, if that is not said yet. Blocks; raises OSError."""
    if read_owner(layout) == owner:
        return
    facts: dict[str, Any] = {"scenario": owner.scenario}
    if owner.words:
        facts |= {"title": owner.title, "words": sorted(owner.words)}
    if owner.apart:
        facts["apart"] = sorted(list(place) for place in owner.apart)
    place = layout.own(layout.owner)
    place.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(place, f"{json.dumps(facts, indent=2, ensure_ascii=False)}\n".encode())


def owner_here(scenario: Path, layout: Layout) -> Owner:
    """Who owns the folder from now on: the film in this file. Blocks.

    A film whose file is not where it was has been renamed or moved, and goes on.

    Raises:
        ProjectError: the folder is another film's, whose file is still there.
    """
    known = read_owner(layout)
    mine = layout.relative(scenario.absolute())
    if known.scenario and _nfc(known.scenario) != _nfc(mine):
        other = layout.absolute(known.scenario)
        if other.is_file() and not _is_same(other, scenario):
            raise ProjectError(
                "project.second-film",
                path=str(scenario),
                other=str(other),
                folder=str(layout.film_folder),
            )
    return replace(known, scenario=mine)


def _is_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return os.path.samefile(one, other)
    return False


def _nfc(path: str) -> str:
    return unicodedata.normalize("NFC", path)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _place(value: object) -> Place | None:
    match value:
        case [str(kind), str(key), int(number)]:
            return kind, key, number
        case _:
            return None
