"""What clashed in a merge, in a few plain words."""

from __future__ import annotations

from topa_studio.document.edits import ElementTarget, FilmTarget, SceneTarget, ShotTarget, Target
from topa_studio.document.merging.merge import ABSENT, Conflict


def clash(conflict: Conflict) -> str:
    """ "the prompt of shot 1__2"; a shot is named by its permanent key."""
    match conflict.field:
        case "":
            who = "ours" if conflict.ours is ABSENT else "theirs"
            return f"{_name(conflict.target)} ({who} deleted it)"
        case "shots" | "scenes" as order:
            return f"the order of the {order} of {_name(conflict.target)}"
        case field:
            words = field.replace("_", " ").replace(".", " ")
            return f"the {words} of {_name(conflict.target)}"


def _name(target: Target) -> str:
    match target:
        case FilmTarget():
            return "the film"
        case SceneTarget(id=name):
            return f"scene {name}"
        case ElementTarget(name=name):
            return name
        case ShotTarget(key=key):
            return f"shot {key}"
