"""What differs between two takes, in words: the names of the rows, and what stands in a cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.change import Change
from topa_studio.model.difference import (
    Difference,
    Frame,
    FrameKind,
    Images,
    Kept,
    Piece,
    Row,
    Said,
)
from topa_studio.ui.words import mode_word

translate = QCoreApplication.translate


def row_word(row: Row) -> str:
    """What a row is about."""
    match row.change:
        case Change.PICTURES:
            return translate("Compare", "Pictures of {name}").format(name=row.name)
        case Change.ELEMENTS if row.name:
            return f"@{row.name}"
        case Change.OPTIONS:
            option = Catalogue.bundled().option(row.name)
            return row.name if option is None else translate("words", option.title)
    return part_word(row.change)


def part_word(change: Change) -> str:
    """A part of a request."""
    words = {
        Change.WORDS: translate("Compare", "Words"),
        Change.SCENE: translate("Compare", "Place and light"),
        Change.STYLE: translate("Compare", "Style"),
        Change.LENGTH: translate("Compare", "Length"),
        Change.QUALITY: translate("Compare", "Quality"),
        Change.SOUND: translate("Compare", "Sound"),
        Change.MODEL: translate("Compare", "Model"),
        Change.FORMAT: translate("Compare", "Format"),
        Change.ELEMENTS: translate("Compare", "Elements"),
        Change.PICTURES: translate("Compare", "Pictures of elements"),
        Change.START: translate("Compare", "Starts from"),
        Change.END: translate("Compare", "Ends with"),
        Change.OPTIONS: translate("Compare", "Options"),
    }
    return words[change]


def cells(row: Row) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """What stands on the left and on the right."""
    if isinstance(row.before, tuple) and isinstance(row.after, tuple):
        none = (Piece(translate("Compare", "none"), Kept.SAME),)
        return row.before or none, row.after or none
    before, after = _said(row.before, row), _said(row.after, row)
    return (Piece(before),), (Piece(after, Kept.NEW),)


def same_words(difference: Difference) -> str:
    """What is equal, in a line: "Length, quality, sound: the same"."""
    names = [part_word(change) for change in difference.same]
    if not names:
        return ""
    listed = ", ".join([names[0], *(f"{name[:1].lower()}{name[1:]}" for name in names[1:])])
    return translate("Compare", "{what}: the same").format(what=listed)


def nothing_words(difference: Difference, unknown: Sequence[int]) -> str:
    """What is said instead of rows; `unknown` are takes of which no request is known."""
    if difference.is_known:
        return translate("Compare", "Same request: only chance differs.")
    named = ", ".join(f"T{number}" for number in unknown)
    words = translate("Compare", "What {takes} was made with is not known here.")
    return words.format(takes=named)


def _said(value: Said, row: Row) -> str:
    match value:
        case Frame():
            return frame_words(value)
        case Images():
            return _images(value)
        case bool():
            return translate("Compare", "on") if value else translate("Compare", "off")
        case int() if row.change is Change.LENGTH:
            return seconds_word(value)
        case None:
            return translate("Compare", "as the model likes")
        case str() if row.change is Change.QUALITY:
            return mode_word(value)
        case str() if row.change is Change.MODEL:
            model = Catalogue.bundled().get(value)
            return value if model is None else model.title
        case str() if row.change is Change.OPTIONS:
            option = Catalogue.bundled().option(row.name)
            words = "" if option is None else option.choices.get(value, "")
            return translate("words", words) if words else value
    return f"{value}"


def seconds_word(seconds: float) -> str:
    """A length in a few letters: "4 s"."""
    count = QLocale().toString(float(seconds), "g", 6)
    return translate("Compare", "{count} s").format(count=count)


def frame_words(frame: Frame) -> str:
    """Where a first or last picture came from: "End of 1.2", "Its panel"."""
    words = _origin(frame)
    if frame.is_other:
        return translate("Compare", "{what}, another picture").format(what=words)
    return words


def _origin(frame: Frame) -> str:
    match frame.kind:
        case FrameKind.NOTHING:
            return translate("Compare", "Nothing: from its words")
        case FrameKind.PANEL if frame.is_own:
            return translate("Compare", "Its panel {number}").format(number=f"P{frame.number}")
        case FrameKind.PANEL if frame.shot:
            return translate("Compare", "Panel of {shot}").format(shot=frame.shot)
        case FrameKind.PANEL:
            return translate("Compare", "A panel of another shot")
        case FrameKind.END_OF if frame.shot and frame.moment is not None:
            at = translate("Compare", "{shot}, {seconds} in")
            return at.format(shot=_take_of(frame), seconds=seconds_word(round(frame.moment, 2)))
        case FrameKind.END_OF if frame.shot:
            return translate("Compare", "End of {shot}").format(shot=_take_of(frame))
        case FrameKind.END_OF:
            return translate("Compare", "End of the shot before")
    return frame.name


def _take_of(frame: Frame) -> str:
    return f"{frame.shot} T{frame.number}"


def _images(images: Images) -> str:
    count = translate("Compare", "%n pictures", "", images.count)
    if not images.only_here:
        return count
    only = translate("Compare", "%n only here", "", images.only_here)
    return translate("Compare", "{pictures}, {others}").format(pictures=count, others=only)
