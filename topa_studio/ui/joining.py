"""What a window of a film is joined to in the program, and what it is told when it appears."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from topa_studio.app.going_real import GoingReal
from topa_studio.film.paper.choices import Column
from topa_studio.model.problem import Severity
from topa_studio.ui.account.pages import AccountPages
from topa_studio.ui.acts.cut_acts import CutActs
from topa_studio.ui.acts.script_acts import ScriptActs
from topa_studio.ui.film_questions import FilmQuestions
from topa_studio.ui.first_notes import FirstNotes
from topa_studio.ui.list_acts import ListActs
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.new_film.asking import NewFilms
from topa_studio.ui.notices.notices import Offer
from topa_studio.ui.notices.told import WORDLESS
from topa_studio.ui.quitting.leaving import Leaving
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.words import problem_words


class Program(Protocol):
    """What a window is joined to: the studio."""

    leaving: Leaving
    scope: TaskScope
    store: PreferenceStore
    new_films: NewFilms
    notes: FirstNotes | None

    @property
    def questions(self) -> FilmQuestions:
        """What is asked about whole films."""

    async def change_look(self, field: str, value: object) -> None:
        """Remember a choice of language, look or size."""

    async def show_anew(self) -> None:
        """The film in another window, with the look and keys of now."""

    async def reopen(self, practice: bool) -> None:
        """The open film with the practice service, or for real."""


def join(studio: Program, window: MainWindow, config: Path | None) -> None:
    """Give the window what only the program can do."""
    window.furnish()
    studio.leaving.follow(window)
    studio.questions.join(window, studio.scope.spawn)
    window.commands.join({"new": lambda: studio.new_films.ask(window)})
    window.menus.look_chosen.connect(
        lambda field, value: studio.scope.spawn(studio.change_look(field, value))
    )
    window.pages.keys_kept = lambda told: _keep_keys(studio, window, told)
    window.pages.keys_told = lambda: studio.scope.spawn(studio.show_anew())
    window.command_palette.keep = lambda last: studio.store.change(last_chosen=last)
    window.out.keep = lambda kept: studio.store.change(out=kept)
    window.out.columns = lambda: _paper_columns(studio, window)
    ListActs(window, studio.store)
    ScriptActs(window, window.desk)
    CutActs(window, window.desk)
    going = GoingReal(window.session.file, config)
    pages = AccountPages(window, studio.scope, going, studio.reopen, studio.store)
    pages.shown_anew = studio.show_anew


def _paper_columns(studio: Program, window: MainWindow) -> tuple[Column, ...]:
    from topa_studio.ui.shot_list.remembered import columns_of, first_columns

    session = window.session
    first = first_columns(session.film)
    shown = columns_of(studio.store.now.columns, session.file, first).shown
    return tuple(Column(str(column)) for column in shown)


def _keep_keys(studio: Program, window: MainWindow, told: tuple[str, ...]) -> None:
    studio.store.change(keys=told)
    window.timeline.teach()


def tell(studio: Program, window: MainWindow) -> None:
    """Say at once what stands in the way of work on this film, and begin the first notes."""
    session, translate = window.session, QCoreApplication.translate
    if session.read_only:
        words = translate(
            "Studio", "Another program works on this film, so it is open to look at only."
        )
        if not os.access(session.path(""), os.W_OK):
            words = translate(
                "Studio", "This folder cannot be written to, so the film is open to look at only."
            )
        window.notice_bar.show_notice("warning", words)
    found = [p for p in session.problems if p.severity is Severity.ERROR]
    mistakes = [problem for problem in found if problem.code != WORDLESS]
    count = len(mistakes)
    if count:
        words = translate(
            "Studio",
            "The scenario has %n mistakes. Each is told on its shot, or on the film.",
            "",
            count,
        )
        window.notice_bar.show_notice("warning", f"{words} {problem_words(mistakes[0])}")
    _tell_wordless(window, [p.element for p in found if p.code == WORDLESS and p.element])
    _offer_notes(studio, window)


def _tell_wordless(window: MainWindow, names: list[str]) -> None:
    """Elements nobody has described yet are work to come, and no fault: so begins every film."""
    if not names:
        return
    translate, desk = QCoreApplication.translate, window.desk
    words = translate("Studio", "%n elements have no words yet.", "", len(names))
    more = translate("Studio", "Say how each looks before you generate it.")

    def write() -> None:
        left = [p.element for p in desk.session.problems if p.code == WORDLESS]
        name = next((name for name in left if name), None)
        if name is not None:
            desk.selection.select_element(name)
            desk.writing_wanted.emit()

    offers = (Offer(translate("Studio", "Write them"), write),)
    window.notice_bar.show_notice("info", f"{words} {more}", offers, stays=True)


def _offer_notes(studio: Program, window: MainWindow) -> None:
    """The first notes, at the first start and when they are asked for."""
    before, studio.notes = studio.notes, FirstNotes(window)
    studio.notes.begun.connect(lambda: _noted(studio, window))
    window.commands.join({"first_notes": studio.notes.begin})
    if before is not None and before.bubble is not None:
        studio.notes.go_on(before.at)
    elif not studio.store.now.noted:
        studio.notes.begin_soon()


def _noted(studio: Program, window: MainWindow) -> None:
    """They come once, also where the program does not end as it should."""
    studio.store.change(noted=True)
    window.desk.look(studio.store.save)
