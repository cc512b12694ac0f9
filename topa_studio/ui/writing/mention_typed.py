"""The mention that is being written: where it began, and what an accepted name replaces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from topa_studio.model.mentions import begun_name, mentions

_TAKES_SPACE = frozenset(" .,!?;:…)]»。，、！？；：）")


@dataclass(frozen=True, slots=True)
class Begun:
    """A mention before the cursor.

    Attributes:
        name: what of the name is there so far.
        written: the same as it stands in the text, with its sign.
        following: the words of the paragraph behind the cursor.
    """

    name: str
    written: str
    following: str

    def rest_of(self, name: str) -> str:
        """The end of `name` where it stands behind the cursor already."""
        rest = name[len(self.name) :] if name.startswith(self.name) else ""
        return rest if rest and self.following.startswith(rest) else ""

    def space_after(self, name: str, known: Iterable[str]) -> str:
        """The space that parts `name`, one of the `known`, from what follows; "" for none."""
        following = self.following.removeprefix(self.rest_of(name))
        if not following[:1].strip():
            return "" if following else " "
        found = mentions(f"@{name}{following}", known)
        return "" if found and found[0].name == name else " "


def begun_mention(before: str, composed: str, following: str) -> Begun | None:
    """The mention that `before` and what is composed behind it end in; None where there is none."""
    text = before + composed
    name = begun_name(text)
    if name is None:
        return None
    return Begun(name, before[len(text) - len(name) - 1 :], following)


def takes_space(typed: str) -> bool:
    """Whether `typed` stands right behind a name: a space of its own, or what ends words."""
    return typed[:1] in _TAKES_SPACE
