"""A new name for an element is new everywhere it is mentioned, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator

from topa_studio.document.edits import Edit, ElementTarget, SetField, ShotTarget
from topa_studio.model.mentions import mentioned_names, replace_mentions
from topa_studio.model.scenario import Scenario


def rename_edits(scenario: Scenario, old: str, new: str) -> tuple[Edit, ...]:
    """The edits that give element `old` the name `new`, its mentions and lists included."""
    return (*_mentions(scenario, old, new), SetField(ElementTarget(old), "name", new))


def _mentions(scenario: Scenario, old: str, new: str) -> Iterator[Edit]:
    for shot in scenario.shots():
        target = ShotTarget(shot.key)
        if old in mentioned_names(shot.prompt):
            prompt = replace_mentions(shot.prompt, lambda n: f"@{new if n == old else n}")
            yield SetField(target, "prompt", prompt)
        if old in shot.elements:
            names = [new if name == old else name for name in shot.elements]
            yield SetField(target, "elements_needed", names)
