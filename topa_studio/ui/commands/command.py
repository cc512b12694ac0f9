"""What a command is: its words, its keys, where they hold and when it can be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from topa_studio.ui.plain import without_key

_SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "Backtab": "Tab"}
_SAME_KEY = {"Enter", "Alt+Enter", "Backspace", "Shift+*"}


class Place(Enum):
    """Where the keyboard has to be for a key to mean a command."""

    WINDOW = auto()
    TIMELINE = auto()
    BOARD = auto()
    PLAYER = auto()
    LINE = auto()
    ELEMENT = auto()
    TAKE = auto()
    WORDS = auto()
    FILTERS = auto()
    COMPARE = auto()
    SEAM = auto()
    LANE = auto()
    PICTURE = auto()
    CROP = auto()
    SHOT_LIST = auto()
    COLUMNS = auto()
    WRITING = auto()
    CHIP = auto()
    COMMENT = auto()
    SAID = auto()


class Able(Enum):
    """When a command of the window can be done; `OWN` is told by whoever does it."""

    ALWAYS = auto()
    OWN = auto()
    FILM = auto()
    SHOTS = auto()
    SHOTS_OR_SCENE = auto()
    ANYTHING = auto()


def translate(_context: str, english: str) -> str:
    """Mark words for the translators; they are said in the user's language when they are read."""
    return english


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be asked for.

    Attributes:
        name: what the code calls it.
        english: its words in a menu, with the mark of their letter.
        keys: Qt's own words of keys, the first is the one that is told. In the window they work
            wherever the keyboard is, but for letters in a field.
        loose: such keys that hold only where nothing that has the keyboard takes them.
        about: longer words for the page of keys; those with the same share one row there.
        short: shorter words for the row of hints.
    """

    name: str
    english: str
    keys: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    place: Place = Place.WINDOW
    able: Able = Able.ALWAYS
    about: str = ""
    short: str = ""

    @property
    def words(self) -> str:
        """Its words in a menu."""
        return said(self.english)

    @property
    def says(self) -> str:
        """Its words as they are read."""
        return without_key(self.words)

    @property
    def tells(self) -> str:
        """Its words on the page of keys."""
        return said(self.about) if self.about else self.says

    @property
    def hint(self) -> str:
        """Its words in the row of hints."""
        return said(self.short) if self.short else f"{self.says[:1].lower()}{self.says[1:]}"

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Every key that means it, the one that is told first."""
        return (*self.loose, *self.keys)

    @property
    def key(self) -> str:
        """The key that is told, as it stands on the keyboard; "" for none."""
        return spelled(self.all_keys[0]) if self.all_keys else ""

    @property
    def caps(self) -> tuple[str, ...]:
        """Its keys as they stand on the keyboard."""
        return tuple(spelled(key) for key in self.all_keys if key not in _SAME_KEY)

    def with_key(self, words: str = "") -> str:
        """These words, else its own, with the key behind them: for a button's tooltip."""
        return f"{words or self.says} ({self.key})" if self.key else words or self.says

    def in_menu(self, words: str = "") -> str:
        """These words, else its own, with the key at the end of the line."""
        return f"{words or self.words}\t{self.key}" if self.key else words or self.words


def spelled(key: str) -> str:
    """A key as it stands on the keyboard."""
    parts = key.split("+") if len(key) > 1 else [key]
    return "+".join(_SIGNS.get(part, part) for part in parts)


def pressed(event: QKeyEvent, but: Qt.KeyboardModifier) -> str:
    """What is pressed as Qt calls it, without the modifiers `but`; "" where it has no name."""
    try:
        key = Qt.Key(event.key())
    except ValueError:
        return ""
    held = event.modifiers() & ~(but | Qt.KeyboardModifier.KeypadModifier)
    return QKeySequence(QKeyCombination(held, key)).toString()


def said(english: str) -> str:
    """Words of the table in the user's language."""
    return QCoreApplication.translate("Commands", english)
