"""The one orange button of a shot or scene: what a press makes, what it costs, or why it cannot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from topa_studio.app.session import ProjectSession
from topa_studio.model.scenario import Scene
from topa_studio.model.status import RUNNING, Quote, ShotStatus, Stage
from topa_studio.ui.inspector.told import Told
from topa_studio.ui.theme import set_role
from topa_studio.ui.words import credits_word, stage_word, trouble_words


class GenerateButton(QPushButton):
    """Generate or Regenerate, with the cost.

    Signals:
        requested: permanent keys of the shots to make, and the credits on the button.
    """

    requested = Signal(list, object)

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[str, ...] = ()
        self._cost: float | None = None
        self.setText(self.tr("Generate"))
        set_role(self, "primary")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.requested.emit(list(self._keys), self._cost))

    def offer_shot(self, session: ProjectSession, key: str) -> tuple[Told, ...]:
        """Offer to make one shot; returns what should be told beside the button."""
        status = session.shot(key)
        if status.stage in RUNNING:
            self._say(stage_word(status.stage) + "…", ())
            return ()
        quote = session.quote([key])
        told = [Told("bad", trouble_words(why)) for why in quote.blocked.values()]
        if session.read_only:
            told.append(Told("warn", _read_only_words()))
        if mistake := session.spending.mistake:
            self._say(_no_budget_words(), ())
            return (*told, Told("bad", trouble_words(mistake)))
        verb = self.tr("Regenerate · {cost}") if _made(status) else self.tr("Generate · {cost}")
        can = not told and bool(quote.shots)
        words = verb.format(cost=credits_word(quote.credits))
        if status.stage is Stage.MISSING and status.trouble is not None:
            told.append(Told("warn", trouble_words(status.trouble)))
            words = words if quote.credits else self.tr("Fetch again, free")
        self._say(words, (key,) if can else (), quote.credits)
        return (*told, *self._on_the_way(quote))

    def offer_scene(self, session: ProjectSession, scene: Scene) -> tuple[Told, ...]:
        """Offer to make a scene's missing shots; where none is missing, to make it again."""
        missing = session.missing(scene.id)
        idle = [s.key for s in scene.shots if session.shot(s.key).stage not in RUNNING]
        keys = missing or tuple(key for key in idle if not session.shot(key).trouble)
        if not keys:
            self._say(self.tr("Nothing to make here"), ())
            return ()
        if mistake := session.spending.mistake:
            self._say(_no_budget_words(), ())
            return (Told("bad", trouble_words(mistake)),)
        quote = session.quote(keys)
        words = self.tr("Generate %n missing · {cost}", "", len(quote.shots))
        if not missing:
            words = self.tr("Regenerate %n shots · {cost}", "", len(quote.shots))
        self._say(
            words.format(cost=credits_word(quote.credits)),
            quote.shots if not session.read_only else (),
            quote.credits,
        )
        told = [Told("bad", trouble_words(why)) for why in quote.blocked.values()]
        return (*told, *self._on_the_way(quote))

    def _on_the_way(self, quote: Quote) -> tuple[Told, ...]:
        if not quote.images:
            return ()
        words = self.tr("Makes %n pictures first; they are in the price.", "", quote.images)
        return (Told("info", words),)

    def _say(self, words: str, keys: tuple[str, ...], cost: float | None = None) -> None:
        self._keys, self._cost = keys, cost
        self.setText(words)
        self.setAccessibleName(words)
        self.setEnabled(bool(keys))


def _made(status: ShotStatus) -> bool:
    return bool(status.takes) or status.stage in {Stage.MADE, Stage.NEEDS_YOU}


def _no_budget_words() -> str:
    return QCoreApplication.translate("GenerateButton", "The budget cannot be read")


def _read_only_words() -> str:
    return QCoreApplication.translate(
        "GenerateButton", "Another program holds this film, so nothing can be made here."
    )
