"""What the palette knows by name: commands, choices of the View menu, shots, scenes, elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from topa_studio.base.resources import resource
from topa_studio.model.scenario import Scenario
from topa_studio.ui.commands.command import Able
from topa_studio.ui.commands.commands import Commands
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.film.words import count_word
from topa_studio.ui.palette.fuzzy import padded
from topa_studio.ui.widgets.plain import without_key
from topa_studio.ui.words import duration, kind_word, seconds_word, shot_title

translate = QCoreApplication.translate
# They need the place where the keyboard is, or are the palette itself.
_NOT_NAMED = ("palette", "next_pane", "press_button", "step_back")

# Their words end with what they cost.
_PAYING = (
    "generate", "generate_missing", "new_panel", "panels", "panels_scene", "refresh",
    "refresh_scene",
)  # fmt: skip


class Kind(StrEnum):
    """What an entry is; the value begins its id among the last used."""

    DO = "do"
    SHOT = "shot"
    SCENE = "scene"
    ELEMENT = "element"
    SETTING = "setting"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to choose.

    Attributes:
        id: a command's name, a shot's key, a scene's id, an element's name, words to look for.
        number: its place in the film. aside: smaller words behind its name.
        price: what doing it costs now; "": nothing.
        key: its key as it stands on the keyboard. reason: why it cannot be done now; "": it can.
        other: its name in the other language.
    """

    kind: Kind
    id: str
    name: str
    number: str = ""
    aside: str = ""
    price: str = ""
    key: str = ""
    is_able: bool = True
    reason: str = ""
    other: str = field(default="", compare=False)

    @property
    def known_as(self) -> str:
        """What it is called among the last used."""
        return f"{self.kind.value}:{self.id}"


class OtherTongue:
    """The names of commands in the language that is not spoken."""

    def __init__(self) -> None:
        self._russian = QTranslator()
        self._russian.load("topa_ru", str(resource("translations")))

    def of(self, english: str, spoken: str) -> str:
        """A command's name in English where it is spoken in another language, else in Russian."""
        if spoken != english:
            return without_key(english)
        return without_key(self._russian.translate("Commands", english) or "")


def command_entries(commands: Commands, other: OtherTongue) -> list[Entry]:
    """Every command that can be asked for anywhere, with its key; what cannot be done is last."""
    found = []
    for name, action in commands.actions.items():
        if name in _NOT_NAMED or name.startswith("take_"):
            continue
        command, able = COMMANDS[name], action.isEnabled()
        words, price = without_key(action.text().partition("\t")[0]), ""
        if name in _PAYING and able and " · " in words:
            words, _, price = words.rpartition(" · ")
        tells = command.tells if command.about and command.tells != words else ""
        found.append(
            Entry(
                Kind.DO,
                name,
                words,
                aside=tells if able else _reason(command.able),
                price=price,
                key=command.key,
                is_able=able,
                reason="" if able else _reason(command.able),
                other=other.of(command.english, command.words),
            )
        )
    return found


def setting_entries(menu: QMenu) -> tuple[list[Entry], dict[str, QAction]]:
    """The choices of a menu and of those in it, and what each does."""
    found, acts = [], {}
    for words, action in _choices(menu, ""):
        if action.isVisible():
            found.append(Entry(Kind.SETTING, words, words, is_able=action.isEnabled()))
            acts[words] = action
    return found, acts


def _choices(menu: QMenu, before: str) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        inside, words = action.menu(), without_key(action.text().partition("\t")[0])
        if isinstance(inside, QMenu):
            yield from _choices(inside, f"{words}: ")
        elif words and action.objectName() not in COMMANDS:
            yield f"{before}{words}", action


def element_entries(film: Scenario) -> list[Entry]:
    """All elements, by their names with the @."""
    return [
        Entry(Kind.ELEMENT, element.name, f"@{element.name}", aside=kind_word(element.kind))
        for element in film.elements
    ]


def scene_entries(film: Scenario) -> list[Entry]:
    """All scenes, by number and title."""
    return [_scene(film, place) for place in range(len(film.scenes))]


def _scene(film: Scenario, place: int) -> Entry:
    scene = film.scenes[place]
    parts = (
        translate("Palette", "scene"),
        count_word("shots", len(scene.shots)),
        duration(scene.seconds),
    )
    title = scene.title or translate("Palette", "Scene {number}").format(number=place + 1)
    return Entry(Kind.SCENE, scene.id, title, str(place + 1), " · ".join(parts))


class ShotNames:
    """All shots of a film by number and title, light enough for ten thousand."""

    def __init__(self, film: Scenario) -> None:
        self.film = film
        self.keys: list[str] = []
        self.numbers: list[str] = []
        self.texts: list[str] = []
        for place, scene in enumerate(film.scenes, 1):
            for at, shot in enumerate(scene.shots, 1):
                self.keys.append(shot.key)
                self.numbers.append(f"{place}.{at}")
                self.texts.append(padded(shot_title(shot)))

    def entry(self, place: int) -> Entry:
        """The shot at a place of the film."""
        return shot_entry(self.film, self.keys[place], self.numbers[place])

    def numbered(self, begun: str, most: int) -> list[int]:
        """Places of the shots whose number begins so."""
        found = [place for place, number in enumerate(self.numbers) if number.startswith(begun)]
        return sorted(found, key=lambda place: (self.numbers[place] != begun, place))[:most]


def shot_entry(film: Scenario, key: str, number: str = "") -> Entry:
    """One shot."""
    shot, scene = film.shot(key), film.scene_of(key)
    aside = " · ".join(filter(None, (scene.title, seconds_word(shot.seconds))))
    return Entry(Kind.SHOT, key, shot_title(shot), number or film.number_of(key), aside)


def _reason(able: Able) -> str:
    """Why a command cannot be done now; "" where it says so itself."""
    return {
        Able.FILM: translate("Palette", "this film is open to look at only"),
        Able.SHOTS: translate("Palette", "choose a shot first"),
        Able.SHOTS_OR_SCENE: translate("Palette", "choose a shot or a scene first"),
        Able.ANYTHING: translate("Palette", "choose something first"),
    }.get(able, translate("Palette", "nothing to do now"))
