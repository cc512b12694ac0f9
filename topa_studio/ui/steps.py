"""Names of undo steps, told in the language of now whichever language they were made in."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication, QTranslator

from topa_studio.base.resources import resource
from topa_studio.ui.running.language import KNOWN
from topa_studio.ui.words import core_step_word

NAMES = (
    ("ElementActs", "New element {name}"),
    ("ElementActs", "Delete element {name}"),
    ("ElementForm", "Rename {old} to {new}"),
    ("ElementForm", "Change kind of {name}"),
    ("ElementForm", "Change element"),
    ("FilmBudget", "Change the budget"),
    ("FilmForm", "Change film settings"),
    ("OptionFields", "Change an option"),
    ("PanelFields", "Change the panel's model"),
    ("PriceBox", "Draft quality first"),
    ("ReplacePage", "Replace “{words}”"),
    ("SceneForm", "Change scene"),
    ("ShotForm", "Change title"),
    ("ShotForm", "Change prompt"),
    ("Takes", "Choose take {number}"),
    ("Takes", "Choose panel {number}"),
    ("Takes", "Accept"),
    ("Takes", "Accept no more"),
    ("ShotWords", "Change the words of the panel"),
    ("ShotSettings", "Change length"),
    ("ShotSettings", "Change quality"),
    ("ShotSettings", "Change sound"),
    ("ShotSettings", "Change first frame"),
    ("ShotSettings", "Change last frame"),
    ("ShotPlays", "Change caption"),
    ("ShotPlays", "Change transition"),
    ("ShotPlays", "Change clip sound"),
    ("ShotPlays", "Change slow move"),
    ("FilmPlays", "Change ending"),
    ("FilmPlays", "Change frame rate"),
    ("SoundActs", "Add music"),
    ("SoundActs", "Captions from {name}"),
    ("ScriptActs", "Script {name}"),
    ("CutActs", "Cut from {name}"),
    ("SoundLane", "Change music"),
    ("SoundLane", "Remove music"),
    ("CaptionLane", "New caption"),
    ("CaptionLane", "Change a caption"),
    ("CaptionLane", "Move a caption"),
    ("CaptionLane", "Remove a caption"),
    ("TimelinePane", "Move scene {title}"),
    ("TimelinePane", "Move shot {number}"),
    ("TimelinePane", "Move {shots}"),
    ("SceneActs", "New scene"),
    ("SceneActs", "Duplicate {scene}"),
    ("SceneActs", "Delete {scene}"),
    ("SceneActs", "Move {scene}"),
    ("ShotActs", "New shot"),
    ("ShotActs", "Split shot {number}"),
    ("ShotActs", "Cut {shots}"),
    ("ShotActs", "Merge {shots}"),
    ("ShotActs", "Paste"),
)
"""Context and English words of what the window calls its steps; the more special comes first."""
_THINGS = (("ShotActs", "shot {number}"), ("SceneActs", "scene {number}"))
_Named = tuple[tuple[str, str], ...]


def step_word(label: str) -> str:
    """The name of an undo step; one that nobody knows stays as it was written."""
    known = core_step_word(label)
    return known if known != label else _told(label, NAMES)


def _told(words: str, names: _Named) -> str:
    for context, english, pattern in _patterns(names):
        found = pattern.fullmatch(words)
        if found is not None:
            things = {
                name: _told(thing, _THINGS) if name in {"shots", "scene"} else thing
                for name, thing in found.groupdict().items()
            }
            return QCoreApplication.translate(context, english).format(**things)
    return words


@cache
def _patterns(names: _Named) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Each name in each language, as what a label made of it looks like."""
    made = []
    folder = str(resource("translations"))
    for language in KNOWN:
        words = QTranslator()
        words.load(f"topa_{language}", folder)
        for context, english in names:
            told = words.translate(context, english) or english
            pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(told))
            made.append((context, english, re.compile(pattern)))
    return tuple(made)
