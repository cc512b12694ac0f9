"""The window's one style sheet, written from the tokens; lengths are pixels at 100 % text."""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from topa_studio.base.resources import resource
from topa_studio.ui.look.colours import Tokens, accent_words, mix

_SHEET = Template("""
* { outline: 0; }
QMainWindow, QDialog { background: $bg; color: $text; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QMessageBox QLabel#qt_msgbox_label { font-size: $f15; font-weight: 600; min-width: 320px; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: $f15; font-weight: 600; }
QLabel[role="page-name"] { font-size: $f15; font-weight: 600; }
QLabel[role="card-title"] { font-size: $f14; font-weight: 600; }
QLabel[role="brand"] { font-size: $f15; font-weight: 700; }
QLabel[role="section"] { color: $dim; font-size: $f11; font-weight: 600; letter-spacing: 1px; }
QLabel[role="dim"], QCheckBox[role="dim"] { color: $dim; font-size: $f12; }
QLabel[role="small"] { color: $dim; font-size: $f11; }
QLabel[role="mix"] { font-size: $f12; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="ok"] { color: $ok; font-size: $f12; }
QLabel[role="run"] { color: $run; font-size: $f12; }
QLabel[role="warn"] { color: $warn; font-size: $f12; }
QLabel[role="bad"] { color: $bad; font-size: $f12; }
QPushButton[role^="badge-"] { padding: 0; }
QPushButton[role="badge-ok"] { border-color: $ok; background: $ok_wash; }
QPushButton[role="badge-ok"] QLabel { color: $ok; }
QPushButton[role="badge-warn"] { border-color: $warn; background: $warn_wash; }
QPushButton[role="badge-warn"] QLabel { color: $warn; }
QPushButton[role="badge-real"] { border-color: $faint; }
QPushButton[role="badge-off"] { background: $panel; }
QPushButton[role="badge-off"] QLabel { color: $dim; }
QPushButton[role^="badge-"]:hover { background: $hover; }
QPushButton[role^="badge-"]:focus { border-color: $run; }
QFrame[role="pane"], QWidget[role="pane"] { background: $panel; }
QLabel[role="note"] { color: $note_dim; font-size: $f12; }
QLabel[role="note-title"] { color: $bg; font-weight: 600; }
QPushButton[role="note"], QToolButton[role="note"] { background: transparent; color: $bg;
  border: 2px solid transparent; padding: 2px 6px; font-weight: 600; }
QPushButton[role="note"]:hover, QToolButton[role="note"]:hover { background: $note_hover; }
QPushButton[role="note"]:focus, QToolButton[role="note"]:focus { border-color: $note_dim; }
QFrame[role="rail"] { background: $panel; border-right: 1px solid $line; }
QToolButton[role="rail"] { background: transparent; border: 2px solid transparent; padding: 1px; }
QToolButton[role="rail"]:hover { border-color: $faint; }
QToolButton[role="rail"]:checked { border-color: $accent; }
QToolButton[role="rail"]:focus { border-color: $run; }
QWidget[role="page"] { background: $bg; }
QFrame[role="card"] { background: $raised; border: 1px solid $line; border-radius: 8px; }
QFrame[role="card"]:hover { border-color: $faint; }
QFrame[role="card"]:focus { border: 2px solid $run; }
QFrame[role="card-chosen"] { background: $raised; border: 2px solid $accent; border-radius: 8px; }
QFrame[role="box"] { background: $raised; border: 1px solid $line; border-radius: 8px; }
QFrame[role="table"] { background: $panel; border: 1px solid $line; border-radius: 8px; }
QFrame[role="table-head"] { background: $raised; border-radius: 7px; }
QFrame[role="bar-info"] { background: $raised; border: 1px solid $line; border-radius: 8px; }
QFrame[role="bar-warning"] { background: $warn_wash; border: 1px solid $warn; border-radius: 8px; }
QFrame[role="bar-error"] { background: $bad_wash; border: 1px solid $bad; border-radius: 8px; }
QFrame[role="toast"] { background: $stage; border: 1px solid $line; border-radius: 15px; }
QPushButton[role="toast"] { background: $raised; border: 1px solid $raised; border-radius: 10px;
  padding: 2px 10px; }
QPushButton[role="toast"]:hover { background: $hover; border-color: $hover; }
QPushButton[role="toast"]:focus { border-color: $run; }
QPushButton[role="flat"] { background: transparent; border: 1px solid transparent;
  padding: 3px 8px; color: $dim; }
QPushButton[role="flat"]:hover { color: $text; background: $hover; }
QPushButton[role="answer"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  padding: 3px 10px; font-weight: 600; }
QPushButton[role="answer"]:hover { background: $accent_hover; border-color: $accent_hover; }
QFrame[role="pop-up"] { background: $raised; border: 1px solid $line; border-radius: 12px; }
QFrame[role="well"] { background: $panel; border: 1px solid $line; border-radius: 8px; }
QLabel[role="hold"] { background: $stage; color: $text; border: 1px solid $line;
  border-radius: 6px; padding: 4px 8px; font-size: $f12; font-weight: 600; }
QLabel[role="reason"] { background: $raised; color: $text; border: 1px solid $bad;
  border-radius: 6px; padding: 4px 8px; font-size: $f12; }
QFrame[role="cell"] { background: $well; border: 2px solid $run; border-radius: 5px; }
QFrame[role="cell-bad"] { background: $well; border: 2px solid $bad; border-radius: 5px; }
QFrame[role="cell"] QSpinBox, QFrame[role="cell-bad"] QSpinBox, QFrame[role="cell"] QLineEdit {
  background: transparent; border: 0; padding: 0; }
QFrame[role="rule"] { background: $line; border: 0; }

QPushButton, QToolButton { background: $raised; color: $text; border: 1px solid $line;
  border-radius: 6px; padding: 5px 12px; font-weight: 500; }
QToolButton { padding: 5px 7px; }
QPushButton:hover, QToolButton:hover { background: $hover; border-color: $faint; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border: 1px solid $run; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: $panel; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; padding: 6px 14px; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton[role="primary"]:disabled { background: $raised; color: $dim; border-color: $line; }
QPushButton[role="second"] { background: $accent_wash; color: $accent_words;
  border: 1px solid $accent_edge; font-weight: 600; padding: 6px 14px; }
QPushButton[role="second"]:hover { border-color: $accent; background: $accent_wash_hover; }
QPushButton[role="second"]:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton[role="second"]:disabled { background: $panel; color: $dim; border-color: $line; }
QPushButton[role="box"] { background: $raised; border: 1px solid $line; border-radius: 8px;
  padding: 0; }
QPushButton[role="box"]:hover { border-color: $faint; }
QPushButton[role="box"]:focus { border-color: $run; }
QPushButton[role="row"] { background: transparent; border: 1px solid transparent; padding: 3px 4px;
  text-align: left; font-weight: 400; margin-left: -5px; }
QPushButton[role="row"]:hover { background: $hover; }
QPushButton[role="row"]:focus { border-color: $run; }
QPushButton[role="link"], QToolButton[role="link"] { background: transparent; color: $run;
  border: 1px solid transparent; padding: 2px 4px; font-size: $f12; }
QToolButton[role="link-warn"] { background: transparent; color: $warn;
  border: 1px solid transparent; padding: 2px 4px; font-size: $f12; margin-left: 8px; }
QToolButton[role="link-warn"]:hover { background: $hover; }
QToolButton[role="link-warn"]:focus { border-color: $run; }
QPushButton[role="link"]:hover, QToolButton[role="link"]:hover { background: $hover; }
QPushButton[role="link"]:focus, QToolButton[role="link"]:focus { border-color: $run; }
QPushButton[role="link"]:disabled { color: $dim; background: transparent; }
QToolButton[role="quiet"] { background: transparent; border: 1px solid transparent; padding: 3px; }
QToolButton[role="quiet"]:hover { background: $hover; }
QToolButton[role="quiet"]:focus { border-color: $run; }
QToolButton[role="sign"] { background: transparent; border: 1px solid transparent; padding: 0; }
QToolButton[role="sign"]:hover { background: $sign_hover; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: none; width: 0; }

QFrame[role="switch"] { background: $well; border: 1px solid $line; border-radius: 6px; }
QToolButton[role="segment"] { background: transparent; color: $dim; border: 1px solid transparent;
  border-radius: 5px; padding: 3px 10px; }
QToolButton[role="segment"]:hover { color: $text; }
QToolButton[role="segment"]:checked { background: $raised_strong; color: $text; font-weight: 600; }
QToolButton[role="segment"]:focus { border-color: $run; }

QPushButton[role="small"] { padding: 2px 8px; font-size: $f12; font-weight: 600; }
QPushButton[role="on-picture"] { background: $stage; color: $warn; border: 1px solid $warn;
  border-radius: 5px; padding: 3px 8px; font-size: $f12; font-weight: 600; }
QPushButton[role="on-picture"]:hover { background: $hover; }
QPushButton[role="on-picture"]:disabled { color: $warn; background: $stage; border-color: $line; }

QPushButton[role="pill"] { background: transparent; color: $dim; border: 1px solid $line;
  border-radius: 11px; padding: 3px 10px; }
QPushButton[role="pill"]:hover { color: $text; border-color: $faint; }
QPushButton[role="pill"]:checked { background: $raised_strong; color: $text; font-weight: 600;
  border-color: $faint; }
QPushButton[role="pill-empty"] { background: transparent; color: $dim; padding: 3px 10px;
  border: 1px solid transparent; border-radius: 11px; }
QPushButton[role="pill-empty"]:hover { color: $text; border-color: $faint; }
QPushButton[role="pill-empty"]:checked { background: $raised_strong; color: $text;
  font-weight: 600; border: 1px solid $faint; }
QPushButton[role="pill"]:focus, QPushButton[role="pill-empty"]:focus { border-color: $run; }
QPushButton[role="pill"]:disabled { background: transparent; color: $dim; font-weight: 400;
  border: 1px dashed $line; }
QLineEdit[role="palette"] { background: transparent; border: 0; font-size: $f15; padding: 2px; }
QListView[role="palette"] { background: transparent; border: 0; outline: 0; }
QLineEdit[role="search"] { padding: 5px 8px 5px 2px; }
QLabel[role="showing"] { color: $text; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $well;
  color: $text; border: 1px solid $line; border-radius: 6px; padding: 5px 8px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QComboBox:focus { border-color: $run; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QSpinBox:disabled,
QComboBox:disabled { color: $dim; background: $panel; }
QComboBox[role="mixed"] { color: $dim; }
QLineEdit[role="in-place"], QLineEdit[role="in-place-bad"] { padding: 2px 4px; border-color: $run; }
QLineEdit[role="in-place-bad"] { border-color: $bad; }
QLineEdit[role="large"] { font-size: $f15; font-weight: 600; padding: 9px 12px; }
QLineEdit[role="title-large"] { background: transparent; border-color: transparent;
  font-size: $f20; font-weight: 600; padding: 4px 8px; }
QLineEdit[role="title-large"]:hover { border-color: $line; }
QLineEdit[role="title-large"]:focus { border-color: $run; background: $well; }
QTextEdit[role="large"] { font-size: $f18; padding: 10px 12px; }
QPushButton[role="chip"] { border-radius: 6px; padding: 3px 9px 3px 5px; font-size: $f12; }
QLineEdit[role="heading"] { background: transparent; border-color: transparent; font-size: $f15;
  font-weight: 600; padding: 3px 6px; margin-left: -7px; }
QLineEdit[role="heading"]:hover { border-color: $line; }
QLineEdit[role="heading"]:focus { border-color: $run; background: $well; }
QSpinBox, QDoubleSpinBox { padding: 5px 1px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button,
QDoubleSpinBox::down-button { width: 0; height: 0; border: 0; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit { border: 0; padding: 0 6px; background: transparent; }
QTextEdit[role="reading"] { background: $bg; border: 0; border-radius: 0; padding: 0; }
QComboBox::drop-down { border: 0; width: $i22; }
QComboBox::down-arrow { image: url($arrow); width: $i12; height: $i12; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $line;
  selection-background-color: $hover; selection-color: $text; padding: 4px; }
QListView[role="popup"] { background: $raised; color: $text; border: 1px solid $line;
  border-radius: 8px; padding: 4px; }
QListView[role="popup"]::item { padding: 5px 8px; border-radius: 5px; }
QListView[role="popup"]::item:selected { background: $hover; color: $text; }
QListView[role="bare"] { background: transparent; border: 0; }
QListView[role="list"] { background: $panel; color: $text; border: 1px solid transparent; }
QListView[role="list"]:focus { border-color: $run; }
QListView[role="list"]::item { border-radius: 0; }
QListView[role="list"]::item:hover { background: $hover; }
QListView[role="list"]::item:selected { background: $raised_strong; color: $text;
  border-left: 3px solid $accent; }

QToolBar { background: $panel; border: 0; padding: 0; spacing: 0; }
QWidget[role="topbar"] { background: $panel; border-bottom: 1px solid $line; }
QPushButton[role="crumb"] { background: transparent; border: 1px solid transparent; color: $dim;
  padding: 4px 6px; font-weight: 400; }
QPushButton[role="crumb"]:hover { color: $text; background: $hover; }
QPushButton[role="crumb"]:focus { border-color: $run; }
QPushButton[role^="key-"] { background: $raised; border: 1px solid $line; border-radius: 4px;
  padding: 1px 6px; font-size: $f11; font-weight: 400; color: $text; }
QPushButton[role="key-own"] { border-color: $accent; font-weight: 600; }
QPushButton[role="key-none"] { background: transparent; color: $dim; }
QPushButton[role^="key-"]:hover { background: $hover; border-color: $faint; }
QPushButton[role^="key-"]:focus { border-color: $run; }
QLabel[role="key"] { background: $raised; border: 1px solid $line; border-radius: 4px;
  padding: 1px 6px; font-size: $f11; color: $text; }
QWidget[role="stage"] { background: $stage; }
QMenuBar { background: $panel; color: $dim; padding: 1px 6px; font-size: $f12; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 5px; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenu { background: $raised; color: $text; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 4px; }

QDockWidget { color: $dim; font-size: $f11; }
QDockWidget::title { background: $panel; padding: 4px 12px; }
QStatusBar { background: $panel; color: $dim; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $line; border-radius: 3px; min-width: 32px; min-height: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $well; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $run; border-radius: 2px; }
QSlider { background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { background: $dim; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -4px 0; border-radius: 6px;
  background: $text; }
QSlider::handle:horizontal:focus { background: $run; }
QSplitter::handle { background: $line; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: $i14; height: $i14; background: $well;
  border: 1px solid $dim; border-radius: 4px; }
QRadioButton::indicator { border-radius: $i7; }
QCheckBox::indicator:checked { background: $accent; image: url($tick); border-color: $accent; }
QCheckBox::indicator:indeterminate { background: $accent; image: url($dash);
  border-color: $accent; }
QRadioButton::indicator:checked { border-color: $accent; background: qradialgradient(cx: 0.5,
  cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 $accent, stop: 0.55 $accent, stop: 0.65 $well,
  stop: 1 $well); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }
""")


def sheet(chosen: Tokens, scaled: Callable[[int], int]) -> str:
    """The sheet for these tokens; `scaled` turns font pixels into those of the text size."""
    arrow = resource("icons", f"chevron-{chosen.name}.svg").as_posix()
    tick = resource("icons", "tick.svg").as_posix()
    dash = resource("icons", "dash.svg").as_posix()
    hover = mix(chosen.raised, chosen.text, 0.07)
    values = {
        "bg": chosen.bg.name(),
        "panel": chosen.panel.name(),
        "raised": chosen.raised.name(),
        "raised_strong": mix(chosen.raised, chosen.text, 0.06).name(),
        "well": chosen.well.name(),
        "stage": chosen.stage.name(),
        "line": chosen.line.name(),
        "text": chosen.text.name(),
        "dim": chosen.dim.name(),
        "faint": chosen.faint.name(),
        "accent": chosen.accent.name(),
        "accent_hover": mix(chosen.accent, chosen.text, 0.18 if chosen.is_dark else 0.06).name(),
        "on_accent": chosen.on_accent.name(),
        "accent_wash": mix(chosen.panel, chosen.accent, 0.10).name(),
        "accent_wash_hover": mix(chosen.panel, chosen.accent, 0.18).name(),
        "accent_edge": mix(chosen.panel, chosen.accent, 0.62).name(),
        "accent_words": accent_words(chosen).name(),
        "ok": chosen.ok.name(),
        "run": chosen.run.name(),
        "warn": chosen.warn.name(),
        "bad": chosen.bad.name(),
        "hover": hover.name(),
        "sign_hover": mix(chosen.raised, chosen.text, 0.12).name(),
        "note_dim": mix(chosen.bg, chosen.text, 0.28).name(),
        "note_hover": mix(chosen.text, chosen.bg, 0.12).name(),
        "ok_wash": mix(chosen.panel, chosen.ok, 0.08).name(),
        "warn_wash": mix(chosen.panel, chosen.warn, 0.10).name(),
        "bad_wash": mix(chosen.panel, chosen.bad, 0.10).name(),
        "arrow": arrow,
        "tick": tick,
        "dash": dash,
    }
    fonts = {f"f{px}": f"{scaled(px)}px" for px in (11, 12, 13, 14, 15, 18, 20)}
    lengths = {f"i{px}": f"{scaled(px)}px" for px in (7, 12, 14, 22)}
    return _SHEET.substitute(values | fonts | lengths)
