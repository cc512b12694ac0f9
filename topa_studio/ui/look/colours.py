"""The colours of the dark and the light look, and the arithmetic of contrast; no widget here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one look; `faint` and `line` are for shapes, never for words.

    Attributes:
        bg, panel, raised: the page, a pane on it, a card on a pane.
        well: the ground of a text field; `stage`: the ground behind the film.
        text, dim: words, and words that matter less (both at least 4.5:1 on all grounds).
        accent, on_accent: the one thing to press, and words on it.
        ok, run, warn, bad: made, running, out of date, failed.
        elements: colours of elements and their mentions; `element_colours` says whose.
    """

    name: str
    bg: QColor
    panel: QColor
    raised: QColor
    well: QColor
    stage: QColor
    line: QColor
    text: QColor
    dim: QColor
    faint: QColor
    accent: QColor
    on_accent: QColor
    ok: QColor
    run: QColor
    warn: QColor
    bad: QColor
    elements: tuple[QColor, ...]

    @property
    def is_dark(self) -> bool:
        """Whether words are lighter than their ground."""
        return self.text.lightness() > self.bg.lightness()


@dataclass(frozen=True, slots=True)
class Paper:
    """The colours of a sheet as it is printed, in any look: its words, lines, missing pictures."""

    sheet: QColor
    ink: QColor
    quiet: QColor
    empty: QColor


def _colours(*names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names)


PAPER = Paper(*_colours("#ffffff", "#16181d", "#b9bfca", "#e4e7ec"))

DARK = Tokens(
    name="dark",
    bg=QColor("#14161b"),
    panel=QColor("#1b1e25"),
    raised=QColor("#232731"),
    well=QColor("#14161b"),
    stage=QColor("#0b0c0f"),
    line=QColor("#2f3440"),
    text=QColor("#e9ecf2"),
    dim=QColor("#98a2b3"),
    faint=QColor("#667085"),
    accent=QColor("#ff9f43"),
    on_accent=QColor("#1a1206"),
    ok=QColor("#35c48d"),
    run=QColor("#4da3ff"),
    warn=QColor("#f5b83d"),
    bad=QColor("#f0616d"),
    elements=_colours(
        *("#ff9f43", "#b794ff", "#35c48d", "#4db8ff", "#ff8fb1", "#d5c04b"),
        *("#5fd0c5", "#f58f6c", "#ff7f8a", "#a8b5ff", "#9bd15a", "#e2a6e8"),
    ),
)

LIGHT = Tokens(
    name="light",
    bg=QColor("#f2f4f8"),
    panel=QColor("#ffffff"),
    raised=QColor("#f4f6fa"),
    well=QColor("#ffffff"),
    stage=QColor("#dfe3ea"),
    line=QColor("#d3d9e3"),
    text=QColor("#171a21"),
    dim=QColor("#535c6e"),
    faint=QColor("#8a93a5"),
    accent=QColor("#d96b06"),
    on_accent=QColor("#1a1206"),
    ok=QColor("#08704a"),
    run=QColor("#0f62b8"),
    warn=QColor("#8a5a00"),
    bad=QColor("#bd1f35"),
    elements=_colours(
        *("#a34a00", "#6a3fc4", "#0a7350", "#0b66a8", "#b3285a", "#6f6000"),
        *("#006b66", "#a13d1c", "#b01f33", "#3c4fc0", "#466b00", "#8a3a95"),
    ),
)


def accent_words(chosen: Tokens) -> QColor:
    """The accent as words on its own wash: lighter on a dark ground, darker on a light one."""
    away = QColor("#ffffff") if chosen.is_dark else QColor("#000000")
    return mix(chosen.accent, away, 0.30 if chosen.is_dark else 0.36)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two opaque colours as WCAG counts it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with `share` (0..1) of `other` in it."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )
