"""What a newer script says otherwise than the film, as the user is told it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal["new", "changed", "gone", "moved", "kept"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the newer script says otherwise.

    Attributes:
        what: "kept": the film's own words stay, as they were changed by hand.
        of: "film", "scene", "shot" or "element".
        key: the shot's, the scene's id or the element's name; "" for what is new.
        number: of the shot in the film ("2.3"), or of the scene; of a new one in the script.
        before, after: what stands in the film, and what the script says; "" where nothing does.
        fields: which of its fields.
    """

    what: What
    of: str
    key: str
    number: str
    before: str = ""
    after: str = ""
    fields: tuple[str, ...] = ()
