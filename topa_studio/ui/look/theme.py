"""The one look of the window: colours, fonts and sizes come from here and nowhere else."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from topa_studio.base.resources import resource
from topa_studio.ui.look.colours import DARK, LIGHT, Tokens, contrast, mix
from topa_studio.ui.look.sheet import sheet

__all__ = [
    "DARK",
    "LIGHT",
    "Tokens",
    "apply_theme",
    "contrast",
    "mix",
    "scaled",
    "set_role",
    "system_tokens",
    "text_percent",
    "theme_signals",
    "tokens",
    "ui_font",
]

BASE_PX = 13
LARGE_PERCENT = 150
FAMILY = "Inter"
_TOKENS = "topaTokens"
_SCALE = "topaTextScale"
_SIGNALS = "topaThemeSignals"


class ThemeSignals(QObject):
    """Tells panes that paint by themselves that colours or text size changed."""

    changed = Signal()


def application() -> QApplication:
    """The running application. Raises RuntimeError where there is none."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("no application is running")
    return app


def tokens() -> Tokens:
    """The colours in force; dark until `apply_theme` was called."""
    found = application().property(_TOKENS)
    return found if isinstance(found, Tokens) else DARK


def text_percent() -> int:
    """The size of text, 100 to 200."""
    found = application().property(_SCALE)
    return found if isinstance(found, int) else 100


def scaled(px: int) -> int:
    """A length in pixels at 100 % text, as long as it must be at the text size in force."""
    return round(px * text_percent() / 100)


def theme_signals() -> ThemeSignals:
    """The one sender of `changed`; it lives as long as the application."""
    app = application()
    found = app.property(_SIGNALS)
    if isinstance(found, ThemeSignals):
        return found
    signals = ThemeSignals(app)
    app.setProperty(_SIGNALS, signals)
    return signals


def system_tokens(app: QApplication) -> Tokens:
    """Light where the system says so; dark where it says dark or nothing."""
    light = app.styleHints().colorScheme() is Qt.ColorScheme.Light
    return LIGHT if light else DARK


def ui_font(px: int = BASE_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The window's font at `px` pixels of 100 % text."""
    font = QFont(FAMILY)
    font.setPixelSize(scaled(px))
    font.setWeight(weight)
    return font


def load_fonts() -> None:
    """Add the bundled fonts; without them the system's Inter or its own font serves."""
    folder = resource("fonts")
    for path in sorted((*folder.rglob("*.ttf"), *folder.rglob("*.otf"))):
        QFontDatabase.addApplicationFont(str(path))


def apply_theme(app: QApplication, chosen: Tokens, percent: int = 100) -> None:
    """Give the whole application its style, font, palette and sheet, and tell `theme_signals`."""
    if app.property(_TOKENS) is None:
        app.setStyle("Fusion")
        load_fonts()
    app.setProperty(_TOKENS, chosen)
    app.setProperty(_SCALE, max(100, min(200, percent)))
    app.setFont(ui_font())
    app.setPalette(palette(chosen))
    app.setStyleSheet(sheet(chosen, scaled))
    theme_signals().changed.emit()


def palette(chosen: Tokens) -> QPalette:
    """The tokens as Qt's own roles, for what no sheet rule reaches."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, colour in {
        roles.Window: chosen.bg,
        roles.Base: chosen.well,
        roles.AlternateBase: chosen.panel,
        roles.Button: chosen.raised,
        roles.ToolTipBase: chosen.raised,
        roles.WindowText: chosen.text,
        roles.Text: chosen.text,
        roles.ButtonText: chosen.text,
        roles.ToolTipText: chosen.text,
        roles.BrightText: chosen.bad,
        roles.PlaceholderText: chosen.dim,
        roles.Highlight: chosen.accent,
        roles.HighlightedText: chosen.on_accent,
        roles.Link: chosen.run,
        roles.Mid: chosen.line,
        roles.Dark: chosen.line,
        roles.Light: chosen.raised,
        roles.Shadow: chosen.stage,
    }.items():
        made.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, chosen.faint)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget its place in the sheet ("primary", "card", "dim", ...) and paint it anew."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
