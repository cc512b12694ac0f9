"""The language in force: our own words and Qt's, and how numbers are grouped."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from topa_studio.base.resources import resource

KNOWN = ("en", "ru")
_LOCALES = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
    "ru": QLocale(QLocale.Language.Russian, QLocale.Country.Russia),
}


def language_for(chosen: str) -> str:
    """The language to speak: the chosen one, else the system's where we know it, else English."""
    if chosen in KNOWN:
        return chosen
    system = QLocale.system().name()[:2]
    return system if system in KNOWN else "en"


class Languages:
    """Holds the translators that are installed; one language at a time."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.now = ""

    def speak(self, language: str) -> None:
        """Speak `language` from now on; what is on screen already keeps its words."""
        if language == self.now:
            return
        self.fall_silent()
        QLocale.setDefault(_LOCALES[language])
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"qtbase_{language}", qt)
        self._install(f"topa_{language}", str(resource("translations")))
        self.now = language

    def fall_silent(self) -> None:
        """Take all translators away again."""
        for old in self._installed:
            self._app.removeTranslator(old)
        self._installed = []
        self.now = ""

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self._app)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._installed.append(translator)
