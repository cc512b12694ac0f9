"""The button that makes a shot or scene: what a press makes, what it costs, or why it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from topa_studio.app.making.standing import is_stale
from topa_studio.app.session import ProjectSession
from topa_studio.model.scenario import Scene
from topa_studio.model.status import EMPTY, RUNNING, Quote, ShotStatus, Stage, is_missing
from topa_studio.model.wish import clips
from topa_studio.ui.look.calm import set_name, set_words
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.notices.told import Told
from topa_studio.ui.widgets.plain import plain_act
from topa_studio.ui.words import is_own, mistake_mark, quote_word, stage_word, trouble_words

_TOLD = 20
_LEFT = RUNNING | {Stage.EMPTY, Stage.NEEDS_YOU}


@dataclass(frozen=True, slots=True)
class Several:
    """Of several shots, those that a press may make: each in the film's order."""

    missing: tuple[str, ...]
    stale: tuple[str, ...]
    all: tuple[str, ...]


def of_several(session: ProjectSession, keys: Sequence[str], *, accepted: bool = False) -> Several:
    """Which of these have no clip, which are out of date, and all that can be made.

    `accepted`: those that are accepted are among them, too.
    """
    missing, stale, every = [], [], []
    for key in keys:
        shot, status = session.film.shot(key), session.shot(key)
        if (shot.locked and not accepted) or status.stage in _LEFT or shot.still:
            continue
        every.append(key)
        if shot.locked:
            continue
        if is_missing(status, locked=False):
            missing.append(key)
        elif is_stale(shot, status):
            stale.append(key)
    return Several(tuple(missing), tuple(stale), tuple(every))


class GenerateButton(QPushButton):
    """Generate or Regenerate, with the cost.

    Signals:
        requested: permanent keys of the shots to make, and the credits on the button.
        words_wanted: the shot has to be written first, or mended.
    """

    requested = Signal(list, object)
    words_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[str, ...] = ()
        self._cost: float | None = None
        self._writes = False
        self.setText(self.tr("Generate"))
        set_role(self, "second")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._press)

    def offer_shot(self, session: ProjectSession, key: str, verb: str = "") -> tuple[Told, ...]:
        """Offer to make one shot; returns what should be told beside the button.

        `verb`: other words for it than Generate and Regenerate, with {cost} in them.
        """
        status = session.shot(key)
        if status.stage in RUNNING:
            self._say(stage_word(status.stage) + "…", ())
            return ()
        if status.stage is Stage.EMPTY or is_own(status.mistake):
            self._ask_for_words(status, can=not session.read_only)
            return ()
        if session.film.shot(key).still:
            self._say(self.tr("A picture of your own"), ())
            return ()
        quote = session.quote(clips(key))
        told = [Told("warn", _read_only_words())] if session.read_only else []
        if mistake := session.spending.mistake:
            self._say(_no_budget_words(), ())
            return (*told, Told("bad", trouble_words(mistake)))
        told += [Told("bad", trouble_words(why)) for why in quote.blocked.values()]
        again = self.tr("Regenerate · {cost}") if _made(status) else self.tr("Generate · {cost}")
        can = not told and bool(quote.shots)
        words = (verb or again).format(cost=quote_word(quote))
        if quote.shots and quote.credits == 0:
            words = self.tr("Download again · free")
        elif not can:
            words = self.tr("Cannot be generated now")
        self._say(words, (key,) if can else (), quote.credits)
        return (*told, *self._on_the_way(quote))

    def offer_shots(self, session: ProjectSession, keys: Sequence[str]) -> tuple[Told, ...]:
        """Offer what of several shots lacks a clip, else what is out of date, else all again.

        What runs, has no words yet or is accepted is left out.
        """
        sets = of_several(session, keys)
        if mistake := session.spending.mistake if sets.all else None:
            self._say(_no_budget_words(), ())
            return (Told("bad", trouble_words(mistake)),)
        quote = session.quote(clips(*(sets.missing or sets.stale or sets.all)))
        if not quote.shots:
            self._say(self.tr("Nothing to generate here"), ())
            return _told_blocked(session, quote)
        words = self.tr("Generate %n shots · {cost}", "", len(quote.shots))
        if not sets.missing:
            words = self.tr("Regenerate %n shots · {cost}", "", len(quote.shots))
            if sets.stale:
                words = self.tr("Regenerate %n out of date · {cost}", "", len(quote.shots))
        shown = () if session.read_only else quote.shots
        self._say(words.format(cost=quote_word(quote)), shown, quote.credits)
        return (*_told_blocked(session, quote), *self._on_the_way(quote))

    @property
    def offers(self) -> bool:
        """Whether a press would make something now."""
        return bool(self._keys)

    def _ask_for_words(self, status: ShotStatus, *, can: bool) -> None:
        """Nothing can be made of it as it is written: the press leads to its words."""
        words = self.tr("Say what happens")
        if status.mistake is not None and status.mistake != EMPTY:
            what = mistake_mark(status.mistake).removesuffix("?")
            words = self.tr("Fix {what}").format(what=what)
            if not what.startswith("@"):
                words = self.tr("Fix the mistake")
        self._say(words, ())
        self._writes = can
        self.setEnabled(can)

    def _press(self) -> None:
        if self._writes:
            self.words_wanted.emit()
        else:
            self.requested.emit(list(self._keys), self._cost)

    def offer_scene(self, session: ProjectSession, scene: Scene) -> tuple[Told, ...]:
        """Offer to make a scene's missing shots; where none is missing, to make it again."""
        missing = session.missing(scene.id)
        shots = (shot for shot in scene.shots if not shot.locked)
        idle = [shot.key for shot in shots if session.shot(shot.key).stage not in RUNNING]
        sound = (s for s in map(session.shot, idle) if not (s.trouble or s.mistake))
        keys = missing or tuple(s.key for s in sound if s.stage is not Stage.EMPTY)
        if not keys:
            self._say(self.tr("Nothing to generate here"), ())
            return ()
        if mistake := session.spending.mistake:
            self._say(_no_budget_words(), ())
            return (Told("bad", trouble_words(mistake)),)
        quote = session.quote(clips(*keys))
        if not quote.shots:
            self._say(self.tr("Nothing can be generated here yet"), ())
            return _told_blocked(session, quote)
        words = self.tr("Generate %n missing · {cost}", "", len(quote.shots))
        if not missing:
            words = self.tr("Regenerate %n shots · {cost}", "", len(quote.shots))
        self._say(
            words.format(cost=quote_word(quote)),
            quote.shots if not session.read_only else (),
            quote.credits,
        )
        return (*_told_blocked(session, quote), *self._on_the_way(quote))

    def _on_the_way(self, quote: Quote) -> tuple[Told, ...]:
        if not quote.images:
            return ()
        words = self.tr("Generates %n pictures first; they are in the price.", "", quote.images)
        return (Told("info", words),)

    def _say(self, words: str, keys: tuple[str, ...], cost: float | None = None) -> None:
        self._keys, self._cost, self._writes = keys, cost, False
        set_words(self, plain_act(words))
        set_name(self, words)
        self.setEnabled(bool(keys))


def _told_blocked(session: ProjectSession, quote: Quote) -> tuple[Told, ...]:
    """Which shots cannot be sent, each with its number."""
    film = session.film
    found = list(quote.blocked.items())
    lines = [
        Told("bad", f"{film.number_of(wish.key)}: {trouble_words(why)}")
        for wish, why in found[:_TOLD]
    ]
    if len(found) > _TOLD:
        words = QCoreApplication.translate(
            "GenerateButton", "%n more cannot be sent as they are", "", len(found) - _TOLD
        )
        lines.append(Told("bad", words))
    return tuple(lines)


def _made(status: ShotStatus) -> bool:
    return bool(status.takes) or status.stage in {Stage.MADE, Stage.NEEDS_YOU}


def _no_budget_words() -> str:
    return QCoreApplication.translate("GenerateButton", "The budget cannot be read")


def _read_only_words() -> str:
    return QCoreApplication.translate(
        "GenerateButton", "Another program holds this film, so nothing can be generated here."
    )
