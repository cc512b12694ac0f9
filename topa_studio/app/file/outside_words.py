"""What another program changed, in a few words for one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from topa_studio.document.document import DocumentChange

if TYPE_CHECKING:
    from topa_studio.document.merging.merge import Conflict

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


def what_clashed(conflicts: Sequence[Conflict]) -> str:
    """ "the prompt of shot 1__2, the title of scene 3", and how many more."""
    from topa_studio.document.merging.clashes import clash

    named = [clash(conflict) for conflict in conflicts[:_MOST]]
    more = len(conflicts) - len(named)
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")
