"""Under the words of a shot: what is wrong with them or would make them better, with its fixes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal

from topa_studio.document.edits import Edit
from topa_studio.model.problem import Problem, Severity
from topa_studio.ui.desk import Desk
from topa_studio.ui.notices.told import Told, ToldLines
from topa_studio.ui.writing.mistakes import (
    MAKE,
    Mending,
    ProblemsOfShots,
    edits_of,
    told_problems,
)

_ABOUT_WORDS = frozenset(
    f"document.{code}"
    for code in (
        "unknown-element", "K02", "K03", "K10", "K11", "K22", "K23", "K24", "K25", "K25l", "K26",
        "K27", "K28", "K29", "K30", "K32", "K33", "K34", "K35", "K38", "K39", "K41", "K42",
    )
)  # fmt: skip
_ORDER = ("bad", "warn", "info")


def is_about_words(problem: Problem) -> bool:
    """Whether a problem is told under the words of its shot."""
    return problem.code in _ABOUT_WORDS


class WordNotes(ToldLines):
    """Of one shot. What comes up while the words are typed waits for a rest.

    What is no mistake can be put away; it stays so for these words in this window.

    Signals:
        element_wanted: the name of an element to make. words_wanted: the words are to be written.
    """

    element_wanted = Signal(str)
    words_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(side_by_side=True)
        self._desk, self._selection = desk, desk.selection
        self._key = ""
        self._problems = ProblemsOfShots()
        self._seen: frozenset[str] = frozenset()
        self.pressed.connect(self.mend)
        self.hushed.connect(self._hush)
        self._selection.hushed.connect(self._refresh_same)

    def show_shot(self, key: str) -> None:
        """Tell of this shot, as its words are in the film now."""
        self._key = key
        found = self._problems.of(self._desk.session.problems, key)
        problems = (problem for problem in found if is_about_words(problem))
        lines = [line for line in self._lines_of(problems) if not self._is_hushed(line)]
        if self._selection.typing != key:
            self._seen = frozenset(line.text for line in lines)
        self.tell([line for line in lines if line.text in self._seen])

    def mend(self, mending: object) -> None:
        """Do the fix of a line; without one the words are to be written."""
        film, key = self._desk.film, self._key
        if not isinstance(mending, Mending) or not film.has_shot(key):
            self.words_wanted.emit()
        elif mending.kind == MAKE:
            self.element_wanted.emit(mending.name)
        else:
            self._desk.telling.emit()
            self._desk.rework(self.tr("Fix a mistake"), lambda: self._edits(key, mending))

    def _edits(self, key: str, mending: Mending) -> list[Edit]:
        film = self._desk.film  # with what was typed a moment ago
        return edits_of(film.shot(key), mending) if film.has_shot(key) else []

    def _lines_of(self, problems: Iterable[Problem]) -> list[Told]:
        found = []
        for problem in problems:
            for line in told_problems(self._desk.film, [problem]):
                is_mistake = problem.severity is Severity.ERROR
                found.append(line if is_mistake else replace(line, hush=line.text))
        return sorted(dict.fromkeys(found), key=lambda line: _ORDER.index(line.level))

    def _is_hushed(self, line: Told) -> bool:
        return (self._key, line.hush) in self._selection.put_away

    def _hush(self, words: object) -> None:
        self._selection.hush(self._key, str(words))

    def _refresh_same(self, key: str) -> None:
        if key == self._key and self._desk.film.has_shot(key):
            self.show_shot(key)
