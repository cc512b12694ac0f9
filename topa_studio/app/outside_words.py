"""What another program changed, in a few words for one line."""

from __future__ import annotations

from collections.abc import Sequence

from topa_studio.document.document import DocumentChange
from topa_studio.document.edits import ElementTarget, FilmTarget, SceneTarget, ShotTarget, Target
from topa_studio.document.merge import Conflict
from topa_studio.model.scenario import Scenario

_MOST = 3


def what_changed(change: DocumentChange) -> str:
    """ "3 shots" of a change, or the largest kind of thing that it touched."""
    for kind, names in (
        ("shot", change.shots),
        ("scene", change.scenes),
        ("element", change.elements),
    ):
        if names:
            return f"{len(names)} {kind}{'s' if len(names) > 1 else ''}"
    return "The film's settings" if change.film else "Comments or blanks"


def what_clashed(conflicts: Sequence[Conflict], film: Scenario) -> str:
    """ "prompt of shot 1.2, title of scene 3", and how many more."""
    named = [f"{_field(c)} of {_name(c.target, film)}" for c in conflicts[:_MOST]]
    more = len(conflicts) - len(named)
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _field(conflict: Conflict) -> str:
    match conflict.field:
        case "":
            return "the existence"
        case "shots" | "scenes" as order:
            return f"the order of the {order}"
        case field:
            return f"the {field.replace('_', ' ').replace('.', ' ')}"


def _name(target: Target, film: Scenario) -> str:
    match target:
        case FilmTarget():
            return "the film"
        case SceneTarget(id=name):
            return f"scene {name}"
        case ElementTarget(name=name):
            return name
        case ShotTarget(key=key):
            return f"shot {film.number_of(key)}" if film.has_shot(key) else f"shot {key}"
