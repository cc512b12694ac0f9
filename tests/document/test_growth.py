"""An edit of a long film is no more work than the same edit of a short one: counted, not timed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.films import opened
from tests.support.long_film import long_film
from topa_studio.base import yaml_reader
from topa_studio.base.yaml_tree import Tree
from topa_studio.document.document import Document
from topa_studio.document.edits import (
    AddShot,
    DeleteShot,
    DuplicateShot,
    Edit,
    MoveShot,
    SceneTarget,
    SetField,
    ShotTarget,
)
from topa_studio.document.reading import parts, prompt_rules
from topa_studio.model.scenario import Shot

SHORT, LONG = 50, 500
EDITS: dict[str, Callable[[Document], Edit]] = {
    "words": lambda _film: SetField(ShotTarget("s3__4"), "prompt", "Wide shot. A hill."),
    "several lines": lambda _film: SetField(ShotTarget("s3__4"), "notes", "one\ntwo"),
    "length": lambda _film: SetField(ShotTarget("s3__4"), "duration", 7),
    "scene": lambda _film: SetField(SceneTarget("s3"), "title", "Evening"),
    "move": lambda _film: MoveShot("s3__4", "s3", 6),
    "move to the last scene": lambda film: MoveShot("s3__4", film.scenario.scenes[-1].id, 3),
    "new": lambda _film: AddShot("s3", 2, {"prompt": "Wide shot. A hill."}),
    "copy": lambda _film: DuplicateShot("s3__4"),
    "delete": lambda _film: DeleteShot("s3__4"),
}


class Work:
    """Counts what is parsed (characters), taken from mappings and asked of the rules."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: Counter[str] = Counter()
        for room in ("draft", "reparse"):
            monkeypatch.setattr(f"topa_studio.document.text.{room}.parse", self._parse)
        for room in ("read", "read_scenes", "read_elements"):
            monkeypatch.setattr(f"topa_studio.document.reading.{room}.take", self._take)
        monkeypatch.setattr("topa_studio.document.reading.rulings.rules_for", self._rules)

    def _parse(self, text: str, depth: int = 0) -> Tree:
        self.done["lines parsed"] += text.count("\n")
        return yaml_reader.parse(text, depth)

    def _take(self, *args: Any) -> Any:
        self.done["mappings read"] += 1
        return parts.take(*args)

    def _rules(self, shot: Shot) -> tuple[prompt_rules.Rule, ...]:
        self.done["shots checked"] += 1
        return prompt_rules.rules_for(shot)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_and_its_undo_are_the_same_work_in_a_film_ten_times_as_long(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for shots in (SHORT, LONG):
        film = opened(long_film(shots))
        with monkeypatch.context() as patched:
            work = Work(patched)
            film.apply(name, [EDITS[name](film)])
            film.undo()
            film.redo()
            found.append(work.done)
    assert found[0] == found[1]
    assert found[0]["lines parsed"] > 0
