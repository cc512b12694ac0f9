"""What a prompt asks to see: who, where, doing what, how framed, and the words of its caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from topa_studio.paint import words
from topa_studio.paint.look import Look, look_of
from topa_studio.paint.props import FLYING
from topa_studio.paint.setting import Setting, setting_of

_SETTING = re.compile(r"Setting: (?P<place>.*?)\. Lighting: (?P<light>[^.]*)\.?", re.IGNORECASE)
# Sound, style and what only the model that draws is told.
_UNSAID = re.compile(
    r"^(?:(?:sound|style|3d|music|camera|soft 3d)\b|one still frame, the first moment"
    r"|reference pictures in this order:|the same \w+ as in the reference picture)",
    re.IGNORECASE,
)
_MOST_ROLES = 5
_COLOUR_WORDS = {name: pattern for name, (_code, pattern) in words.COLOURS.items()}


@dataclass(frozen=True, slots=True)
class Role:
    """One element in a picture; `x` is its place as a share of the width."""

    look: Look
    action: str
    x: float
    flying: bool


@dataclass(frozen=True, slots=True)
class Story:
    """A picture before it is drawn."""

    setting: Setting
    roles: tuple[Role, ...]
    camera: str
    framing: str
    caption: str


def story_of(prompt: str, looks: Sequence[Look]) -> Story:
    """Read `prompt`; `looks` are the elements it was sent with."""
    stated = _SETTING.search(prompt)
    place, light = (stated["place"], stated["light"]) if stated else ("", "")
    told = prompt[stated.end() :].strip() if stated else prompt
    backgrounds = [look for look in looks if look.kind == "place"]
    actors = [look for look in looks if look.kind != "place"][:_MOST_ROLES]
    actors = [*actors, *_beside(told, actors)] if looks else _unnamed(told)
    seen = " ".join([place, *(f"{look.noun} {look.name}" for look in backgrounds)])
    setting = setting_of(light, f"{told} {place}", seen.strip())
    framing = words.first_of(words.FRAMINGS, told) or "medium"
    return Story(
        setting=setting,
        roles=_roles(actors, told, framing == "close"),
        camera=words.first_of(words.CAMERAS, told) or "in",
        framing=framing,
        caption=caption_of(told),
    )


def caption_of(told: str) -> str:
    """The sentences that tell what happens, without framing words, sound, at-signs and what is
    meant for a model.
    """
    said = []
    for sentence in re.split(r"(?<=[.!?…])\s+", told.replace("@", "").strip()):
        bare = sentence.strip(" .")
        if not bare or _UNSAID.match(bare) or _is_direction(bare):
            continue
        said.append(sentence.strip())
    return " ".join(said)


def _is_direction(sentence: str) -> bool:
    """Whether a short sentence only tells the camera what to do ("Slow push-in")."""
    if len(sentence.split()) > 5:
        return False
    tables = (words.CAMERAS, words.FRAMINGS, {"angle": r"(?:high|low|dutch) angle|pov|three-shot"})
    return any(words.first_of(table, sentence) for table in tables)


def _roles(actors: Sequence[Look], told: str, close: bool) -> tuple[Role, ...]:
    grounded = [look for look in actors if not _flies(look)]
    flying = [look for look in actors if _flies(look)]
    places = dict(zip(map(id, grounded), _places(len(grounded), close), strict=True))
    # What flies keeps clear of the heads: first the upper left, then the upper right.
    alone = not grounded
    for number, look in enumerate(flying):
        places[id(look)] = 0.42 + 0.2 * number if alone else (0.15, 0.86, 0.5)[number % 3]
    roles = [Role(look, _action(look, told), places[id(look)], _flies(look)) for look in actors]
    return tuple(sorted(roles, key=lambda role: role.look.kind == "creature"))


def _places(count: int, close: bool) -> tuple[float, ...]:
    """Where so many stand side by side, as shares of the width; the middle is theirs."""
    few = {0: (), 1: (0.5,), 2: (0.31, 0.69) if close else (0.38, 0.63), 3: (0.27, 0.5, 0.73)}
    return few.get(count) or tuple(0.16 + 0.68 * n / max(1, count - 1) for n in range(count))


def _flies(look: Look) -> bool:
    return look.noun in FLYING


def _action(look: Look, told: str) -> str:
    """What stands nearest after the name; else what the whole shot tells."""
    if look.name:
        for match in re.finditer(rf"@?{re.escape(look.name)}\b", told, re.IGNORECASE):
            near = re.split(r"[@.]", told[match.end() :], maxsplit=1)[0]
            if found := words.first_of(words.ACTIONS, near):
                return found
    return words.first_of(words.ACTIONS, told) or "idle"


def _beside(told: str, actors: Sequence[Look]) -> list[Look]:
    """What flies and has no element, but stands in the words with its colour ("the red kite")."""
    known, found = {look.noun for look in actors}, []
    for noun in sorted(FLYING - known):
        match = re.search(rf"\b(?:an?|the) (?:[\w-]+ ){{1,2}}(?:{words.PROPS[noun]})", told)
        if match is not None and any(words.all_of(_COLOUR_WORDS, match[0])):
            found.append(look_of("", match[0]))
    return found


def _unnamed(told: str) -> list[Look]:
    """Creatures and props that the words name where no element was sent."""
    found = []
    for table in (words.CREATURES, words.PROPS):
        for noun in sorted(words.all_of(table, told), key=lambda n: words.find(table[n], told)):
            place = words.find(table[noun], told)
            before = re.split(r"[.,;]", told[max(0, place - 16) : place])[-1]
            found.append(look_of("", f"{told[place : place + 12]} {before}"))
    return found[:3]
